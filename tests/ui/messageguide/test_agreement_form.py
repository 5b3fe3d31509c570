"""The form of a local agreement."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.messageguide.agreement_form import AgreementForm
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue


@pytest.fixture
def form(editor: Editor, look: Look, tongue: Tongue, qtbot: QtBot) -> AgreementForm:
    form = AgreementForm(editor, look.theme)
    qtbot.addWidget(form)
    form.show()
    qtbot.waitExposed(form)
    form.ask(None, area="hjemmesygepleje", message="FDIS91")
    return form


def test_a_new_agreement_is_kept_as_it_was_written(form: AgreementForm, editor: Editor, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.words, "Sygeplejen svarer på sår")
    qtbot.keyClicks(form.topic, "sår")
    form.category.picked.emit("nursing")
    form.days.setValue(2)
    with qtbot.waitSignal(form.closed):
        qtbot.keyClick(form.words, Qt.Key.Key_Return)
    (kept,) = editor.plan.state().agreements()
    told = (kept.text, kept.area, kept.message, kept.topic, kept.category, kept.answer_days)
    assert told == ("Sygeplejen svarer på sår", "hjemmesygepleje", "FDIS91", "sår", "nursing", 2)


def test_without_words_it_says_why_and_stays(form: AgreementForm, editor: Editor, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.closed):
        qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert form.error.isVisible()
    assert form.error.text()
    assert not editor.plan.state().agreements()


def test_escape_leaves_it(form: AgreementForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.closed):
        qtbot.keyClick(form.words, Qt.Key.Key_Escape)
