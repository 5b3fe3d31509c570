"""The guide beside the work."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.ui.help.guide import Topic
from sorstudio.ui.help.pane import HelpPane
from sorstudio.ui.theme import Mode, Theme
from sorstudio.ui.translate import Tongue


@pytest.fixture
def pane(theme: Theme, qtbot: QtBot) -> HelpPane:
    pane = HelpPane(theme)
    qtbot.addWidget(pane)
    pane.resize(460, 600)
    return pane


@pytest.mark.parametrize("topic", [Topic.OFFERS, Topic.HISTORY, Topic.TREE])
def test_it_opens_at_the_heading(pane: HelpPane, topic: Topic) -> None:
    pane.show_heading(topic)
    assert pane.here() == topic


def test_an_unknown_heading_opens_the_beginning(pane: HelpPane) -> None:
    pane.show_heading("Månen")
    assert pane.page.verticalScrollBar().value() == 0
    assert "SOR Studio" in pane.page.toPlainText()


def test_escape_puts_it_away(pane: HelpPane, qtbot: QtBot) -> None:
    pane.show_heading(Topic.KEYS)
    with qtbot.waitSignal(pane.closed):
        qtbot.keyClick(pane.page, Qt.Key.Key_Escape)
    assert pane.isHidden()


def test_another_look_keeps_the_place(pane: HelpPane) -> None:
    pane.show_heading(Topic.HISTORY)
    pane.set_theme(Theme(Mode.DARK, 1.5))
    assert pane.here() == Topic.HISTORY


def test_the_changelog_is_read_in_the_same_place(pane: HelpPane, tongue: Tongue) -> None:
    pane.show_changelog()
    assert pane.title.text() == "Hvad er nyt"
    assert "Unreleased" in pane.page.toPlainText()
    pane.set_theme(Theme(Mode.DARK))
    assert pane.title.text() == "Hvad er nyt"
    pane.show_heading(Topic.KEYS)
    assert pane.title.text() == "Brugervejledning"
