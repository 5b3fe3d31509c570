"""The board of receivers takes the place of the strip, and gives it back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import messages
from sorstudio.model.plan import Plan
from sorstudio.model.records import Direction
from sorstudio.routing.question import Question, Sender
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.picture.route import Route
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue
from sorstudio.ui.workspace import Workspace
from tests.model.outline import key
from tests.ui.window_kit import open_window, work


@pytest.fixture
def window(tmp_path: Path, look: Look, tongue: Tongue, small: Plan, qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window(tmp_path, look, tongue, small) as window:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        work(window).outline.view.setFocus()
        yield window


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def drawn(space: Workspace) -> Route | None:
    return space.canvas.route


def test_f9_brings_the_board_and_escape_closes_it(window: MainWindow) -> None:
    space = work(window)
    QTest.keySequence(space.outline.view, QKeySequence("F9"))
    assert space.places.below.currentWidget() is space.receiving
    assert space.receiving.tabs.tabText(0) == "Find modtager"
    QTest.keyClick(space.receiving.stack, Qt.Key.Key_Escape)
    assert space.places.below.currentWidget() is space.strip


def test_the_keyboard_is_in_the_question_at_once(window: MainWindow) -> None:
    space = work(window)
    QTest.keySequence(space.outline.view, QKeySequence("F9"))
    assert space.receiving.asker.form.isAncestorOf(focused())


def test_shift_f9_fills_the_window_and_escape_brings_it_back(window: MainWindow) -> None:
    space = work(window)
    parts = (space.top, space.outline, space.picture, space.inspector, space.status, space.receiving.tabs)
    QTest.keySequence(space.outline.view, QKeySequence("Shift+F9"))
    assert space.receiving.asker.isVisible()
    assert [one.isVisible() for one in parts] == [False] * len(parts)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert [one.isVisible() for one in parts] == [True] * len(parts)
    assert space.places.below.currentWidget() is space.receiving


def test_f11_and_the_search_lead_out_of_the_full_screen(window: MainWindow) -> None:
    space = work(window)
    for name, seen in (("picture_alone", space.picture), ("search", space.outline), ("offers", space.offers)):
        window.acts.by_name["ask_large"].trigger()
        assert not space.outline.isVisible()
        window.acts.by_name[name].trigger()
        assert seen.isVisible()
        assert not space.receiving.asker.is_large
    window.acts.by_name["search"].trigger()
    assert space.inspector.isVisible()


def test_the_way_is_drawn_and_goes_with_the_board(window: MainWindow) -> None:
    space = work(window)
    unit = key(space.editor.plan, "Hjemmesygepleje")
    space.editor.select([unit])
    window.acts.by_name["ask_unit"].trigger()
    assert space.receiving.asker.form.subject_words() == "Hjemmesygepleje"
    assert drawn(space) is None
    assert space.receiving.asker.planned.sign.words == "Ingen modtager"
    space.editor.do(lambda plan: messages.add_message_type(plan, unit, "FDIS91", None, (Direction.IN,)))
    QTest.qWait(20)
    assert drawn(space) == Route(unit, unit)
    QTest.keyClick(space.receiving.stack, Qt.Key.Key_Escape)
    assert drawn(space) is None


def test_an_offers_menu_asks_for_who_has_it(window: MainWindow) -> None:
    space = work(window)
    window.acts.by_name["offers"].trigger()
    menu = space.offers.menu_for("rygestop")
    next(one for one in menu.actions() if one.text() == "Find modtager").trigger()
    assert space.places.below.currentWidget() is space.receiving
    assert space.receiving.asker.form.subject_words() == "Rygestop"


def test_a_click_on_close_gives_the_strip_its_place_back(window: MainWindow, qtbot: QtBot) -> None:
    space = work(window)
    QTest.keySequence(space.outline.view, QKeySequence("F9"))
    qtbot.mouseClick(space.receiving.close_button, Qt.MouseButton.LeftButton)
    assert space.places.below.currentWidget() is space.strip


def test_the_guide_and_the_plays_ask_who_receives_it(window: MainWindow, qtbot: QtBot) -> None:
    space = work(window)
    board = space.receiving
    window.acts.by_name["message_guide"].trigger()
    assert space.places.below.currentWidget() is board
    for digit in (Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_1):
        QTest.keyClick(board.guide, digit)
    qtbot.mouseClick(board.guide.view.ask_button, Qt.MouseButton.LeftButton)
    assert board.stack.currentWidget() is board.asker
    asked = Question("forebyggelse", message="XREF15", sender=Sender.HOSPITAL)
    assert board.asker.form.question() == asked
    window.acts.by_name["plays"].trigger()
    assert board.plays.isVisible()
    assert board.plays.detail.outcome is not None
    qtbot.mouseClick(board.plays.detail.ask_button, Qt.MouseButton.LeftButton)
    assert board.stack.currentWidget() is board.asker
    assert board.asker.form.question() != asked
