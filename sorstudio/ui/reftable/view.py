"""The table itself: rows by heading, own and inherited numbers in their ink, what is remarked as a sign before them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from sorstudio.ui.paint import FINDING_SIDE, Ink, box, finding_mark, number_text, smooth, text
from sorstudio.ui.reftable.model import ROW, TableModel
from sorstudio.ui.reftable.rows import Column, Key, ShownRow
from sorstudio.ui.signs import NumberSign
from sorstudio.ui.theme import Theme, Weight

Index = QModelIndex | QPersistentModelIndex
WIDTHS = {
    Column.SIGN: 30,
    Column.HEADING: 150,
    Column.OFFER: 190,
    Column.MESSAGE: 190,
    Column.VERSION: 84,
    Column.RECEIVER: 190,
    Column.NUMBER: 136,
    Column.PHONE: 90,
    Column.HOURS: 120,
    Column.BEGIN: 100,
    Column.END: 100,
    Column.AUTHORITY: 200,
}
_GROUPED = (Column.HEADING, Column.OFFER)
_DIGITS = (Column.PHONE, Column.VERSION)
_GO = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, view: ReferralView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._view.theme.px(WIDTHS[Column(index.column())]), self._view.theme.size("row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, theme, area = self._view, self._view.theme, QRectF(option.rect)
        row: ShownRow = index.data(ROW)
        column = Column(index.column())
        painter.save()
        smooth(painter)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or index.row() == view.currentIndex().row():
            painter.fillRect(area, theme.color("select"))
        if view.begins_group(index.row()):
            painter.fillRect(QRectF(area.left(), area.top(), area.width(), 1), theme.color("line"))
        inner = area.adjusted(theme.size("s"), 0, -theme.px(4), 0)
        if column is Column.SIGN:
            side = theme.px(FINDING_SIDE)
            finding_mark(painter, theme, row.sign, QPointF(area.center().x() - side / 2, area.center().y() - side / 2))
        elif column is Column.NUMBER:
            sign = NumberSign.OWN if row.is_own else NumberSign.INHERITED
            number_text(painter, theme, area.adjusted(theme.px(2), 0, 0, 0), row.row.gln, sign)
        else:
            text(painter, theme, inner, row.cells[column], self._ink(index.row(), column))
        if view.hasFocus() and index == view.currentIndex():
            box(painter, theme, area.adjusted(1, 1, -1, -1), line="accent", width=theme.size("focus"), radius=3)
        painter.restore()

    def _ink(self, place: int, column: Column) -> Ink:
        """What the row above says already is quiet; the first of its kind leads."""
        if column in _GROUPED:
            repeats = self._view.table.repeats(place, column)
            leads = column is Column.HEADING and not repeats
            return Ink("small", Weight.STRONG if leads else Weight.REGULAR, "muted" if repeats else "text")
        muted = column in (Column.VERSION, Column.BEGIN, Column.AUTHORITY)
        return Ink("small", color="muted" if muted else "text", tabular=column in _DIGITS)


class ReferralView(QTableView):
    """F2 edits the texts, Enter and a double click go to the receiver, Ctrl+C copies the chosen cells.

    `rested` carries the `ShownRow` that is the current one or None, `wanted` and `edit_wanted` one that is acted on.
    """

    rested = Signal(object)
    wanted = Signal(object)
    edit_wanted = Signal(object)
    menu_wanted = Signal(QPoint)
    sort_wanted = Signal(int, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.table = TableModel(self)
        self.setModel(self.table)
        self.setItemDelegate(_CellDelegate(self))
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(Column.HEADING, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(
            lambda column, order: self.sort_wanted.emit(column, order is Qt.SortOrder.DescendingOrder)
        )
        self.selectionModel().currentChanged.connect(self._rest)
        self.doubleClicked.connect(lambda index: self.wanted.emit(index.data(ROW)))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self.theme = theme
        header = self.horizontalHeader()
        header.setMinimumSectionSize(theme.px(24))
        for column, width in WIDTHS.items():
            header.resizeSection(column, theme.px(width))
        header.setFixedHeight(theme.px(28))
        self.verticalHeader().setMinimumSectionSize(theme.size("row"))
        self.verticalHeader().setDefaultSectionSize(theme.size("row"))
        self.viewport().update()

    def show_rows(self, rows: Sequence[ShownRow]) -> None:
        """Show other rows; the current one stays the current one where it is still there."""
        at, column = self.current(), max(0, self.currentIndex().column())
        self.table.show_rows(rows)
        if at is not None and not self.currentIndex().isValid():
            self.focus_key(at.key, column)
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.table.index(0, Column.OFFER))
        self.rested.emit(self.current())

    def focus_key(self, key: Key, column: int = Column.OFFER) -> None:
        """Make a row the current one and show it, where it is there."""
        place = self.table.place_of(key)
        if place >= 0:
            index = self.table.index(place, column)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def current(self) -> ShownRow | None:
        """The row that is the current one."""
        index = self.currentIndex()
        return self.table.rows[index.row()] if index.isValid() else None

    def begins_group(self, place: int) -> bool:
        """Whether another offer begins here."""
        return place > 0 and not self.table.repeats(place, Column.OFFER)

    def copied(self) -> str:
        """The chosen cells as lines of text with tabs between."""
        chosen = sorted((one.row(), one.column()) for one in self.selectionModel().selectedIndexes())
        lines: dict[int, list[str]] = {}
        for row, column in chosen:
            lines.setdefault(row, []).append(self.table.rows[row].cells[column])
        return "\n".join("\t".join(cells) for cells in lines.values())

    def copy(self) -> None:
        """The chosen cells to the clipboard."""
        QGuiApplication.clipboard().setText(self.copied())

    def event(self, event: QEvent) -> bool:
        """These keys are for the rows here; elsewhere in the window they act on a unit."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif row is not None and event.key() in _GO:
            self.wanted.emit(row)
        elif row is not None and event.key() == Qt.Key.Key_F2:
            self.edit_wanted.emit(row)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
        if index.isValid():
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(index).center()))

    def _rest(self) -> None:
        self.viewport().update()
        self.rested.emit(self.current())


def _is_own(event: QKeyEvent) -> bool:
    return event.key() in (*_GO, Qt.Key.Key_F2, Qt.Key.Key_Delete) or event.matches(QKeySequence.StandardKey.Copy)
