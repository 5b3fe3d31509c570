"""The user guide at the right of the work: beside it where there is room, over it where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sorstudio.ui.theme import Theme

ROOMY = 1240
"""Logical pixels, at a text size of 100 %, from which work and guide stand beside each other."""


class Beside(QWidget):
    """`side` keeps its own width, but never all of the window's; what it covers is there when it is put away."""

    def __init__(self, main: QWidget, side: QWidget, theme: Theme) -> None:
        super().__init__()
        self._side, self._theme = side, theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(main)
        side.setParent(self)
        side.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Another text size."""
        self._theme = theme
        self._place()

    def covers(self) -> bool:
        """Whether the side lies over the work."""
        return self.width() < self._theme.px(ROOMY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._side and event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._place()
        return False

    def _place(self) -> None:
        side = self._side
        wide = min(side.maximumWidth(), self.width() * 2 // 3)
        shows = not side.isHidden()
        self._row.setContentsMargins(0, 0, wide if shows and not self.covers() else 0, 0)
        side.setGeometry(self.width() - wide, 0, wide, self.height())
        side.raise_()
