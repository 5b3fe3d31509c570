"""Tabler's outline icons, drawn in the colour of a token, sharp at every size and on every device."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from sorstudio.resources import read_toml
from sorstudio.ui.theme import Theme, measure

STROKE = 1.75
_STROKE_SMALL = 2.2
_SHARPNESS = 2


@cache
def icon_names() -> frozenset[str]:
    """The icons that are shipped."""
    return frozenset(_paths())


def icon(theme: Theme, name: str, color: str = "muted") -> QIcon:
    """For buttons and actions, with a greyed picture for the disabled state."""
    made = QIcon(pixmap(theme, name, color))
    made.addPixmap(pixmap(theme, name, "line_control"), QIcon.Mode.Disabled)
    return made


def icon_size(theme: Theme) -> QSize:
    """The size that goes with `icon` beside text."""
    side = theme.size("icon")
    return QSize(side, side)


def pixmap(theme: Theme, name: str, color: str = "muted", size: float = 0, stroke: float = 0) -> QPixmap:
    """The icon at twice its size; `size` is at 100 % and is 16 where it is left out."""
    size = size or measure("icon")
    return _pixmap(name, theme.hex(color), theme.px(size), stroke or stroke_for(size))


def stroke_for(size: float) -> float:
    """Small icons need a thicker line to be seen."""
    return STROKE if size >= measure("icon") else _STROKE_SMALL


def draw_icon(
    painter: QPainter, theme: Theme, name: str, where: QPointF, color: str = "muted", size: float = 0, stroke: float = 0
) -> None:
    """Paint it with its corner at `where`: as pixels on a screen, as lines on paper."""
    size = size or measure("icon")
    if is_raster(painter):
        painter.drawPixmap(where, pixmap(theme, name, color, size, stroke))
        return
    side = theme.px(size)
    drawing = _renderer(name, theme.hex(color), stroke or stroke_for(size))
    drawing.render(painter, QRectF(where.x(), where.y(), side, side))


def is_raster(painter: QPainter) -> bool:
    """Whether it paints on pixels, and not on paper."""
    device = painter.device()
    return isinstance(device, QPixmap | QImage) or device.devType() == _WIDGET


_WIDGET = 1  # QInternal::Widget, which has no name in Python


@cache
def _paths() -> dict[str, list[str]]:
    return read_toml("look/icons.toml")


@cache
def _renderer(name: str, color: str, stroke: float) -> QSvgRenderer:
    paths = "".join(f'<path d="{path}"/>' for path in _paths()[name])
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="{color}" '
        f'stroke-width="{stroke}" stroke-linecap="round" stroke-linejoin="round">{paths}</svg>'
    )
    return QSvgRenderer(QByteArray(svg.encode()))


@cache
def _pixmap(name: str, color: str, side: int, stroke: float) -> QPixmap:
    drawing = _renderer(name, color, stroke)
    made = QPixmap(side * _SHARPNESS, side * _SHARPNESS)
    made.fill(Qt.GlobalColor.transparent)
    made.setDevicePixelRatio(_SHARPNESS)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return made
