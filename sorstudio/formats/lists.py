"""Reads an outline or a municipality's own list into proposals, and makes the baseline of a plan that begins so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sorstudio.formats import container
from sorstudio.formats.outline import read_outline
from sorstudio.formats.outline_items import LeftOut
from sorstudio.formats.own_list import read_list
from sorstudio.formats.proposal import Proposals, propose_list, propose_outline
from sorstudio.formats.recognise import Kind, sniff, sniff_bytes
from sorstudio.formats.versions import UNIT_FIELDS
from sorstudio.model.baseline import Baseline, Version
from sorstudio.model.change import new_id
from sorstudio.model.codes import CodeLists
from sorstudio.model.errors import Unreadable
from sorstudio.model.records import UNKNOWN, RecordKind, Unit, UnitKind

LAYOUT = "outline"
_LISTS = frozenset({Kind.XLSX, Kind.TABLE})


@dataclass(frozen=True, slots=True)
class ListRead:
    """A file read: the owner it names (or None), its proposals, the lines that are no part of the tree, and the columns
    that nothing was made of."""

    source: str
    owner: str | None
    proposals: Proposals
    left_out: tuple[LeftOut, ...] = ()
    unused: tuple[str, ...] = ()


def is_list(path: Path, mapping: Mapping[str, str] | None = None) -> bool:
    """Whether the file is an outline or own list, which is never a baseline."""
    kind = sniff(path) if path.is_file() else Kind.UNREADABLE
    if kind is Kind.XLSX:
        return _is_own_workbook(path, mapping)
    return kind is Kind.OUTLINE or (kind is Kind.TABLE and "sor_id" not in (mapping or {}))


def read_proposals(
    path: Path,
    codes: CodeLists,
    owner: str | None = None,
    mapping: Mapping[str, str] | None = None,
    *,
    with_ids: bool = False,
) -> ListRead:
    """The proposals of a file, or a refusal with every reason.

    A table `with_ids` may be a whole extract; it is only read as a list where a person looks at every line.
    """
    data = container.load(path)[0].data
    kind = sniff_bytes(data)
    if kind in _LISTS or (with_ids and kind is Kind.REGISTER):
        own = read_list(data, path.name, mapping)
        return ListRead(path.name, own.owner, propose_list(own, codes), unused=own.unused)
    outline = read_outline(data, path.name, owner)
    return ListRead(path.name, outline.owner, propose_outline(outline, codes), outline.left_out)


def owner_alone(name: str, source: str, codes: CodeLists, today: date) -> Baseline:
    """A baseline with nothing but the owner, which stands in SOR already; of it only the name is known."""
    known = codes.municipality(name)
    unknown: dict[str, Any] = dict.fromkeys((*UNIT_FIELDS, "number_state"), UNKNOWN)
    official = known.official_name if known else name
    owner = Unit(new_id(), UnitKind.IE, official, specialities_known=False, **unknown)
    version = Version(RecordKind.UNIT, owner)
    return Baseline(new_id(), today, LAYOUT, sources=(source,), versions=(version,))


def _is_own_workbook(path: Path, mapping: Mapping[str, str] | None) -> bool:
    """A workbook with a SOR-ID on most of its rows is a register extract."""
    try:
        rows = read_list(path.read_bytes(), path.name, mapping).rows
    except Unreadable:
        return False
    return 2 * sum(bool(row.sor_id) for row in rows) <= len(rows)
