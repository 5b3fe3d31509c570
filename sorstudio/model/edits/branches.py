"""Verbs on whole branches: several new units in one act, several moves in one act, one act made on many units."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from sorstudio.model.change import Change, Edit, altered, created, new_id
from sorstudio.model.edits import units
from sorstudio.model.edits.base import Scene, unit_scene
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Day, Plan, When
from sorstudio.model.records import NumberState, RecordKind, Unit, UnitKind

Make = Callable[[Plan], Change]
LEAST_STEP = 1e-9
_OF_MANY = {"unit.closed": "branch.closed"}
"""Sentences that read differently when they are about many."""


@dataclass(frozen=True, slots=True)
class Sprout:
    """A unit to be, with those below it."""

    name: str
    unit_type: str | None = None
    inherits_number: bool = False
    below: tuple[Sprout, ...] = ()
    key: str = field(default_factory=new_id)

    def count(self) -> int:
        """How many units this becomes."""
        return 1 + sum(sprout.count() for sprout in self.below)


@dataclass(frozen=True, slots=True)
class Shift:
    """Units that go to one place: below `parent`, ahead of `before`, or last."""

    units: tuple[str, ...]
    parent: str
    before: str | None = None


def create_branch(
    plan: Plan,
    parent: str,
    sprouts: Sequence[Sprout],
    *,
    before: str | None = None,
    day: When = Day.WORKING,
    reason: str | None = None,
) -> Change:
    """New units with all below them as one act, ahead of the child `before`, or last; the kind follows the place."""
    view = unit_scene(plan, day, parent)
    above = view.unit(parent)
    ranks, renumbered = _room(view, parent, before, len(sprouts))
    kind = _kind_below(above)
    made = [
        unit for sprout, rank in zip(sprouts, ranks, strict=True) for unit in _grown(view, sprout, above, kind, rank)
    ]
    edits = [*renumbered, *(created(RecordKind.UNIT, unit) for unit in made)]
    code = "unit.created" if len(made) == 1 else "branch.created"
    names = ", ".join(sprout.name.strip() for sprout in sprouts)
    return view.change(code, edits, reason=reason, unit=names, parent=above.name, count=len(made))


def move_all(plan: Plan, shifts: Sequence[Shift], code: str, *, day: When = Day.WORKING) -> Change:
    """Several moves as one act; `code` is its sentence and gets `count` and `unit`."""
    keys = [key for shift in shifts for key in shift.units]
    view = unit_scene(plan, day, *keys, *(shift.parent for shift in shifts))
    trial = plan.snapshot() if len(shifts) > 1 else plan
    edits: list[Edit] = []
    for place, shift in enumerate(shifts, start=1):
        change = units.move(trial, shift.units, shift.parent, before=shift.before, day=view.day)
        edits.extend(change.edits)
        if place < len(shifts):
            trial.apply(change)
    names = ", ".join(view.known(key).name for key in keys)
    parent = view.known(shifts[0].parent).name if shifts else ""
    return view.change(code, edits, unit=names, count=len(keys), parent=parent)


def together(plan: Plan, makes: Sequence[Make]) -> tuple[Change, ...]:
    """The same act on many units as one, or one for each day on which it takes effect.

    Units on which it would change nothing are left out.
    """
    made = sorted(_made(plan, makes), key=lambda change: str(change.day))
    if not made:
        raise Refused("edit.nothing_changes")
    return tuple(_joined(list(group)) for _, group in groupby(made, key=lambda change: change.day))


def _made(plan: Plan, makes: Sequence[Make]) -> Iterator[Change]:
    for make in makes:
        try:
            yield make(plan)
        except Refused as refusal:
            if refusal.code != "edit.nothing_changes":
                raise


def _joined(changes: Sequence[Change]) -> Change:
    first = changes[0]
    if len(changes) == 1:
        return first
    edits = tuple(edit for change in changes for edit in change.edits)
    params = {**first.params, "unit": ", ".join(change.params.get("unit", "") for change in changes)}
    if "count" in params:
        params["count"] = str(sum(int(change.params["count"]) for change in changes))
    return replace(first, id=new_id(), code=_OF_MANY.get(first.code, first.code), edits=edits, params=params)


def _kind_below(above: Unit) -> UnitKind:
    return UnitKind.SI if above.kind is UnitKind.IE else UnitKind.OE


def _grown(view: Scene, sprout: Sprout, above: Unit, kind: UnitKind, rank: float) -> Iterator[Unit]:
    unit = Unit(
        sprout.key,
        kind,
        units.checked_name(sprout.name),
        above.key,
        rank=rank,
        unit_type=sprout.unit_type,
        number_state=NumberState.INHERITED if sprout.inherits_number else NumberState.NONE,
        valid_from=view.day,
        first_from=view.day,
    )
    yield unit
    for place, child in enumerate(sprout.below):
        yield from _grown(view, child, unit, UnitKind.OE, float(place))


def _room(view: Scene, parent: str, before: str | None, count: int) -> tuple[list[float], list[Edit | None]]:
    """Ranks for `count` new children; the siblings are renumbered only where there is no room between two of them."""
    siblings = [view.state.units[key] for key in view.state.children(parent)]
    keys = [unit.key for unit in siblings]
    at = keys.index(before) if before in keys else len(keys)
    low = siblings[at - 1].rank if at else (siblings[0].rank - 1 - count if siblings else -1.0)
    high = siblings[at].rank if at < len(siblings) else low + count + 1
    step = (high - low) / (count + 1)
    if step >= LEAST_STEP:
        return [low + step * place for place in range(1, count + 1)], []
    places = [*range(at), *range(at + count, len(siblings) + count)]
    moved = [altered(RecordKind.UNIT, unit, rank=float(place)) for unit, place in zip(siblings, places, strict=True)]
    return [float(at + place) for place in range(count)], moved
