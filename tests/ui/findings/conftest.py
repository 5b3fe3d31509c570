"""A findings pane on the screen that is not there."""

import pytest
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.findings.pane import FindingsPane
from sorstudio.ui.theme import Look


@pytest.fixture
def findings(editor: Editor, look: Look, qtbot: QtBot) -> FindingsPane:
    pane = FindingsPane(editor, look.theme)
    qtbot.addWidget(pane)
    pane.resize(1000, 600)
    pane.show()
    qtbot.waitExposed(pane)
    qtbot.waitUntil(lambda: bool(pane.findings))
    return pane
