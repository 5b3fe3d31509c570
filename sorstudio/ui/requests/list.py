"""The list of signed rows: a tick where something can be ticked off, the sentence, and below it how it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sorstudio.ui.icons import draw_icon
from sorstudio.ui.paint import Ink, badge, badge_width, box, smooth, text
from sorstudio.ui.requests.model import SignedModel, SignedRow
from sorstudio.ui.theme import Theme, Weight

Index = QModelIndex | QPersistentModelIndex
HEAD_HEIGHT, ROW_HEIGHT, TICK, ICON = 32, 44, 16, 14


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, view: SignedList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: SignedRow = index.data(Qt.ItemDataRole.UserRole)
        return QSize(100, self._view.theme.px(HEAD_HEIGHT if row.is_head else ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area = self._view.theme, QRectF(option.rect)
        row: SignedRow = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        smooth(painter)
        self._paint_ground(painter, area, option)
        (self._paint_head if row.is_head else self._paint_row)(painter, area.adjusted(0, 0, -theme.size("l"), 0), row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem) -> None:
        theme = self._view.theme
        ground = area.adjusted(theme.px(6), 1, -theme.px(6), -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            line = "accent" if chosen and self._view.hasFocus() else ""
            fill, width = "select" if chosen else "hover", theme.size("focus")
            box(painter, theme, ground, fill=fill, line=line, width=width, radius=theme.size("control_radius"))

    def _paint_head(self, painter: QPainter, area: QRectF, row: SignedRow) -> None:
        theme, middle, side = self._view.theme, area.center().y(), self._view.theme.px(ICON)
        left = area.left() + theme.size("m")
        draw_icon(
            painter,
            theme,
            "chevron-down" if row.is_open else "chevron-right",
            QPointF(left, middle - side / 2),
            "muted",
            ICON,
        )
        left += side + theme.size("xs")
        draw_icon(painter, theme, row.sign.icon, QPointF(left, middle - side / 2), row.sign.token, ICON)
        left += side + theme.size("s")
        wide = min(theme.width(row.sentence, "body", Weight.STRONG) + 2, area.right() - left)
        text(painter, theme, QRectF(left, area.top(), wide, area.height()), row.sentence, Ink("body", Weight.STRONG))
        left += wide + theme.size("s")
        height, count = theme.px(18), str(row.count)
        badge(painter, theme, QRectF(left, middle - height / 2, badge_width(theme, count), height), count)
        left += badge_width(theme, count) + theme.size("m")
        told = QRectF(left, area.top(), area.right() - left, area.height())
        if told.width() > theme.px(60):
            text(painter, theme, told, row.detail, Ink("small", color="muted"))

    def _paint_row(self, painter: QPainter, area: QRectF, row: SignedRow) -> None:
        view, theme = self._view, self._view.theme
        left = view.tick_area(area).left()
        if row.ticked is not None:
            self._paint_tick(painter, view.tick_area(area), is_on=row.ticked)
        left += theme.px(TICK + 10)
        half = area.height() / 2
        words = QRectF(left, area.top() + theme.px(3), area.right() - left, half - theme.px(2))
        text(painter, theme, words, row.sentence, Ink("body", color="muted" if row.ticked else "text"))
        below, side = QRectF(left, area.top() + half, area.right() - left, half - theme.px(4)), theme.px(ICON)
        draw_icon(
            painter, theme, row.sign.icon, QPointF(left, below.center().y() - side / 2), row.sign.token, ICON, 2.2
        )
        left += side + theme.px(6)
        wide = min(theme.width(row.sign.word, "small", Weight.MEDIUM) + 2, area.right() - left)
        ink = Ink("small", Weight.MEDIUM, row.sign.token)
        text(painter, theme, QRectF(left, below.top(), wide, below.height()), row.sign.word, ink)
        left += wide + theme.size("s")
        rest = QRectF(left, below.top(), max(0, area.right() - left), below.height())
        text(painter, theme, rest, row.detail, Ink("small", color="muted"))

    def _paint_tick(self, painter: QPainter, area: QRectF, *, is_on: bool) -> None:
        theme = self._view.theme
        fill, line = ("accent", "accent") if is_on else ("surface", "line_control")
        box(painter, theme, area, fill=fill, line=line, radius=theme.size("tick_radius"))
        if is_on:
            corner = area.topLeft() + QPointF(theme.px(2), theme.px(2))
            draw_icon(painter, theme, "check", corner, "on_accent", TICK - 4, 3)


class SignedList(QListView):
    """Click and Enter go to the unit, the space bar and a click on the tick tick off, right and left fold.

    `wanted`, `ticked` and `rested` carry a row; `rested` tells that another row is the current one.
    """

    wanted = Signal(object)
    ticked = Signal(object)
    rested = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.signed = SignedModel(self)
        self.setModel(self.signed)
        self.setItemDelegate(_RowDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self._rest)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self.theme = theme
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def current(self) -> SignedRow | None:
        """The row that is the current one, where it is not a head."""
        row = self._row(self.currentIndex())
        return None if row is None or row.is_head else row

    def focus_row(self, place: int) -> None:
        """Make a row the current one and show it."""
        index = self.signed.index(place, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def tick_area(self, row: QRectF) -> QRectF:
        """Where the tick of a row stands."""
        side = self.theme.px(TICK)
        return QRectF(row.left() + self.theme.px(30), row.center().y() - side / 2, side, side)

    def event(self, event: QEvent) -> bool:
        """Delete and Enter are for the rows here; elsewhere in the window they act on a unit."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._row(self.currentIndex())
        key = event.key()
        if row is None or key not in _OWN_KEYS:
            super().keyPressEvent(event)
        elif row.is_head:
            opens = not row.is_open if key in _GO or key == Qt.Key.Key_Space else key == Qt.Key.Key_Right
            self._fold(row, opens=opens)
        elif key in _GO:
            self.wanted.emit(row)
        elif key == Qt.Key.Key_Space:
            self._tick(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self._row(index)
        if row is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        around = self.theme.px(6)
        hit = self.tick_area(QRectF(self.visualRect(index))).adjusted(-around, -around, around, around)
        if row.is_head:
            self._fold(row, opens=not row.is_open)
        elif row.ticked is not None and hit.contains(event.position()):
            self._tick(row)
        else:
            self.wanted.emit(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(index).center()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.signed.rows and not self.currentIndex().isValid():
            self.focus_row(0)

    def _row(self, index: Index) -> SignedRow | None:
        return self.signed.rows[index.row()] if index.isValid() else None

    def _fold(self, row: SignedRow, *, opens: bool) -> None:
        if row.is_open is not opens:
            self.signed.toggle(self.signed.place_of(row.key))

    def _tick(self, row: SignedRow) -> None:
        if row.ticked is not None:
            self.ticked.emit(row)

    def _rest(self, index: Index) -> None:
        row = self._row(index)
        if row is not None and not row.is_head:
            self.rested.emit(row)


_GO = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN_KEYS = frozenset({*_GO, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Left})
