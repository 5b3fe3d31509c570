"""One picture onto any painter: ground, lines, units and what is special just now."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from sorstudio.ui import paint
from sorstudio.ui.paint import Ink
from sorstudio.ui.picture.blocks import paint_blocks, rects_of, specks_of
from sorstudio.ui.picture.cards import Brush, Dress, paint_card, paint_handle, paint_pill
from sorstudio.ui.picture.colouring import BY_BLOCKS, Colouring
from sorstudio.ui.picture.edges import Edges, elbow, paint_edges, paint_strong
from sorstudio.ui.picture.ghosts import paint_ghost, paint_moves
from sorstudio.ui.picture.portraits import Portraits
from sorstudio.ui.picture.route import Route, paint_ends, paint_way
from sorstudio.ui.picture.scene import Form, Scene
from sorstudio.ui.picture.shape import Ints
from sorstudio.ui.picture.view import View
from sorstudio.ui.picture.words import Words
from sorstudio.ui.signs import NumberSign
from sorstudio.ui.theme import Theme, Weight, measure

MOST_WITH_WORDS = 1200
_MOST_INHERITANCE = 400
_SHADOW_ROOM = 6.0


@dataclass(frozen=True)
class Marks:
    """What is special just now, by place among the visible units; -1 is nobody."""

    selected: frozenset[int] = field(default=frozenset())
    focus: int = -1
    hovered: int = -1
    target: int = -1
    is_refused: bool = False
    shows_focus: bool = False
    shows_inheritance: bool = False
    route: Route | None = None


@dataclass(frozen=True, eq=False)
class Picture:
    """All that is needed to paint, apart from where on which painter."""

    scene: Scene
    edges: Edges
    colouring: Colouring
    theme: Theme
    words: Words
    portraits: Portraits | None = None


def paint_picture(painter: QPainter, picture: Picture, view: View, size: QSizeF, marks: Marks) -> None:
    """Everything but the floating controls; the ground is painted by the caller."""
    paint.smooth(painter)
    theme, scene = picture.theme, picture.scene
    paint_edges(painter, theme, picture.edges, view, size)
    if _is_specks(scene, view):
        _paint_specks(painter, picture, view, size)
        _paint_chosen_specks(painter, picture, view, marks)
        if marks.route is not None:
            paint_ends(painter, theme, scene, view, marks.route)
        return
    _paint_chosen_lines(painter, picture, view, marks)
    if marks.route is not None:
        paint_way(painter, theme, scene, view, marks.route)
    seen = scene.within(view.area(size, _SHADOW_ROOM))
    with_words = _with_words(scene, view, seen)
    rest = np.setdiff1d(seen, with_words, assume_unique=True)
    small = rest[scene.form[rest] != Form.BLOCK]
    if len(small) > MOST_WITH_WORDS:
        small = small[:0]
    _paint_blocks(painter, picture, view, np.setdiff1d(rest, small, assume_unique=True))
    _paint_small(painter, picture, view, small)
    if marks.shows_inheritance and len(with_words) <= _MOST_INHERITANCE:
        _paint_inheritance(painter, picture, view, with_words)
    _paint_units(painter, picture, view, with_words, marks)
    paint_moves(painter, theme, scene, view)
    _paint_chosen_blocks(painter, picture, view, seen, marks)
    if marks.route is not None:
        paint_ends(painter, theme, scene, view, marks.route)


def brush_for(painter: QPainter, picture: Picture) -> Brush:
    """The brush for single cards of a picture."""
    scene = picture.scene
    theme = picture.theme.at_full_size()
    return Brush(painter, theme, scene.visible.data, picture.words, scene.is_rightward)


def is_legible(view: View) -> bool:
    """Whether words are drawn at this zoom."""
    return view.scale * measure_text() >= measure("legible")


def measure_text() -> float:
    """The size of the text that a pill is about."""
    return Theme().font("small").pixelSize()


def _is_specks(scene: Scene, view: View) -> bool:
    smallest = float(scene.breadth.min()) if scene.size else 1.0
    return smallest * view.scale < measure("speck")


def _with_words(scene: Scene, view: View, seen: Ints) -> Ints:
    if not is_legible(view):
        return seen[:0]
    worded = seen[scene.form[seen] != Form.BLOCK]
    return worded if len(worded) <= MOST_WITH_WORDS else seen[:0]


def _paint_specks(painter: QPainter, picture: Picture, view: View, size: QSizeF) -> None:
    classes = picture.colouring.of_unit[picture.scene.visible.rows].astype(np.int64)
    low, high, _, _ = picture.scene.span(view.area(size))
    rects, gravest = specks_of(picture.scene, view, classes, low, high)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for number, swatch in enumerate(picture.colouring.swatches):
        paint_blocks(painter, picture.theme, swatch, rects[gravest == number])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _paint_blocks(painter: QPainter, picture: Picture, view: View, places: Ints) -> None:
    scene = picture.scene
    classes = picture.colouring.of_unit[scene.visible.rows[places]]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(places) <= _MOST_SMOOTH)
    for number, swatch in enumerate(picture.colouring.swatches):
        mine = places[classes == number]
        if len(mine):
            paint_blocks(painter, picture.theme, swatch, rects_of(scene, view, mine))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


_MOST_SMOOTH = 1500


def _paint_small(painter: QPainter, picture: Picture, view: View, places: Ints) -> None:
    """Units too small for all their facts: a frame, and the name in a size that can be read while there is room."""
    scene, theme = picture.scene, picture.theme
    data, quiet = scene.visible.data, "edge"
    for place in places.tolist():
        row = int(scene.visible.rows[place])
        area = view.rect(scene.box(place))
        accent = picture.colouring.swatches[picture.colouring.of_unit[row]].accent
        area = _with_room_for_a_name(area, theme)
        corner = min(area.height(), area.width()) / 4
        paint.box(painter, theme, area, fill="raised", line=accent or quiet, radius=corner)
        if area.height() >= theme.px(measure("name_least")):
            inner = area.adjusted(theme.size("xs"), 0, -theme.px(2), 0)
            paint.text(painter, theme, inner, data.names[row], Ink("caption", Weight.MEDIUM))


def _with_room_for_a_name(area: QRectF, theme: Theme) -> QRectF:
    """A pill may grow into the gap beside it, if that is all it needs to hold its name."""
    missing = theme.px(measure("name_least")) - area.height()
    gap = area.height() * measure("m") / measure("pill_h")
    return area.adjusted(0, -missing / 2, 0, missing / 2) if 0 < missing < gap else area


def _paint_units(painter: QPainter, picture: Picture, view: View, places: Ints, marks: Marks) -> None:
    """Cards and pills, in the lengths of the layout, so that text and icons grow with the zoom."""
    if picture.portraits is not None:
        picture.portraits.begin(view.scale)
        for place in places.tolist():
            _paint_portrait(painter, picture, picture.portraits, view, place, marks)
        return
    brush = brush_for(painter, picture)
    origin = view.to_screen(0, 0)
    painter.save()
    painter.translate(origin)
    painter.scale(view.scale, view.scale)
    for place in places.tolist():
        _paint_unit(brush, picture, place, _dress(picture, place, marks))
    painter.restore()


def _paint_portrait(
    painter: QPainter, picture: Picture, portraits: Portraits, view: View, place: int, marks: Marks
) -> None:
    box = picture.scene.box(place)
    dress = _dress(picture, place, marks)
    area = QRectF(box.x, box.y, box.width, box.height)

    def draw(onto: QPainter) -> None:
        brush = replace(brush_for(onto, picture), casts_shadows=portraits.is_steady)
        _paint_unit(brush, picture, place, dress)

    key = (int(picture.scene.visible.rows[place]), int(picture.scene.form[place]), dress)
    portraits.paint(painter, key, view.to_screen(box.x, box.y), area, draw)


def _paint_unit(brush: Brush, picture: Picture, place: int, dress: Dress) -> None:
    scene = picture.scene
    row = int(scene.visible.rows[place])
    box = scene.box(place)
    area = QRectF(box.x, box.y, box.width, box.height)
    if scene.visible.data.is_ghost[row]:
        paint_ghost(brush, area, row, dress)
    elif scene.form[place] == Form.CARD:
        paint_card(brush, area, row, dress)
        if dress.is_folded or (dress.is_open and (dress.is_hovered or dress.is_selected)):
            paint_handle(brush, area, row, is_folded=dress.is_folded)
    else:
        paint_pill(brush, area, row, dress)
    if dress.has_focus:
        radius = measure("card_radius") if scene.form[place] == Form.CARD else area.height() / 2
        paint.ring(brush.painter, brush.theme, area, radius)


def _dress(picture: Picture, place: int, marks: Marks) -> Dress:
    row = int(picture.scene.visible.rows[place])
    swatch = picture.colouring.swatches[picture.colouring.of_unit[row]]
    return Dress(
        accent=swatch.accent,
        sign=swatch if swatch.accent and picture.colouring.by in BY_BLOCKS else None,
        is_selected=place in marks.selected,
        is_hovered=place == marks.hovered,
        is_folded=bool(picture.scene.visible.closed[place]),
        is_allowed=place == marks.target and not marks.is_refused,
        is_refused=place == marks.target and marks.is_refused,
        is_open=bool(picture.scene.visible.shape.count[place]),
        has_focus=marks.shows_focus and place == marks.focus,
    )


def _paint_chosen_lines(painter: QPainter, picture: Picture, view: View, marks: Marks) -> None:
    """The line into each selected unit, while they are few."""
    scene = picture.scene
    if not is_legible(view) or len(marks.selected) > _MOST_LINES:
        return
    for place in marks.selected:
        parent = int(scene.visible.shape.parent[place])
        if parent >= 0 and scene.form[place] != Form.BLOCK:
            paint_strong(painter, picture.theme, elbow(scene, parent, place, view), "accent")


_MOST_LINES = 40


def _paint_chosen_blocks(painter: QPainter, picture: Picture, view: View, seen: Ints, marks: Marks) -> None:
    """Frames around what is special among the units without words."""
    scene = picture.scene
    special = dict.fromkeys(marks.selected, "accent") | {marks.hovered: "text"}
    if marks.target >= 0:
        special[marks.target] = "error" if marks.is_refused else "accent"
    words = is_legible(view)
    places = np.array(sorted(special), np.int64)
    for place in places[np.isin(places, seen)].tolist():
        if words and scene.form[place] != Form.BLOCK:
            continue
        around = view.rect(scene.box(place)).adjusted(-2, -2, 2, 2)
        paint.box(painter, picture.theme, around, line=special[place], radius=3, width=2)


def _paint_chosen_specks(painter: QPainter, picture: Picture, view: View, marks: Marks) -> None:
    for place in sorted(marks.selected)[:_MOST_LINES]:
        around = view.rect(picture.scene.box(place)).adjusted(-2, -2, 2, 2)
        paint.box(painter, picture.theme, around, line="accent", radius=2, width=2)


def _paint_inheritance(painter: QPainter, picture: Picture, view: View, places: Ints) -> None:
    """A dashed line from the giver of a number to each unit that uses it, beside the line of the tree."""
    scene = picture.scene
    data = scene.visible.data
    pen = QPen(picture.theme.color("text"), 1.3)
    pen.setDashPattern([3, 2.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for place in places.tolist():
        row = int(scene.visible.rows[place])
        giver = scene.visible.place_of(data.number_givers[row])
        if data.number_signs[row] == NumberSign.INHERITED and giver >= 0:
            painter.drawPath(_beside(view.rect(scene.box(giver)), view.rect(scene.box(place)), scene.is_rightward))


def _beside(giver: QRectF, user: QRectF, is_rightward: bool) -> QPainterPath:
    """Out of the giver, to just before the user, along, and in."""
    before = 8.0
    if is_rightward:
        begin = QPointF(giver.right(), giver.center().y() + before)
        turn, end = user.left() - before, QPointF(user.left(), user.center().y() + before / 2)
        corners = [QPointF(turn, begin.y()), QPointF(turn, end.y()), end]
    else:
        begin = QPointF(giver.center().x() + before, giver.bottom())
        turn, end = user.top() - before, QPointF(user.center().x() + before / 2, user.top())
        corners = [QPointF(begin.x(), turn), QPointF(end.x(), turn), end]
    path = QPainterPath(begin)
    for corner in corners:
        path.lineTo(corner)
    return path
