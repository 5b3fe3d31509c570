"""The tree as rows, one a unit, with what holds there and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from datetime import date

from sorstudio.model.inherit import number_giver
from sorstudio.model.plan import Plan
from sorstudio.model.records import LocationNumber, NumberState, Unit, UnitKind, Unknown
from sorstudio.model.state import State
from sorstudio.model.timeline import END


@dataclass(frozen=True, slots=True)
class MessageUse:
    """One message type that the number at a unit receives or sends."""

    type: str
    version: str
    direction: str


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One unit in tree order. `location_number_from` is the unit that owns the number; `unknown` names the fields
    that the register file did not carry."""

    key: str
    sor_id: str | None
    kind: UnitKind
    name: str
    parent: str | None
    level: int
    unit_type: str | None
    unit_type_code: str | None
    location_number: str | None
    location_number_state: NumberState | None
    location_number_from: str | None
    message_types: tuple[MessageUse, ...]
    offers: tuple[str, ...]
    status: str
    unknown: tuple[str, ...]


COLUMNS = tuple(item.name for item in fields(TreeRow))
# What a person who reads the tree calls a field, where it is not the record's own word.
_SHOWN_AS = {"number_state": "location_number"}


def tree_rows(plan: Plan, language: str, on: date | None = None) -> Iterator[TreeRow]:
    """Every unit of the day, closed ones too; without a day after everything planned has taken effect."""
    state = plan.state(on or END)
    for depth, unit in state.walk():
        giver = number_giver(state, unit.key)
        number = state.number_of(giver) if giver is not None else None
        yield TreeRow(
            key=unit.key,
            sor_id=unit.sor_id,
            kind=unit.kind,
            name=unit.name,
            parent=unit.parent,
            level=depth,
            unit_type=_type_name(plan, unit, language),
            unit_type_code=_type_code(plan, unit),
            location_number=number.gln if number else None,
            location_number_state=None if isinstance(unit.number_state, Unknown) else unit.number_state,
            location_number_from=giver,
            message_types=_messages(state, number),
            offers=tuple(sorted(placement.offer for placement in state.placements(unit.key))),
            status=plan.status(unit.key, on),
            unknown=tuple(_unknown(unit, number)),
        )


def row_data(row: TreeRow) -> dict[str, object]:
    """The row as JSON has it."""
    return asdict(row)


def _type_name(plan: Plan, unit: Unit, language: str) -> str | None:
    if isinstance(unit.unit_type, Unknown) or unit.unit_type is None:
        return None
    found = plan.codes.unit_type(unit.unit_type)
    return found.name(language) if found else unit.unit_type


def _type_code(plan: Plan, unit: Unit) -> str | None:
    if isinstance(unit.unit_type, Unknown) or unit.unit_type is None:
        return None
    found = plan.codes.unit_type(unit.unit_type)
    return found.code if found else None


def _messages(state: State, number: LocationNumber | None) -> tuple[MessageUse, ...]:
    if number is None:
        return ()
    return tuple(MessageUse(one.type, one.version, one.direction.value) for one in state.capabilities(number.key))


def _unknown(unit: Unit, number: LocationNumber | None) -> Iterator[str]:
    for item in fields(unit):
        if isinstance(getattr(unit, item.name), Unknown):
            yield _SHOWN_AS.get(item.name, item.name)
    if not unit.specialities_known:
        yield "specialities"
    if number is not None and not number.messages_known:
        yield "message_types"
