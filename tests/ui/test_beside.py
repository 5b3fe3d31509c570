"""The guide beside the work, or over it."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sorstudio.ui.beside import ROOMY, Beside
from sorstudio.ui.theme import Mode, Theme


@pytest.fixture
def beside(qtbot: QtBot, theme: Theme) -> tuple[Beside, QWidget, QWidget]:
    main, side = QWidget(), QWidget()
    side.setMaximumWidth(392)
    side.hide()
    made = Beside(main, side, theme)
    qtbot.addWidget(made)
    made.resize(1600, 900)
    made.show()
    return made, main, side


Three = tuple[Beside, QWidget, QWidget]


def test_put_away_the_work_has_the_whole_window(beside: Three, qtbot: QtBot) -> None:
    _, main, side = beside
    assert main.width() == 1600
    side.show()
    side.hide()
    qtbot.waitUntil(lambda: main.width() == 1600)


def test_with_room_they_share_the_window(beside: Three, qtbot: QtBot) -> None:
    _, main, side = beside
    side.show()
    qtbot.waitUntil(lambda: main.width() == 1600 - 392)
    assert side.geometry().left() == main.geometry().right() + 1
    assert side.height() == main.height()


def test_without_room_the_side_lies_over_the_work_and_the_window_need_not_grow(beside: Three, qtbot: QtBot) -> None:
    made, main, side = beside
    made.resize(ROOMY - 1, 800)
    side.show()
    qtbot.waitUntil(lambda: main.width() == ROOMY - 1)
    assert made.covers()
    assert side.geometry().right() == main.geometry().right()
    assert made.minimumSizeHint().width() <= 1


def test_larger_text_needs_more_room(beside: Three, qtbot: QtBot) -> None:
    made, main, side = beside
    side.show()
    made.set_theme(Theme(Mode.LIGHT, 2.0))
    qtbot.waitUntil(lambda: main.width() == 1600)
    assert made.covers()


def test_the_side_never_covers_everything(beside: Three, qtbot: QtBot) -> None:
    made, _, side = beside
    side.setMaximumWidth(980)
    made.resize(900, 600)
    side.show()
    qtbot.waitUntil(lambda: side.width() == 600)
