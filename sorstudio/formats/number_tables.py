"""The tables that stand beside the units in SOR's own zip: location numbers, their message types, replacements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from sorstudio.formats.cells import bare, first_day_after, parse_date, parse_truth
from sorstudio.formats.columns import GENERIC, Columns, fold_header, layout, match
from sorstudio.formats.problems import Problem, UnreadableFile
from sorstudio.formats.raw import RawCapability, RawExtract, RawNumber
from sorstudio.formats.rows import NUMBER_TEXTS, NUMBER_TRUTHS, fast_id
from sorstudio.formats.table import Table
from sorstudio.model.codes import CodeLists
from sorstudio.model.identifiers import gln_problem
from sorstudio.model.records import Direction, Value

NUMBERS = "sor2_numbers"
MESSAGES = "sor2_messages"
REPLACEMENTS = "sor2_replacements"
_SAMPLE = 2_000
_NAMES = frozenset({"name", "navn", "enhedsnavn", "entityname"})
# What a table of units has and one of numbers, which may name its units too, has not.
_UNITS = frozenset({"parent", "kind", "level"})
_TECHNICAL = frozenset({"number_system", "number_vendor", "number_net_operator"})
_OUT = ("ud", "out", "send", "afs", "s")
_BOTH = ("begge", "both", "inout", "indud", "toveis", "sendreceive")


def servant_of(header: Sequence[str]) -> str | None:
    """Which of the three tables has this header; None for a table of units or of anything else."""
    folded = {fold_header(cell) for cell in header}
    if folded & _NAMES and _UNITS & match(header, layout(GENERIC)).places.keys():
        return None
    replaced = match(header, layout(REPLACEMENTS)).places
    if any("replac" in cell for cell in folded) and {"unit", "successor"} <= replaced.keys():
        return REPLACEMENTS
    messages, numbers = match(header, layout(MESSAGES)), match(header, layout(NUMBERS))
    is_about_numbers = "gln" in messages or bool(messages.number_places)
    if is_about_numbers and {"message_type", "message_version"} & messages.places.keys():
        return MESSAGES
    is_technical = _TECHNICAL & numbers.places.keys()
    return NUMBERS if is_technical and (is_about_numbers or "gln" in numbers) else None


def read(table: Table, kind: str, codes: CodeLists) -> RawExtract:
    """Read one of the three tables. Rows that are no use are counted: most of a national file is about others."""
    readers = {NUMBERS: _read_numbers, MESSAGES: _read_messages, REPLACEMENTS: _read_replacements}
    return readers[kind](table, _columns(table, kind), codes)


def _columns(table: Table, kind: str) -> Columns:
    columns = match(table.header, layout(kind))
    if kind == REPLACEMENTS:
        return columns
    sample = [cells for _, cells in islice(iter(table), _SAMPLE)]
    named = columns.place("gln")
    if named >= 0 and (not sample or _holds_numbers(sample, named)):
        return columns
    for place in range(len(table.header)):
        if _holds_numbers(sample, place):
            return columns.with_place("gln", place)
    raise UnreadableFile([Problem("table.no_gln_column", table.header_line, source=table.source)], table.source)


def _holds_numbers(sample: Sequence[Sequence[str]], place: int) -> bool:
    values = [fast_id(bare(cells[place])) for cells in sample if place < len(cells) and cells[place].strip()]
    return bool(values) and 2 * sum(gln_problem(value) is None for value in values) >= len(values)


def _read_numbers(table: Table, columns: Columns, codes: CodeLists) -> RawExtract:
    rows = [_number(line, cells, columns) for line, cells in table]
    found = [row for row in rows if row is not None]
    fields = {name for name in (*NUMBER_TEXTS, *NUMBER_TRUTHS) if f"number_{name}" in columns}
    return RawExtract(
        table.source,
        NUMBERS,
        numbers=tuple(found),
        carries=frozenset(fields),
        other_faults=len(rows) - len(found),
    )


def _number(line: int, cells: Sequence[str], columns: Columns) -> RawNumber | None:
    gln = fast_id(_cell(cells, columns, "gln"))
    period = _period(cells, columns)
    if gln_problem(gln) is not None or period is None:
        return None
    fields: dict[str, Value] = {
        name: _cell(cells, columns, f"number_{name}") or None for name in NUMBER_TEXTS if f"number_{name}" in columns
    }
    for name in NUMBER_TRUTHS:
        if f"number_{name}" in columns:
            fields[name] = parse_truth(_cell(cells, columns, f"number_{name}"))
    unit = fast_id(_cell(cells, columns, "unit")) or None
    return RawNumber(line, gln, unit, fields, *period)


def _read_messages(table: Table, columns: Columns, codes: CodeLists) -> RawExtract:
    found: list[RawCapability] = []
    faults = 0
    for line, cells in table:
        read_here = list(_capabilities(line, cells, columns, codes))
        found.extend(read_here)
        faults += not read_here
    return RawExtract(
        table.source,
        MESSAGES,
        capabilities=tuple(found),
        carries=frozenset({"message_types"}),
        other_faults=faults,
    )


def _capabilities(line: int, cells: Sequence[str], columns: Columns, codes: CodeLists) -> Iterator[RawCapability]:
    gln = fast_id(_cell(cells, columns, "gln"))
    type_, version = _cell(cells, columns, "message_type"), _cell(cells, columns, "message_version")
    period = _period(cells, columns)
    if gln_problem(gln) is not None or not (type_ or version) or period is None:
        return
    known = codes.message_from_sor_edi(type_, version) or (codes.message_from_sor_edi("", version) if version else None)
    if known is not None:
        type_, version = known.code, known.version
    unit = fast_id(_cell(cells, columns, "unit")) or None
    for direction in parse_directions(_cell(cells, columns, "message_direction")):
        yield RawCapability(line, gln, type_, version, direction, unit, period[1])


def parse_directions(text: str) -> tuple[Direction, ...]:
    """Receives is the rule where a file does not say it."""
    folded = fold_header(text)
    if folded in _BOTH:
        return Direction.IN, Direction.OUT
    return (Direction.OUT,) if folded.startswith(_OUT[:-1]) or folded == _OUT[-1] else (Direction.IN,)


def _read_replacements(table: Table, columns: Columns, codes: CodeLists) -> RawExtract:
    pairs = [
        (fast_id(_cell(cells, columns, "unit")), fast_id(_cell(cells, columns, "successor"))) for _, cells in table
    ]
    return RawExtract(
        table.source,
        REPLACEMENTS,
        carries=frozenset({"successors"}),
        successions=tuple(pair for pair in pairs if all(pair)),
    )


def _period(cells: Sequence[str], columns: Columns) -> tuple[date | None, date | None] | None:
    start, end = _cell(cells, columns, "valid_from"), _cell(cells, columns, "valid_to")
    try:
        return parse_date(start) if start else None, first_day_after(end) if end else None
    except (ValueError, OverflowError):
        return None


def _cell(cells: Sequence[str], columns: Columns, name: str) -> str:
    place = columns.places.get(name, -1)
    return bare(cells[place]) if 0 <= place < len(cells) else ""
