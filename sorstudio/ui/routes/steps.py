"""How an answer was found, as a numbered list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from sorstudio.ui.fields import label
from sorstudio.ui.inspector.group import clear
from sorstudio.ui.theme import Theme

_TOP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight


class Steps(QWidget):
    """Sentences that wrap, each with its number before it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentences: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._grid.setHorizontalSpacing(theme.size("s"))
        self._grid.setVerticalSpacing(theme.size("xs"))

    def show_steps(self, sentences: Sequence[str]) -> None:
        """Show other steps."""
        if tuple(sentences) == self.sentences:
            return
        self.sentences = tuple(sentences)
        clear(self._grid)
        for place, words in enumerate(self.sentences):
            self._grid.addWidget(label(f"{place + 1}.", "muted"), place, 0, _TOP)
            sentence = label(words, "small", wraps=True)
            sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(sentence, place, 1)
