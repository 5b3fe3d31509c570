"""The net difference of a plan against its baseline: per record, field and date only what is different in the end.

A name changed there and back is nothing, a record made and taken away is nothing, two dated renames are two steps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from itertools import groupby

from sorstudio.model.change import Change, Edit, EditAct
from sorstudio.model.records import CLASS_OF, UNKNOWN, Record, RecordKind, Value
from sorstudio.model.state import apply_edit
from sorstudio.model.timeline import START, Timeline

Ref = tuple[RecordKind, str]
IN_SOR = frozenset(
    {
        RecordKind.UNIT,
        RecordKind.NUMBER,
        RecordKind.CAPABILITY,
        RecordKind.SPECIALITY,
        RecordKind.SUCCESSION,
    }
)
_ONLY_OURS = frozenset({"rank", "specialities_known", "messages_known"})


@dataclass(frozen=True, slots=True)
class FieldStep:
    """One field, before and after, and the change that gave it its last value."""

    field: str
    before: Value
    after: Value
    change: Change


@dataclass(frozen=True, slots=True)
class NetStep:
    """What is different about one record from one day on (None: a correction, which holds from the data's day).

    `old` is the record as it would be that day without the step.
    """

    kind: RecordKind
    key: str
    act: EditAct
    day: date | None
    fields: tuple[FieldStep, ...]
    old: Record | None
    edits: tuple[Edit, ...]
    changes: tuple[Change, ...]

    @property
    def new(self) -> Record | None:
        """The record as the step leaves it; made when it is asked for, because most steps are only read by field."""
        record = self.old
        for edit in self.edits:
            record = apply_edit(record, edit)
        return record

    @property
    def record(self) -> Record:
        """The record as the step leaves it, or as it was where the step takes it away."""
        found = self.new or self.old
        if found is None:
            raise LookupError(self.key)
        return found

    @property
    def in_sor(self) -> bool:
        """Whether SOR holds anything of this; offers, notes, settings and the order of children it does not."""
        if self.kind not in IN_SOR:
            return False
        return self.act is not EditAct.UPDATE or any(step.field not in _ONLY_OURS for step in self.fields)


@dataclass(frozen=True, slots=True)
class _Dated:
    """One edit with the day and position that decide its order."""

    day: date
    position: int
    edit: Edit
    change: Change


def net_steps(timeline: Timeline) -> tuple[NetStep, ...]:
    """Every step: records in the order in which they were first touched, and by date within a record."""
    grouped: dict[Ref, list[_Dated]] = defaultdict(list)
    for position, change in enumerate(timeline.changes):
        for edit in change.edits:
            grouped[edit.kind, edit.key].append(_Dated(change.day or START, position, edit, change))
    return tuple(step for ref, edits in grouped.items() for step in _of_record(timeline, ref, edits))


def _of_record(timeline: Timeline, ref: Ref, edits: list[_Dated]) -> Iterator[NetStep]:
    if len(edits) > 1:
        edits.sort(key=lambda item: (item.day, item.position))
    earlier: list[_Dated] = []
    for day, group in groupby(edits, key=lambda item: item.day):
        today = list(group)
        yield from _step(timeline, ref, earlier, today, day)
        earlier.extend(today)


def _step(
    timeline: Timeline, ref: Ref, earlier: Sequence[_Dated], today: Sequence[_Dated], day: date
) -> Iterator[NetStep]:
    plain = timeline.plain(timeline.baseline.day if day == START else day).record(*ref)
    old = _made(plain, earlier)
    act = _act(old, today)
    found = _fields(old, today, act) if act is not None else ()
    if act is not None and (found or act is not EditAct.UPDATE):
        shown = None if day == START else day
        changes = tuple({item.change.id: item.change for item in today}.values())
        yield NetStep(*ref, act, shown, found, old, tuple(item.edit for item in today), changes)


def _made(record: Record | None, edits: Sequence[_Dated]) -> Record | None:
    for item in edits:
        record = apply_edit(record, item.edit)
    return record


def _act(old: Record | None, edits: Sequence[_Dated]) -> EditAct | None:
    """What the edits of one day come to; None where the record is not there before or after."""
    there = old is not None
    for item in edits:
        there = item.edit.act is EditAct.CREATE or (there and item.edit.act is EditAct.UPDATE)
    if old is None:
        return EditAct.CREATE if there else None
    return EditAct.UPDATE if there else EditAct.REMOVE


def _fields(old: Record | None, edits: Sequence[_Dated], act: EditAct) -> tuple[FieldStep, ...]:
    """The fields that differ. What nobody knows is never asked for, so UNKNOWN is never an after."""
    if act is EditAct.UPDATE and all(item.edit.act is EditAct.UPDATE for item in edits):
        last = {step.field: (step.after, item.change) for item in edits for step in item.edit.fields}
        steps: Iterator[FieldStep] = (
            FieldStep(name, _value(old, name), after, change) for name, (after, change) in last.items()
        )
    else:
        steps = _whole(old, _made(old, edits), edits)
    return tuple(step for step in steps if step.before != step.after and step.after is not UNKNOWN)


def _whole(old: Record | None, new: Record | None, edits: Sequence[_Dated]) -> Iterator[FieldStep]:
    """Every field of a record that comes or goes."""
    sources = {step.field: item.change for item in edits for step in item.edit.fields}
    return (
        FieldStep(name, _value(old, name), _value(new, name), sources.get(name, edits[-1].change))
        for name in _names(new or old)
    )


def _names(record: Record | None) -> tuple[str, ...]:
    return _FIELDS[type(record)] if record is not None else ()


def _value(record: Record | None, name: str) -> Value:
    value: Value = getattr(record, name) if record is not None else None
    return value


_FIELDS: dict[type, tuple[str, ...]] = {
    one: tuple(item.name for item in fields(one) if item.name != "key") for one in CLASS_OF.values()
}


def created_units(steps: Sequence[NetStep]) -> tuple[str, ...]:
    """The keys of the units that the plan brings into being."""
    return tuple(step.key for step in steps if step.act is EditAct.CREATE and step.kind is RecordKind.UNIT)
