"""What the matrices share: measures that follow the text size, and both headers in view."""

from PySide6.QtGui import QStandardItemModel
from pytestqt.qtbot import QtBot

from sorstudio.ui.grid import Grid
from sorstudio.ui.theme import Mode, Theme


def test_the_measures_follow_the_text_size(qtbot: QtBot) -> None:
    grid = Grid(Theme(Mode.LIGHT), 60, 200, 30)
    qtbot.addWidget(grid)
    grid.setModel(QStandardItemModel(3, 3, grid))
    small = grid.cell_size()
    assert (grid.columnWidth(0), grid.rowHeight(0)) == (small.width(), small.height())
    grid.set_theme(Theme(Mode.LIGHT, 2.0))
    assert grid.cell_size() == 2 * small
    assert grid.verticalHeader().width() == 400
    assert grid.horizontalHeader().height() == 60
