"""Pictures of many sizes onto one painter."""

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from sorstudio.ui.picture.arrays import PictureData, visible_part
from sorstudio.ui.picture.colouring import ColourBy, colour
from sorstudio.ui.picture.detail import Detail, Direction
from sorstudio.ui.picture.edges import edges_of
from sorstudio.ui.picture.painting import Marks, Picture, is_legible, paint_picture
from sorstudio.ui.picture.scene import build_scene
from sorstudio.ui.picture.view import View
from sorstudio.ui.picture.words import Words
from sorstudio.ui.theme import Mode, Theme
from tests.ui.picture.sample import picture

SIZE = QSizeF(800, 500)


def picture_of(data: PictureData, detail: Detail, mode: Mode = Mode.LIGHT) -> Picture:
    scene = build_scene(visible_part(data, frozenset()), detail, Direction.RIGHT)
    return Picture(scene, edges_of(scene), colour(data, ColourBy.NUMBER), Theme(mode), Words())


def painted(shown: Picture, view: View, marks: Marks | None = None) -> QImage:
    image = QImage(SIZE.toSize(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_picture(painter, shown, view, SIZE, marks or Marks())
    painter.end()
    return image


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Fonts need an application."""


@pytest.mark.parametrize("detail", list(Detail))
@pytest.mark.parametrize("scale", [0.001, 0.05, 0.2, 0.4, 1.0, 2.0])
def test_every_detail_is_seen_at_every_scale(detail: Detail, scale: float) -> None:
    image = painted(picture_of(picture(), detail), View(own_scale=scale))
    assert image != painted(picture_of(picture("x"), detail), View(x=1e7, own_scale=scale))


@pytest.mark.parametrize("scale", [0.01, 0.3, 1.0])
@pytest.mark.parametrize("detail", list(Detail))
def test_what_is_chosen_is_seen_at_every_scale(detail: Detail, scale: float) -> None:
    shown, view = picture_of(picture(), detail), View(own_scale=scale)
    assert painted(shown, view, Marks(selected=frozenset({2}))) != painted(shown, view)


@pytest.mark.parametrize("detail", list(Detail))
def test_a_target_that_refuses_looks_different_from_one_that_allows(detail: Detail) -> None:
    shown, view = picture_of(picture(), detail), View(own_scale=1.0)
    allowed, refused = (painted(shown, view, Marks(target=2, is_refused=refuses)) for refuses in (False, True))
    assert allowed != refused


def test_inheritance_is_a_line_from_the_giver() -> None:
    givers = ["", "", "", "Nord", "Nord", "", "Syd", "Sundhed", "", "Børn"]
    shown, view = picture_of(picture(number_givers=givers), Detail.NAMES), View(own_scale=1.0)
    assert painted(shown, view, Marks(shows_inheritance=True)) != painted(shown, view)


def test_words_are_drawn_while_they_can_be_read() -> None:
    assert is_legible(View(own_scale=1.0))
    assert not is_legible(View(own_scale=0.3))
