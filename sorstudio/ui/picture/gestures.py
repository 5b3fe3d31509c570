"""Mouse and wheel on the canvas: choose, fold, push, zoom, and take units into the hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from sorstudio.ui.picture.band import Band, units_within
from sorstudio.ui.picture.desk import Desk
from sorstudio.ui.theme import measure

_WHEEL_STEP = 1.0015
_SCROLL_EVERY_MS = 30
_SCROLL_BY = 14

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Gestures(QObject):
    """Listens to the canvas and tells the desk what the mouse means."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.canvas)
        self._desk = desk
        self._pressed: QPointF | None = None
        self._pressed_on = -1
        self._pushing = False
        self._is_late_choice = False
        self._band = Band(desk.canvas)
        self._scrolling = QTimer(self, interval=_SCROLL_EVERY_MS)
        self._scrolling.timeout.connect(self._scroll)
        desk.canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QNativeGestureEvent):
            return self._pinch(event)
        if event.type() is QEvent.Type.Leave:
            self._desk.hover(None)
        return False

    @property
    def is_busy(self) -> bool:
        """Whether there is something to let go of."""
        return self._desk.hand is not None or self._band.is_spanned

    def cancel(self) -> None:
        """Let go of everything, as Escape does."""
        self._band.end()
        self._pressed, self._pressed_on, self._pushing = None, -1, False
        self._scrolling.stop()
        self._desk.canvas.unsetCursor()
        self._desk.let_go()

    def _mouse(self, event: QMouseEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress:
            return self._press(event)
        if event.type() is QEvent.Type.MouseMove:
            return self._move(event)
        if event.type() is QEvent.Type.MouseButtonRelease:
            return self._release(event)
        return event.type() is QEvent.Type.MouseButtonDblClick and self._double(event)

    def _press(self, event: QMouseEvent) -> bool:
        at = event.position()
        self._desk.canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() is Qt.MouseButton.MiddleButton or self._desk.is_space_down:
            self._push_from(at)
            return True
        if event.button() is not Qt.MouseButton.LeftButton:
            self._desk.choose_for_menu(at)
            return False
        if self._desk.fold_at(at):
            return True
        self._pressed, self._pressed_on = at, self._desk.stage.place_at(at)
        if self._pressed_on < 0 and event.modifiers() & _SHIFT:
            self._band.begin(at)
        elif self._pressed_on < 0:
            self._push_from(at)
        else:
            self._choose(event.modifiers())
        return True

    def _choose(self, modifiers: Qt.KeyboardModifier) -> None:
        """A unit that is chosen already stays so with the others until the button is released: it may be dragged."""
        key = self._desk.key_at(self._pressed_on)
        self._is_late_choice = False
        if modifiers & _CONTROL:
            self._desk.toggle(key)
        elif modifiers & _SHIFT:
            self._desk.extend_to(key)
        elif key in self._desk.selection:
            self._is_late_choice = True
        else:
            self._desk.select((key,))

    def _push_from(self, at: QPointF) -> None:
        self._pressed, self._pushing = at, False
        self._pressed_on = -1
        self._desk.canvas.setCursor(Qt.CursorShape.ClosedHandCursor)

    def _move(self, event: QMouseEvent) -> bool:
        at = event.position()
        if self._band.is_spanned:
            self._band.span(at)
        elif self._desk.hand is not None:
            self._carry(at)
        elif self._pressed is None:
            self._desk.hover(at)
        elif self._pressed_on < 0:
            self._push(at)
        elif (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._desk.take(self._desk.key_at(self._pressed_on), at)
            self._scrolling.start()
        return True

    def _push(self, at: QPointF) -> None:
        assert self._pressed is not None
        step = at - self._pressed
        if not self._pushing and step.manhattanLength() < QApplication.startDragDistance():
            return
        self._pushing, self._pressed = True, at
        self._desk.pan(step.x(), step.y())

    def _carry(self, at: QPointF) -> None:
        """Inside the canvas the hand is our own; outside it becomes a drag that other panes understand."""
        if QRectF(self._desk.canvas.rect()).contains(at):
            self._desk.carry(at)
            return
        hand = self._desk.hand
        self.cancel()
        if hand is not None:
            self._desk.drag_out(hand.codes)

    def _choose_within(self, area: QRectF, modifiers: Qt.KeyboardModifier) -> None:
        """What the band touches; with Ctrl as well as what was chosen before."""
        self._pressed, self._pressed_on = None, -1
        if area.width() + area.height() < QApplication.startDragDistance():
            return
        before = self._desk.selection if modifiers & _CONTROL else ()
        self._desk.select((*before, *units_within(self._desk.stage, area)))

    def _release(self, event: QMouseEvent) -> bool:
        if self._band.is_spanned:
            self._choose_within(self._band.end(), event.modifiers())
            return True
        was_on, was_pushed, is_click = self._pressed_on, self._pushing, self._pressed is not None
        self._pressed, self._pressed_on, self._pushing = None, -1, False
        self._scrolling.stop()
        self._desk.canvas.unsetCursor()
        if self._desk.hand is not None:
            self._desk.drop()
        elif is_click and was_on < 0 and not was_pushed and event.button() is Qt.MouseButton.LeftButton:
            self._desk.select(())
        elif was_on >= 0 and self._is_late_choice:
            self._desk.select((self._desk.key_at(was_on),))
        self._is_late_choice = False
        return True

    def _double(self, event: QMouseEvent) -> bool:
        place = self._desk.stage.place_at(event.position())
        if place >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self._desk.ask_rename(self._desk.key_at(place))
        return True

    def _wheel(self, event: QWheelEvent) -> bool:
        if event.modifiers() & _CONTROL:
            self._desk.zoom(_WHEEL_STEP ** event.angleDelta().y(), event.position())
            return True
        step = QPointF(event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta())
        if event.modifiers() & _SHIFT and not step.x():
            step = QPointF(step.y(), 0)
        self._desk.pan(step.x(), step.y())
        return True

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._desk.zoom(1 + event.value(), event.position())
        return True

    def _scroll(self) -> None:
        """While something is held near the border the picture comes to meet it."""
        hand = self._desk.hand
        if hand is None:
            self._scrolling.stop()
            return
        across, down = border_push(hand.at, QSizeF(self._desk.canvas.size()))
        if across or down:
            self._desk.pan(across, down)
            self._desk.carry(hand.at)


def border_push(at: QPointF, size: QSizeF) -> tuple[float, float]:
    """How far the picture moves for a hand at this place."""
    return _border(at.x(), size.width()), _border(at.y(), size.height())


def _border(at: float, length: float) -> float:
    edge = measure("edge_scroll")
    if at < edge:
        return _SCROLL_BY
    return -_SCROLL_BY if at > length - edge else 0.0
