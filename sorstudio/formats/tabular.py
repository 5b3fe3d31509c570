"""Tables of units, whatever their layout: header to columns, rows to raw units, with every fault noted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from sorstudio.formats.cells import bare, parse_kind
from sorstudio.formats.columns import GENERIC, Columns, field_name, fold_header, known_fields, match, recognise_layout
from sorstudio.formats.columns import layout as layout_named
from sorstudio.formats.narrow import OwnerRow, belongs, find_owner, loose_tops, members
from sorstudio.formats.problems import Cancelled, Problem, UnreadableFile
from sorstudio.formats.raw import RawExtract, RawUnit
from sorstudio.formats.rows import RowReader, carried, fast_id
from sorstudio.formats.table import Table, read_table
from sorstudio.model.codes import CodeLists
from sorstudio.model.identifiers import gln_problem, sor_id_problem
from sorstudio.model.records import UnitKind

Progress = Callable[[float], bool]
_SAMPLE = 5_000
_STEP = 4_000
_MANDATORY = ("sor_id", "name", "parent")
# With a unit type alone, the kind of a unit follows from its place in the tree.
_TELLS_PLACE = frozenset({"kind", "level", "unit_type", "unit_type_code"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asked for: whose units, which header is which field, and how to hear about progress.

    A `fragment` is only looked at: units whose parent is not in the file are its tops, and it need not name its owner.
    """

    owner: str | None = None
    mapping: Mapping[str, str] | None = None
    progress: Progress | None = None
    fragment: bool = False


def read(data: bytes, source: str, codes: CodeLists, wanted: Wanted | None = None) -> RawExtract:
    """The units of one delimited text file."""
    return read_units(read_table(data, source), codes, wanted or Wanted())


def read_rows(
    rows: Iterable[Sequence[str]], source: str, codes: CodeLists, mapping: Mapping[str, str] | None = None
) -> RawExtract:
    """The units of a table that is cells already, such as a sheet; the first row with content is the header."""
    numbered = [(line, [cell or "" for cell in cells]) for line, cells in enumerate(rows, start=1)]
    filled = [(line, cells) for line, cells in numbered if any(cell.strip() for cell in cells)]
    if not filled:
        raise UnreadableFile([Problem("file.empty", source=source)], source)
    (line, head), *rest = filled
    header = tuple(cell.strip() for cell in head)
    table = Table(source, header, recognise_layout(header), line, tuple(rest))
    return read_units(table, codes, Wanted(mapping=mapping))


def read_units(table: Table, codes: CodeLists, wanted: Wanted) -> RawExtract:
    """Read a table whose layout is known; refuses at once where a mandatory column is missing."""
    columns = find_columns(table, wanted.mapping or {})
    refuse_missing(table, columns)
    scope = _scope(table, columns, wanted, codes) if wanted.owner else None
    reader = RowReader(columns, table.layout, table.source)
    units = tuple(_units(table, reader, scope, wanted.progress))
    return RawExtract(
        source=table.source,
        layout=table.layout.name,
        units=units,
        carries=carried(columns),
        problems=tuple(reader.problems),
        titles={name: columns.title(name) for name in columns.places},
        other_units=scope.other_units if scope else 0,
        other_faults=scope.other_faults if scope else 0,
    )


def find_columns(table: Table, mapping: Mapping[str, str]) -> Columns:
    """The columns of a table, those settled that only their content tells apart."""
    _refuse_bad_mapping(table, mapping)
    columns = match(table.header, table.layout, mapping)
    sample = [cells for _, cells in islice(iter(table), _SAMPLE)]
    return _settle_type(_settle_number(columns, sample), sample)


def refuse_missing(table: Table, columns: Columns) -> None:
    """Refuse a table without the mandatory columns, and one without any rows."""
    problems = [_missing(table, name) for name in _MANDATORY if name not in columns]
    if not _TELLS_PLACE & columns.places.keys():
        problems.append(_missing(table, "level"))
    if not problems and next(iter(table), None) is None:
        problems.append(Problem("file.no_rows", table.header_line, source=table.source))
    if problems:
        raise UnreadableFile(problems, table.source)


@dataclass(frozen=True, slots=True)
class _Scope:
    """The units of the owner asked for, and what was left out."""

    top: str
    inside: set[str]
    other_units: int
    other_faults: int


def _units(table: Table, reader: RowReader, scope: _Scope | None, progress: Progress | None) -> Iterator[RawUnit]:
    total = max(1, table.size())
    for count, (line, cells) in enumerate(table):
        if progress is not None and count % _STEP == 0 and not progress(min(1.0, count / total)):
            raise Cancelled
        if scope is None or belongs(reader.id_of(cells), reader.parent_of(cells), scope.inside, scope.top):
            unit = reader.unit(line, cells)
            if unit is not None:
                yield unit


def _scope(table: Table, columns: Columns, wanted: Wanted, codes: CodeLists) -> _Scope:
    """Go through the file once for its links only, so that no record is built for other owners."""
    reader = RowReader(columns, table.layout, table.source)
    name, kind = columns.place("name"), columns.place("kind")
    links: list[tuple[str, str | None]] = []
    tops: list[OwnerRow] = []
    nameless = 0
    for _, cells in table:
        unit, parent = reader.id_of(cells), reader.parent_of(cells)
        links.append((unit, parent))
        label = bare(cells[name]) if name < len(cells) else ""
        nameless += not label
        if not parent and _may_own(cells, kind):
            tops.append(OwnerRow(unit, label))
    loose = partial(_loose_tops, table, reader) if wanted.fragment else None
    top = find_owner(tops, wanted.owner or "", codes, table.source, loose)
    inside = members(links, top)
    others = [link for link in links if link[0] not in inside]
    return _Scope(top, inside, len({unit for unit, _ in others}), nameless + _faults(others, links))


def _loose_tops(table: Table, reader: RowReader) -> list[OwnerRow]:
    return loose_tops((reader.id_of(cells), reader.parent_of(cells), reader.name_of(cells)) for _, cells in table)


def _may_own(cells: Sequence[str], kind: int) -> bool:
    return not 0 <= kind < len(cells) or parse_kind(bare(cells[kind])) in (UnitKind.IE, None)


def _faults(others: Sequence[tuple[str, str | None]], links: Sequence[tuple[str, str | None]]) -> int:
    """Other owners' wrong identifiers and parents that are nowhere: counted, never a reason to refuse."""
    known = {unit for unit, _ in links}
    wrong = sum(_is_wrong_id(unit) for unit in {unit for unit, _ in others})
    return wrong + sum(parent is not None and parent not in known for _, parent in others)


def _is_wrong_id(text: str) -> bool:
    problem = sor_id_problem(text)
    return problem is not None and problem.is_error


def _missing(table: Table, name: str) -> Problem:
    code = "table.no_parent_column" if name == "parent" else f"table.no_{name}_column"
    headers = ", ".join(cell for cell in table.header if cell)
    return Problem(code, table.header_line, source=table.source, params={"headers": headers})


def _refuse_bad_mapping(table: Table, mapping: Mapping[str, str]) -> None:
    folded = {fold_header(cell) for cell in table.header}
    headers = ", ".join(cell for cell in table.header if cell)
    problems = [
        Problem("mapping.unknown_field", value=word, source=table.source, params={"fields": ", ".join(_map_words())})
        for word in mapping
        if field_name(word) not in known_fields()
    ]
    problems += [
        Problem("mapping.no_header", table.header_line, value=header, source=table.source, params={"headers": headers})
        for header in mapping.values()
        if fold_header(header) not in folded
    ]
    if problems:
        raise UnreadableFile(problems, table.source)


def _map_words() -> list[str]:
    return sorted(layout_named(GENERIC).columns)


def _settle_number(columns: Columns, sample: Sequence[Sequence[str]]) -> Columns:
    """Among headers that look like the location number's, the one that mostly holds location numbers is it."""
    for place in columns.number_places:
        values = [fast_id(cells[place]) for cells in sample if place < len(cells) and cells[place].strip()]
        numbers = sum(len(value) == 13 and gln_problem(value) is None for value in values)
        if values and numbers * 2 >= len(values):
            return columns.with_place("gln", place)
    return columns


def _settle_type(columns: Columns, sample: Sequence[Sequence[str]]) -> Columns:
    """A column headed only "type" holds SOR's three kinds in one file and unit types in another."""
    place = columns.place("type")
    if place < 0:
        return columns
    counts = Counter(bare(cells[place]) for cells in sample if place < len(cells) and cells[place].strip())
    kinds = sum(count for text, count in counts.items() if parse_kind(text))
    name = "kind" if kinds * 2 >= max(1, counts.total()) else "unit_type"
    return columns if name in columns else columns.with_place(name, place)
