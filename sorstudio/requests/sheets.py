"""What stands in the three workbooks, cell by cell; how a workbook is written is another matter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from sorstudio.model.change import EditAct
from sorstudio.model.records import LocationNumber, MessageCapability
from sorstudio.requests.approval_words import approval
from sorstudio.requests.envelope import Request
from sorstudio.requests.fk_org import COLUMNS, FK_ORG, fk_org_rows
from sorstudio.requests.forms import FORM_COLUMNS, form_rows
from sorstudio.requests.line import MESSAGE_ACTIONS, Action, Addressee, Line
from sorstudio.requests.number_facts import number_fact
from sorstudio.requests.templates import template
from sorstudio.requests.words import sentence, warnings
from sorstudio.requests.worklist import TICK_BOX, complete_field, named, ordered

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
    """The sheets for both ways to SOR; the way that the municipality goes stands first."""
    other = _fk_org(request)
    if request.sender.route == FK_ORG:
        yield other
    yield _table(request, "request.sheet.edits", _EDIT_COLUMNS, lines)
    yield _complete_states(request, lines)
    yield _new_units(request, lines)
    if request.sender.route != FK_ORG:
        yield other


def _fk_org(request: Request) -> Sheet:
    return Sheet(request.texts.sentence("request.sheet.fk_org"), _header(request, COLUMNS), fk_org_rows(request))


def _forms(request: Request, lines: Sequence[Line]) -> Iterator[Sheet]:
    """A row for each form; an institution that is new has all its details besides."""
    fresh = [line for line in lines if line.action is Action.CREATE]
    yield Sheet(request.texts.sentence("request.sheet.forms"), _header(request, FORM_COLUMNS), form_rows(request))
    yield _complete_states(request, fresh)
    yield _new_units(request, fresh)


def _message_types(request: Request, lines: Sequence[Line]) -> Iterator[Sheet]:
    ready = [line for line in lines if not line.held_back]
    held = [line for line in lines if line.held_back]
    yield _message_table(request, "request.sheet.messages", ready)
    yield _message_table(request, "request.sheet.held_back", held)
    taken_back = [line for line in lines if line.action is Action.WITHDRAW]
    yield _table(request, "request.sheet.withdrawn", _EDIT_COLUMNS, taken_back)


_SHEETS: dict[Addressee, Callable[[Request, Sequence[Line]], Iterator[Sheet]]] = {
    Addressee.MUNICIPALITY: _own_edits,
    Addressee.SDS: _forms,
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
    return named(request, unit.parent) if unit else ""


def _remarks(request: Request, line: Line) -> Cell:
    held = [request.texts.sentence("request.held_back")] if line.held_back else []
    complete = request.complete(line) if line.action in _REPLACING else None
    partly = [] if complete is None or complete.is_complete else [request.texts.sentence("request.warning.incomplete")]
    replaced = [request.replaced(line)] if request.replaced(line) else []
    return "\n".join([*replaced, *held, *partly, *warnings(line, request.texts)])


def _gln(request: Request, line: Line) -> Cell:
    return _number_gln(request.number(line))


def _number_gln(number: LocationNumber | None) -> str:
    return (number.gln or "") if number else ""


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
    ("done", lambda request, line: TICK_BOX),
)
_MESSAGE_HEADER = (
    "line", "action", "unit", "sor_id", "local_key", "gln", "message_type", "version", "message_name", "direction",
    "system", "approval", "before", "after", "date", "waits_for", "reason", "remarks",
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
    number = request.number(line)
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
        number_fact(request, number, "system").words if number else "",
        approval(request, number, capability),
        nothing if is_new else there,
        there if is_new else nothing,
        line.day,
        request.waits(line),
        line.reason or "",
        _remarks(request, line),
    )


def _complete_states(request: Request, lines: Sequence[Line]) -> Sheet:
    """Every field of each unit that is edited or created, on each day of its lines, as it is keyed in."""
    rows: list[tuple[Cell, ...]] = []
    for line in _one_a_day(lines):
        complete = request.complete(line)
        start = (line.id, line.unit_name, request.reference(line.unit), line.day)
        found = (complete_field(request, line.unit, one) for one in (ordered(complete) if complete else ()))
        rows.extend((*start, one.label, one.value, one.origin) for one in found)
    header = ("line", "unit", "sor_id", "date", "field", "value", "origin")
    return Sheet(request.texts.sentence("request.sheet.complete"), _header(request, header), tuple(rows))


def _one_a_day(lines: Sequence[Line]) -> Iterable[Line]:
    kept = {(line.unit, line.day): line for line in reversed(lines) if line.action not in MESSAGE_ACTIONS}
    return reversed(kept.values())


def _new_units(request: Request, lines: Sequence[Line]) -> Sheet:
    """The units that SOR will issue numbers for, with a place to paste them."""
    rows = tuple(
        (request.local_keys[line.unit], line.unit_name, _parent(request, line), line.day, "")
        for line in lines
        if line.action is Action.CREATE and line.unit in request.local_keys
    )
    header = ("local_key", "unit", "parent", "date", "paste_sor_id")
    return Sheet(request.texts.sentence("request.sheet.new_units"), _header(request, header), rows)
