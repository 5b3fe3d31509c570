"""Delimited text as rows with their line numbers: the delimiter, the quoting, and cells that are too large."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from sorstudio.formats.columns import Layout, all_layouts, fold_header, recognise_layout
from sorstudio.formats.decode import UTF8_MARK, decode, refuse_binary
from sorstudio.formats.problems import Problem, UnreadableFile

if TYPE_CHECKING:
    from _csv import Reader as _Reader

DELIMITERS = ";,\t|"
LONGEST_LINE = 1_000_000
_HEAD = 1 << 16
_BLANKS = "".join(sign for sign in map(chr, range(0x3001)) if sign.isspace())
Row = tuple[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Table:
    """A table that can be gone through more than once; rows without content are left out."""

    source: str
    header: tuple[str, ...]
    layout: Layout
    header_line: int = 1
    rows: tuple[Row, ...] = ()
    text: str = field(default="", repr=False)
    delimiter: str = ";"
    is_quoted: bool = True

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows) if self.rows or not self.text else self._from_text()

    def picked(self, places: Sequence[int]) -> Iterator[Row]:
        """The rows with only some of their cells; one that is not as wide as the header comes whole, as a list."""
        pick = itemgetter(*places) if len(places) > 1 else lambda cells: (cells[places[0]],)
        if self.rows or not self.text or self.is_quoted or self._has_lone_returns():
            width = len(self.header)
            yield from ((line, pick(cells) if len(cells) == width else list(cells)) for line, cells in self)
            return
        breaks, most, sign = len(self.header) - 1, max(places) + 1, self.delimiter
        blank = frozenset(sign + _BLANKS)
        returns = self.text.count("\r")
        is_mixed = 0 < returns < self.text.count("\n")
        written = self.text.replace("\r\n", "\n") if is_mixed else self.text
        ends = "\r\n" if returns and not is_mixed else "\n"
        lines = written.split(ends)
        for line, text in enumerate(lines, start=1):
            if text and line > self.header_line and (text[0] not in blank or not blank.issuperset(text)):
                yield line, pick(text.split(sign, most)) if text.count(sign) == breaks else text.split(sign)

    def _has_lone_returns(self) -> bool:
        return self.text.count("\r") != self.text.count("\r\n")

    def size(self) -> int:
        """About how many rows there are."""
        return len(self.rows) or self.text.count("\n")

    def _from_text(self) -> Iterator[Row]:
        rows = read_text(self.text, self.delimiter, self.is_quoted, self.source)
        for line, cells in rows:
            if line > self.header_line and any(cells) and any(map(str.strip, cells)):
                yield line, cells


def read_text(text: str, delimiter: str, is_quoted: bool, source: str) -> Iterator[Row]:
    """Every row with the line on which it begins."""
    reader = _reader(text, delimiter, is_quoted)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        raise UnreadableFile([Problem("file.cell_too_long", line, source=source)], source) from None


def _reader(text: str, delimiter: str, is_quoted: bool) -> _Reader:
    lines = io.StringIO(text, newline="")
    if is_quoted:
        return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL)
    return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)


def read_table(data: bytes, source: str) -> Table:
    """Decode a file and find its header, its layout, its delimiter and its quoting."""
    refuse_binary(data, source)
    layout = _layout(data)
    text = decode(data, source, layout.encodings)
    _refuse_long_lines(text, source)
    line, written = first_line(text)
    delimiter = find_delimiter(written)
    is_quoted = _is_quoted(text, written, delimiter, layout)
    header = next(csv.reader([written], delimiter=delimiter, quoting=csv.QUOTE_MINIMAL))
    return Table(source, tuple(cell.strip() for cell in header), layout, line, (), text, delimiter, is_quoted)


def layout_of(data: bytes) -> str:
    """The name of the layout of a delimited text file."""
    return _layout(data).name


def _layout(data: bytes) -> Layout:
    return recognise_layout(header_of(data[:LONGEST_LINE].removeprefix(UTF8_MARK).decode("latin-1")))


def header_of(text: str) -> list[str]:
    """The cells of the first line that has any."""
    written = first_line(text)[1]
    try:
        return next(csv.reader([written], delimiter=find_delimiter(written)), [])
    except csv.Error:
        return []


def first_line(text: str) -> tuple[int, str]:
    """The first line with content, and its number; Excel's own `sep=;` is not content."""
    for part in (text[:_HEAD], text):
        for number, line in enumerate(io.StringIO(part, newline=None), start=1):
            if line.strip(" \t\r\n;,|\ufeff") and not re.fullmatch(r"sep=.\s*", line, re.IGNORECASE):
                if line.endswith("\n") or part is text or len(text) <= _HEAD:
                    return number, line.rstrip("\n").lstrip("\ufeff")
                break  # the rest of a long line stands further on
    return 1, ""


def find_delimiter(header: str) -> str:
    """The sign that cuts the header into most known columns; among equals into most columns."""
    return max(DELIMITERS, key=lambda sign: _score(header, sign))


def _score(header: str, sign: str) -> tuple[int, int]:
    cells = header.split(sign)
    known = sum(fold_header(cell) in _known_headers() for cell in cells) if len(cells) > 1 else 0
    return known, len(cells)


@cache
def _known_headers() -> frozenset[str]:
    return frozenset(header for layout in all_layouts() for names in layout.columns.values() for header in names)


def _is_quoted(text: str, header: str, delimiter: str, layout: Layout) -> bool:
    """Whether quotes enclose cells here. A lone quote in an unquoted file would swallow the lines after it."""
    if not layout.is_quoted:
        return all(cell.startswith('"') for cell in header.split(delimiter))
    if not _can_be_quoted(text, delimiter):
        return False
    if not _has_odd_line(text):
        return True
    width = header.count(delimiter) + 1
    return _misfits(text, delimiter, True, width) <= _misfits(text, delimiter, False, width)


def _can_be_quoted(text: str, delimiter: str) -> bool:
    """A quote counts at the beginning of a cell only."""
    return text.startswith('"') or any(f'{sign}"' in text for sign in (delimiter, "\n", "\r"))


def _has_odd_line(text: str) -> bool:
    return any(line.count('"') % 2 for line in text.splitlines() if '"' in line)


def _misfits(text: str, delimiter: str, is_quoted: bool, width: int) -> int:
    """How many rows have another number of cells than the header; a cell too long counts as a whole file of them."""
    try:
        rows = _reader(text, delimiter, is_quoted)
        return sum(len(cells) != width or any("\n" in cell for cell in cells) for cells in rows if cells)
    except csv.Error:
        return len(text)


def _refuse_long_lines(text: str, source: str) -> None:
    start, line = 0, 1
    while len(text) - start > LONGEST_LINE:
        end = text.rfind("\n", start, start + LONGEST_LINE)
        if end < 0:
            raise UnreadableFile([Problem("file.line_too_long", line, source=source)], source)
        line += text.count("\n", start, end) + 1
        start = end + 1
