"""The small map: the whole picture, and a frame for the part that is seen. A click goes there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from sorstudio.ui import paint
from sorstudio.ui.picture.painting import Marks, Picture, paint_picture
from sorstudio.ui.picture.scene import Box
from sorstudio.ui.picture.view import View
from sorstudio.ui.theme import measure

if TYPE_CHECKING:
    from sorstudio.ui.picture.canvas import Canvas

_PAD = 8
_SHARPNESS = 2


class Minimap(QWidget):
    """Painted once for each picture; only the frame moves."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._painted: tuple[Picture, QPixmap] | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def is_needed(self) -> bool:
        """Whether a part of the picture is out of sight."""
        stage = self._canvas.stage
        seen = stage.view.rect(stage.scene.bounds)
        return stage.data.size > 0 and not QRectF(self._canvas.rect()).contains(seen)

    def refresh(self) -> None:
        theme = self._canvas.theme
        self.resize(theme.px(measure("minimap_w")), theme.px(measure("minimap_h")))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        theme, area = self._canvas.theme, QRectF(self.rect())
        radius = theme.size("card_radius")
        paint.box(painter, theme, area, fill="raised", line=paint.quiet_line(theme), radius=radius)
        painter.drawPixmap(QPointF(0, 0), self._whole())
        painter.setClipRect(area.adjusted(2, 2, -2, -2))
        paint.box(painter, theme, self._frame(), line="accent", radius=theme.size("tick_radius"), width=2)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _go(self, where: QPointF) -> None:
        at = self._view().to_layout(where)
        now = self._canvas.stage.view.to_screen(at.x(), at.y())
        middle = QPointF(self._canvas.rect().center())
        self._canvas.desk.pan(middle.x() - now.x(), middle.y() - now.y())

    def _whole(self) -> QPixmap:
        picture = self._canvas.picture()
        if self._painted is None or self._painted[0] is not picture or self._is_resized(self._painted[1]):
            self._painted = (picture, self._paint_whole(picture))
        return self._painted[1]

    def _is_resized(self, painted: QPixmap) -> bool:
        return painted.size() != self.size() * _SHARPNESS

    def _paint_whole(self, picture: Picture) -> QPixmap:
        whole = QPixmap(self.size() * _SHARPNESS)
        whole.setDevicePixelRatio(_SHARPNESS)
        whole.fill(Qt.GlobalColor.transparent)
        painter = QPainter(whole)
        paint_picture(painter, replace(picture, portraits=None), self._view(), QSizeF(self.size()), Marks())
        painter.end()
        return whole

    def _view(self) -> View:
        """All of the picture within the frame of the map."""
        room = QRectF(self.rect()).adjusted(_PAD, _PAD, -_PAD, -_PAD)
        bounds: Box = self._canvas.stage.scene.bounds
        scale = min(room.width() / bounds.width, room.height() / bounds.height)
        view = View(own_scale=scale)
        return view.with_point_at(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2, room.center())

    def _frame(self) -> QRectF:
        seen = self._canvas.stage.view.area(QSizeF(self._canvas.size()))
        return self._view().rect(seen).intersected(QRectF(self.rect()).adjusted(3, 3, -3, -3))
