"""The tree in a municipality's own list, however it is drawn: level columns, paths, parents by name, level numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sorstudio.formats.own_columns import OwnColumns
from sorstudio.formats.problems import Problem
from sorstudio.model.codes import fold

_SEPARATOR = re.compile(r"\s*(?:>+|»|→|\\|\|)\s*|\s+/\s+")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A unit with its place in the tree; an implied one has no row of its own."""

    line: int
    name: str
    parent: int | None
    cells: Sequence[str] = ()
    is_implied: bool = False


Rows = list[tuple[int, Sequence[str]]]
Answer = tuple[list[Drawn], list[Problem]]


def draw(rows: Sequence[Sequence[str]], columns: OwnColumns, source: str) -> Answer:
    """Every unit with its parent, parents first; and what keeps rows from being placed."""
    body = [(line, row) for line, row in enumerate(rows, start=1) if line > columns.line and any(map(str.strip, row))]
    return _way(columns)(body, columns, source)


def _way(columns: OwnColumns) -> Callable[[Rows, OwnColumns, str], Answer]:
    if columns.levels:
        return _by_level_columns
    if "path" in columns.places:
        return _by_path
    if "parent" in columns.places:
        return _by_parent_name
    return _by_level_number if "level" in columns.places else _flat


def _by_level_columns(rows: Rows, columns: OwnColumns, source: str) -> Answer:
    """Merged and repeated cells: an empty cell to the left of a filled one means the one above."""
    trail: list[str] = []
    paths: list[tuple[int, Sequence[str], list[str]]] = []
    problems: list[Problem] = []
    for line, row in rows:
        cells = [" ".join(row[place].split()) if place < len(row) else "" for place in columns.levels]
        first = next((at for at, cell in enumerate(cells) if cell), None)
        if first is not None:
            trail = [*trail[:first], *_until_empty(cells[first:])]
        name = columns.text(row, "name")
        if not trail and not name:
            problems.append(_nameless(line, columns, source))
            continue
        repeats = bool(trail) and fold(trail[-1]) == fold(name)
        paths.append((line, row, [*trail, name] if name and not repeats else list(trail)))
    found, faults = _planted(paths, columns, source)
    return found, problems + faults


def _until_empty(cells: Sequence[str]) -> list[str]:
    return [cell for cell in cells if cell]


def _by_path(rows: Rows, columns: OwnColumns, source: str) -> Answer:
    paths: list[tuple[int, Sequence[str], list[str]]] = []
    problems: list[Problem] = []
    for line, row in rows:
        parts = [part for part in _SEPARATOR.split(columns.text(row, "path")) if part]
        name = columns.text(row, "name")
        if name and not (parts and fold(parts[-1]) == fold(name)):
            parts.append(name)
        if parts:
            paths.append((line, row, parts))
        else:
            problems.append(_nameless(line, columns, source))
    found, faults = _planted(paths, columns, source)
    return found, problems + faults


def _planted(paths: Sequence[tuple[int, Sequence[str], list[str]]], columns: OwnColumns, source: str) -> Answer:
    """Full paths made into a tree; a step that no row names is implied by the first that passes it."""
    found: list[Drawn] = []
    places: dict[tuple[str, ...], int] = {}
    problems: list[Problem] = []
    for line, row, names in paths:
        folded = tuple(fold(name) for name in names)
        for depth in range(1, len(names)):
            if folded[:depth] not in places:
                places[folded[:depth]] = len(found)
                parent = places.get(folded[: depth - 1])
                found.append(Drawn(line, names[depth - 1], parent, is_implied=True))
        known = places.get(folded)
        unit = Drawn(line, names[-1], places.get(folded[:-1]), row)
        if known is None:
            places[folded] = len(found)
            found.append(unit)
        elif found[known].is_implied:
            found[known] = unit
        else:
            params = {"first": found[known].line}
            problems.append(Problem("list.twice", line, _column(columns), names[-1], source, params))
    return found, problems


def _by_parent_name(rows: Rows, columns: OwnColumns, source: str) -> Answer:
    """Parents are named by their name, or by what stands in the list's own number column."""
    named, problems = _named(rows, columns, source)
    by_label: dict[str, list[int]] = defaultdict(list)
    for place, (_, row, name) in enumerate(named):
        for label in {fold(name), fold(columns.text(row, "number")), fold(columns.text(row, "sor_id"))} - {""}:
            by_label[label].append(place)
    parents: list[int | None] = []
    implied: dict[str, Drawn] = {}
    for place, (line, row, _) in enumerate(named):
        wanted = columns.text(row, "parent")
        fitting = [at for at in by_label.get(fold(wanted), []) if at != place] if wanted else []
        if len(fitting) > 1:
            problems.append(Problem("list.parent_unclear", line, columns.title("parent"), wanted, source))
        elif wanted and not fitting:
            implied.setdefault(fold(wanted), Drawn(line, wanted, None, is_implied=True))
        parents.append(fitting[0] if len(fitting) == 1 else None)
    problems += _loops(named, parents, columns, source)
    if problems:
        return [], problems
    return _with_implied(named, parents, implied, columns), []


def _with_implied(
    named: Sequence[tuple[int, Sequence[str], str]],
    parents: Sequence[int | None],
    implied: dict[str, Drawn],
    columns: OwnColumns,
) -> list[Drawn]:
    """A parent that no row describes stands at the top, once."""
    heads = list(implied.values())
    places = {label: at for at, label in enumerate(implied)}
    units = list(heads)
    for place, (line, row, name) in enumerate(named):
        above = parents[place]
        parent = above + len(heads) if above is not None else places.get(fold(columns.text(row, "parent")))
        units.append(Drawn(line, name, parent, row))
    return _parents_first(units)


def _parents_first(units: Sequence[Drawn]) -> list[Drawn]:
    children: dict[int | None, list[int]] = defaultdict(list)
    for place, unit in enumerate(units):
        children[unit.parent].append(place)
    order: list[int] = []
    waiting = list(reversed(children[None]))
    while waiting:
        place = waiting.pop()
        order.append(place)
        waiting += reversed(children.get(place, []))
    new = {old: at for at, old in enumerate(order)}
    return [
        replace(unit, parent=None if unit.parent is None else new[unit.parent])
        for unit in map(units.__getitem__, order)
    ]


def _loops(
    named: Sequence[tuple[int, Sequence[str], str]], parents: Sequence[int | None], columns: OwnColumns, source: str
) -> Iterator[Problem]:
    done: set[int] = set()
    for start in range(len(parents)):
        path: dict[int, None] = {}
        at: int | None = start
        while at is not None and at not in done and at not in path:
            path[at] = None
            at = parents[at]
        if at is not None and at in path:
            line, row, name = named[at]
            yield Problem(
                "list.loop", line, columns.title("parent"), columns.text(row, "parent"), source, {"name": name}
            )
        done.update(path)


def _by_level_number(rows: Rows, columns: OwnColumns, source: str) -> Answer:
    """Rows in tree order, each with how deep it lies."""
    named, problems = _named(rows, columns, source)
    found: list[Drawn] = []
    above: list[tuple[int, int]] = []
    for line, row, name in named:
        written = columns.text(row, "level")
        if not (written.isascii() and written.isdigit() and len(written) < 4):
            problems.append(Problem("list.level", line, columns.title("level"), written, source))
            continue
        while above and above[-1][0] >= int(written):
            above.pop()
        found.append(Drawn(line, name, above[-1][1] if above else None, row))
        above.append((int(written), len(found) - 1))
    return found, problems


def _flat(rows: Rows, columns: OwnColumns, source: str) -> Answer:
    named, problems = _named(rows, columns, source)
    return [Drawn(line, name, None, row) for line, row, name in named], problems


def _named(rows: Rows, columns: OwnColumns, source: str) -> tuple[list[tuple[int, Sequence[str], str]], list[Problem]]:
    found = [(line, row, columns.text(row, "name")) for line, row in rows]
    problems = [_nameless(line, columns, source) for line, _, name in found if not name]
    return [one for one in found if one[2]], problems


def _nameless(line: int, columns: OwnColumns, source: str) -> Problem:
    return Problem("row.name_empty", line, _column(columns), source=source)


def _column(columns: OwnColumns) -> str:
    if "name" in columns.places:
        return columns.title("name")
    return columns.header[columns.levels[-1]] if columns.levels else columns.title("path")
