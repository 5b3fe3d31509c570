"""What a newer register file shows of what a line asks for, judged by value, whatever became of the request."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from sorstudio.model.records import LocationNumber, Unit
from sorstudio.model.state import State
from sorstudio.requests.drafts import message_label
from sorstudio.requests.line import NUMBER_ACTIONS, Action, FieldChange, Line


def missing(state: State, line: Line) -> tuple[FieldChange, ...]:
    """What the line asks for and the register does not show; a new unit is asked for as a whole."""
    unit = state.units.get(line.unit)
    if line.action is Action.CREATE:
        return line.fields if unit is None else ()
    if unit is None:
        return () if line.action in (Action.CLOSE, Action.CLOSE_NUMBER, Action.REMOVE_MESSAGE) else line.fields
    if line.action in NUMBER_ACTIONS and _speaks_of_the_number(line):
        return () if _number_is_so(state, line) else line.fields
    return tuple(one for one in line.fields if not _is_so(state, unit, line, one))


def _speaks_of_the_number(line: Line) -> bool:
    return line.action is not Action.SET_NUMBER or any(one.field != "number_state" for one in line.fields)


def _number_is_so(state: State, line: Line) -> bool:
    """Which number the unit has, and that its details are as asked; an ordered number is there once one is issued."""
    found = state.number_of(line.unit)
    if line.action is Action.CLOSE_NUMBER:
        return found is None or found.gln != line.gln
    if found is None or (line.gln is not None and found.gln != line.gln):
        return False
    return found.gln is not None and all(_detail_is_so(found, one) for one in line.fields)


def _detail_is_so(number: LocationNumber, change: FieldChange) -> bool:
    """The number itself was looked at; how the unit stands to numbers follows from it."""
    return change.field in ("gln", "number_state", "unit") or bool(getattr(number, change.field) == change.after)


def _is_so(state: State, unit: Unit, line: Line, change: FieldChange) -> bool:
    if change.field == "valid_to" and isinstance(change.after, date):
        return unit.valid_to is not None and (
            unit.valid_to == change.after or (change.before is None and unit.valid_to < change.after)
        )
    if change.field in _MEMBERS:
        members = frozenset(_MEMBERS[change.field](state, unit))
        return change.after in members if change.after is not None else change.before not in members
    if change.field == "specialities":
        return unit.specialities_known and change.after == tuple(one.code for one in state.specialities(unit.key))
    return bool(getattr(unit, change.field) == change.after)


def _messages(state: State, unit: Unit) -> Iterator[str]:
    number = state.number_of(unit.key)
    return (message_label(one) for one in state.capabilities(number.key)) if number else iter(())


def _successors(state: State, unit: Unit) -> Iterator[str]:
    return (one.successor for one in state.successions(unit.key))


# Fields of a line that name one member of a set: it comes (after) or goes (before).
_MEMBERS: Mapping[str, Callable[[State, Unit], Iterator[str]]] = {
    "message_type": _messages,
    "successor": _successors,
}
