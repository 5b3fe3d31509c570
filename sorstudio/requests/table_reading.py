"""Referral tables read from files: by the headers of a layout, whoever made the file, and never trusting it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sorstudio.formats.cells import parse_date
from sorstudio.formats.container import is_workbook, load
from sorstudio.formats.decode import decode
from sorstudio.formats.problems import Problem, UnreadableFile
from sorstudio.formats.table import find_delimiter, first_line, read_text
from sorstudio.formats.workbook import read_sheets
from sorstudio.model.codes import CodeLists
from sorstudio.model.identifiers import clean_id
from sorstudio.model.naming import fold
from sorstudio.requests.table_files import unguarded
from sorstudio.requests.table_layout import TableLayout, table_layouts
from sorstudio.routing.table_cells import DAYS, FIELDS, ListedRow

MOST_ROWS = 200_000
LARGEST = 100 << 20
_LINES_SEARCHED = 40
_IDS = frozenset({"sor_id", "gln"})
_NAME_OF = {"municipality": "municipality_name", "area": "area_name"}
_SUBJECTS = frozenset({"offer", "offer_name", "area", "area_name", "sor_id", "gln", "receiver"})
Line = tuple[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table that was read; `fields` are those that the file has columns for, `unused` headers that say nothing."""

    source: str
    layout: TableLayout
    rows: tuple[ListedRow, ...]
    fields: frozenset[str]
    unused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The rows below a header, with the header understood."""

    layout: TableLayout
    header: Sequence[str]
    places: Mapping[str, int]
    lines: Sequence[Line]


def read_table(path: Path, codes: CodeLists, layout: TableLayout | None = None) -> ReadTable:
    """The rows of a workbook, a text table or JSON; without a layout the one whose headers fit best.

    Raises UnreadableFile for what is no referral table, with what is missing.
    """
    part = load(path, LARGEST)[0]
    if part.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return _from_json(part.data, part.name, codes)
    sheets = _sheets(part.data, part.name)
    layouts = (layout,) if layout is not None else table_layouts()
    found = [one for lines in sheets for one in _understood(lines, layouts)]
    if not found:
        header = next((cells for lines in sheets for _, cells in lines if any(cells)), ())
        raise _refusal("reftable.file.no_columns", part.name, headers=_shown(header))
    best = max(found, key=lambda one: len(one.places))
    _refuse_without_key(best, part.name)
    rows = [(line, _told(cells, best)) for line, cells in best.lines if any(map(str.strip, cells))]
    return _read(part.name, best.layout, rows, codes, frozenset(best.places), _unused(best))


def _read(
    source: str,
    layout: TableLayout,
    rows: Sequence[tuple[int, dict[str, str]]],
    codes: CodeLists,
    there: frozenset[str],
    unused: tuple[str, ...] = (),
) -> ReadTable:
    if len(rows) > MOST_ROWS:
        raise _refusal("reftable.file.too_many", source, limit=MOST_ROWS)
    listed = tuple(ListedRow(line, _coded(cells, codes, layout)) for line, cells in rows)
    named = {name for name, other in _NAME_OF.items() if other in there}
    return ReadTable(source, layout, listed, frozenset(FIELDS) & (there | named), unused)


def _sheets(data: bytes, source: str) -> list[list[Line]]:
    if is_workbook(data):
        return [list(enumerate(sheet.rows, start=1)) for sheet in read_sheets(data, source)]
    text = decode(data, source, ("utf-8", "latin-1"))
    start, header = first_line(text)
    lines = read_text(text, find_delimiter(header), '"' in text, source)
    return [[(line, [unguarded(cell.strip()) for cell in cells]) for line, cells in lines if line >= start]]


def _understood(lines: Sequence[Line], layouts: Sequence[TableLayout]) -> Iterator[_Sheet]:
    for at, (_, cells) in enumerate(lines[:_LINES_SEARCHED]):
        for layout in layouts:
            places = layout.places(cells)
            if len(places) > 1:
                yield _Sheet(layout, cells, places, lines[at + 1 :])


def _refuse_without_key(sheet: _Sheet, source: str) -> None:
    """Without a message, or anything that names who is meant, no row can be told from another."""
    columns = {one.field: one.header for one in sheet.layout.columns}
    missing = [] if "message" in sheet.places else [columns.get("message", "message")]
    if not _SUBJECTS & set(sheet.places):
        missing.append(columns.get("offer", columns.get("offer_name", "offer")))
    if missing:
        raise _refusal("reftable.file.no_key", source, missing=missing, headers=_shown(sheet.header))


def _told(cells: Sequence[str], sheet: _Sheet) -> dict[str, str]:
    return {name: cells[place].strip() if place < len(cells) else "" for name, place in sheet.places.items()}


def _unused(sheet: _Sheet) -> tuple[str, ...]:
    used = set(sheet.places.values())
    return tuple(cell for place, cell in enumerate(sheet.header) if cell and place not in used)


def _from_json(data: bytes, source: str, codes: CodeLists) -> ReadTable:
    try:
        read = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise _refusal("reftable.file.json", source) from None
    rows = read.get("rows") if isinstance(read, dict) else read
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _refusal("reftable.file.json", source)
    named = read.get("layout") if isinstance(read, dict) else None
    layout = next((one for one in table_layouts() if one.name == named), table_layouts()[0])
    told = [
        (place, {str(name): _said(value) for name, value in row.items()}) for place, row in enumerate(rows, start=1)
    ]
    return _read(source, layout, told, codes, frozenset(name for _, row in told for name in row))


def _said(value: object) -> str:
    return str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _coded(told: Mapping[str, str], codes: CodeLists, layout: TableLayout) -> dict[str, str]:
    """The fields with codes for names and ISO dates; what is not understood stays as it is written."""
    found = {name: layout.code(name, text) for name, text in told.items() if name in FIELDS}
    for name, other in _NAME_OF.items():
        if not found.get(name) and told.get(other):
            found[name] = told[other]
    municipality = codes.municipality(found.get("municipality", ""))
    if municipality is not None:
        found["municipality"] = municipality.code
    if found.get("area"):
        found["area"] = _area(found["area"], codes)
    for name in DAYS & found.keys():
        found[name] = _day(found[name])
    for name in _IDS & found.keys():
        found[name] = clean_id(found[name])
    return _with_message(found, codes)


def _area(text: str, codes: CodeLists) -> str:
    named = (one.code for one in codes.areas if fold(text) in (fold(one.name_da), fold(one.name_en)))
    return text if codes.area(text) is not None else next(named, text)


def _day(text: str) -> str:
    try:
        return parse_date(text).isoformat() if text else ""
    except ValueError:
        return text


def _with_message(found: dict[str, str], codes: CodeLists) -> dict[str, str]:
    """The type by its code; a version that stands with the type is the version where no column has one."""
    written = found.get("message", "")
    known = codes.message_type(written) if written else None
    if known is not None:
        if not found.get("version") and codes.messages.split(written)[1] is not None:
            found["version"] = known.version
        found["message"] = known.code
    return found


def _refusal(code: str, source: str, **params: object) -> UnreadableFile:
    return UnreadableFile([Problem(code, source=source, params=params)], source)


def _shown(header: Sequence[str]) -> str:
    return ", ".join(cell for cell in header if cell)
