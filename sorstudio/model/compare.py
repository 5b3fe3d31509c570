"""Two states side by side: what was added, closed, moved, renamed or changed. A move is a move, not loss and gain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sorstudio.model.change import record_values
from sorstudio.model.records import (
    OWNER_FIELD,
    UNKNOWN,
    LocationNumber,
    MessageCapability,
    Record,
    RecordKind,
    SpecialityMember,
    Unit,
    Value,
)
from sorstudio.model.state import State

_ABOUT_THE_FILE = frozenset({"specialities_known", "messages_known"})


class What(StrEnum):
    """How one record, or one of its fields, differs between two states."""

    ADDED = "added"
    REMOVED = "removed"
    CLOSED = "closed"
    REOPENED = "reopened"
    MOVED = "moved"
    RENAMED = "renamed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference; `field` is empty for a record that is only on one side."""

    what: What
    kind: RecordKind
    key: str
    field: str = ""
    before: Value = None
    after: Value = None


def compare(before: State, after: State) -> tuple[Difference, ...]:
    """Every difference between two states, by kind of record. What either side does not know is no difference."""
    return tuple(found for kind in RecordKind for found in _of_kind(kind, before, after))


def _of_kind(kind: RecordKind, before: State, after: State) -> Iterator[Difference]:
    old, new = before.records[kind], after.records[kind]
    if old is new:
        return
    for key, record in new.items():
        earlier = old.get(key)
        if earlier is None:
            yield from _lone(What.ADDED, kind, record, (before, after))
        elif earlier is not record:
            yield from differences(kind, earlier, record)
    for key, record in old.items():
        if key not in new:
            yield from _lone(What.REMOVED, kind, record, (before, after))


def differences(kind: RecordKind, before: Record, after: Record) -> Iterator[Difference]:
    """How two forms of one record differ, field by field; the rank counts only where the parent stays."""
    old = record_values(before)
    moved = _is_moved(kind, before, after)
    for field, value in record_values(after).items():
        earlier = old[field]
        if value == earlier or field in _ABOUT_THE_FILE or UNKNOWN in (value, earlier) or (moved and field == "rank"):
            continue
        yield Difference(_what(kind, field, earlier, value), kind, before.key, field, earlier, value)


def _lone(what: What, kind: RecordKind, record: Record, states: tuple[State, State]) -> Iterator[Difference]:
    if all(_knows_members(state, record) for state in states):
        yield Difference(what, kind, record.key)


def _knows_members(state: State, record: Record) -> bool:
    """Whether a state can say that the owner of the record has it, or has it not."""
    if isinstance(record, MessageCapability):
        number = state.record(RecordKind.NUMBER, record.number)
        return not isinstance(number, LocationNumber) or number.messages_known
    if isinstance(record, SpecialityMember | LocationNumber):
        unit = state.units.get(record.unit)
        return unit is None or _knows(unit, record)
    return True


def _knows(unit: Unit, record: Record) -> bool:
    return unit.specialities_known if isinstance(record, SpecialityMember) else unit.number_state is not UNKNOWN


def _is_moved(kind: RecordKind, before: Record, after: Record) -> bool:
    owner = OWNER_FIELD.get(kind)
    return owner is not None and getattr(before, owner) != getattr(after, owner)


def _what(kind: RecordKind, field: str, before: Value, after: Value) -> What:
    if field == OWNER_FIELD.get(kind):
        return What.MOVED
    if field == "name":
        return What.RENAMED
    if field == "valid_to" and before is None:
        return What.CLOSED
    if field == "valid_to" and after is None:
        return What.REOPENED
    return What.CHANGED


def of_unit(found: Iterable[Difference], key: str) -> tuple[Difference, ...]:
    """Only the differences of one unit's own record."""
    return tuple(item for item in found if item.kind is RecordKind.UNIT and item.key == key)
