"""Who shares a name, a SOR-ID or a location number: indexes that are carried from one state to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from sorstudio.model.naming import fold
from sorstudio.model.neighbours import MOST_ALIKE, head
from sorstudio.model.records import LocationNumber, RecordKind, Unit
from sorstudio.model.state import EMPTY, State, changed_records
from sorstudio.rules.name_words import likeness

Index = Mapping[str, tuple[str, ...]]
Ref = tuple[RecordKind, str]
R = TypeVar("R")

folded = lru_cache(maxsize=200_000)(fold)
"""`fold`, remembered: an act asks for the names of everything near it."""


@dataclass(frozen=True, slots=True)
class Indexes:
    """Keys by value, in the order of the keys, so that it does not matter by which way a state was reached.

    `by_name` holds open units by name, however it is typed, `by_likeness` by what names alike share, `by_sor_id` units,
    `by_gln` the records of own numbers, `by_end` units that close, by day, and `by_first_word` open units whose names
    have several words.
    """

    state: State
    by_name: Index
    by_sor_id: Index
    by_gln: Index
    by_end: Index
    by_likeness: Index
    by_first_word: Index

    def at(self, state: State, differing: Iterable[Ref] | None = None) -> Indexes:
        """The indexes of another state; what differs from this one is looked for unless it is told."""
        if state is self.state:
            return self
        units = tuple(_changed(RecordKind.UNIT, self.state.units, state.units, differing))
        numbers = _changed(RecordKind.NUMBER, self.state.numbers, state.numbers, differing)
        return Indexes(
            state,
            _carried(self.by_name, units, _open_name),
            _carried(self.by_sor_id, units, _sor_id),
            _carried(self.by_gln, numbers, _gln),
            _carried(self.by_end, units, _end),
            _carried(self.by_likeness, units, _open_likeness),
            _carried(self.by_first_word, units, head),
        )

    def fellows(self, unit: Unit) -> tuple[str, ...]:
        """The open units with a name alike or the same SOR-ID, the unit itself perhaps among them."""
        return (*self.by_name.get(folded(unit.name), ()), *self.alike(unit), *self.by_sor_id.get(unit.sor_id or "", ()))

    def alike(self, unit: Unit) -> tuple[str, ...]:
        """The open units whose names share all but vowels, marks and double letters; the unit itself among them."""
        return self.by_likeness.get(likeness(unit.name), ())

    def untyped_alike(self, unit: Unit) -> tuple[str, ...]:
        """The open units without a type that are told theirs by names beginning as this one."""
        keys = self.by_first_word.get(head(unit) or "", ())
        return tuple(key for key in keys if not self.state.units[key].unit_type) if len(keys) <= MOST_ALIKE else ()

    def owners(self, gln: str | None) -> tuple[str, ...]:
        """The units that have a location number as their own."""
        return tuple(self.state.numbers[key].unit for key in self.by_gln.get(gln or "", ()))


NO_INDEXES = Indexes(EMPTY, {}, {}, {}, {}, {}, {})


def _changed(
    kind: RecordKind, old: Mapping[str, R], new: Mapping[str, R], differing: Iterable[Ref] | None
) -> Iterable[tuple[str, R | None, R | None]]:
    if differing is None:
        return changed_records(old, new)
    return [(key, old.get(key), new.get(key)) for one, key in differing if one is kind]


def _carried(
    index: Index, changed: Iterable[tuple[str, R | None, R | None]], value_of: Callable[[R], str | None]
) -> Index:
    gone: dict[str, set[str]] = defaultdict(set)
    come: dict[str, set[str]] = defaultdict(set)
    for key, before, after in changed:
        was, now = (value_of(one) if one is not None else None for one in (before, after))
        if was != now:
            gone[was or ""].add(key)
            come[now or ""].add(key)
    values = {*gone, *come} - {""}
    if not values:
        return index
    found = {value: (set(index.get(value, ())) - gone[value]) | come[value] for value in values}
    carried = {**index, **{value: tuple(sorted(keys)) for value, keys in found.items() if keys}}
    for value in (value for value, keys in found.items() if not keys):
        carried.pop(value, None)
    return carried


def _open_name(unit: Unit) -> str | None:
    return folded(unit.name) if unit.valid_to is None else None


def _open_likeness(unit: Unit) -> str | None:
    return likeness(unit.name) if unit.valid_to is None else None


def _sor_id(unit: Unit) -> str | None:
    return unit.sor_id


def _gln(number: LocationNumber) -> str | None:
    return number.gln


def _end(unit: Unit) -> str | None:
    return unit.valid_to.isoformat() if unit.valid_to is not None else None
