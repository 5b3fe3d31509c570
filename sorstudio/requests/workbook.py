"""Sheets as an Excel workbook: every identifier stays text, and nothing that a person typed becomes a formula."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from math import ceil
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from sorstudio.requests.sheets import Cell, Sheet

LINE_HEIGHT, HIGHEST_ROW = 15.0, 409.0
"""In points; no row of Excel is higher."""
NARROWEST, WIDEST, RUNNING_TEXT = 8, 46, 110
LONGEST_CELL = 32_767
_TITLE_RULES = re.compile(r"[\[\]:*?/\\]")
_LIVE = ("=", "+", "-", "@", "\t", "\r")
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_HEADER_FONT = Font(bold=True, color="FFFFFF")
_HEADER_FILL = PatternFill("solid", start_color="2B59C9")


def workbook_bytes(sheets: Sequence[Sheet]) -> bytes:
    """The workbook as a file in memory."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _write(book.create_sheet(_TITLE_RULES.sub(" ", sheet.title)[:31]), sheet)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _write(page: Worksheet, sheet: Sheet) -> None:
    rows = [sheet.header, *sheet.rows] if sheet.header else list(sheet.rows)
    for row, values in enumerate(rows, start=1):
        for column, value in enumerate(values, start=1):
            _set(cast(ExcelCell, page.cell(row, column)), value)
    if sheet.header:
        _dress_header(page, len(sheet.header))
    _set_widths(page, rows, RUNNING_TEXT if not sheet.header else WIDEST)
    _set_heights(page, rows)
    _set_print(page, bool(sheet.header))


def _set(cell: ExcelCell, value: Cell) -> None:
    """Text is written as text whatever it looks like; a date as a date."""
    cell.alignment = _WRAPPED
    if isinstance(value, date):
        cell.value = value
        cell.number_format = "DD-MM-YYYY"
        return
    text = ILLEGAL_CHARACTERS_RE.sub("", value or "")[:LONGEST_CELL]
    cell.value = text or None
    cell.number_format = "@"
    if text:
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(_LIVE)


def _dress_header(page: Worksheet, columns: int) -> None:
    for column in range(1, columns + 1):
        cell = page.cell(1, column)
        cell.font = _HEADER_FONT
        cell.fill = _HEADER_FILL
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(columns)}{max(page.max_row, 1)}"
    page.print_title_rows = "1:1"


def _set_widths(page: Worksheet, rows: Sequence[Sequence[Cell]], widest: int) -> None:
    """Wide enough for the longest line of the column, within reason; longer text is wrapped."""
    for column in range(max((len(row) for row in rows), default=0)):
        longest = max(_width(row[column]) for row in rows if column < len(row))
        page.column_dimensions[get_column_letter(column + 1)].width = min(max(longest + 2, NARROWEST), widest)


def _set_heights(page: Worksheet, rows: Sequence[Sequence[Cell]]) -> None:
    """High enough for the wrapped lines: not every program works that out when it opens or prints the file."""
    for row, values in enumerate(rows, start=1):
        lines = (_lines(value, _column_width(page, column)) for column, value in enumerate(values, start=1))
        page.row_dimensions[row].height = min(LINE_HEIGHT * max(lines, default=1), HIGHEST_ROW)


def _column_width(page: Worksheet, column: int) -> float:
    return float(page.column_dimensions[get_column_letter(column)].width)


def _lines(value: Cell, width: float) -> int:
    """How many lines a value takes; a little less than the width is counted on, because words are kept whole."""
    if isinstance(value, date):
        return 1
    return sum(max(1, ceil(len(line) / (width * 0.85))) for line in (value or "").split("\n"))


def _width(value: Cell) -> int:
    if isinstance(value, date):
        return 10
    return max((len(line) for line in (value or "").split("\n")), default=0)


def _set_print(page: Worksheet, landscape: bool) -> None:
    page.page_setup.orientation = "landscape" if landscape else "portrait"
    page.page_setup.paperSize = "9"
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if page.oddFooter is not None:
        page.oddFooter.right.text = "&P / &N"
        page.oddFooter.left.text = "&A"
