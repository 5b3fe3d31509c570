"""What kind of file this is, by its content and never by its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import islice
from pathlib import Path

from sorstudio.formats import container
from sorstudio.formats.cells import bare
from sorstudio.formats.columns import GENERIC, match, recognise_layout
from sorstudio.formats.columns import layout as layout_named
from sorstudio.formats.number_tables import servant_of
from sorstudio.formats.problems import UnreadableFile
from sorstudio.formats.table import DELIMITERS, first_line, header_of, read_text
from sorstudio.model.identifiers import clean_id, sor_id_problem

_HEAD = 1 << 17
_LINES = 200
_SAME_WIDTH = 0.6
_TELLING = frozenset({"sor_id", "name", "parent", "level", "kind", "type", "unit_type", "gln"})
_MARKUP = re.compile(rb"<(!doctype\s+html|html|head|body|svg|\?php|script|rss)\b", re.IGNORECASE)


class Kind(StrEnum):
    """The kinds of file; TABLE and OUTLINE are lists without SOR-IDs, which are never a baseline."""

    REGISTER = "register"
    SERVANT = "servant"
    XML = "xml"
    FHIR = "fhir"
    XLSX = "xlsx"
    TABLE = "table"
    OUTLINE = "outline"
    UNREADABLE = "unreadable"


def sniff(path: Path) -> Kind:
    """The kind of a file; a folder or a zip is of the kind of the register in it."""
    try:
        parts = container.load(path)
    except UnreadableFile:
        return Kind.UNREADABLE
    kinds = [sniff_bytes(part.data) for part in parts]
    ranked = [kind for kind in Kind if kind in kinds]
    return ranked[0] if ranked else Kind.UNREADABLE


def sniff_bytes(data: bytes) -> Kind:
    """The kind of a file from its first part."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if container.is_workbook(data):
        return Kind.XLSX
    if head.startswith(b"<") or head.startswith((b"\xff\xfe<\0", b"\xfe\xff\0<")):
        return Kind.UNREADABLE if _MARKUP.search(head[:2_000]) else Kind.XML
    if head.startswith((b"{", b"[")):
        return Kind.FHIR if b'"resourceType"' in head else Kind.UNREADABLE
    if not head or b"\0" in head or head.startswith((b"%PDF", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"PK\x03\x04")):
        return Kind.UNREADABLE
    return _kind_of_text(_text(head))


def _text(head: bytes) -> str:
    """The head may end inside a letter."""
    try:
        return head[: len(head) - 4].decode("utf-8") + head[len(head) - 4 :].decode("utf-8", "ignore")
    except UnicodeDecodeError:
        return head.decode("latin-1")


def _kind_of_text(text: str) -> Kind:
    header = header_of(text)
    if recognise_layout(header).name != GENERIC:
        return Kind.REGISTER if servant_of(header) is None else Kind.SERVANT
    lines = [line for line in text.splitlines()[: _LINES + 1] if line.strip()][:_LINES]
    if _is_table(text, header):
        return _kind_of_table(header, text)
    printable = sum(sign.isprintable() or sign in "\t\r\n" for sign in text)
    is_prose = len(lines) > 1 and printable >= 0.98 * len(text)
    return Kind.OUTLINE if is_prose else Kind.UNREADABLE


def _is_table(text: str, header: Sequence[str]) -> bool:
    """A table has headers of a register, or most of its rows cut into as many cells as its header."""
    known = match(header, layout_named(GENERIC)).places.keys() & _TELLING
    if len(header) > 2 and len(known) > 2:
        return True
    rows = _rows(text)
    if len(header) < 2 or not rows or text.lstrip("\r\n")[:1] in " \t":
        return False
    fitting = sum(len(row) == len(rows[0]) for row in rows[1:])
    return len(rows[0]) > 2 if len(rows) == 1 else len(rows[0]) > 1 and fitting >= _SAME_WIDTH * (len(rows) - 1)


def _rows(text: str) -> list[Sequence[str]]:
    """The first rows, cut at the sign that the first line has most of."""
    sign = max(DELIMITERS, key=first_line(text)[1].count)
    try:
        rows = islice(read_text(text, sign, True, ""), _LINES)
        return [cells for _, cells in rows if any(map(str.strip, cells))]
    except UnreadableFile:
        return []


def _kind_of_table(header: Sequence[str], text: str) -> Kind:
    if servant_of(header) is not None:
        return Kind.SERVANT
    return kind_of_rows(header, _rows(text)[1:])


def kind_of_rows(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Kind:
    """A table is a register where it has SOR-IDs, or a column for them with anything in it."""
    if recognise_layout(header).name != GENERIC:
        return Kind.REGISTER
    place = match(header, layout_named(GENERIC)).place("sor_id")
    named = place >= 0 and "sor" in header[place].casefold()
    filled = named and any(len(row) > place and row[place].strip() for row in rows)
    if filled or any(is_sor_id(cell) for row in rows for cell in row):
        return Kind.REGISTER
    return Kind.TABLE


def is_sor_id(text: str) -> bool:
    """Whether a cell holds a sound SOR-ID; a location number or a telephone number is none."""
    bare_text = clean_id(bare(text))
    return len(bare_text) > 10 and bare_text.isdigit() and sor_id_problem(bare_text) is None
