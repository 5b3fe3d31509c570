"""Rectangles at every level of detail."""

import numpy as np
import pytest
from hypothesis import given

from sorstudio.ui.picture.arrays import Columns, arrange, visible_part
from sorstudio.ui.picture.detail import Detail, Direction
from sorstudio.ui.picture.scene import Box, Form, Scene, build_scene
from tests.ui.picture.sample import picture
from tests.ui.picture.test_shape import forests

EVERY = [(detail, direction) for detail in Detail for direction in Direction]


def scene_of(data: object = None, detail: Detail = Detail.NEAR, direction: Direction = Direction.RIGHT) -> Scene:
    shown = data if data is not None else picture()
    return build_scene(visible_part(shown, frozenset()), detail, direction)  # type: ignore[arg-type]


def overlaps(scene: Scene) -> int:
    boxes = [scene.box(place) for place in range(scene.size)]
    return sum(is_over(one, other) for number, one in enumerate(boxes) for other in boxes[:number])


def is_over(one: Box, other: Box) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


@pytest.mark.parametrize(("detail", "direction"), EVERY)
@given(parent=forests())
def test_nothing_lies_over_anything(parent: np.ndarray, detail: Detail, direction: Direction) -> None:
    names = [str(number) for number in range(len(parent))]
    data = arrange(Columns(names, parent.tolist(), names, number_signs=[n % 3 for n in range(len(names))]))
    assert overlaps(scene_of(data, detail, direction)) == 0


@pytest.mark.parametrize(("detail", "direction"), EVERY)
def test_every_unit_is_found_in_its_middle(detail: Detail, direction: Direction) -> None:
    scene = scene_of(detail=detail, direction=direction)
    for place in range(scene.size):
        box = scene.box(place)
        assert scene.at(box.x + box.width / 2, box.y + box.height / 2) == place


@pytest.mark.parametrize(("detail", "direction"), EVERY)
@given(parent=forests())
def test_an_area_shows_exactly_what_meets_it(parent: np.ndarray, detail: Detail, direction: Direction) -> None:
    names = [str(number) for number in range(len(parent))]
    scene = scene_of(arrange(Columns(names, parent.tolist(), names)), detail, direction)
    area = Box(100.5, 50.5, 200, 90)
    expected = [place for place in range(scene.size) if is_over(scene.box(place), area)]
    assert sorted(scene.within(area).tolist()) == expected


def test_near_a_unit_with_nothing_of_its_own_is_a_pill() -> None:
    scene = scene_of()
    forms = {scene.visible.key_at(place): scene.form[place] for place in range(scene.size)}
    assert (forms["Team Lind"], forms["Nord"]) == (Form.PILL, Form.CARD)


def test_far_the_upper_levels_keep_their_names() -> None:
    scene = scene_of(detail=Detail.FAR)
    forms = {scene.visible.key_at(place): scene.form[place] for place in range(scene.size)}
    assert (forms["Nord"], forms["Akut"], forms["Team Lind"]) == (Form.PILL, Form.BLOCK, Form.BLOCK)


def test_far_a_long_row_of_blocks_is_broken() -> None:
    names = [str(number) for number in range(41)]
    scene = scene_of(arrange(Columns(names, [-1] + [0] * 40, names)), Detail.FAR)
    rows = {scene.box(place).y for place in range(1, 41)}
    assert len(rows) == 2


def test_children_are_to_the_right_or_below() -> None:
    right, down = scene_of(), scene_of(direction=Direction.DOWN)
    assert right.box(1).x > right.box(0).x + right.box(0).width
    assert down.box(1).y > down.box(0).y + down.box(0).height


def test_an_empty_picture_has_no_nearest_unit() -> None:
    scene = scene_of(arrange(Columns((), (), ())))
    assert (scene.nearest(0, 0), scene.at(0, 0), len(scene.within(Box(0, 0, 9, 9)))) == (-1, -1, 0)
