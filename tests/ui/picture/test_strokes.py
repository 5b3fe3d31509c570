"""Arrays handed to Qt as they lie in memory."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from sorstudio.ui.picture.strokes import draw_lines, draw_rects


def painted(draw: object, rows: list[list[float]]) -> QImage:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setPen(QColor("black"))
    draw(painter, np.array(rows, float).reshape(-1, 4))  # type: ignore[operator]
    painter.end()
    return image


def is_black(image: QImage, x: int, y: int) -> bool:
    return image.pixelColor(x, y) == QColor("black")


def test_every_line_is_drawn() -> None:
    image = painted(draw_lines, [[2, 5, 18, 5], [10, 8, 10, 18]])
    assert is_black(image, 10, 5)
    assert is_black(image, 10, 15)


def test_every_rectangle_is_drawn() -> None:
    image = painted(draw_rects, [[2, 2, 4, 4], [10, 10, 5, 5]])
    assert is_black(image, 2, 4)
    assert is_black(image, 15, 12)


def test_nothing_is_drawn_as_nothing() -> None:
    assert not is_black(painted(draw_lines, []), 0, 0)
