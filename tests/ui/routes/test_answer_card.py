"""The card of an answer: the receiver with all that a sender needs, or the reason and what comes nearest."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN
from sorstudio.routing.question import Question, Sender
from sorstudio.routing.route import route
from sorstudio.ui.routes.answer_card import AnswerCard
from sorstudio.ui.routes.asking import Found
from sorstudio.ui.signs import FindingSign
from sorstudio.ui.theme import Look, Mode, Theme
from sorstudio.ui.translate import Language, Tongue, texts_in
from tests.model.outline import gln, key, plan
from tests.routing.asking import directory, place, town
from tests.rules.findings import with_values

PLAN = Question(area="traening", sender=Sender.HOSPITAL)
REFERRAL = Question(offer="rygestop", sender=Sender.GP)
WRONG = Question(area="hjemmesygepleje", message="GGOP", sender=Sender.HOSPITAL)


@pytest.fixture
def card(look: Look, tongue: Tongue, qtbot: QtBot) -> AnswerCard:
    card = AnswerCard(look.theme, is_main=True)
    qtbot.addWidget(card)
    card.say_title("Efter planen")
    card.resize(420, 400)
    card.show()
    qtbot.waitExposed(card)
    return card


def show(card: AnswerCard, work: Plan, asked: Question, changed: str = "") -> Found:
    made = directory(work)
    found = Found(route(made, asked), made)
    card.show_answer(found, texts_in(Language.DANISH), changed=changed)
    return found


def test_a_receiver_is_told_with_path_number_and_message(card: AnswerCard) -> None:
    show(card, town(), PLAN)
    assert card.name.text() == "Genoptræningen"
    assert card.path.text() == "Kommune › Sundhed og Omsorg"
    assert (card.number.gln, card.giver.text()) == (gln(3), "enhedens eget")
    assert card.message.text().startswith("GGOP (")
    assert not card.nearest.isVisible()
    assert not card.phone.isVisible()


def test_an_inherited_number_says_whose_it_is(card: AnswerCard) -> None:
    work = town()
    place(work, "Rygestop", "rygestop")
    show(card, work, REFERRAL)
    assert card.name.text() == "Rygestop"
    assert card.number.is_inherited
    assert card.giver.text() == "nedarvet fra Sundhedscenter"
    assert card.number.accessibleName() == f"{gln(4)}, nedarvet fra Sundhedscenter"


def test_a_reason_is_told_in_words_with_the_way_out(card: AnswerCard, qtbot: QtBot) -> None:
    work = town()
    show(card, work, WRONG)
    assert card.name.text() == "Den meddelelse hører til et andet sted."
    assert (card.sign.words, card.sign.finding) == ("Ingen modtager", FindingSign.WARNING)
    assert not card.copy.isVisible()
    where = card.nearest.visualRect(card.nearest.shown.index(0, 0)).center()
    with qtbot.waitSignal(card.unit_wanted) as told:
        qtbot.mouseClick(card.nearest.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told.args == [key(work, "Genoptræningen")]


def test_what_the_file_is_silent_about_is_not_called_nobody(card: AnswerCard) -> None:
    drawn = plan("Kommune\n  Sundhed\n    Genoptræningen")
    show(card, with_values(drawn, "Genoptræningen", number_state=UNKNOWN), PLAN)
    assert (card.sign.words, card.sign.finding) == ("Kan ikke siges", FindingSign.INFO)
    assert card.name.text().startswith("Registerfilen siger ikke")


def test_the_buttons_carry_number_and_unit(card: AnswerCard, qtbot: QtBot) -> None:
    work = town()
    show(card, work, PLAN)
    with qtbot.waitSignal(card.copy_wanted) as copied:
        qtbot.mouseClick(card.copy, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.unit_wanted) as shown:
        qtbot.mouseClick(card.show_unit, Qt.MouseButton.LeftButton)
    assert (copied.args, shown.args) == ([gln(3)], [key(work, "Genoptræningen")])


def test_what_both_answers_have_is_offered_once(card: AnswerCard) -> None:
    work = town()
    card.leave_out(show(card, work, PLAN))
    assert not card.show_unit.isVisible()
    card.leave_out(show(card, work, WRONG))
    assert not card.nearest.isVisible()


@pytest.mark.parametrize("mode", list(Mode))
def test_a_change_is_marked_in_every_look(card: AnswerCard, mode: Mode) -> None:
    card.set_theme(Theme(mode))
    show(card, town(), PLAN)
    before = card.grab().toImage()
    show(card, town(), PLAN, changed="En anden enhed")
    assert card.sign.accessibleName() == "En anden enhed"
    assert card.grab().toImage() != before
