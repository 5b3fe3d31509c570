"""Checks are plain generator functions under a name; the engine runs the rules of a book over units.

A rule is data: an entry of the rule book that names a check, with parameters and severity. What a check yields at a
unit becomes findings under the rule's code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from sorstudio.model.records import Unit
from sorstudio.rules.bench import Bench
from sorstudio.rules.entry import RuleBook, RuleEntry
from sorstudio.rules.finding import Finding, Repair, Severity
from sorstudio.rules.parameters import Parameter
from sorstudio.rules.reach import Circle, Reach


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check yields at a unit.

    `text` is the code of the sentence where it is not the check's own; `variant` is added to the check's own. `lighter`
    replaces the severity of the rule book where that is graver.
    """

    params: Mapping[str, object] = field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()
    variant: str = ""
    text: str = ""
    lighter: Severity | None = None


@dataclass(frozen=True, slots=True)
class Unjudged:
    """What a check yields where the register file does not carry the field that it looks at."""

    field: str


Yield: TypeAlias = Hit | Unjudged
Run: TypeAlias = Callable[[Bench, Unit, RuleEntry], Iterator[Yield]]
Item: TypeAlias = Finding | Unjudged


class Look(NamedTuple):
    """What a rule says at one unit, and the other units that it names in saying so."""

    unit: str
    items: tuple[Item, ...]
    told: frozenset[str]


@dataclass(frozen=True, slots=True)
class Check:
    """A check under its name: how far it looks, whether also at units that close, and the parameters that it takes.

    `at` gives the units at which it can say anything at all, where those are few; None is all of them. `matters` says
    of a check of the whole whether an act can change its answer; None is any act.
    """

    name: str
    run: Run
    reach: Reach
    also_closing: bool
    at: Callable[[Bench], Iterable[str]] | None
    matters: Callable[[Circle, RuleEntry], bool] | None
    parameters: Mapping[str, Parameter] = field(hash=False)


CHECKS: dict[str, Check] = {}


def check(
    name: str,
    reach: Reach = Reach.SELF,
    *,
    also_closing: bool = False,
    at: Callable[[Bench], Iterable[str]] | None = None,
    matters: Callable[[Circle, RuleEntry], bool] | None = None,
    **parameters: Parameter,
) -> Callable[[Run], Run]:
    """Put a generator function among the checks. Units that close are looked at only by checks that say so."""

    def register(run: Run) -> Run:
        if name in CHECKS:
            raise ValueError(f"two checks are called {name}")
        CHECKS[name] = Check(name, run, reach, also_closing, at, matters, parameters)
        return run

    return register


def look(bench: Bench, entry: RuleEntry, units: Iterable[Unit]) -> Iterator[Look]:
    """What one rule says at each of some units, where it says anything."""
    found = CHECKS[entry.check]
    run, over = found.run, bench.plan.baseline.day
    for unit in units:
        end = unit.valid_to
        if end is not None and (end <= over or not found.also_closing):
            continue
        yielded = [*run(bench, unit, entry)]
        if yielded:
            items = tuple(_item(unit, entry, one) for one in yielded)
            yield Look(unit.key, items, bench.take_told() - {unit.key})


def subjects(bench: Bench, entry: RuleEntry) -> Iterable[Unit]:
    """The units that a rule looks at in a whole check."""
    found = CHECKS[entry.check]
    if Reach.WHOLE in found.reach:
        return [bench.state.units[key] for key in bench.state.roots()[:1]]
    if found.at is not None:
        units = bench.state.units
        return (units[key] for key in found.at(bench) if key in units)
    return bench.standing if found.also_closing else bench.open


def unknown_checks(book: RuleBook) -> list[str]:
    """The checks that a book names and that nobody has written."""
    return sorted({entry.check for entry in book.entries.values()} - set(CHECKS))


def _item(unit: Unit, entry: RuleEntry, item: Yield) -> Item:
    return item if isinstance(item, Unjudged) else _finding(unit, entry, item)


def _finding(unit: Unit, entry: RuleEntry, hit: Hit) -> Finding:
    text = hit.text or f"check.{entry.check}{hit.variant}"
    params = {"unit": unit.name, **hit.params}
    severity = max(entry.severity, hit.lighter or entry.severity, key=_LIGHTNESS.index)
    own = (entry.message_da, entry.message_en or entry.message_da) if entry.message_da else ()
    return Finding(entry.code, severity, unit.key, unit.name, text, params, hit.repairs, own)


_LIGHTNESS = (Severity.ERROR, Severity.WARNING, Severity.INFO)
