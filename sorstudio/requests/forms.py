"""The forms to Sundhedsdatastyrelsen: one for each location number and each institution, with all that it must know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from sorstudio.model.records import LocationNumber
from sorstudio.requests.envelope import Request
from sorstudio.requests.line import NUMBER_ACTIONS, Action, Addressee, FieldChange, Line
from sorstudio.requests.number_facts import number_fact
from sorstudio.requests.schedule import schedule
from sorstudio.requests.words import sentence, warnings

Cell: TypeAlias = str | date | None


class FormKind(StrEnum):
    """What a form asks for; its title is `request.form.<kind>`."""

    NUMBER_NEW = "number_new"
    NUMBER_CHANGED = "number_changed"
    NUMBER_MOVED = "number_moved"
    NUMBER_CLOSED = "number_closed"
    UNIT_NEW = "unit_new"
    UNIT_CHANGED = "unit_changed"
    UNIT_MOVED = "unit_moved"
    UNIT_CLOSED = "unit_closed"
    WITHDRAWN = "withdrawn"


_KIND: Mapping[Action, FormKind] = {
    Action.WITHDRAW: FormKind.WITHDRAWN,
    Action.ORDER_NUMBER: FormKind.NUMBER_NEW,
    Action.CLOSE_NUMBER: FormKind.NUMBER_CLOSED,
    Action.MOVE_NUMBER: FormKind.NUMBER_MOVED,
    Action.SET_NUMBER: FormKind.NUMBER_CHANGED,
    Action.CREATE: FormKind.UNIT_NEW,
    Action.CLOSE: FormKind.UNIT_CLOSED,
    Action.MOVE: FormKind.UNIT_MOVED,
}
"""The first of these that a form has gives it its name."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form. `cells` hold what stands in it by column; `number` counts from 1."""

    number: int
    kind: FormKind
    lines: tuple[Line, ...]
    cells: Mapping[str, Cell] = field(repr=False)

    @property
    def line(self) -> Line:
        """The line that the form is named after."""
        return self.lines[0]

    @property
    def changes(self) -> tuple[FieldChange, ...]:
        """Every field that differs."""
        return tuple(change for line in self.lines for change in line.fields)

    @property
    def is_about_number(self) -> bool:
        """Whether it is about a location number, and not about an institution."""
        return _is_about_number(self.line)


def forms(request: Request) -> tuple[Form, ...]:
    """A form for each number and each institution on each day, in the order in which it can be done."""
    envelope = request.envelope(Addressee.SDS)
    lines = envelope.lines if envelope else ()
    gathered: dict[tuple[str, bool, date | None, bool], list[Line]] = {}
    for line in lines:
        gathered.setdefault((line.unit, _is_about_number(line), line.day, line.action is Action.WITHDRAW), []).append(
            line
        )
    earliest = {item.line.id: item.earliest for item in schedule(request.plan, request.lines).items()}
    return tuple(_form(request, number, group, earliest) for number, group in enumerate(gathered.values(), start=1))


def form_rows(request: Request) -> tuple[tuple[Cell, ...], ...]:
    """The forms as rows of one sheet."""
    return tuple(tuple(form.cells[name] for name in FORM_COLUMNS) for form in forms(request))


def _form(request: Request, number: int, lines: Sequence[Line], earliest: Mapping[str, date | None]) -> Form:
    order = [*_KIND]
    found = sorted(lines, key=lambda line: order.index(line.action) if line.action in _KIND else len(order))
    kind = _KIND.get(found[0].action, FormKind.UNIT_CHANGED)
    days = [day for line in lines if (day := earliest.get(line.id)) is not None]
    start: dict[str, Cell] = {
        "form": str(number),
        "kind": request.texts.sentence(f"request.form.{kind}"),
        "earliest_date": max(days, default=None),
    }
    cells = {**start, **{name: cell(request, found) for name, cell in _CELLS.items()}}
    return Form(number, kind, tuple(found), cells)


def _is_about_number(line: Line) -> bool:
    """Also where a wish about a number is taken back."""
    return (line.earlier.action if line.earlier else line.action) in NUMBER_ACTIONS


def _fact(name: str) -> Callable[[Request, Sequence[Line]], Cell]:
    def cell(request: Request, lines: Sequence[Line]) -> Cell:
        number = _number(request, lines)
        return number_fact(request, number, name).words if number else ""

    return cell


def _number(request: Request, lines: Iterable[Line]) -> LocationNumber | None:
    found = (request.number(line) for line in lines if _is_about_number(line))
    return next((number for number in found if number is not None), None)


def _gln(request: Request, lines: Sequence[Line]) -> Cell:
    number = _number(request, lines)
    return (number.gln or request.texts.value("word.not_issued")) if number else ""


def _path(request: Request, lines: Sequence[Line]) -> Cell:
    """Where the unit stands, from the owner down to the unit above it."""
    unit = request.unit(lines[0].unit)
    above: list[str] = []
    while unit is not None and unit.parent and len(above) < _DEEPEST:
        unit = request.unit(unit.parent)
        if unit is not None:
            above.append(unit.name)
    return " › ".join(reversed(above))


def _unit_type(request: Request, lines: Sequence[Line]) -> Cell:
    unit = request.unit(lines[0].unit)
    return request.wording.value("unit_type", unit.unit_type) if unit and unit.unit_type else ""


def contact(request: Request, lines: Sequence[Line] = ()) -> str:
    """Whom to ask."""
    sender = request.sender
    return ", ".join(filter(None, (sender.name, sender.phone, sender.email)))


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(filter(None, parts)))


def _remarks(request: Request, lines: Sequence[Line]) -> Cell:
    return _joined(words for line in lines for words in (request.replaced(line), *warnings(line, request.texts)))


_DEEPEST = 60
_CELLS: Mapping[str, Callable[[Request, Sequence[Line]], Cell]] = {
    "lines": lambda request, lines: ", ".join(line.id for line in lines),
    "unit": lambda request, lines: lines[0].unit_name,
    "sor_id": lambda request, lines: lines[0].sor_id or "",
    "local_key": lambda request, lines: request.local_keys.get(lines[0].unit, ""),
    "gln": _gln,
    "path": _path,
    "unit_type": _unit_type,
    "sentence": lambda request, lines: _joined(sentence(line, request.texts) for line in lines),
    "before": lambda request, lines: _joined(request.wording.before(line.fields) for line in lines),
    "after": lambda request, lines: _joined(request.wording.after(line.fields) for line in lines),
    "wished_date": lambda request, lines: lines[0].day,
    "system": _fact("system"),
    "vendor": _fact("vendor"),
    "net_operator": _fact("net_operator"),
    "region": _fact("region"),
    "internal_only": _fact("internal_only"),
    "note": _fact("note"),
    "contact": contact,
    "reason": lambda request, lines: _joined(line.reason or "" for line in lines),
    "waits_for": lambda request, lines: _joined(request.waits(line) for line in lines),
    "remarks": _remarks,
}
FORM_COLUMNS = (
    "form", "lines", "kind", "unit", "sor_id", "local_key", "gln", "path", "unit_type", "system", "vendor",
    "net_operator", "region", "internal_only", "contact", "wished_date", "earliest_date", "sentence", "before",
    "after", "note", "reason", "waits_for", "remarks",
)  # fmt: skip
"""What a row of the sheet holds, in order."""
