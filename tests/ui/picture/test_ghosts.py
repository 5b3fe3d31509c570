"""The places that units have left."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from pytestqt.qtbot import QtBot

from sorstudio.ui.picture.arrays import Columns, PictureData, arrange
from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.picture.colouring import ColourBy, colour
from sorstudio.ui.picture.detail import Detail
from sorstudio.ui.picture.ghosts import Ghost, arrow, seen_place, with_ghosts
from sorstudio.ui.picture.legend import entries
from sorstudio.ui.picture.walk import Step, walked
from sorstudio.ui.picture.words import Words
from tests.ui.picture.sample import MUNICIPALITY, parents_of


def haunted(*ghosts: Ghost) -> PictureData:
    lines = [line for line in MUNICIPALITY.splitlines() if line.strip()]
    names = [line.strip().rstrip("*") for line in lines]
    return arrange(with_ghosts(Columns(names, parents_of(lines), names, number_signs=[1] * len(names)), ghosts))


LEFT_NORD = Ghost("Team Eg", "Nord", "Team Lind", "Team Eg")


def children(data: PictureData, key: str) -> list[str]:
    return [data.keys[row] for row in data.children_of(data.index[key])]


def test_a_ghost_stands_where_the_unit_stood() -> None:
    assert children(haunted(LEFT_NORD), "Nord") == ["Team Lind", "was:Team Eg", "Team Birk"]
    assert children(haunted(Ghost("Team Eg", "Nord", "", "Team Eg")), "Nord")[0] == "was:Team Eg"


def test_the_other_units_keep_their_places_and_columns() -> None:
    data = haunted(LEFT_NORD)
    assert children(data, "Syd") == ["Team Eg"]
    assert data.number_signs[data.index["Team Birk"]] == 1
    assert data.below[data.index["Nord"]] == 2


def test_a_ghost_whose_parent_is_gone_is_not_shown() -> None:
    assert haunted(Ghost("Team Eg", "nowhere", "", "Team Eg")).ghosts == {}


def test_a_ghost_has_its_own_colour_and_its_line_in_the_legend() -> None:
    data = haunted(LEFT_NORD)
    for by in ColourBy:
        colouring = colour(data, by)
        ghostly = colouring.swatches[colouring.of_unit[data.index["was:Team Eg"]]]
        assert ghostly.code == "picture.ghost"
        assert "Flyttet herfra" in [entry.words for entry in entries(data, colouring, Detail.NEAR, Words())]


def test_the_arrow_keys_step_over_a_ghost(canvas: Canvas) -> None:
    canvas.set_data(haunted(LEFT_NORD))
    assert walked(canvas.stage.visible, "Team Lind", Step.NEXT) == "Team Birk"
    assert walked(canvas.stage.visible, "Team Birk", Step.BEFORE) == "Team Lind"
    canvas.set_data(haunted(Ghost("Team Eg", "Akut", "", "Team Eg")))
    assert walked(canvas.stage.visible, "Akut", Step.IN) == "Akut"


def test_a_click_on_a_ghost_chooses_the_unit(canvas: Canvas, spot: Callable[[str], QPoint], qtbot: QtBot) -> None:
    canvas.set_data(haunted(LEFT_NORD))
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot("was:Team Eg"))
    assert canvas.selection == ("Team Eg",)


def test_the_arrow_leads_to_the_folded_branch_that_holds_the_unit(canvas: Canvas) -> None:
    canvas.set_data(haunted(LEFT_NORD))
    canvas.set_folded(frozenset({"Syd"}))
    visible = canvas.stage.visible
    assert seen_place(visible, "Team Eg") == visible.place_of("Syd")
    assert seen_place(visible, "nobody") == -1


@pytest.mark.parametrize(("x", "begins", "ends"), [(0, 100, 100), (300, 100, 300), (-300, 0, -200)])
def test_the_arrow_keeps_off_both_cards(x: int, begins: int, ends: int) -> None:
    path = arrow(QRectF(0, 0, 100, 20), QRectF(x, 80, 100, 20), is_rightward=True, scale=1.0)
    assert (path.pointAtPercent(0).x(), path.pointAtPercent(1).x()) == (begins, ends)


def test_downward_the_arrow_goes_below_both_cards() -> None:
    path = arrow(QRectF(0, 0, 100, 20), QRectF(200, 0, 100, 20), is_rightward=False, scale=1.0)
    heights = [path.pointAtPercent(part / 10).y() for part in range(11)]
    assert min(heights) == heights[0] == 20
    assert all(one != other for one, other in pairwise(heights[:5]))


def test_ghosts_and_arrows_are_painted(canvas: Canvas) -> None:
    plain = canvas.grab().toImage()
    canvas.set_data(haunted(LEFT_NORD))
    canvas.fit()
    moved = canvas.theme.color("moved").rgb()
    seen = canvas.grab().toImage()
    found = [
        image.pixel(x, y) == moved for image in (plain, seen) for x in range(image.width()) for y in range(0, 800, 3)
    ]
    half = len(found) // 2
    assert not any(found[:half])
    assert any(found[half:])
