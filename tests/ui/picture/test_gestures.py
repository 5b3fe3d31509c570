"""The real mouse on the canvas."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QDrag, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sorstudio.ui.picture import mime
from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.picture.detail import Detail
from sorstudio.ui.picture.gestures import border_push
from sorstudio.ui.theme import Look

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Spot = Callable[[str], QPoint]


def hold_and_move(canvas: Canvas, begin: QPoint, end: QPoint) -> None:
    QTest.mousePress(canvas, LEFT, pos=begin)
    for part in range(1, 6):
        QTest.mouseMove(canvas, begin + (end - begin) * part / 5)


def drag(canvas: Canvas, begin: QPoint, end: QPoint) -> None:
    hold_and_move(canvas, begin, end)
    QTest.mouseRelease(canvas, LEFT, pos=end)


def turn_wheel(canvas: Canvas, at: QPoint, by: int, modifiers: Qt.KeyboardModifier) -> None:
    where = QPointF(at)
    event = QWheelEvent(
        where,
        QPointF(canvas.mapToGlobal(at)),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def test_a_click_chooses_a_unit(canvas: Canvas, spot: Spot, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.selection_changed) as told:
        qtbot.mouseClick(canvas, LEFT, pos=spot("Syd"))
    assert told.args == [("Syd",)]


def test_control_adds_and_takes_away(canvas: Canvas, spot: Spot, qtbot: QtBot) -> None:
    qtbot.mouseClick(canvas, LEFT, pos=spot("Syd"))
    qtbot.mouseClick(canvas, LEFT, CONTROL, pos=spot("PPR"))
    assert canvas.selection == ("Syd", "PPR")
    qtbot.mouseClick(canvas, LEFT, CONTROL, pos=spot("Syd"))
    assert canvas.selection == ("PPR",)


def test_shift_chooses_everything_between(canvas: Canvas, spot: Spot, qtbot: QtBot) -> None:
    qtbot.mouseClick(canvas, LEFT, pos=spot("Nord"))
    qtbot.mouseClick(canvas, LEFT, SHIFT, pos=spot("Akut"))
    assert canvas.selection == ("Nord", "Syd", "Akut")


def test_a_click_beside_the_tree_lets_go(canvas: Canvas, spot: Spot, qtbot: QtBot) -> None:
    qtbot.mouseClick(canvas, LEFT, pos=spot("Syd"))
    qtbot.mouseClick(canvas, LEFT, pos=QPoint(600, 790))
    assert canvas.selection == ()


def test_a_unit_is_dragged_to_a_new_parent(canvas: Canvas, spot: Spot, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.dropped) as told:
        drag(canvas, spot("Team Lind"), spot("Syd"))
    assert told.args == [("Team Lind",), "Syd"]


def test_all_chosen_units_are_dragged_together(canvas: Canvas, spot: Spot, qtbot: QtBot) -> None:
    canvas.set_selection(("Team Lind", "Team Eg"))
    with qtbot.waitSignal(canvas.dropped) as told:
        drag(canvas, spot("Team Eg"), spot("Akut"))
    assert told.args == [("Team Lind", "Team Eg"), "Akut"]


def test_a_click_on_one_of_several_chosen_units_chooses_it_alone(canvas: Canvas, spot: Spot, qtbot: QtBot) -> None:
    canvas.set_selection(("Team Lind", "Team Eg"))
    qtbot.mouseClick(canvas, LEFT, pos=spot("Team Eg"))
    assert canvas.selection == ("Team Eg",)


def test_the_target_says_beforehand_why_it_refuses(canvas: Canvas, spot: Spot) -> None:
    hold_and_move(canvas, spot("Syd"), spot("Team Birk"))
    assert canvas.hand is not None
    assert (canvas.hand.target, canvas.hand.reason) == ("Team Birk", "Team Birk kan ikke få nye enheder.")


def test_a_refused_drop_announces_nothing(canvas: Canvas, spot: Spot, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(canvas.dropped):
        drag(canvas, spot("Syd"), spot("Team Birk"))
    assert canvas.hand is None


def test_a_drop_beside_the_tree_announces_nothing(canvas: Canvas, spot: Spot, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(canvas.dropped):
        drag(canvas, spot("Syd"), QPoint(600, 790))


def test_escape_lets_go_of_what_is_in_the_hand(canvas: Canvas, spot: Spot, qtbot: QtBot) -> None:
    hold_and_move(canvas, spot("Team Lind"), spot("Syd"))
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(canvas.dropped):
        QTest.mouseRelease(canvas, LEFT, pos=spot("Syd"))


def test_beyond_the_border_it_becomes_a_drag_for_other_panes(
    qtbot: QtBot, look: Look, canvas: Canvas, spot: Spot
) -> None:
    dragged: list[tuple[str, ...]] = []

    def note(drag: QDrag, _action: Qt.DropAction) -> None:
        dragged.append(mime.unpack(drag.mimeData(), mime.UNITS))

    canvas.run_drag = note
    hold_and_move(canvas, spot("Team Lind"), QPoint(-40, 300))
    assert dragged == [("Team Lind",)]
    assert canvas.hand is None


def test_a_tremble_is_no_drag(canvas: Canvas, spot: Spot) -> None:
    at = spot("Syd")
    QTest.mousePress(canvas, LEFT, pos=at)
    QTest.mouseMove(canvas, at + QPoint(2, 1))
    assert canvas.hand is None
    QTest.mouseRelease(canvas, LEFT, pos=at)


def test_a_click_on_the_count_folds(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.zoom_to(Detail.NAMES)
    handle = canvas.desk.handle_of(canvas.stage.visible.place_of("Nord"))
    at = canvas.stage.view.to_screen(handle.center().x(), handle.center().y()).toPoint()
    with qtbot.waitSignal(canvas.fold_changed) as told:
        qtbot.mouseClick(canvas, LEFT, pos=at)
    assert told.args == ["Nord", True]
    assert canvas.stage.visible.place_of("Team Lind") == -1


def test_a_click_on_the_handle_of_a_card_folds_and_unfolds(canvas: Canvas, qtbot: QtBot) -> None:
    for expected in (True, False):
        handle = canvas.desk.handle_of(canvas.stage.visible.place_of("Nord"))
        at = canvas.stage.view.to_screen(handle.right() - 3, handle.center().y()).toPoint()
        with qtbot.waitSignal(canvas.fold_changed) as told:
            qtbot.mouseClick(canvas, LEFT, pos=at)
        assert told.args == ["Nord", expected]


def test_dragging_the_ground_pushes_the_picture(canvas: Canvas) -> None:
    before = canvas.stage.view.to_screen(0, 0)
    drag(canvas, QPoint(600, 790), QPoint(640, 740))
    after = canvas.stage.view.to_screen(0, 0)
    assert (after - before) == QPointF(40, -50)


@pytest.mark.parametrize("by", [120, -120])
def test_the_wheel_with_control_zooms_around_the_cursor(canvas: Canvas, spot: Spot, by: int) -> None:
    canvas.zoom_to(Detail.NEAR)
    at = spot("Sundhed")
    before, zoom = canvas.stage.view.to_layout(QPointF(at)), canvas.stage.view.zoom
    turn_wheel(canvas, at, by, CONTROL)
    after = canvas.stage.view.to_layout(QPointF(at))
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()))
    assert (canvas.stage.view.zoom > zoom) == (by > 0)


def test_the_wheel_alone_pushes(canvas: Canvas) -> None:
    before = canvas.stage.view.to_screen(0, 0)
    turn_wheel(canvas, QPoint(300, 300), -60, Qt.KeyboardModifier.NoModifier)
    assert canvas.stage.view.to_screen(0, 0).y() == pytest.approx(before.y() - 60)


def test_a_double_click_asks_for_a_new_name(canvas: Canvas, spot: Spot, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.rename_requested) as told:
        qtbot.mouseDClick(canvas, LEFT, pos=spot("Syd"))
    assert told.args == ["Syd"]


def test_a_right_click_chooses_the_unit_for_its_menu(canvas: Canvas, spot: Spot, qtbot: QtBot) -> None:
    qtbot.mouseClick(canvas, RIGHT, pos=spot("Akut"))
    assert canvas.selection == ("Akut",)


def test_the_unit_under_the_cursor_is_known(canvas: Canvas, spot: Spot) -> None:
    QTest.mouseMove(canvas, spot("Akut"))
    assert canvas.desk.hovered == "Akut"


def test_near_the_border_the_picture_comes_to_meet_the_hand() -> None:
    size = QSizeF(400, 300)
    assert border_push(QPointF(200, 150), size) == (0, 0)
    assert border_push(QPointF(5, 150), size)[0] > 0
    assert border_push(QPointF(200, 295), size)[1] < 0
