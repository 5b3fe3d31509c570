"""Which types the units near a unit have: its siblings, and those whose names begin alike. Counted once for a state."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from sorstudio.model.records import Unit
from sorstudio.model.state import State

MOST_ALIKE = 100
"""A first word that more units have in common says what they are no longer."""
_SHORTEST_HEAD = 2


class Count(NamedTuple):
    """Of how many open units how many have a type, and which one most of them have."""

    all: int
    typed: int
    unit_type: str
    number: int


NOBODY = Count(0, 0, "", 0)


class Neighbours:
    """The types near the units of one state. `alike` may be handed in where an index of first words exists already."""

    def __init__(self, state: State, alike: Mapping[str, Sequence[str]] | None = None) -> None:
        self.state = state
        self._given = alike
        self._siblings: dict[str, Count] = {}
        self._counted: dict[str, Count] = {}

    def siblings(self, unit: Unit) -> Count:
        """The open units beside one that has no type itself."""
        parent = unit.parent or ""
        if parent not in self._siblings:
            self._siblings[parent] = self._count(self.state.children(parent))
        return _without(unit, self._siblings[parent])

    def alike(self, unit: Unit) -> Count:
        """The open units whose names begin with the same word as one that has no type itself."""
        word = head(unit)
        if word is None:
            return NOBODY
        if word not in self._counted:
            keys = self._heads.get(word, ())
            self._counted[word] = self._count(keys) if len(keys) <= MOST_ALIKE else NOBODY
        return _without(unit, self._counted[word])

    @cached_property
    def _heads(self) -> Mapping[str, Sequence[str]]:
        if self._given is not None:
            return self._given
        found: dict[str, list[str]] = defaultdict(list)
        for unit in self.state.units.values():
            word = head(unit)
            if word is not None:
                found[word].append(unit.key)
        return found

    def _count(self, keys: Iterable[str]) -> Count:
        units = [unit for key in keys if (unit := self.state.units[key]).valid_to is None]
        types = Counter(unit.unit_type for unit in units if isinstance(unit.unit_type, str) and unit.unit_type)
        if not types:
            return Count(len(units), 0, "", 0)
        number, unit_type = max((number, code) for code, number in types.items())
        return Count(len(units), types.total(), unit_type, number)


def head(unit: Unit) -> str | None:
    """The first of several words in the name of an open unit: municipalities call units of a type "CSA Syn"."""
    first, blank, _ = unit.name.partition(" ")
    return first if blank and unit.valid_to is None and len(first) >= _SHORTEST_HEAD else None


def _without(unit: Unit, count: Count) -> Count:
    """A unit without a type is among all, but not among those with a type."""
    is_counted = unit.valid_to is None and count.all > 0
    return Count(count.all - 1, count.typed, count.unit_type, count.number) if is_counted else count
