"""Rules are plain generator functions under a code; the engine runs them over units and weighs what they find."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from sorstudio.model.records import Unit
from sorstudio.rules.bench import Bench
from sorstudio.rules.finding import Finding, Repair, Severity
from sorstudio.rules.rulebook import RuleBook, RuleEntry


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule yields at a unit.

    `text` is the code of the sentence where it is not the rule's own; `variant` is added to the rule's own. `lighter`
    replaces the severity of the rule book.
    """

    params: Mapping[str, object] = field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()
    variant: str = ""
    text: str = ""
    lighter: Severity | None = None


@dataclass(frozen=True, slots=True)
class Unjudged:
    """What a rule yields where the register file does not carry the field that it looks at."""

    field: str


Yield: TypeAlias = Hit | Unjudged
Rule: TypeAlias = Callable[[Bench, Unit, RuleEntry], Iterator[Yield]]


@dataclass(frozen=True, slots=True)
class Registered:
    """A rule with its code, and whether it also looks at units that close."""

    code: str
    run: Rule
    also_closing: bool


RULES: dict[str, Registered] = {}


def rule(code: str, *, also_closing: bool = False) -> Callable[[Rule], Rule]:
    """Put a generator function among the rules. Units that close are looked at only by rules that say so."""

    def register(run: Rule) -> Rule:
        if code in RULES:
            raise ValueError(f"two rules are called {code}")
        RULES[code] = Registered(code, run, also_closing)
        return run

    return register


def findings(bench: Bench, units: Iterable[Unit], book: RuleBook, *, with_unjudged: bool) -> Iterator[Finding]:
    """What the rules of the book find at the units; what cannot be judged is said once for each field."""
    active = [(found, entry) for found in RULES.values() if (entry := book.entry(found.code)) is not None]
    unjudged: dict[tuple[str, str], int] = {}
    for unit in units:
        if bench.is_over(unit):
            continue
        for found, entry in active:
            if unit.valid_to is not None and not found.also_closing:
                continue
            for item in found.run(bench, unit, entry):
                if isinstance(item, Hit):
                    yield _finding(unit, entry, item)
                else:
                    unjudged[entry.code, item.field] = unjudged.get((entry.code, item.field), 0) + 1
    if with_unjudged:
        yield from _unjudged(unjudged)


def _finding(unit: Unit, entry: RuleEntry, hit: Hit) -> Finding:
    text = hit.text or f"rule.{entry.code}{hit.variant}"
    params = {"unit": unit.name, **hit.params}
    return Finding(entry.code, hit.lighter or entry.severity, unit.key, unit.name, text, params, hit.repairs)


def _unjudged(counts: Mapping[tuple[str, str], int]) -> Iterator[Finding]:
    """One finding for each field, under the code of the first rule that wanted it."""
    by_field: dict[str, tuple[str, int]] = {}
    for (code, name), count in counts.items():
        first, most = by_field.get(name, (code, 0))
        by_field[name] = (first, max(most, count))
    for name, (code, count) in by_field.items():
        params = {"field": f"word.field.{name}", "count": count}
        yield Finding(code, Severity.INFO, "", "", "rule.unjudged", params)
