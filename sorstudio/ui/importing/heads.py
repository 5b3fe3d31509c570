"""A look into a file before it is read: its columns, and the owners that it holds."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sorstudio.formats import container, tabular
from sorstudio.formats.cells import bare, parse_kind
from sorstudio.formats.problems import UnreadableFile
from sorstudio.formats.recognise import Kind, sniff_bytes
from sorstudio.formats.rows import RowReader
from sorstudio.formats.table import Table, read_table
from sorstudio.model.records import UnitKind

_TABLES = (Kind.REGISTER, Kind.TABLE)


@dataclass(frozen=True)
class Owner:
    """An owner found in a file, and how many units lie under it."""

    sor_id: str
    name: str


def headers(paths: Sequence[Path]) -> tuple[str, ...]:
    """The columns of the first table among the files."""
    for table in _tables(paths):
        return tuple(cell for cell in table.header if cell)
    return ()


def short_name(text: str) -> str:
    """A name for a set of headers that fits a settings file."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def owners(paths: Sequence[Path]) -> tuple[Owner, ...]:
    """Every owner that stands in the tables, by name; nothing where the file is of another kind."""
    found: dict[str, Owner] = {}
    for table in _tables(paths):
        found.update({owner.sor_id: owner for owner in _owners_of(table)})
    return tuple(sorted(found.values(), key=lambda owner: owner.name.casefold()))


def _owners_of(table: Table) -> list[Owner]:
    columns = tabular.find_columns(table, {})
    if not {"sor_id", "name", "parent"} <= columns.places.keys():
        return []
    reader = RowReader(columns, table.layout, table.source)
    name, kind = columns.place("name"), columns.place("kind")
    return [
        Owner(reader.id_of(cells), bare(cells[name]))
        for _, cells in table
        if name < len(cells) and not reader.parent_of(cells) and _may_own(cells, kind)
    ]


def _may_own(cells: Sequence[str], kind: int) -> bool:
    return not 0 <= kind < len(cells) or parse_kind(bare(cells[kind])) in (UnitKind.IE, None)


def _tables(paths: Sequence[Path]) -> list[Table]:
    parts = [part for path in paths for part in container.load(path)]
    found = []
    for part in parts:
        if sniff_bytes(part.data) in _TABLES:
            try:
                found.append(read_table(part.data, part.name))
            except UnreadableFile:
                continue
    return found
