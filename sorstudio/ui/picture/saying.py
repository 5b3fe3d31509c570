"""The picture in words: what a screen reader says, and the hint under the pointer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF

from sorstudio.ui.picture.arrays import PictureData
from sorstudio.ui.picture.stage import Stage
from sorstudio.ui.picture.words import Words


def spoken(words: Words, data: PictureData, selection: Sequence[str]) -> str:
    """The unit that was chosen last, or how to go about in the picture."""
    row = data.index.get(selection[-1], -1) if selection else -1
    if row < 0:
        return words("picture.description")
    return words("picture.selected", name=data.names[row], below=int(data.below[row]))


def hint(words: Words, stage: Stage, at: QPointF) -> str:
    """Name, type and number in full, for what is cut or too small to read; empty beside the tree."""
    place = stage.place_at(at)
    if place < 0:
        return ""
    data, row = stage.data, int(stage.visible.rows[place])
    old = data.old_names.get(data.keys[row], "")
    was = words("picture.was", name=old) if old else ""
    return "\n".join(filter(None, (data.names[row], was, data.types[row], data.numbers[row])))
