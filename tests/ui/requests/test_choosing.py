"""A question with answers: nothing is chosen before somebody does, and a choice is told once."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.ui.requests.choosing import Answering, ChoiceCard
from sorstudio.ui.theme import Look, Mode, Theme

ANSWERS = (
    Answering("900", "Team Eg (900)", "91 %: samme navn, samme overordnede"),
    Answering("901", "Team Egen (901)", "74 %: samme overordnede"),
    Answering("", "Ingen af dem"),
)


@pytest.fixture
def card(look: Look, qtbot: QtBot) -> ChoiceCard:
    made = ChoiceCard(look.theme)
    qtbot.addWidget(made)
    made.resize(400, 260)
    made.ask("Hvilken af dem er Team Eg?", "", ANSWERS, "?")
    qtbot.waitExposed(made)
    return made


def test_asking_chooses_nothing(card: ChoiceCard) -> None:
    assert [one.isChecked() for one in card.choices.values()] == [False, False, False]


def test_a_click_chooses(card: ChoiceCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.chosen) as told:
        qtbot.mouseClick(card.choices["901"], Qt.MouseButton.LeftButton)
    assert told.args == ["901"]


def test_the_space_bar_chooses_none_of_them(card: ChoiceCard, qtbot: QtBot) -> None:
    card.choices[""].setFocus()
    with qtbot.waitSignal(card.chosen) as told:
        qtbot.keyClick(card.choices[""], Qt.Key.Key_Space)
    assert told.args == [""]


def test_what_speaks_for_an_answer_is_heard_too(card: ChoiceCard) -> None:
    assert card.choices["900"].accessibleName() == "Team Eg (900) · 91 %: samme navn, samme overordnede"


def test_another_look_keeps_what_was_chosen(card: ChoiceCard, qtbot: QtBot) -> None:
    qtbot.mouseClick(card.choices["900"], Qt.MouseButton.LeftButton)
    card.set_theme(Theme(Mode.DARK, 2.0))
    assert [value for value, one in card.choices.items() if one.isChecked()] == ["900"]


def test_where_nothing_can_be_written_nothing_can_be_chosen(card: ChoiceCard, qtbot: QtBot) -> None:
    card.ask("Hvilken?", "", ANSWERS, "", can_choose=False)
    with qtbot.assertNotEmitted(card.chosen):
        qtbot.mouseClick(card.choices["901"], Qt.MouseButton.LeftButton)
