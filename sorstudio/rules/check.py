"""The check of a plan: every rule on every unit, or only on the units that an act has to do with."""

from __future__ import annotations

from collections.abc import Iterable

from sorstudio.model.plan import Plan
from sorstudio.model.records import RecordKind, Unit
from sorstudio.model.state import State
from sorstudio.rules import details, identity, messages, names, numbers, structure
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import RULES, findings
from sorstudio.rules.finding import Finding, Severity
from sorstudio.rules.rulebook import RuleBook, core_rules

ROOMS = (identity, structure, numbers, messages, names, details)
"""Where the rules stand; importing a room registers its rules."""
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def check(plan: Plan, rulebook: RuleBook | None = None) -> tuple[Finding, ...]:
    """What the rules find in the whole plan, in tree order."""
    bench = Bench(plan)
    reached = [unit for _, unit in bench.state.walk()]
    return tuple(findings(bench, [*reached, *_unreached(bench.state, reached)], _book(rulebook), with_unjudged=True))


def check_units(plan: Plan, units: Iterable[str], rulebook: RuleBook | None = None) -> tuple[Finding, ...]:
    """What the rules find at some units; what cannot be judged is left to the whole check."""
    bench = Bench(plan)
    chosen = [bench.state.units[key] for key in dict.fromkeys(units) if key in bench.state.units]
    return tuple(findings(bench, chosen, _book(rulebook), with_unjudged=False))


def affected(plan: Plan, before: State, touched: Iterable[tuple[RecordKind, str]]) -> tuple[str, ...]:
    """The units whose findings an act may have changed: the touched ones, their kin, and those with the same names."""
    bench = Bench(plan)
    found: dict[str, None] = {}
    for kind, key in touched:
        for state in (before, bench.state):
            for unit in _units_of(state, kind, key):
                found.update(dict.fromkeys(_kin(bench, state, unit)))
    return tuple(key for key in found if key in bench.state.units)


def by_weight(found: Iterable[Finding]) -> list[Finding]:
    """Errors first; otherwise as they came."""
    return sorted(found, key=lambda finding: _WEIGHT[finding.severity])


def _book(rulebook: RuleBook | None) -> RuleBook:
    book = rulebook if rulebook is not None else core_rules()
    unknown = sorted(set(book.entries) - set(RULES))
    if unknown:
        raise ValueError(f"no rule is called {', '.join(unknown)}")
    return book


def _unreached(state: State, reached: Iterable[Unit]) -> list[Unit]:
    """Units that hang in a loop or below a parent that is not there."""
    seen = {unit.key for unit in reached}
    return [unit for key, unit in state.units.items() if key not in seen]


def _units_of(state: State, kind: RecordKind, key: str) -> tuple[str, ...]:
    if kind is RecordKind.UNIT:
        return (key,) if key in state.units else ()
    record = state.record(kind, key)
    if kind is RecordKind.CAPABILITY:
        number = state.numbers.get(getattr(record, "number", ""))
        return (number.unit,) if number else ()
    owner = getattr(record, "unit", None)
    return (owner,) if isinstance(owner, str) and owner in state.units else ()


def _kin(bench: Bench, state: State, key: str) -> Iterable[str]:
    """The unit, its parent, everything below, and who shares its name or number."""
    unit = state.units[key]
    yield key
    if unit.parent is not None:
        yield unit.parent
    yield from state.below(key)
    yield from bench.sharing(unit)
    number = state.number_of(key)
    if number is not None and number.gln:
        yield from bench.by_gln.get(number.gln, ())
