"""The laws of a tidy drawing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.ui.picture.layout import bands, tidy
from sorstudio.ui.picture.shape import Floats, Shape, shape_of
from tests.ui.picture.test_shape import forests, ordered

GAP = 14.0


@st.composite
def trees(draw: st.DrawFn) -> tuple[Shape, Floats]:
    shape = shape_of(ordered(draw(forests())))
    sizes = draw(st.lists(st.sampled_from([28.0, 64.0]), min_size=shape.size, max_size=shape.size))
    return shape, np.array(sizes)


def chain(length: int) -> Shape:
    """A trunk with a leaf at every node."""
    parents = [-1, *(2 * (number // 2) - 1 if number > 1 else 0 for number in range(2 * length))]
    return shape_of(np.maximum.accumulate(np.array(parents, np.int64)))


def assert_apart(shape: Shape, start: Floats, breadth: Floats) -> None:
    for level in range(shape.depth):
        part = shape.level(level)
        ends = (start + breadth)[part]
        assert np.all(start[part][1:] - ends[:-1] >= GAP - 1e-6)


def centring(shape: Shape, start: Floats, breadth: Floats) -> float:
    worst = 0.0
    for node in np.flatnonzero(shape.count):
        first, last = shape.first[node], shape.first[node] + shape.count[node] - 1
        middle = (start[first] + start[last] + breadth[last]) / 2
        worst = max(worst, abs(middle - start[node] - breadth[node] / 2))
    return worst


@given(trees())
def test_siblings_and_cousins_stand_apart_in_their_order(tree: tuple[Shape, Floats]) -> None:
    shape, breadth = tree
    assert_apart(shape, tidy(shape, breadth, GAP), breadth)


@given(trees())
def test_parents_stand_in_the_middle_of_their_children(tree: tuple[Shape, Floats]) -> None:
    shape, breadth = tree
    assert centring(shape, tidy(shape, breadth, GAP), breadth) < 1e-6


@given(trees())
def test_the_picture_begins_at_zero(tree: tuple[Shape, Floats]) -> None:
    shape, breadth = tree
    assert tidy(shape, breadth, GAP).min() == 0


@given(trees())
def test_bands_stand_apart_on_every_level(tree: tuple[Shape, Floats]) -> None:
    shape, breadth = tree
    assert_apart(shape, bands(shape, breadth, GAP), breadth)


@given(trees())
def test_no_branch_reaches_into_the_band_of_another(tree: tuple[Shape, Floats]) -> None:
    shape, breadth = tree
    start = bands(shape, breadth, GAP)
    low, high = start.copy(), start + breadth
    for node in range(shape.size - 1, 0, -1):
        above = shape.parent[node]
        if above >= 0:
            low[above], high[above] = min(low[above], low[node]), max(high[above], high[node])
    for level in range(shape.depth):
        part = shape.level(level)
        assert np.all(low[part][1:] >= high[part][:-1])


def test_a_leaf_moves_under_a_neighbour_that_is_less_deep() -> None:
    shape = shape_of(np.array([-1, 0, 0, 1, 1, 1]))
    start = tidy(shape, np.full(6, 10.0), 0)
    assert start[2] == start[1] + 10


def test_a_tree_deeper_than_the_matrices_is_laid_out_too() -> None:
    shape = chain(60)
    breadth = np.full(shape.size, 28.0)
    start = tidy(shape, breadth, GAP)
    assert shape.depth > 48
    assert_apart(shape, start, breadth)


@pytest.mark.parametrize("place", [tidy, bands])
def test_nothing_is_laid_out_as_nothing(place: object) -> None:
    assert len(place(shape_of(np.empty(0, np.int64)), np.empty(0), GAP)) == 0  # type: ignore[operator]


def test_several_roots_stand_side_by_side() -> None:
    shape = shape_of(np.array([-1, -1, 0, 0]))
    assert_apart(shape, tidy(shape, np.full(4, 28.0), GAP), np.full(4, 28.0))
