"""Dims everything but what is pointed at; pointer and keys go through it, so that the control can be tried."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from sorstudio.ui.paint import box, smooth
from sorstudio.ui.theme import Theme


class Veil(QWidget):
    """Over the whole workspace, with a hole."""

    def __init__(self, theme: Theme, work: QWidget) -> None:
        super().__init__(work)
        self.theme, self._hole = theme, QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def leave_out(self, hole: QRect) -> None:
        """What is not dimmed; an empty area leaves out nothing."""
        self._hole = hole
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        path = QPainterPath()
        path.addRect(QRectF(self.rect()))
        radius, hole = self.theme.size("card_radius"), QRectF(self._hole)
        if not self._hole.isEmpty():
            path.addRoundedRect(hole, radius, radius)
        painter.fillPath(path, self.theme.color("veil"))
        if not self._hole.isEmpty():
            box(painter, self.theme, hole, line="accent", radius=radius, width=self.theme.size("focus"))
        painter.end()
