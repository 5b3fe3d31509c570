"""The quiet line at the bottom: the last act with a way back, why something was refused, and that all is saved."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from sorstudio.ui.editor import Editor
from sorstudio.ui.icons import pixmap
from sorstudio.ui.theme import Theme

MOST_WIDTH = 900


class StatusBar(QWidget):
    """What was said last stays until something else is said."""

    undo_wanted = Signal()

    def __init__(self, editor: Editor, theme: Theme, *, held_by: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor = editor
        self._held_by = held_by
        self._saved = _saved_last(editor)
        self._icon, self._said = "", ""
        self.sign, self.words, self.state = QLabel(), QLabel(), QLabel()
        self.undo = QPushButton()
        self._lay_out()
        self.undo.clicked.connect(self.undo_wanted)
        editor.said.connect(self.say)
        editor.refused.connect(self.refuse)
        editor.effect.connect(self._note_saved)
        self.set_theme(theme)
        self.retranslate()

    def say(self, words: str, can_undo: bool = False) -> None:
        """Something was done."""
        self._show(words, "check", can_undo)

    def refuse(self, words: str) -> None:
        """Nothing was done, and why."""
        self._show(words, "ban", False)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self.setFixedHeight(theme.size("statusbar") + 1)
        self._show(self._said, self._icon, self.undo.isVisibleTo(self))
        self._tell_state()

    def retranslate(self) -> None:
        """The line's own words; a sentence that was said stays as it was said."""
        self.undo.setText(self.tr("Undo"))
        self._tell_state()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        self.undo.setProperty("kind", "quiet")
        self.undo.setCursor(Qt.CursorShape.PointingHandCursor)
        self.undo.hide()
        self.state.setProperty("kind", "muted")
        for widget in (self.sign, self.words, self.undo):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.state)

    def _show(self, words: str, sign: str, can_undo: bool) -> None:
        self._icon, self._said = sign, words
        color = "error" if sign == "ban" else "new"
        self.sign.setVisible(bool(sign))
        if sign:
            self.sign.setPixmap(pixmap(self._theme, sign, color, 14, 2.4))
        # A sentence about many units names them first; what was done stands at its end and must be read too.
        metrics, most = QFontMetrics(self._theme.font("small")), self._theme.px(MOST_WIDTH)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, most - 8)
        self.words.setText(shown)
        self.words.setToolTip(words)
        self.words.setFont(self._theme.font("small"))
        self.words.setFixedWidth(min(round(self._theme.width(shown, "small")) + 8, most))
        self.words.setAccessibleName(words)
        self.undo.setVisible(can_undo and self._editor.can_undo())

    def _note_saved(self) -> None:
        self._saved = datetime.now()
        self._tell_state()

    def _tell_state(self) -> None:
        parts = [self._saved_words(), self.tr("Text {percent} %").format(percent=round(self._theme.scale * 100))]
        self.state.setText(" · ".join(parts))

    def _saved_words(self) -> str:
        if self._editor.read_only:
            return self.tr("Read only") + (f" · {self._held_by}" if self._held_by else "")
        return self.tr("Saved {time}").format(time=f"{self._saved:%H.%M}")


def _saved_last(editor: Editor) -> datetime:
    """When the act was saved that the plan stands at; without one, now."""
    journal = editor.plan.journal
    time = journal.changes[journal.head].time if journal.head is not None else None
    return time.astimezone() if time is not None else datetime.now()
