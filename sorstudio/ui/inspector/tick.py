"""A tick box with the four states of the message table: given, expected, empty, and not possible."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from sorstudio.ui.icons import draw_icon
from sorstudio.ui.paint import CENTER, Ink, box, ring, smooth, text
from sorstudio.ui.theme import Theme

SIDE = 16


class Tick(Enum):
    """What stands in one cell."""

    GIVEN = "given"
    EXPECTED = "expected"
    EMPTY = "empty"
    IMPOSSIBLE = "impossible"


class TickBox(QAbstractButton):
    """Answers to mouse and space bar; what it shows follows the plan, not the click."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.tick = Tick.EMPTY
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tick(self, tick: Tick, *, name: str, editable: bool) -> None:
        """Show a state."""
        self.tick = tick
        takes = editable and tick is not Tick.IMPOSSIBLE
        self.setEnabled(takes)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if takes else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(26), self._theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, side = self._theme, self._theme.px(SIDE)
        painter = QPainter(self)
        smooth(painter)
        middle = QRectF(self.rect()).center()
        area = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        self._paint_state(painter, area)
        if self.hasFocus():
            ring(painter, theme, area, theme.size("tick_radius"))
        painter.end()

    def _paint_state(self, painter: QPainter, area: QRectF) -> None:
        theme, radius = self._theme, self._theme.size("tick_radius")
        if self.tick is Tick.IMPOSSIBLE:
            text(painter, theme, area, "–", Ink("small", color="muted", align=CENTER))
        elif self.tick is Tick.GIVEN:
            ground = "accent" if self.isEnabled() else "sunken"
            line = "" if self.isEnabled() else "line_control"
            box(painter, theme, area, fill=ground, line=line, radius=radius)
            inset = theme.px(2)
            corner = QPointF(area.left() + inset, area.top() + inset)
            draw_icon(painter, theme, "check", corner, "on_accent" if self.isEnabled() else "muted", SIDE - 4, 3)
        elif self.tick is Tick.EXPECTED:
            box(painter, theme, area, line="accent", radius=radius, width=1.4, style=Qt.PenStyle.DashLine)
        else:
            box(painter, theme, area, fill="surface", line="line_control", radius=radius)
