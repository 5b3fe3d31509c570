"""What the rules look at: the plan as it ends, the register as it was, and indexes over all units."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TypeVar

from sorstudio.model.areas import Areas, areas_of
from sorstudio.model.codes import CodeLists, JournalSystem, Municipality
from sorstudio.model.edits.settings import setting
from sorstudio.model.inherit import number_giver
from sorstudio.model.invariants import Violation, violations
from sorstudio.model.neighbours import Neighbours
from sorstudio.model.plan import Plan
from sorstudio.model.records import RecordKind, Unit
from sorstudio.model.state import State
from sorstudio.rules.indexes import NO_INDEXES, Indexes, Ref
from sorstudio.rules.kept import Kept

T = TypeVar("T")


class Bench:
    """One checking of a plan; indexes of a state near it make it cheap, and so does what `differing` tells about it."""

    def __init__(
        self,
        plan: Plan,
        near: Indexes = NO_INDEXES,
        differing: Iterable[Ref] | None = None,
        kept: Kept | None = None,
    ) -> None:
        self.plan = plan
        self.state: State = plan.state()
        self.codes: CodeLists = plan.codes
        self.indexes = near.at(self.state, differing)
        self._kept = kept if kept is not None else Kept()
        self._laws: dict[str, tuple[Violation, ...]] = {}
        self._told: set[str] = set()

    @cached_property
    def plain(self) -> State:
        """The units as the register file had them on its day."""
        return self.plan.timeline.plain(self.plan.baseline.day)

    @cached_property
    def neighbours(self) -> Neighbours:
        """The types of the units near each unit, from which a missing one is suggested."""
        return Neighbours(self.state, self.indexes.by_first_word)

    @cached_property
    def municipality(self) -> Municipality | None:
        """Whose plan this is, by the plan's settings or the owner's name. A check that asks says `Reach.SETTINGS`."""
        return self.codes.municipality(setting(self.plan, "municipality") or "")

    @cached_property
    def journal_systems(self) -> tuple[JournalSystem, ...]:
        """The municipality's own systems by the plan's settings. A check that asks says `Reach.SETTINGS`."""
        named = (setting(self.plan, "journal_systems") or "").replace(";", ",").split(",")
        found = (self.codes.journal_system(text.strip()) for text in named if text.strip())
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def broken_laws(self, unit: Unit) -> tuple[Violation, ...]:
        """The laws of the tree that a unit breaks, in a fixed order; worked out once for all rules."""
        if unit.key not in self._laws:
            found = violations(self.state, [(RecordKind.UNIT, unit.key)])
            self._laws[unit.key] = tuple(sorted(found, key=lambda item: (item.code, item.other)))
        return self._laws[unit.key]

    def areas(self, unit: Unit) -> Areas:
        """The areas of a unit, by its offers, its name or its type."""
        return self._kept.of("areas", unit.key, lambda: areas_of(self.state, self.codes, unit))

    def giver(self, key: str) -> str | None:
        """The unit whose location number holds at a unit, itself perhaps."""
        return self._kept.of("giver", key, lambda: number_giver(self.state, key))

    def kept(self, question: str, key: str, ask: Callable[[], T]) -> T:
        """What one check has worked out about a unit, for the others and for the next act; see `Kept`."""
        return self._kept.of(question, key, ask)

    def name(self, key: str) -> str:
        """A unit's name, to be told in a sentence; the engine keeps in mind who is told of where."""
        self._told.add(key)
        found = self.state.units.get(key)
        return found.name if found else key

    def names(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Several units' names."""
        return tuple(self.name(key) for key in keys)

    def take_told(self) -> frozenset[str]:
        """The units that were named since this was last asked."""
        told = frozenset(self._told)
        self._told.clear()
        return told

    @cached_property
    def open(self) -> tuple[Unit, ...]:
        """The units that are there and stay."""
        return tuple(unit for unit in self.state.units.values() if unit.valid_to is None)

    @cached_property
    def standing(self) -> tuple[Unit, ...]:
        """The units that are there, those that close among them."""
        return tuple(unit for unit in self.state.units.values() if not self.is_over(unit))

    def is_over(self, unit: Unit) -> bool:
        """Whether the unit was closed in the register already: nothing more to say about it."""
        return unit.valid_to is not None and unit.valid_to <= self.plan.baseline.day
