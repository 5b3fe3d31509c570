"""One envelope as a card."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.ui.changes.card import EnvelopeCard
from sorstudio.ui.changes.model import LineRow
from sorstudio.ui.signs import ChangeSign
from sorstudio.ui.theme import Theme

SHORT = LineRow("1", "Omdøb Åkanden.", "fra 1. jan. 2027", ChangeSign.CHANGED)
LONG = LineRow("2", "Flyt Klinik Torvet til Hjemmesygeplejen Syd. " * 3, "", ChangeSign.MOVED)


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> EnvelopeCard:
    card = EnvelopeCard(theme, "MedCom", "meddelelsestyper", "message")
    qtbot.addWidget(card)
    card.resize(260, 300)
    card.show_rows([SHORT, LONG])
    card.show()
    qtbot.waitExposed(card)
    return card


def test_it_counts_its_lines(card: EnvelopeCard) -> None:
    assert card.count.text() == "2"


def test_a_long_sentence_gets_the_lines_it_needs(card: EnvelopeCard) -> None:
    heights = [card.list.visualRect(card.list.lines.index(row, 0)).height() for row in (0, 1)]
    assert heights[1] > heights[0]


def test_click_and_enter_lead_to_the_unit(card: EnvelopeCard, qtbot: QtBot) -> None:
    where = card.list.visualRect(card.list.lines.index(0, 0)).center()
    with qtbot.waitSignal(card.list.wanted) as told:
        qtbot.mouseClick(card.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told.args == ["1"]
    qtbot.keyClick(card.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(card.list.wanted) as told:
        qtbot.keyClick(card.list, Qt.Key.Key_Return)
    assert told.args == ["2"]
