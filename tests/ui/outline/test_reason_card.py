"""The card that says why not."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sorstudio.ui.outline.reason_card import ReasonCard
from sorstudio.ui.theme import Theme


def test_it_stays_inside_however_far_out_it_is_asked_for(qtbot: QtBot, theme: Theme) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(300, 200)
    card = ReasonCard(theme, room)
    card.show_at("Åkanden lukkes 1. januar 2027 og kan ikke få nye enheder.", QPoint(290, 195))
    assert room.rect().contains(card.geometry())


def test_long_reasons_take_several_lines(qtbot: QtBot, theme: Theme) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(300, 200)
    card = ReasonCard(theme, room)
    card.show_at("Nej.", QPoint(0, 0))
    short = card.height()
    card.show_at("Det kan ikke være, " * 8, QPoint(0, 0))
    assert card.height() > short


def test_put_away_it_says_nothing(qtbot: QtBot, theme: Theme) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    card = ReasonCard(theme, room)
    card.show_at("Nej.", QPoint(0, 0))
    card.put_away()
    assert not card.words
    assert card.isHidden()
