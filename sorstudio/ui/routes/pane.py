"""Ask as a sender: who receives this, at which number, with which message, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sorstudio.ui.editor import Editor
from sorstudio.ui.theme import Theme


class SenderPane(QWidget):
    """The question at the left, the answer at the right; worked out only while it is seen."""

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor, self._theme = editor, theme

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
