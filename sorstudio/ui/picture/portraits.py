"""Cards and pills kept as pixels while the zoom stands still, so that pushing the picture is only copying."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from sorstudio.ui.paint import smooth

Key = tuple[int, Hashable, Hashable]
"""The row of the unit, its form and how it is dressed."""
_MOST_PIXELS = 6_000_000
_BEFORE = 8
_AFTER_ACROSS = 48
_AFTER_DOWN = 16


class Portraits:
    """Belongs to one picture in one look. While the zoom moves, `is_steady` is false and nothing is kept."""

    def __init__(self) -> None:
        self._scale = 0.0
        self.is_steady = False
        self._pixels = 0
        self._kept: dict[Key, QPixmap] = {}

    def without(self, rows: Collection[int]) -> Portraits:
        """Those of the other units; the key of a portrait begins with the row of its unit."""
        self._kept = {key: one for key, one in self._kept.items() if key[0] not in rows}
        self._pixels = sum(one.width() * one.height() for one in self._kept.values())
        return self

    def begin(self, scale: float) -> None:
        """A new frame; another scale than before makes all portraits useless."""
        self.is_steady = scale == self._scale
        if not self.is_steady:
            self._scale = scale
            self._forget()

    def paint(
        self, painter: QPainter, key: Key, corner: QPointF, area: QRectF, draw: Callable[[QPainter], None]
    ) -> None:
        """Paint what `draw` draws around `area` in layout lengths, so that its corner is at `corner` on the screen."""
        at = QPointF(round(corner.x()), round(corner.y()))
        if not self.is_steady:
            painter.save()
            self._draw_at(painter, at, area, draw)
            painter.restore()
            return
        if key not in self._kept:
            self._keep(key, self._portrait(painter.device().devicePixelRatio(), area, draw))
        away = round(_BEFORE * self._scale)
        painter.drawPixmap(at - QPointF(away, away), self._kept[key])

    def _draw_at(self, painter: QPainter, at: QPointF, area: QRectF, draw: Callable[[QPainter], None]) -> None:
        painter.translate(at)
        painter.scale(self._scale, self._scale)
        painter.translate(-area.topLeft())
        draw(painter)

    def _portrait(self, ratio: float, area: QRectF, draw: Callable[[QPainter], None]) -> QPixmap:
        scale = self._scale * ratio
        wide, high = area.width() + _BEFORE + _AFTER_ACROSS, area.height() + _BEFORE + _AFTER_DOWN
        pixmap = QPixmap(round(wide * scale) + 1, round(high * scale) + 1)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        smooth(painter)
        away = round(_BEFORE * self._scale)
        self._draw_at(painter, QPointF(away, away), area, draw)
        painter.end()
        return pixmap

    def _keep(self, key: Key, portrait: QPixmap) -> None:
        if self._pixels > _MOST_PIXELS:
            self._forget()
        self._pixels += portrait.width() * portrait.height()
        self._kept[key] = portrait

    def _forget(self) -> None:
        self._pixels = 0
        self._kept.clear()
