"""The keys of the canvas: walk, fold, zoom, push."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from sorstudio.ui.picture.desk import Desk
from sorstudio.ui.picture.detail import Detail, Direction
from sorstudio.ui.picture.gestures import Gestures
from sorstudio.ui.picture.walk import Step
from sorstudio.ui.theme import measure

_KEY = Qt.Key
_ZOOM = 1.25
_RIGHTWARD = {
    _KEY.Key_Right: Step.IN,
    _KEY.Key_Left: Step.OUT,
    _KEY.Key_Down: Step.NEXT,
    _KEY.Key_Up: Step.BEFORE,
    _KEY.Key_Home: Step.FIRST,
    _KEY.Key_End: Step.LAST,
}
_DOWNWARD = _RIGHTWARD | {
    _KEY.Key_Down: Step.IN,
    _KEY.Key_Up: Step.OUT,
    _KEY.Key_Right: Step.NEXT,
    _KEY.Key_Left: Step.BEFORE,
}
_PUSH = {_KEY.Key_Right: (-1, 0), _KEY.Key_Left: (1, 0), _KEY.Key_Down: (0, -1), _KEY.Key_Up: (0, 1)}
_DETAIL = {_KEY.Key_1: Detail.NEAR, _KEY.Key_2: Detail.NAMES, _KEY.Key_3: Detail.FAR}
_FACTOR = {_KEY.Key_Plus: _ZOOM, _KEY.Key_Equal: _ZOOM, _KEY.Key_Minus: 1 / _ZOOM, _KEY.Key_Underscore: 1 / _ZOOM}
_OTHERS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Keys(QObject):
    """Listens to the canvas and tells the desk what the keys mean; other keys go on to the window."""

    def __init__(self, desk: Desk, gestures: Gestures) -> None:
        super().__init__(desk.canvas)
        self._desk = desk
        self._gestures = gestures
        desk.canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return not event.modifiers() & _OTHERS and self._press(event)
        if event.type() is QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            return self._release(event)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._push(key)
        if key is _KEY.Key_Escape:
            return self._escape()
        if key is _KEY.Key_Space:
            self._desk.is_space_down = True
            return True
        return self._walk(key, event.modifiers()) or self._zoom(key) or self._rename(key)

    def _release(self, event: QKeyEvent) -> bool:
        if Qt.Key(event.key()) is not _KEY.Key_Space or event.isAutoRepeat():
            return False
        if self._desk.is_space_down:
            self._desk.fold_chosen()
        self._desk.is_space_down = False
        return True

    def _escape(self) -> bool:
        if not self._gestures.is_busy:
            return False
        self._gestures.cancel()
        return True

    def _walk(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        is_rightward = self._desk.stage.direction is Direction.RIGHT
        step = (_RIGHTWARD if is_rightward else _DOWNWARD).get(key)
        if step is None:
            return False
        self._desk.walk(step, extends=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        return True

    def _push(self, key: Qt.Key) -> bool:
        if key not in _PUSH:
            return False
        across, down = _PUSH[key]
        self._desk.pan(across * measure("nudge"), down * measure("nudge"))
        return True

    def _zoom(self, key: Qt.Key) -> bool:
        if key is _KEY.Key_0:
            self._desk.fit()
        elif key in _DETAIL:
            self._desk.zoom_to(_DETAIL[key])
        elif key in _FACTOR:
            self._desk.zoom(_FACTOR[key])
        else:
            return False
        return True

    def _rename(self, key: Qt.Key) -> bool:
        if key is not _KEY.Key_F2 or not self._desk.selection:
            return False
        self._desk.ask_rename(self._desk.selection[-1])
        return True
