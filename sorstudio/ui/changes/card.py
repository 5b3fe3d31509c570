"""One envelope as a card: who it is for, how many lines, and the lines themselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from sorstudio.ui.changes.model import LineModel, LineRow
from sorstudio.ui.fields import Words, label
from sorstudio.ui.icons import pixmap
from sorstudio.ui.paint import MARK_SIDE, Ink, box, change_mark, smooth, text
from sorstudio.ui.theme import Theme, Weight

Index = QModelIndex | QPersistentModelIndex
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
LINE, MOST_LINES = 16, 5


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._heights: dict[tuple[str, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: LineRow = index.data(Qt.ItemDataRole.UserRole)
        room = self._view.viewport().width() - self._theme.px(MARK_SIDE + 34)
        place = (row.sentence, room)
        if place not in self._heights:
            self._heights[place] = self._height(row.sentence, room)
        return QSize(80, self._heights[place])

    def _height(self, sentence: str, room: int) -> int:
        """As many lines as the sentence needs, and one for the date."""
        metrics = QFontMetricsF(self._theme.font("small"))
        needed = metrics.boundingRect(QRectF(0, 0, room, 10_000), _WRAPPED, sentence).height()
        return round(min(needed, MOST_LINES * metrics.lineSpacing())) + self._theme.px(LINE + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area = self._theme, QRectF(option.rect)
        row: LineRow = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        smooth(painter)
        radius = theme.size("control_radius")
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            line = "accent" if chosen and self._view.hasFocus() else ""
            fill = "select" if chosen else "hover"
            box(painter, theme, area, fill=fill, line=line, width=theme.size("focus"), radius=radius)
        change_mark(painter, theme, row.sign, QPointF(area.left() + theme.px(6), area.top() + theme.px(4)))
        inner = area.adjusted(theme.px(MARK_SIDE + 16), theme.px(2), -theme.px(6), -theme.px(4))
        below = theme.px(LINE)
        upper = inner.adjusted(0, 0, 0, -below)
        lower = QRectF(inner.left(), upper.bottom(), inner.width(), below)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text"))
        painter.drawText(upper, _WRAPPED, row.sentence)
        token = "warning" if row.warning else "muted"
        text(painter, theme, lower, " · ".join(filter(None, (row.beside, row.warning))), Ink("caption", color=token))
        painter.restore()


class LineList(QListView):
    """Rows that lead to their units, by click and by Enter; Delete asks to take the chosen one back.

    `chosen` carries the row that is the current one, `menu_wanted` a place on the screen.
    """

    wanted = Signal(str)
    chosen = Signal(object)
    take_back_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LineModel(self)
        self.setModel(self.lines)
        self.set_theme(theme)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setStyleSheet("background: transparent;")
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.clicked.connect(lambda index: self.wanted.emit(self.lines.rows[index.row()].unit))
        self.selectionModel().currentChanged.connect(self._choose)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self.itemDelegate().deleteLater()
        self.setItemDelegate(_RowDelegate(theme, self))

    def event(self, event: QEvent) -> bool:
        """Delete is for the line here; elsewhere in the window it closes a unit."""
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride
        if is_key and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            event.accept()
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(index).center()))

    def _choose(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(self.lines.rows[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if row >= 0 and event.key() == Qt.Key.Key_Delete:
            self.take_back_wanted.emit()
            return
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(self.lines.rows[row].unit)
            return
        super().keyPressEvent(event)


class EnvelopeCard(QWidget):
    """Head and rows."""

    def __init__(self, theme: Theme, title: str, explained: str, sign: str) -> None:
        super().__init__()
        self.setObjectName("well")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list = LineList(theme, self)
        self.list.setAccessibleName(title)
        self.title = title
        self.count = label("", "muted")
        picture = QLabel()
        picture.setPixmap(pixmap(theme, sign, "muted"))
        head = QHBoxLayout()
        head.setSpacing(theme.size("s"))
        head.addWidget(picture)
        head.addWidget(label(title, "group"))
        head.addWidget(Words(theme, explained, Ink("small", Weight.REGULAR, "muted")), 1)
        head.addWidget(self.count)
        column = QVBoxLayout(self)
        edge = theme.size("s")
        column.setContentsMargins(edge, edge, edge, theme.size("xs"))
        column.setSpacing(theme.size("xs"))
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.setMinimumWidth(theme.px(180))

    def show_rows(self, rows: Sequence[LineRow]) -> None:
        """Show the lines."""
        self.count.setText(str(len(rows)))
        self.list.lines.show_rows(rows)
