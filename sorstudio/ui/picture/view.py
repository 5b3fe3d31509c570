"""What part of the picture is seen: the point at the corner of the screen and the zoom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, QSizeF

from sorstudio.ui.picture.detail import Detail, detail_at, own_zoom, scale_at
from sorstudio.ui.picture.scene import Box


@dataclass(frozen=True)
class View:
    """`zoom` is what is shown as percent; `text_scale` is the text size of the theme, on top of it.

    `own_scale` is for pictures of the whole on paper and in the small map, where zoom has no meaning.
    """

    x: float = 0.0
    y: float = 0.0
    zoom: float = 1.0
    text_scale: float = 1.0
    own_scale: float = 0.0

    @cached_property
    def scale(self) -> float:
        """Screen pixels for a length of 1 in the layout."""
        return self.own_scale or scale_at(self.zoom) * self.text_scale

    @property
    def detail(self) -> Detail:
        return detail_at(self.zoom)

    def to_screen(self, x: float, y: float) -> QPointF:
        return QPointF((x - self.x) * self.scale, (y - self.y) * self.scale)

    def to_layout(self, point: QPointF) -> QPointF:
        return QPointF(self.x + point.x() / self.scale, self.y + point.y() / self.scale)

    def rect(self, box: Box) -> QRectF:
        """A box of the layout on the screen."""
        corner = self.to_screen(box.x, box.y)
        return QRectF(corner, QSizeF(box.width * self.scale, box.height * self.scale))

    def area(self, size: QSizeF, around: float = 0.0) -> Box:
        """What a screen of this size shows, and some pixels around it."""
        away = around / self.scale
        width, height = size.width() / self.scale, size.height() / self.scale
        return Box(self.x - away, self.y - away, width + 2 * away, height + 2 * away)

    def moved(self, across: float, down: float) -> View:
        """The picture pushed by so many pixels."""
        return replace(self, x=self.x - across / self.scale, y=self.y - down / self.scale)

    def with_point_at(self, x: float, y: float, where: QPointF) -> View:
        """A point of the layout put at a point of the screen."""
        return replace(self, x=x - where.x() / self.scale, y=y - where.y() / self.scale)

    def zoomed(self, zoom: float) -> View:
        return replace(self, zoom=zoom)


def zoom_to_fit(bounds: Box, room: QSizeF, detail: Detail, text_scale: float) -> float:
    """The zoom at which all of a picture of this detail is seen, at most its own size."""
    factor = min(room.width() / max(bounds.width, 1), room.height() / max(bounds.height, 1)) / text_scale
    return own_zoom(detail) * min(1.0, factor)
