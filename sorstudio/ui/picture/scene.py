"""The picture as geometry: a rectangle for each visible unit and the lines between them, at one level of detail.

Breadth runs along siblings, depth along levels; only the last step says which of them is x. Lengths are those of the
look at 100 %. In the far picture only the upper levels have names; what is below them becomes racks of small blocks,
and so do runs of childless siblings further up.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property

import numpy as np

from sorstudio.ui.picture.arrays import Signs, Visible
from sorstudio.ui.picture.detail import Detail, Direction
from sorstudio.ui.picture.layout import bands, tidy
from sorstudio.ui.picture.shape import Bools, Floats, Ints, Shape, shape_of
from sorstudio.ui.signs import NumberSign
from sorstudio.ui.theme import measure


class Form(IntEnum):
    """What a unit is drawn as."""

    CARD = 0
    PILL = 1
    BLOCK = 2
    GHOST = 3


@dataclass(frozen=True, eq=False)
class Items:
    """What the layout places: units, or racks of childless units. `of_unit` leads from each unit to its item."""

    shape: Shape
    of_unit: Ints
    unit: Ints
    is_rack: Bools
    start: Floats
    breadth: Floats


@dataclass(frozen=True)
class Box:
    """A rectangle in the lengths of the layout."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, eq=False)
class Scene:
    """Start edges and sizes of all visible units, level by level in ascending breadth.

    While units are on their way between two pictures they are not settled, and their order tells nothing.
    """

    visible: Visible
    detail: Detail
    direction: Direction
    items: Items
    columns: Floats
    form: Signs
    start: Floats
    depth: Floats
    breadth: Floats
    deep: Floats
    is_settled: bool = True

    @property
    def size(self) -> int:
        return len(self.start)

    @property
    def is_rightward(self) -> bool:
        return self.direction is Direction.RIGHT

    @cached_property
    def end(self) -> Floats:
        """Where each unit ends along its level."""
        return self.start + self.breadth

    @cached_property
    def bounds(self) -> Box:
        """The rectangle around everything."""
        if not self.size:
            return Box(0, 0, 1, 1)
        return self._turned(0.0, 0.0, float(self.end.max()), float((self.depth + self.deep).max()))

    def box(self, place: int) -> Box:
        """The rectangle of one unit."""
        return self._turned(
            float(self.start[place]), float(self.depth[place]), float(self.breadth[place]), float(self.deep[place])
        )

    def between(self, level: int, low: float, high: float) -> slice:
        """The units of a level that meet a stretch of its breadth."""
        part = self.visible.shape.level(level)
        if not self.is_settled:
            return part
        first = part.start + int(np.searchsorted(self.end[part], low))
        return slice(first, max(first, part.start + int(np.searchsorted(self.start[part], high, side="right"))))

    def within(self, area: Box) -> Ints:
        """The units that meet an area, by the order of breadth in each level."""
        low, high, shallow, deep = self.span(area)
        found = [np.arange(0)]
        for level in range(self.visible.shape.depth):
            part = self.between(level, low, high)
            inside = (self.depth[part] <= deep) & (self.depth[part] + self.deep[part] >= shallow)
            found.append(part.start + np.flatnonzero(inside))
        return np.concatenate(found)

    def span(self, area: Box) -> tuple[float, float, float, float]:
        """An area as least and most breadth, least and most depth."""
        if self.is_rightward:
            return area.y, area.y + area.height, area.x, area.x + area.width
        return area.x, area.x + area.width, area.y, area.y + area.height

    def at(self, x: float, y: float) -> int:
        """The unit at a point, or -1."""
        found = self.within(Box(x, y, 0, 0))
        return int(found[0]) if len(found) else -1

    def nearest(self, x: float, y: float) -> int:
        """The unit whose middle is nearest to a point, or -1 in an empty picture."""
        if not self.size:
            return -1
        along, inward = (y, x) if self.is_rightward else (x, y)
        distance = np.abs(self.start + self.breadth / 2 - along) + np.abs(self.depth + self.deep / 2 - inward)
        return int(np.argmin(distance))

    def dressed_as(self, visible: Visible) -> Scene | None:
        """The same places with other facts about the units; None where a unit takes another form, and so other room."""
        if not np.array_equal(_forms(visible, self.detail), self.form):
            return None
        made = replace(self, visible=visible)
        made.__dict__.update({name: self.__dict__[name] for name in ("end", "bounds") if name in self.__dict__})
        return made

    def _turned(self, start: float, depth: float, breadth: float, deep: float) -> Box:
        return Box(depth, start, deep, breadth) if self.is_rightward else Box(start, depth, breadth, deep)


def build_scene(visible: Visible, detail: Detail, direction: Direction) -> Scene:
    """Place everything for one level of detail."""
    form = _forms(visible, detail)
    breadth, deep = _sizes(form, detail, direction)
    items = _with_places(_items(visible.shape, form, breadth), detail)
    columns = _columns(items, deep)
    start, depth = np.rint(items.start[items.of_unit]), columns[items.shape.level_of_each()[items.of_unit]]
    if detail is Detail.FAR:
        along, inward = _inside_racks(visible.shape, items, direction)
        start, depth = start + along, depth + inward
    return Scene(visible, detail, direction, items, columns, form, start, depth, breadth, deep)


_PILL_WIDTH = {Detail.NEAR: "card_w", Detail.NAMES: "name_w", Detail.FAR: "far_w"}


def _forms(visible: Visible, detail: Detail) -> Signs:
    """Near, a unit that has something of its own to tell is a card; the others are pills. Far, leaves are blocks."""
    data, rows = visible.data, visible.rows
    has_children = data.shape.count[rows] > 0
    if detail is Detail.NAMES:
        return np.full(len(rows), Form.PILL, np.uint8)
    if detail is Detail.FAR:
        is_named = has_children & (visible.shape.level_of_each() < measure("named_levels"))
        return np.where(is_named, Form.PILL, Form.BLOCK).astype(np.uint8)
    own_number = data.number_signs[rows] == NumberSign.OWN
    said = (data.changes[rows] > 0) | (data.findings[rows] > 0) | (data.offers[rows] > 0)
    form = np.where(has_children | own_number | said, Form.CARD, Form.PILL)
    return np.where(data.is_ghost[rows], Form.GHOST, form).astype(np.uint8)


def _sizes(form: Signs, detail: Detail, direction: Direction) -> tuple[Floats, Floats]:
    """Breadth and depth of each unit by its form."""
    widths = np.array([measure("card_w"), measure(_PILL_WIDTH[detail]), measure("block_w"), measure("card_w")])[form]
    heights = np.array([measure("card_h"), measure("pill_h"), measure("block_h"), measure("ghost_h")])[form]
    return (heights, widths) if direction is Direction.RIGHT else (widths, heights)


def _items(shape: Shape, form: Signs, breadth: Floats) -> Items:
    """Gather runs of blocks of one parent, and all that is below them, into racks; places come later."""
    is_block = form == Form.BLOCK
    is_below = np.zeros(shape.size, np.bool_)
    roots = shape.starts[1] if shape.depth else 0
    is_below[roots:] = is_block[shape.parent[roots:]]
    begins = ~is_below
    begins[1:] &= ~(is_block[1:] & is_block[:-1] & (shape.parent[1:] == shape.parent[:-1]))
    of_unit = np.cumsum(begins) - 1
    for level in range(1, shape.depth):
        part = shape.level(level)
        of_unit[part] = np.where(is_below[part], of_unit[shape.parent[part]], of_unit[part])
    unit = np.flatnonzero(begins)
    above = shape.parent[unit]
    parent = np.where(above >= 0, of_unit[above], -1)
    rows = -(-np.bincount(of_unit, minlength=len(unit)) // _rack(shape))
    size, is_rack = breadth[unit], is_block[unit]
    racks = rows * (size + measure("block_gap")) - measure("block_gap")
    return Items(shape_of(parent), of_unit, unit, is_rack, np.zeros(len(unit)), np.where(is_rack, racks, size))


def _rack(shape: Shape) -> int:
    """How many blocks stand in a row: the more units, the more, so that a large picture is not only long."""
    return max(int(measure("rack")), round(measure("rack_growth") * math.sqrt(shape.size)))


def _with_places(items: Items, detail: Detail) -> Items:
    if detail is Detail.NEAR:
        start = tidy(items.shape, items.breadth, measure("sibling_gap"))
    elif detail is Detail.NAMES:
        start = tidy(items.shape, items.breadth, measure("m"))
    else:
        start = bands(items.shape, items.breadth, measure("m"))
    return Items(items.shape, items.of_unit, items.unit, items.is_rack, start, items.breadth)


def _columns(items: Items, deep: Floats) -> Floats:
    """Where each level begins: after the deepest unit of the level before and a gap."""
    level = items.shape.level_of_each()
    deepest = np.zeros(items.shape.depth)
    np.maximum.at(deepest, level, deep[items.unit])
    pitch = deepest + measure("level_gap")
    return np.cumsum(pitch) - pitch


def _inside_racks(shape: Shape, items: Items, direction: Direction) -> tuple[Floats, Floats]:
    """How far each unit stands from the start of its item: blocks row by row, all others not at all."""
    walked = shape.preorder()
    number = np.where(items.is_rack[items.of_unit], walked - walked[items.unit][items.of_unit], 0)
    row, place = np.divmod(number, _rack(shape))
    gap = measure("block_gap")
    height, width = measure("block_h") + gap, measure("block_w") + gap
    along, inward = (height, width) if direction is Direction.RIGHT else (width, height)
    bracket = np.where(items.is_rack[items.of_unit], measure("bracket"), 0.0)
    return row * along, place * inward + bracket
