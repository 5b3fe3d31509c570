"""A short list of units, each with a sentence on it and a quieter one below; a click goes to the unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sorstudio.ui.paint import finding_mark, ring, smooth
from sorstudio.ui.signs import FindingSign
from sorstudio.ui.theme import Theme, Weight

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
_SIDE, _EDGE, _MOST_HIGH = 14, 4, 10_000
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit by its key, what is said of it, and whether that is a trap."""

    unit: str
    words: str
    detail: str = ""
    warns: bool = False

    @property
    def whole(self) -> str:
        """Both sentences, for who cannot see them."""
        return ". ".join(filter(None, (self.words.rstrip("."), self.detail)))


class UnitLineModel(QAbstractListModel):
    """The lines as they stand."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[UnitLine, ...] = ()

    def show_lines(self, lines: Sequence[UnitLine]) -> None:
        """Show other lines."""
        if tuple(lines) != self.lines:
            self.beginResetModel()
            self.lines = tuple(lines)
            self.endResetModel()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | UnitLine | None:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return line.whole
        return line.words if role == Qt.ItemDataRole.DisplayRole else None


def text_room(theme: Theme, area: QRectF) -> QRectF:
    """Beside the mark, within a line."""
    edge = theme.px(_EDGE)
    return area.adjusted(theme.px(_SIDE + 8), edge, -edge, -edge)


def text_heights(theme: Theme, line: UnitLine, width: float) -> tuple[float, float]:
    """How high both sentences are where they wrap at a width."""
    room = QRectF(0, 0, max(1.0, width), _MOST_HIGH)
    fonts = ((theme.font("small", Weight.MEDIUM), line.words), (theme.font("caption"), line.detail))
    first, second = (QFontMetricsF(font).boundingRect(room, _WRAPPED, words).height() for font, words in fonts)
    return first, second if line.detail else 0.0


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, view: UnitLines) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._view.theme.px(80), self._view.height_of(index.data(Qt.ItemDataRole.UserRole)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area = self._view.theme, QRectF(option.rect)
        line = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        smooth(painter)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.color("hover"))
        room = text_room(theme, area)
        heights = text_heights(theme, line, room.width())
        if line.warns:
            corner = QPointF(area.left() + theme.px(3), room.top() + theme.px(1))
            finding_mark(painter, theme, FindingSign.WARNING, corner, _SIDE)
        painter.setFont(theme.font("small", Weight.MEDIUM))
        painter.setPen(theme.color("text"))
        painter.drawText(room, _WRAPPED, line.words)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("warning" if line.warns else "muted"))
        painter.drawText(room.adjusted(0, heights[0], 0, 0), _WRAPPED, line.detail)
        if self._view.hasFocus() and index == self._view.currentIndex():
            ring(painter, theme, area.adjusted(3, 3, -3, -3), theme.size("tick_radius"))
        painter.restore()


class UnitLines(QListView):
    """As high as its lines. `wanted` carries the unit that was clicked or taken with Enter."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.shown = UnitLineModel(self)
        self.setModel(self.shown)
        self.setItemDelegate(_LineDelegate(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._take)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self.theme = theme
        self._fit()
        self.viewport().update()

    def show_lines(self, name: str, lines: Sequence[UnitLine]) -> None:
        """Show lines; none take no room, and no focus."""
        self.setAccessibleName(name)
        self.shown.show_lines(lines)
        self.setVisible(bool(lines))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._take(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.shown.lines:
            self.setCurrentIndex(self.shown.index(0, 0))

    def height_of(self, line: UnitLine) -> int:
        """How high a line is at the width of the list."""
        room = text_room(self.theme, QRectF(0, 0, self.viewport().width(), 0))
        return round(sum(text_heights(self.theme, line, room.width()))) + 2 * self.theme.px(_EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(sum(self.height_of(line) for line in self.shown.lines) + 2)
        self.scheduleDelayedItemsLayout()

    def _take(self, index: Index) -> None:
        if index.isValid():
            self.wanted.emit(self.shown.lines[index.row()].unit)
