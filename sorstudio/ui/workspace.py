"""The panes of one open plan, put together: outline, picture, inspector, strip, offers, bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from sorstudio.ui.actions import Actions
from sorstudio.ui.appearance import wants_motion
from sorstudio.ui.asking.questions import Questions
from sorstudio.ui.changes.pane import ChangesPane
from sorstudio.ui.dates.banner import DayBanner
from sorstudio.ui.editor import Editor
from sorstudio.ui.feed import first_folds
from sorstudio.ui.findings.pane import FindingsPane
from sorstudio.ui.history.pane import HistoryPane
from sorstudio.ui.impact.gate import Gate
from sorstudio.ui.inspector.pane import InspectorPane
from sorstudio.ui.inspector.remarks import Judged
from sorstudio.ui.offers.board import OffersBoard
from sorstudio.ui.outline.pane import OutlinePane
from sorstudio.ui.pane_layout import PaneLayout, Panes, focus_into, is_compact
from sorstudio.ui.picture.pane import PicturePane
from sorstudio.ui.picture.route import show_route
from sorstudio.ui.preferences import Preferences
from sorstudio.ui.quality.pane import QualityPane
from sorstudio.ui.requests.pane import RequestsPane
from sorstudio.ui.routes.board import ReceiversBoard
from sorstudio.ui.signs import FindingSign
from sorstudio.ui.statusbar import StatusBar
from sorstudio.ui.strip import Strip
from sorstudio.ui.summary.pane import SummaryPane
from sorstudio.ui.theme import Look, Theme
from sorstudio.ui.topbar import TopBar

LEAST_WIDTH = 600
"""A workspace narrower than this has not got its place in the window yet."""
_FINDINGS = 0
Shown = TypeVar("Shown", bound=QWidget)


class Workspace(QWidget):
    """One editor, shared by every pane; closing it lets the plan go."""

    counted = Signal(int)

    def __init__(
        self,
        editor: Editor,
        look: Look,
        actions: Actions,
        preferences: Preferences,
        *,
        held_by: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("root")
        self.editor, self._look, self._actions, self._preferences = editor, look, actions, preferences
        theme = look.theme
        # Each pane is made inside the window: one that comes in later takes all it holds through the stylesheet again.
        # The focus goes round in the order in which they are made.
        self.top = TopBar(editor, theme, actions, self)
        self.outline = OutlinePane(editor, theme, self)
        self.picture = PicturePane(editor, look, self)
        self.canvas, self.feed = self.picture.canvas, self.picture.feed
        self.canvas.motion.is_wanted = partial(wants_motion, preferences)
        self.inspector = InspectorPane(editor, theme, self)
        self.offers = OffersBoard(editor, theme, self)
        self.findings = FindingsPane(editor, theme, self)
        self.findings.remember_in(preferences)
        self.quality = QualityPane(editor, theme, self)
        self.requests = RequestsPane(editor, theme, self)
        self.panes = (
            self.findings,
            ChangesPane(editor, theme, self),
            HistoryPane(editor, theme, self),
            SummaryPane(editor, theme, self),
            self.quality,
            self.requests,
        )
        self.strip = Strip(theme, self.panes, self)
        self.receiving = ReceiversBoard(editor, theme, self)
        self.status = StatusBar(editor, theme, held_by=held_by, parent=self)
        self.questions = Questions(editor, self.outline.bar)
        editor.gate = Gate(editor, self.outline.bar)
        panes = Panes(self.outline, self.picture, self.inspector, self.strip, self.offers, self.receiving)
        self.places = PaneLayout(panes, preferences, self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.outline.view.addActions(actions.local())
        self.show_changes(actions.by_name["show_changes"].isChecked())
        self.outline.view.select_row(0)

    def close_plan(self) -> None:
        """Remember the sizes and let the plan go."""
        self.places.remember()
        self.outline.keep()
        self.findings.checking.close()
        self.quality.close_plan()
        self.requests.close_plan()
        self.receiving.close_plan()
        self.editor.close()

    def toggle_offers(self) -> None:
        """The offers board, in the place of the strip."""
        self._show_below(self.strip if self.places.shows_offers() else self.offers)

    def picture_alone(self) -> None:
        """The picture fills the window, for a projector; once more brings everything back."""
        self.receiving.set_alone(False)
        alone = self.top.isVisibleTo(self)
        for widget in (self.top, self.outline, self.places.below, self.inspector):
            widget.setVisible(not alone)
        self.canvas.setFocus()

    def leave_picture_alone(self) -> None:
        """What asks or is asked for must be seen, also where the picture has filled the window, or a board has."""
        self.receiving.set_alone(False)
        if not self.top.isVisibleTo(self):
            self.picture_alone()

    def toggle_closed(self) -> None:
        """Units that the register closed long ago, in the outline."""
        model = self.outline.view.outline
        model.set_show_closed(not model.folding.show_closed)

    def show_changes(self, show: bool) -> None:
        """What the plan does with each unit, in outline and picture."""
        self.outline.view.outline.set_show_changes(show)
        self.feed.set_shows_changes(show)

    def next_pane(self) -> None:
        """The focus goes round: outline, picture, inspector, strip."""
        shown = [one for one in self.places.stations() if one.isVisibleTo(self)]
        here = next((at for at, one in enumerate(shown) if one.isAncestorOf(self.focusWidget()) or one.hasFocus()), -1)
        following = shown[(here + 1) % len(shown)]
        focus_into(self.outline.view if following is self.outline else following)

    def show_in_strip(self, pane: Shown) -> Shown:
        """Bring one of the panes of the strip to the front."""
        self._show_below(self.strip)
        self.strip.show_pane(self.strip.stack.indexOf(pane))
        return pane

    def focus_filter(self) -> None:
        """Into the outline's filter."""
        self.leave_picture_alone()
        self.outline.filter.setFocus()
        self.outline.filter.selectAll()

    def focus_search(self) -> None:
        """Into the search field."""
        self.leave_picture_alone()
        self.top.search.setFocus()
        self.top.search.selectAll()

    def rename(self) -> None:
        """The chosen unit's name, over its card or in the outline."""
        if self.picture.has_focus():
            self.picture.rename()
            return
        self.leave_picture_alone()
        view = self.outline.view
        for key in self.editor.selection[:1]:
            view.outline.reveal(key)
            view.setFocus()
            view.rename_current()

    def menu_at(self, where: QPoint) -> None:
        """The acts on units, at the pointer."""
        menu = QMenu(self)
        self._actions.unit_menu(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size; the canvas listens for itself."""
        bars = (self.strip, self.top, self.status)
        for pane in (self.outline, self.inspector, self.offers, self.receiving, *bars, *self.panes):
            pane.set_theme(theme)
        self.places.fit(theme)
        self._adapt()

    def retranslate(self) -> None:
        """The titles of the strip."""
        titles = (self.tr("Findings"), self.tr("Changes"), self.tr("History"), self.tr("Summary"), self.tr("Quality"))
        self.strip.set_titles((*titles, self.tr("Requests")))
        self._count()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._adapt()

    def _mark(self, found: Mapping[str, Sequence[FindingSign]]) -> None:
        """The worst finding of each unit stands in outline and picture, all of them in the inspector."""
        worst = {unit: max(signs) for unit, signs in found.items() if unit and signs}
        self.outline.view.outline.set_findings(worst)
        self.feed.set_findings(worst)
        self.inspector.set_findings(found)

    def _connect(self) -> None:
        editor = self.editor
        self.picture.menu_wanted.connect(self.menu_at)
        self.outline.menu_wanted.connect(self.menu_at)
        self.outline.bar.asked.connect(self.leave_picture_alone)
        self.outline.guide.asked.connect(self.leave_picture_alone)
        self.findings.found.connect(self._mark)
        self.inspector.show_judged(Judged(self.findings.open_at, self.findings.group_of, self.findings.doing.repair))
        self.findings.counted.connect(partial(self.strip.tabs.set_count, _FINDINGS))
        self.findings.guide_wanted.connect(self.outline.guide.begin)
        self.quality.findings_wanted.connect(lambda unit: self.show_in_strip(self.findings).narrow(unit))
        self.requests.request_wanted.connect(self._actions.by_name["export_request"].trigger)
        self.requests.confirming.opened.connect(partial(self.show_in_strip, self.requests))
        self.offers.close_wanted.connect(self.toggle_offers)
        self.receiving.front_wanted.connect(partial(self._show_below, self.receiving))
        for one in (self.top, self.places.upper(), self.inspector, self.status):
            self.receiving.alone.connect(one.setHidden)
        self.receiving.asker.route_found.connect(partial(show_route, self.canvas))
        self.receiving.asker.unit_shown.connect(self.leave_picture_alone)
        self.offers.ask_wanted.connect(self.receiving.ask_about_offer)
        self.receiving.close_wanted.connect(partial(self._show_below, self.strip))
        self.status.undo_wanted.connect(editor.undo)
        editor.effect.connect(self._count_soon.start)

    def _fill(self) -> None:
        """The picture, which is read once the outline has been painted."""
        self.feed.refresh()
        self._fold_first()

    def _fold_first(self) -> None:
        self.canvas.set_folded(first_folds(self.canvas.stage.data))
        self.canvas.fit()

    def _lay_out(self) -> None:
        self._count_soon = QTimer(self, singleShot=True, interval=0)
        self._count_soon.timeout.connect(self._count)
        # Two rounds of events later: the first round ends with the paint.
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._fill))
        self._is_placed = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(DayBanner(self.editor, self))
        column.addWidget(self.places.whole, 1)
        column.addWidget(self.status)

    def _adapt(self) -> None:
        theme = self._look.theme
        compact = is_compact(theme, self.width())
        self.top.set_compact(compact)
        self.outline.set_narrow(compact)
        if not self._is_placed and self.width() > LEAST_WIDTH:
            self.places.place(theme, self.width(), self.height())
            self._is_placed = True
            self._fold_first()

    def _show_below(self, pane: QWidget) -> None:
        self.leave_picture_alone()
        self.places.show_below(pane, self._look.theme)
        focus_into(pane)

    def _count(self) -> None:
        from sorstudio.requests.lines import change_lines

        lines = change_lines(self.editor.plan)
        asked = sum(line.addressee is not None for line in lines)
        self.changes = len(lines)
        self.strip.tabs.set_count(1, self.changes)
        self.strip.tabs.set_count(2, len(self.editor.plan.journal.path()))
        self.top.set_count(asked)
        self.counted.emit(self.changes)
