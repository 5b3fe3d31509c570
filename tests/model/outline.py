"""Plans from indented text: the test's document is its drawing.

plan("Kommune
        Forvaltning [5790...]
          Hjemmepleje ^          inherits its number
          Nord (closed 2027-01-01)
          Syd (from 2027-01-01)")
"""

from __future__ import annotations

import re
from datetime import date

from sorstudio.model.baseline import Baseline, Version
from sorstudio.model.identifiers import make_gln, make_sor_id
from sorstudio.model.plan import Plan
from sorstudio.model.records import LocationNumber, NumberState, Record, RecordKind, Unit, UnitKind, number_key
from sorstudio.resources import code_lists

DAY = date(2026, 11, 2)
TODAY = date(2026, 11, 23)
CARRIES = frozenset({"name", "parent", "unit_type", "location_number", "message_types", "addresses", "contact"})


def baseline(text: str, *, day: date = DAY) -> Baseline:
    """A baseline from an indented drawing; every unit gets a SOR-ID as its key, in order from item 9000001."""
    records = [(kind, record) for kind, record in _records(text.strip("\n").splitlines())]
    versions = tuple(Version(kind, record, start=_start(record, day)) for kind, record in records)
    return Baseline("test", day, "test", carries=CARRIES, versions=versions)


def plan(text: str, *, day: date = DAY, today: date = TODAY) -> Plan:
    """A plan on the drawn baseline that stores nothing."""
    return Plan([baseline(text, day=day)], code_lists(), today=today, author="Test")


def key(plan_: Plan, name: str) -> str:
    """The key of the one unit of that name."""
    found = [unit.key for unit in plan_.state().units.values() if unit.name == name]
    assert len(found) == 1, f"{len(found)} units are called {name}"
    return found[0]


def drawing(plan_: Plan, day: date = date.max) -> str:
    """The tree of a day as indented names."""
    return "\n".join("  " * (depth - 1) + unit.name for depth, unit in plan_.state(day).walk())


def gln(number: int) -> str:
    """A valid invented GLN."""
    return make_gln(f"579099{number:06d}")


def _records(lines: list[str]) -> list[tuple[RecordKind, Record]]:
    margin = min(len(line) - len(line.lstrip()) for line in lines)
    found: list[tuple[RecordKind, Record]] = []
    above: list[tuple[int, str]] = []
    for place, line in enumerate(lines):
        indent = len(line) - len(line.lstrip()) - margin
        above = [(other, unit) for other, unit in above if other < indent]
        parent = above[-1][1] if above else None
        found.extend(_unit(line.strip(), place, parent, len(above)))
        above.append((indent, make_sor_id(9_000_001 + place)))
    return found


def _unit(text: str, place: int, parent: str | None, depth: int) -> list[tuple[RecordKind, Record]]:
    number = re.search(r"\[(\d+)\]", text)
    closed = re.search(r"\(closed (\S+)\)", text)
    start = re.search(r"\(from (\S+)\)", text)
    unit = Unit(
        make_sor_id(9_000_001 + place),
        (UnitKind.IE, UnitKind.SI, UnitKind.OE)[min(depth, 2)],
        re.sub(r"\s*(\[\d+\]|\([a-z]+ [\d-]+\)|\^)", "", text).strip(),
        parent,
        float(place),
        sor_id=make_sor_id(9_000_001 + place),
        number_state=NumberState.OWN if number else NumberState.INHERITED if "^" in text else NumberState.NONE,
        valid_from=date.fromisoformat(start[1]) if start else None,
        valid_to=date.fromisoformat(closed[1]) if closed else None,
    )
    own = LocationNumber(number_key(unit.key, number[1]), unit.key, number[1]) if number else None
    return [(RecordKind.UNIT, unit), *([(RecordKind.NUMBER, own)] if own else [])]


def _start(record: Record, day: date) -> date | None:
    start = record.valid_from if isinstance(record, Unit) else None
    return start if start and start > day else None
