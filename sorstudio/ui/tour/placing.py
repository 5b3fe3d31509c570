"""Where a card stands beside what it points at: on the side where there is room, and always inside the window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPoint, QRect, QSize


class Side(Enum):
    """On which side of its target a card stands; over it where there is room on none."""

    RIGHT = auto()
    LEFT = auto()
    BELOW = auto()
    ABOVE = auto()
    OVER = auto()


@dataclass(frozen=True)
class Place:
    """The area of the card without its arrow, and where the arrow's tip is: along the side that faces the target."""

    area: QRect
    side: Side
    tip: QPoint


def place(target: QRect, size: QSize, room: QRect, arrow: int) -> Place:
    """The first side with room for card and arrow; a target that is not to be seen has an empty area."""
    seen = target.intersected(room)
    if not seen.isEmpty():
        for side in (Side.RIGHT, Side.LEFT, Side.BELOW, Side.ABOVE):
            area = _beside(side, seen, size, arrow)
            inside = _kept_in(area, room)
            if not inside.intersects(seen) and _distance(side, seen, inside) >= arrow:
                return Place(inside, side, _tip(side, seen, inside, arrow))
    area = QRect(QPoint(), size)
    area.moveCenter((room if seen.isEmpty() else seen).center())
    inside = _kept_in(area, room)
    return Place(inside, Side.OVER, inside.center())


def _beside(side: Side, target: QRect, size: QSize, arrow: int) -> QRect:
    area = QRect(QPoint(), size)
    area.moveCenter(target.center())
    match side:
        case Side.RIGHT:
            area.moveLeft(target.right() + 1 + arrow)
        case Side.LEFT:
            area.moveRight(target.left() - 1 - arrow)
        case Side.BELOW:
            area.moveTop(target.bottom() + 1 + arrow)
        case Side.ABOVE:
            area.moveBottom(target.top() - 1 - arrow)
    return area


def _kept_in(area: QRect, room: QRect) -> QRect:
    kept = QRect(area)
    kept.moveRight(min(kept.right(), room.right()))
    kept.moveBottom(min(kept.bottom(), room.bottom()))
    kept.moveLeft(max(kept.left(), room.left()))
    kept.moveTop(max(kept.top(), room.top()))
    return kept


def _distance(side: Side, target: QRect, area: QRect) -> int:
    return {
        Side.RIGHT: area.left() - target.right() - 1,
        Side.LEFT: target.left() - area.right() - 1,
        Side.BELOW: area.top() - target.bottom() - 1,
        Side.ABOVE: target.top() - area.bottom() - 1,
    }[side]


def _tip(side: Side, target: QRect, area: QRect, arrow: int) -> QPoint:
    """As near the middle of the target as the side of the card reaches."""
    middle = target.center()
    across = min(max(middle.x(), area.left() + 2 * arrow), area.right() - 2 * arrow)
    down = min(max(middle.y(), area.top() + 2 * arrow), area.bottom() - 2 * arrow)
    return {
        Side.RIGHT: QPoint(area.left() - arrow, down),
        Side.LEFT: QPoint(area.right() + arrow, down),
        Side.BELOW: QPoint(across, area.top() - arrow),
        Side.ABOVE: QPoint(across, area.bottom() + arrow),
    }[side]
