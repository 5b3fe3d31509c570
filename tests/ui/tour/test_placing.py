"""Where a card stands beside what it points at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from sorstudio.ui.tour.placing import Place, Side, place

ROOM = QRect(0, 0, 1600, 1000)
SIZE, ARROW = QSize(340, 160), 12


@pytest.mark.parametrize(
    ("target", "side"),
    [
        (QRect(0, 60, 590, 600), Side.RIGHT),
        (QRect(1300, 200, 250, 30), Side.LEFT),
        (QRect(0, 500, 1600, 500), Side.ABOVE),
        (QRect(0, 0, 1600, 60), Side.BELOW),
        (QRect(0, 0, 1600, 1000), Side.OVER),
        (QRect(), Side.OVER),
        (QRect(2000, 0, 100, 100), Side.OVER),
    ],
)
def test_it_stands_where_there_is_room(target: QRect, side: Side) -> None:
    assert place(target, SIZE, ROOM, ARROW).side is side


numbers = st.integers(0, 900)
targets = st.builds(QRect, numbers, numbers, numbers, numbers)
rooms = st.builds(QRect, st.integers(0, 50), st.integers(0, 50), st.integers(400, 1600), st.integers(200, 1000))


@given(target=targets, room=rooms)
def test_it_is_always_inside_and_never_hides_what_it_points_at(target: QRect, room: QRect) -> None:
    found = place(target, SIZE, room, ARROW)
    assert room.contains(found.area)
    assert found.area.size() == SIZE
    if found.side is not Side.OVER:
        seen = target.intersected(room)
        assert not found.area.intersects(seen)
        assert room.contains(found.tip)
        assert gap(found, seen) >= 0
        assert seen.adjusted(-ARROW, -ARROW, ARROW, ARROW).adjusted(-340, -160, 340, 160).contains(found.tip)


def gap(found: Place, seen: QRect) -> int:
    """How far the tip is from the side of the target that it points at."""
    return {
        Side.RIGHT: found.tip.x() - seen.right() - 1,
        Side.LEFT: seen.left() - 1 - found.tip.x(),
        Side.BELOW: found.tip.y() - seen.bottom() - 1,
        Side.ABOVE: seen.top() - 1 - found.tip.y(),
    }[found.side]


def test_the_arrow_points_at_the_middle_where_the_card_reaches_it() -> None:
    target = QRect(0, 300, 500, 101)
    assert place(target, SIZE, ROOM, ARROW).tip.y() == target.center().y()
