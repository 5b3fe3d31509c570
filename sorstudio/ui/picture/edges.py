"""The lines of the tree: a stub from each parent, a bar along its children, a stub to each child or rack of blocks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from sorstudio.ui.picture.scene import Box, Scene
from sorstudio.ui.picture.shape import Bools, Floats, Ints
from sorstudio.ui.picture.strokes import draw_lines
from sorstudio.ui.picture.view import View
from sorstudio.ui.theme import Theme, measure

MOST_BENDS = 300
_LINE = 1.3
_STRONG_LINE = 2.0


@dataclass(frozen=True, eq=False)
class _Level:
    """What leads into one level: the middle of each item, and for each parent the stretch of its bar."""

    middle: Floats
    parent: Ints
    is_rack: Bools
    rack_start: Floats
    rack_end: Floats
    parents: Ints
    parent_middle: Floats
    low: Floats
    high: Floats
    column: float
    bar: float


@dataclass(frozen=True, eq=False)
class Edges:
    """All lines of a scene, level by level in ascending breadth."""

    scene: Scene
    levels: tuple[_Level, ...]


def edges_of(scene: Scene) -> Edges:
    """Read the lines off the items of a scene."""
    shape = scene.items.shape
    return Edges(scene, tuple(_level(scene, depth) for depth in range(1, shape.depth)))


def _level(scene: Scene, depth: int) -> _Level:
    items = scene.items
    part = items.shape.level(depth)
    middle = np.rint(items.start[part]) + items.breadth[part] / 2
    parent = items.unit[items.shape.parent[part]]
    first = np.flatnonzero(np.append(True, parent[1:] != parent[:-1]))
    last = np.append(first[1:], len(parent)) - 1
    parents = parent[first]
    parent_middle = scene.start[parents] + scene.breadth[parents] / 2
    column = float(scene.columns[depth])
    return _Level(
        middle=middle,
        parent=parent,
        is_rack=items.is_rack[part],
        rack_start=items.start[part],
        rack_end=items.start[part] + items.breadth[part],
        parents=parents,
        parent_middle=parent_middle,
        low=np.minimum(middle[first], parent_middle),
        high=np.maximum(middle[last], parent_middle),
        column=column,
        bar=column - measure("level_gap") / 2,
    )


def paint_edges(painter: QPainter, theme: Theme, edges: Edges, view: View, size: QSizeF) -> None:
    """With round bends where few lines are seen, otherwise as straight lines in one call."""
    area = view.area(size, 4.0)
    seen = [part for level in edges.levels if (part := _seen(edges.scene, level, area)) is not None]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("edge"), max(1.0, _LINE * min(view.scale, 2.0))))
    if sum(part.count for part in seen) <= MOST_BENDS and view.scale > measure("names_from"):
        painter.drawPath(_bent(edges.scene, seen, view))
        draw_lines(painter, _brackets(edges.scene, seen, view))
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    draw_lines(painter, _straight(edges.scene, seen, view))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


@dataclass(frozen=True, eq=False)
class _Seen:
    """The part of a level that an area shows: a run of its children and a run of its parents."""

    level: _Level
    children: slice
    families: slice
    low: float
    high: float

    @property
    def count(self) -> int:
        return int(self.children.stop - self.children.start + self.families.stop - self.families.start)


def _seen(scene: Scene, level: _Level, area: Box) -> _Seen | None:
    low, high, shallow, deep = scene.span(area)
    reach = measure("level_gap")
    if level.column + measure("bracket") < shallow or level.column - reach > deep:
        return None
    if not scene.is_settled:
        return _Seen(level, slice(0, len(level.middle)), slice(0, len(level.parents)), low, high)
    children = _run(level.rack_start, level.rack_end, low, high)
    families = _run(level.low, level.high, low, high)
    return _Seen(level, children, families, low, high)


def _run(starts: Floats, ends: Floats, low: float, high: float) -> slice:
    first = int(np.searchsorted(ends, low))
    return slice(first, max(first, int(np.searchsorted(starts, high, side="right"))))


def _straight(scene: Scene, seen: list[_Seen], view: View) -> Floats:
    parts = [_brackets(scene, seen, view)]
    for one in seen:
        level, families = one.level, one.families
        middle = _thinned(level.middle[one.children], view)
        parts.append(_lines(scene, view, middle, level.bar, middle, level.column))
        low, high = np.maximum(level.low[families], one.low), np.minimum(level.high[families], one.high)
        parts.append(_lines(scene, view, low, level.bar, high, level.bar))
        parents = level.parents[families]
        begins = (scene.depth + scene.deep)[parents]
        parts.append(
            _lines(scene, view, level.parent_middle[families], begins, level.parent_middle[families], level.bar)
        )
    return np.concatenate(parts)


def _thinned(middle: Floats, view: View) -> Floats:
    """One line for all that fall on the same line of pixels."""
    if len(middle) < MOST_BENDS:
        return middle
    pixels = np.rint(middle * view.scale)
    thinned: Floats = middle[np.append(True, pixels[1:] != pixels[:-1])]
    return thinned


def _brackets(scene: Scene, seen: list[_Seen], view: View) -> Floats:
    """The bar before each rack of blocks."""
    parts = [np.empty((0, 4))]
    for one in seen:
        level = one.level
        racks = one.children.start + np.flatnonzero(level.is_rack[one.children])
        parts.append(_lines(scene, view, level.rack_start[racks], level.column, level.rack_end[racks], level.column))
    return np.concatenate(parts)


def _lines(
    scene: Scene, view: View, along: Floats, inward: Floats | float, along_to: Floats, inward_to: Floats | float
) -> Floats:
    """Lines from and to (breadth, depth), on the screen."""
    lines = np.empty((len(along), 4))
    x, y = (inward, along) if scene.is_rightward else (along, inward)
    to_x, to_y = (inward_to, along_to) if scene.is_rightward else (along_to, inward_to)
    lines[:, 0] = (np.asarray(x) - view.x) * view.scale
    lines[:, 1] = (np.asarray(y) - view.y) * view.scale
    lines[:, 2] = (np.asarray(to_x) - view.x) * view.scale
    lines[:, 3] = (np.asarray(to_y) - view.y) * view.scale
    return lines


def _bent(scene: Scene, seen: list[_Seen], view: View) -> QPainterPath:
    path = QPainterPath()
    for one in seen:
        level = one.level
        near = (level.parents >= 0) & (level.high >= one.low) & (level.low <= one.high)
        shown = np.isin(level.parent, level.parents[near])
        for child in np.flatnonzero(shown).tolist():
            _bend_into(path, scene, level, child, view)
    return path


def _bend_into(path: QPainterPath, scene: Scene, level: _Level, child: int, view: View) -> None:
    parent = int(level.parent[child])
    begin = (float(scene.start[parent] + scene.breadth[parent] / 2), float(scene.depth[parent] + scene.deep[parent]))
    end = (float(level.middle[child]), level.column)
    _add_elbow(path, scene, begin, end, level.bar, view)


def elbow(scene: Scene, parent: int, child: int, view: View) -> QPainterPath:
    """The line from a parent to one unit, for highlighting it."""
    path = QPainterPath()
    begin = (float(scene.start[parent] + scene.breadth[parent] / 2), float(scene.depth[parent] + scene.deep[parent]))
    end = (float(scene.start[child] + scene.breadth[child] / 2), float(scene.depth[child]))
    bar = float(scene.columns[scene.visible.shape.level_of_each()[child]]) - measure("level_gap") / 2
    _add_elbow(path, scene, begin, end, bar, view)
    return path


def paint_strong(painter: QPainter, theme: Theme, path: QPainterPath, token: str) -> None:
    """A line that stands out, in the colour of a token."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color(token), _STRONG_LINE))
    painter.drawPath(path)


def _add_elbow(
    path: QPainterPath,
    scene: Scene,
    begin: tuple[float, float],
    end: tuple[float, float],
    bar: float,
    view: View,
) -> None:
    """From (breadth, depth) to (breadth, depth) by way of the bar, with a round bend at both corners."""

    def point(along: float, inward: float) -> QPointF:
        return view.to_screen(inward, along) if scene.is_rightward else view.to_screen(along, inward)

    climb = end[0] - begin[0]
    bend = min(measure("corner"), abs(climb) / 2)
    turn = bend if climb > 0 else -bend
    path.moveTo(point(*begin))
    path.lineTo(point(begin[0], bar - bend))
    path.quadTo(point(begin[0], bar), point(begin[0] + turn, bar))
    path.lineTo(point(end[0] - turn, bar))
    path.quadTo(point(end[0], bar), point(end[0], bar + bend))
    path.lineTo(point(*end))
