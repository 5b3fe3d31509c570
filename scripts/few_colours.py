"""A picture in at most 256 colours, which a window of plain surfaces does not show, and which is a quarter as large."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, qRgb

COLOURS = 256
Colours = NDArray[np.float64]


def fewer_colours(image: QImage) -> QImage:
    """The same picture in few colours, each other one as the nearest of them."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    size = (image.height(), image.width(), 4)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(size)[..., :3].reshape(-1, 3)
    codes = (pixels >> 2).astype(np.uint32) @ np.array([1, 1 << 6, 1 << 12], np.uint32)
    _, places, which, counts = np.unique(codes, return_index=True, return_inverse=True, return_counts=True)
    palette, nearest = chosen_colours(pixels[places].astype(np.float64), counts)
    indexes = nearest[which.reshape(-1)].reshape(size[:2])
    made = QImage(indexes.tobytes(), size[1], size[0], size[1], QImage.Format.Format_Indexed8).copy()
    made.setColorTable([qRgb(int(red), int(green), int(blue)) for blue, green, red in palette])
    return made


def chosen_colours(found: Colours, counts: NDArray[np.int64]) -> tuple[Colours, NDArray[np.uint8]]:
    """The most frequent colour, then always the one that is missed most; and which of them stands for each."""
    chosen = [int(counts.argmax())]
    missed = ((found - found[chosen[0]]) ** 2).sum(axis=1)
    nearest = np.zeros(len(found), np.uint8)
    while len(chosen) < min(COLOURS, len(found)):
        chosen.append(int((missed * np.sqrt(counts)).argmax()))
        distance = ((found - found[chosen[-1]]) ** 2).sum(axis=1)
        nearest[distance < missed] = len(chosen) - 1
        missed = np.minimum(missed, distance)
    return found[chosen], nearest
