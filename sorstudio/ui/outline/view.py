"""The outline with dragging: units to a new place, offers onto a unit, and beforehand whether and why not."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.drops import Drop, Drops, Zone, carried_in
from sorstudio.ui.outline.naming_view import NamingView
from sorstudio.ui.outline.row_painter import INDENT
from sorstudio.ui.outline.wording import Column
from sorstudio.ui.paint import box, smooth, text
from sorstudio.ui.theme import Theme

OPEN_AFTER_MS = 700
EDGE = 0.27
"""How much of a row, above and below, means "between" and not "onto"."""


class OutlineView(NamingView):
    """Drops go through the verbs, which also say beforehand what cannot be."""

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(editor, theme, parent)
        self.drops = Drops(editor, self.outline)
        self.drop: Drop | None = None
        self.drag_type: type[QDrag] = QDrag
        self._opening = QTimer(self, singleShot=True, interval=OPEN_AFTER_MS)
        self._opening.timeout.connect(self._open_below_hand)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setAutoScroll(True)

    def startDrag(self, actions: Qt.DropAction) -> None:
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        if rows and not self.editor.read_only:
            self.hold([self.outline.key(row) for row in rows]).exec(Qt.DropAction.MoveAction)
            self._let_go()

    def hold(self, keys: list[str]) -> QDrag:
        """Units taken in the hand, with the card that shows them."""
        drag = self.drag_type(self)
        rows = [self.outline.index(self.outline.row(key), Column.NAME) for key in keys]
        drag.setMimeData(self.outline.mimeData(rows))
        drag.setPixmap(self._card(keys))
        drag.setHotSpot(QPoint(-self.theme.px(12), -self.theme.px(8)))
        return drag

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(carried_in(event.mimeData()) is not None)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        drop = self._drop_at(event.mimeData(), event.position())
        objection = self._show_drop(drop, event.position())
        if drop is None or objection:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction if drop.carried.units else Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._let_go()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        drop = self._drop_at(event.mimeData(), event.position())
        self._let_go()
        # Only Qt's own handler stops the scrolling that begins near the edges.
        super().dragLeaveEvent(QDragLeaveEvent())
        made = self.editor.do(drop.change) if drop is not None else None
        event.setAccepted(made is not None)
        if drop is not None and made is not None:
            self.editor.select(drop.carried.units or (drop.parent,))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.drop is not None:
            painter = QPainter(self.viewport())
            smooth(painter)
            self._paint_drop(painter, self.drop)
            painter.end()

    def _drop_at(self, data: QMimeData, where: QPointF) -> Drop | None:
        carried = carried_in(data)
        index = self.indexAt(where.toPoint())
        if carried is None or not index.isValid() or not self.outline.is_unit(index.row()):
            return None
        area = self.visualRect(index)
        part = (where.y() - area.top()) / max(1, area.height())
        zone = Zone.ABOVE if part < EDGE else Zone.BELOW if part > 1 - EDGE else Zone.ONTO
        return self.drops.target(carried, index.row(), zone)

    def _show_drop(self, drop: Drop | None, where: QPointF) -> str | None:
        if drop != self.drop:
            self._opening.start()
        self.drop = drop
        objection = self.drops.objection(drop) if drop is not None else None
        if objection:
            self.reason.show_at(objection, where.toPoint() + QPoint(self.theme.px(14), self.theme.px(16)))
        else:
            self.reason.put_away()
        self.viewport().update()
        return objection

    def _let_go(self) -> None:
        self._opening.stop()
        self.drop = None
        self.reason.put_away()
        self.viewport().update()

    def _open_below_hand(self) -> None:
        if self.drop is not None and self.drop.zone is Zone.ONTO:
            self.outline.set_open(self.outline.key(self.drop.row), True)

    def _paint_drop(self, painter: QPainter, drop: Drop) -> None:
        """A line with a ring at the target level, or a frame around the target; red and dashed where it may not be."""
        refused = bool(self.reason.words)
        color = self.theme.color("error" if refused else "accent")
        style = Qt.PenStyle.DashLine if refused else Qt.PenStyle.SolidLine
        area = QRectF(self.visualRect(self.outline.index(drop.row, Column.NAME)))
        area.setRight(self.viewport().width() - self.theme.px(6))
        painter.setPen(QPen(color, self.theme.px(2), style))
        if drop.zone is Zone.ONTO:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = self.theme.size("control_radius")
            painter.drawRoundedRect(area.adjusted(self.theme.px(7), 1, -1, -1), radius, radius)
            return
        left = self.painter.indent(drop.depth) + self.theme.px(INDENT) / 2
        y = area.top() if drop.zone is Zone.ABOVE else area.bottom()
        ring = self.theme.px(4)
        painter.drawLine(QPointF(left + ring, y), QPointF(area.right(), y))
        painter.setBrush(self.theme.color("surface"))
        painter.setPen(QPen(color, self.theme.px(2)))
        painter.drawEllipse(QPointF(left, y), ring, ring)

    def _card(self, keys: list[str]) -> QPixmap:
        """The card in the hand: the first name, and how many more."""
        theme, ratio = self.theme, self.devicePixelRatioF()
        first = self.outline.state.units[keys[0]].name
        words = first if len(keys) == 1 else f"{first} + {len(keys) - 1}"
        width = min(theme.px(280), round(theme.width(words, "small")) + theme.px(26))
        height = theme.size("pill_h")
        card = QPixmap(round(width * ratio), round(height * ratio))
        card.setDevicePixelRatio(ratio)
        card.fill(Qt.GlobalColor.transparent)
        painter = QPainter(card)
        smooth(painter)
        box(painter, theme, QRectF(0, 0, width, height), fill="raised", line="moved", radius=height / 2)
        text(painter, theme, QRectF(theme.px(12), 0, width - theme.px(20), height), words)
        painter.end()
        return card
