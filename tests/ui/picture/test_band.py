"""The rubber band, by the real mouse."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sorstudio.ui.picture.band import Band, units_within
from sorstudio.ui.picture.canvas import Canvas

LEFT = Qt.MouseButton.LeftButton
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
Spot = Callable[[str], QPoint]


def span(canvas: Canvas, begin: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    QTest.mousePress(canvas, LEFT, modifiers, begin)
    QTest.mouseMove(canvas, (begin + end) / 2)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, LEFT, modifiers, end)


def corners(canvas: Canvas, first: str, last: str) -> tuple[QPoint, QPoint]:
    stage = canvas.stage
    areas = [stage.view.rect(stage.scene.box(stage.visible.place_of(key))) for key in (first, last)]
    return (areas[0].topLeft().toPoint() - QPoint(6, 4), areas[1].center().toPoint())


def test_shift_and_drag_choose_what_is_touched(canvas: Canvas) -> None:
    before = canvas.stage.view
    span(canvas, *corners(canvas, "Team Lind", "Team Eg"), SHIFT)
    assert canvas.selection == ("Team Lind", "Team Birk", "Team Eg")
    assert canvas.stage.view == before


def test_with_control_the_others_stay_chosen(canvas: Canvas) -> None:
    canvas.set_selection(("PPR",))
    span(canvas, *corners(canvas, "Team Lind", "Team Birk"), SHIFT | CONTROL)
    assert canvas.selection == ("PPR", "Team Lind", "Team Birk")


def test_a_click_with_shift_beside_the_tree_lets_nothing_go(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.set_selection(("PPR",))
    qtbot.mouseClick(canvas, LEFT, SHIFT, QPoint(600, 790))
    assert canvas.selection == ("PPR",)


def test_escape_takes_the_band_away(canvas: Canvas) -> None:
    begin, end = corners(canvas, "Team Lind", "Team Eg")
    QTest.mousePress(canvas, LEFT, SHIFT, begin)
    QTest.mouseMove(canvas, end)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, SHIFT, end)
    assert canvas.selection == ()


def test_the_band_is_seen_while_it_is_spanned(canvas: Canvas) -> None:
    band = Band(canvas)
    band.begin(QPoint(100, 100).toPointF())
    band.span(QPoint(40, 130).toPointF())
    assert band.is_spanned
    assert band.end() == QRectF(40, 100, 60, 30)
    assert not band.is_spanned


def test_nothing_is_within_an_empty_corner(canvas: Canvas) -> None:
    assert units_within(canvas.stage, QRectF(0, 0, 3, 3)) == ()
