"""Whether the rows of a register make one tree: every reason why not, with the line it stands on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sorstudio.formats.id_checks import id_problems
from sorstudio.formats.problems import Problem
from sorstudio.formats.raw import RawExtract, RawUnit
from sorstudio.model.identifiers import sor_id_problem
from sorstudio.model.records import UnitKind

_PARENT_KINDS: Mapping[UnitKind, frozenset[UnitKind]] = {
    UnitKind.IE: frozenset(),
    UnitKind.SI: frozenset({UnitKind.IE}),
    UnitKind.OE: frozenset({UnitKind.SI, UnitKind.OE}),
}
_NAMES_IN_A_LOOP = 6


@dataclass(frozen=True, slots=True)
class Placed:
    """A row and the file it stands in."""

    extract: RawExtract
    unit: RawUnit

    @property
    def source(self) -> str:
        """The name of the file."""
        return self.extract.source

    def problem(self, code: str, column: str = "", value: str = "", **params: object) -> Problem:
        """A problem with this row; the column is named as the file does."""
        title = self.extract.titles.get(column, column)
        return Problem(code, self.unit.line, title, value, self.source, params)


Versions = dict[str, list[Placed]]


def by_unit(rows: Iterable[Placed]) -> Versions:
    """The rows of each unit, oldest first; units in the order of the files."""
    found: Versions = defaultdict(list)
    for row in rows:
        if row.unit.sor_id:
            found[row.unit.sor_id].append(row)
    for versions in found.values():
        if len(versions) > 1:
            versions.sort(key=start_of)
    return found


def start_of(row: Placed) -> date:
    """When a row takes effect; without a date it always held."""
    return row.unit.valid_from or date.min


def version_on(versions: Sequence[Placed], day: date) -> Placed:
    """The row in force on a day, or the nearest one."""
    if len(versions) == 1:
        return versions[0]
    earlier = [row for row in versions if start_of(row) <= day]
    return earlier[-1] if earlier else versions[0]


def tree_problems(rows: Sequence[Placed], *, is_fragment: bool = False) -> list[Problem]:
    """Everything that keeps the rows from being one tree; a part of a tree may have several tops, of any kind."""
    units = by_unit(rows)
    if len(units) > 1 and not is_fragment and not any(row.unit.parent for row in rows):
        return [Problem("file.no_parent_links", source=rows[0].source, params={"count": len(units)})]
    found = [*([] if is_fragment else _two_roots(units)), *_duplicates(units)]
    for row in rows:
        if row.unit.parent or not is_fragment:
            found.extend(_place_problems(row, units))
    return [*found, *_loops(units)]


def _duplicates(units: Versions) -> Iterator[Problem]:
    for sor_id, versions in units.items():
        seen: dict[date, Placed] = {}
        for row in versions:
            first = seen.setdefault(start_of(row), row)
            if first is not row and not _is_damaged(sor_id):
                yield row.problem(
                    "register.duplicate", "sor_id", sor_id, first=first.unit.line, first_file=first.source
                )


def _two_roots(units: Versions) -> list[Problem]:
    """The second owner's line; any further ones are only counted."""
    tops = [version for versions in units.values() for version in versions[-1:] if _is_root(version.unit)]
    if len(tops) < 2:
        return []
    first, second = tops[:2]
    names = {"first": first.unit.name, "first_id": first.unit.sor_id, "second": second.unit.name, "count": len(tops)}
    return [second.problem("register.two_roots", "", second.unit.sor_id, **names)]


def _is_root(unit: RawUnit) -> bool:
    return not unit.parent and unit.kind in (UnitKind.IE, None)


def _place_problems(row: Placed, units: Versions) -> Iterator[Problem]:
    unit = row.unit
    if not unit.parent:
        if unit.kind not in (UnitKind.IE, None):
            yield row.problem("register.parent_missing", "parent", kind=unit.kind.value, name=unit.name)
        return
    versions = units.get(unit.parent)
    if versions is None:
        yield _unknown_parent(row, unit.parent)
    elif unit.parent != unit.sor_id:
        yield from _fit_problems(row, version_on(versions, start_of(row)))


def _unknown_parent(row: Placed, parent: str) -> Problem:
    title = row.extract.titles.get("parent", "parent")
    damage = id_problems(sor_id_problem(parent), row.unit.line, title, parent, row.source)
    if damage:
        return damage[0]
    return row.problem("register.parent_unknown", "parent", parent, name=row.unit.name)


def fits_below(kind: UnitKind, above: UnitKind | None) -> bool:
    """Whether a unit may stand below one of that kind; None is the top."""
    return above in _PARENT_KINDS[kind] if above is not None else kind is UnitKind.IE


def _fit_problems(row: Placed, above: Placed) -> Iterator[Problem]:
    unit, parent = row.unit, above.unit
    names = {"name": unit.name, "parent": parent.name}
    if unit.level is not None and parent.level is not None and unit.level != parent.level + 1:
        levels = {"parent_level": parent.level, "expected": parent.level + 1}
        yield row.problem("register.level_under_level", "level", str(unit.level), **names, **levels)
    elif unit.kind and parent.kind and parent.kind not in _PARENT_KINDS[unit.kind]:
        kinds = {"kind": unit.kind.value, "parent_kind": parent.kind.value}
        yield row.problem("register.kind_under_kind", "kind", unit.kind.value, **names, **kinds)


def _loops(units: Versions) -> Iterator[Problem]:
    """Units that lie below themselves, each loop named once; on every day on which the tree changes."""
    moved = [versions for versions in units.values() if len({row.unit.parent for row in versions}) > 1]
    days = {date.min} | {start_of(row) for versions in moved for row in versions}
    named: set[frozenset[str]] = set()
    for day in sorted(days):
        parents = {key: version_on(versions, day).unit.parent for key, versions in units.items()}
        for loop in _loops_in(parents):
            if frozenset(loop) not in named and not any(_is_damaged(key) for key in loop):
                named.add(frozenset(loop))
                yield _loop_problem(loop, units)


def _loops_in(parents: Mapping[str, str | None]) -> Iterator[list[str]]:
    done: set[str] = set()
    for start in parents:
        path: dict[str, None] = {}
        at: str | None = start
        while at is not None and at in parents and at not in done and at not in path:
            path[at] = None
            at = parents[at]
        if at is not None and at in path:
            members = list(path)
            yield members[members.index(at) :]
        done.update(path)


def _loop_problem(loop: Sequence[str], units: Versions) -> Problem:
    rows = [units[key][-1] for key in loop]
    start = min(range(len(rows)), key=lambda place: rows[place].unit.line)
    ordered = [*rows[start:], *rows[:start]]
    names = [row.unit.name for row in ordered]
    if len(names) > _NAMES_IN_A_LOOP:
        names = [*names[:_NAMES_IN_A_LOOP], "…"]
    path = " → ".join([*names, ordered[0].unit.name])
    return ordered[0].problem("register.loop", "parent", ordered[0].unit.parent or "", path=path, count=len(loop))


def _is_damaged(sor_id: str) -> bool:
    problem = sor_id_problem(sor_id)
    return problem is not None and problem.is_error
