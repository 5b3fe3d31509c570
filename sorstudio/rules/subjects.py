"""Where checks look that have nothing to say at most units: those with a number, with offers, those that close."""

from __future__ import annotations

from collections.abc import Iterable

from sorstudio.model.records import NumberState, RecordKind, Unit
from sorstudio.rules.bench import Bench
from sorstudio.rules.reach import units_below


def number_owners(bench: Bench) -> Iterable[str]:
    """Units with a location number of their own, ordered or issued."""
    return dict.fromkeys(number.unit for number in bench.state.numbers.values())


def inheriting(bench: Bench) -> Iterable[str]:
    """Units that stay and use the number of a unit above them."""
    return (unit.key for unit in bench.open if unit.number_state is NumberState.INHERITED)


def providers(bench: Bench) -> Iterable[str]:
    """Units that offer something."""
    records = bench.state.records[RecordKind.PLACEMENT].values()
    return dict.fromkeys(getattr(one, "unit", "") for one in records)


def closing(bench: Bench) -> Iterable[str]:
    """Units that close after the day of the register file."""
    return (unit.key for unit in bench.standing if unit.valid_to is not None)


def succeeded(bench: Bench) -> Iterable[str]:
    """Units that somebody takes over from."""
    records = bench.state.records[RecordKind.SUCCESSION].values()
    return dict.fromkeys(getattr(one, "unit", "") for one in records)


def planned(bench: Bench) -> Iterable[str]:
    """Units that are not in the register file."""
    timeline = bench.plan.timeline
    return (unit.key for unit in bench.standing if timeline.is_planned(RecordKind.UNIT, unit.key))


def parents(bench: Bench) -> Iterable[str]:
    """Units that have units below them."""
    return (unit.key for unit in bench.standing if bench.state.children(unit.key))


LEAST_DEPTH = 6
"""Nobody is asked for a flatter tree than this."""


def beside_the_tree(bench: Bench) -> Iterable[str]:
    """The owner, and whatever is not below it: only there the tree can be broken."""
    top = bench.state.roots()[:1]
    held = {*top, *(key for root in top for key in units_below(bench.state, root))}
    return (*top, *(unit.key for unit in bench.standing if unit.key not in held))


def far_down(bench: Bench) -> Iterable[str]:
    """Units more than `LEAST_DEPTH` levels down."""
    ring: Iterable[str] = bench.state.roots()
    for _ in range(LEAST_DEPTH):
        ring = [child for key in ring for child in bench.state.children(key)]
    while ring:
        yield from ring
        ring = [child for key in ring for child in bench.state.children(key)]


def lost_children(bench: Bench) -> Iterable[str]:
    """Units that had others below them in the register, where the plan touches any of these."""
    plain, state = bench.plain, bench.state
    gone = (key for key, unit in plain.units.items() if state.units.get(key) is not unit)
    return dict.fromkeys(plain.units[key].parent or "" for key in gone)


def typed(bench: Bench) -> Iterable[str]:
    """Units with a unit type."""
    return (unit.key for unit in bench.standing if isinstance(unit.unit_type, str) and unit.unit_type)


def has_number(bench: Bench, unit: Unit) -> bool:
    """Whether the unit has a location number of its own, ordered or issued."""
    return bench.state.number_of(unit.key) is not None


def holds_numbers(bench: Bench, unit: Unit) -> bool:
    """Whether the unit or one below has a number of its own: closing it is then more than one act can mend."""
    below = units_below(bench.state, unit.key)
    return any(bench.state.number_of(key) is not None for key in (unit.key, *below))
