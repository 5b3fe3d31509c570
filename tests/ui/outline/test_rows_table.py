"""A table that asks only for the rows in sight."""

from PySide6.QtCore import QAbstractTableModel, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView
from pytestqt.qtbot import QtBot

from sorstudio.ui.outline.flat import NOWHERE, Index
from sorstudio.ui.outline.rows_table import RowsTable

ROWS = 100_000


class Asked(QAbstractTableModel):
    """Notes which rows anybody asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: set[int] = set()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else ROWS

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = 0) -> object:
        self.rows.add(index.row())
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        self.rows.add(index.row())
        return super().flags(index)


class Table(RowsTable):
    def __init__(self) -> None:
        super().__init__()
        self.painted: set[int] = set()
        self.setModel(Asked())
        self.set_header(QHeaderView(Qt.Orientation.Horizontal, self), 0)
        self.verticalHeader().setDefaultSectionSize(20)

    def paint_row(self, painter: QPainter, row: int, area: QRect) -> None:
        assert area.width() == self.viewport().width()
        self.painted.add(row)


def shown(qtbot: QtBot) -> tuple[Table, Asked]:
    table = Table()
    qtbot.addWidget(table)
    table.resize(300, 300)
    table.show()
    qtbot.waitExposed(table)
    model = table.model()
    assert isinstance(model, Asked)
    return table, model


def test_rows_out_of_sight_are_neither_asked_for_nor_painted(qtbot: QtBot) -> None:
    table, model = shown(qtbot)
    model.beginResetModel()
    model.endResetModel()
    table.grab()
    assert 10 < len(table.painted) < 20
    assert len(model.rows) < 20


def test_home_and_end_go_to_the_first_and_last_row(qtbot: QtBot) -> None:
    table, _ = shown(qtbot)
    table.setCurrentIndex(table.model().index(7, 0))
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.currentIndex().row() == ROWS - 1
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.currentIndex().row() == 0


def test_the_first_column_takes_the_room_that_is_left(qtbot: QtBot) -> None:
    table, _ = shown(qtbot)
    assert sum(table.columnWidth(column) for column in (0, 1)) == table.viewport().width()
