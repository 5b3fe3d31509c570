"""Units and offers that are dragged onto the canvas from other panes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from sorstudio.ui.picture import mime
from sorstudio.ui.picture.desk import Desk


class Drops(QObject):
    """Listens to the canvas; a drop is taken only where the judge allows it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.canvas)
        self._desk = desk
        desk.canvas.setAcceptDrops(True)
        desk.canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            return self._enter(event)
        if isinstance(event, QDragMoveEvent):
            return self._move(event)
        if isinstance(event, QDropEvent):
            return self._drop(event)
        if event.type() is QEvent.Type.DragLeave:
            self._desk.let_go()
            return True
        return False

    def _enter(self, event: QDragEnterEvent) -> bool:
        """Our own things may come in anywhere; which unit takes them is told while they move."""
        if not self._take(event.mimeData()):
            return False
        self._desk.carry(event.position())
        event.acceptProposedAction()
        return True

    def _take(self, data: QMimeData) -> bool:
        units, offers = mime.unpack(data, mime.UNITS), mime.unpack(data, mime.OFFERS)
        if units or offers:
            self._desk.take_from_outside(offers or units, are_offers=bool(offers))
        return bool(units or offers)

    def _move(self, event: QDragMoveEvent) -> bool:
        self._desk.carry(event.position())
        hand = self._desk.hand
        event.setDropAction(_action(event))
        event.setAccepted(hand is not None and hand.may_drop)
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self._desk.carry(event.position())
        event.setDropAction(_action(event))
        event.setAccepted(self._desk.drop())
        return True


def _action(event: QDropEvent) -> Qt.DropAction:
    """Units are moved, offers copied, as far as the source allows it."""
    wanted = Qt.DropAction.CopyAction if event.mimeData().hasFormat(mime.OFFERS) else Qt.DropAction.MoveAction
    return wanted if event.possibleActions() & wanted else event.proposedAction()
