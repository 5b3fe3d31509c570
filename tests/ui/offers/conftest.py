"""An offers board on the screen that is not there."""

import pytest
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.offers.board import OffersBoard
from sorstudio.ui.theme import Look


@pytest.fixture
def offers_board(editor: Editor, look: Look, qtbot: QtBot) -> OffersBoard:
    made = OffersBoard(editor, look.theme)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    qtbot.waitExposed(made)
    return made
