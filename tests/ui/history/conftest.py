"""A history with a branch, and its pane on the screen that is not there."""

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.ui.editor import Editor
from sorstudio.ui.history.pane import HistoryPane
from sorstudio.ui.theme import Look
from tests.model.outline import key


@pytest.fixture
def branched(editor: Editor) -> Editor:
    """Åkanden is renamed to B, that is taken back, and it is renamed to C and D instead."""
    unit = key(editor.plan, "Åkanden")
    for name in ("A", "B"):
        editor.do(partial(units.rename, unit=unit, name=name))
    editor.undo()
    for name in ("C", "D"):
        editor.do(partial(units.rename, unit=unit, name=name))
    return editor


@pytest.fixture
def history(branched: Editor, look: Look, qtbot: QtBot) -> HistoryPane:
    pane = HistoryPane(branched, look.theme)
    qtbot.addWidget(pane)
    pane.resize(1000, 400)
    pane.show()
    qtbot.waitExposed(pane)
    return pane
