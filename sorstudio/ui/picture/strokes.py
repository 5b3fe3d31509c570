"""Many lines or rectangles in one call: an array is handed to Qt as it lies in memory, without an object for each."""

from __future__ import annotations

from typing import cast

import numpy as np
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter
from shiboken6 import Shiboken

from sorstudio.ui.picture.shape import Floats


def draw_lines(painter: QPainter, lines: Floats) -> None:
    """Rows of x1, y1, x2, y2."""
    if len(lines):
        held = np.ascontiguousarray(lines, np.float64)
        first = cast(QLineF, Shiboken.wrapInstance(held.ctypes.data, QLineF))
        painter.drawLines(first, len(held))


def draw_rects(painter: QPainter, rects: Floats) -> None:
    """Rows of x, y, width, height."""
    if len(rects):
        held = np.ascontiguousarray(rects, np.float64)
        first = cast(QRectF, Shiboken.wrapInstance(held.ctypes.data, QRectF))
        painter.drawRects(first, len(held))
