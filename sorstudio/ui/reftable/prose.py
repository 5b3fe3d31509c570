"""A field of several lines with its label above and, below, what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from sorstudio.ui.fields import label
from sorstudio.ui.theme import Theme

LINES = 3


class _Lines(QPlainTextEdit):
    """Tab goes on, Escape puts back what was there."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown = ""
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.toPlainText() != self.shown:
            self.setPlainText(self.shown)
            event.accept()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class ProseField(QWidget):
    """`committed` carries the text when the field is left with another one than it was shown."""

    committed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.lines = _Lines()
        self.caption, self.error = label("", "muted"), label("", "error", wraps=True)
        self.caption.setBuddy(self.lines)
        self.error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for widget in (self.caption, self.lines, self.error):
            column.addWidget(widget)
        self.lines.left.connect(self._finish)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self.lines.setFixedHeight(theme.px(18 * LINES + 14))

    def name(self, words: str) -> None:
        """What the field is called."""
        self.caption.setText(words)
        self.lines.setAccessibleName(words)

    def show_value(self, words: str, *, editable: bool = True) -> None:
        """Show a value; what was being typed is gone."""
        self.lines.shown = words
        self.lines.setPlainText(words)
        self.lines.setReadOnly(not editable)
        focus = Qt.FocusPolicy.StrongFocus if editable else Qt.FocusPolicy.ClickFocus
        self.lines.setFocusPolicy(focus)
        self.refuse("")

    def refuse(self, sentence: str) -> None:
        """Say what is wrong below the field; nothing where all is well."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.lines.setAccessibleDescription(sentence)

    def accept(self) -> None:
        """What was typed holds now."""
        self.lines.shown = self.lines.toPlainText()

    def _finish(self) -> None:
        words = self.lines.toPlainText()
        if words.strip() != self.lines.shown.strip() and not self.lines.isReadOnly():
            self.committed.emit(words)
