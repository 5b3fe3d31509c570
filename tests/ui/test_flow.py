"""A row that goes on in the next line."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sorstudio.ui.flow import FlowLayout

GAP, WIDE, HIGH = 8, 100, 30


class Ground(QWidget):
    """Keeps hold of what stands on it."""

    def __init__(self) -> None:
        super().__init__()
        self.row = FlowLayout(self)
        self.made = [QWidget() for _ in range(4)]

    def places(self) -> list[tuple[int, int]]:
        return [(one.x(), one.y()) for one in self.made]


def flow(qtbot: QtBot, width: int, *, pushed: int = 0) -> Ground:
    """Four widgets, of which the last `pushed` ones stand at the right."""
    ground = Ground()
    qtbot.addWidget(ground)
    row, made = ground.row, ground.made
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    for place, one in enumerate(made):
        if pushed and place == len(made) - pushed:
            row.push()
        one.setFixedSize(WIDE, HIGH)
        row.addWidget(one)
    ground.resize(width, row.heightForWidth(width))
    ground.show()
    return ground


def test_with_room_all_stand_in_one_line(qtbot: QtBot) -> None:
    assert flow(qtbot, 600).places() == [(0, 0), (108, 0), (216, 0), (324, 0)]


def test_what_has_no_room_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    ground = flow(qtbot, 250)
    assert ground.places() == [(0, 0), (108, 0), (0, 38), (108, 38)]
    assert ground.height() == 2 * HIGH + GAP


def test_the_last_ones_stand_at_the_right_of_their_line(qtbot: QtBot) -> None:
    assert flow(qtbot, 600, pushed=1).places()[-1] == (500, 0)
    assert flow(qtbot, 440, pushed=2).places()[2:] == [(232, 0), (340, 0)]


def test_alone_in_a_line_they_begin_at_the_left(qtbot: QtBot) -> None:
    assert flow(qtbot, 330, pushed=1).places()[-1] == (0, 38)


@pytest.mark.parametrize("width", [100, 207, 208, 423, 424])
def test_nothing_overlaps_and_nothing_is_outside(qtbot: QtBot, width: int) -> None:
    ground = flow(qtbot, width)
    made = ground.made
    assert not any(one.geometry().intersects(other.geometry()) for one in made for other in made if one is not other)
    assert all(one.x() >= 0 and one.y() + HIGH <= ground.height() for one in made)


def test_what_is_hidden_takes_no_room_and_what_is_gone_is_forgotten(qtbot: QtBot) -> None:
    ground = flow(qtbot, 600)
    made = ground.made
    made[0].hide()
    made[1].setParent(None)
    qtbot.waitUntil(lambda: ground.places()[2:] == [(0, 0), (108, 0)])
    assert ground.row.count() == 3
    assert ground.row.minimumSize().width() == WIDE
    made[1].deleteLater()
