"""A caption with sentences under it; without sentences it takes no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sorstudio.ui.fields import label
from sorstudio.ui.inspector.group import clear
from sorstudio.ui.theme import Theme


class Block(QWidget):
    """Each sentence may have a word before it that is read first."""

    def __init__(self, theme: Theme, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.sentences: tuple[tuple[str, str], ...] = ()
        self.caption = label("", "group")
        self._list = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.caption)
        self._column.addLayout(self._list)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._column.setSpacing(theme.px(4))
        self._list.setSpacing(theme.px(4))

    def say(self, caption: str, sentences: Sequence[tuple[str, str]]) -> None:
        """The words before the sentences, and the sentences."""
        self.caption.setText(caption)
        self.setVisible(bool(sentences))
        if tuple(sentences) == self.sentences:
            return
        self.sentences = tuple(sentences)
        clear(self._list)
        for first, words in self.sentences:
            for part, kind in ((first, "muted"), (words, self._kind)):
                if part:
                    made = label(part, kind, wraps=True)
                    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                    self._list.addWidget(made)
