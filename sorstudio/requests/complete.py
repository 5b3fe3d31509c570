"""The complete new state of a unit: SOR replaces a whole unit, so an edit must say every field, also what stays.

What the register file did not carry is marked as unknown, so that it is kept as it is in SOR and never sent empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sorstudio.model.inherit import Held, address_at, contact_at, number_at, number_giver
from sorstudio.model.records import UNKNOWN, AddressUse, NumberState, Unit, Unknown
from sorstudio.model.state import State
from sorstudio.requests.line import FieldValue

PLAIN = (
    "cvr", "p_number", "provider_number", "shak", "local_code", "pharmacy_number", "kombit_id", "organisational_level",
    "geographic_relation", "geographic_parent", "ambulant", "admits_patients", "reporting_level",
)  # fmt: skip


class Origin(StrEnum):
    """Where the value of a field comes from."""

    OWN = "own"
    INHERITED = "inherited"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CompleteField:
    """One field with its value; `giver` is the unit it is inherited from."""

    field: str
    value: FieldValue
    origin: Origin
    giver: str | None = None


@dataclass(frozen=True, slots=True)
class CompleteUnit:
    """Every field of one unit on one day."""

    unit: str
    fields: tuple[CompleteField, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that the register file did not carry."""
        return tuple(one.field for one in self.fields if one.origin is Origin.UNKNOWN)

    @property
    def is_complete(self) -> bool:
        """Whether every field is known."""
        return not self.missing

    def find(self, name: str) -> CompleteField:
        """One field."""
        return next(one for one in self.fields if one.field == name)


def complete_unit(state: State, key: str) -> CompleteUnit:
    """Every field of a unit as the state has it, own and inherited told apart."""
    unit = state.units[key]
    return CompleteUnit(key, tuple(_fields(state, unit)))


def _fields(state: State, unit: Unit) -> Iterator[CompleteField]:
    yield CompleteField("kind", unit.kind, Origin.OWN)
    yield CompleteField("name", unit.name, Origin.OWN)
    yield _plain("parent", unit.parent)
    yield _plain("unit_type", unit.unit_type)
    yield _specialities(state, unit)
    for use, name in zip(AddressUse, ("postal", "visiting", "activity"), strict=True):
        yield _block(name, address_at(state, unit.key, use), unit)
    yield _block("contact", contact_at(state, unit.key), unit)
    yield _plain("number_state", unit.number_state)
    yield _number(state, unit)
    yield from (_plain(name, getattr(unit, name)) for name in PLAIN)
    yield _plain("valid_to", unit.valid_to)


def _plain(name: str, value: FieldValue) -> CompleteField:
    if value is UNKNOWN:
        return CompleteField(name, UNKNOWN, Origin.UNKNOWN)
    return CompleteField(name, value, Origin.NONE if value is None else Origin.OWN)


def _specialities(state: State, unit: Unit) -> CompleteField:
    if not unit.specialities_known:
        return CompleteField("specialities", UNKNOWN, Origin.UNKNOWN)
    codes = tuple(member.code for member in state.specialities(unit.key))
    return CompleteField("specialities", codes, Origin.OWN if codes else Origin.NONE)


def _block(name: str, held: Held | Unknown | None, unit: Unit) -> CompleteField:
    """A unit without a block of its own inherits, also where the file does not say what."""
    own = getattr(unit, name)
    if isinstance(own, Unknown):
        return CompleteField(name, UNKNOWN, Origin.UNKNOWN)
    if own is not None:
        return CompleteField(name, own, Origin.OWN)
    if isinstance(held, Unknown):
        return CompleteField(name, UNKNOWN, Origin.INHERITED)
    # A missing visiting address is the unit's own postal address: inherited, though from itself.
    return CompleteField(name, held.value, Origin.INHERITED, held.giver) if held else _plain(name, None)


def _number(state: State, unit: Unit) -> CompleteField:
    if unit.number_state is UNKNOWN:
        return CompleteField("gln", UNKNOWN, Origin.UNKNOWN)
    number = number_at(state, unit.key)
    if number is None:
        return CompleteField("gln", None, Origin.NONE)
    inherited = unit.number_state is NumberState.INHERITED
    giver = number_giver(state, unit.key) if inherited else None
    return CompleteField("gln", number.gln, Origin.INHERITED if inherited else Origin.OWN, giver)
