"""One heading's cards as a list: a model, the painter of a card, and the drag that carries offers to a unit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QDrag, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sorstudio.ui.icons import draw_icon
from sorstudio.ui.offers.standing import OfferRow, Standing
from sorstudio.ui.paint import Ink, box, quiet_line, ring, smooth, text
from sorstudio.ui.picture.mime import OFFERS, pack
from sorstudio.ui.theme import Theme, Weight

Index = QModelIndex | QPersistentModelIndex
CARD_HEIGHT, FREE_HEIGHT, CARD_GAP = 40, 26, 6
TOP = QModelIndex()


class OfferModel(QAbstractListModel):
    """The cards of one heading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[OfferRow, ...] = ()

    def show_rows(self, rows: Sequence[OfferRow]) -> None:
        """Show other cards; where the offers are the same ones only what changed is told."""
        fresh = tuple(rows)
        if [one.code for one in fresh] != [one.code for one in self.rows]:
            self.beginResetModel()
            self.rows = fresh
            self.endResetModel()
            return
        old, self.rows = self.rows, fresh
        for place, (before, after) in enumerate(zip(old, fresh, strict=True)):
            if before != after:
                self.dataChanged.emit(self.index(place, 0), self.index(place, 0))

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | OfferRow | None:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{row.name}: {row.whole}" if row.whole else row.name
        return row.name if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = super().flags(index)
        return base | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else base


def card_height(theme: Theme, row: OfferRow) -> int:
    """An offer that nobody provides and nobody misses needs one line only."""
    return theme.px(FREE_HEIGHT if row.standing is Standing.FREE else CARD_HEIGHT) + theme.px(CARD_GAP)


def paint_card(painter: QPainter, theme: Theme, area: QRectF, row: OfferRow, *, chosen: bool, pointed: bool) -> None:
    """A card: amber and dashed where nobody provides the offer, amber and solid where several claim it."""
    radius = theme.size("control_radius")
    if row.is_amber:
        style = Qt.PenStyle.DashLine if row.standing is Standing.LACKING else Qt.PenStyle.SolidLine
        box(painter, theme, area, fill="warning_soft", line="warning", radius=radius, width=1.6, style=style)
    else:
        fill = "hover" if pointed else "raised"
        box(painter, theme, area, fill=fill, line=quiet_line(theme), radius=radius)
    if chosen:
        box(painter, theme, area, fill="" if row.is_amber else "select", line="accent", radius=radius, width=2)
    inner = area.adjusted(theme.size("s"), theme.px(3), -theme.size("s"), -theme.px(3))
    if row.standing is Standing.FREE:
        text(painter, theme, inner, row.name, Ink("small", Weight.MEDIUM))
        return
    half = inner.height() / 2
    upper = QRectF(inner.left(), inner.top(), inner.width(), half)
    text(painter, theme, upper, row.name, Ink("small", Weight.MEDIUM))
    lower = upper.translated(0, half)
    if row.is_amber:
        corner = lower.topLeft()
        corner.setY(lower.center().y() - theme.px(6))
        draw_icon(painter, theme, "alert-triangle", corner, "warning", 12)
        lower = lower.adjusted(theme.px(16), 0, 0, 0)
    text(painter, theme, lower, row.where, Ink("caption", color="warning" if row.is_amber else "muted"))


class _CardDelegate(QStyledItemDelegate):
    def __init__(self, view: OfferList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = self._view.theme
        return QSize(theme.px(80), card_height(theme, index.data(Qt.ItemDataRole.UserRole)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, state = self._view.theme, option.state
        area = QRectF(option.rect).adjusted(3, 1, -3, -theme.px(CARD_GAP))
        row = index.data(Qt.ItemDataRole.UserRole)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        pointed = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        smooth(painter)
        paint_card(painter, theme, area, row, chosen=chosen, pointed=pointed)
        if self._view.hasFocus() and index == self._view.currentIndex() and not chosen:
            ring(painter, theme, area.adjusted(2, 2, -2, -2), theme.size("control_radius"))
        painter.restore()


class OfferList(QListView):
    """Cards that are dragged out, or placed with Enter. `gather` tells what else is chosen on the board."""

    place_wanted = Signal(tuple)
    menu_wanted = Signal(str, QPoint)
    taken_alone = Signal()

    def __init__(
        self, theme: Theme, name: str, gather: Callable[[], tuple[str, ...]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self._gather = theme, gather
        self.offers = OfferModel(self)
        self.setModel(self.offers)
        self.setItemDelegate(_CardDelegate(self))
        self.setAccessibleName(name)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setStyleSheet("background: transparent;")

    def show_rows(self, rows: Sequence[OfferRow]) -> None:
        """Show cards, as high as they are."""
        self.offers.show_rows(rows)
        self.setFixedHeight(sum(card_height(self.theme, row) for row in rows))

    def chosen(self) -> tuple[str, ...]:
        """The codes chosen in this list, from the top."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self.offers.rows[place].code for place in places)

    def startDrag(self, actions: Qt.DropAction) -> None:
        codes = self._gather()
        if codes:
            drag = QDrag(self)
            drag.setMimeData(pack(OFFERS, codes))
            drag.setPixmap(self._picture(len(codes)))
            self.carry(drag)

    def carry(self, drag: QDrag) -> None:
        """Let the drag run."""
        drag.exec(Qt.DropAction.CopyAction)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        keeps = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        index = self.indexAt(event.position().toPoint())
        if not keeps and not (index.isValid() and self.selectionModel().isSelected(index)):
            self.taken_alone.emit()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click places the card on the chosen unit."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.place_wanted.emit((self.offers.rows[index.row()].code,))
            return
        super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.place_wanted.emit(self._gather())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.offers.rowCount():
            first = self.offers.index(0, 0)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid():
            self.menu_wanted.emit(self.offers.rows[index.row()].code, event.globalPos())

    def _picture(self, count: int) -> QPixmap:
        """The card in the hand, with a count where there are several."""
        theme = self.theme
        picture = QPixmap(theme.px(180), theme.px(CARD_HEIGHT))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        smooth(painter)
        row = self.offers.rows[max(0, self.currentIndex().row())]
        paint_card(painter, theme, QRectF(picture.rect()), row, chosen=True, pointed=False)
        if count > 1:
            corner = QRectF(picture.width() - theme.px(26), theme.px(4), theme.px(22), theme.px(16))
            box(painter, theme, corner, fill="accent", radius=corner.height() / 2)
            centre = Qt.AlignmentFlag.AlignHCenter
            text(painter, theme, corner, str(count), Ink("caption", Weight.STRONG, "on_accent", centre, tabular=True))
        painter.end()
        return picture
