"""The one entry point for register files: paths in, a baseline out, or every reason why not."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sorstudio.formats import number_tables, tabular
from sorstudio.formats.assemble import assemble
from sorstudio.formats.container import Part, load
from sorstudio.formats.decode import refuse_binary
from sorstudio.formats.fragment import loosened
from sorstudio.formats.mentions import without_mentions
from sorstudio.formats.narrow import find_owner, narrow, owner_test
from sorstudio.formats.problems import Cancelled, Problem, UnreadableFile
from sorstudio.formats.raw import RawExtract
from sorstudio.formats.recognise import Kind, kind_of_rows, sniff, sniff_bytes
from sorstudio.formats.table import layout_of, read_table
from sorstudio.formats.tabular import Progress, Wanted
from sorstudio.model.baseline import Baseline
from sorstudio.model.bulk import without_collection
from sorstudio.model.codes import CodeLists

_REGISTERS = frozenset({Kind.REGISTER, Kind.XML, Kind.FHIR, Kind.XLSX})
_SOR_TREE = re.compile(rb"<(?:[\w.-]+:)?(?:SorTree|InstitutionOwnerEntity)\b")
_HEAD = 1 << 16


@dataclass(frozen=True, slots=True)
class Reading:
    """A baseline, and what stands in the files beside it: other owners' units and the faults found among them."""

    baseline: Baseline
    other_units: int = 0
    other_faults: int = 0


def read_baseline(
    paths: Sequence[Path],
    *,
    codes: CodeLists,
    owner: str | None = None,
    day: date | None = None,
    mapping: Mapping[str, str] | None = None,
    today: date,
    progress: Callable[[float], bool] | None = None,
) -> Baseline:
    """Read files, folders and zips of one register into one baseline; `progress` answers False to stop."""
    wanted = Wanted(owner, mapping, progress)
    return read(paths, codes=codes, day=day, today=today, wanted=wanted).baseline


def read(
    paths: Sequence[Path], *, codes: CodeLists, today: date, day: date | None = None, wanted: Wanted | None = None
) -> Reading:
    """As `read_baseline`, with the count of what was left out."""
    with without_collection():
        return _read(paths, codes, today, day, wanted or Wanted())


def _read(paths: Sequence[Path], codes: CodeLists, today: date, day: date | None, asked: Wanted) -> Reading:
    parts = chosen_parts([part for path in paths for part in load(path)], bool(asked.mapping))
    extracts = without_mentions(_extracts(parts, codes, asked))
    if asked.owner:
        extracts = narrow(extracts, asked.owner, codes, is_fragment=asked.fragment)
    if asked.fragment:
        extracts = loosened(extracts)
    baseline = assemble(
        extracts, codes=codes, day=day, today=today, fingerprint=fingerprint(parts), is_fragment=asked.fragment
    )
    _tell(asked.progress, 1.0)
    others = sum(extract.other_units for extract in extracts)
    return Reading(baseline, others, sum(extract.other_faults for extract in extracts))


def kind_of(path: Path) -> Kind:
    """The kind of a file, a workbook being a register or a list without SOR-IDs like any other table."""
    kind = sniff(path)
    if kind is not Kind.XLSX:
        return kind
    from sorstudio.formats import own_list

    try:
        rows = [row for part in load(path) for row in own_list.sheet_rows(part.data, part.name)]
    except UnreadableFile:
        return Kind.UNREADABLE
    filled = [row for row in rows if any(row)]
    return kind_of_rows(filled[0], filled[1:]) if filled else Kind.UNREADABLE


def fingerprint(parts: Sequence[Part]) -> str:
    """SHA-256 over the bytes of the files."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.data)
    return digest.hexdigest()


def chosen_parts(parts: Sequence[Part], has_mapping: bool) -> list[Part]:
    """The files that make a register; in a folder or zip others are left aside, alone each must be one."""
    if len(parts) == 1:
        return list(parts)
    kinds = {id(part): sniff_bytes(part.data) for part in parts}
    registers = [part for part in parts if _is_register(part, kinds[id(part)], has_mapping)]
    servants = [part for part in parts if kinds[id(part)] is Kind.SERVANT]
    strays = [part for part in parts if part not in registers and part not in servants and "/" not in part.name]
    return [*_without_older(registers), *servants, *strays] or list(parts)


def _is_register(part: Part, kind: Kind, has_mapping: bool) -> bool:
    """SOR's zip holds its code lists as XML too, which is no tree."""
    if kind is Kind.TABLE:
        return has_mapping
    return kind in _REGISTERS and (kind is not Kind.XML or _holds_tree(part.data[:_HEAD]))


def _holds_tree(head: bytes) -> bool:
    return _SOR_TREE.search(head.replace(b"\0", b"")) is not None  # two bytes a letter where it is UTF-16


def _without_older(parts: Sequence[Part]) -> list[Part]:
    """SOR's zip may hold the picture of one day beside the whole history: the larger file tells more."""
    found: dict[str, list[Part]] = {}
    for part in parts:
        if "/" in part.name and sniff_bytes(part.data) is Kind.REGISTER and layout_of(part.data) == "sor2":
            found.setdefault(part.name.split("/")[0], []).append(part)
    dropped = [part for group in found.values() for part in sorted(group, key=lambda one: len(one.data))[:-1]]
    return [part for part in parts if part not in dropped]


def _extracts(parts: Sequence[Part], codes: CodeLists, asked: Wanted) -> list[RawExtract]:
    total = max(1, sum(len(part.data) for part in parts))
    done = 0
    found: list[RawExtract] = []
    for part in parts:
        start, share = done / total, len(part.data) / total
        _tell(asked.progress, start)
        found.append(extract_part(part, codes, replace(asked, progress=_within(asked.progress, start, share))))
        done += len(part.data)
    return found


def _within(progress: Progress | None, start: float, share: float) -> Progress | None:
    return None if progress is None else lambda part: progress(min(1.0, start + share * part))


def _tell(progress: Progress | None, value: float) -> None:
    if progress is not None and not progress(value):
        raise Cancelled


def extract_part(part: Part, codes: CodeLists, asked: Wanted) -> RawExtract:
    """Read one file by its kind; the readers of XML, FHIR and workbooks are loaded when one is met."""
    kind = sniff_bytes(part.data)
    if kind is Kind.XML:
        return _extract_xml(part, codes, asked)
    if kind is Kind.FHIR:
        from sorstudio.formats import fhir

        return fhir.read(part.data, part.name, codes)
    if kind is Kind.XLSX:
        from sorstudio.formats import own_list

        return tabular.read_rows(own_list.sheet_rows(part.data, part.name), part.name, codes, asked.mapping)
    return _extract_text(part, kind, codes, asked)


def _extract_xml(part: Part, codes: CodeLists, asked: Wanted) -> RawExtract:
    """Only the owner wanted is built; where nobody fits, the owners in the file are looked up for the refusal."""
    from sorstudio.formats import sor_xml

    owner = asked.owner
    test = owner_test(owner, codes) if owner else None
    try:
        return sor_xml.read(part.data, part.name, codes, test)
    except UnreadableFile as refusal:
        if owner and refusal.problems[0].code == "xml.owner_not_found":
            loose = tuple if asked.fragment else None
            find_owner(sor_xml.owners(part.data, part.name), owner, codes, part.name, loose)
            return sor_xml.read(part.data, part.name, codes)
        raise


def _extract_text(part: Part, kind: Kind, codes: CodeLists, asked: Wanted) -> RawExtract:
    refuse_binary(part.data, part.name)
    if kind in (Kind.UNREADABLE, Kind.OUTLINE) and not asked.mapping:
        code = "file.is_outline" if kind is Kind.OUTLINE else "file.not_a_register"
        raise UnreadableFile([Problem(code, source=part.name)], part.name)
    table = read_table(part.data, part.name)
    servant = number_tables.servant_of(table.header)
    if servant is not None:
        return number_tables.read(table, servant, codes)
    return tabular.read_units(table, codes, asked)
