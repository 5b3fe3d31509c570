"""What stands in the three workbooks, cell by cell; how a workbook is written is another matter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from sorstudio.model.change import EditAct
from sorstudio.model.records import LocationNumber, MessageCapability
from sorstudio.requests.complete import CompleteField, Origin
from sorstudio.requests.envelope import Request
from sorstudio.requests.line import MESSAGE_ACTIONS, NUMBER_ACTIONS, Action, Addressee, Line
from sorstudio.requests.templates import template
from sorstudio.requests.words import sentence, warnings

Cell: TypeAlias = str | date | None
"""Text or a date; identifiers are text."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a header row and rows under it. A sheet without a header is plain text, line by line."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = field(repr=False)


# SOR replaces a whole unit when one of these is carried out.
_REPLACING = frozenset(
    {
        Action.RENAME,
        Action.SET_UNIT_TYPE,
        Action.SET_SPECIALITIES,
        Action.SET_ADDRESS,
        Action.SET_CONTACT,
        Action.EDIT,
    }
)
Column: TypeAlias = tuple[str, Callable[[Request, Line], Cell]]


def sheets(request: Request, addressee: Addressee) -> tuple[Sheet, ...]:
    """The sheets of the workbook for one addressee; the instructions come first."""
    envelope = request.envelope(addressee)
    lines = envelope.lines if envelope else ()
    return (_guide(request, addressee), *(sheet for sheet in _SHEETS[addressee](request, lines) if sheet.rows))


def _guide(request: Request, addressee: Addressee) -> Sheet:
    text = template(f"guide-{addressee}", request)
    return Sheet(request.texts.sentence("request.sheet.guide"), (), tuple((line,) for line in text.splitlines()))


def _own_edits(request: Request, lines: Sequence[Line]) -> Iterator[Sheet]:
    yield _table(request, "request.sheet.edits", _EDIT_COLUMNS, lines)
    yield _complete_states(request, lines)
    yield _new_units(request, lines)


def _institutions_and_numbers(request: Request, lines: Sequence[Line]) -> Iterator[Sheet]:
    numbers = [line for line in lines if line.action in NUMBER_ACTIONS]
    institutions = [line for line in lines if line.action not in NUMBER_ACTIONS]
    yield _table(request, "request.sheet.institutions", _EDIT_COLUMNS, institutions)
    yield _complete_states(request, institutions)
    yield _table(request, "request.sheet.numbers", _NUMBER_COLUMNS, numbers)
    yield _new_units(request, institutions)


def _message_types(request: Request, lines: Sequence[Line]) -> Iterator[Sheet]:
    ready = [line for line in lines if not line.held_back]
    held = [line for line in lines if line.held_back]
    yield _message_table(request, "request.sheet.messages", ready)
    yield _message_table(request, "request.sheet.held_back", held)


_SHEETS: dict[Addressee, Callable[[Request, Sequence[Line]], Iterator[Sheet]]] = {
    Addressee.MUNICIPALITY: _own_edits,
    Addressee.SDS: _institutions_and_numbers,
    Addressee.MEDCOM: _message_types,
}


def _table(request: Request, title: str, columns: Sequence[Column], lines: Iterable[Line]) -> Sheet:
    rows = tuple(tuple(cell(request, line) for _, cell in columns) for line in lines)
    return Sheet(request.texts.sentence(title), _header(request, [name for name, _ in columns]), rows)


def _header(request: Request, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(request.texts.sentence(f"request.column.{name}") for name in names)


def _action(request: Request, line: Line) -> Cell:
    return request.texts.value(f"word.action.{line.action}")


def _parent(request: Request, line: Line) -> Cell:
    unit = request.unit(line.unit)
    parent = request.unit(unit.parent) if unit and unit.parent else None
    if parent is None:
        return ""
    reference = request.reference(parent.key)
    return f"{parent.name} ({reference})" if reference else parent.name


def _remarks(request: Request, line: Line) -> Cell:
    held = [request.texts.sentence("request.held_back")] if line.held_back else []
    complete = request.complete(line) if line.action in _REPLACING else None
    partly = [] if complete is None or complete.is_complete else [request.texts.sentence("request.warning.incomplete")]
    return "\n".join([*held, *partly, *warnings(line, request.texts)])


def _number_field(name: str) -> Callable[[Request, Line], Cell]:
    def cell(request: Request, line: Line) -> Cell:
        number = request.number(line)
        value = getattr(number, name) if number is not None else None
        return "" if value is None else request.wording.value(name, value)

    return cell


def _gln(request: Request, line: Line) -> Cell:
    return _number_gln(request.number(line))


def _number_gln(number: LocationNumber | None) -> str:
    return (number.gln or "") if number else ""


def _contact(request: Request, line: Line) -> Cell:
    sender = request.sender
    return ", ".join(filter(None, (sender.name, sender.phone, sender.email)))


_EDIT_COLUMNS: tuple[Column, ...] = (
    ("line", lambda request, line: line.id),
    ("action", _action),
    ("unit", lambda request, line: line.unit_name),
    ("sor_id", lambda request, line: line.sor_id or ""),
    ("local_key", lambda request, line: request.local_keys.get(line.unit, "")),
    ("parent", _parent),
    ("sentence", lambda request, line: sentence(line, request.texts)),
    ("before", lambda request, line: request.wording.before(line.fields) if line.action is not Action.CREATE else ""),
    ("after", lambda request, line: request.wording.after(line.fields)),
    ("date", lambda request, line: line.day),
    ("waits_for", lambda request, line: request.waits(line)),
    ("reason", lambda request, line: line.reason or ""),
    ("remarks", _remarks),
    ("done", lambda request, line: ""),
)
_NUMBER_COLUMNS: tuple[Column, ...] = (
    ("line", lambda request, line: line.id),
    ("action", _action),
    ("unit", lambda request, line: line.unit_name),
    ("sor_id", lambda request, line: line.sor_id or ""),
    ("local_key", lambda request, line: request.local_keys.get(line.unit, "")),
    ("gln", _gln),
    ("system", _number_field("system")),
    ("vendor", _number_field("vendor")),
    ("net_operator", _number_field("net_operator")),
    ("region", _number_field("region")),
    ("internal_only", _number_field("internal_only")),
    ("contact", _contact),
    ("wished_date", lambda request, line: line.day),
    ("note", _number_field("note")),
    ("sentence", lambda request, line: sentence(line, request.texts)),
    ("before", lambda request, line: request.wording.before(line.fields)),
    ("after", lambda request, line: request.wording.after(line.fields)),
    ("waits_for", lambda request, line: request.waits(line)),
    ("reason", lambda request, line: line.reason or ""),
    ("remarks", _remarks),
)
_MESSAGE_HEADER = (
    "line", "action", "unit", "sor_id", "local_key", "gln", "message_type", "version", "message_name", "direction",
    "before", "after", "date", "waits_for", "reason", "remarks",
)  # fmt: skip


def _message_table(request: Request, title: str, lines: Iterable[Line]) -> Sheet:
    rows = tuple(row for line in lines for row in _message_rows(request, line))
    return Sheet(request.texts.sentence(title), _header(request, _MESSAGE_HEADER), rows)


def _message_rows(request: Request, line: Line) -> Iterator[tuple[Cell, ...]]:
    """One row for each message type and direction."""
    for step in line.steps:
        if isinstance(step.record, MessageCapability):
            yield _message_row(request, line, step.record, step.act)


def _message_row(request: Request, line: Line, capability: MessageCapability, act: EditAct) -> tuple[Cell, ...]:
    known = request.codes.message_type(capability.type, capability.version)
    direction = request.texts.value(f"word.direction.{capability.direction}")
    nothing, there = (request.texts.value(f"word.{word}") for word in ("none", "registered"))
    is_new = act is EditAct.CREATE
    return (
        line.id,
        _action(request, line),
        line.unit_name,
        line.sor_id or "",
        request.local_keys.get(line.unit, ""),
        _gln(request, line) or request.texts.value("word.number_to_come"),
        capability.type,
        capability.version,
        known.name_da if known else "",
        direction,
        nothing if is_new else there,
        there if is_new else nothing,
        line.day,
        request.waits(line),
        line.reason or "",
        _remarks(request, line),
    )


def _complete_states(request: Request, lines: Sequence[Line]) -> Sheet:
    """Every field of each unit that is edited or created, on each day of its lines."""
    rows: list[tuple[Cell, ...]] = []
    for line in _one_a_day(lines):
        complete = request.complete(line)
        start = (line.id, line.unit_name, request.reference(line.unit), line.day)
        kept = "request.decide" if request.is_new(line.unit) else "request.keep_as_in_sor"
        rows.extend((*start, *_complete_cells(request, one, kept)) for one in (complete.fields if complete else ()))
    header = ("line", "unit", "sor_id", "date", "field", "value", "origin")
    return Sheet(request.texts.sentence("request.sheet.complete"), _header(request, header), tuple(rows))


def _one_a_day(lines: Sequence[Line]) -> Iterable[Line]:
    kept = {(line.unit, line.day): line for line in reversed(lines) if line.action not in MESSAGE_ACTIONS}
    return reversed(kept.values())


def _complete_cells(request: Request, one: CompleteField, kept: str) -> tuple[Cell, Cell, Cell]:
    label = request.wording.label(one.field)
    if one.origin is Origin.UNKNOWN:
        return label, request.texts.sentence(kept), request.texts.value("word.unknown")
    giver = request.unit(one.giver) if one.giver else None
    origin = request.texts.value(f"word.origin.{one.origin}")
    return label, _complete_value(request, one), f"{origin}: {giver.name}" if giver else origin


def _complete_value(request: Request, one: CompleteField) -> str:
    if one.origin is Origin.NONE:
        return ""
    if one.field == "gln" and one.value is None:
        return request.texts.value("word.not_issued")
    return request.wording.value(one.field, one.value)


def _new_units(request: Request, lines: Sequence[Line]) -> Sheet:
    """The units that SOR will issue numbers for, with a place to paste them."""
    rows = tuple(
        (request.local_keys[line.unit], line.unit_name, _parent(request, line), line.day, "")
        for line in lines
        if line.action is Action.CREATE and line.unit in request.local_keys
    )
    header = ("local_key", "unit", "parent", "date", "paste_sor_id")
    return Sheet(request.texts.sentence("request.sheet.new_units"), _header(request, header), rows)
