"""What the canvas shows and from where: data, folded branches, direction and view, with what must stay in place."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSizeF

from sorstudio.ui.picture.arrays import EMPTY, PictureData, Visible, visible_part
from sorstudio.ui.picture.detail import Detail, Direction, detail_at, own_zoom, within_limits
from sorstudio.ui.picture.edges import Edges, edges_of
from sorstudio.ui.picture.scene import Scene, build_scene
from sorstudio.ui.picture.view import View, zoom_to_fit
from sorstudio.ui.theme import measure

_IN_SIGHT = 80


class Stage:
    """Plain state without a widget; places are those of the visible units."""

    def __init__(self, text_scale: float = 1.0) -> None:
        self.data: PictureData = EMPTY
        self.folded: frozenset[str] = frozenset()
        self.direction = Direction.RIGHT
        self.view = View(text_scale=text_scale)
        self.size = QSizeF()
        self.foot = 0.0
        """What is covered at the foot of the screen, in pixels."""
        self._is_fitted = False
        self._visible: Visible = visible_part(EMPTY, frozenset())
        self._scenes: dict[Detail, Scene] = {}
        self._edges: dict[Detail, Edges] = {}

    @property
    def visible(self) -> Visible:
        return self._visible

    @property
    def scene(self) -> Scene:
        return self._scene(self.view.detail)

    @property
    def edges(self) -> Edges:
        detail = self.view.detail
        if detail not in self._edges:
            self._edges[detail] = edges_of(self.scene)
        return self._edges[detail]

    def set_data(self, data: PictureData) -> bool:
        """Show other data; what was folded, and the unit in the middle, stay as they were.

        Says whether everything still stands where it stood.
        """
        if self._is_fitted and data.is_placed_as(self.data) and self._redressed(data):
            return True
        known = self.data.index
        fresh = frozenset(key for key in data.folded if key not in known)
        kept = frozenset(key for key in self.folded if key in data.index)
        anchor = self._middle_key()
        before = self._middle_of(anchor)
        self.data = data
        self._rebuild(kept | fresh)
        self._hold(anchor, before)
        return False

    def set_folded(self, folded: frozenset[str], anchor: str = "") -> None:
        """Fold exactly these; the anchor stays where it is on the screen."""
        before = self._middle_of(anchor)
        self._rebuild(folded)
        self._hold(anchor, before)

    def set_direction(self, direction: Direction) -> None:
        self.direction = direction
        self._rebuild(self.folded)
        self.fit()

    def set_text_scale(self, text_scale: float) -> None:
        middle = QPointF(self.size.width() / 2, self.size.height() / 2)
        at = self.view.to_layout(middle)
        self.view = replace(self.view, text_scale=text_scale).with_point_at(at.x(), at.y(), middle)

    def resize(self, size: QSizeF) -> None:
        """A picture that was never moved is shown whole as soon as there is room for it."""
        self.size = size
        if not self._is_fitted and not size.isEmpty():
            self.fit()

    def pan(self, across: float, down: float) -> None:
        self._is_fitted = True
        self.view = self._in_sight(self.view.moved(across, down))

    def zoom_at(self, where: QPointF, zoom: float) -> None:
        """Zoom so that what is under the point stays there, also where another level of detail begins."""
        self._is_fitted = True
        zoom = within_limits(zoom)
        if detail_at(zoom) is self.view.detail:
            at = self.view.to_layout(where)
            self.view = self.view.zoomed(zoom).with_point_at(at.x(), at.y(), where)
            return
        at = self.view.to_layout(where)
        place = self.scene.nearest(at.x(), at.y())
        share = self._share(place, at)
        self.view = self.view.zoomed(zoom)
        if place >= 0:
            box = self.scene.box(place)
            x, y = box.x + share.x() * box.width, box.y + share.y() * box.height
            self.view = self.view.with_point_at(x, y, where)

    def zoom_to(self, detail: Detail, anchor: str = "") -> None:
        """A level of detail in its own size, around the anchor or the middle of the screen."""
        self._is_fitted = True
        where = QPointF(self.size.width() / 2, self.size.height() / 2)
        if self._middle_of(anchor) is not None:
            self.reveal(anchor)
            where = self._middle_of(anchor) or where
        self.zoom_at(where, own_zoom(detail))
        self.view = self._in_sight(self.view)

    def fit(self) -> None:
        """Show everything, with as much detail as there is room for."""
        self._is_fitted = not self.size.isEmpty() and self.data.size > 0
        room = self._room()
        for detail in Detail:
            zoom = zoom_to_fit(self._scene(detail).bounds, room.size(), detail, self.view.text_scale)
            if detail_at(zoom) is detail:
                break
        self.view = self.view.zoomed(within_limits(zoom))
        bounds = self.scene.bounds
        middle = (bounds.x + bounds.width / 2, bounds.y + bounds.height / 2)
        self.view = self.view.with_point_at(*middle, room.center())

    def reveal(self, key: str) -> bool:
        """Unfold what hides a unit and move it into sight; says whether anything had to be unfolded."""
        row = self.data.index.get(key, -1)
        if row < 0:
            return False
        hiding = frozenset(self.data.above(row)) & self.folded
        if hiding:
            self._rebuild(self.folded - hiding)
        self._move_into_sight(self.visible.place_of(key))
        return bool(hiding)

    def place_at(self, where: QPointF) -> int:
        at = self.view.to_layout(where)
        return self.scene.at(at.x(), at.y())

    def _scene(self, detail: Detail) -> Scene:
        if detail not in self._scenes:
            self._scenes[detail] = build_scene(self._visible, detail, self.direction)
        return self._scenes[detail]

    def _rebuild(self, folded: frozenset[str]) -> None:
        self.folded = folded
        self._visible = visible_part(self.data, folded)
        self._scenes.clear()
        self._edges.clear()

    def _redressed(self, data: PictureData) -> bool:
        """Keep all places, unless a unit that is seen takes another form; the other levels of detail are for later."""
        visible = replace(self._visible, data=data)
        detail, scene = self.view.detail, self.scene.dressed_as(visible)
        if scene is None:
            return False
        edges = replace(self.edges, scene=scene)
        self.data, self._visible = data, visible
        self._scenes, self._edges = {detail: scene}, {detail: edges}
        return True

    def _share(self, place: int, at: QPointF) -> QPointF:
        """Where in a unit's box a point is, kept within the box."""
        if place < 0:
            return QPointF()
        box = self.scene.box(place)
        across, down = (at.x() - box.x) / box.width, (at.y() - box.y) / box.height
        return QPointF(min(1.0, max(0.0, across)), min(1.0, max(0.0, down)))

    def _middle_key(self) -> str:
        at = self.view.to_layout(QPointF(self.size.width() / 2, self.size.height() / 2))
        place = self.scene.nearest(at.x(), at.y())
        return self.visible.key_at(place) if place >= 0 else ""

    def _middle_of(self, key: str) -> QPointF | None:
        place = self.visible.place_of(key)
        return self.view.rect(self.scene.box(place)).center() if place >= 0 else None

    def _hold(self, key: str, where: QPointF | None) -> None:
        """Put a unit back where it stood, or show everything when nothing was seen yet."""
        if not self._is_fitted:
            self.fit()
            return
        place = self.visible.place_of(key)
        if place >= 0 and where is not None:
            box = self.scene.box(place)
            self.view = self.view.with_point_at(box.x + box.width / 2, box.y + box.height / 2, where)
        self.view = self._in_sight(self.view)

    def _room(self) -> QRectF:
        """The screen without the floating controls."""
        scale = self.view.text_scale
        side, top = measure("xl") * scale, measure("toolbar") * scale
        high = self.size.height() - top - max(top, self.foot + measure("s") * scale)
        return QRectF(side, top, max(1.0, self.size.width() - 2 * side), max(1.0, high))

    def _move_into_sight(self, place: int) -> None:
        area, box = self._room(), self.view.rect(self.scene.box(place))
        self.pan(_inward(box.left(), box.right(), area.left(), area.right()), 0)
        self.pan(0, _inward(box.top(), box.bottom(), area.top(), area.bottom()))

    def _in_sight(self, view: View) -> View:
        """Never let the picture be pushed off the screen altogether."""
        if self.size.isEmpty():
            return view
        box = view.rect(self.scene.bounds)
        across = _kept(box.left(), box.right(), self.size.width())
        down = _kept(box.top(), box.bottom(), self.size.height())
        return view.moved(across, down)


def _inward(low: float, high: float, least: float, most: float) -> float:
    """How far to move a stretch so that it lies within another; its beginning wins."""
    if low < least:
        return least - low
    return max(most - high, least - low) if high > most else 0.0


def _kept(low: float, high: float, room: float) -> float:
    edge = min(_IN_SIGHT, (high - low) / 2)
    if high < edge:
        return edge - high
    return room - edge - low if low > room - edge else 0.0
