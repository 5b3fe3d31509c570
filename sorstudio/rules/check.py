"""The check of a plan: every rule on every unit, or only on some units."""

from __future__ import annotations

from collections.abc import Iterable

from sorstudio.model.plan import Plan
from sorstudio.model.records import Unit
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
    return check_bench(Bench(plan), rulebook)


def check_bench(bench: Bench, rulebook: RuleBook | None = None) -> tuple[Finding, ...]:
    """What the rules find in the whole plan that lies on the bench, in tree order."""
    reached = [unit for _, unit in bench.state.walk()]
    return tuple(findings(bench, [*reached, *_unreached(bench.state, reached)], _book(rulebook), with_unjudged=True))


def check_units(bench: Bench, units: Iterable[str], rulebook: RuleBook | None = None) -> tuple[Finding, ...]:
    """What the rules find at some units; what cannot be judged is left to the whole check."""
    chosen = [bench.state.units[key] for key in dict.fromkeys(units) if key in bench.state.units]
    return tuple(findings(bench, chosen, _book(rulebook), with_unjudged=False))


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
