"""The way of a message over the tree."""

import pytest

from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.picture.detail import Detail
from sorstudio.ui.picture.route import Route, places_on, show_route
from tests.ui.picture.sample import picture

WAY = Route("Team Lind", "Nord")


def names_on(canvas: Canvas, route: Route) -> list[str]:
    visible = canvas.stage.visible
    return [visible.key_at(place) for place in places_on(visible, route)]


def test_it_goes_from_the_owner_down_to_the_receiver(canvas: Canvas) -> None:
    canvas.set_data(picture())
    assert names_on(canvas, WAY) == ["Kommune", "Sundhed", "Nord", "Team Lind"]


def test_it_ends_at_the_folded_unit_that_holds_the_receiver(canvas: Canvas) -> None:
    canvas.set_data(picture())
    canvas.set_folded(frozenset({"Sundhed"}))
    show_route(canvas, WAY)
    assert names_on(canvas, WAY) == ["Kommune", "Sundhed"]
    assert canvas.stage.folded == frozenset({"Sundhed"})


def test_a_receiver_that_is_not_there_has_no_way(canvas: Canvas) -> None:
    canvas.set_data(picture())
    show_route(canvas, Route("nobody", "nobody"))
    assert names_on(canvas, Route("nobody", "nobody")) == []


@pytest.mark.parametrize("detail", list(Detail))
def test_it_is_drawn_at_every_size_and_goes_away(canvas: Canvas, detail: Detail) -> None:
    canvas.set_data(picture())
    canvas.zoom_to(detail)
    show_route(canvas, WAY)
    canvas.grab()
    drawn = canvas.grab().toImage()
    show_route(canvas, None)
    assert canvas.grab().toImage() != drawn
    show_route(canvas, WAY)
    assert canvas.grab().toImage() == drawn
