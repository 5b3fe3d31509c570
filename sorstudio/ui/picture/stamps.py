"""Many equal blocks on a screen: one is drawn, with rounded corners and pattern, and stamped in one call."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import cast

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from shiboken6 import Shiboken

from sorstudio.ui.icons import is_raster
from sorstudio.ui.picture.colouring import Swatch
from sorstudio.ui.picture.shape import Floats
from sorstudio.ui.theme import Theme

PaintOne = Callable[[QPainter, Theme, Swatch, Floats], None]

_AROUND = 1
_FRAGMENT_FIELDS = 10


def can_stamp(painter: QPainter, rects: Floats) -> bool:
    """Only pixels can be stamped, and only where all blocks are of one size."""
    return is_raster(painter) and len(rects) > 1 and bool(np.ptp(rects[:, 2:], axis=0).max() < 1)


def stamp(painter: QPainter, theme: Theme, swatch: Swatch, rects: Floats, paint_one: PaintOne) -> None:
    """Draw one block by `paint_one` and put it on whole pixels everywhere."""
    ratio = painter.device().devicePixelRatio() * painter.transform().m11()
    wide, high = (max(1, round(float(side))) for side in rects[0, 2:])
    pixmap = _one(theme, swatch, wide, high, ratio, paint_one)
    fragments = np.zeros((len(rects), _FRAGMENT_FIELDS))
    fragments[:, 0] = np.rint(rects[:, 0]) + wide / 2
    fragments[:, 1] = np.rint(rects[:, 1]) + high / 2
    fragments[:, 4], fragments[:, 5] = pixmap.width(), pixmap.height()
    fragments[:, 6:8] = 1 / ratio
    fragments[:, 9] = 1
    first = cast(QPainter.PixmapFragment, Shiboken.wrapInstance(fragments.ctypes.data, QPainter.PixmapFragment))
    painter.drawPixmapFragments(first, len(fragments), pixmap)


@lru_cache(maxsize=256)
def _one(theme: Theme, swatch: Swatch, wide: int, high: int, ratio: float, paint_one: PaintOne) -> QPixmap:
    room = (round((side + 2 * _AROUND) * ratio) for side in (wide, high))
    pixmap = QPixmap(*room)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(ratio, ratio)
    paint_one(painter, theme, swatch, np.array([[_AROUND, _AROUND, wide, high]], np.float64))
    painter.end()
    return pixmap
