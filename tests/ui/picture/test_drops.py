"""Offers and units that come from other panes."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sorstudio.ui.picture import mime
from sorstudio.ui.picture.canvas import Canvas

ANY = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
Spot = Callable[[str], QPoint]


def enter(canvas: Canvas, data: QMimeData, at: QPoint) -> QDragEnterEvent:
    event = QDragEnterEvent(at, ANY, data, LEFT, PLAIN)
    event.ignore()
    QApplication.sendEvent(canvas, event)
    return event


def move(canvas: Canvas, data: QMimeData, at: QPoint) -> QDragMoveEvent:
    event = QDragMoveEvent(at, ANY, data, LEFT, PLAIN)
    QApplication.sendEvent(canvas, event)
    return event


def drop(canvas: Canvas, data: QMimeData, at: QPoint) -> QDropEvent:
    event = QDropEvent(QPointF(at), ANY, data, LEFT, PLAIN)
    QApplication.sendEvent(canvas, event)
    return event


def test_an_offer_is_dropped_on_a_unit(canvas: Canvas, spot: Spot, qtbot: QtBot) -> None:
    offer = mime.pack(mime.OFFERS, ["forloeb-kol"])
    assert enter(canvas, offer, QPoint(5, 5)).isAccepted()
    assert move(canvas, offer, spot("Nord")).isAccepted()
    with qtbot.waitSignal(canvas.offer_dropped) as told:
        assert drop(canvas, offer, spot("Nord")).isAccepted()
    assert told.args == [("forloeb-kol",), "Nord"]


def test_an_offer_that_does_not_fit_is_told_why(canvas: Canvas, spot: Spot, qtbot: QtBot) -> None:
    offer = mime.pack(mime.OFFERS, ["forloeb-kol"])
    enter(canvas, offer, QPoint(5, 5))
    assert not move(canvas, offer, spot("Syd")).isAccepted()
    assert canvas.hand is not None
    assert canvas.hand.reason == "Tilbuddet hører til i Nord."
    with qtbot.assertNotEmitted(canvas.offer_dropped):
        assert not drop(canvas, offer, spot("Syd")).isAccepted()


def test_units_from_the_outline_are_moved(canvas: Canvas, spot: Spot, qtbot: QtBot) -> None:
    units = mime.pack(mime.UNITS, ["Team Lind", "Team Birk"])
    enter(canvas, units, QPoint(5, 5))
    assert move(canvas, units, spot("Syd")).dropAction() is Qt.DropAction.MoveAction
    with qtbot.waitSignal(canvas.dropped) as told:
        drop(canvas, units, spot("Syd"))
    assert told.args == [("Team Lind", "Team Birk"), "Syd"]


def test_beside_the_tree_nothing_is_taken(canvas: Canvas) -> None:
    units = mime.pack(mime.UNITS, ["Team Lind"])
    enter(canvas, units, QPoint(5, 5))
    assert not move(canvas, units, QPoint(600, 790)).isAccepted()


def test_what_is_not_ours_is_not_let_in(canvas: Canvas) -> None:
    text = QMimeData()
    text.setText("anything")
    assert not enter(canvas, text, QPoint(5, 5)).isAccepted()
    assert canvas.hand is None


def test_leaving_the_canvas_forgets_the_drag(canvas: Canvas) -> None:
    enter(canvas, mime.pack(mime.OFFERS, ["a"]), QPoint(5, 5))
    QApplication.sendEvent(canvas, QDragLeaveEvent())
    assert canvas.hand is None
