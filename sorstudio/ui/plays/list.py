"""The list of plays: several can be chosen, and Delete takes the plan's own away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from sorstudio.ui.requests.list import SignedList
from sorstudio.ui.theme import Theme


class PlayList(SignedList):
    """`dropped` tells that Delete was pressed, `changed` that others are chosen."""

    dropped = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(lambda *_: self.changed.emit())

    def chosen(self) -> list[str]:
        """The keys of the chosen rows, the current one first; heads are none."""
        current = self.current()
        rows = [self.signed.rows[index.row()] for index in self.selectedIndexes()]
        first = [current.key] if current is not None and current in rows else []
        return list(dict.fromkeys([*first, *(row.key for row in rows if not row.is_head)]))

    def event(self, event: QEvent) -> bool:
        """Elsewhere in the window Delete closes a unit."""
        is_asked = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.dropped.emit()
            return
        super().keyPressEvent(event)
