"""The history as a list: lanes at the left, then the act in words, its date, its author and its time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sorstudio.ui.history.lanes import HistoryRow
from sorstudio.ui.paint import RIGHT, Ink, badge, badge_width, box, smooth, text
from sorstudio.ui.theme import Theme, Weight

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
ROW_HEIGHT, LANE_WIDTH, MOST_LANES = 30, 16, 6
AUTHOR_FROM, TIME_FROM = 900, 640
"""Widths from which there is room for author and time in the row; the tooltip always has them."""


class Shown:
    """A row with its words."""

    def __init__(self, row: HistoryRow, sentence: str, day: str, author: str, time: str, here: str) -> None:
        self.row, self.sentence, self.day, self.author, self.time, self.here = row, sentence, day, author, time, here

    @property
    def reason(self) -> str:
        """Why the act was made, as its author put it."""
        return (self.row.change.reason if self.row.change else None) or ""

    def whole(self) -> str:
        """Everything in one line, for tooltip and screen reader."""
        return " · ".join(
            filter(None, (self.here, self.row.branch, self.sentence, self.day, self.author, self.time, self.reason))
        )


class HistoryModel(QAbstractListModel):
    """The rows of the journal."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Shown] = []

    def show_rows(self, rows: Sequence[Shown]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | Shown | None:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.whole()
        return row.sentence if role == Qt.ItemDataRole.DisplayRole else None


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, view: HistoryList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._view.theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area = self._view.theme, QRectF(option.rect)
        shown: Shown = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        smooth(painter)
        ground = area.adjusted(theme.px(6), 1, -theme.px(6), -1)
        radius = theme.size("control_radius")
        if shown.row.is_here:
            box(painter, theme, ground, fill="select", radius=radius)
            painter.fillRect(QRectF(ground.left(), ground.top(), theme.px(3), ground.height()), theme.color("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            box(painter, theme, ground, fill="hover", radius=radius)
        if shown.row.key in self._view.marks:
            box(painter, theme, ground, line="text", width=1.4, radius=radius)
        if option.state & QStyle.StateFlag.State_HasFocus:
            box(painter, theme, ground, line="accent", width=theme.size("focus"), radius=radius)
        self._paint_lanes(painter, area, shown.row)
        self._paint_words(painter, area, shown)
        painter.restore()

    def _paint_lanes(self, painter: QPainter, area: QRectF, row: HistoryRow) -> None:
        theme = self._view.theme
        middle, own = area.center().y(), self._x(area, row.lane)
        painter.setPen(QPen(theme.color("edge"), theme.px(1.5)))
        for lane in row.through:
            painter.drawLine(QPointF(self._x(area, lane), area.top()), QPointF(self._x(area, lane), area.bottom() + 1))
        for lane in row.joins:
            painter.drawLine(QPointF(self._x(area, lane), area.top()), QPointF(own, middle))
        if row.has_parent:
            painter.drawLine(QPointF(own, middle), QPointF(own, area.bottom() + 1))
        radius = theme.px(4)
        painter.setPen(QPen(theme.color("accent" if row.is_here else "edge"), theme.px(1.5)))
        painter.setBrush(theme.color("accent" if row.is_here else ("edge" if row.is_done else "surface")))
        painter.drawEllipse(QPointF(own, middle), radius, radius)

    def _paint_words(self, painter: QPainter, area: QRectF, shown: Shown) -> None:
        theme, view = self._view.theme, self._view
        left = self._x(area, view.lanes) + theme.px(4)
        right = area.right() - theme.size("l")
        author = (shown.author, 120) if area.width() > theme.px(AUTHOR_FROM) else ("", 1)
        time = (shown.time, 132) if area.width() > theme.px(TIME_FROM) else ("", 1)
        for words, width in (time, author, (shown.day, 176)):
            wide = min(theme.px(width), area.width() * 0.3)
            cell = QRectF(right - wide, area.top(), wide, area.height())
            align = RIGHT if words is shown.time else Qt.AlignmentFlag.AlignLeft
            text(painter, theme, cell, words, Ink("small", color="muted", align=align))
            right = cell.left() - theme.size("s")
        for words, strong in ((shown.row.branch, False), (shown.here, True)):
            if words:
                wide = badge_width(theme, words)
                height = theme.px(18)
                well = QRectF(right - wide, area.center().y() - height / 2, wide, height)
                badge(painter, theme, well, words, strong=strong)
                right = well.left() - theme.size("s")
        weight = Weight.MEDIUM if shown.row.is_here else Weight.REGULAR
        ink = Ink("body", weight, "text" if shown.row.is_done else "muted")
        text(painter, theme, QRectF(left, area.top(), right - left, area.height()), shown.sentence, ink)
        left += theme.width(shown.sentence, ink.size, ink.weight) + theme.size("m")
        if shown.reason and left < right:
            room = QRectF(left, area.top(), right - left, area.height())
            text(painter, theme, room, shown.reason, Ink("small", color="muted"))

    def _x(self, area: QRectF, lane: int) -> float:
        return area.left() + self._view.theme.px(22 + LANE_WIDTH * min(lane, MOST_LANES))


class HistoryList(QListView):
    """Click or Enter stands the plan at a row; Ctrl and click, or Space, marks one of two places to compare."""

    wanted = Signal(int)
    marked = Signal(int)
    menu_wanted = Signal(int, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.lanes = theme, 1
        self.history = HistoryModel(self)
        self.setModel(self.history)
        self.setItemDelegate(_RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.marks: tuple[str | None, ...] = ()

    def show_rows(self, rows: Sequence[Shown]) -> None:
        """Show the journal; the row where the plan stands is the current one."""
        self.lanes = 1 + min(MOST_LANES, max((one.row.lane for one in rows), default=0))
        scrolled = self.verticalScrollBar().value()
        self.history.show_rows(rows)
        here = next((place for place, one in enumerate(rows) if one.row.is_here), 0)
        self.setCurrentIndex(self.history.index(here, 0))
        self.verticalScrollBar().setValue(scrolled)
        self.scrollTo(self.history.index(here, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(row)
            return
        if row >= 0 and event.key() == Qt.Key.Key_Space:
            self.marked.emit(row)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            marks = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.marked if marks else self.wanted).emit(index.row())

    def set_marks(self, places: tuple[str | None, ...]) -> None:
        """Show which places are marked."""
        self.marks = places
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
        if index.isValid():
            self.menu_wanted.emit(index.row(), event.globalPos())
