"""Question, answer and explanation in as many columns as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from sorstudio.ui.theme import Theme

_THREE_FROM, _TWO_FROM = 1000, 500
"""Logical pixels at a text size of 100 % that so many columns need."""
_FIRST, _FIRST_LEAST, _ROOMY_FROM, _ANY_WIDTH = 268, 216, 700, 16_777_215
_CELLS = {
    3: ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1)),
    2: ((0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)),
    1: ((0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1)),
}
_STRETCH = {3: (0, 7, 5), 2: (0, 1, 0), 1: (1, 0, 0)}


class Columns(QScrollArea):
    """Scrolls up and down only. `fitted` carries how wide the second part is, in logical pixels at 100 %."""

    fitted = Signal(float)

    def __init__(self, parts: tuple[QWidget, QWidget, QWidget], theme: Theme) -> None:
        super().__init__()
        self._parts, self._theme = parts, theme
        self.most = 3
        self.count = 0
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self.setProperty("kind", "pane")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(holder)
        self.set_theme(theme)

    def set_theme(self, theme: Theme, most: int = 3) -> None:
        """Another look or text size, with at most so many columns."""
        self._theme, self.most, self.count = theme, most, 0
        edge = theme.size("l")
        self._grid.setContentsMargins(edge, theme.size("m"), edge, theme.size("m"))
        self._grid.setHorizontalSpacing(theme.size("xl"))
        self._grid.setVerticalSpacing(theme.size("l"))
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(80))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        theme = self._theme
        room = self.width() / theme.scale
        count = min(self.most, 3 if room >= _THREE_FROM else 2 if room >= _TWO_FROM else 1)
        first = _FIRST if room >= _ROOMY_FROM else _FIRST_LEAST
        rest = room - 40 if count == 1 else room - first - 60
        if count != self.count:
            self._place(count)
        wide = theme.px(first)
        self._parts[0].setMinimumWidth(wide if count > 1 else 0)
        self._parts[0].setMaximumWidth(wide if count > 1 else _ANY_WIDTH)
        self.fitted.emit(rest * 7 / 12 if count == 3 else rest)

    def _place(self, count: int) -> None:
        self.count = count
        for place, (part, cell) in enumerate(zip(self._parts, _CELLS[count], strict=True)):
            self._grid.removeWidget(part)
            self._grid.addWidget(part, *cell)
            self._grid.setColumnStretch(place, _STRETCH[count][place])
            self._grid.setRowStretch(place, int(place == 3 - count))
