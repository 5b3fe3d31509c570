"""What floats over the picture."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.picture.colouring import ColourBy
from sorstudio.ui.picture.detail import Detail, Direction
from sorstudio.ui.picture.minimap import Minimap
from sorstudio.ui.theme import Look, Theme

LEFT = Qt.MouseButton.LeftButton


def button(canvas: Canvas, words: str) -> QPushButton:
    found = [one for one in canvas.findChildren(QPushButton) if words in (one.text().strip(), one.accessibleName())]
    assert len(found) == 1
    return found[0]


def percent(canvas: Canvas) -> str:
    return canvas.findChild(QLabel).text()


def test_the_zoom_is_shown_in_percent(canvas: Canvas) -> None:
    canvas.zoom_to(Detail.NEAR)
    assert percent(canvas) == "100 %"


def test_the_buttons_zoom(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.zoom_to(Detail.NEAR)
    qtbot.mouseClick(button(canvas, "Zoom ind (+)"), LEFT)
    assert percent(canvas) == "125 %"
    qtbot.mouseClick(button(canvas, "Zoom ud (−)"), LEFT)
    assert percent(canvas) == "100 %"


def test_everything_is_a_click_away(canvas: Canvas, qtbot: QtBot) -> None:
    whole = canvas.stage.view
    canvas.desk.pan(300, 200)
    qtbot.mouseClick(button(canvas, "Vis det hele (0)"), LEFT)
    assert canvas.stage.view == whole


def test_the_direction_can_be_turned(canvas: Canvas, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(canvas, "Oppefra og ned"), LEFT)
    assert canvas.stage.direction is Direction.DOWN


def test_inheritance_can_be_shown(canvas: Canvas, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(canvas, "Vis arvelinjer"), LEFT)
    assert canvas.shows_inheritance


def test_the_colour_is_chosen_from_a_menu(canvas: Canvas) -> None:
    chip = button(canvas, "Farve: Ændringer")
    findings = next(action for action in chip.menu().actions() if action.text() == "Bemærkninger")
    findings.trigger()
    assert canvas.colour_by is ColourBy.FINDINGS
    assert chip.text().strip() == "Farve: Bemærkninger"


def test_a_narrow_picture_keeps_the_zoom_and_drops_the_map(canvas: Canvas) -> None:
    canvas.resize(180, 250)
    assert not canvas.findChild(Minimap).isVisible()
    assert not button(canvas, "Oppefra og ned").isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_where_room_is_scarce_the_chips_keep_their_signs(canvas: Canvas, look: Look, scale: float) -> None:
    look.apply(Theme(scale=scale))
    canvas.resize(round(330 * scale), round(400 * scale))
    chips = [button(canvas, name) for name in ("Farve: Ændringer", "Vis arvelinjer", "Oppefra og ned")]
    assert all(chip.isVisible() and not chip.text() and chip.toolTip() for chip in chips)
    canvas.resize(round(1200 * scale), round(600 * scale))
    assert [chip.text().strip() for chip in chips] == [chip.toolTip() for chip in chips]


def test_nothing_floats_beyond_the_border(canvas: Canvas) -> None:
    for width in (420, 700, 1500):
        canvas.resize(width, 600)
        shown = [one for one in canvas.children() if one.isWidgetType() and one.isVisible()]
        assert all(canvas.rect().contains(one.geometry()) for one in shown)
