"""A question put where the act is made."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.ui.asking.bar import AskBar, Question
from sorstudio.ui.editor import Editor
from sorstudio.ui.theme import Theme
from tests.model.outline import key


@pytest.fixture
def bar(editor: Editor, theme: Theme, qtbot: QtBot) -> AskBar:
    bar = AskBar(editor, theme)
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def field(bar: AskBar, editor: Editor) -> QLineEdit:
    field = QLineEdit()
    unit = key(editor.plan, "Åkanden")
    bar.ask(Question("Nyt navn", "Omdøb", lambda: [partial(units.rename, unit=unit, name=field.text())], field))
    return field


def test_enter_in_the_field_answers(bar: AskBar, field: QLineEdit, editor: Editor, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "Aaen")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert key(editor.plan, "Aaen")
    assert bar.isHidden()


def test_a_refusal_stays_beside_the_field(bar: AskBar, field: QLineEdit, editor: Editor, qtbot: QtBot) -> None:
    bar.yes.click()
    assert bar.problem.text()
    assert not bar.isHidden()
    assert editor.plan.head is None


def test_escape_asks_no_more(bar: AskBar, field: QLineEdit, editor: Editor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_the_button_carries_the_verb(bar: AskBar, field: QLineEdit) -> None:
    assert (bar.words.text(), bar.yes.text()) == ("Nyt navn", "Omdøb")
