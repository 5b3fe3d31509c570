"""Answering a line: by mouse and by keys; a refusal without its reason cannot be noted."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.model.records import Reply
from sorstudio.ui.requests.answering import AnswerForm
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue


@pytest.fixture
def form(look: Look, tongue: Tongue, qtbot: QtBot) -> AnswerForm:
    made = AnswerForm(look.theme)
    qtbot.addWidget(made)
    made.resize(420, 260)
    made.ask("Omdøb Åkanden", None, "")
    qtbot.waitExposed(made)
    return made


def test_enter_notes_that_it_is_done(form: AnswerForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.answered) as told:
        qtbot.keyClick(form.choices[Reply.DONE], Qt.Key.Key_Return)
    assert told.args == [Reply.DONE, ""]


def test_a_refusal_waits_for_its_reason(form: AnswerForm, qtbot: QtBot) -> None:
    qtbot.mouseClick(form.choices[Reply.REFUSED], Qt.MouseButton.LeftButton)
    assert not form.save.isEnabled()
    with qtbot.assertNotEmitted(form.answered):
        qtbot.keyClick(form.reason.line, Qt.Key.Key_Return)
    qtbot.keyClicks(form.reason.line, "Navnet er optaget")
    with qtbot.waitSignal(form.answered) as told:
        qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert told.args == [Reply.REFUSED, "Navnet er optaget"]


def test_what_was_answered_before_is_where_it_begins_and_can_be_withdrawn(form: AnswerForm, qtbot: QtBot) -> None:
    assert not form.none.isVisibleTo(form)
    form.ask("Omdøb Åkanden", Reply.DIFFERENT, "Hedder Åkanden Syd")
    assert (form.reply(), form.reason.value()) == (Reply.DIFFERENT, "Hedder Åkanden Syd")
    with qtbot.waitSignal(form.withdrawn):
        qtbot.mouseClick(form.none, Qt.MouseButton.LeftButton)


def test_escape_puts_it_away(form: AnswerForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.closed), qtbot.assertNotEmitted(form.answered):
        qtbot.keyClick(form.choices[Reply.DONE], Qt.Key.Key_Escape)
    assert not form.isVisible()
