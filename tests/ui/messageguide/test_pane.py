"""The guide under real fingers: answer, go back, read the advice, go on to the receiver."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sorstudio.model.edits.agreeing import keep_agreement
from sorstudio.routing.question import Question, Sender
from sorstudio.ui.editor import Editor
from sorstudio.ui.messageguide.pane import GuidePane
from sorstudio.ui.translate import Language, Tongue

LEFT = Qt.MouseButton.LeftButton


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def to_advice(pane: GuidePane) -> None:
    """A hospital refers to prevention."""
    press(Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_1)


def test_digits_lead_to_the_advice(pane: GuidePane) -> None:
    assert pane.question.text() == "Hvem sender?"
    to_advice(pane)
    assert pane.advice is not None
    assert pane.view.type.text().startswith("XREF15")
    assert not pane.question.isVisible()
    assert "FDIS91" in pane.against.never.sentences[0][0]


def test_arrows_and_enter_answer_too(pane: GuidePane) -> None:
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert pane.answers == {"sender": "hospital"}
    assert pane.grid.buttons[0].hasFocus()


def test_a_click_answers(pane: GuidePane, qtbot: QtBot) -> None:
    qtbot.mouseClick(pane.grid.buttons[2], LEFT)
    assert pane.answers == {"sender": "municipality"}


def test_backspace_goes_a_step_back(pane: GuidePane) -> None:
    press(Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_Backspace)
    assert pane.answers == {"sender": "hospital"}
    press(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert pane.answers == {}


def test_a_step_of_the_trail_leads_back_to_its_question(pane: GuidePane, qtbot: QtBot) -> None:
    to_advice(pane)
    assert [one.text() for one in pane.trail.steps][:2] == ["Sygehus", "Nej"]
    qtbot.mouseClick(pane.trail.steps[1], LEFT)
    assert pane.answers == {"sender": "hospital"}
    assert pane.question.isVisible()


def test_a_digit_without_an_answer_does_nothing(pane: GuidePane) -> None:
    press(Qt.Key.Key_9)
    assert pane.answers == {}


def test_the_receiver_is_asked_for_with_what_was_found(pane: GuidePane, qtbot: QtBot) -> None:
    to_advice(pane)
    with qtbot.waitSignal(pane.ask_wanted) as asked:
        qtbot.mouseClick(pane.view.ask_button, LEFT)
    assert asked.args == [Question("forebyggelse", message="XREF15", sender=Sender.HOSPITAL)]


def test_where_a_municipality_sends_no_area_of_it_is_asked_for(pane: GuidePane) -> None:
    press(Qt.Key.Key_3, Qt.Key.Key_1)
    assert pane.advice is not None
    assert not pane.view.ask_button.isVisible()
    assert pane.view.again_button.hasFocus()


def test_a_local_topic_word_stands_for_its_category(pane: GuidePane, editor: Editor, qtbot: QtBot) -> None:
    editor.do(partial(keep_agreement, text="Sår", area="hjemmesygepleje", topic="sår", category="nursing"))
    press(Qt.Key.Key_1, Qt.Key.Key_2)
    pane.answer("other")
    qtbot.mouseClick(pane.grid.buttons[-1], LEFT)
    assert pane.advice is not None
    assert pane.advice.category is not None
    assert pane.advice.category.key == "nursing"
    assert [one.text for one in pane.advice.agreements] == ["Sår"]
    press(Qt.Key.Key_Backspace)
    assert pane.answers == {"sender": "gp", "urgent": "no", "about": "other"}


def test_another_language_changes_question_and_trail(pane: GuidePane, tongue: Tongue, editor: Editor) -> None:
    press(Qt.Key.Key_2)
    tongue.speak(Language.ENGLISH)
    editor.retext(tongue.texts())
    QApplication.processEvents()
    assert pane.trail.steps[0].text() == "A hospital"
    assert pane.trail_caption.text() == "Answered so far"


def test_behind_another_pane_nothing_is_looked_at(pane: GuidePane, editor: Editor) -> None:
    press(Qt.Key.Key_2)
    pane.hide()
    pane.answers = {}
    editor.do(partial(keep_agreement, text="Ring først"))
    QApplication.processEvents()
    assert len(pane.trail.steps) == 1
    pane.show()
    assert pane.trail.steps == []
