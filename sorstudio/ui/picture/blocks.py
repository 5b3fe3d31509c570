"""Units too small for words: coloured blocks with a pattern, and, smaller still, one speck for several units."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from sorstudio.ui.picture.colouring import Pattern, Swatch
from sorstudio.ui.picture.scene import Scene
from sorstudio.ui.picture.shape import Floats, Ints
from sorstudio.ui.picture.stamps import can_stamp, stamp
from sorstudio.ui.picture.strokes import draw_lines, draw_rects
from sorstudio.ui.picture.view import View
from sorstudio.ui.theme import Theme, measure

MOST_ROUNDED = 300
_FRAME = 1.2
_INSET = 0.16


def rects_of(scene: Scene, view: View, places: Ints) -> Floats:
    """Rows of x, y, width, height on the screen; never thinner than a pixel."""
    rects = np.empty((len(places), 4))
    along, inward = (1, 0) if scene.is_rightward else (0, 1)
    corner = (view.x, view.y)
    rects[:, along] = (scene.start[places] - corner[along]) * view.scale
    rects[:, inward] = (scene.depth[places] - corner[inward]) * view.scale
    rects[:, along + 2] = np.maximum(scene.breadth[places] * view.scale, 1.0)
    rects[:, inward + 2] = np.maximum(scene.deep[places] * view.scale, 1.0)
    return rects


def paint_blocks(painter: QPainter, theme: Theme, swatch: Swatch, rects: Floats) -> None:
    """All blocks of one swatch."""
    if not len(rects):
        return
    if rects[:, 2:].min() >= measure("shapes") and can_stamp(painter, rects):
        stamp(painter, theme, swatch, rects, _paint_blocks)
    else:
        _paint_blocks(painter, theme, swatch, rects)


def _paint_blocks(painter: QPainter, theme: Theme, swatch: Swatch, rects: Floats) -> None:
    smallest = float(min(rects[:, 2].min(), rects[:, 3].min()))
    has_signs = smallest >= measure("shapes")
    _set_frame(painter, theme, swatch, has_signs)
    if has_signs and len(rects) <= MOST_ROUNDED:
        painter.drawPath(_rounded(rects, smallest / 6))
    else:
        draw_rects(painter, rects)
    if has_signs:
        paint_pattern(painter, theme, swatch, rects)


def _set_frame(painter: QPainter, theme: Theme, swatch: Swatch, has_frame: bool) -> None:
    solid = swatch.fill or ("" if has_frame else swatch.line)
    painter.setBrush(theme.color(solid) if solid else Qt.BrushStyle.NoBrush)
    if swatch.line and has_frame:
        dotted = swatch.pattern is Pattern.DOTTED_FRAME
        style = Qt.PenStyle.DotLine if dotted else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.color(swatch.line), _FRAME, style))
    else:
        if swatch.line:
            painter.setBrush(theme.color(swatch.line))
        painter.setPen(Qt.PenStyle.NoPen)


def _rounded(rects: Floats, radius: float) -> QPainterPath:
    path = QPainterPath()
    for x, y, width, height in rects.tolist():
        path.addRoundedRect(QRectF(x + 0.5, y + 0.5, width - 1, height - 1), radius, radius)
    return path


def paint_pattern(painter: QPainter, theme: Theme, swatch: Swatch, rects: Floats) -> None:
    """The sign inside each block."""
    strokes = _PATTERN_STROKES.get(swatch.pattern, ())
    if not strokes:
        return
    color = "surface" if swatch.fill == swatch.line else swatch.line
    width = max(1.2, float(rects[0, 3]) / 9)
    if swatch.pattern in _DOT_SHARE:
        width = float(rects[0, 2:].min()) * _DOT_SHARE[swatch.pattern]
    painter.setPen(QPen(theme.color(color), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for stroke in strokes:
        draw_lines(painter, _inside(rects, stroke))


_DOT_SHARE = {Pattern.DOT: 0.36, Pattern.DOTS: 0.2}
_Stroke = tuple[float, float, float, float]
_PATTERN_STROKES: dict[Pattern, tuple[_Stroke, ...]] = {
    Pattern.CROSS: ((_INSET, _INSET, 1 - _INSET, 1 - _INSET), (_INSET, 1 - _INSET, 1 - _INSET, _INSET)),
    Pattern.SLASH: ((_INSET, 1 - _INSET, 1 - _INSET, _INSET),),
    Pattern.PLUS: ((0.5, 0.25, 0.5, 0.75), (0.35, 0.5, 0.65, 0.5)),
    Pattern.DASH: ((0.3, 0.5, 0.7, 0.5),),
    Pattern.DOT: ((0.499, 0.5, 0.501, 0.5),),
    Pattern.DOTS: ((0.329, 0.5, 0.331, 0.5), (0.669, 0.5, 0.671, 0.5)),
}


def _inside(rects: Floats, stroke: _Stroke) -> Floats:
    """A stroke given in shares of the block, for every block."""
    x, y, width, height = rects.T
    ends = (x + width * stroke[0], y + height * stroke[1], x + width * stroke[2], y + height * stroke[3])
    return np.column_stack(ends)


def specks_of(scene: Scene, view: View, classes: Ints, low: float, high: float) -> tuple[Floats, Ints]:
    """One rectangle for all units of a level that fall on the same line of pixels, in the gravest class of theirs."""
    rects, gravest = [np.empty((0, 4))], [np.empty(0, np.int64)]
    for level in range(scene.visible.shape.depth):
        part = scene.between(level, low, high)
        if part.stop == part.start:
            continue
        line = np.floor(scene.start[part] * view.scale)
        first = np.flatnonzero(np.append(True, line[1:] != line[:-1]))
        begin = np.minimum.reduceat(scene.depth[part], first)
        end = np.maximum.reduceat(scene.depth[part] + scene.deep[part], first)
        rects.append(_specks(scene, view, line[first], begin, end))
        gravest.append(np.maximum.reduceat(classes[part], first))
    return np.concatenate(rects), np.concatenate(gravest)


def _specks(scene: Scene, view: View, line: Floats, begin: Floats, end: Floats) -> Floats:
    rects = np.ones((len(line), 4))
    along, inward = (1, 0) if scene.is_rightward else (0, 1)
    corner = (view.x, view.y)
    rects[:, along] = np.round(line - corner[along] * view.scale)
    rects[:, inward] = (begin - corner[inward]) * view.scale
    rects[:, inward + 2] = np.maximum((end - begin) * view.scale, 1.0)
    return rects
