"""How far an act reaches: the units whose findings may be others than before it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from datetime import date

from sorstudio.model.inherit import inheritors
from sorstudio.model.records import RecordKind, Unit
from sorstudio.model.state import State
from sorstudio.rules.indexes import Indexes, Ref

_BEARING = frozenset({RecordKind.UNIT, RecordKind.NUMBER})


def affected(
    before: Indexes, after: Indexes, differing: Iterable[Ref], telling: Container[str], since: date
) -> tuple[str, ...]:
    """The units whose findings may differ between two states of a plan whose data are of the day `since`.

    `differing` holds at least all that the states do not share; a change may also be felt only on an earlier day.
    `telling` are the units that had findings before; only their sentences can hold another unit's name.
    """
    found: dict[str, None] = {}
    bears = False
    for kind, key in dict.fromkeys(differing):
        old, new = before.state.units.get(key), after.state.units.get(key)
        if kind is RecordKind.UNIT and old is not None and new is not None and _is_same_but_for_words(old, new):
            found.update(dict.fromkeys(_that_name(after, old, new, telling)))
            continue
        bears = bears or kind in _BEARING
        for side in (before, after):
            for unit in _units_of(side.state, kind, key):
                found.update(dict.fromkeys(_kin(after, side.state, unit)))
    if bears:
        found.update(dict.fromkeys(_closing(after, since)))
    return tuple(key for key in found if key in after.state.units)


def _is_same_but_for_words(old: Unit, new: Unit) -> bool:
    """Whether only what the unit says about itself differs, and nothing that others stand on."""
    if (old.parent, old.kind, old.valid_to, old.number_state) != (new.parent, new.kind, new.valid_to, new.number_state):
        return False
    return (old.sor_id, old.rank) == (new.sor_id, new.rank)


def _that_name(after: Indexes, old: Unit, new: Unit, telling: Container[str]) -> Iterator[str]:
    """The unit, and where its name has changed those that share it or tell it."""
    yield new.key
    if old.name != new.name:
        yield from after.fellows(old)
        yield from after.fellows(new)
        yield from (key for key in _told_by(after, new) if key in telling)


def _told_by(after: Indexes, unit: Unit) -> Iterator[str]:
    state = after.state
    yield from state.ancestors(unit.key)
    yield from inheritors(state, unit.key)
    yield from _same_number(after, state, unit.key)
    yield from state.roots() if unit.parent is None else ()
    for child in state.children(unit.key):
        yield child
        yield from after.fellows(state.units[child])


def _units_of(state: State, kind: RecordKind, key: str) -> tuple[str, ...]:
    if kind is RecordKind.UNIT:
        return (key,) if key in state.units else ()
    record = state.record(kind, key)
    if kind is RecordKind.CAPABILITY:
        number = state.numbers.get(getattr(record, "number", ""))
        owner = number.unit if number else None
    else:
        owner = getattr(record, "unit", None)
    return (owner,) if isinstance(owner, str) and owner in state.units else ()


def _kin(after: Indexes, state: State, key: str) -> Iterator[str]:
    """The unit, everything above and below, and who shares its name or number."""
    unit = state.units[key]
    yield key
    yield from state.ancestors(key)
    yield from _below(state, key)
    yield from after.fellows(unit)
    yield from _same_number(after, state, key)
    yield from state.roots() if unit.parent is None else ()
    for child in state.children(key):
        yield from after.fellows(state.units[child])


def _below(state: State, key: str) -> Iterator[str]:
    """As `State.below`, but a faulty register may hold units in a loop."""
    seen, ahead = {key}, [key]
    while ahead:
        for child in state.children(ahead.pop()):
            if child not in seen:
                seen.add(child)
                ahead.append(child)
                yield child


def _same_number(after: Indexes, state: State, key: str) -> Iterable[str]:
    number = state.number_of(key)
    return after.owners(number.gln) if number is not None else ()


def _closing(after: Indexes, since: date) -> Iterator[str]:
    """The units that the plan closes: each tells who is left without its number, wherever they stand by then."""
    for day, keys in after.by_end.items():
        if day > since.isoformat():
            yield from keys
