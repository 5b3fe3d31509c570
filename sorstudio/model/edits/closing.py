"""Verbs that end a unit or take the ending back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sorstudio.model.change import Change, Edit, EditAct, altered, created, present, removed
from sorstudio.model.edits.base import Scene, unit_scene
from sorstudio.model.edits.numbers import without_number
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Day, Plan, When
from sorstudio.model.records import NumberState, RecordKind, Succession, Unit, succession_key
from sorstudio.model.state import State


def close(
    plan: Plan,
    unit: str,
    *,
    successors: Sequence[str] = (),
    with_below: bool = False,
    day: When = Day.WORKING,
    reason: str | None = None,
) -> Change:
    """The unit no longer holds from `day` on. Its own number, message types and placements end with it.

    Open units below refuse the act, unless `with_below` closes the whole branch in one change.
    """
    view = unit_scene(plan, day, unit, *successors)
    found = view.unit(unit)
    ending = _closing_day(view, found)
    branch = [key for key in _branch(view.state, unit) if is_open(view.state.units[key], ending)]
    if len(branch) > 1 and not with_below:
        below = [view.state.units[key].name for key in branch[:-1]]
        raise Refused("close.children_first", unit=found.name, count=len(below), children=", ".join(below[:5]))
    edits = [edit for key in branch for edit in ended(view.state, key, ending)]
    edits.extend(_succession_edits(view, found, successors, set(branch)))
    names = ", ".join(view.state.units[key].name for key in successors)
    code = "unit.closed_with_successor" if successors else "unit.closed"
    return view.change(code, edits, reason=reason, unit=found.name, day=ending, successor=names, count=len(branch))


def reopen(plan: Plan, unit: str, *, reason: str | None = None) -> Change:
    """Take back a closing that has not taken effect in the register, with what it ended."""
    found = plan.state().units.get(unit)
    if found is None:
        raise Refused("unit.unknown", unit=unit)
    if found.valid_to is None:
        raise Refused("unit.not_closed", unit=found.name)
    planned = _closing_change(plan, unit)
    if planned is None and found.valid_to <= plan.baseline.day:
        raise Refused("unit.closed_in_register", unit=found.name, day=found.valid_to)
    view = unit_scene(plan, planned.day if planned else None, unit)
    restored = list(_restored(planned, unit)) if planned else []
    kept = [edit for edit in restored if _still_ended(view.state, edit)]
    edits = [*_reopened(view, view.known(unit), kept), *_givers(view, kept, planned), *kept]
    return view.change("unit.reopened", edits, reason=reason, unit=found.name)


def check_ending(view: Scene, unit: Unit, day: date) -> None:
    """Refuse to end the owner, a unit that ends on some day already, or one that is not there before `day`."""
    if unit.parent is None:
        raise Refused("close.owner", unit=unit.name)
    planned = view.plan.state().units[unit.key].valid_to
    if unit.valid_to is not None or planned is not None:
        raise Refused("close.closes_already", unit=unit.name, day=unit.valid_to or planned)
    start = view.plan.timeline.start_of(RecordKind.UNIT, unit.key)
    if start >= day:
        raise Refused("close.before_start", unit=unit.name, day=day, start=start)
    opened = max((set_on for set_on in _endings_set(view.plan, unit.key) if set_on > day), default=None)
    if opened is not None:
        raise Refused("close.opens_again", unit=unit.name, day=opened)


def is_open(unit: Unit, day: date) -> bool:
    """Whether the unit still holds on `day`."""
    return unit.valid_to is None or unit.valid_to > day


def ended(state: State, key: str, day: date) -> list[Edit]:
    """The edits that end one unit with its number, message types and placements."""
    unit = state.units[key]
    own = state.number_of(key) is not None
    edit = altered(RecordKind.UNIT, unit, valid_to=day, number_state=NumberState.NONE if own else unit.number_state)
    placements = [removed(RecordKind.PLACEMENT, item) for item in state.placements(key)]
    return [*placements, *without_number(state, key), *([edit] if edit else [])]


def succession(state: State, unit: str, successor: str) -> list[Edit]:
    """The edit that notes who takes over, unless it is noted already."""
    record = Succession(succession_key(unit, successor), unit, successor)
    there = state.record(RecordKind.SUCCESSION, record.key) is not None
    return [] if there else [created(RecordKind.SUCCESSION, record)]


def _closing_day(view: Scene, unit: Unit) -> date:
    if view.day is None:
        raise Refused("close.date_needed", unit=unit.name)
    check_ending(view, unit, view.day)
    return view.day


def _branch(state: State, unit: str) -> list[str]:
    """The unit and all below, children before parents."""
    return [found.key for _, found in state.walk(unit)][::-1]


def _succession_edits(view: Scene, unit: Unit, successors: Sequence[str], closing: set[str]) -> Iterator[Edit]:
    for successor in dict.fromkeys(successors):
        other = view.unit(successor)
        if successor in closing:
            raise Refused("close.successor_closes", unit=unit.name, successor=other.name)
        yield from succession(view.state, unit.key, successor)


def _endings_set(plan: Plan, unit: str) -> Iterator[date]:
    """The days on which the plan sets or takes away the unit's closing date."""
    for change in plan.timeline.changes:
        for edit in change.edits:
            mine = edit.kind is RecordKind.UNIT and edit.key == unit and edit.act is EditAct.UPDATE
            if mine and change.day is not None and "valid_to" in edit.after():
                yield change.day


def _closing_change(plan: Plan, unit: str) -> Change | None:
    """The plan's latest effective change that set the unit's closing date."""
    for change in reversed(plan.timeline.changes):
        for edit in change.edits:
            if edit.kind is RecordKind.UNIT and edit.key == unit and edit.after().get("valid_to") is not None:
                return change
    return None


def _restored(change: Change, unit: str) -> Iterator[Edit]:
    numbers = {
        edit.key for edit in change.edits if edit.kind is RecordKind.NUMBER and edit.before().get("unit") == unit
    }
    for edit in reversed(change.edits):
        before, after = edit.before(), edit.after()
        mine = unit in (before.get("unit"), after.get("unit")) or before.get("number") in numbers
        if mine and edit.kind is not RecordKind.UNIT:
            yield edit.inverse()


def _still_ended(state: State, edit: Edit) -> bool:
    there = state.record(edit.kind, edit.key) is not None
    return there is (edit.act is not EditAct.CREATE)


def _reopened(view: Scene, unit: Unit, restored: Sequence[Edit]) -> list[Edit]:
    """The unit without its closing date; it has a number of its own again only where one comes back."""
    owns = any(edit.kind is RecordKind.NUMBER for edit in restored)
    state = NumberState.OWN if owns else unit.number_state
    return list(present([altered(RecordKind.UNIT, unit, valid_to=None, number_state=state)]))


def _givers(view: Scene, restored: Sequence[Edit], closing: Change | None) -> list[Edit]:
    """Units that took a number over and now give it back stand as they did before."""
    before = {edit.key: edit.before().get("number_state") for edit in (closing.edits if closing else ())}
    moved = [edit.key for edit in restored if edit.kind is RecordKind.NUMBER and edit.act is EditAct.UPDATE]
    givers = (view.state.units[view.state.numbers[key].unit] for key in moved)
    states = ((giver, before.get(giver.key) is NumberState.INHERITED) for giver in givers)
    return list(present(_given_back(giver, inherits=inherits) for giver, inherits in states))


def _given_back(unit: Unit, *, inherits: bool) -> Edit | None:
    return altered(RecordKind.UNIT, unit, number_state=NumberState.INHERITED if inherits else NumberState.NONE)
