"""What the rules say of a plan as it stands, kept true act by act: after each only what the act can have changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sorstudio.model.plan import Plan
from sorstudio.model.records import RecordKind
from sorstudio.model.state import State
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import CHECKS, Item, Unjudged, look, subjects
from sorstudio.rules.entry import RuleBook
from sorstudio.rules.finding import Finding, Severity
from sorstudio.rules.reach import Circle
from sorstudio.rules.rulebook import core_rules

WHOLE_PLAN = ""
"""The unit of a finding that concerns the whole plan."""


@dataclass
class Standing:
    """The items of every rule by unit. One thread at a time; `whole` makes one, `follow` keeps it true."""

    book: RuleBook
    _items: dict[str, dict[str, list[Item]]]

    @classmethod
    def whole(cls, plan: Plan, book: RuleBook | None = None) -> Standing:
        """Every rule that is on, on every unit."""
        book = book if book is not None else core_rules()
        bench = Bench(plan)
        return cls(book, {one.code: dict(look(bench, one, subjects(bench, one))) for one in book.active()})

    def follow(self, plan: Plan, before: State, touched: Iterable[tuple[RecordKind, str]]) -> frozenset[str]:
        """Take an act, an undo or a switch over; the units that were looked at again."""
        bench = Bench(plan)
        circle = Circle(bench, before, touched)
        seen: frozenset[str] = frozenset()
        for entry in self.book.active():
            keys = circle.again(CHECKS[entry.check].reach)
            self._renew(bench, entry.code, keys)
            seen |= keys
        return seen

    def findings(self) -> Iterator[Finding]:
        """Everything that was found, rule by rule in the order of the book; then what could not be judged."""
        for by_unit in self._items.values():
            for items in by_unit.values():
                yield from (one for one in items if isinstance(one, Finding))
        yield from self._unjudged()

    def of_unit(self, unit: str) -> tuple[Finding, ...]:
        """What was found at one unit; at the empty key what concerns the whole plan."""
        if unit == WHOLE_PLAN:
            return tuple(self._unjudged())
        found = (one for by_unit in self._items.values() for one in by_unit.get(unit, ()))
        return tuple(one for one in found if isinstance(one, Finding))

    def _renew(self, bench: Bench, code: str, keys: frozenset[str]) -> None:
        by_unit, entry = self._items[code], self.book.entries[code]
        for key in keys:
            by_unit.pop(key, None)
        there = (bench.state.units[key] for key in keys if key in bench.state.units)
        by_unit.update(look(bench, entry, there))

    def _unjudged(self) -> Iterator[Finding]:
        """One finding for each field that the file does not carry, under the rule that misses it at most units."""
        counts: Counter[tuple[str, str]] = Counter()
        for code, by_unit in self._items.items():
            counts.update(
                (code, one) for items in by_unit.values() for one in {i.field for i in items if isinstance(i, Unjudged)}
            )
        by_field: dict[str, tuple[str, int]] = {}
        for (code, name), count in counts.items():
            if count > by_field.get(name, ("", 0))[1]:
                by_field[name] = (code, count)
        for name, (code, count) in by_field.items():
            params = {"field": f"word.field.{name}", "count": count}
            yield Finding(code, Severity.INFO, WHOLE_PLAN, "", "check.unjudged", params)
