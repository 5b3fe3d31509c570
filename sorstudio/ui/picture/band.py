"""The rubber band: a rectangle drawn over the picture chooses every unit that it touches."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtWidgets import QRubberBand, QWidget

from sorstudio.ui.picture.scene import Box
from sorstudio.ui.picture.stage import Stage


class Band:
    """Spanned between where the mouse went down and where it is."""

    def __init__(self, canvas: QWidget) -> None:
        self._shown = QRubberBand(QRubberBand.Shape.Rectangle, canvas)
        self._begin: QPoint | None = None
        self._area = QRect()

    @property
    def is_spanned(self) -> bool:
        return self._begin is not None

    def begin(self, at: QPointF) -> None:
        self._begin = at.toPoint()
        self.span(at)
        self._shown.show()

    def span(self, at: QPointF) -> None:
        if self._begin is not None:
            reach = at.toPoint() - self._begin
            self._area = QRect(self._begin, QSize(reach.x(), reach.y())).normalized()
            self._shown.setGeometry(self._area)

    def end(self) -> QRectF:
        """Take the band away; gives what it was spanned over."""
        area = QRectF(self._area)
        self._begin, self._area = None, QRect()
        self._shown.hide()
        return area


def units_within(stage: Stage, area: QRectF) -> tuple[str, ...]:
    """The units that a part of the screen touches, in the order of the picture; ghosts stay out."""
    corner = stage.view.to_layout(area.topLeft())
    scale = stage.view.scale
    places = stage.scene.within(Box(corner.x(), corner.y(), area.width() / scale, area.height() / scale))
    keys = (stage.visible.key_at(place) for place in places.tolist())
    return tuple(key for key in keys if key not in stage.data.ghosts)
