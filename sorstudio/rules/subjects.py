"""Where checks look that have nothing to say at most units: those with a number, with offers, those that close."""

from __future__ import annotations

from collections.abc import Iterable

from sorstudio.model.records import RecordKind, Unit
from sorstudio.rules.bench import Bench


def number_owners(bench: Bench) -> Iterable[str]:
    """Units with a location number of their own, ordered or issued."""
    return dict.fromkeys(number.unit for number in bench.state.numbers.values())


def providers(bench: Bench) -> Iterable[str]:
    """Units that offer something."""
    records = bench.state.records[RecordKind.PLACEMENT].values()
    return dict.fromkeys(getattr(one, "unit", "") for one in records)


def closing(bench: Bench) -> Iterable[str]:
    """Units that close after the day of the register file."""
    return (unit.key for unit in bench.standing if unit.valid_to is not None)


def planned(bench: Bench) -> Iterable[str]:
    """Units that are not in the register file."""
    timeline = bench.plan.timeline
    return (unit.key for unit in bench.standing if timeline.is_planned(RecordKind.UNIT, unit.key))


def parents(bench: Bench) -> Iterable[str]:
    """Units that have units below them."""
    return (unit.key for unit in bench.standing if bench.state.children(unit.key))


def typed(bench: Bench) -> Iterable[str]:
    """Units with a unit type."""
    return (unit.key for unit in bench.standing if isinstance(unit.unit_type, str) and unit.unit_type)


def has_number(bench: Bench, unit: Unit) -> bool:
    """Whether the unit has a location number of its own, ordered or issued."""
    return bench.state.number_of(unit.key) is not None
