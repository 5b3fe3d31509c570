"""A table of whole rows: no cells, no grid, and only the rows in sight are ever asked for or painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from sorstudio.ui.paint import smooth

_FIRST, _LAST = QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd


class RowsTable(QTableView):
    """Rows of one height. A table, because Qt's tree asks every row, also those out of sight, whenever rows come or go:
    with 100,000 rows and another thread at work that has taken half a minute.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        numbers = self.verticalHeader()
        numbers.hide()
        numbers.setMinimumSectionSize(1)
        numbers.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_header(self, header: QHeaderView, wide: int) -> None:
        """The heads of the columns; the column `wide` takes the room that the others leave."""
        self.setHorizontalHeader(header)
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.show()

    def header(self) -> QHeaderView:
        """The heads of the columns."""
        return self.horizontalHeader()

    def paint_row(self, painter: QPainter, row: int, area: QRect) -> None:
        """One row, as wide as the table."""

    def paintEvent(self, event: QPaintEvent) -> None:
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        painter = QPainter(self.viewport())
        smooth(painter)
        across = self.viewport().width()
        for row in range(first, (last if last >= 0 else self.model().rowCount() - 1) + 1) if first >= 0 else ():
            self.paint_row(painter, row, QRect(0, self.rowViewportPosition(row), across, self.rowHeight(row)))
        painter.end()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and last row, not along a row."""
        if action in (_FIRST, _LAST):
            return self.model().index(0 if action is _FIRST else self.model().rowCount() - 1, 0)
        return super().moveCursor(action, modifiers)
