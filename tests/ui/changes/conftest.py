"""A changes pane on the screen that is not there."""

import pytest
from pytestqt.qtbot import QtBot

from sorstudio.ui.changes.pane import ChangesPane
from sorstudio.ui.editor import Editor
from sorstudio.ui.theme import Look


@pytest.fixture
def changes(editor: Editor, look: Look, qtbot: QtBot) -> ChangesPane:
    pane = ChangesPane(editor, look.theme)
    qtbot.addWidget(pane)
    pane.resize(1200, 300)
    pane.show()
    qtbot.waitExposed(pane)
    return pane
