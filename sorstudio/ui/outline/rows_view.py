"""A flat list drawn as a tree: painted rows, folding by mouse and keyboard, and the selection shared by every pane."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.columns import Columns
from sorstudio.ui.outline.flat import Index
from sorstudio.ui.outline.header import HEIGHT, OutlineHeader
from sorstudio.ui.outline.model import OutlineModel
from sorstudio.ui.outline.reason_card import ReasonCard
from sorstudio.ui.outline.row_painter import Cell, RowLook, RowPainter
from sorstudio.ui.outline.rows_table import RowsTable
from sorstudio.ui.outline.warming import Warmer
from sorstudio.ui.outline.wording import Column
from sorstudio.ui.theme import Theme

_ROW = QItemSelectionModel.SelectionFlag.Rows
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class RowsView(RowsTable):
    """Rows are painted whole; selection goes through the editor, so that every pane shows the same."""

    menu_wanted = Signal(QPoint)

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.theme = theme
        self.outline = OutlineModel(editor, self)
        self.reason = ReasonCard(theme, self.viewport())
        self.painter = RowPainter(self.outline, theme)
        self._following = False
        self._pointed = -1
        self._scrolled = 0
        self._spans: list[tuple[int, int]] = []
        # Before the selection model hears of it: it splits what is selected, which is nobody's choice.
        self.outline.rowsAboutToBeInserted.connect(self._before_rows)
        self.outline.rowsAboutToBeMoved.connect(self._before_rows)
        self.setModel(self.outline)
        self.set_header(OutlineHeader(theme, self), Column.NAME)
        self.columns = Columns(self.header(), theme)
        self.set_theme(theme)
        Warmer(self.outline)
        self.outline.modelAboutToBeReset.connect(self._before_reset)
        self.outline.modelReset.connect(self._after_reset)
        self.outline.rowsInserted.connect(self._show_chosen)
        self.outline.rowsMoved.connect(self._show_chosen)
        editor.selected.connect(self._follow_selection)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size; selection and scroll stay."""
        self.theme = self.painter.theme = theme
        self.reason.set_theme(theme)
        header = self.header()
        if isinstance(header, OutlineHeader):
            header.theme = theme
        header.setFixedHeight(theme.px(HEIGHT))
        self.verticalHeader().setDefaultSectionSize(theme.size("row"))
        self.columns.set_theme(theme)

    def set_narrow(self, is_narrow: bool) -> None:
        """With little room only name and number are kept."""
        self.columns.set_narrow(is_narrow)

    def select_row(self, row: int) -> None:
        """Make one row the current and only selected one."""
        if 0 <= row < self.outline.rowCount():
            self.setCurrentIndex(self.outline.index(row, Column.NAME))

    def paint_row(self, painter: QPainter, row: int, area: QRect) -> None:
        chosen = self.selectionModel().isSelected(self.outline.index(row, Column.NAME))
        look = RowLook(chosen, row == self._pointed, self.currentIndex().row() == row and self.hasFocus())
        self.painter.paint(painter, row, QRectF(area), self._cells(area), look)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton and self._on_arrow(index, event.position()):
            self._fold(index.row(), not self.outline.folding.is_open(self.outline.key(index.row())))
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._on_arrow(index, event.position()):
            self._fold(index.row(), not self.outline.folding.is_open(self.outline.key(index.row())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._point(-1)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        act = self._acts().get(event.key()) if row >= 0 and not event.modifiers() & _COMMANDS else None
        if act is None:
            super().keyPressEvent(event)
        else:
            act(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid() and not self.selectionModel().isRowSelected(index.row(), self.rootIndex()):
            self.select_row(index.row())
        self.menu_wanted.emit(event.globalPos())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._following:
            rows = sorted(index.row() for index in self.selectionModel().selectedRows())
            self.editor.select([self.outline.key(row) for row in rows])
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._spans = [(self.columnViewportPosition(one), self.columnWidth(one)) for one in Column]
        super().paintEvent(event)

    def _cells(self, area: QRect) -> Cell:
        top, height = area.top(), area.height()

        def cell(column: Column) -> QRectF:
            left, width = self._spans[column]
            return QRectF(left, top, width, height if width else 0)

        return cell

    def _acts(self) -> dict[int, Callable[[int], None]]:
        return {
            Qt.Key.Key_Left: self._close_or_up,
            Qt.Key.Key_Right: self._open_or_down,
            Qt.Key.Key_Plus: lambda row: self._fold(row, True),
            Qt.Key.Key_Minus: lambda row: self._fold(row, False),
            Qt.Key.Key_Asterisk: lambda row: self.outline.open_all(self.outline.key(row)),
        }

    def _close_or_up(self, row: int) -> None:
        key = self.outline.key(row)
        parent = self.outline.state.units[key].parent
        if self.outline.folding.is_open(key) and self.outline.folding.has_children(key):
            self._fold(row, False)
        elif parent is not None:
            self.select_row(self.outline.row(parent))

    def _open_or_down(self, row: int) -> None:
        key = self.outline.key(row)
        if not self.outline.is_unit(row):
            self.editor.select([])
            self.editor.select([key])
            return
        if not self.outline.folding.has_children(key):
            return
        if self.outline.folding.is_open(key):
            self.select_row(row + 1)
        else:
            self._fold(row, True)

    def _fold(self, row: int, is_open: bool) -> None:
        self.outline.set_open(self.outline.key(row), is_open)
        self.viewport().update()

    def _on_arrow(self, index: Index, where: QPointF) -> bool:
        key = self.outline.key(index.row())
        if not self.outline.is_unit(index.row()):
            return False
        left = self.columnViewportPosition(Column.NAME) + self.painter.indent(self.outline.depth(index.row()))
        return self.outline.folding.has_children(key) and left - 4 <= where.x() < left + self.theme.px(18)

    def _point(self, row: int) -> None:
        if row != self._pointed:
            self._pointed = row
            self.viewport().update()

    def _follow_selection(self, keys: Sequence[str]) -> None:
        """What was chosen elsewhere is opened, selected and brought into sight."""
        if self._following or [self.outline.key(i.row()) for i in self.selectionModel().selectedRows()] == list(keys):
            return
        for key in keys[:1]:
            self.outline.reveal(key)
        self._show_chosen()
        if keys and self.outline.row(keys[0]) >= 0:
            self.scrollTo(self.outline.index(self.outline.row(keys[0]), Column.NAME))

    def _show_chosen(self) -> None:
        rows = [row for row in map(self.outline.row, self.editor.selection) if row >= 0]
        selection = QItemSelection()
        for row in rows:
            selection.select(self.outline.index(row, 0), self.outline.index(row, self.outline.columnCount() - 1))
        self._following = True
        if rows and self.currentIndex().row() not in rows:
            current = self.outline.index(rows[0], Column.NAME)
            self.selectionModel().setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROW)
        self._following = False

    def _before_rows(self) -> None:
        self._following = True

    def _before_reset(self) -> None:
        self._following = True
        self._scrolled = self.verticalScrollBar().value()

    def _after_reset(self) -> None:
        self._following = False
        self._show_chosen()
        self.verticalScrollBar().setValue(self._scrolled)
