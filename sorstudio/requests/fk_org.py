"""The municipality's own edits for the other way to SOR: made in FK-ORG, and proposed to SOR by OSS.

OSS carries names, addresses and parents, and knows units by KOMBIT's id. Its interface is not published, so this is a
table to work from and to hand to whoever keeps FK-ORG, one row for each block of the work list.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from io import StringIO
from typing import TypeAlias

from sorstudio.model.records import Unit, Unknown
from sorstudio.requests.complete import CompleteUnit
from sorstudio.requests.envelope import Request
from sorstudio.requests.line import Action
from sorstudio.requests.words import sentence
from sorstudio.requests.worklist import TICK_BOX, WorkBlock, complete_field, work_blocks

FK_ORG = "fk_org"
"""The value of the plan's setting `own_edits_route` when the edits go this way."""

Cell: TypeAlias = str | date | None
_LIVE = ("=", "@", "\t", "\r")


def _field(name: str) -> Callable[[Request, WorkBlock], Cell]:
    """A field of the unit as it must become; inherited is said, so that nobody types it in as the unit's own."""

    def cell(request: Request, block: WorkBlock) -> Cell:
        complete = _complete(request, block)
        if complete is None:
            return ""
        found = complete_field(request, block.unit, complete.find(name))
        inherited = complete.find(name).giver is not None
        return f"{found.value} ({found.origin})" if inherited else found.value

    return cell


def _complete(request: Request, block: WorkBlock) -> CompleteUnit | None:
    return request.complete(block.lines[0])


def _name(request: Request, block: WorkBlock) -> Cell:
    complete = _complete(request, block)
    return str(complete.find("name").value) if complete else block.lines[0].unit_name


def _name_before(request: Request, block: WorkBlock) -> Cell:
    before = request.plan.timeline.plain(request.plan.baseline.day).units.get(block.unit)
    return before.name if before is not None else ""


def _parent(request: Request, block: WorkBlock) -> Unit | None:
    complete = _complete(request, block)
    key = complete.find("parent").value if complete else None
    return request.unit(key) if isinstance(key, str) else None


def _kombit(request: Request, unit: Unit | None) -> Cell:
    if unit is None:
        return ""
    if request.is_new(unit.key) and not isinstance(unit.kombit_id, str):
        return request.texts.value("word.fk_org_new")
    return request.texts.value("word.unknown") if isinstance(unit.kombit_id, Unknown) else unit.kombit_id or ""


def _contact(part: str) -> Callable[[Request, WorkBlock], Cell]:
    def cell(request: Request, block: WorkBlock) -> Cell:
        complete = _complete(request, block)
        found = complete.find("contact") if complete else None
        if found is None or found.value is None:
            return ""
        if isinstance(found.value, Unknown):
            return complete_field(request, block.unit, found).value
        return getattr(found.value, part) or ""

    return cell


def _reference(request: Request, unit: Unit | None) -> str:
    return request.reference(unit.key) if unit else ""


def _acts(request: Request, block: WorkBlock) -> Cell:
    return ", ".join(dict.fromkeys(request.texts.value(f"word.action.{line.action}") for line in block.lines))


def _ends(request: Request, block: WorkBlock) -> Cell:
    return block.day if any(line.action is Action.CLOSE for line in block.lines) else None


def _begins(request: Request, block: WorkBlock) -> Cell:
    return None if _ends(request, block) else block.day


def _waits(request: Request, block: WorkBlock) -> Cell:
    return ", ".join(filter(None, (request.waits(line) for line in block.lines)))


_COLUMNS: tuple[tuple[str, Callable[[Request, WorkBlock], Cell]], ...] = (
    ("line", lambda request, block: ", ".join(line.id for line in block.lines)),
    ("action", _acts),
    ("unit", _name),
    ("name_before", _name_before),
    ("kombit_id", lambda request, block: _kombit(request, request.unit(block.unit))),
    ("sor_id", lambda request, block: block.lines[0].sor_id or ""),
    ("local_key", lambda request, block: request.local_keys.get(block.unit, "")),
    ("parent", lambda request, block: getattr(_parent(request, block), "name", "")),
    ("parent_reference", lambda request, block: _reference(request, _parent(request, block))),
    ("parent_kombit_id", lambda request, block: _kombit(request, _parent(request, block))),
    ("unit_type", _field("unit_type")),
    ("postal", _field("postal")),
    ("visiting", _field("visiting")),
    ("phone", _contact("phone")),
    ("email", _contact("email")),
    ("begins", _begins),
    ("ends", _ends),
    ("sentence", lambda request, block: "\n".join(sentence(line, request.texts) for line in block.lines)),
    ("waits_for", _waits),
    ("done", lambda request, block: TICK_BOX),
)
COLUMNS = tuple(name for name, _ in _COLUMNS)


def fk_org_rows(request: Request) -> tuple[tuple[Cell, ...], ...]:
    """One row for each unit and day, in an order that works."""
    return tuple(tuple(cell(request, block) for _, cell in _COLUMNS) for block in work_blocks(request))


def fk_org_csv(request: Request) -> bytes:
    """The same as a file with semicolons, as a Danish spreadsheet opens it; dates as in the register files."""
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(request.texts.sentence(f"request.column.{name}") for name in COLUMNS)
    writer.writerows([_plain(cell) for cell in row] for row in fk_org_rows(request))
    return buffer.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str:
    """A text that a spreadsheet would take for a formula is shown as text."""
    if isinstance(cell, date):
        return cell.isoformat()
    text = (cell or "").replace("\r\n", "\n")
    return f"'{text}" if text.startswith(_LIVE) else text
