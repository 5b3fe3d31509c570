"""Lines of an outline or of a municipality's own list, in one form, before anybody has said what they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sorstudio.model.errors import Unreadable

_TAKES_IDS = 2
"""A workbook with a SOR-ID on most rows is a register extract and not an own list."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line; `parent` is the place of another line, None at the top."""

    line: int
    name: str
    parent: int | None
    note: str = ""
    unit_type: str = ""
    offers: tuple[str, ...] = ()
    gln: str = ""
    sor_id: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    is_listed: bool = False


@dataclass(frozen=True, slots=True)
class Entries:
    """A file read: the owner that it names (or None), its lines, and the lines that are no part of the tree."""

    source: str
    owner: str | None
    entries: tuple[Entry, ...]
    left_out: tuple[tuple[int, str], ...] = ()


def is_list(path: Path, mapping: Mapping[str, str] | None = None) -> bool:
    """Whether the file is an outline or own list, which is never a baseline."""
    from sorstudio.formats.recognise import Kind, sniff

    kind = sniff(path) if path.is_file() else Kind.UNREADABLE
    if kind is Kind.XLSX:
        return _is_own_workbook(path, mapping)
    return kind is Kind.OUTLINE or (kind is Kind.TABLE and "sor_id" not in (mapping or {}))


def _is_own_workbook(path: Path, mapping: Mapping[str, str] | None) -> bool:
    from sorstudio.formats.own_list import read_list

    try:
        rows = read_list(path.read_bytes(), path.name, mapping).rows
    except Unreadable:
        return False
    return _TAKES_IDS * sum(bool(row.sor_id) for row in rows) <= len(rows)


def read_entries(path: Path, owner: str | None = None, mapping: Mapping[str, str] | None = None) -> Entries:
    """The lines of the file, or a refusal with every reason."""
    from sorstudio.formats.recognise import Kind, sniff

    if sniff(path) in (Kind.XLSX, Kind.TABLE):
        return _from_list(path, mapping)
    return _from_outline(path, owner)


def _from_outline(path: Path, owner: str | None) -> Entries:
    from sorstudio.formats.outline import parents, read_outline

    outline = read_outline(path.read_bytes(), path.name, owner)
    places = parents(outline.lines)
    entries = (
        Entry(line.line, line.title, place, line.note) for line, place in zip(outline.lines, places, strict=True)
    )
    left_out = tuple((one.line, one.text) for one in outline.left_out)
    return Entries(path.name, outline.owner, tuple(entries), left_out)


def _from_list(path: Path, mapping: Mapping[str, str] | None) -> Entries:
    from sorstudio.formats.own_list import read_list

    found = read_list(path.read_bytes(), path.name, mapping)
    entries = (
        Entry(
            row.line,
            row.name,
            row.parent,
            row.note,
            unit_type=row.unit_type,
            offers=row.offers,
            gln=row.gln,
            sor_id=row.sor_id,
            street=row.street,
            postcode=row.postcode,
            city=row.city,
            phone=row.phone,
            email=row.email,
            website=row.website,
            is_listed=True,
        )
        for row in found.rows
    )
    return Entries(found.source, found.owner, tuple(entries))
