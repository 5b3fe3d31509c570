"""Equal blocks in one call."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPicture
from PySide6.QtWidgets import QApplication

from sorstudio.ui.picture.blocks import paint_blocks
from sorstudio.ui.picture.colouring import Pattern, Swatch
from sorstudio.ui.picture.stamps import can_stamp
from sorstudio.ui.theme import Theme

SWATCH = Swatch("x", "error", "error", Pattern.CROSS)
BLOCKS = np.array([[10.0, 10, 22, 13], [60, 10, 22, 13], [60, 40, 22, 13]])


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Pixmaps need an application."""


def painted(rects: np.ndarray, ratio: float = 1.0, scale: float = 1.0) -> QImage:
    image = QImage(int(120 * ratio * scale), int(80 * ratio * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    paint_blocks(painter, Theme(), SWATCH, rects)
    painter.end()
    return image


@pytest.mark.parametrize(("ratio", "scale"), [(1, 1), (2, 1), (1, 2)])
def test_many_look_like_each_alone(ratio: float, scale: float) -> None:
    together = painted(BLOCKS, ratio, scale)
    for number in range(len(BLOCKS)):
        alone = painted(BLOCKS[number : number + 1], ratio, scale)
        x, y = (int(place * ratio * scale) for place in BLOCKS[number, :2] + 5)
        assert together.pixelColor(x, y).name() == alone.pixelColor(x, y).name()


def test_a_stamp_fills_its_block_and_no_more() -> None:
    image = painted(BLOCKS)
    assert image.pixelColor(13, 22).name().upper() == Theme().hex("error")
    assert image.pixelColor(8, 16).lightness() == image.pixelColor(34, 16).lightness() == 255


def test_blocks_of_different_sizes_are_not_stamped() -> None:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    assert can_stamp(painter, BLOCKS)
    assert not can_stamp(painter, BLOCKS + np.array([[0, 0, 0, 0], [0, 0, 9, 0], [0, 0, 0, 0]]))
    painter.end()


def test_on_paper_nothing_is_stamped() -> None:
    paper = QPicture()
    painter = QPainter(paper)
    assert not can_stamp(painter, BLOCKS)
    painter.end()
