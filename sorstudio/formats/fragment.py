"""Files that hold a part of a tree only, read for looking at: a unit whose parent is not there is a top."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sorstudio.formats.problems import Problem
from sorstudio.formats.raw import RawExtract, RawUnit
from sorstudio.formats.structure import Placed, Versions, by_unit

_LACKING = frozenset({"fhir.reference_unresolved"})


def loosened(extracts: Sequence[RawExtract]) -> list[RawExtract]:
    """The same files with parents only where they are there; what belongs to two owners stays refused."""
    units = by_unit(Placed(extract, unit) for extract in extracts for unit in extract.units)
    found = [_loosened(extract, units) for extract in extracts]
    return [replace(found[0], problems=(*found[0].problems, *_second_owner(units))), *found[1:]] if found else found


def _loosened(extract: RawExtract, known: Iterable[str]) -> RawExtract:
    kept = tuple(problem for problem in extract.problems if problem.code not in _LACKING)
    return replace(extract, units=tuple(_without_lacking(unit, known) for unit in extract.units), problems=kept)


def _without_lacking(unit: RawUnit, known: Iterable[str]) -> RawUnit:
    return unit if unit.parent is None or unit.parent in known else replace(unit, parent=None)


def _second_owner(units: Versions) -> list[Problem]:
    """Units below one parent that is not there stand beside each other; any other two tops are two owners."""
    tops = [rows[-1] for rows in units.values() if (rows[-1].unit.parent or "") not in units]
    owners = {row.unit.parent or row.unit.sor_id: row for row in reversed(tops)}
    if len(owners) < 2:
        return []
    first, second = list(reversed(owners.values()))[:2]
    names = {"first": first.unit.name, "first_id": first.unit.sor_id, "second": second.unit.name, "count": len(owners)}
    return [second.problem("register.two_roots", "", second.unit.sor_id, **names)]
