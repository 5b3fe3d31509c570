"""The sender's pane over a small municipality, on the screen that is not there."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.routes.pane import SenderPane
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Language, Tongue, texts_in
from tests.routing.asking import town


@pytest.fixture
def editor(qapp: QApplication) -> Editor:
    return Editor(town(), texts_in(Language.DANISH))


@pytest.fixture
def pane(editor: Editor, look: Look, tongue: Tongue, qtbot: QtBot) -> SenderPane:
    pane = SenderPane(editor, look.theme)
    qtbot.addWidget(pane)
    pane.resize(1300, 420)
    pane.show()
    qtbot.waitExposed(pane)
    return pane
