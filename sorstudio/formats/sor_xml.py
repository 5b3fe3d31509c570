"""SOR XML of any version, read record by record: the tree is never in memory as a whole."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from lxml import etree

from sorstudio.formats.cells import parse_date
from sorstudio.formats.narrow import OwnerRow
from sorstudio.formats.problems import Problem, UnreadableFile
from sorstudio.formats.raw import RawExtract, RawUnit
from sorstudio.formats.sor_xml_record import CARRIES, RecordReader, line_of, local_name, name_of, replaced_by, sor_id_of
from sorstudio.model.bulk import without_collection
from sorstudio.model.codes import CodeLists
from sorstudio.model.records import UnitKind

LAYOUT = "sor_xml"
OwnerMatches = Callable[[str, str], bool]

_KINDS = {
    "InstitutionOwner": UnitKind.IE,
    "HealthInstitution": UnitKind.SI,
    "OrganizationalUnit": UnitKind.OE,
}
_ENTITIES = tuple(f"{name}Entity" for name in _KINDS)
_TAGS = tuple(f"{{*}}{name}" for name in (*_KINDS, *_ENTITIES, "SnapshotDate", "CreatedAtTime"))
_PROLOG = re.compile(r"\ufeff?(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)


def read(data: bytes, source: str, codes: CodeLists, owner_matches: OwnerMatches | None = None) -> RawExtract:
    """Every unit of the file, or those of the owners for which `owner_matches(sor_id, name)` holds."""
    _refuse_doctype(data, source)
    reading = _Reading(source, codes, owner_matches)
    with without_collection():
        for event, element in _events(data, source, _TAGS):
            if event == "start":
                reading.enter(local_name(element))
            else:
                reading.leave(local_name(element), element)
                _forget(element)
        return reading.extract()


def owners(data: bytes, source: str) -> tuple[OwnerRow, ...]:
    """The owners in the file, found without building their trees, so that one can be picked."""
    _refuse_doctype(data, source)
    found = []
    for event, element in _events(data, source, _TAGS):
        if event == "end":
            if local_name(element) == "InstitutionOwner":
                found.append(OwnerRow(sor_id_of(element), name_of(element)))
            _forget(element)
    return tuple(found)


def _refuse_doctype(data: bytes, source: str) -> None:
    """A document type can define entities that grow without end or fetch other files; SOR has never used one."""
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    head = data.decode("utf-16", "replace") if wide else data.decode("latin-1").removeprefix("ï»¿")
    prolog = _PROLOG.match(head)
    start = prolog.end() if prolog else 0
    if head[start : start + 9].upper().startswith("<!"):
        raise UnreadableFile([Problem("xml.doctype", head.count("\n", 0, start) + 1, source=source)], source)
    if not head[start:].strip():
        raise UnreadableFile([Problem("xml.empty", source=source)], source)


def _events(data: bytes, source: str, tags: Sequence[str]) -> Iterator[tuple[str, etree._Element]]:
    # huge_tree stays off: libxml2 then refuses absurd depths, names and texts by itself.
    options = {"resolve_entities": False, "load_dtd": False, "no_network": True, "huge_tree": False}
    events = etree.iterparse(
        io.BytesIO(data), events=("start", "end"), tag=tags, remove_comments=True, remove_pis=True, **options
    )
    try:
        yield from events
    except etree.XMLSyntaxError as error:
        last = events.error_log.last_error
        line = error.position[0] or (last.line if last else 0)
        raise UnreadableFile([Problem("xml.syntax", line, source=source)], source) from None


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


class _Reading:
    """Follows the nesting of entities, which is the tree, and keeps the rows."""

    def __init__(self, source: str, codes: CodeLists, owner_matches: OwnerMatches | None) -> None:
        self._source = source
        self._records = RecordReader(source, codes)
        self._owner_matches = owner_matches
        self._path: list[str | None] = []
        self._skips = False
        self._units: list[RawUnit] = []
        self._skipped = 0
        self._successors: dict[str, list[str]] = defaultdict(list)
        self._day: date | None = None
        self._created: date | None = None

    def enter(self, name: str) -> None:
        if name in _ENTITIES:
            self._path.append(None)

    def leave(self, name: str, element: etree._Element) -> None:
        if name in _KINDS:
            self._take(_KINDS[name], element)
        elif name in _ENTITIES:
            self._path.pop()
        elif name == "SnapshotDate":
            self._day = self._parse_day(element)
        else:
            self._created = self._parse_day(element)

    def _take(self, kind: UnitKind, element: etree._Element) -> None:
        sor_id = sor_id_of(element)
        if kind is UnitKind.IE and self._owner_matches is not None:
            self._skips = not self._owner_matches(sor_id, name_of(element))
        if self._skips:
            self._skipped += 1
            return
        parent = next((above for above in reversed(self._path[:-1]) if above is not None), None)
        if self._path:
            self._path[-1] = sor_id
        self._units.append(self._records.read(element, kind, parent))
        for replaced in replaced_by(element):
            self._successors[replaced].append(sor_id)

    def _parse_day(self, element: etree._Element) -> date | None:
        written = (element.text or "").strip()
        try:
            return parse_date(written) if written else None
        except ValueError:
            problem = Problem("row.date", line_of(element), local_name(element), written, self._source)
            self._records.problems.append(problem)
            return None

    def extract(self) -> RawExtract:
        if not self._units:
            code = "xml.owner_not_found" if self._skipped else "xml.no_units"
            raise UnreadableFile([Problem(code, source=self._source)], self._source)
        found = {name for unit in self._units for name in ("cvr", "p_number") if name in unit.fields}
        return RawExtract(
            source=self._source,
            layout=LAYOUT,
            units=tuple(self._with_successors(unit) for unit in self._units),
            carries=CARRIES | found,
            day=self._day or self._created,
            problems=tuple(self._records.problems),
            other_units=self._skipped,
        )

    def _with_successors(self, unit: RawUnit) -> RawUnit:
        """A replacement may stand on either of the two units; it is the same replacement."""
        others = [one for one in self._successors.get(unit.sor_id, ()) if one not in unit.successors]
        return replace(unit, successors=(*unit.successors, *others)) if others else unit
