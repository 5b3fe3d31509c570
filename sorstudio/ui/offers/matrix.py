"""The matrix view of the offers: a tick where a unit provides an offer, set by click, by drag and by keyboard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from sorstudio.model.texts import Texts
from sorstudio.ui.grid import Grid
from sorstudio.ui.icons import draw_icon
from sorstudio.ui.offers.cells import Cell, CellModel, Column
from sorstudio.ui.offers.standing import HeadingRows
from sorstudio.ui.paint import box, ring, smooth
from sorstudio.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
SIDE = 16
COLUMN_WIDTH, NAME_WIDTH, HEADER_HEIGHT = 128, 220, 52


class _CellDelegate(QStyledItemDelegate):
    """A tick box in the middle; amber and dashed where nobody provides what somebody should."""

    def __init__(self, view: Matrix) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._view.cell_size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area = self._view.theme, QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        side = theme.px(SIDE)
        tick = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
        painter.save()
        smooth(painter)
        if chosen:
            painter.fillRect(area, theme.color("select"))
        _paint_cell(painter, theme, tick, self._view.shown(index.row(), index.column()))
        if self._view.hasFocus() and index == self._view.currentIndex():
            ring(painter, theme, tick, theme.size("tick_radius"))
        painter.restore()


def _paint_cell(painter: QPainter, theme: Theme, area: QRectF, cell: Cell) -> None:
    radius = theme.size("tick_radius")
    if cell is Cell.PROVIDED:
        box(painter, theme, area, fill="accent", radius=radius)
        corner = area.topLeft() + QPointF(theme.px(2), theme.px(2))
        draw_icon(painter, theme, "check", corner, "on_accent", SIDE - 4, 3)
    elif cell is Cell.LACKING:
        dashed = Qt.PenStyle.DashLine
        box(painter, theme, area, fill="warning_soft", line="warning", radius=radius, width=1.4, style=dashed)
    else:
        box(painter, theme, area, fill="surface", line="line_control", radius=radius)


class Matrix(Grid):
    """Offers down, units across, both headers in view. `wanted` carries cells and whether they are to be provided."""

    wanted = Signal(tuple, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, COLUMN_WIDTH, NAME_WIDTH, HEADER_HEIGHT, parent)
        self.cells = CellModel(self)
        self._start: QModelIndex | None = None
        self._target = True
        self._line: tuple[tuple[int, int], ...] = ()
        self.setModel(self.cells)
        self.setItemDelegate(_CellDelegate(self))
        self.setSelectionMode(QTableView.SelectionMode.ContiguousSelection)

    def show_table(self, headings: Sequence[HeadingRows], columns: tuple[Column, ...], texts: Texts) -> None:
        """Show the plan as it stands; the cell with the focus keeps it."""
        at = self.currentIndex()
        place = (at.row(), at.column())
        self.cells.show_table(headings, columns, texts)
        if not self.currentIndex().isValid() and place[0] >= 0:
            again = self.cells.index(min(place[0], len(self.cells.rows) - 1), min(place[1], len(columns) - 1))
            self.selectionModel().setCurrentIndex(again, QItemSelectionModel.SelectionFlag.NoUpdate)

    def shown(self, row: int, column: int) -> Cell:
        """What a cell shows, with what is in the hand."""
        if (row, column) in self._line:
            return Cell.PROVIDED if self._target else Cell.EMPTY
        return self.cells.cell(row, column)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setCurrentIndex(index)
        self._start = index
        self._target = self.cells.cell(index.row(), index.column()) is not Cell.PROVIDED
        self._hold(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self._start is not None and index.isValid():
            self._hold(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        line, self._line, started = self._line, (), self._start is not None
        self._start = None
        self.viewport().update()
        if started:
            self._ask(line, self._target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._start is not None:
            self._start, self._line = None, ()
            self.viewport().update()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._toggle_chosen()
        else:
            super().keyPressEvent(event)

    def _hold(self, index: QModelIndex) -> None:
        """The line of cells from where the drag began: along the row or down the column, whichever is longer."""
        start = self._start or index
        down, across = index.row() - start.row(), index.column() - start.column()
        if abs(across) >= abs(down):
            self._line = tuple((start.row(), at) for at in _span(start.column(), index.column()))
        else:
            self._line = tuple((at, start.column()) for at in _span(start.row(), index.row()))
        first, last = self._line[0], self._line[-1]
        line = QItemSelection(self.cells.index(*first), self.cells.index(*last))
        self.selectionModel().select(line, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.viewport().update()

    def _toggle_chosen(self) -> None:
        """All chosen cells follow the one with the focus."""
        at = self.currentIndex()
        if at.isValid():
            chosen = {(one.row(), one.column()) for one in self.selectionModel().selectedIndexes()}
            provided = self.cells.cell(at.row(), at.column()) is not Cell.PROVIDED
            self._ask(sorted(chosen | {(at.row(), at.column())}), provided)

    def _ask(self, places: Iterable[tuple[int, int]], provided: bool) -> None:
        cells = tuple(
            self.cells.pair(*place) for place in places if (self.cells.cell(*place) is Cell.PROVIDED) is not provided
        )
        if cells:
            self.wanted.emit(cells, provided)


def _span(first: int, last: int) -> range:
    return range(min(first, last), max(first, last) + 1)
