"""Where the nodes of a tree stand: siblings in order, parents centred over their children, nothing overlapping.

A place is one number along the breadth of a level; along the depth every level has its own column. The tidy layout
works on whole levels: contours of all subtrees of a level are rows of one matrix, runs of leaves are one block, and
neighbouring blocks are merged in pairs, so that the number of steps grows with the depth and the logarithm of the
widest family, never with the number of nodes. Very deep trees would need wide matrices; they take the scalar way.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sorstudio.ui.picture.deep import tidy_deep
from sorstudio.ui.picture.shape import Bools, Floats, Ints, Shape, shape_of, with_one_root

DEEPEST_BY_LEVELS = 48


def tidy(shape: Shape, breadth: Floats, gap: float) -> Floats:
    """The start edge of each node along its level, least wide, the smallest one 0."""
    if not shape.size:
        return np.empty(0)
    rooted, sizes = shape, breadth
    if shape.starts[1] > 1:
        rooted, sizes = shape_of(with_one_root(shape.parent)), np.append(0.0, breadth)
    place = tidy_deep if rooted.depth > DEEPEST_BY_LEVELS else _tidy_by_levels
    starts = place(rooted, sizes, gap)[rooted.size - shape.size :]
    return np.asarray(starts - starts.min(), np.float64)


def bands(shape: Shape, breadth: Floats, gap: float) -> Floats:
    """Like tidy, but every subtree keeps a band for itself, so that a node may be as deep as it likes."""
    if not shape.size:
        return np.empty(0)
    band = _band_sizes(shape, breadth + gap)
    start = np.zeros(shape.size)
    for depth in range(shape.depth):
        part = shape.level(depth)
        before = np.cumsum(band[part]) - band[part]
        if depth == 0:
            start[part] = before
            continue
        parent = shape.parent[part]
        family = np.bincount(parent, weights=band[part], minlength=shape.size)
        slack = (band[parent] - family[parent]) / 2
        start[part] = start[parent] + slack + before - before[shape.first[parent] - part.start]
    return _centred_over_children(shape, breadth, start, start + band - gap - breadth)


def _band_sizes(shape: Shape, own: Floats) -> Floats:
    band = own.copy()
    for depth in range(shape.depth - 1, 0, -1):
        part = shape.level(depth)
        above = shape.level(depth - 1)
        family = np.bincount(shape.parent[part] - above.start, weights=band[part], minlength=above.stop - above.start)
        band[above] = np.maximum(band[above], family)
    return band


def _centred_over_children(shape: Shape, breadth: Floats, least: Floats, most: Floats) -> Floats:
    """Each parent in the middle of its first and last child, but never outside its own band."""
    start = (least + most) / 2
    for depth in range(shape.depth - 2, -1, -1):
        part = shape.level(depth)
        parents = part.start + np.flatnonzero(shape.count[part])
        start[parents] = np.clip(_middle(shape, breadth, start, parents), least[parents], most[parents])
    return start


def _middle(shape: Shape, breadth: Floats, start: Floats, parents: Ints) -> Floats:
    first = shape.first[parents]
    last = first + shape.count[parents] - 1
    middle: Floats = (start[first] + start[last] + breadth[last] - breadth[parents]) / 2
    return middle


@dataclass(frozen=True)
class _Level:
    """The subtrees of one level as blocks: contours below each block, and where each node stands in its block."""

    left: Floats
    right: Floats
    parent: Ints
    block: Ints
    inside: Floats


def _tidy_by_levels(shape: Shape, breadth: Floats, gap: float) -> Floats:
    offset = np.zeros(shape.size)
    below: _Level | None = None
    for depth in range(shape.depth - 1, -1, -1):
        level = _blocks(shape, breadth, gap, depth, 1 if below is None else below.left.shape[1] + 1)
        if below is not None:
            _set_on_top(shape, breadth, gap, depth, level, below, offset)
        below = level
    return _summed_from_the_root(shape, offset)


def _blocks(shape: Shape, breadth: Floats, gap: float, depth: int, height: int) -> _Level:
    """Gather neighbouring leaves of one parent into one block; every other node is a block of its own."""
    part = shape.level(depth)
    parent, size = shape.parent[part], breadth[part]
    begins = _block_begins(shape.count[part] == 0, parent)
    block = np.cumsum(begins) - 1
    start_of = np.flatnonzero(begins)
    after = np.cumsum(size + gap)
    before = after - size - gap
    width = np.append(before[start_of[1:]], after[-1]) - before[start_of] - gap
    left = np.full((len(start_of), height), np.inf)
    right = np.full((len(start_of), height), -np.inf)
    left[:, 0] = 0.0
    right[:, 0] = width
    return _Level(left, right, parent[start_of], block, before - before[start_of][block])


def _block_begins(leaf: Bools, parent: Ints) -> Bools:
    begins = np.ones(len(leaf), np.bool_)
    begins[1:] = ~(leaf[1:] & leaf[:-1] & (parent[1:] == parent[:-1]))
    return begins


def _set_on_top(
    shape: Shape, breadth: Floats, gap: float, depth: int, level: _Level, below: _Level, offset: Floats
) -> None:
    """Pack the blocks below each parent, centre the parent over them and take over their contours."""
    part, children = shape.level(depth), shape.level(depth + 1)
    parents = np.flatnonzero(shape.count[part])
    families = np.bincount(below.parent - part.start, minlength=part.stop - part.start)[parents]
    placed, left, right = _merge(below.left, below.right, families, gap)
    start = np.empty(shape.size)
    start[children] = placed[below.block] + below.inside
    middle = _middle(shape, breadth, start, part.start + parents)
    offset[children] = start[children] - np.repeat(middle, shape.count[part][parents])
    mine = level.block[parents]
    level.left[mine, 1:] = left - middle[:, None]
    level.right[mine, 1:] = right - middle[:, None]


def _merge(left: Floats, right: Floats, families: Ints, gap: float) -> tuple[Floats, Floats, Floats]:
    """Merge neighbouring blocks of each family in pairs until one is left.

    Gives the place of each block in its family and the contours of the families.
    """
    offset = np.zeros(len(left))
    family_left, family_right = (np.empty((len(families), left.shape[1])) for _ in range(2))
    remaining = families.copy()
    owner = np.repeat(np.arange(len(families)), families)
    place = np.arange(len(left)) - np.repeat(np.cumsum(families) - families, families)
    live, group = np.arange(len(left)), np.arange(len(left))
    left, right = left.copy(), right.copy()
    while True:
        done = remaining[owner] == 1
        family_left[owner[done]], family_right[owner[done]] = left[done], right[done]
        going = ~done[group]
        live, group = live[going], (np.cumsum(~done) - 1)[group[going]]
        left, right, owner, place = left[~done], right[~done], owner[~done], place[~done]
        if not len(left):
            return offset, family_left, family_right
        even = (place & 1) == 0
        shift = _push_apart(left, right, np.flatnonzero(even & (place + 1 < remaining[owner])), gap)
        offset[live] += shift[group]
        group = (np.cumsum(even) - 1)[group]
        left, right, owner, place = left[even], right[even], owner[even], place[even] >> 1
        remaining = (remaining + 1) >> 1


def _push_apart(left: Floats, right: Floats, one: Ints, gap: float) -> Floats:
    """Place each block after `one` beside it and give `one` the contour of both; says how far each block moved."""
    other = one + 1
    moved = (right[one] - left[other]).max(axis=1) + gap
    left[one] = np.minimum(left[one], left[other] + moved[:, None])
    right[one] = np.maximum(right[one], right[other] + moved[:, None])
    shift = np.zeros(len(left))
    shift[other] = moved
    return shift


def _summed_from_the_root(shape: Shape, offset: Floats) -> Floats:
    start = offset.copy()
    for depth in range(1, shape.depth):
        part = shape.level(depth)
        start[part] += start[shape.parent[part]]
    return start
