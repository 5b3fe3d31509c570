"""What stays in place when something changes."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSizeF

from sorstudio.ui.picture.detail import Detail, Direction, own_zoom
from sorstudio.ui.picture.stage import Stage
from tests.ui.picture.sample import picture


@pytest.fixture
def stage() -> Stage:
    stage = Stage()
    stage.resize(QSizeF(1200, 800))
    stage.set_data(picture())
    return stage


def middle_of(stage: Stage, key: str) -> tuple[float, float]:
    middle = stage.view.rect(stage.scene.box(stage.visible.place_of(key))).center()
    return middle.x(), middle.y()


def test_the_first_picture_is_shown_whole(stage: Stage) -> None:
    bounds = stage.view.rect(stage.scene.bounds)
    assert bounds.left() >= 0
    assert bounds.right() <= 1200
    assert bounds.bottom() <= 800


def test_the_whole_is_shown_with_as_much_as_there_is_room_for(stage: Stage) -> None:
    assert stage.view.detail is Detail.NEAR
    stage.size = QSizeF(500, 220)
    stage.fit()
    assert stage.view.detail is Detail.FAR


@pytest.mark.parametrize("factor", [0.9, 1.1, 1.4])
def test_zooming_keeps_the_point_under_the_cursor(stage: Stage, factor: float) -> None:
    stage.zoom_to(Detail.NEAR)
    where = QPointF(400, 300)
    before = stage.view.to_layout(where)
    stage.zoom_at(where, stage.view.zoom * factor)
    after = stage.view.to_layout(where)
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()))


@pytest.mark.parametrize("detail", [Detail.NAMES, Detail.FAR])
def test_zooming_into_another_detail_keeps_the_unit_under_the_cursor(stage: Stage, detail: Detail) -> None:
    stage.zoom_to(Detail.NEAR)
    where = QPointF(*middle_of(stage, "Syd"))
    stage.zoom_at(where, own_zoom(detail))
    assert stage.visible.key_at(stage.place_at(where)) == "Syd"


def test_folding_keeps_the_unit_in_its_place(stage: Stage) -> None:
    stage.zoom_to(Detail.NEAR)
    before = middle_of(stage, "Sundhed")
    stage.set_folded(frozenset({"Sundhed"}), anchor="Sundhed")
    assert middle_of(stage, "Sundhed") == pytest.approx(before, abs=1)


def test_folds_and_zoom_survive_new_data(stage: Stage) -> None:
    stage.set_folded(frozenset({"Nord"}))
    stage.zoom_to(Detail.NAMES)
    stage.set_data(picture("Kommune*\n  Sundhed\n    Nord\n      Team Lind\n  Ny"))
    assert (stage.folded, stage.view.zoom) == (frozenset({"Nord"}), own_zoom(Detail.NAMES))


def test_a_new_unit_may_arrive_folded_but_a_known_one_keeps_its_state(stage: Stage) -> None:
    stage.set_data(picture("Kommune\n  Nord\n    A\n  Ny\n    B", folded=frozenset({"Nord", "Ny"})))
    assert stage.folded == {"Ny"}


def test_revealing_unfolds_what_hides_a_unit(stage: Stage) -> None:
    stage.set_folded(frozenset({"Sundhed", "Nord", "Børn"}))
    assert stage.reveal("Team Lind")
    assert stage.folded == {"Børn"}


def test_revealing_moves_a_unit_into_sight(stage: Stage) -> None:
    stage.zoom_to(Detail.NEAR)
    stage.pan(-600, 300)
    stage.reveal("Kommune")
    x, y = middle_of(stage, "Kommune")
    assert 0 < x < 1200
    assert 0 < y < 800


def test_an_unknown_unit_cannot_be_revealed(stage: Stage) -> None:
    assert not stage.reveal("not there")


def test_the_picture_cannot_be_pushed_out_of_sight(stage: Stage) -> None:
    stage.pan(-100_000, 100_000)
    bounds = stage.view.rect(stage.scene.bounds)
    assert bounds.right() > 0
    assert bounds.top() < 800


def test_another_direction_shows_the_whole_again(stage: Stage) -> None:
    stage.set_direction(Direction.DOWN)
    assert middle_of(stage, "Nord")[1] > middle_of(stage, "Kommune")[1]


def test_other_facts_about_the_same_units_leave_every_place_as_it_is(stage: Stage) -> None:
    start, view = stage.scene.start, stage.view
    names = ("Ny by", *stage.data.names[1:])
    assert stage.set_data(stage.data.with_facts(names=names))
    assert stage.scene.start is start
    assert stage.view == view
    assert stage.edges.scene is stage.scene
    assert stage.scene.visible.data.names[0] == "Ny by"


def test_a_unit_that_becomes_a_card_makes_room_for_itself(stage: Stage) -> None:
    stage.zoom_to(Detail.NEAR)
    leaf = int(np.flatnonzero(stage.data.shape.count == 0)[0])
    changes = stage.data.changes.copy()
    changes[leaf] = 1
    high = stage.scene.box(stage.visible.place_of(stage.data.keys[leaf])).height
    assert not stage.set_data(stage.data.with_facts(changes=changes))
    assert stage.scene.box(stage.visible.place_of(stage.data.keys[leaf])).height > high


def test_another_level_of_detail_shows_the_new_facts_too(stage: Stage) -> None:
    stage.zoom_to(Detail.NEAR)
    stage.set_data(stage.data.with_facts(names=("Ny by", *stage.data.names[1:])))
    stage.zoom_to(Detail.NAMES)
    assert stage.scene.visible.data.names[0] == "Ny by"
