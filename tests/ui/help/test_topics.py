"""F1 opens the guide where it is about what has the focus."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.model.plan import Plan
from sorstudio.ui.help.guide import Topic
from sorstudio.ui.help.topics import topic_of
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue
from tests.ui.window_kit import open_window, work


@pytest.fixture
def window(tmp_path: Path, look: Look, tongue: Tongue, small: Plan, qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window(tmp_path, look, tongue, small) as window:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        yield window


def test_f1_in_the_outline_opens_its_chapter_and_f1_in_the_guide_goes_back(window: MainWindow, qtbot: QtBot) -> None:
    view = work(window).outline.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_F1)
    assert window.guide.here() == Topic.TREE
    qtbot.keyClick(window.guide.page, Qt.Key.Key_F1)
    assert window.guide.isHidden()
    assert view.hasFocus()


def test_f1_in_the_filter_is_about_the_tree_too(window: MainWindow, qtbot: QtBot) -> None:
    work(window).outline.filter.setFocus()
    qtbot.keyClick(work(window).outline.filter, Qt.Key.Key_F1)
    assert window.guide.here() == Topic.TREE


def test_each_pane_has_its_topic(window: MainWindow) -> None:
    space = work(window)
    assert topic_of(space, space.findings) is Topic.FINDINGS
    assert topic_of(space, space.panes[2]) is Topic.HISTORY
    assert topic_of(space, space.offers) is Topic.OFFERS
    assert topic_of(space, space.receiving.asker) is Topic.RECEIVERS
    assert topic_of(space, space.canvas) is Topic.WINDOW
    assert topic_of(None, None) is Topic.START


def test_the_mouse_puts_the_guide_away(window: MainWindow, qtbot: QtBot) -> None:
    window.show_help(Topic.KEYS)
    qtbot.mouseClick(window.guide.away, Qt.MouseButton.LeftButton)
    assert window.guide.isHidden()
