"""A coverage pane over a municipality with a hole, on the screen that is not there."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sorstudio.ui.coverage.pane import CoveragePane
from sorstudio.ui.editor import Editor
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Language, texts_in
from tests.model.outline import gln
from tests.routing.asking import take_off, town
from tests.rules.findings import with_types


@pytest.fixture
def town_editor(qapp: QApplication) -> Editor:
    """Nobody takes GGOP, and home nursing takes XDIS32, which it does not use."""
    work = with_types(town(), "Hjemmesygeplejen", "<XDIS32")
    take_off(work, "Genoptræningen", "GGOP")
    return Editor(work, texts_in(Language.DANISH))


@pytest.fixture
def pane(town_editor: Editor, look: Look, qtbot: QtBot) -> CoveragePane:
    made = CoveragePane(town_editor, look.theme)
    qtbot.addWidget(made)
    made.resize(1280, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def place(pane: CoveragePane, area: str, type_: str) -> tuple[int, int]:
    """Where a cell stands."""
    cells = pane.table.cells
    assert cells.found is not None
    row = next(at for at, one in enumerate(cells.rows) if one.area == area)
    return row, next(at for at, one in enumerate(cells.found.columns) if type_ in one.types)


TRAINING = gln(3)
