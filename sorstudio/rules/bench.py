"""What the rules look at: the plan as it ends, the register as it was, and indexes over all units made once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from sorstudio.model.codes import CodeLists
from sorstudio.model.invariants import Violation, violations
from sorstudio.model.naming import fold
from sorstudio.model.plan import Plan
from sorstudio.model.records import RecordKind, Unit
from sorstudio.model.state import State

Index = Mapping[str, tuple[str, ...]]


_folded = lru_cache(maxsize=200_000)(fold)


class Bench:
    """One checking of a plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.state: State = plan.state()
        self.codes: CodeLists = plan.codes
        self._laws: dict[str, tuple[Violation, ...]] = {}

    @cached_property
    def plain(self) -> State:
        """The units as the register file had them on its day."""
        return self.plan.timeline.plain(self.plan.baseline.day)

    @cached_property
    def by_name(self) -> Index:
        """Open units by name, however it is typed."""
        return _index((_folded(unit.name), unit.key) for unit in self.state.units.values() if unit.valid_to is None)

    @cached_property
    def by_sor_id(self) -> Index:
        """Units by SOR-ID."""
        return _index((unit.sor_id, unit.key) for unit in self.state.units.values() if unit.sor_id)

    @cached_property
    def by_gln(self) -> Index:
        """Units by own location number."""
        return _index((number.gln, number.unit) for number in self.state.numbers.values() if number.gln)

    def broken_laws(self, unit: Unit) -> tuple[Violation, ...]:
        """The laws of the tree that a unit breaks, in a fixed order; worked out once for all rules."""
        if unit.key not in self._laws:
            found = violations(self.state, [(RecordKind.UNIT, unit.key)])
            self._laws[unit.key] = tuple(sorted(found, key=lambda item: (item.code, item.other)))
        return self._laws[unit.key]

    def sharing(self, unit: Unit) -> tuple[str, ...]:
        """The open units with the same name or SOR-ID, the unit itself perhaps among them."""
        return (*self.by_name.get(fold(unit.name), ()), *self.by_sor_id.get(unit.sor_id or "", ()))

    def name(self, key: str) -> str:
        """A unit's name."""
        found = self.state.units.get(key)
        return found.name if found else key

    def names(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Several units' names."""
        return tuple(self.name(key) for key in keys)

    def is_over(self, unit: Unit) -> bool:
        """Whether the unit was closed in the register already: nothing more to say about it."""
        return unit.valid_to is not None and unit.valid_to <= self.plan.baseline.day


def _index(pairs: Iterable[tuple[str, str]]) -> Index:
    found: dict[str, list[str]] = defaultdict(list)
    for value, key in pairs:
        found[value].append(key)
    return {value: tuple(keys) for value, keys in found.items()}
