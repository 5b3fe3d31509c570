"""Two register files side by side, unit by unit: what a file tells of a unit, and how two tellings differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from sorstudio.model.records import UNKNOWN, Address, Contact, Value


class RegisterChange(StrEnum):
    """What happened to a unit between two register files."""

    NEW = "new"
    CLOSED = "closed"
    REOPENED = "reopened"
    MOVED = "moved"
    RENAMED = "renamed"
    TYPE = "type"
    NUMBER = "number"
    MESSAGE_TYPES = "message_types"
    ADDRESS = "address"
    CONTACT = "contact"
    SPECIALITIES = "specialities"
    REPLACED_BY = "replaced_by"
    OTHER = "other"


INHERITED = "inherited"
"""Stands for a location number that is the parent's."""

Facts: TypeAlias = tuple[Value, ...]
"""What one file tells of one unit, in the order of FIELDS; `valid_to` is the last day, as SOR's own files have it."""

NUMBER_DETAILS = (
    "system", "vendor", "net_operator", "region", "administrator", "internal_only", "inactive", "note",
)  # fmt: skip
PLAIN_FIELDS = (
    "cvr", "p_number", "provider_number", "shak", "local_code", "pharmacy_number", "kombit_id", "organisational_level",
    "geographic_relation", "geographic_parent", "ambulant", "admits_patients", "reporting_level",
)  # fmt: skip
ADDRESSES = ("postal", "visiting", "activity")
CHANGE_OF: dict[str, RegisterChange] = {
    "parent": RegisterChange.MOVED,
    "name": RegisterChange.RENAMED,
    "valid_to": RegisterChange.CLOSED,
    "unit_type": RegisterChange.TYPE,
    "number": RegisterChange.NUMBER,
    **dict.fromkeys(NUMBER_DETAILS, RegisterChange.NUMBER),
    "message_types": RegisterChange.MESSAGE_TYPES,
    **dict.fromkeys(ADDRESSES, RegisterChange.ADDRESS),
    "contact": RegisterChange.CONTACT,
    "specialities": RegisterChange.SPECIALITIES,
    "replaced_by": RegisterChange.REPLACED_BY,
    "kind": RegisterChange.OTHER,
    **dict.fromkeys(PLAIN_FIELDS, RegisterChange.OTHER),
}
FIELDS = tuple(CHANGE_OF)
PLACE = {name: place for place, name in enumerate(FIELDS)}
_NUMBER = PLACE["number"]


@dataclass(frozen=True, slots=True)
class UnitChange:
    """One difference at one unit. `field` is empty where the unit came or went; `owner` is the top of its tree."""

    unit: str
    name: str
    change: RegisterChange
    field: str = ""
    before: Value = None
    after: Value = None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that two files tell differently."""

    change: RegisterChange
    field: str
    before: Value
    after: Value


def field_changes(before: Facts, after: Facts, fields: Sequence[str], *, is_same_layout: bool) -> Iterator[FieldChange]:
    """The fields that differ among those asked for; what one side does not know is no difference.

    Layouts cut an address up differently, so that across layouts only street and place are compared.
    """
    keeps_number = before[_NUMBER] == after[_NUMBER]
    for field in fields:
        place = PLACE[field]
        old, new = before[place], after[place]
        if old == new or UNKNOWN in (old, new) or (field in NUMBER_DETAILS and not keeps_number):
            continue
        if is_same_layout or _plainly(old) != _plainly(new):
            yield FieldChange(_change(field, new), field, old, new)


def _change(field: str, after: Value) -> RegisterChange:
    return RegisterChange.REOPENED if field == "valid_to" and after is None else CHANGE_OF[field]


def _plainly(value: Value) -> Value:
    if isinstance(value, Address):
        parts = (value.street, value.building, value.floor, value.suite, value.postcode, value.city)
        return " ".join(filter(None, parts)).casefold() or None
    return value.line().casefold() or None if isinstance(value, Contact) else value


def value_texts(before: Value, after: Value) -> tuple[Value, Value]:
    """Both values as text or truth; an address in full where its line alone would not show the difference."""
    lines = _line(before), _line(after)
    return lines if lines[0] != lines[1] else (_in_full(before), _in_full(after))


def _line(value: Value) -> Value:
    return value.line() if isinstance(value, Address | Contact) else value


def _in_full(value: Value) -> Value:
    if not isinstance(value, Address):
        return _line(value)
    return ", ".join(f"{name}: {part}" for name in Address.__dataclass_fields__ if (part := getattr(value, name)))
