"""Walking through the picture from unit to unit, as the arrow keys do."""

from __future__ import annotations

from enum import Enum

from sorstudio.ui.picture.arrays import Visible


class Step(Enum):
    """A walk from one unit to the next, said in words of the tree."""

    IN = "first child"
    OUT = "parent"
    NEXT = "next"
    BEFORE = "before"
    FIRST = "first of its siblings"
    LAST = "last of its siblings"


def walked(visible: Visible, key: str, step: Step) -> str:
    """The key one step away, the same one at the border, the first one for a key that is not seen."""
    place = visible.place_of(key)
    if place >= 0:
        return visible.key_at(_past_ghosts(visible, place, step))
    return visible.key_at(0) if len(visible.rows) else ""


def _past_ghosts(visible: Visible, place: int, step: Step) -> int:
    """Places that units have left are stepped over; where there is nothing else, nobody moves."""
    ghostly = visible.data.is_ghost[visible.rows]
    to = _STEPS[step](visible, place)
    onward = _before if step in (Step.BEFORE, Step.LAST) else _next
    while ghostly[to]:
        further = onward(visible, to)
        is_family_left = step in _IN_THE_FAMILY and visible.shape.parent[further] != visible.shape.parent[to]
        if further == to or is_family_left:
            return place
        to = further
    return to


_IN_THE_FAMILY = (Step.IN, Step.FIRST, Step.LAST)


def _inward(visible: Visible, place: int) -> int:
    return int(visible.shape.first[place]) if visible.shape.count[place] else place


def _outward(visible: Visible, place: int) -> int:
    parent = int(visible.shape.parent[place])
    return parent if parent >= 0 else place


def _next(visible: Visible, place: int) -> int:
    return place + 1 if place + 1 < _level(visible, place).stop else place


def _before(visible: Visible, place: int) -> int:
    return place - 1 if place > _level(visible, place).start else place


def _first(visible: Visible, place: int) -> int:
    parent = int(visible.shape.parent[place])
    return int(visible.shape.first[parent]) if parent >= 0 else place


def _last(visible: Visible, place: int) -> int:
    parent = int(visible.shape.parent[place])
    return _first(visible, place) + int(visible.shape.count[parent]) - 1 if parent >= 0 else place


def _level(visible: Visible, place: int) -> slice:
    return visible.shape.level(int(visible.shape.level_of_each()[place]))


_STEPS = {
    Step.IN: _inward,
    Step.OUT: _outward,
    Step.NEXT: _next,
    Step.BEFORE: _before,
    Step.FIRST: _first,
    Step.LAST: _last,
}
