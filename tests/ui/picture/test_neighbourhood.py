"""The view of one unit, by keyboard and mouse in a whole window."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.ui.picture.neighbourhood import shape_for
from sorstudio.ui.theme import Theme
from sorstudio.ui.workspace import Workspace
from tests.model.outline import key
from tests.ui.picture.test_pane import space as space

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def chosen(space: Workspace) -> Workspace:
    space.canvas.setFocus()
    space.editor.select([key(space.editor.plan, "Hjemmesygepleje")])
    QTest.keyClick(space.canvas, Qt.Key.Key_F4)
    return space


def test_f4_shows_what_stands_around_the_unit(chosen: Workspace) -> None:
    near, plan = chosen.picture.nearby, chosen.editor.plan
    assert near.isVisible()
    assert set(near.buttons) == {key(plan, name) for name in ("Sundhed", "Team Lind", "Team Birk")}
    assert "Hjemmesygepleje" in [label.text() for label in near.findChildren(QLabel)]


def test_escape_leads_back(chosen: Workspace) -> None:
    QTest.keyClick(chosen.picture.nearby, Qt.Key.Key_Escape)
    assert chosen.canvas.isVisible()


def test_a_neighbour_leads_on_and_is_chosen(chosen: Workspace, qtbot: QtBot) -> None:
    team = key(chosen.editor.plan, "Team Lind")
    qtbot.mouseClick(chosen.picture.nearby.buttons[team], LEFT)
    assert chosen.editor.selection == (team,)
    assert chosen.picture.nearby.unit == team


def test_choosing_elsewhere_changes_the_view(chosen: Workspace) -> None:
    chosen.editor.select([key(chosen.editor.plan, "Tandplejen")])
    assert set(chosen.picture.nearby.buttons) == {key(chosen.editor.plan, "Børn og Unge")}


def test_an_act_shows_at_once(chosen: Workspace) -> None:
    chosen.editor.do(partial(units.rename, unit=key(chosen.editor.plan, "Team Lind"), name="Team Elm"))
    assert "Team Elm" in [button.text() for button in chosen.picture.nearby.buttons.values()]


def test_a_unit_that_is_gone_leads_back_to_the_picture(space: Workspace) -> None:
    plan = space.editor.plan
    space.editor.do(partial(units.create, parent=key(plan, "Plejehjem"), name="Ny"))
    space.editor.select([key(plan, "Ny")])
    space.picture.show_nearby()
    space.editor.undo()
    assert space.canvas.isVisible()


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.5])
@pytest.mark.parametrize("room", [380, 600, 900, 1600, 3000])
def test_the_columns_fit_beside_each_other_or_stand_below_each_other(scale: float, room: int) -> None:
    theme = Theme(scale=scale)
    shape, edges = shape_for(theme, room), 2 * theme.size("xl")
    beside = shape.wide if shape.is_stacked else 3 * shape.wide + 2 * shape.between
    assert beside + edges <= max(room, theme.px(148) + edges)
    assert not (shape.is_stacked and room >= theme.px(3 * 148 + 2 * 32) + edges + 3)


@pytest.mark.parametrize("width", [420, 640, 1200])
def test_everything_is_seen_without_moving_sideways(chosen: Workspace, qtbot: QtBot, width: int) -> None:
    near = chosen.picture.nearby
    near.setParent(None)
    qtbot.addWidget(near)
    near.resize(width, 500)
    near.show()
    qtbot.waitExposed(near)
    assert near.horizontalScrollBar().maximum() == 0
    assert all(0 < button.mapTo(near, QPoint(0, 0)).x() < width - button.width() for button in near.buttons.values())
