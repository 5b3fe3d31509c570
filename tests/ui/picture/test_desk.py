"""Selection and folds, as gestures and keys use them."""

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.picture.detail import Detail, Direction


def test_choosing_the_same_again_is_not_announced(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.desk.select(("Syd",))
    with qtbot.assertNotEmitted(canvas.selection_changed):
        canvas.desk.select(("Syd",))


def test_extending_backwards_keeps_the_focus_at_the_end(canvas: Canvas) -> None:
    canvas.desk.select(("Akut",))
    canvas.desk.extend_to("Nord")
    assert canvas.selection == ("Akut", "Syd", "Nord")


def test_extending_to_another_level_adds_that_unit(canvas: Canvas) -> None:
    canvas.desk.select(("Nord",))
    canvas.desk.extend_to("Team Lind")
    assert canvas.selection == ("Nord", "Team Lind")


def test_a_unit_without_children_has_no_handle(canvas: Canvas) -> None:
    assert canvas.desk.handle_of(canvas.stage.visible.place_of("PPR")).isEmpty()


def test_a_unit_without_children_is_not_folded(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.desk.select(("PPR",))
    with qtbot.assertNotEmitted(canvas.fold_changed):
        canvas.desk.fold_chosen()


@pytest.mark.parametrize("direction", list(Direction))
@pytest.mark.parametrize("detail", list(Detail))
def test_the_handle_is_where_the_click_folds(canvas: Canvas, direction: Direction, detail: Detail) -> None:
    canvas.set_direction(direction)
    canvas.zoom_to(detail)
    handle = canvas.desk.handle_of(canvas.stage.visible.place_of("Sundhed")).center()
    assert canvas.desk.fold_at(canvas.stage.view.to_screen(handle.x(), handle.y()))
    assert canvas.stage.folded == {"Sundhed"}


def test_the_middle_of_a_card_folds_nothing(canvas: Canvas) -> None:
    box = canvas.stage.scene.box(canvas.stage.visible.place_of("Sundhed"))
    at = canvas.stage.view.to_screen(box.x + box.width / 2, box.y + box.height / 2)
    assert not canvas.desk.fold_at(QPointF(at))
