"""The value that holds at a unit, and the unit it comes from. Computed every time, never copied (design, section 6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sorstudio.model.records import (
    Address,
    AddressUse,
    Contact,
    LocationNumber,
    NumberState,
    Unit,
    UnitKind,
    Unknown,
)
from sorstudio.model.state import State


@dataclass(frozen=True, slots=True)
class Held:
    """A value that holds at a unit and the key of the unit that gives it (the unit itself where it is its own)."""

    value: Address | Contact
    giver: str


def number_giver(state: State, unit: str) -> str | None:
    """The unit whose own number holds here, or None.

    A number is inherited only where the unit itself says so; it then comes from the nearest unit above with a number of
    its own (MedCom's governance for CareCommunication).
    """
    if state.number_of(unit) is not None:
        return unit
    if state.units[unit].number_state is not NumberState.INHERITED:
        return None
    return nearest_number_above(state, unit)


def number_at(state: State, unit: str) -> LocationNumber | None:
    """The location number that holds at a unit, its own or inherited."""
    giver = number_giver(state, unit)
    return state.number_of(giver) if giver is not None else None


def inheritors(state: State, unit: str) -> tuple[str, ...]:
    """The units below that use this unit's own number, in tree order."""
    return tuple(_inheriting(state, unit)) if state.number_of(unit) is not None else ()


def nearest_number_above(state: State, unit: str) -> str | None:
    """The unit that gives its number if `unit` inherits, or None."""
    return next((key for key in state.ancestors(unit) if state.number_of(key) is not None), None)


def _inheriting(state: State, unit: str) -> Iterator[str]:
    for child in state.children(unit):
        if state.number_of(child) is not None:
            continue
        if state.units[child].number_state is NumberState.INHERITED:
            yield child
        yield from _inheriting(state, child)


def address_at(state: State, unit: str, use: AddressUse) -> Held | Unknown | None:
    """The address that holds at a unit, as a whole block (SOR XML documentation 2.0.0).

    A missing visiting address is the unit's postal address, a missing activity address its visiting address, a missing
    postal address the parent's.
    """
    own = _FIELD[use](state.units[unit])
    if isinstance(own, Address):
        return Held(own, unit)
    if isinstance(own, Unknown):
        return own
    if use is not AddressUse.POSTAL:
        return address_at(state, unit, _FALLBACK[use])
    return _from_above(state, unit, lambda one: one.postal)


def contact_at(state: State, unit: str) -> Held | Unknown | None:
    """The telephone, e-mail and website that hold at a unit, as one block."""
    own = state.units[unit].contact
    if isinstance(own, Contact):
        return Held(own, unit)
    return own if isinstance(own, Unknown) else _from_above(state, unit, lambda one: one.contact)


def _from_above(
    state: State, unit: str, block: Callable[[Unit], Address | Contact | Unknown | None]
) -> Held | Unknown | None:
    for key in state.ancestors(unit):
        value = block(state.units[key])
        if isinstance(value, Unknown):
            return value
        if value is not None:
            return Held(value, key)
    return None


_FIELD: dict[AddressUse, Callable[[Unit], Address | Unknown | None]] = {
    AddressUse.POSTAL: lambda unit: unit.postal,
    AddressUse.VISITING: lambda unit: unit.visiting,
    AddressUse.ACTIVITY: lambda unit: unit.activity,
}
_FALLBACK = {AddressUse.VISITING: AddressUse.POSTAL, AddressUse.ACTIVITY: AddressUse.VISITING}


def inherits_by_kind(kind: UnitKind) -> bool:
    """Whether a unit of this kind can inherit at all: the owner has nobody above."""
    return kind is not UnitKind.IE
