"""The question as it is typed and chosen."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sorstudio.routing.question import Question, Sender
from sorstudio.ui.editor import Editor
from sorstudio.ui.routes.question_form import QuestionForm
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Tongue


@pytest.fixture
def form(editor: Editor, theme: Theme, tongue: Tongue, qtbot: QtBot) -> QuestionForm:
    form = QuestionForm(editor, theme)
    qtbot.addWidget(form)
    form.show()
    qtbot.waitExposed(form)
    return form


def test_nothing_chosen_is_no_question(form: QuestionForm) -> None:
    assert form.question() is None
    assert form.about.text() == "Vælg område eller tilbud"


def test_an_area_is_found_by_typing(form: QuestionForm, qtbot: QtBot) -> None:
    form.about.setFocus()
    qtbot.keyClick(form.about, Qt.Key.Key_Down)
    assert form.about.popup is not None
    with qtbot.waitSignal(form.changed):
        QTest.keyClicks(form.about.popup.field, "genoptræning og")
        qtbot.keyClick(form.about.popup.field, Qt.Key.Key_Return)
    assert form.question() == Question(area="traening", sender=Sender.GP)
    assert form.subject_words() == "Genoptræning og træning"


def test_a_message_alone_is_a_question(form: QuestionForm, qtbot: QtBot) -> None:
    qtbot.mouseClick(form.letter, Qt.MouseButton.LeftButton)
    assert form.letter.popup is not None
    QTest.keyClicks(form.letter.popup.field, "GGOP")
    qtbot.keyClick(form.letter.popup.field, Qt.Key.Key_Return)
    assert form.question() == Question(message="GGOP", sender=Sender.GP)


def test_a_day_is_asked_about_only_when_it_is_wanted(form: QuestionForm, qtbot: QtBot) -> None:
    form.ask_about(area="traening")
    assert form.question() == Question(area="traening", sender=Sender.GP)
    qtbot.mouseClick(form.on_day, Qt.MouseButton.LeftButton)
    form.day.setDate(QDate(2027, 1, 15))
    asked = form.question()
    assert asked is not None
    assert asked.day == date(2027, 1, 15)


def test_who_sends_is_told_in_own_words_or_by_kind(form: QuestionForm, qtbot: QtBot) -> None:
    assert form.who_sends() == "Almen praksis"
    with qtbot.waitSignal(form.changed):
        QTest.keyClicks(form.who, "en afdeling i Hvidovre")
    assert form.who_sends() == "en afdeling i Hvidovre"


def test_a_question_of_another_pane_is_taken_over_whole(form: QuestionForm, qtbot: QtBot) -> None:
    QTest.keyClicks(form.who, "en afdeling i Hvidovre")
    asked = Question(area="traening", message="GGOP", sender=Sender.HOSPITAL, day=date(2027, 1, 15))
    with qtbot.waitSignal(form.changed):
        form.ask(asked)
    assert form.question() == asked
    assert form.who_sends() == "Sygehus"
    form.ask(Question(offer="KOL"))
    assert form.question() == Question(offer="KOL", sender=Sender.HOSPITAL)
