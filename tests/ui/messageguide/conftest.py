"""The message guide on a small municipality."""

import pytest
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.messageguide.pane import GuidePane
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue


@pytest.fixture
def pane(editor: Editor, look: Look, tongue: Tongue, qtbot: QtBot) -> GuidePane:
    pane = GuidePane(editor, look.theme)
    qtbot.addWidget(pane)
    pane.resize(1280, 460)
    pane.show()
    qtbot.waitExposed(pane)
    pane.grid.focus_first()
    return pane
