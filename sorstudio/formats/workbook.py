"""Workbooks (xlsx) as rows of text: nothing is counted, nothing is calculated, and no file can grow without end."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from xml.etree.ElementTree import ParseError

from sorstudio.formats.problems import Problem, UnreadableFile

Row = tuple[str, ...]
MOST_ROWS = 200_000
MOST_CELLS = 8_000_000
MOST_BYTES = 400_000_000
_LAST_ROW = 1_048_576
_HEAD = 65_536
_DOCTYPE = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")
_LITERAL = re.compile(r'="([^"]*)"')
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OverflowError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    SyntaxError,
)


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that holds a calculation instead of a value; line and column count from 1 and 0."""

    line: int
    place: int
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One visible sheet; row `n` of the file is at place `n - 1`."""

    name: str
    rows: tuple[Row, ...]
    formulas: tuple[Formula, ...] = ()


def read_sheets(data: bytes, source: str) -> tuple[Sheet, ...]:
    """The visible sheets with something in them."""
    _refuse_bombs(data, source)
    try:
        found = tuple(_sheets(data, source))
    except _FAULTS:
        raise UnreadableFile([Problem("xlsx.damaged", source=source)], source) from None
    if not found:
        raise UnreadableFile([Problem("xlsx.empty", source=source)], source)
    return found


def rows(data: bytes, source: str = "") -> list[Row]:
    """The rows of the sheet with the most filled rows, for those who look no further."""
    return list(max(read_sheets(data, source), key=lambda sheet: sum(map(any, sheet.rows))).rows)


def cell_text(value: object) -> str:
    """A cell as the text it should have been: whole numbers without decimals, days without a time."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value).replace(".", ",")
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date) else str(value).strip()


def _refuse_bombs(data: bytes, source: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            problem = _bomb(archive)
    except _FAULTS:
        raise UnreadableFile([Problem("xlsx.damaged", source=source)], source) from None
    if problem:
        raise UnreadableFile([Problem(problem, source=source)], source)


def _bomb(archive: zipfile.ZipFile) -> str | None:
    members = archive.infolist()
    if sum(member.file_size for member in members) > MOST_BYTES or len(members) > 10_000:
        return "xlsx.too_large"
    for member in members:
        if member.flag_bits & 1:
            return "xlsx.protected"
        with archive.open(member) as file:
            if _DOCTYPE.search(file.read(_HEAD)):
                return "xlsx.doctype"
    return None


def _sheets(data: bytes, source: str) -> Iterator[Sheet]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                sheet.reset_dimensions()
                found = _sheet(sheet.title, sheet.iter_rows(), source)
                if any(map(any, found.rows)):
                    yield found
    finally:
        book.close()


def _sheet(name: str, cells_by_row: Iterable[Iterable[object]], source: str) -> Sheet:
    kept: list[Row] = []
    formulas: list[Formula] = []
    cells = filled = 0
    for line, row in enumerate(islice(cells_by_row, _LAST_ROW), start=1):
        texts = [_text_of(cell) for cell in row]
        while texts and not texts[-1]:
            texts.pop()
        formulas += [Formula(line, place, text) for place, text in enumerate(texts) if text.startswith("=")]
        kept.append(tuple(texts))
        cells, filled = cells + len(texts), filled + bool(texts)
        if cells > MOST_CELLS or filled > MOST_ROWS:
            problem = Problem("xlsx.too_many_rows", line, name, source=source, params={"limit": MOST_ROWS})
            raise UnreadableFile([problem], source)
    while kept and not kept[-1]:
        kept.pop()
    return Sheet(name, tuple(kept), tuple(formulas))


def _text_of(cell: object) -> str:
    """A formula that only wraps a text, as SOR's own files do, is that text."""
    text = cell_text(getattr(cell, "value", None))
    if getattr(cell, "data_type", "") != "f":
        return text.lstrip("=") if text.startswith("=") else text
    literal = _LITERAL.fullmatch(text)
    return literal.group(1) if literal else text
