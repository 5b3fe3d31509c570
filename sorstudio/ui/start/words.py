"""Lines of words on the start page."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from sorstudio.ui.theme import Theme, Weight


def line(
    theme: Theme, words: str, size: str = "body", weight: Weight = Weight.REGULAR, *, color: str = "text"
) -> QLabel:
    """Words in a size, weight and colour of the look, on as many lines as they need."""
    label = QLabel(words)
    label.setWordWrap(True)
    label.setFont(theme.font(size, weight))
    palette = label.palette()
    palette.setColor(label.foregroundRole(), theme.color(color))
    label.setPalette(palette)
    return label
