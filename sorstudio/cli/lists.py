"""Reads an outline or a municipality's own list into proposals, matched to the units that a plan has already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sorstudio.model.errors import Unreadable
from sorstudio.model.plan import Plan

if TYPE_CHECKING:
    from sorstudio.formats.matching import KnownUnit, Match
    from sorstudio.formats.proposal import Proposals
    from sorstudio.model.codes import CodeLists


@dataclass(frozen=True, slots=True)
class ListRead:
    """A file read: the owner it names (or None), its proposals, the lines that are no part of the tree, and the columns
    that nothing was made of."""

    source: str
    owner: str | None
    proposals: Proposals
    left_out: tuple[tuple[int, str], ...] = ()
    unused: tuple[str, ...] = ()


def is_list(path: Path, mapping: Mapping[str, str] | None = None) -> bool:
    """Whether the file is an outline or own list, which is never a baseline."""
    from sorstudio.formats.recognise import Kind, sniff

    kind = sniff(path) if path.is_file() else Kind.UNREADABLE
    if kind is Kind.XLSX:
        return _is_own_workbook(path, mapping)
    return kind is Kind.OUTLINE or (kind is Kind.TABLE and "sor_id" not in (mapping or {}))


def _is_own_workbook(path: Path, mapping: Mapping[str, str] | None) -> bool:
    """A workbook with a SOR-ID on most of its rows is a register extract."""
    from sorstudio.formats.own_list import read_list

    try:
        rows = read_list(path.read_bytes(), path.name, mapping).rows
    except Unreadable:
        return False
    return 2 * sum(bool(row.sor_id) for row in rows) <= len(rows)


def read_proposals(
    path: Path, codes: CodeLists, owner: str | None = None, mapping: Mapping[str, str] | None = None
) -> ListRead:
    """The proposals of a file, or a refusal with every reason."""
    from sorstudio.formats.outline import read_outline
    from sorstudio.formats.own_list import read_list
    from sorstudio.formats.proposal import propose_list, propose_outline
    from sorstudio.formats.recognise import Kind, sniff

    data = path.read_bytes()
    if sniff(path) in (Kind.XLSX, Kind.TABLE):
        own = read_list(data, path.name, mapping)
        return ListRead(path.name, own.owner, propose_list(own, codes), unused=own.unused)
    outline = read_outline(data, path.name, owner)
    left_out = tuple((one.line, one.text) for one in outline.left_out)
    return ListRead(path.name, outline.owner, propose_outline(outline, codes), left_out)


def matches_in(plan: Plan, proposals: Proposals) -> tuple[Match, ...]:
    """Which lines are units of the plan already, the doubtful ones marked so."""
    from sorstudio.formats.matching import match

    return match(proposals, known_units(plan))


def known_units(plan: Plan) -> list[KnownUnit]:
    """The plan's open units as the matching wants them."""
    from sorstudio.formats.matching import KnownUnit

    state = plan.state()
    found = []
    for _, unit in state.walk():
        if plan.status(unit.key) != "closed":
            number = state.number_of(unit.key)
            kind = unit.unit_type if isinstance(unit.unit_type, str) else None
            path = state.path(unit.key)[:-1]
            found.append(KnownUnit(unit.key, unit.name, path, kind, unit.sor_id, number.gln if number else None))
    return found
