"""Folding and unfolding as a movement: the units glide between two pictures, and anything else ends it at once."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

from sorstudio.ui.picture.detail import Detail
from sorstudio.ui.picture.edges import edges_of
from sorstudio.ui.picture.painting import Picture
from sorstudio.ui.picture.scene import Scene
from sorstudio.ui.picture.shape import Floats
from sorstudio.ui.picture.stage import Stage
from sorstudio.ui.picture.view import View
from sorstudio.ui.theme import measure

MOST_MOVING = 1500
"""Units that can glide without a frame being missed; a larger picture is there at once."""
_FRAME_MS = 12


@dataclass(frozen=True)
class Moment:
    """What was seen at some time."""

    scene: Scene
    view: View


def moment(stage: Stage) -> Moment:
    """What is seen now."""
    return Moment(stage.scene, stage.view)


@dataclass(frozen=True, eq=False)
class Way:
    """The larger of two pictures with where its units stand in the first and in the last moment."""

    scene: Scene
    starts: tuple[Floats, Floats]
    depths: tuple[Floats, Floats]

    def at(self, share: float) -> Scene:
        """The picture after this share of the way, quick at first and slow at the end."""
        eased = 1 - (1 - share) ** 3
        start, depth = (first + (last - first) * eased for first, last in (self.starts, self.depths))
        columns = depth[self.scene.visible.shape.starts[:-1]]
        items = replace(self.scene.items, start=start[self.scene.items.unit])
        return replace(self.scene, items=items, columns=columns, start=start, depth=depth, is_settled=False)


def way_between(before: Moment, after: Moment) -> Way | None:
    """How to get from one moment to the other; None where that is no folding that can be followed with the eye."""
    old, new = before.scene, after.scene
    if not _can_glide(before, after):
        return None
    across, down = after.view.x - before.view.x, after.view.y - before.view.y
    along, inward = (down, across) if new.is_rightward else (across, down)
    is_opening = new.size > old.size
    large, small = (new, old) if is_opening else (old, new)
    folded = _folded_in(large, small)
    if is_opening:
        return Way(new, (folded[0] + along, new.start), (folded[1] + inward, new.depth))
    return Way(old, (old.start + along, folded[0]), (old.depth + inward, folded[1]))


def _can_glide(before: Moment, after: Moment) -> bool:
    old, new = before.scene, after.scene
    same = (old.visible.data, old.detail, old.direction) == (new.visible.data, new.detail, new.direction)
    if not same or old.detail is Detail.FAR or before.view.scale != after.view.scale:
        return False
    small, large = sorted((old, new), key=lambda scene: scene.size)
    is_part = bool(np.isin(small.visible.rows, large.visible.rows).all())
    return 0 < small.size < large.size <= MOST_MOVING and is_part


def _folded_in(large: Scene, small: Scene) -> tuple[Floats, Floats]:
    """Where the units of the larger picture stand in the smaller one; a hidden one is beside what hides it."""
    shape = large.visible.shape
    place = small.visible.place[large.visible.rows]
    start, depth = small.start[place], small.depth[place]
    for level in range(1, shape.depth):
        part = shape.level(level)
        hidden = part.start + np.flatnonzero(place[part] < 0)
        above = shape.parent[hidden]
        start[hidden] = start[above] + (large.breadth[above] - large.breadth[hidden]) / 2
        depth[hidden] = depth[above] + large.depth[hidden] - large.depth[above]
    return start, depth


def system_allows() -> bool:
    """Whether the system wants things to move; where nothing is seen, nothing moves."""
    if QGuiApplication.platformName() in ("offscreen", "minimal"):
        return False
    if sys.platform == "win32" and not QApplication.isEffectEnabled(Qt.UIEffect.UI_General):
        return False
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0


def always() -> bool:
    """The person has nothing against movement."""
    return True


class Motion(QObject):
    """Keeps the time. A frame is computed when it is painted, so that a slow machine shows fewer of them."""

    def __init__(self, parent: QObject, repaint: Callable[[], None]) -> None:
        super().__init__(parent)
        self.is_wanted: Callable[[], bool] = always
        self.is_allowed: Callable[[], bool] = system_allows
        self.length_ms = int(measure("motion_ms"))
        self._repaint = repaint
        self._way: Way | None = None
        self._clock = QElapsedTimer()
        self._tick = QTimer(self, interval=_FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._step)

    @property
    def is_going(self) -> bool:
        return self._way is not None

    def begin(self, before: Moment, after: Moment) -> None:
        """Glide from what was seen to what is there now."""
        self._way = way_between(before, after) if self.is_allowed() and self.is_wanted() else None
        if self._way is not None:
            self._clock.start()
            self._tick.start()

    def end(self) -> None:
        """Be there at once."""
        self._way = None
        self._tick.stop()

    def frame(self, picture: Picture) -> Picture:
        """What to paint now in place of the picture that is the goal."""
        if self._way is None:
            return picture
        scene = self._way.at(min(1.0, self._clock.elapsed() / self.length_ms))
        return replace(picture, scene=scene, edges=edges_of(scene))

    def _step(self) -> None:
        if self._clock.elapsed() >= self.length_ms:
            self.end()
        self._repaint()
