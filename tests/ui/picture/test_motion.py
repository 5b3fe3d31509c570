"""Folding and unfolding as a movement."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.picture.detail import Detail, Direction
from sorstudio.ui.picture.motion import MOST_MOVING, Moment, moment, system_allows, way_between
from sorstudio.ui.picture.stage import Stage
from tests.ui.picture.sample import picture
from tests.ui.picture.test_gestures import turn_wheel

Spot = Callable[[str], QPoint]
_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def moving(canvas: Canvas) -> Canvas:
    """A canvas that glides, so slowly that a test can look."""
    canvas.zoom_to(Detail.NEAR)
    canvas.fit()
    canvas.motion.is_allowed = lambda: True
    canvas.motion.length_ms = 60_000
    return canvas


def press_handle(canvas: Canvas, key: str) -> None:
    """A real click on what folds a unit."""
    stage = canvas.stage
    middle = canvas.desk.handle_of(stage.visible.place_of(key)).center()
    QTest.mouseClick(canvas, _LEFT, pos=stage.view.to_screen(middle.x(), middle.y()).toPoint())


def corners(seen: Moment, keys: tuple[str, ...]) -> list[tuple[float, float]]:
    """Where units are on the screen."""
    boxes = (seen.view.rect(seen.scene.box(seen.scene.visible.place_of(key))) for key in keys)
    return [(round(box.x()), round(box.y())) for box in boxes]


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("detail", [Detail.NEAR, Detail.NAMES])
@pytest.mark.parametrize("opens", [True, False])
def test_the_way_begins_where_it_was_and_ends_where_it_is(
    moving: Canvas, direction: Direction, detail: Detail, opens: bool
) -> None:
    stage = moving.stage
    moving.set_direction(direction)
    moving.zoom_to(detail)
    stage.set_folded(frozenset({"Sundhed"} if opens else ()), "Sundhed")
    before = moment(stage)
    stage.set_folded(frozenset(() if opens else {"Sundhed"}), "Sundhed")
    after = moment(stage)
    way = way_between(before, after)
    assert way is not None
    seen = ("Kommune", "Sundhed", "Børn", "PPR")
    assert corners(Moment(way.at(0), after.view), seen) == corners(before, seen)
    assert corners(Moment(way.at(1), after.view), seen) == corners(after, seen)


def test_a_hidden_branch_comes_out_of_the_unit_that_hid_it(moving: Canvas) -> None:
    stage = moving.stage
    stage.set_folded(frozenset({"Nord"}), "Nord")
    before = moment(stage)
    stage.set_folded(frozenset(), "Nord")
    way = way_between(before, moment(stage))
    assert way is not None
    first, places = way.at(0), [way.scene.visible.place_of(key) for key in ("Nord", "Team Lind", "Team Birk")]
    middles = {round(float(first.start[place] + first.breadth[place] / 2)) for place in places}
    assert len(middles) == 1


def test_a_click_on_the_handle_sets_it_going_and_it_ends_by_itself(moving: Canvas, qtbot: QtBot) -> None:
    moving.motion.length_ms = 140
    press_handle(moving, "Sundhed")
    assert moving.motion.is_going
    assert "Sundhed" in moving.stage.folded
    qtbot.waitUntil(lambda: not moving.motion.is_going, timeout=2000)


def test_the_space_key_sets_it_going(moving: Canvas) -> None:
    moving.set_selection(["Sundhed"])
    QTest.keyClick(moving, Qt.Key.Key_Space)
    assert moving.motion.is_going


def test_half_way_something_else_is_painted_than_in_the_end(moving: Canvas) -> None:
    press_handle(moving, "Sundhed")
    on_the_way = moving.grab().toImage()
    moving.motion.end()
    assert moving.grab().toImage() != on_the_way


@pytest.mark.parametrize("act", ["scroll", "zoom", "fold", "walk", "choose", "data"])
def test_a_new_act_ends_it_at_once(moving: Canvas, spot: Spot, act: str) -> None:
    press_handle(moving, "Nord")
    going = moving.motion.is_going
    if act in ("scroll", "zoom"):
        held = Qt.KeyboardModifier.ControlModifier if act == "zoom" else Qt.KeyboardModifier.NoModifier
        turn_wheel(moving, spot("Kommune"), 120, held)
    elif act == "fold":
        moving.motion.is_allowed = lambda: False
        press_handle(moving, "Syd")
    elif act == "walk":
        QTest.keyClick(moving, Qt.Key.Key_Right)
    elif act == "choose":
        QTest.mouseClick(moving, _LEFT, pos=spot("Børn"))
    else:
        moving.set_data(picture())
    assert (going, moving.motion.is_going) == (True, False)


def test_who_wants_no_movement_gets_none(moving: Canvas) -> None:
    moving.motion.is_wanted = lambda: False
    press_handle(moving, "Sundhed")
    assert not moving.motion.is_going


def test_without_a_screen_nothing_moves(canvas: Canvas) -> None:
    assert not system_allows()
    canvas.zoom_to(Detail.NEAR)
    press_handle(canvas, "Sundhed")
    assert not canvas.motion.is_going


def test_a_very_large_picture_is_there_at_once(moving: Canvas) -> None:
    many = "top\n  wide\n" + "".join(f"    {number}\n" for number in range(MOST_MOVING))
    stage = Stage()
    stage.set_data(picture(many))
    stage.zoom_to(Detail.NAMES)
    before = moment(stage)
    stage.set_folded(frozenset({"wide"}))
    assert way_between(before, moment(stage)) is None


def test_units_on_their_way_are_all_found(moving: Canvas) -> None:
    stage = moving.stage
    stage.set_folded(frozenset({"Sundhed"}), "Sundhed")
    before = moment(stage)
    stage.set_folded(frozenset(), "Sundhed")
    way = way_between(before, moment(stage))
    assert way is not None
    half = way.at(0.2)
    assert len(half.within(half.bounds)) == half.size
    assert np.isfinite(half.start).all()
