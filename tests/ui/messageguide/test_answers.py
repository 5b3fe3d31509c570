"""The answers as large buttons."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sorstudio.ui.messageguide.answers import AnswerGrid, Option
from sorstudio.ui.theme import Look, Mode, Theme


@pytest.fixture
def grid(look: Look, qtbot: QtBot) -> AnswerGrid:
    grid = AnswerGrid(look.theme)
    qtbot.addWidget(grid)
    grid.resize(600, 300)
    grid.offer(options(8))
    grid.show()
    qtbot.waitExposed(grid)
    return grid


def options(count: int, words: str = "Svar") -> Sequence[Option]:
    return [Option(f"svar-{at}", f"{words} {at}") for at in range(count)]


def tops(grid: AnswerGrid) -> int:
    return len({one.y() for one in grid.buttons})


def test_there_are_as_many_columns_as_there_is_room_for(grid: AnswerGrid, qtbot: QtBot) -> None:
    assert tops(grid) == 4
    grid.resize(300, 600)
    qtbot.waitUntil(lambda: tops(grid) == 8)


def test_a_few_stand_below_each_other(grid: AnswerGrid, qtbot: QtBot) -> None:
    grid.offer(options(3))
    qtbot.waitUntil(lambda: tops(grid) == 3)


def test_arrows_go_across_and_down_and_stop_at_the_end(grid: AnswerGrid, qtbot: QtBot) -> None:
    grid.focus_first()
    qtbot.keyClick(grid.buttons[0], Qt.Key.Key_Down)
    assert grid.buttons[2].hasFocus()
    qtbot.keyClick(grid.buttons[2], Qt.Key.Key_Right)
    assert grid.buttons[3].hasFocus()
    for at in (3, 5):
        qtbot.keyClick(grid.buttons[at], Qt.Key.Key_Down)
    qtbot.keyClick(grid.buttons[7], Qt.Key.Key_Down)
    assert grid.buttons[7].hasFocus()


def test_long_words_wrap_and_are_never_cut(grid: AnswerGrid) -> None:
    long = grid.buttons[0]
    narrow, wide = (long.heightForWidth(width) for width in (90, 500))
    assert narrow >= wide
    grid.offer([Option("a", "Forløbskoordinering " * 6), *options(7)])
    assert grid.buttons[0].heightForWidth(200) > grid.buttons[1].heightForWidth(200)
    assert grid.buttons[0].minimumSizeHint().width() > grid.buttons[1].minimumSizeHint().width()


def test_only_nine_have_a_digit(grid: AnswerGrid, qtbot: QtBot) -> None:
    grid.offer(options(12))
    with qtbot.assertNotEmitted(grid.given):
        grid.give(12)
    with qtbot.waitSignal(grid.given) as told:
        grid.give(11)
    assert told.args == ["svar-11"]


@pytest.mark.parametrize("mode", list(Mode))
def test_the_focus_can_be_seen(grid: AnswerGrid, mode: Mode) -> None:
    grid.set_theme(Theme(mode))
    QApplication.processEvents()
    button = grid.buttons[0]
    grid.buttons[1].setFocus()
    before = button.grab().toImage()
    grid.focus_first()
    assert button.grab().toImage() != before
