"""The scalar layout is the measure of the quick one."""

import numpy as np
import pytest
from hypothesis import given

from sorstudio.ui.picture.deep import tidy_deep
from sorstudio.ui.picture.layout import tidy
from sorstudio.ui.picture.shape import Floats, Shape, shape_of, with_one_root
from tests.ui.picture.test_layout import GAP, assert_apart, centring, trees
from tests.ui.picture.test_shape import ordered


def rooted(tree: tuple[Shape, Floats]) -> tuple[Shape, Floats]:
    shape, breadth = tree
    return shape_of(with_one_root(shape.parent)), np.append(28.0, breadth)


def random_tree(size: int, seed: int, reach: int) -> Shape:
    chance = np.random.default_rng(seed)
    parents = [-1, *(int(chance.integers(max(0, node - reach), node)) for node in range(1, size))]
    return shape_of(ordered(np.array(parents, np.int64)))


def width(start: Floats, breadth: Floats) -> float:
    return float((start + breadth).max() - start.min())


@given(trees())
def test_it_is_tidy_as_well(tree: tuple[Shape, Floats]) -> None:
    shape, breadth = rooted(tree)
    start = tidy_deep(shape, breadth, GAP)
    assert_apart(shape, start, breadth)
    assert centring(shape, start, breadth) < 1e-6


@pytest.mark.parametrize(("seed", "reach"), [(1, 40), (2, 200), (3, 2000)])
def test_the_quick_layout_is_as_narrow(seed: int, reach: int) -> None:
    shape = random_tree(2000, seed, reach)
    breadth = np.random.default_rng(seed).choice([28.0, 64.0], shape.size)
    assert width(tidy(shape, breadth, GAP), breadth) == pytest.approx(
        width(tidy_deep(shape, breadth, GAP), breadth), rel=0.005
    )
