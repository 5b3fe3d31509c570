"""What must hold in the tree on every day, and which of it a change would break."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sorstudio.model.change import Change, EditAct
from sorstudio.model.errors import Refused
from sorstudio.model.records import OWNER_FIELD, LocationNumber, NumberState, Record, RecordKind, Unit, UnitKind
from sorstudio.model.state import State
from sorstudio.model.timeline import START, Timeline

Ref = tuple[RecordKind, str]
_OWNED_BY = {RecordKind.UNIT: "unit", RecordKind.NUMBER: "number", RecordKind.REQUEST: "request"}
_OWNER_KIND = {RecordKind.CAPABILITY: RecordKind.NUMBER, RecordKind.ANSWER: RecordKind.REQUEST}
_FIELDS_OF_LAWS = frozenset({"parent", "kind", "valid_to", "number_state", "unit", "number", "gln"})
ALLOWED_PARENT = {
    UnitKind.IE: frozenset[UnitKind](),
    UnitKind.SI: frozenset({UnitKind.IE}),
    UnitKind.OE: frozenset({UnitKind.SI, UnitKind.OE}),
}


@dataclass(frozen=True, slots=True)
class Violation:
    """One law of the tree that one unit breaks; the codes are those of the refusals."""

    code: str
    unit: str
    other: str = ""


def check(before: Timeline, after: Timeline, change: Change) -> None:
    """Refuse a change that breaks the tree on the day it takes effect or on any later day, naming the day.

    What was broken already (faults in the register file) does not refuse a change.
    """
    if not _bears_on_the_tree(change):
        return
    first = change.day or before.baseline.day
    for day in (first, *after.later(first)):
        old, new = before.state(day), after.state(day)
        touched = _neighbourhood(change, old, new)
        fresh = violations(new, touched) - violations(old, touched)
        if fresh:
            raise _refusal(min(fresh, key=lambda item: (item.code, item.unit)), new, old, day)


def _bears_on_the_tree(change: Change) -> bool:
    """Whether a law can be broken at all: a new name or type breaks none on any day."""
    return bool(change.carried) or any(
        edit.act is not EditAct.UPDATE or any(item.field in _FIELDS_OF_LAWS for item in edit.fields)
        for edit in change.edits
    )


def violations(state: State, touched: Iterable[Ref]) -> set[Violation]:
    """The laws that the given records break on the day of the state."""
    found: set[Violation] = set()
    for kind, key in touched:
        record = state.record(kind, key)
        if isinstance(record, Unit):
            found.update(_tree_laws(state, record), _number_laws(state, record))
        elif isinstance(record, LocationNumber):
            found.update(_number_twice(state, record))
        elif record is None:
            found.update(_orphans(state, kind, key))
    return found


def _tree_laws(state: State, unit: Unit) -> Iterator[Violation]:
    if unit.parent is None:
        if unit.kind is not UnitKind.IE:
            yield Violation("tree.no_parent", unit.key)
        elif len(state.roots()) > 1:
            yield Violation("tree.two_owners", unit.key)
        return
    parent = state.units.get(unit.parent)
    if parent is None:
        yield Violation("tree.parent_missing", unit.key, unit.parent)
        return
    if parent.kind not in ALLOWED_PARENT[unit.kind]:
        yield Violation("tree.kind_under_kind", unit.key, parent.key)
    if _in_loop(state, unit.key):
        yield Violation("tree.loop", unit.key, parent.key)
    if closes_too_late(unit, parent):
        yield Violation("tree.parent_closes", unit.key, parent.key)


def _number_laws(state: State, unit: Unit) -> Iterator[Violation]:
    numbers = len(state.owned.get((RecordKind.NUMBER, unit.key), ()))
    if numbers and unit.number_state is not NumberState.OWN:
        yield Violation("number.state_differs", unit.key)
    if not numbers and unit.number_state is NumberState.OWN:
        yield Violation("number.own_missing", unit.key)
    if numbers > 1:
        yield Violation("number.two", unit.key)


def _number_twice(state: State, number: LocationNumber) -> Iterator[Violation]:
    twins = (other for other in state.numbers.values() if other.gln == number.gln and other.key != number.key)
    if number.gln is not None:
        yield from (Violation("number.twice", number.unit, twin.unit) for twin in twins)


def _orphans(state: State, kind: RecordKind, key: str) -> Iterator[Violation]:
    """Records that belong to one that is not there."""
    for member in (member for member, field in OWNER_FIELD.items() if field == _OWNED_BY.get(kind)):
        for orphan in state.owned.get((member, key), ()):
            yield Violation(f"{member}.owner_missing", orphan, key)
    if kind is RecordKind.UNIT:
        yield from (Violation("tree.parent_missing", child, key) for child in state.children(key))


def closes_too_late(unit: Unit, parent: Unit) -> bool:
    """Whether the parent closes before the unit does."""
    return parent.valid_to is not None and (unit.valid_to is None or unit.valid_to > parent.valid_to)


def _in_loop(state: State, key: str) -> bool:
    seen: set[str] = set()
    at: str | None = key
    while at is not None and at in state.units:
        if at in seen:
            return True
        seen.add(at)
        at = state.units[at].parent
    return False


def _neighbourhood(change: Change, old: State, new: State) -> set[Ref]:
    """What a change touches, the owners of it, and the children of units."""
    found: set[Ref] = set()
    for kind, key in change.touches():
        found.add((kind, key))
        for state in (old, new):
            found.update(_owner(state.record(kind, key), kind))
            if kind is RecordKind.UNIT:
                found.update((RecordKind.UNIT, child) for child in state.children(key))
    return found


def _owner(record: Record | None, kind: RecordKind) -> Iterator[Ref]:
    if record is None or kind not in OWNER_FIELD:
        return
    owner = getattr(record, OWNER_FIELD[kind])
    if owner is not None:
        yield _OWNER_KIND.get(kind, RecordKind.UNIT), owner


def _refusal(violation: Violation, new: State, old: State, day: date) -> Refused:
    return Refused(
        violation.code,
        unit=_name(violation.unit, new, old),
        other=_name(violation.other, new, old),
        day=day if day != START else "",
    )


def _name(key: str, new: State, old: State) -> str:
    found = new.units.get(key) or old.units.get(key)
    return found.name if found else key
