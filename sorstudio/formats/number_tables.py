"""The tables that stand beside the units in SOR's own zip: location numbers, their message types, replacements."""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import date
from functools import cache, lru_cache, partial
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
_MESSAGE_COLUMNS = ("message_type", "message_version", "message_direction", "valid_from", "valid_to")
_MOST_NUMBERS = 100_000
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


def read(table: Table, kind: str, codes: CodeLists, others: Container[str] = frozenset()) -> RawExtract:
    """Read one of the three tables. Rows that are no use are counted: most of a national file is about others.

    The message types of `others`, numbers that nobody asks for, are left out.
    """
    if kind == MESSAGES:
        return _read_messages(table, _columns(table, kind), codes, others)
    return (_read_numbers if kind == NUMBERS else _read_replacements)(table, _columns(table, kind))


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


def _read_numbers(table: Table, columns: Columns) -> RawExtract:
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
    if period is None or not _is_sound(gln):
        return None
    fields: dict[str, Value] = {
        name: _cell(cells, columns, f"number_{name}") or None for name in NUMBER_TEXTS if f"number_{name}" in columns
    }
    for name in NUMBER_TRUTHS:
        if f"number_{name}" in columns:
            fields[name] = parse_truth(_cell(cells, columns, f"number_{name}"))
    unit = fast_id(_cell(cells, columns, "unit")) or None
    return RawNumber(line, gln, unit, fields, *period)


def _read_messages(table: Table, columns: Columns, codes: CodeLists, others: Container[str]) -> RawExtract:
    """A national file has hundreds of thousands of rows and few that differ: what stands in many is judged once."""
    number = cache(_sound_number)
    names = [name for name in _MESSAGE_COLUMNS if name in columns]
    told = cache(partial(_messages, names, codes))
    places = [columns.place(name) for name in ("gln", "unit" if "unit" in columns else "gln", *names)]
    found: list[RawCapability] = []
    faults = 0
    for line, cells in table.picked(places):
        gln, unit, *rest = cells if isinstance(cells, tuple) else _padded(cells, places)
        sound = number(gln)
        if sound in others:
            continue
        messages = told(*rest)
        if sound is None or not messages:
            faults += 1
            continue
        owner = fast_id(bare(unit)) or None if unit is not gln else None
        for type_, version, direction, end in messages:
            found.append(RawCapability(line, sound, type_, version, direction, owner, end))
    return RawExtract(
        table.source,
        MESSAGES,
        capabilities=tuple(found),
        carries=frozenset({"message_types"}),
        other_faults=faults,
    )


def _padded(cells: Sequence[str], places: Sequence[int]) -> tuple[str, ...]:
    return tuple(cells[place] if place < len(cells) else "" for place in places)


def _messages(
    names: Sequence[str], codes: CodeLists, *cells: str
) -> tuple[tuple[str, str, Direction, date | None], ...]:
    """Type, version, direction and end of what a row gives its number; none where the row is no use."""
    told = dict(zip(names, map(bare, cells), strict=True)).get
    type_, version = told("message_type", ""), told("message_version", "")
    period = _days(told("valid_from", ""), told("valid_to", ""))
    if not (type_ or version) or period is None:
        return ()
    known = codes.message_from_sor_edi(type_, version) or (codes.message_from_sor_edi("", version) if version else None)
    if known is not None:
        type_, version = known.code, known.version
    return tuple((type_, version, way, period[1]) for way in parse_directions(told("message_direction", "")))


def _sound_number(text: str) -> str | None:
    gln = fast_id(bare(text))
    return gln if _is_sound(gln) else None


@lru_cache(_MOST_NUMBERS)
def _is_sound(gln: str) -> bool:
    """Whether it is a location number; each stands in two tables, and in one of them many times."""
    return gln_problem(gln) is None


def parse_directions(text: str) -> tuple[Direction, ...]:
    """Receives is the rule where a file does not say it."""
    folded = fold_header(text)
    if folded in _BOTH:
        return Direction.IN, Direction.OUT
    return (Direction.OUT,) if folded.startswith(_OUT[:-1]) or folded == _OUT[-1] else (Direction.IN,)


def _read_replacements(table: Table, columns: Columns) -> RawExtract:
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
    return _days(_cell(cells, columns, "valid_from"), _cell(cells, columns, "valid_to"))


def _days(start: str, end: str) -> tuple[date | None, date | None] | None:
    start, end = bare(start), bare(end)
    try:
        return parse_date(start) if start else None, first_day_after(end) if end else None
    except (ValueError, OverflowError):
        return None


def _cell(cells: Sequence[str], columns: Columns, name: str) -> str:
    place = columns.places.get(name, -1)
    return bare(cells[place]) if 0 <= place < len(cells) else ""
