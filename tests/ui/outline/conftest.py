"""An outline on the screen that is not there."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.pane import OutlinePane
from sorstudio.ui.outline.view import OutlineView
from sorstudio.ui.outline.wording import Column
from sorstudio.ui.theme import Look
from tests.model.outline import key

BUTTON, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Hand:
    """Drags over a view by the events that Qt sends during a real drag."""

    def __init__(self, view: OutlineView) -> None:
        self.view = view

    def point(self, name: str, part: float = 0.5) -> QPoint:
        row = self.view.outline.row(key(self.view.editor.plan, name))
        area = self.view.visualRect(self.view.outline.index(row, Column.NAME))
        return QPoint(area.left() + 80, area.top() + round(part * area.height()))

    def carry(self, data: QMimeData, where: QPoint) -> bool:
        actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
        self.view.dragEnterEvent(QDragEnterEvent(where, actions, data, BUTTON, NO_KEYS))
        event = QDragMoveEvent(where, actions, data, BUTTON, NO_KEYS)
        self.view.dragMoveEvent(event)
        return event.isAccepted()

    def let_go(self, data: QMimeData, where: QPoint) -> bool:
        actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
        event = QDropEvent(QPointF(where), actions, data, BUTTON, NO_KEYS)
        self.view.dropEvent(event)
        return event.isAccepted()


@pytest.fixture
def pane(editor: Editor, look: Look, qtbot: QtBot) -> OutlinePane:
    pane = OutlinePane(editor, look.theme)
    qtbot.addWidget(pane)
    pane.resize(600, 600)
    pane.show()
    qtbot.waitExposed(pane)
    pane.view.outline.open_all()
    return pane


@pytest.fixture
def view(pane: OutlinePane) -> OutlineView:
    return pane.view


@pytest.fixture
def hand(view: OutlineView) -> Hand:
    return Hand(view)
