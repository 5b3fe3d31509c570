"""Verbs that make one unit of several, several of one, or one of another, carrying what belongs to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sorstudio.model.change import Change, Edit, altered, created, new_id, removed
from sorstudio.model.edits.base import Scene, unit_scene
from sorstudio.model.edits.closing import check_ending, ended, is_open, succession
from sorstudio.model.edits.units import checked_name
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Day, Plan, When
from sorstudio.model.records import (
    NumberState,
    Placement,
    RecordKind,
    SpecialityMember,
    Unit,
    placement_key,
    speciality_key,
)

_BESIDE = 1e-3
"""How far behind the old unit a new one is put among its siblings."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the units that another is split into, with the children and offers it takes over."""

    name: str
    key: str
    children: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    takes_number: bool = False


def replace_unit(
    plan: Plan, unit: str, *, by: str | None = None, name: str | None = None, key: str | None = None,
    day: When = Day.WORKING, reason: str | None = None,
) -> Change:  # fmt: skip
    """Close a unit and let another take over everything: an existing one, or a new one that is like it."""
    return merge(plan, [unit], into=by, name=name, key=key, day=day, reason=reason, code="unit.replaced")


def merge(
    plan: Plan,
    units: Sequence[str],
    *,
    into: str | None = None,
    name: str | None = None,
    parent: str | None = None,
    number_from: str | None = None,
    key: str | None = None,
    day: When = Day.WORKING,
    reason: str | None = None,
    code: str = "unit.merged",
) -> Change:
    """Several units become one: an existing one (`into`, which may be among them) or a new one called `name`.

    The one takes over children, offers and one number with its message types, and succeeds the others, which close.
    Which parent a new unit gets and which of several numbers lives on is asked for where it is not clear.
    """
    view = unit_scene(plan, day, *units, *([into] if into else []), *([parent] if parent else []))
    ending = _dated(view)
    old = [view.unit(unit) for unit in dict.fromkeys(units) if unit != into]
    _check_sources(view, old, into, ending)
    target = view.unit(into) if into else _new_unit(view, old, name, parent, key)
    holder = _number_holder(view, [*old, target], target, number_from)
    edits = [] if into else [created(RecordKind.UNIT, _with_number(view, target, old, holder))]
    edits.extend([] if into else _specialities(view, old, target.key))
    edits.extend(_taken_over(view, old, target, holder, ending, existing=into is not None))
    names = ", ".join(unit.name for unit in old)
    return view.change(code, edits, reason=reason, unit=names, successor=target.name, count=len(old))


def split(
    plan: Plan, unit: str, parts: Sequence[Part], *, keep: bool = False, day: When = Day.WORKING,
    reason: str | None = None,
) -> Change:  # fmt: skip
    """One unit becomes several new ones beside it, which share its children, offers and number.

    The unit closes and the parts succeed it, unless `keep` lets it go on with what no part takes. Without `keep`, every
    child, offer and the number must be given to a part.
    """
    view = unit_scene(plan, day, unit)
    ending = _dated(view)
    found = view.unit(unit)
    if not keep:
        check_ending(view, found, ending)
    _check_parts(view, found, parts, ending, keep=keep)
    edits: list[Edit] = []
    for i, part in enumerate(parts):
        edits.extend(_part_edits(view, found, part, i))
    if not keep:
        edits.extend(_ending(view, found, parts, ending))
    elif any(part.takes_number for part in parts):
        edits.extend(_altered(found, number_state=NumberState.NONE))
    names = ", ".join(part.name for part in parts)
    return view.change("unit.split", edits, reason=reason, unit=found.name, successor=names, count=len(parts))


def _dated(view: Scene) -> date:
    if view.day is None:
        raise Refused("restructure.date_needed")
    return view.day


def _check_sources(view: Scene, old: Sequence[Unit], into: str | None, ending: date) -> None:
    if not old:
        raise Refused("merge.nothing_to_merge")
    for unit in old:
        check_ending(view, unit, ending)
        if into and unit.key in view.state.ancestors(into):
            raise Refused("merge.into_below", unit=unit.name, other=view.unit(into).name)


def _new_unit(view: Scene, old: Sequence[Unit], name: str | None, parent: str | None, key: str | None) -> Unit:
    """A new unit like the old ones: what they have in common, under their common parent or the one named."""
    parents = {unit.parent for unit in old}
    if parent is None and len(parents) > 1:
        raise Refused("merge.parent_unclear", unit=", ".join(unit.name for unit in old))
    if name is None and len(old) > 1:
        raise Refused("merge.name_missing")
    like = old[0]
    types = {unit.unit_type for unit in old}
    return replace(
        like,
        key=key or new_id(),
        name=checked_name(name or like.name),
        parent=parent or like.parent,
        rank=like.rank + _BESIDE,
        sor_id=None,
        kombit_id=None,
        unit_type=like.unit_type if len(types) == 1 else None,
        number_state=NumberState.NONE,
        valid_from=view.day,
        first_from=view.day,
        valid_to=None,
    )


def _specialities(view: Scene, old: Sequence[Unit], target: str) -> Iterator[Edit]:
    """A new unit has the specialities that all the old ones share."""
    shared = [{item.code for item in view.state.specialities(unit.key)} for unit in old]
    for item in view.state.specialities(old[0].key):
        if all(item.code in codes for codes in shared):
            member = SpecialityMember(speciality_key(target, item.code), target, item.code, item.priority)
            yield created(RecordKind.SPECIALITY, member)


def _number_holder(view: Scene, units: Sequence[Unit], target: Unit, number_from: str | None) -> str | None:
    """The unit whose number lives on: the one named, the target itself, or the only one that has any."""
    holders = list(dict.fromkeys(unit.key for unit in units if view.state.number_of(unit.key) is not None))
    if number_from is not None:
        if number_from not in holders:
            raise Refused("merge.number_not_there", unit=view.known(number_from).name)
        return number_from
    if target.key in holders or len(holders) == 1:
        return target.key if target.key in holders else holders[0]
    if holders:
        raise Refused("merge.number_unclear", units=", ".join(view.known(key).name for key in holders))
    return None


def _with_number(view: Scene, target: Unit, old: Sequence[Unit], holder: str | None) -> Unit:
    if holder is not None:
        return replace(target, number_state=NumberState.OWN)
    inherited = all(unit.number_state is NumberState.INHERITED for unit in old)
    return replace(target, number_state=NumberState.INHERITED if inherited else NumberState.NONE)


def _taken_over(
    view: Scene, old: Sequence[Unit], target: Unit, holder: str | None, ending: date, *, existing: bool
) -> Iterator[Edit]:
    if existing and holder not in (None, target.key):
        yield from _ended_number(view, target.key)
        yield from _altered(target, number_state=NumberState.OWN)
    yield from _moved_children(view, old, target, ending)
    for unit in old:
        yield from _offers_moved(view, unit.key, target.key)
        kept = unit.key == holder
        yield from (edit for edit in ended(view.state, unit.key, ending) if not (kept and _is_number(edit)))
        yield from succession(view.state, unit.key, target.key)
    if holder is not None and holder != target.key:
        yield from _moved_number(view, holder, target.key)


def _moved_children(view: Scene, old: Sequence[Unit], target: Unit, ending: date) -> Iterator[Edit]:
    gone = {unit.key for unit in old}
    first = len(view.state.children(target.key))
    rank = max((view.state.units[key].rank for key in view.state.children(target.key)), default=float(first))
    for unit in old:
        for child in view.state.children(unit.key):
            found = view.state.units[child]
            if child in gone or child == target.key or not is_open(found, ending):
                continue
            rank += 1
            yield from _altered(found, parent=target.key, rank=rank)


def _offers_moved(view: Scene, unit: str, target: str) -> Iterator[Edit]:
    """Placements on the target; those of the old unit go with its ending."""
    for placement in view.state.placements(unit):
        key = placement_key(placement.offer, target)
        if view.state.record(RecordKind.PLACEMENT, key) is None:
            yield created(RecordKind.PLACEMENT, Placement(key, target, placement.offer))


def _moved_number(view: Scene, holder: str, target: str) -> Iterator[Edit]:
    number = view.state.number_of(holder)
    edit = altered(RecordKind.NUMBER, number, unit=target) if number else None
    if edit:
        yield edit


def _ended_number(view: Scene, unit: str) -> list[Edit]:
    return [edit for edit in ended(view.state, unit, view.day or date.max) if _is_number(edit)]


def _is_number(edit: Edit) -> bool:
    return edit.kind in (RecordKind.NUMBER, RecordKind.CAPABILITY)


def _altered(
    unit: Unit, *, parent: str | None = None, rank: float = 0.0, number_state: NumberState | None = None
) -> list[Edit]:
    values = {"number_state": number_state} if number_state else {"parent": parent, "rank": rank}
    edit = altered(RecordKind.UNIT, unit, **values)
    return [edit] if edit else []


def _check_parts(view: Scene, unit: Unit, parts: Sequence[Part], ending: date, *, keep: bool) -> None:
    if unit.parent is None:
        raise Refused("close.owner", unit=unit.name)
    if len(parts) < (1 if keep else 2):
        raise Refused("split.too_few_parts", unit=unit.name)
    children = [key for key in view.state.children(unit.key) if is_open(view.state.units[key], ending)]
    names = {key: view.state.units[key].name for key in children}
    given = [child for part in parts for child in part.children]
    _check_shared("children", unit, given, names, keep)
    twice = [names[key] for key in dict.fromkeys(given) if given.count(key) > 1]
    if twice:
        raise Refused("split.children_unclear", unit=unit.name, names=", ".join(twice))
    offers = {placement.offer: placement.offer for placement in view.state.placements(unit.key)}
    _check_shared("offers", unit, [offer for part in parts for offer in part.offers], offers, keep)
    takers = [part for part in parts if part.takes_number]
    owns = view.state.number_of(unit.key) is not None
    if len(takers) > 1 or (owns and not keep and not takers):
        raise Refused("split.number_unclear", unit=unit.name)
    if takers and not owns:
        raise Refused("number.not_own", unit=unit.name)


def _check_shared(what: str, unit: Unit, given: Sequence[str], there: dict[str, str], keep: bool) -> None:
    strangers = [key for key in given if key not in there]
    if strangers:
        raise Refused(f"split.{what}_foreign", unit=unit.name, names=", ".join(strangers))
    missing = [name for key, name in there.items() if key not in given]
    if missing and not keep:
        raise Refused(f"split.{what}_unclear", unit=unit.name, names=", ".join(missing))


def _part_edits(view: Scene, unit: Unit, part: Part, place: int) -> Iterator[Edit]:
    state = unit.number_state if unit.number_state is NumberState.INHERITED else NumberState.NONE
    new = replace(
        unit,
        key=part.key,
        name=checked_name(part.name),
        sor_id=None,
        kombit_id=None,
        rank=unit.rank + (place + 1) * _BESIDE,
        number_state=NumberState.OWN if part.takes_number else state,
        valid_from=view.day,
        first_from=view.day,
        valid_to=None,
    )
    yield created(RecordKind.UNIT, new)
    yield from _specialities(view, [unit], part.key)
    for i, child in enumerate(part.children):
        yield from _altered(view.state.units[child], parent=part.key, rank=float(i))
    for offer in part.offers:
        placement = view.state.record(RecordKind.PLACEMENT, placement_key(offer, unit.key))
        if placement is not None:
            yield removed(RecordKind.PLACEMENT, placement)
        yield created(RecordKind.PLACEMENT, Placement(placement_key(offer, part.key), part.key, offer))
    if part.takes_number:
        yield from _moved_number(view, unit.key, part.key)


def _ending(view: Scene, unit: Unit, parts: Sequence[Part], ending: date) -> Iterator[Edit]:
    """The unit closes; what the parts took over is gone from it already."""
    taken = {placement_key(offer, unit.key) for part in parts for offer in part.offers}
    number_taken = any(part.takes_number for part in parts)
    for edit in ended(view.state, unit.key, ending):
        if edit.key not in taken and not (number_taken and _is_number(edit)):
            yield edit
    for part in parts:
        yield from succession(view.state, unit.key, part.key)
