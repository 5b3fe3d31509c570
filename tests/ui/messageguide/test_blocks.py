"""A caption with its sentences."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sorstudio.ui.messageguide.blocks import Block
from sorstudio.ui.theme import Look


def test_without_sentences_it_takes_no_room(look: Look, qtbot: QtBot) -> None:
    block = Block(look.theme)
    qtbot.addWidget(block)
    block.say("Husk", [("", "Skriv navn"), ("DIS91", "Den er ældre")])
    assert [one.text() for one in block.findChildren(QLabel)] == ["Husk", "Skriv navn", "DIS91", "Den er ældre"]
    assert not block.isHidden()
    block.say("Husk", [])
    assert block.isHidden()
