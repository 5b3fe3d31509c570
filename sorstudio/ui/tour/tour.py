"""Walks through the steps: opens what is pointed at, stays beside it, and remembers that it was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from sorstudio.ui.preferences import TOUR, Preferences
from sorstudio.ui.theme import Look, Theme
from sorstudio.ui.tour.card import TourCard
from sorstudio.ui.tour.placing import place
from sorstudio.ui.tour.steps import Step, steps
from sorstudio.ui.tour.veil import Veil

if TYPE_CHECKING:
    from sorstudio.ui.workspace import Workspace

_MOVES = {
    QEvent.Type.Resize,
    QEvent.Type.Move,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
}
_AIR = 4


class Tour(QObject):
    """Lives as long as the workspace that it shows; `start` begins it, also once more."""

    def __init__(self, work: Workspace, look: Look, preferences: Preferences) -> None:
        super().__init__(work)
        self._work, self._look, self._preferences = work, look, preferences
        self.veil, self.card = Veil(look.theme, work), TourCard(look.theme, work)
        self._at = 0
        self._had_offers = False
        self._focus: QWidget | None = None
        self._watched: list[QWidget] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._stand)
        self.card.onward.connect(self.onward)
        self.card.backward.connect(self.backward)
        self.card.skipped.connect(self.end)
        look.changed.connect(self._set_theme)
        work.editor.retexted.connect(self._say)
        for widget in (self.veil, self.card):
            widget.hide()

    def is_running(self) -> bool:
        """Whether a step is shown."""
        return self.card.isVisibleTo(self._work)

    def start(self) -> None:
        """From the first step."""
        if not self.is_running():
            self._had_offers = self._work.places.shows_offers()
            self._focus = QApplication.focusWidget()
        self._at = 0
        self._show_step()

    def onward(self) -> None:
        """The next step; after the last the tour has been seen."""
        if self._at + 1 == len(steps()):
            self.end()
        else:
            self._at += 1
            self._show_step()

    def backward(self) -> None:
        """The step before; before the first there is none."""
        if self._at:
            self._at -= 1
            self._show_step()

    def end(self) -> None:
        """Finished or skipped: it does not come of itself again, and the window is as it was."""
        self._preferences.set_seen(TOUR)
        self._watch([])
        for widget in (self.card, self.veil):
            widget.hide()
        if self._had_offers != self._work.places.shows_offers():
            self._work.toggle_offers()
        back = self._focus if self._focus is not None and self._work.isAncestorOf(self._focus) else None
        (back or self._work.outline.view).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._soon.start()
        return super().eventFilter(watched, event)

    def _step(self) -> Step:
        return steps()[self._at]

    def _show_step(self) -> None:
        self._step().open(self._work)
        self._say()
        for widget in (self.veil, self.card):
            widget.show()
        self._stand()
        self.card.setFocus()

    def _say(self) -> None:
        step = self._step()
        self.card.say(self._at + 1, len(steps()), step.title, step.words)
        self._soon.start()

    def _set_theme(self, theme: Theme) -> None:
        self.veil.theme = theme
        self.card.set_theme(theme)
        self._soon.start()

    def _stand(self) -> None:
        """Beside the control, where it is now; in the middle where it cannot be seen."""
        if not self.is_running():
            return
        work, target = self._work, self._step().find(self._work)
        self._watch(_up_to(target, work))
        hole = QRect()
        if target.isVisibleTo(work):
            seen = target.visibleRegion().boundingRect() if target.isVisible() else target.rect()
            hole = seen.translated(target.mapTo(work, QPoint())).adjusted(-_AIR, -_AIR, _AIR, _AIR)
        room = work.rect().adjusted(_AIR, _AIR, -_AIR, -_AIR)
        self.veil.setGeometry(work.rect())
        self.veil.leave_out(hole.intersected(room))
        self.card.stand(place(hole, self.card.body_size(room.width()), room, self.card.arrow()))
        self.veil.raise_()
        self.card.raise_()

    def _watch(self, widgets: list[QWidget]) -> None:
        if widgets == self._watched:
            return
        for one in self._watched:
            one.removeEventFilter(self)
        self._watched = widgets
        for one in widgets:
            one.installEventFilter(self)


def _up_to(target: QWidget, work: QWidget) -> list[QWidget]:
    """A control moves when anything around it does."""
    found = [target]
    while found[-1] is not work:
        above = found[-1].parentWidget()
        if above is None:
            break
        found.append(above)
    return found
