"""The board of receivers takes the place of the strip, and gives it back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sorstudio.model.plan import Plan
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue
from tests.ui.window_kit import open_window, work


@pytest.fixture
def window(tmp_path: Path, look: Look, tongue: Tongue, small: Plan, qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window(tmp_path, look, tongue, small) as window:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        work(window).outline.view.setFocus()
        yield window


def test_f9_brings_the_board_and_escape_closes_it(window: MainWindow) -> None:
    space = work(window)
    QTest.keySequence(space.outline.view, QKeySequence("F9"))
    assert space.places.below.currentWidget() is space.receivers
    assert space.receivers.tabs.tabText(0) == "Find modtager"
    QTest.keyClick(space.receivers.stack, Qt.Key.Key_Escape)
    assert space.places.below.currentWidget() is space.strip


def test_a_click_on_close_gives_the_strip_its_place_back(window: MainWindow, qtbot: QtBot) -> None:
    space = work(window)
    QTest.keySequence(space.outline.view, QKeySequence("F9"))
    qtbot.mouseClick(space.receivers.close_button, Qt.MouseButton.LeftButton)
    assert space.places.below.currentWidget() is space.strip
