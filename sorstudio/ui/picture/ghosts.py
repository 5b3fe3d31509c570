"""The places that units have left: rows among the columns, dashed cards, and arrows to where the units are now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from sorstudio.ui import paint
from sorstudio.ui.paint import Ink
from sorstudio.ui.picture.arrays import Columns, Visible
from sorstudio.ui.picture.cards import Brush, Dress
from sorstudio.ui.picture.scene import Form, Scene
from sorstudio.ui.picture.view import View
from sorstudio.ui.signs import ChangeSign
from sorstudio.ui.theme import Theme, Weight, measure

_MOST_ARROWS = 200
_PAD = 10
_BULGE = 26.0
_HEAD = 7.0
_TWO_LINES = 36.0
T = TypeVar("T")


@dataclass(frozen=True)
class Ghost:
    """The place that a unit has left: below which unit, after which sibling (or first), and its name at the time."""

    unit: str
    parent: str
    after: str
    name: str

    @property
    def key(self) -> str:
        return f"was:{self.unit}"


def with_ghosts(columns: Columns, ghosts: Sequence[Ghost]) -> Columns:
    """The columns with a row more for each ghost whose old parent is in the picture."""
    at = {key: place for place, key in enumerate(columns.keys)}
    following: dict[int, list[int]] = defaultdict(list)
    shown = [ghost for ghost in ghosts if ghost.parent in at]
    for number, ghost in enumerate(shown):
        following[at.get(ghost.after, at[ghost.parent])].append(-1 - number)
    order = [row for place in range(len(at)) for row in (place, *following[place])]
    return _inserted(columns, shown, order, at)


def _inserted(columns: Columns, ghosts: Sequence[Ghost], order: Sequence[int], at: dict[str, int]) -> Columns:
    """Rows below 0 are ghosts, counted backwards."""
    new = {old: place for place, old in enumerate(order)}

    def column(values: Sequence[T], blank: T) -> Sequence[T]:
        return [values[row] if row >= 0 else blank for row in order] if len(values) else values

    def named(values: Sequence[str], of_ghosts: Sequence[str]) -> Sequence[str]:
        return [values[row] if row >= 0 else of_ghosts[-1 - row] for row in order]

    above = [columns.parents[row] if row >= 0 else at[ghosts[-1 - row].parent] for row in order]
    return replace(
        columns,
        keys=named(columns.keys, [ghost.key for ghost in ghosts]),
        names=named(columns.names, [ghost.name for ghost in ghosts]),
        parents=[new[parent] if parent >= 0 else -1 for parent in above],
        types=column(columns.types, ""),
        numbers=column(columns.numbers, ""),
        number_signs=column(columns.number_signs, 0),
        number_givers=column(columns.number_givers, ""),
        changes=column(columns.changes, ChangeSign.NONE),
        findings=column(columns.findings, 0),
        received=column(columns.received, 0),
        sent=column(columns.sent, 0),
        offers=column(columns.offers, 0),
        type_expected=column(columns.type_expected, False),
        areas=column(columns.areas, ""),
        ages=column(columns.ages, -1),
        ghosts={ghost.key: ghost.unit for ghost in ghosts},
    )


def paint_ghost(brush: Brush, area: QRectF, row: int, dress: Dress) -> None:
    """A dashed card with the name struck through and, where there is room, the name of the new parent."""
    painter, theme = brush.painter, brush.theme
    radius = measure("card_radius") if area.height() > measure("pill_h") else area.height() / 2
    fill = "hover" if dress.is_hovered else "canvas"
    paint.box(painter, theme, area, fill=fill, line="moved", radius=radius, width=1.2, style=Qt.PenStyle.DashLine)
    inner = area.adjusted(_PAD, 0, -_PAD, 0)
    name = Ink("small", Weight.MEDIUM, "moved", struck=True)
    if area.height() < _TWO_LINES:
        brush.text(inner, brush.data.names[row], name)
        return
    half = area.height() / 2
    brush.text(inner.adjusted(0, 4, 0, -half), brush.data.names[row], name)
    brush.text(inner.adjusted(0, half, 0, -4), _goal(brush, row), Ink("caption", color="moved"))


def _goal(brush: Brush, row: int) -> str:
    data = brush.data
    parent = data.parent_of(data.index[data.ghosts[data.keys[row]]])
    return brush.words("picture.ghost.to", parent=data.names[parent]) if parent >= 0 else ""


def paint_moves(painter: QPainter, theme: Theme, scene: Scene, view: View) -> None:
    """A dashed arrow from each ghost to its unit, or to the folded branch that holds it."""
    data = scene.visible.data
    if len(data.ghosts) > _MOST_ARROWS:
        return
    for ghost, unit in data.ghosts.items():
        begin, end = seen_place(scene.visible, ghost), seen_place(scene.visible, unit)
        if min(begin, end) >= 0 and begin != end and Form.BLOCK not in (scene.form[begin], scene.form[end]):
            ends = (view.rect(scene.box(begin)), view.rect(scene.box(end)))
            _paint_arrow(painter, theme, arrow(*ends, is_rightward=scene.is_rightward, scale=view.scale), view.scale)


def seen_place(visible: Visible, key: str) -> int:
    """Where a unit is seen: its own place, or that of the folded unit above it; -1 where it is not in the picture."""
    data = visible.data
    row = data.index.get(key, -1)
    while row >= 0 and visible.place[row] < 0:
        row = data.parent_of(row)
    return int(visible.place[row]) if row >= 0 else -1


def arrow(begin: QRectF, end: QRectF, *, is_rightward: bool, scale: float) -> QPainterPath:
    """Along the tree where the unit stands deeper or less deep, else around the outside."""
    if not is_rightward:
        turned = arrow(_turned(begin), _turned(end), is_rightward=True, scale=scale)
        return _turned_path(turned)
    start = QPointF(begin.right(), begin.center().y())
    goal = QPointF(end.right(), end.center().y())
    if end.left() > begin.right():
        goal.setX(end.left())
        bend = max((goal.x() - start.x()) / 2, _BULGE * scale)
        controls = (QPointF(start.x() + bend, start.y()), QPointF(goal.x() - bend, goal.y()))
    elif end.right() < begin.left():
        start.setX(begin.left())
        bend = max((start.x() - goal.x()) / 2, _BULGE * scale)
        controls = (QPointF(start.x() - bend, start.y()), QPointF(goal.x() + bend, goal.y()))
    else:
        out = max(start.x(), goal.x()) + _BULGE * scale
        controls = (QPointF(out, start.y()), QPointF(out, goal.y()))
    path = QPainterPath(start)
    path.cubicTo(*controls, goal)
    return path


def _turned(area: QRectF) -> QRectF:
    return QRectF(area.top(), area.left(), area.height(), area.width())


def _turned_path(path: QPainterPath) -> QPainterPath:
    start, one, two, goal = (
        QPointF(part.y, part.x) for part in (path.elementAt(number) for number in range(path.elementCount()))
    )
    turned = QPainterPath(start)
    turned.cubicTo(one, two, goal)
    return turned


def _paint_arrow(painter: QPainter, theme: Theme, path: QPainterPath, scale: float) -> None:
    pen = QPen(theme.color("moved"), max(1.2, 1.6 * min(scale, 1.5)))
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    goal = path.pointAtPercent(1)
    heading = np.radians(-path.angleAtPercent(0.999))
    size = _HEAD * max(0.7, min(scale, 1.5))
    corners = [goal]
    for side in (-1, 1):
        turn = heading + np.pi + side * 0.45
        corners.append(goal + QPointF(float(np.cos(turn)) * size, float(np.sin(turn)) * size))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("moved"))
    painter.drawPolygon(QPolygonF(corners))
