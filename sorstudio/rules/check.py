"""The check of a plan: every rule of the book on every unit, in the order of the tree."""

from __future__ import annotations

from collections.abc import Iterable

from sorstudio.model.plan import Plan
from sorstudio.model.state import State
from sorstudio.rules.chosen import chosen
from sorstudio.rules.entry import RuleBook
from sorstudio.rules.finding import Finding, Severity
from sorstudio.rules.standing import Standing

_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def check(plan: Plan, rulebook: RuleBook | None = None) -> tuple[Finding, ...]:
    """What the rules find in the whole plan, in tree order; what concerns the whole plan comes last.

    Without a book the one that counts for the plan is used.
    """
    return in_tree_order(Standing(plan, rulebook or chosen(plan).book).findings(), plan.state())


def in_tree_order(found: Iterable[Finding], state: State) -> tuple[Finding, ...]:
    """Unit by unit as the tree is walked; units out of reach, and the whole plan, at the end."""
    place = {unit.key: number for number, (_, unit) in enumerate(state.walk())}
    return tuple(sorted(found, key=lambda finding: (place.get(finding.unit, len(place)), not finding.unit)))


def by_weight(found: Iterable[Finding]) -> list[Finding]:
    """Errors first; otherwise as they came."""
    return sorted(found, key=lambda finding: _WEIGHT[finding.severity])
