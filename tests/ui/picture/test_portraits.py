"""Cards kept as pixels."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from sorstudio.ui.picture.portraits import Portraits

AREA = QRectF(500, 700, 40, 20)


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Pixmaps need an application."""


class Drawing:
    """Fills its area and counts how often it was asked."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, painter: QPainter) -> None:
        self.count += 1
        painter.fillRect(AREA, QColor("black"))


def frame(portraits: Portraits, drawing: Drawing, scale: float = 1.0, key: str = "a", row: int = 0) -> QImage:
    image = QImage(200, 150, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    portraits.begin(scale)
    portraits.paint(painter, (row, key, None), QPointF(30.2, 40.4), AREA, drawing)
    painter.end()
    return image


@pytest.mark.parametrize("scale", [0.75, 1.0, 2.0])
def test_a_kept_portrait_looks_like_a_fresh_one(scale: float) -> None:
    portraits, drawing = Portraits(), Drawing()
    fresh = frame(portraits, drawing, scale)
    assert fresh.pixelColor(31, 41) == QColor("black")
    assert [frame(portraits, drawing, scale) for _ in range(2)] == [fresh, fresh]


def test_while_the_zoom_stands_still_it_is_drawn_once_more_and_then_copied() -> None:
    portraits, drawing = Portraits(), Drawing()
    for _ in range(6):
        frame(portraits, drawing)
    assert drawing.count == 2


def test_while_the_zoom_moves_it_is_drawn_each_time() -> None:
    portraits, drawing = Portraits(), Drawing()
    for step in range(5):
        frame(portraits, drawing, 1 + step / 10)
    assert drawing.count == 5


def test_another_dress_is_another_portrait() -> None:
    portraits, drawing = Portraits(), Drawing()
    for key in "aabab":
        frame(portraits, drawing, key=key)
    assert drawing.count == 3


def test_without_a_row_only_that_one_is_drawn_again() -> None:
    portraits, drawing = Portraits(), Drawing()
    for _ in range(3):
        frame(portraits, drawing, row=1)
        frame(portraits, drawing, row=2)
    before = drawing.count
    portraits = portraits.without({1})
    for _ in range(2):
        frame(portraits, drawing, row=1)
        frame(portraits, drawing, row=2)
    assert drawing.count == before + 1
