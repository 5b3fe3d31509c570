"""Referral tables as files: a workbook, a semicolon-separated table or JSON, in any layout."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sorstudio.model.codes import CodeLists
from sorstudio.model.errors import Unusable
from sorstudio.model.texts import Texts
from sorstudio.requests.sheets import Cell, Sheet
from sorstudio.requests.table_layout import TableLayout
from sorstudio.requests.workbook import workbook_bytes
from sorstudio.routing.table import Hole, Table
from sorstudio.routing.table_cells import DAYS, Cells, cells
from sorstudio.routing.table_remarks import TableRemark, remark_sentence

ENDINGS = (".xlsx", ".csv", ".json")
LIVE = ("=", "+", "-", "@", "\t", "\r", "'")
"""What a cell must not begin with in a text table: a spreadsheet would calculate, or take the sign away."""


@dataclass(frozen=True, slots=True)
class TableFile:
    """What goes into a file: the table, what is remarked on it, the day it holds for and the day it is made on."""

    table: Table
    remarks: Sequence[TableRemark]
    day: date | None
    made: date


def table_bytes(content: TableFile, path: Path, layout: TableLayout, codes: CodeLists, texts: Texts) -> bytes:
    """The file in the form that the suffix of `path` says; Unusable for another suffix."""
    rows = [cells(row, codes, texts) for row in content.table.rows]
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        return workbook_bytes(tuple(_sheets(content, rows, layout, texts)))
    if suffix == ".csv":
        return _csv(rows, layout)
    if suffix == ".json":
        return json.dumps(table_json(content, rows, layout, texts), ensure_ascii=False, indent=2).encode()
    raise Unusable("reftable.suffix", path=path, known=", ".join(ENDINGS))


def table_json(content: TableFile, rows: Sequence[Cells], layout: TableLayout, texts: Texts) -> dict[str, object]:
    """The rows by field with codes for words, the holes, and what they hold for."""
    return {
        "layout": layout.name,
        "day": content.day.isoformat() if content.day else None,
        "made": content.made.isoformat(),
        "rows": [{one.field: row[one.field] or None for one in layout.columns} for row in rows],
        "holes": [hole_json(one) for one in content.table.holes],
        "remarks": [remark_json(one, texts) for one in content.remarks],
    }


def hole_json(hole: Hole) -> dict[str, object]:
    """A hole with its reason and the nearest location numbers."""
    return {
        "municipality": hole.municipality or None,
        "area": hole.area or None,
        "offer": hole.offer or None,
        "offer_name": hole.offer_name,
        "message": hole.message,
        "reason": hole.reason.value,
        "alternatives": [{"kind": one.kind.value, "gln": one.gln, "phone": one.phone} for one in hole.alternatives],
    }


def remark_json(remark: TableRemark, texts: Texts) -> dict[str, object]:
    """A remark with its sentence."""
    return {
        "code": remark.code,
        "severity": remark.severity.value,
        "municipality": remark.municipality or None,
        "area": remark.area or None,
        "offer": remark.offer or None,
        "message": remark.message or None,
        "unit": remark.unit or None,
        "line": remark.line or None,
        "sentence": remark_sentence(remark, texts),
    }


def _sheets(content: TableFile, rows: Sequence[Cells], layout: TableLayout, texts: Texts) -> Iterator[Sheet]:
    header = tuple(one.header for one in layout.columns)
    filled = tuple(tuple(_cell(row, one.field, layout) for one in layout.columns) for row in rows)
    yield Sheet(texts.sentence("reftable.sheet.rows"), header, filled)
    names = ("severity", "municipality", "area", "offer", "message", "sentence")
    told = tuple(_remark_row(one, texts) for one in content.remarks)
    yield Sheet(
        texts.sentence("reftable.sheet.holes"), tuple(texts.sentence(f"reftable.column.{one}") for one in names), told
    )


def _cell(row: Cells, name: str, layout: TableLayout) -> Cell:
    text = row[name]
    return date.fromisoformat(text) if text and name in DAYS else layout.written(name, text)


def _remark_row(one: TableRemark, texts: Texts) -> tuple[Cell, ...]:
    severity = texts.sentence(f"reftable.severity.{one.severity}")
    return severity, one.municipality, one.area, one.offer_name, one.message, remark_sentence(one, texts)


def _csv(rows: Sequence[Cells], layout: TableLayout) -> bytes:
    """With a byte order mark and semicolons, as a Danish spreadsheet opens it."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow([one.header for one in layout.columns])
    writer.writerows([guarded(_plain(row, one.field, layout)) for one in layout.columns] for row in rows)
    return file.getvalue().encode("utf-8-sig", "replace")


def _plain(row: Cells, name: str, layout: TableLayout) -> str:
    text = row[name]
    if text and name in DAYS and layout.has_danish_dates:
        return f"{date.fromisoformat(text):%d-%m-%Y}"
    return layout.written(name, text)


def guarded(text: str) -> str:
    """A cell of a text table in which nothing is calculated; numbers stand as they are, for programs to read."""
    return f"'{text}" if text.startswith(LIVE) else text


def unguarded(text: str) -> str:
    """A cell as it was before `guarded`, or before a spreadsheet was told that its number is text."""
    if text.startswith("'") and text[1:].startswith(LIVE):
        return text[1:]
    inner = text[2:-1]
    is_wrapped = text.startswith('="') and text.endswith('"') and inner.isascii() and inner.isdigit()
    return inner if is_wrapped else text
