"""How far a check looks from the unit where it reports, and so which units to look at again after an act.

A check that reads a unit's parent must look again at the children of whatever an act has touched, and so on. The units
are found in the state before the act as well as in the one after it: a unit that moves leaves relatives behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Flag, auto

from sorstudio.model.records import RecordKind
from sorstudio.model.state import State
from sorstudio.rules.bench import Bench


class Reach(Flag):
    """What a check reads besides the unit itself and what hangs on it (number, message types, offers)."""

    SELF = 0
    PARENT = auto()
    ABOVE = auto()
    CHILDREN = auto()
    BELOW = auto()
    SIBLINGS = auto()
    NAMES = auto()
    """Units of the same name, or with the same SOR-ID."""
    NUMBERS = auto()
    """Units with the same location number, and whatever it is inherited by."""
    WHOLE = auto()
    """The whole tree; such a check reports at the owner alone."""


Touched = Iterable[tuple[RecordKind, str]]


class Circle:
    """The units around what an act touched; each ring is worked out once, when the first check asks for it."""

    def __init__(self, bench: Bench, before: State, touched: Touched) -> None:
        self._bench = bench
        self._states = (before, bench.state)
        self._rings: dict[Reach, frozenset[str]] = {}
        self.units = frozenset(_owners(self._states, touched))

    def again(self, reach: Reach) -> frozenset[str]:
        """The units that a check of this reach looks at again; some may be gone."""
        found = self.units
        for one in reach:
            if one not in self._rings:
                self._rings[one] = frozenset(self._ring(one))
            found |= self._rings[one]
        return found

    def _ring(self, reach: Reach) -> Iterator[str]:
        if reach is Reach.WHOLE:
            yield from self._bench.state.roots()[:1]
            return
        for state in self._states:
            for key in self.units:
                if key in state.units:
                    yield from _around(self._bench, state, key, reach)


def _around(bench: Bench, state: State, key: str, reach: Reach) -> Iterable[str]:
    unit = state.units[key]
    if reach is Reach.PARENT:
        return state.children(key)
    if reach in (Reach.ABOVE, Reach.NUMBERS):
        number = state.number_of(key) if reach is Reach.NUMBERS else None
        same = bench.by_gln.get(number.gln, ()) if number is not None and number.gln else ()
        return (*state.below(key), *same)
    if reach is Reach.CHILDREN:
        return () if unit.parent is None else (unit.parent,)
    if reach is Reach.BELOW:
        return state.ancestors(key)
    if reach is Reach.SIBLINGS:
        return () if unit.parent is None else state.children(unit.parent)
    return bench.sharing(unit)


def _owners(states: Iterable[State], touched: Touched) -> Iterator[str]:
    """The units that touched records belong to."""
    for kind, key in touched:
        for state in states:
            if kind is RecordKind.UNIT:
                yield key
                continue
            record = state.record(kind, key)
            if kind is RecordKind.CAPABILITY:
                record = state.numbers.get(getattr(record, "number", ""))
            owner = getattr(record, "unit", None)
            if isinstance(owner, str):
                yield owner
