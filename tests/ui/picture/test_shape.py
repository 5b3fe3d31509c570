"""Breadth-first forests."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.ui.picture.shape import breadth_first, shape_of, with_one_root


@st.composite
def forests(draw: st.DrawFn) -> np.ndarray:
    """Parents in any order in which a parent comes before its children."""
    size = draw(st.integers(1, 60))
    return np.array([draw(st.integers(-1, number - 1)) for number in range(size)], np.int64)


def ordered(parent: np.ndarray) -> np.ndarray:
    order = breadth_first(parent)
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    above = parent[order]
    return np.where(above >= 0, place[above], -1)


@given(forests())
def test_every_node_is_in_the_order_once(parent: np.ndarray) -> None:
    assert sorted(breadth_first(parent)) == list(range(len(parent)))


@given(forests())
def test_parents_never_decrease(parent: np.ndarray) -> None:
    assert np.all(np.diff(ordered(parent)) >= 0)


@given(forests())
def test_siblings_stay_in_the_order_given(parent: np.ndarray) -> None:
    order = breadth_first(parent)
    for node in np.unique(parent):
        assert np.all(np.diff(order[parent[order] == node]) > 0)


@given(forests())
def test_levels_hold_every_node_one_below_its_parent(parent: np.ndarray) -> None:
    shape = shape_of(ordered(parent))
    level = shape.level_of_each()
    children = shape.parent >= 0
    assert np.all(level[children] == level[shape.parent[children]] + 1)


@given(forests())
def test_descendants_are_counted(parent: np.ndarray) -> None:
    shape = shape_of(ordered(parent))
    expected = np.zeros(shape.size, int)
    for node in range(shape.size):
        above = shape.parent[node]
        while above >= 0:
            expected[above] += 1
            above = shape.parent[above]
    assert shape.below().tolist() == expected.tolist()


@given(forests())
def test_preorder_is_a_walk_branch_by_branch(parent: np.ndarray) -> None:
    shape = shape_of(ordered(parent))
    walked = []

    def walk(node: int) -> None:
        walked.append(node)
        for child in range(shape.first[node], shape.first[node] + shape.count[node]):
            walk(child)

    for root in range(shape.starts[1]):
        walk(root)
    assert np.argsort(shape.preorder()).tolist() == walked


def test_a_ring_is_in_no_level() -> None:
    assert len(breadth_first(np.array([1, 0, -1]))) == 1


def test_an_empty_forest_has_no_levels() -> None:
    assert shape_of(np.empty(0, np.int64)).depth == 0


def test_a_forest_gets_one_root() -> None:
    assert with_one_root(np.array([-1, -1, 0])).tolist() == [-1, 0, 0, 1]
