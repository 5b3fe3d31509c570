"""Blocks and specks."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from sorstudio.ui.picture.arrays import Columns, arrange, visible_part
from sorstudio.ui.picture.blocks import paint_blocks, rects_of, specks_of
from sorstudio.ui.picture.colouring import ColourBy, Swatch, colour
from sorstudio.ui.picture.detail import Detail, Direction
from sorstudio.ui.picture.scene import Scene, build_scene
from sorstudio.ui.picture.view import View
from sorstudio.ui.theme import Theme
from tests.ui.picture.sample import picture


def far(direction: Direction = Direction.RIGHT, leaves: int = 500) -> Scene:
    names = [str(number) for number in range(leaves + 1)]
    data = arrange(Columns(names, [-1] + [0] * leaves, names))
    return build_scene(visible_part(data, frozenset()), Detail.FAR, direction)


def painted(swatch: Swatch) -> QImage:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_blocks(painter, Theme(), swatch, np.array([[4.0, 3.0, 22.0, 13.0]]))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


@pytest.mark.parametrize("by", [ColourBy.FINDINGS, ColourBy.CHANGES])
def test_every_block_can_be_told_apart_in_grey(qapp: QApplication, by: ColourBy) -> None:
    images = [painted(swatch) for swatch in colour(picture(), by).swatches]
    for number, image in enumerate(images):
        assert image not in images[:number]


@pytest.mark.parametrize("direction", list(Direction))
def test_rectangles_are_those_of_the_scene(direction: Direction) -> None:
    scene, view = far(direction), View(x=5, y=7, own_scale=2.0)
    rects = rects_of(scene, view, np.arange(scene.size))
    expected = [view.rect(scene.box(place)).getRect() for place in range(scene.size)]
    assert rects == pytest.approx(np.array(expected))


def test_nothing_is_thinner_than_a_pixel() -> None:
    scene = far()
    assert rects_of(scene, View(own_scale=0.001), np.arange(scene.size))[:, 2:].min() == 1.0


@pytest.mark.parametrize("direction", list(Direction))
def test_specks_are_at_most_one_for_a_line_of_pixels_and_level(direction: Direction) -> None:
    scene, view = far(direction), View(own_scale=0.02)
    classes = np.zeros(scene.size, np.int64)
    rects, _ = specks_of(scene, view, classes, -np.inf, np.inf)
    along = 1 if direction is Direction.RIGHT else 0
    assert len(rects) < scene.size / 10
    assert len(np.unique(rects[1:, along])) == len(rects) - 1


def test_a_speck_shows_the_gravest_of_its_units() -> None:
    scene = far()
    classes = np.zeros(scene.size, np.int64)
    classes[250] = 6
    _, gravest = specks_of(scene, View(own_scale=0.02), classes, -np.inf, np.inf)
    assert gravest.max() == 6
