"""What the picture shows, as columns in breadth-first order: one row a unit, no object a unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import compress

import numpy as np
import numpy.typing as npt

from sorstudio.ui.picture.shape import Bools, Ints, Shape, breadth_first, shape_of

Signs = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Columns:
    """Units in any order, one place a unit in every column; columns left out are empty.

    `parents` holds the place of the parent, or -1. `received` and `sent` count message types. `numbers` holds the
    number that holds here, own or inherited. The signs are those of sorstudio.ui.signs. `ages` holds whole years, or -1
    where nobody knows. A ghost is a row for the place that a unit has left: `ghosts` leads from its key to the unit's.
    `old_names` holds the names that units had in the register.
    """

    keys: Sequence[str]
    parents: Sequence[int]
    names: Sequence[str]
    types: Sequence[str] = ()
    numbers: Sequence[str] = ()
    number_signs: Sequence[int] = ()
    number_givers: Sequence[str] = ()
    changes: Sequence[int] = ()
    findings: Sequence[int] = ()
    received: Sequence[int] = ()
    sent: Sequence[int] = ()
    offers: Sequence[int] = ()
    type_expected: Sequence[bool] = ()
    areas: Sequence[str] = ()
    ages: Sequence[int] = ()
    folded: frozenset[str] = frozenset()
    ghosts: Mapping[str, str] = field(default_factory=dict)
    old_names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class PictureData:
    """The columns in drawing order, with the shape of the tree."""

    shape: Shape
    keys: tuple[str, ...]
    names: tuple[str, ...]
    types: tuple[str, ...]
    numbers: tuple[str, ...]
    number_signs: Signs
    number_givers: tuple[str, ...]
    changes: Signs
    findings: Signs
    received: Ints
    sent: Ints
    offers: Ints
    type_missing: Bools
    areas: tuple[str, ...]
    ages: Ints
    folded: frozenset[str] = field(default=frozenset())
    ghosts: Mapping[str, str] = field(default_factory=dict)
    old_names: Mapping[str, str] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return len(self.keys)

    @cached_property
    def index(self) -> dict[str, int]:
        """The row of each key."""
        return {key: row for row, key in enumerate(self.keys)}

    @cached_property
    def below(self) -> Ints:
        """How many units each branch holds beneath its top; ghosts do not count."""
        total = self.shape.below()
        for row in np.flatnonzero(self.is_ghost).tolist():
            above = self.parent_of(row)
            while above >= 0:
                total[above] -= 1
                above = self.parent_of(above)
        return total

    @cached_property
    def is_ghost(self) -> Bools:
        """Which rows are places that a unit has left."""
        ghostly = np.zeros(self.size, np.bool_)
        ghostly[self.rows(self.ghosts)] = True
        return ghostly

    def with_facts(self, **facts: object) -> PictureData:
        """The same units in the same places, of which something else is known now."""
        made: PictureData = replace(self, **facts)  # type: ignore[arg-type]
        made.__dict__.update({name: self.__dict__[name] for name in _OF_THE_TREE if name in self.__dict__})
        return made

    def is_placed_as(self, other: PictureData) -> bool:
        """Whether the very same units stand in the same places."""
        return self.keys is other.keys and self.shape is other.shape and self.ghosts is other.ghosts

    def unit_of(self, key: str) -> str:
        """The unit itself for a ghost; every other key as it is."""
        return self.ghosts.get(key, key)

    def rows(self, keys: Iterable[str]) -> list[int]:
        """The rows of those keys that are in the picture."""
        return [self.index[key] for key in keys if key in self.index]

    def parent_of(self, row: int) -> int:
        return int(self.shape.parent[row])

    def children_of(self, row: int) -> range:
        first = int(self.shape.first[row])
        return range(first, first + int(self.shape.count[row]))

    def above(self, row: int) -> list[str]:
        """The keys of the units above one, nearest first."""
        keys = []
        while (row := self.parent_of(row)) >= 0:
            keys.append(self.keys[row])
        return keys


def arrange(columns: Columns) -> PictureData:
    """Put the columns into drawing order. Children stay in the order given; a ring of parents is a ValueError."""
    parents = np.asarray(columns.parents, np.int64)
    order = breadth_first(parents)
    if len(order) != len(columns.keys):
        raise ValueError("the parents of a picture must be a forest over its units")
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    above = parents[order]
    shape = shape_of(np.where(above >= 0, place[above], -1))
    turn = _Turn(order.tolist(), order)
    wants_type = turn.flags(columns.type_expected)
    types = turn.texts(columns.types)
    return PictureData(
        shape=shape,
        keys=turn.texts(columns.keys),
        names=turn.texts(columns.names),
        types=types,
        numbers=turn.texts(columns.numbers),
        number_signs=turn.signs(columns.number_signs),
        number_givers=turn.texts(columns.number_givers),
        changes=turn.signs(columns.changes),
        findings=turn.signs(columns.findings),
        received=turn.counts(columns.received),
        sent=turn.counts(columns.sent),
        offers=turn.counts(columns.offers),
        type_missing=wants_type & np.array([not one for one in types], np.bool_),
        areas=turn.texts(columns.areas),
        ages=turn.counts(columns.ages) if len(columns.ages) else np.full(len(order), -1, np.int64),
        folded=columns.folded,
        ghosts=columns.ghosts,
        old_names=columns.old_names,
    )


@dataclass(frozen=True)
class _Turn:
    """Turns a column into drawing order; an empty column becomes a column of nothings."""

    places: list[int]
    order: Ints

    def texts(self, column: Sequence[str]) -> tuple[str, ...]:
        if not column:
            return ("",) * len(self.places)
        return tuple([column[place] for place in self.places])

    def signs(self, column: Sequence[int]) -> Signs:
        return self._numbers(column).astype(np.uint8)

    def counts(self, column: Sequence[int]) -> Ints:
        return self._numbers(column)

    def flags(self, column: Sequence[bool]) -> Bools:
        return self._numbers(column).astype(np.bool_)

    def _numbers(self, column: Sequence[int] | Sequence[bool]) -> Ints:
        if not len(column):
            return np.zeros(len(self.places), np.int64)
        return np.asarray(column, np.int64)[self.order]


EMPTY = arrange(Columns((), (), ()))


@dataclass(frozen=True, eq=False)
class Visible:
    """The units that no folded branch hides: a tree of its own, with the row of each in the whole picture."""

    data: PictureData
    rows: Ints
    shape: Shape
    closed: Bools

    @cached_property
    def place(self) -> Ints:
        """Row in the whole picture -> place among the visible, or -1."""
        place = np.full(self.data.size, -1, np.int64)
        place[self.rows] = np.arange(len(self.rows))
        return place

    def place_of(self, key: str) -> int:
        row = self.data.index.get(key, -1)
        return int(self.place[row]) if row >= 0 else -1

    def key_at(self, place: int) -> str:
        return self.data.keys[int(self.rows[place])]


_OF_THE_TREE = ("index", "below", "is_ghost")
"""What a picture keeps of its tree once it is worked out."""


def visible_part(data: PictureData, folded: frozenset[str]) -> Visible:
    """Leave out everything below a folded unit."""
    closed = np.zeros(data.size, np.bool_)
    closed[data.rows(folded)] = True
    closed &= data.shape.count > 0
    shown = np.ones(data.size, np.bool_)
    for depth in range(1, data.shape.depth):
        part = data.shape.level(depth)
        parent = data.shape.parent[part]
        shown[part] = shown[parent] & ~closed[parent]
    rows = np.flatnonzero(shown)
    place = np.cumsum(shown) - 1
    above = data.shape.parent[rows]
    return Visible(data, rows, shape_of(np.where(above >= 0, place[above], -1)), closed[rows])


def folded_to_level(data: PictureData, depth: int) -> frozenset[str]:
    """The units to fold so that `depth` levels are open."""
    if depth >= data.shape.depth:
        return frozenset()
    part = data.shape.level(depth - 1)
    return frozenset(compress(data.keys[part], (data.shape.count[part] > 0).tolist()))
