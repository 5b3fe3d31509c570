"""A pane that most plans are opened without: built when it is first shown, worked out only while it is seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from sorstudio.ui.editor import Editor


class LazyPane(QWidget):
    """Follows the plan while it is seen; behind another pane it costs nothing.

    A pane says what it is made of (`_make`), what is done once all of that is there (`_finish`), its words (`_name`),
    and what it shows of the plan (`_show_plan`).
    """

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor = editor
        self._is_built = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        editor.effect.connect(self._note)
        editor.retexted.connect(self._note)

    def refresh(self) -> None:
        """Show the plan as it stands, if anybody sees it."""
        self._soon.stop()
        if self._is_built and self.isVisible():
            self._show_plan()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._build()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange and self._is_built:
            self._name()
            self._note()
        super().changeEvent(event)

    def _note(self) -> None:
        """Something has changed; who is not seen looks when it comes to the front."""
        if self.isVisible():
            self._soon.start()

    def _build(self) -> None:
        if not self._is_built:
            self._make()
            self._is_built = True
            self._finish()

    def _make(self) -> None:
        raise NotImplementedError

    def _finish(self) -> None:
        raise NotImplementedError

    def _name(self) -> None:
        raise NotImplementedError

    def _show_plan(self) -> None:
        raise NotImplementedError
