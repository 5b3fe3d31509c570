"""What kind of file this is, by its content and never by its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from sorstudio.formats import container
from sorstudio.formats.cells import bare
from sorstudio.formats.columns import GENERIC, match, recognise_layout
from sorstudio.formats.columns import layout as layout_named
from sorstudio.formats.number_tables import servant_of
from sorstudio.formats.problems import UnreadableFile
from sorstudio.formats.table import DELIMITERS, first_line, header_of
from sorstudio.model.identifiers import clean_id, sor_id_problem

_HEAD = 1 << 17
_LINES = 200
_SAME_WIDTH = 0.6
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
        return Kind.REGISTER
    lines = [line for line in text.splitlines()[: _LINES + 1] if line.strip()][:_LINES]
    if _is_table(lines, header):
        return _kind_of_table(header, text)
    printable = sum(sign.isprintable() or sign in "\t\r\n" for sign in text)
    is_prose = len(lines) > 1 and printable >= 0.98 * len(text)
    return Kind.OUTLINE if is_prose else Kind.UNREADABLE


def _is_table(lines: Sequence[str], header: Sequence[str]) -> bool:
    """A table has most of its lines cut into as many cells as its header."""
    if len(header) < 2 or not lines or lines[0][:1] in " \t":
        return False
    sign = max(DELIMITERS, key=lines[0].count)
    width = lines[0].count(sign)
    fitting = sum(line.count(sign) == width for line in lines[1:])
    if len(lines) == 1:
        return width >= 2
    return width > 0 and fitting >= _SAME_WIDTH * (len(lines) - 1)


def _kind_of_table(header: Sequence[str], text: str) -> Kind:
    if servant_of(header) is not None:
        return Kind.SERVANT
    sign = max(DELIMITERS, key=first_line(text)[1].count)
    return kind_of_rows(header, [line.split(sign) for line in text.splitlines()[1:_LINES] if line.strip()])


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
