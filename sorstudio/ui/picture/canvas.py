"""The picture of the tree as a widget: it paints what the stage holds and announces what the person does."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QFocusEvent, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sorstudio.ui import paint
from sorstudio.ui.paint import Ink
from sorstudio.ui.picture.arrays import PictureData, Visible
from sorstudio.ui.picture.colouring import ColourBy, Colouring, colour
from sorstudio.ui.picture.controls import Controls
from sorstudio.ui.picture.desk import Desk
from sorstudio.ui.picture.detail import Detail, Direction
from sorstudio.ui.picture.drops import Drops
from sorstudio.ui.picture.edges import Edges
from sorstudio.ui.picture.gestures import Gestures
from sorstudio.ui.picture.hand import Hand, Judge, anything, paint_hand
from sorstudio.ui.picture.keys import Keys
from sorstudio.ui.picture.motion import Motion, moment
from sorstudio.ui.picture.painting import Marks, Picture, brush_for, paint_picture
from sorstudio.ui.picture.portraits import Portraits
from sorstudio.ui.picture.route import Route
from sorstudio.ui.picture.saying import hint, spoken
from sorstudio.ui.picture.scene import Scene
from sorstudio.ui.picture.stage import Stage
from sorstudio.ui.picture.words import Words
from sorstudio.ui.theme import Look, Theme

_ROOM_AROUND = 60
"""How far the signs, handle and shadow of a unit reach around its box."""
Shown = tuple[Scene, Edges, Colouring, Theme, Words]
RunDrag = Callable[[QDrag, Qt.DropAction], object]


def _execute(drag: QDrag, action: Qt.DropAction) -> object:
    return drag.exec(action)


class Canvas(QWidget):
    """Units by key go in and out; what a drop means is for the judges and for those who listen."""

    selection_changed = Signal(tuple)
    fold_changed = Signal(str, bool)
    view_changed = Signal()
    dropped = Signal(tuple, str)
    offer_dropped = Signal(tuple, str)
    rename_requested = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(
        self,
        look: Look,
        *,
        may_drop: Judge = anything,
        may_place: Judge = anything,
        words: Words | None = None,
        run_drag: RunDrag = _execute,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme: Theme = look.theme
        self.words = words or Words()
        self.run_drag = run_drag
        self.shows_focus = False
        self.stage = Stage(look.theme.scale)
        self.colour_by = ColourBy.CHANGES
        self.shows_inheritance = False
        self.route: Route | None = None
        self.desk = Desk(self, self.stage, may_drop, may_place)
        self.motion = Motion(self, self.update)
        self._colouring: Colouring = colour(self.stage.data, self.colour_by)
        self._shown: Shown | None = None
        self._picture: Picture | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        Keys(self.desk, Gestures(self.desk))
        Drops(self.desk)
        self._controls = Controls(self)
        look.changed.connect(self.set_theme)
        self._describe()

    @property
    def selection(self) -> tuple[str, ...]:
        return self.desk.selection

    @property
    def hand(self) -> Hand | None:
        """What is being dragged over the canvas just now."""
        return self.desk.hand

    def set_data(self, data: PictureData, rows: Collection[int] | None = None) -> None:
        """Show other data; selection, folds and place stay for the keys that are still there.

        `rows` are the only ones that say something else than before, where that is known.
        """
        before, swatches = self.picture(), self._colouring.swatches
        is_in_place = self.stage.set_data(data) and not self.motion.is_going and not self.shows_inheritance
        self._colouring = colour(data, self.colour_by)
        if is_in_place and rows is not None and swatches == self._colouring.swatches:
            portraits = before.portraits.without(rows) if before.portraits is not None else Portraits()
            self._shown = (self.stage.scene, self.stage.edges, self._colouring, self.theme, self.words)
            self._picture = Picture(*self._shown, portraits)
            places = [place for place in self.stage.visible.place[sorted(rows)].tolist() if place >= 0]
            _update_units(self, places)
            if places or _signs(before) != _signs(self._picture):
                self._controls.refresh()
            self.view_changed.emit()
            self._describe()
            return
        self.desk.hovered = ""
        self.desk.select(tuple(key for key in self.selection if key in data.index))
        self.show_again()

    def set_selection(self, keys: Sequence[str]) -> None:
        """Choose from outside; nothing is announced, and the picture does not move (see `reveal`)."""
        chosen = tuple(key for key in keys if key in self.stage.data.index)
        if chosen != self.selection:
            blocked = self.blockSignals(True)
            self.desk.select(chosen)
            self.blockSignals(blocked)

    def reveal(self, key: str) -> None:
        """Unfold what hides a unit and bring it into sight."""
        if self.stage.reveal(key):
            self._controls.refresh()
        self.show_again()

    def set_folded(self, keys: frozenset[str]) -> None:
        before = moment(self.stage)
        self.stage.set_folded(keys, self.selection[-1] if self.selection else "")
        self.show_again()
        self.motion.begin(before, moment(self.stage))

    def fit(self) -> None:
        """Show everything."""
        self.desk.fit()

    def zoom_to(self, detail: Detail) -> None:
        """Cards, names or blocks in their own size."""
        self.desk.zoom_to(detail)

    def set_colour_by(self, by: ColourBy) -> None:
        self.colour_by = by
        self._colouring = colour(self.stage.data, by)
        self.show_again()

    def set_direction(self, direction: Direction) -> None:
        self.stage.set_direction(direction)
        self.show_again()

    def set_shows_inheritance(self, shows: bool) -> None:
        self.shows_inheritance = shows
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Another look; what is seen stays in the middle."""
        self.theme = theme
        self.stage.set_text_scale(theme.scale)
        self._controls.restyle()
        self.show_again()

    def set_language(self, language: str) -> None:
        self.words = Words(language)
        self._controls.rename()
        self._describe()
        self.show_again()

    def picture(self) -> Picture:
        """What is painted now."""
        now = (self.stage.scene, self.stage.edges, self._colouring, self.theme, self.words)
        if self._picture is None or self._shown != now:
            self._shown, self._picture = now, Picture(*now, Portraits())
        return self._picture

    def show_again(self) -> None:
        """Something is elsewhere or looks different: paint, and let the controls follow."""
        self.motion.end()
        self._controls.refresh()
        self.view_changed.emit()
        self.update()

    def announce_selection(self) -> None:
        self.motion.end()
        self.selection_changed.emit(self.selection)
        self._describe()
        self.update()

    def announce_fold(self, key: str, *, is_folded: bool) -> None:
        self.fold_changed.emit(key, is_folded)
        self.show_again()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), hint(self.words, self.stage, QPointF(event.pos())), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area, size = QRectF(self.rect()), QSizeF(self.size())
        paint.dot_grid(painter, self.theme, area, self.stage.view.to_screen(0, 0))
        shown = self.motion.frame(self.picture())
        paint_picture(painter, shown, self.stage.view, size, _marks(self, shown.scene.visible))
        if not self.stage.data.size:
            paint.smooth(painter)
            ink = Ink("body", color="muted", align=paint.CENTER)
            paint.text(painter, self.theme, area, self.words("picture.empty"), ink)
        if self.hand is not None:
            paint_hand(brush_for(painter, self.picture()), self.theme, self.hand, size)
        if self.shows_focus:
            paint.box(painter, self.theme, area.adjusted(1, 1, -1, -1), line="accent", width=self.theme.size("focus"))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.stage.resize(QSizeF(event.size()))
        self.show_again()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = self.stage.place_at(QPointF(event.pos()))
        key = self.desk.key_at(place) if place >= 0 else ""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            key = self.selection[-1] if self.selection else ""
        self.menu_requested.emit(key, event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.shows_focus = event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.shows_focus = self.desk.is_space_down = False
        super().focusOutEvent(event)
        self.update()

    def _describe(self) -> None:
        self.setAccessibleName(self.words("picture.title"))
        self.setAccessibleDescription(spoken(self.words, self.stage.data, self.selection))


def _update_units(canvas: Canvas, places: Sequence[int]) -> None:
    """Paint anew only where these units are seen."""
    room = canvas.theme.px(_ROOM_AROUND)
    for place in places:
        area = canvas.stage.view.rect(canvas.stage.scene.box(place)).adjusted(-room, -room, room, room)
        canvas.update(area.toAlignedRect())


def _signs(picture: Picture) -> tuple[object, ...]:
    """What the legend may tell of: the signs and colours that occur anywhere, also below folded units."""
    data = picture.scene.visible.data
    columns = (data.number_signs, data.changes, data.findings)
    return (picture.colouring.used, *(frozenset(np.unique(one).tolist()) for one in columns))


def _marks(canvas: Canvas, visible: Visible) -> Marks:
    """What is special on the canvas just now."""
    hand = canvas.hand
    places = [visible.place_of(key) for key in canvas.selection]
    return Marks(
        selected=frozenset(place for place in places if place >= 0),
        focus=places[-1] if places else -1,
        hovered=visible.place_of(canvas.desk.hovered),
        target=visible.place_of(hand.target) if hand else -1,
        is_refused=hand is not None and hand.reason is not None,
        shows_focus=canvas.shows_focus,
        shows_inheritance=canvas.shows_inheritance,
        route=canvas.route,
    )
