"""A quality pane on the screen that is not there."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.quality.pane import QualityPane
from sorstudio.ui.theme import Look


@pytest.fixture
def pane(editor: Editor, look: Look, qtbot: QtBot) -> Iterator[QualityPane]:
    pane = QualityPane(editor, look.theme)
    qtbot.addWidget(pane)
    pane.resize(1300, 300)
    pane.show()
    qtbot.waitExposed(pane)
    qtbot.waitUntil(lambda: pane.quality is not None and bool(pane.points))
    yield pane
    pane.close_plan()
