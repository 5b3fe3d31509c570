"""The way of a message, drawn over the tree: from the owner down to the receiver, and from whose number it is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from sorstudio.ui import paint
from sorstudio.ui.icons import draw_icon
from sorstudio.ui.picture.arrays import Visible
from sorstudio.ui.picture.edges import elbow
from sorstudio.ui.picture.ghosts import seen_place
from sorstudio.ui.picture.scene import Form, Scene
from sorstudio.ui.picture.view import View
from sorstudio.ui.theme import Theme

if TYPE_CHECKING:
    from sorstudio.ui.picture.canvas import Canvas

_LINE, _FRAME, _AWAY = 3.0, 2.0, 5.0
_BADGE, _ICON = 20, 13


@dataclass(frozen=True, slots=True)
class Route:
    """The key of the receiver, and of the unit whose number it uses; the same where the number is its own."""

    unit: str
    giver: str


def show_route(canvas: Canvas, route: Route | None) -> None:
    """Draw the way of a message over the tree, or none; the end of a new one comes into sight, not unfolded."""
    if route == canvas.route:
        return
    canvas.route = route
    seen = seen_place(canvas.stage.visible, route.unit) if route is not None else -1
    if seen >= 0:
        canvas.reveal(canvas.stage.visible.key_at(seen))
    canvas.update()


def places_on(visible: Visible, route: Route) -> tuple[int, ...]:
    """The places from the owner down to the receiver, or to the folded unit that holds it; none where neither is."""
    place = seen_place(visible, route.unit)
    found = []
    while place >= 0:
        found.append(place)
        place = int(visible.shape.parent[place])
    return tuple(reversed(found))


def paint_way(painter: QPainter, theme: Theme, scene: Scene, view: View, route: Route) -> None:
    """The lines of the tree on the way, thick; below the units."""
    path = QPainterPath()
    places = places_on(scene.visible, route)
    for above, place in pairwise(places):
        if scene.form[place] != Form.BLOCK:
            path.addPath(elbow(scene, above, place, view))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("text"), _LINE))
    painter.drawPath(path)


def paint_ends(painter: QPainter, theme: Theme, scene: Scene, view: View, route: Route) -> None:
    """A frame with a letter around the receiver; a dashed one with a number sign around whose number it is."""
    unit, giver = (seen_place(scene.visible, key) for key in (route.unit, route.giver))
    if giver >= 0 and giver != unit:
        _paint_end(painter, theme, view.rect(scene.box(giver)), "hash", Qt.PenStyle.DashLine)
    if unit >= 0:
        _paint_end(painter, theme, view.rect(scene.box(unit)), "mail-forward", Qt.PenStyle.SolidLine)


def _paint_end(painter: QPainter, theme: Theme, area: QRectF, icon: str, style: Qt.PenStyle) -> None:
    around = area.adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY)
    radius = min(theme.size("card_radius") + _AWAY, around.height() / 2)
    paint.box(painter, theme, around, line="text", radius=radius, width=_FRAME, style=style)
    side = theme.px(_BADGE)
    badge = QRectF(around.left() - side / 2, around.top() - side / 2, side, side)
    paint.box(painter, theme, badge, fill="text", radius=side / 2)
    inset = (side - theme.px(_ICON)) / 2
    draw_icon(painter, theme, icon, badge.topLeft() + QPointF(inset, inset), "surface", _ICON)
