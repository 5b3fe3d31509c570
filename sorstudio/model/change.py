"""A change is data: for every record it touches, the fields where before and after differ."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from sorstudio.model.records import Record, RecordKind, Value


class EditAct(StrEnum):
    """Whether an edit brings a record into being, alters it, or takes it away."""

    CREATE = "create"
    UPDATE = "update"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """One field, before and after."""

    field: str
    before: Value
    after: Value

    def inverse(self) -> FieldEdit:
        """The same field, the other way."""
        return FieldEdit(self.field, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Edit:
    """What happens to one record. A created or removed record lists all its fields that are not None."""

    kind: RecordKind
    key: str
    act: EditAct
    fields: tuple[FieldEdit, ...] = ()

    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.kind, self.key, _INVERSE[self.act], tuple(item.inverse() for item in self.fields))

    def after(self) -> dict[str, Value]:
        """Field values when the edit is made."""
        return {item.field: item.after for item in self.fields}

    def before(self) -> dict[str, Value]:
        """Field values before the edit."""
        return {item.field: item.before for item in self.fields}


_INVERSE = {EditAct.CREATE: EditAct.REMOVE, EditAct.REMOVE: EditAct.CREATE, EditAct.UPDATE: EditAct.UPDATE}


@dataclass(frozen=True, slots=True)
class Change:
    """One act of one person.

    `follows` holds the change it was made on (two after a join), `day` the date it takes effect (None is a
    correction), `code` and `params` read as a sentence. `baseline` is set by the act that adopts a newer register
    file; `carried` are changes that this act brings along (replayed on an adopted baseline, or joined from a branch).
    """

    id: str
    code: str
    edits: tuple[Edit, ...] = ()
    params: Mapping[str, str] = field(default_factory=dict)
    day: date | None = None
    reason: str | None = None
    author: str = ""
    time: datetime | None = None
    follows: tuple[str, ...] = ()
    baseline: str | None = None
    carried: tuple[Change, ...] = ()

    def touches(self) -> frozenset[tuple[RecordKind, str]]:
        """Every record that the change and what it carries have to do with."""
        own = {(edit.kind, edit.key) for edit in self.edits}
        return frozenset(own.union(*(change.touches() for change in self.carried)))

    def signed(self, author: str, time: datetime, follows: tuple[str, ...]) -> Change:
        """The change as it goes into the journal."""
        return replace(self, author=self.author or author, time=self.time or time, follows=follows)


def new_id() -> str:
    """A fresh identity for a change or a planned record."""
    return str(uuid.uuid4())


def now() -> datetime:
    """The time, in UTC and to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def record_values(record: Record) -> dict[str, Value]:
    """The fields of a record except its key."""
    return {item.name: getattr(record, item.name) for item in fields(record) if item.name != "key"}


def created(kind: RecordKind, record: Record) -> Edit:
    """The edit that brings `record` into being."""
    values = record_values(record).items()
    return Edit(kind, record.key, EditAct.CREATE, tuple(FieldEdit(name, None, value) for name, value in values))


def removed(kind: RecordKind, record: Record) -> Edit:
    """The edit that takes `record` away."""
    return created(kind, record).inverse()


def updated(kind: RecordKind, before: Record, after: Record) -> Edit | None:
    """The edit from one form of a record to another, or None where they are equal."""
    old = record_values(before)
    differing = tuple(
        FieldEdit(name, old[name], value) for name, value in record_values(after).items() if old[name] != value
    )
    return Edit(kind, before.key, EditAct.UPDATE, differing) if differing else None


def altered(kind: RecordKind, record: Record, **values: Value) -> Edit | None:
    """The edit that gives `record` new values, or None where it has them already."""
    pairs = ((name, getattr(record, name), value) for name, value in values.items())
    differing = tuple(FieldEdit(name, old, value) for name, old, value in pairs if old != value)
    return Edit(kind, record.key, EditAct.UPDATE, differing) if differing else None


def present(edits: Iterable[Edit | None]) -> tuple[Edit, ...]:
    """Only the edits that do something."""
    return tuple(edit for edit in edits if edit is not None)
