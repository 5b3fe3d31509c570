"""A forest in breadth-first order: where its levels begin and where each node's children lie."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Shape:
    """`parent` never decreases and is -1 for roots, so children of one parent are neighbours and levels are runs."""

    parent: Ints
    first: Ints
    count: Ints
    starts: Ints

    @property
    def size(self) -> int:
        return len(self.parent)

    @property
    def depth(self) -> int:
        """How many levels there are."""
        return len(self.starts) - 1

    def level(self, depth: int) -> slice:
        return slice(int(self.starts[depth]), int(self.starts[depth + 1]))

    def level_of_each(self) -> Ints:
        return np.repeat(np.arange(self.depth), np.diff(self.starts))

    def below(self) -> Ints:
        """How many descendants each node has."""
        total = np.zeros(self.size, np.int64)
        for depth in range(self.depth - 1, 0, -1):
            part = self.level(depth)
            np.add.at(total, self.parent[part], total[part] + 1)
        return total

    def preorder(self) -> Ints:
        """The place of each node when every branch is read to its end before the next one."""
        whole = self.below() + 1
        place = np.zeros(self.size, np.int64)
        for depth in range(self.depth):
            part = self.level(depth)
            before = np.cumsum(whole[part]) - whole[part]
            if depth:
                parent = self.parent[part]
                before += place[parent] + 1 - before[self.first[parent] - part.start]
            place[part] = before
        return place


def shape_of(parent: Ints) -> Shape:
    """Read the shape off a parent array that is in breadth-first order already."""
    roots = int(np.searchsorted(parent, 0))
    count = np.bincount(parent[roots:], minlength=len(parent)).astype(np.int64)
    first = roots + np.cumsum(count) - count
    return Shape(parent, first, count, _level_starts(parent, roots))


def _level_starts(parent: Ints, roots: int) -> Ints:
    starts = [0]
    end = roots
    while end > starts[-1]:
        starts.append(end)
        end = int(np.searchsorted(parent, end))
    return np.array(starts, np.int64)


def breadth_first(parent: Ints) -> Ints:
    """The order that puts nodes level by level, siblings as they were given; `parent` is in any order.

    A node whose parents lead in a ring is in no level; a caller that may have such data compares the length.
    """
    by_parent = np.argsort(parent, kind="stable")
    lowest = np.searchsorted(parent, np.arange(-1, len(parent)), sorter=by_parent)
    begin, length = lowest[1:], np.diff(np.append(lowest[1:], len(parent)))
    level = by_parent[: lowest[1]] if len(parent) else by_parent
    levels = []
    while len(level):
        levels.append(level)
        level = by_parent[_runs(begin[level], length[level])]
    return np.concatenate(levels) if levels else by_parent[:0]


def _runs(begin: Ints, length: Ints) -> Ints:
    """The numbers begin..begin+length of each run, one after the other."""
    total = int(length.sum())
    before = np.cumsum(length) - length
    return np.repeat(begin - before, length) + np.arange(total)


def with_one_root(parent: Ints) -> Ints:
    """The same forest under a new node 0."""
    return np.concatenate((np.array([-1], np.int64), parent + 1))
