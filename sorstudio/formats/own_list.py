"""A municipality's own list of its units, from a workbook or a text table, without SOR-IDs or with few of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sorstudio.formats.columns import GENERIC, fold_header, recognise_layout
from sorstudio.formats.columns import layout as layout_named
from sorstudio.formats.columns import match as match_columns
from sorstudio.formats.container import is_workbook
from sorstudio.formats.decode import decode
from sorstudio.formats.id_checks import id_problems
from sorstudio.formats.outline_titles import owner_in, split_name
from sorstudio.formats.own_columns import OwnColumns, fields, find_columns
from sorstudio.formats.own_tree import Drawn, draw
from sorstudio.formats.problems import Problem, UnreadableFile
from sorstudio.formats.table import find_delimiter, first_line, read_text
from sorstudio.formats.workbook import Formula, Sheet, read_sheets
from sorstudio.model.identifiers import clean_id, gln_problem, sor_id_problem


@dataclass(frozen=True, slots=True)
class OwnRow:
    """One unit of the list; `parent` is the place of another row in the list, None at the top."""

    line: int
    name: str
    parent: int | None = None
    unit_type: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    gln: str = ""
    offers: tuple[str, ...] = ()
    note: str = ""
    sor_id: str = ""
    is_implied: bool = False


@dataclass(frozen=True, slots=True)
class OwnList:
    """A list read: parents stand before their children; `unused` are headers that nothing was made of."""

    source: str
    owner: str | None
    rows: tuple[OwnRow, ...]
    used: Mapping[str, str]
    unused: tuple[str, ...] = ()


def read_list(data: bytes, source: str, mapping: Mapping[str, str] | None = None) -> OwnList:
    """The units of the list; `mapping` says which header is which field. Refuses as a whole, with every reason."""
    wanted = {name: header for name, header in (mapping or {}).items() if header}
    _refuse_unknown_fields(wanted, source)
    sheet, columns = _chosen(_sheets_of(data, source), source, wanted)
    drawn, problems = draw(sheet.rows, columns, source)
    problems += _formula_problems(sheet, columns, source)
    rows = []
    for one in drawn:
        row, faults = _row(one, columns, source)
        rows.append(row)
        problems += faults
    if problems:
        raise UnreadableFile(sorted(problems, key=lambda problem: problem.line), source)
    if not rows:
        raise UnreadableFile([Problem("list.no_rows", columns.line, source=source)], source)
    return _without_owner(OwnList(source, None, tuple(rows), _used(columns), _unused(columns)))


def sheet_rows(data: bytes, source: str) -> list[tuple[str, ...]]:
    """The rows of a workbook's register table, its header first; what stands above the header is blank."""
    sheets = read_sheets(data, source)
    scored = [(_register_score(row), -line, sheet) for sheet in sheets for line, row in enumerate(sheet.rows[:40])]
    score, line, sheet = max(scored, key=lambda found: found[:2])
    start = -line if score else 0
    header = sheet.rows[start] if sheet.rows else ()
    places = set(match_columns(header, recognise_layout(header)).places.values())
    problems = [_formula(one, header, source) for one in sheet.formulas if one.place in places and one.line > start + 1]
    if problems:
        raise UnreadableFile(problems, source)
    return [() if place < start else row for place, row in enumerate(sheet.rows)]


def _register_score(row: Sequence[str]) -> int:
    if sum(map(bool, row)) < 2:
        return 0
    return max(len(match_columns(row, one).places) for one in (recognise_layout(row), layout_named(GENERIC)))


def _sheets_of(data: bytes, source: str) -> tuple[Sheet, ...]:
    if is_workbook(data):
        return read_sheets(data, source)
    text = decode(data, source, ("utf-8", "latin-1"))
    delimiter = find_delimiter(first_line(text)[1])
    placed = [(line, tuple(cells)) for line, cells in read_text(text, delimiter, '"' in text, source)]
    rows: list[tuple[str, ...]] = [()] * max((line for line, _ in placed), default=0)
    for line, cells in placed:
        rows[line - 1] = cells
    return (Sheet("", tuple(rows)),)


def _chosen(sheets: Sequence[Sheet], source: str, mapping: Mapping[str, str]) -> tuple[Sheet, OwnColumns]:
    """The sheet with the most headers understood."""
    found = [(sheet, columns) for sheet in sheets if (columns := _columns_of(sheet, mapping))]
    if not found:
        shown = next((row for sheet in sheets for row in sheet.rows if any(row)), ())
        headers = ", ".join(cell for cell in shown if cell)
        raise UnreadableFile([Problem("list.no_name_column", source=source, params={"headers": headers})], source)
    sheet, columns = max(found, key=lambda pair: pair[1].score)
    known = {fold_header(cell) for cell in columns.header}
    missing = [header for header in mapping.values() if fold_header(header) not in known]
    if missing:
        headers = ", ".join(cell for cell in columns.header if cell)
        params = {"headers": headers}
        lost = [Problem("list.no_header", columns.line, "", header, source, params) for header in missing]
        raise UnreadableFile(lost, source)
    return sheet, columns


def _columns_of(sheet: Sheet, mapping: Mapping[str, str]) -> OwnColumns | None:
    """Without the user's mapping too, so that a header that is not there can be named as such."""
    return find_columns(sheet.rows, mapping) or (find_columns(sheet.rows) if mapping else None)


def _refuse_unknown_fields(mapping: Mapping[str, str], source: str) -> None:
    known = ", ".join(fields())
    unknown = [name for name in mapping if name not in fields()]
    if unknown:
        params = {"fields": known}
        raise UnreadableFile([Problem("list.no_field", 0, "", name, source, params) for name in unknown], source)


def _row(one: Drawn, columns: OwnColumns, source: str) -> tuple[OwnRow, list[Problem]]:
    name, rest = split_name(one.name)
    if one.is_implied:
        return OwnRow(one.line, name, one.parent, note=rest, is_implied=True), []
    gln, sor_id = (clean_id(columns.text(one.cells, field)) for field in ("gln", "sor_id"))
    problems = id_problems(gln_problem(gln), one.line, columns.title("gln"), gln, source) if gln else []
    if sor_id:
        problems += id_problems(sor_id_problem(sor_id), one.line, columns.title("sor_id"), sor_id, source)
    row = OwnRow(
        line=one.line,
        name=name,
        parent=one.parent,
        unit_type=columns.text(one.cells, "unit_type"),
        street=columns.text(one.cells, "street"),
        postcode=columns.text(one.cells, "postcode"),
        city=columns.text(one.cells, "city"),
        phone=columns.text(one.cells, "phone"),
        email=columns.text(one.cells, "email"),
        website=columns.text(one.cells, "website"),
        gln=gln,
        offers=_split_offers(columns.text(one.cells, "offers")),
        note=". ".join(filter(None, (rest, columns.text(one.cells, "note")))),
        sor_id=sor_id,
    )
    return row, problems


def _split_offers(text: str) -> tuple[str, ...]:
    sign = next((sign for sign in (";", "|", "\n") if sign in text), ",")
    return tuple(part for piece in text.split(sign) if (part := piece.strip()))


def _formula_problems(sheet: Sheet, columns: OwnColumns, source: str) -> list[Problem]:
    places = {*columns.places.values(), *columns.levels}
    return [
        _formula(one, columns.header, source)
        for one in sheet.formulas
        if one.place in places and one.line > columns.line
    ]


def _formula(one: Formula, header: Sequence[str], source: str) -> Problem:
    column = header[one.place] if one.place < len(header) else ""
    return Problem("xlsx.formula", one.line, column, one.text, source)


def _without_owner(found: OwnList) -> OwnList:
    """A single row at the top that is the owner's name is the owner, not a unit below it."""
    tops = [place for place, row in enumerate(found.rows) if row.parent is None]
    first = found.rows[0]
    if tops != [0] or len(found.rows) < 2 or (owner_in(first.name) or "").casefold() != first.name.casefold():
        return found
    below = tuple(replace(row, parent=row.parent - 1 if row.parent else None) for row in found.rows[1:])
    return replace(found, owner=owner_in(first.name), rows=below)


def _used(columns: OwnColumns) -> dict[str, str]:
    return {name: columns.header[place] for name, place in columns.places.items()}


def _unused(columns: OwnColumns) -> tuple[str, ...]:
    used = {*columns.places.values(), *columns.levels}
    return tuple(cell for place, cell in enumerate(columns.header) if cell and place not in used)
