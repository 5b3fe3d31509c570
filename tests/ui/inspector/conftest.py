"""An inspector on the screen that is not there, with home nursing chosen."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.inspector.pane import InspectorPane
from sorstudio.ui.inspector.subject import Subject
from sorstudio.ui.theme import Look
from tests.model.outline import key


@pytest.fixture
def pane(editor: Editor, look: Look, qtbot: QtBot) -> InspectorPane:
    pane = InspectorPane(editor, look.theme)
    qtbot.addWidget(pane)
    pane.resize(320, 2400)
    pane.show()
    qtbot.waitExposed(pane)
    editor.select([key(editor.plan, "Hjemmesygepleje")])
    return pane


@pytest.fixture
def subject(editor: Editor) -> Callable[..., Subject]:
    def made(*names: str) -> Subject:
        return Subject(editor.plan, editor.texts, tuple(key(editor.plan, name) for name in names))

    return made
