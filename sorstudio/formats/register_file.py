"""A whole register file, every owner in it, held small: rows stay text until somebody asks what they tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from sorstudio.formats import number_tables, tabular
from sorstudio.formats.assemble import told_of, with_number
from sorstudio.formats.columns import Columns
from sorstudio.formats.container import Part, load
from sorstudio.formats.dated import day_in_name
from sorstudio.formats.id_checks import id_problems
from sorstudio.formats.narrow import OwnerRow
from sorstudio.formats.problems import Problem, UnreadableFile
from sorstudio.formats.raw import RawExtract, RawUnit
from sorstudio.formats.reading import chosen_parts, extract_part
from sorstudio.formats.recognise import Kind, sniff_bytes
from sorstudio.formats.register_telling import Teller, comparable
from sorstudio.formats.rows import CONTACT_PARTS, RowReader, carried
from sorstudio.formats.structure import Placed, start_of, version_on
from sorstudio.formats.table import Table, read_table
from sorstudio.formats.tabular import Wanted
from sorstudio.formats.versions import Told
from sorstudio.model.bulk import without_collection
from sorstudio.model.codes import CodeLists
from sorstudio.model.identifiers import sor_id_problem
from sorstudio.model.register_facts import PLACE, Facts

_BLOCKS = frozenset({"postal", "visiting", "activity", "speciality"})
_HEAD = 1 << 21
_CUT = "\0"  # no text file that is read holds one


@dataclass(frozen=True, eq=False)
class Sheet:
    """One table of units: its columns and the reader of its rows."""

    table: Table
    columns: Columns
    reader: RowReader
    extract: RawExtract

    _narrow: dict[frozenset[str], RowReader] = field(default_factory=dict)

    def is_like(self, other: Sheet) -> bool:
        """Whether equal rows of both tell the same."""
        return self.table.header == other.table.header and self.columns.places == other.columns.places

    def columns_of(self, before: str, after: str) -> frozenset[str]:
        """The columns in which two rows of this form differ, each with those that are read together with it."""
        pairs = enumerate(zip(before.split(_CUT), after.split(_CUT), strict=False))
        found = {group for place, (old, new) in pairs if old != new for group in self._groups.get(place, ())}
        return frozenset(found)

    @cached_property
    def _groups(self) -> dict[int, tuple[str, ...]]:
        found: dict[int, list[str]] = defaultdict(list)
        for name, place in self.columns.places.items():
            found[place].append(_group(name))
        return {place: tuple(names) for place, names in found.items()}

    def unit(self, row: Row, groups: frozenset[str] | None = None) -> RawUnit | None:
        """The unit of a row, or only what some columns tell of it."""
        reader = self.reader if groups is None else self._narrow.get(groups) or self._narrowed(groups)
        return reader.unit(row.line, row.text.split(_CUT))

    def _narrowed(self, groups: frozenset[str]) -> RowReader:
        wanted = groups | _ALWAYS
        places = {name: place for name, place in self.columns.places.items() if _group(name) in wanted}
        reader = RowReader(replace(self.columns, places=places), self.table.layout, self.table.source)
        reader.problems = self.reader.problems
        return self._narrow.setdefault(groups, reader)


_ALWAYS = frozenset({"sor_id", "name", "parent", "kind", "level", "gln", "number_flag", "number_valid_to"})
_GROUPS = {**dict.fromkeys(CONTACT_PARTS, "contact"), "unit_type_code": "unit_type"}


def _group(column: str) -> str:
    """Columns that are read together have one name: the parts of an address, the specialities."""
    first = column.split("_")[0]
    return first if first in _BLOCKS else _GROUPS.get(column, column)


class Row(NamedTuple):
    """A row that is read when asked for; `sheet` is None where `facts` were read at once."""

    line: int
    text: str = ""
    sheet: Sheet | None = None
    facts: Facts | None = None


@dataclass
class Register:
    """Every unit of a register file by SOR-ID, with its parent; what could not be taken along stands in `problems`."""

    source: str
    layout: str
    day: date
    carries: frozenset[str]
    told: Told
    teller: Teller
    rows: dict[str, Row] = field(default_factory=dict, repr=False)
    found: list[Problem] = field(default_factory=list, repr=False)
    sheets: list[Sheet] = field(default_factory=list, repr=False)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with rows that were looked at, each said once."""
        every = [*self.found, *(problem for sheet in self.sheets for problem in sheet.reader.problems)]
        unique = {(one.code, one.line, one.column, one.source): one for one in every}
        return tuple(sorted(unique.values(), key=lambda one: (one.source, one.line)))

    def facts(self, unit: str, columns: frozenset[str] | None = None) -> Facts | None:
        """What the file tells of a unit, in all or some columns; None where its row cannot be read."""
        row = self.rows[unit]
        if row.sheet is None:
            return row.facts
        raw = row.sheet.unit(row, columns)
        if raw is None:
            return None
        placed = with_number(Placed(row.sheet.extract, raw), self.told, self.day)
        return self.teller.facts(placed, self._number_above(raw))

    def parent(self, unit: str) -> str | None:
        """The SOR-ID above a unit, None at the top."""
        row = self.rows[unit]
        if row.sheet is None:
            return str(row.facts[PLACE["parent"]] or "") or None if row.facts else None
        return row.sheet.reader.parent_of(row.text.split(_CUT))

    def name(self, unit: str) -> str:
        """The name of a unit; its SOR-ID where the file does not hold it."""
        row = self.rows.get(unit)
        if row is None:
            return unit
        if row.sheet is None:
            return str(row.facts[PLACE["name"]]) if row.facts else unit
        return row.sheet.reader.name_of(row.text.split(_CUT)) or unit

    def tops(self) -> Iterator[OwnerRow]:
        """The owners: units without anything above them."""
        return (OwnerRow(unit, self.name(unit)) for unit in self.rows if not self.parent(unit))

    def number_of(self, row: Row) -> str:
        """The number that stands in a row, whoever owns it."""
        if row.sheet is None or "gln" not in row.sheet.columns:
            return ""
        cells = row.text.split(_CUT)
        place = row.sheet.columns.place("gln")
        return cells[place].strip() if place < len(cells) else ""

    def _number_above(self, raw: RawUnit) -> str | None:
        above = self.rows.get(raw.parent or "")
        return self.number_of(above) or None if above is not None and raw.number_state is None else None


def read_register(path: Path, codes: CodeLists, *, today: date, earlier: Register | None = None) -> Register:
    """Every unit of a file, folder or zip. A faulty row is noted and left out.

    Rows that `earlier` has letter for letter are kept once for both. Raises UnreadableFile for what is no register.
    """
    with without_collection():
        parts = chosen_parts(load(path), has_mapping=False)
        sheets, extracts = _read_parts(parts, codes)
        register = _empty(path, [*[sheet.extract for sheet in sheets], *extracts], codes, today)
        register.sheets.extend(sheets)
        loading = _Loading(register, earlier)
        for sheet in sheets:
            loading.take_sheet(sheet)
        for extract in extracts:
            loading.take_extract(extract)
        loading.choose_versions()
    if not register.rows:
        raise UnreadableFile(register.problems or [Problem("file.no_units", source=path.name)], path.name)
    return register


def _read_parts(parts: Sequence[Part], codes: CodeLists) -> tuple[list[Sheet], list[RawExtract]]:
    sheets: list[Sheet] = []
    extracts: list[RawExtract] = []
    for part in parts:
        table = read_table(part.data, part.name) if sniff_bytes(part.data) is Kind.REGISTER else None
        if table is not None and number_tables.servant_of(table.header) is None:
            sheets.append(_sheet(table))
        else:
            extracts.append(extract_part(part, codes, Wanted()))
    return sheets, extracts


def _sheet(table: Table) -> Sheet:
    head = replace(table, text=table.text[: table.text.rfind("\n", 0, _HEAD) + 1 or None])
    columns = tabular.find_columns(head, {})
    tabular.refuse_missing(head, columns)
    extract = RawExtract(table.source, table.layout.name, carries=carried(columns))
    return Sheet(table, columns, RowReader(columns, table.layout, table.source), extract)


def _empty(path: Path, extracts: Sequence[RawExtract], codes: CodeLists, today: date) -> Register:
    day = next((one.day for one in extracts if one.day), None) or day_in_name(path) or today
    told = told_of(extracts, day)
    successors: dict[str, list[str]] = defaultdict(list)
    for extract in extracts:
        for unit, successor in extract.successions:
            successors[unit].append(successor)
    carries = comparable((name for extract in extracts for name in extract.carries), told)
    layout = "+".join(dict.fromkeys(extract.layout for extract in extracts))
    teller = Teller(codes, told, {unit: tuple(found) for unit, found in successors.items()})
    return Register(path.name, layout, day, carries, told, teller)


class _Loading:
    """Fills a register row by row; units with several rows are settled at the end."""

    def __init__(self, register: Register, earlier: Register | None) -> None:
        self._register = register
        self._earlier = earlier
        self._more: dict[str, list[Row]] = defaultdict(list)

    def take_sheet(self, sheet: Sheet) -> None:
        """The rows of a table, as text."""
        reader, place, width = sheet.reader, sheet.columns.place("sor_id"), len(sheet.columns.header)
        rows, join = self._register.rows, _CUT.join
        known = self._known(sheet)
        for line, cells in sheet.table:
            if len(cells) != width and reader.unit(line, cells) is None:
                continue
            unit = cells[place]
            if not unit.isdigit() and not self._is_sound(unit := reader.id_of(cells), line, sheet):
                continue
            text = join(cells)
            if unit in rows:
                self._more[unit].append(Row(line, text, sheet))
                continue
            same = known.get(unit)
            rows[unit] = same if same is not None and same.text == text else Row(line, text, sheet)

    def _known(self, sheet: Sheet) -> dict[str, Row]:
        """The rows of the earlier file, where equal letters tell the same."""
        earlier = self._earlier
        return earlier.rows if earlier and all(sheet.is_like(one) for one in earlier.sheets) else {}

    def _is_sound(self, unit: str, line: int, sheet: Sheet) -> bool:
        """A row without a SOR-ID that can be told from others belongs to no unit."""
        if unit.isdigit():
            return True
        title = sheet.columns.title("sor_id")
        found = id_problems(sor_id_problem(unit), line, title, unit, sheet.table.source)
        self._register.found.extend(found)
        return not found

    def take_extract(self, extract: RawExtract) -> None:
        """The units of a file that its reader has read already, each made small at once."""
        register = self._register
        register.found.extend(extract.problems)
        placed = [with_number(Placed(extract, unit), register.told, register.day) for unit in extract.units]
        shown = {row.unit.sor_id: row.unit.gln for row in placed}
        versions: dict[str, list[Placed]] = defaultdict(list)
        for one in placed:
            if one.unit.sor_id:
                versions[one.unit.sor_id].append(one)
        for unit, found in versions.items():
            chosen = self._chosen(found)
            facts = register.teller.facts(chosen, shown.get(chosen.unit.parent or ""))
            if register.rows.setdefault(unit, row := Row(chosen.unit.line, facts=facts)) is not row:
                register.found.append(_duplicate(chosen, register.rows[unit].line))

    def choose_versions(self) -> None:
        """Of several rows of a unit the one in force on the register's day; two of one day are a fault of the file."""
        register = self._register
        for unit, others in self._more.items():
            rows = [row for row in (register.rows[unit], *others) if row.sheet is not None]
            placed = [(row, found) for row in rows if (found := _placed(row)) is not None]
            if placed:
                chosen = self._chosen([found for _, found in placed])
                register.rows[unit] = next(row for row, found in placed if found is chosen)

    def _chosen(self, versions: list[Placed]) -> Placed:
        first: dict[date, Placed] = {}
        for one in versions:
            earlier = first.setdefault(start_of(one), one)
            if earlier is not one:
                self._register.found.append(_duplicate(one, earlier.unit.line))
        return version_on([first[start] for start in sorted(first)], self._register.day)


def _placed(row: Row) -> Placed | None:
    if row.sheet is None:
        return None
    raw = row.sheet.unit(row)
    return Placed(row.sheet.extract, raw) if raw is not None else None


def _duplicate(row: Placed, first: int) -> Problem:
    return row.problem("register.duplicate", "sor_id", row.unit.sor_id, first=first, first_file=row.source)
