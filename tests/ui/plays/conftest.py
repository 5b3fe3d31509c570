"""The plays on a small municipality."""

import pytest
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.plays.pane import PlaysPane
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue


@pytest.fixture
def pane(editor: Editor, look: Look, tongue: Tongue, qtbot: QtBot) -> PlaysPane:
    pane = PlaysPane(editor, look.theme)
    qtbot.addWidget(pane)
    pane.resize(1280, 460)
    pane.show()
    qtbot.waitExposed(pane)
    return pane
