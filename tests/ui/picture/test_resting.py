"""Resting with something in the hand."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.picture.resting import RESTS_AFTER_MS, Resting
from tests.ui.picture.test_gestures import LEFT, hold_and_move


def test_resting_on_a_folded_unit_unfolds_it(canvas: Canvas, spot: Callable[[str], QPoint], qtbot: QtBot) -> None:
    canvas.set_folded(frozenset({"Nord"}))
    hold_and_move(canvas, spot("PPR"), spot("Nord"))
    qtbot.waitUntil(lambda: "Nord" not in canvas.stage.folded, timeout=RESTS_AFTER_MS * 4)
    assert canvas.hand is not None
    assert canvas.hand.target == "Nord"
    QTest.mouseRelease(canvas, LEFT, pos=spot("Nord"))


def test_passing_over_a_folded_unit_leaves_it(canvas: Canvas, spot: Callable[[str], QPoint], qtbot: QtBot) -> None:
    canvas.set_folded(frozenset({"Nord"}))
    hold_and_move(canvas, spot("PPR"), spot("Nord"))
    QTest.mouseMove(canvas, QPoint(600, 790))
    qtbot.wait(RESTS_AFTER_MS + 100)
    assert "Nord" in canvas.stage.folded
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(600, 790))


def test_it_waits_once_for_each_unit(qtbot: QtBot) -> None:
    unfolded: list[str] = []
    parent = QObject()
    resting = Resting(parent, unfolded.append)
    resting.watch("Nord")
    resting.watch("Syd")
    qtbot.wait(RESTS_AFTER_MS + 100)
    assert unfolded == ["Syd"]
