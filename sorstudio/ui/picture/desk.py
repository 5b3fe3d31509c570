"""The hands of the canvas: what gestures, keys, drops and controls can do, each in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QDrag

from sorstudio.ui.picture import mime
from sorstudio.ui.picture.cards import badge_width, count_area, handle_area
from sorstudio.ui.picture.detail import Detail
from sorstudio.ui.picture.hand import Hand, Judge
from sorstudio.ui.picture.motion import moment
from sorstudio.ui.picture.painting import is_legible
from sorstudio.ui.picture.resting import Resting
from sorstudio.ui.picture.scene import Form
from sorstudio.ui.picture.stage import Stage
from sorstudio.ui.picture.walk import Step, walked
from sorstudio.ui.theme import measure

if TYPE_CHECKING:
    from sorstudio.ui.picture.canvas import Canvas

_HANDLE_REACH = 20


class Desk:
    """Selection, hover and hand over a stage; tells the canvas what to announce and when to paint."""

    def __init__(self, canvas: Canvas, stage: Stage, may_drop: Judge, may_place: Judge) -> None:
        self.canvas = canvas
        self.stage = stage
        self.selection: tuple[str, ...] = ()
        self.anchor = ""
        self.hovered = ""
        self.hand: Hand | None = None
        self.is_space_down = False
        self._resting = Resting(canvas, self._unfold)
        self._may_drop = may_drop
        self._may_place = may_place

    def select(self, keys: tuple[str, ...]) -> None:
        """Choose exactly these, in this order; the last one has the focus."""
        keys = tuple(dict.fromkeys(self.stage.data.unit_of(key) for key in keys))
        if len(keys) == 1:
            self.anchor = keys[0]
        if keys == self.selection:
            return
        self.selection = keys
        self.canvas.announce_selection()

    def key_at(self, place: int) -> str:
        """The unit at a place; a place that a unit has left stands for the unit."""
        return self.stage.data.unit_of(self.stage.visible.key_at(place))

    def toggle(self, key: str) -> None:
        chosen = tuple(one for one in self.selection if one != key)
        self.select(chosen if len(chosen) < len(self.selection) else (*self.selection, key))

    def extend_to(self, key: str) -> None:
        """Everything between the anchor and this unit, where both are of one level; else this unit as well."""
        first, last = self.stage.visible.place_of(self.anchor), self.stage.visible.place_of(key)
        level = self.stage.visible.shape.level_of_each()
        if first < 0 or level[first] != level[last]:
            self.select((*(one for one in self.selection if one != key), key))
            return
        low, high = sorted((first, last))
        between = [self.stage.visible.key_at(place) for place in range(low, high + 1)]
        between = [one for one in between if one not in self.stage.data.ghosts]
        self.select(tuple(between if first <= last else reversed(between)))

    def walk(self, step: Step, *, extends: bool) -> None:
        """To the next unit; into a folded one means to unfold it first."""
        now = self.selection[-1] if self.selection else ""
        if step is Step.IN and now in self.stage.folded:
            self.fold(now)
            return
        key = walked(self.stage.visible, now, step)
        if not key:
            return
        if extends:
            self.extend_to(key)
        else:
            self.select((key,))
        self.canvas.shows_focus = True
        self.stage.reveal(key)
        self.canvas.show_again()

    def hover(self, at: QPointF | None) -> None:
        place = self.stage.place_at(at) if at is not None else -1
        key = self.stage.visible.key_at(place) if place >= 0 else ""
        if key != self.hovered:
            self.hovered = key
            self.canvas.update()

    def choose_for_menu(self, at: QPointF) -> None:
        """A right click on a unit that is not chosen chooses it."""
        place = self.stage.place_at(at)
        if place >= 0 and self.key_at(place) not in self.selection:
            self.select((self.key_at(place),))

    def fold_at(self, at: QPointF) -> bool:
        """Fold or unfold where the point is on a handle or count; says whether it was."""
        if not is_legible(self.stage.view):
            return False
        here = self.stage.view.to_layout(at)
        back = (-_HANDLE_REACH, 0.0) if self.stage.scene.is_rightward else (0.0, -_HANDLE_REACH)
        for across, down in ((0.0, 0.0), back):
            place = self.stage.scene.at(here.x() + across, here.y() + down)
            if place >= 0 and self.handle_of(place).contains(here):
                self.fold(self.stage.visible.key_at(place))
                return True
        return False

    def handle_of(self, place: int) -> QRectF:
        """Where a unit is folded, in the lengths of the layout; empty for a unit without children."""
        scene = self.stage.scene
        data, row = scene.visible.data, int(scene.visible.rows[place])
        if not data.shape.count[row]:
            return QRectF()
        wide = badge_width(self.canvas.theme.at_full_size(), int(data.below[row]))
        box = scene.box(place)
        area = QRectF(box.x, box.y, box.width, box.height)
        if scene.form[place] != Form.CARD:
            return count_area(area, wide)
        wide = wide if scene.visible.closed[place] else measure("handle")
        return handle_area(area, wide, is_rightward=scene.is_rightward)

    def fold_chosen(self) -> None:
        if self.selection:
            self.fold(self.selection[-1])

    def fold(self, key: str) -> None:
        """Fold a branch, or unfold it."""
        row = self.stage.data.index.get(key, -1)
        if row < 0 or not self.stage.data.shape.count[row]:
            return
        is_folded = key in self.stage.folded
        folded = self.stage.folded - {key} if is_folded else self.stage.folded | {key}
        before = moment(self.stage)
        self.stage.set_folded(folded, anchor=key)
        self.canvas.announce_fold(key, is_folded=not is_folded)
        self.canvas.motion.begin(before, moment(self.stage))

    def pan(self, across: float, down: float) -> None:
        self.stage.pan(across, down)
        self.canvas.show_again()

    def zoom(self, factor: float, where: QPointF | None = None) -> None:
        """Zoom around a point; without one around the chosen unit, or the middle."""
        self.stage.zoom_at(where if where is not None else self._middle(), self.stage.view.zoom * factor)
        self.canvas.show_again()

    def zoom_to(self, detail: Detail) -> None:
        self.stage.zoom_to(detail, self.selection[-1] if self.selection else "")
        self.canvas.show_again()

    def fit(self) -> None:
        self.stage.fit()
        self.canvas.show_again()

    def _middle(self) -> QPointF:
        middle = QPointF(self.canvas.rect().center())
        place = self.stage.visible.place_of(self.selection[-1]) if self.selection else -1
        if place < 0:
            return middle
        chosen = self.stage.view.rect(self.stage.scene.box(place)).center()
        return chosen if self.canvas.rect().contains(chosen.toPoint()) else middle

    def ask_rename(self, key: str) -> None:
        self.canvas.rename_requested.emit(key)

    def take(self, key: str, at: QPointF) -> None:
        """Take a unit into the hand, and the other chosen ones with it."""
        keys = self.selection if key in self.selection else (key,)
        self.hand = Hand(keys, self._may_drop)
        self.carry(at)

    def take_from_outside(self, codes: tuple[str, ...], *, are_offers: bool) -> None:
        """Something dragged here from another pane."""
        self.hand = Hand(codes, self._may_place if are_offers else self._may_drop, are_offers)

    def carry(self, at: QPointF) -> None:
        if self.hand is not None:
            place = self.stage.place_at(at)
            over = self.stage.visible.key_at(place) if place >= 0 else ""
            self.hand.move(at, "" if over in self.stage.data.ghosts else over)
            self._resting.watch(self.hand.target)
            self.canvas.update()

    def drop(self) -> bool:
        """Let go over the target; says whether it was taken."""
        hand = self.hand
        self.let_go()
        if hand is None or not hand.may_drop:
            return False
        signal = self.canvas.offer_dropped if hand.are_offers else self.canvas.dropped
        signal.emit(hand.codes, hand.target)
        return True

    def _unfold(self, key: str) -> None:
        if self.hand is not None and key in self.stage.folded:
            self.fold(key)

    def let_go(self) -> None:
        self.hand = None
        self._resting.watch("")
        self.canvas.update()

    def drag_out(self, keys: tuple[str, ...]) -> None:
        """Go on as a drag that the outline understands too."""
        drag = QDrag(self.canvas)
        drag.setMimeData(mime.pack(mime.UNITS, keys))
        self.canvas.run_drag(drag, Qt.DropAction.MoveAction)
