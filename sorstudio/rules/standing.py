"""What the rules say of a plan as it stands, kept true act by act: after each only what the act can have changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile

from sorstudio.model.bulk import without_collection
from sorstudio.model.change import Change
from sorstudio.model.plan import Plan
from sorstudio.model.records import Unit
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import CHECKS, Item, Look, Unjudged, look, subjects
from sorstudio.rules.entry import RuleBook, RuleEntry
from sorstudio.rules.finding import Finding, Severity
from sorstudio.rules.indexes import NO_INDEXES, Indexes, Ref
from sorstudio.rules.kept import Kept
from sorstudio.rules.reach import Circle, Reach
from sorstudio.rules.rulebook import core_rules

WHOLE_PLAN = ""
"""The unit of a finding that concerns the whole plan."""


class Standing:
    """The items of every rule by unit. One thread at a time; a new one is a whole check, `follow` keeps it true."""

    def __init__(self, plan: Plan, book: RuleBook | None = None, near: Indexes = NO_INDEXES) -> None:
        self.book = book if book is not None else core_rules()
        self._kept = Kept()
        self._baseline = plan.baseline
        self._changes = plan.timeline.changes
        self._items: dict[str, dict[str, tuple[Item, ...]]] = {entry.code: {} for entry in self.book.active()}
        self._telling: dict[str, set[tuple[str, str]]] = defaultdict(set)
        with without_collection():
            bench = Bench(plan, near, kept=self._kept)
            self.indexes = bench.indexes
            for entry in self.book.active():
                self._take(entry.code, look(bench, entry, subjects(bench, entry)))

    def follows(self, plan: Plan) -> bool:
        """Whether it can be kept true for the plan; on another baseline a whole check is due."""
        return plan.baseline is self._baseline

    def circle(self, plan: Plan, touched: Iterable[Ref] = (), *, is_told: bool = False) -> Circle:
        """The units around whatever has happened since.

        `touched` counts even where the states are alike: a change may be felt only on an earlier day. With `is_told` it
        holds everything that differs, and nothing else is looked for.
        """
        state = plan.state()
        told = (*touched, *_passed(self._changes, plan.timeline.changes))
        differing = told if is_told else (*told, *self.indexes.state.differing(state))
        return Circle(self.indexes, self.indexes.at(state, differing), differing, plan.baseline.day)

    def follow(self, plan: Plan, circle: Circle) -> frozenset[str]:
        """Take over whatever has happened since; the units that were looked at again, some perhaps gone."""
        self._kept.forget(circle.again(Reach.ABOVE | Reach.NUMBERS))
        bench = Bench(plan, circle.after, kept=self._kept)
        self.indexes = bench.indexes
        self._changes = plan.timeline.changes
        telling = self._telling_of(circle.units)
        seen: set[str] = set()
        for entry in self.book.active():
            keys = _again(entry, circle) | telling.get(entry.code, set())
            self._renew(bench, entry, keys)
            seen |= keys
        return frozenset(seen)

    def findings(self) -> Iterator[Finding]:
        """Everything that was found, rule by rule in the order of the book; then what could not be judged."""
        for by_unit in self._items.values():
            for items in by_unit.values():
                yield from (one for one in items if isinstance(one, Finding))
        yield from self._unjudged()

    def by_unit(self) -> dict[str, list[Finding]]:
        """Everything that was found, by unit; at the empty key what concerns the whole plan."""
        groups: dict[str, list[Finding]] = defaultdict(list)
        for one in self.findings():
            groups[one.unit].append(one)
        return dict(groups)

    def of_unit(self, unit: str) -> tuple[Finding, ...]:
        """What was found at one unit; at the empty key what concerns the whole plan."""
        if unit == WHOLE_PLAN:
            return tuple(self._unjudged())
        found = (one for by_unit in self._items.values() for one in by_unit.get(unit, ()))
        return tuple(one for one in found if isinstance(one, Finding))

    def unjudged(self) -> Iterator[tuple[str, str, str]]:
        """Rule, unit and field wherever the register file does not carry what the rule looks at."""
        for code, by_unit in self._items.items():
            for unit, items in by_unit.items():
                yield from ((code, unit, one.field) for one in items if isinstance(one, Unjudged))

    def _renew(self, bench: Bench, entry: RuleEntry, keys: AbstractSet[str]) -> None:
        by_unit = self._items[entry.code]
        for key in keys:
            by_unit.pop(key, None)
        self._take(entry.code, look(bench, entry, _subjects_among(bench, entry, keys)))

    def _take(self, code: str, looks: Iterable[Look]) -> None:
        by_unit = self._items[code]
        for one in looks:
            by_unit[one.unit] = one.items
            for key in one.told:
                self._telling[key].add((code, one.unit))

    def _telling_of(self, units: Iterable[str]) -> dict[str, set[str]]:
        """Where a rule names one of these units: those sentences may be others now."""
        found: dict[str, set[str]] = defaultdict(set)
        for key in units:
            for code, unit in self._telling.pop(key, ()):
                found[code].add(unit)
        return found

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


def _passed(old: Sequence[Change], new: Sequence[Change]) -> Iterator[Ref]:
    """What the acts touch that only one of two lines holds: some are felt on an earlier day only."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0].id == pair[1].id, zip(old, new, strict=False)))
    for change in (*old[shared:], *new[shared:]):
        yield from change.touches()


def _subjects_among(bench: Bench, entry: RuleEntry, keys: Collection[str]) -> Iterator[Unit]:
    """Those units at which the rule would look in a whole check too."""
    if keys and Reach.WHOLE in CHECKS[entry.check].reach:
        keys = bench.state.roots()[:1]
    return (bench.state.units[key] for key in keys if key in bench.state.units)


def _again(entry: RuleEntry, circle: Circle) -> AbstractSet[str]:
    """Where a rule must look again; nowhere, where its check says that nothing of this matters to it."""
    found = CHECKS[entry.check]
    return circle.again(found.reach) if found.matters is None or found.matters(circle, entry) else frozenset()
