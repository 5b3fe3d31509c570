"""The panes of one open plan, put together: outline, picture, inspector, strip, offers, bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from sorstudio.model.edits import offers, units
from sorstudio.model.errors import Unusable
from sorstudio.ui.actions import Actions
from sorstudio.ui.asking.questions import Questions
from sorstudio.ui.changes.pane import ChangesPane
from sorstudio.ui.editor import Editor
from sorstudio.ui.feed import Feed, first_folds
from sorstudio.ui.findings.pane import FindingsPane
from sorstudio.ui.history.pane import HistoryPane
from sorstudio.ui.inspector.pane import InspectorPane
from sorstudio.ui.offers.board import OffersBoard
from sorstudio.ui.outline.pane import OutlinePane
from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.picture.words import Words
from sorstudio.ui.preferences import Preferences
from sorstudio.ui.signs import FindingSign
from sorstudio.ui.statusbar import StatusBar
from sorstudio.ui.strip import Strip
from sorstudio.ui.summary.pane import SummaryPane
from sorstudio.ui.theme import Look, Theme
from sorstudio.ui.topbar import TopBar

COMPACT_BELOW = 1280
"""Logical pixels, at a text size of 100 %, under which the window leaves out what stands elsewhere too."""
OFFERS_HEIGHT = 462
_FINDINGS = 0


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
        self.outline = OutlinePane(editor, theme)
        self.canvas = Canvas(
            look, may_drop=self._may_drop, may_place=self._may_place, words=Words(editor.texts.language)
        )
        self.inspector = InspectorPane(editor, theme)
        self.offers = OffersBoard(editor, theme)
        self.findings = FindingsPane(editor, theme)
        self.panes = (
            self.findings,
            ChangesPane(editor, theme),
            HistoryPane(editor, theme),
            SummaryPane(editor, theme),
        )
        self.strip = Strip(theme, self.panes)
        self.top = TopBar(editor, theme, actions, self.outline.view.outline.hits)
        self.status = StatusBar(editor, theme, held_by=held_by)
        self.questions = Questions(editor, self.outline.bar)
        self.feed = Feed(editor, self.canvas, self)
        self.below = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.feed.refresh()
        self.outline.view.select_row(0)

    def close_plan(self) -> None:
        """Remember the sizes and let the plan go."""
        for name, splitter in self._splitters().items():
            self._preferences.set_state(f"splitter/{name}", splitter.saveState())
        self.findings.checking.close()
        self.editor.close()

    def toggle_offers(self) -> None:
        """The offers board, in the place of the strip."""
        opening = self.below.currentWidget() is not self.offers
        self._show_below(self.offers if opening else self.strip)

    def picture_alone(self) -> None:
        """The picture fills the window, for a projector; once more brings everything back."""
        alone = self.top.isVisibleTo(self)
        for widget in (self.top, self.outline, self.below, self.inspector):
            widget.setVisible(not alone)
        self.canvas.setFocus()

    def toggle_closed(self) -> None:
        """Units that the register closed long ago, in the outline."""
        model = self.outline.view.outline
        model.set_show_closed(not model.show_closed)

    def next_pane(self) -> None:
        """The focus goes round: outline, picture, inspector, strip."""
        lower: QWidget = self.offers if self.below.currentWidget() is self.offers else self.strip
        stations: list[QWidget] = [self.outline.view, self.canvas, self.inspector, lower]
        shown = [one for one in stations if one.isVisibleTo(self)]
        here = next((at for at, one in enumerate(shown) if one.isAncestorOf(self.focusWidget()) or one.hasFocus()), -1)
        _focus(shown[(here + 1) % len(shown)])

    def next_finding(self) -> None:
        """The next finding, in the strip."""
        self._show_below(self.strip)
        self.strip.show_pane(_FINDINGS)
        self.findings.next_finding()

    def focus_filter(self) -> None:
        """Into the outline's filter."""
        self.outline.filter.setFocus()
        self.outline.filter.selectAll()

    def focus_search(self) -> None:
        """Into the search field."""
        self.top.search.setFocus()
        self.top.search.selectAll()

    def rename(self) -> None:
        """The chosen unit's name, in the outline."""
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

    def save_picture(self, path: Path) -> None:
        """The picture as it is coloured and turned now, whole, as SVG, PNG or PDF."""
        from sorstudio.ui.picture.export import Choice, UnknownPictureFormat, export_picture

        stage = self.canvas.stage
        choice = Choice(direction=stage.direction, colour_by=self.canvas.colour_by, language=self.editor.texts.language)
        try:
            export_picture(stage.data, path, self._look.theme, choice)
        except UnknownPictureFormat:
            raise Unusable("ui.picture_format", path=path) from None

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size; the canvas listens for itself."""
        for pane in (self.outline, self.inspector, self.offers, self.strip, self.top, self.status, *self.panes):
            pane.set_theme(theme)
        self._adapt()

    def retranslate(self) -> None:
        """The titles of the strip."""
        titles = (self.tr("Findings"), self.tr("Changes"), self.tr("History"), self.tr("Summary"))
        self.strip.set_titles(titles)
        self._count()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._adapt()

    def _may_drop(self, keys: tuple[str, ...], target: str) -> str | None:
        return self.editor.ask(partial(units.move, units=keys, parent=target))

    def _may_place(self, codes: tuple[str, ...], target: str) -> str | None:
        return self.editor.ask(partial(offers.place_offer, offers=codes, unit=target))

    def _dropped(self, keys: tuple[str, ...], target: str) -> None:
        self.editor.do(partial(units.move, units=keys, parent=target))

    def _offer_dropped(self, codes: tuple[str, ...], target: str) -> None:
        if self.editor.do(partial(offers.place_offer, offers=codes, unit=target)) is not None:
            self.editor.select([target])

    def _mark(self, found: Mapping[str, Sequence[FindingSign]]) -> None:
        """The worst finding of each unit stands in outline and picture, all of them in the inspector."""
        worst = {unit: max(signs) for unit, signs in found.items() if unit and signs}
        self.outline.view.outline.set_findings(worst)
        self.feed.set_findings(worst)
        self.inspector.set_findings(found)

    def _connect(self) -> None:
        editor, canvas = self.editor, self.canvas
        canvas.selection_changed.connect(editor.select)
        canvas.dropped.connect(self._dropped)
        canvas.offer_dropped.connect(self._offer_dropped)
        canvas.rename_requested.connect(lambda _key: self.rename())
        canvas.menu_requested.connect(lambda _key, where: self.menu_at(where))
        editor.selected.connect(self._follow_in_picture)
        self.outline.menu_wanted.connect(self.menu_at)
        self.findings.found.connect(self._mark)
        self.findings.counted.connect(partial(self.strip.tabs.set_count, _FINDINGS))
        self.offers.close_wanted.connect(self.toggle_offers)
        self.status.undo_wanted.connect(editor.undo)
        editor.effect.connect(self._count_soon.start)
        editor.retexted.connect(lambda: canvas.set_language(editor.texts.language))

    def _follow_in_picture(self, keys: tuple[str, ...]) -> None:
        self.canvas.set_selection(keys)
        if keys and not self.canvas.hasFocus():
            self.canvas.reveal(keys[-1])
        self.canvas.update()

    def _lay_out(self) -> None:
        self._count_soon = QTimer(self, singleShot=True, interval=0)
        self._count_soon.timeout.connect(self._count)
        self._panes_row = _splitter(Qt.Orientation.Horizontal, self.outline, self.canvas)
        for pane in (self.strip, self.offers):
            self.below.addWidget(pane)
        self._left = _splitter(Qt.Orientation.Vertical, self._panes_row, self.below)
        self._whole = _splitter(Qt.Orientation.Horizontal, self._left, self.inspector)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in ((self.top, 0), (self._whole, 1), (self.status, 0)):
            column.addWidget(widget, stretch)
        self._is_placed = False

    def _splitters(self) -> Mapping[str, QSplitter]:
        return {"row": self._panes_row, "left": self._left, "whole": self._whole}

    def _place(self) -> None:
        """The sizes of the last day, or those of the look."""
        theme, width, height = self._look.theme, self.width(), self.height()
        saved = {name: self._preferences.state(f"splitter/{name}") for name in self._splitters()}
        if not all(self._splitters()[name].restoreState(state) for name, state in saved.items()):
            compact = self._is_compact()
            inspector = theme.px(312) if compact else theme.size("inspector")
            if compact:
                inspector = min(inspector, width // 3)
            outline = min(theme.px(384) if compact else theme.size("outline"), (width - inspector) * 6 // 10)
            strip = theme.px(160) if compact else theme.size("strip")
            self._whole.setSizes([width - inspector, inspector])
            self._panes_row.setSizes([outline, width - inspector - outline])
            self._left.setSizes([height - strip, strip])
        self._is_placed = True

    def _is_compact(self) -> bool:
        return self.width() / self._look.theme.scale < COMPACT_BELOW

    def _adapt(self) -> None:
        if not self._is_placed and self.width() > 600:
            self._place()
            self.canvas.set_folded(first_folds(self.canvas.stage.data))
            self.canvas.fit()
        self.top.set_compact(self._is_compact())
        self.outline.set_narrow(self._is_compact())

    def _show_below(self, pane: QWidget) -> None:
        theme = self._look.theme
        self.below.setCurrentWidget(pane)
        wanted = theme.px(OFFERS_HEIGHT) if pane is self.offers else theme.size("strip")
        total = sum(self._left.sizes())
        self._left.setSizes([total - min(wanted, total * 6 // 10), min(wanted, total * 6 // 10)])
        _focus(pane)

    def _count(self) -> None:
        from sorstudio.requests.lines import change_lines

        lines = change_lines(self.editor.plan)
        asked = sum(line.addressee is not None for line in lines)
        self.strip.tabs.set_count(1, len(lines))
        self.strip.tabs.set_count(2, len(self.editor.plan.journal.path()))
        self.top.set_count(asked)
        self.counted.emit(len(lines))


def _splitter(orientation: Qt.Orientation, first: QWidget, second: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    splitter.addWidget(first)
    splitter.addWidget(second)
    if orientation is Qt.Orientation.Horizontal:
        splitter.setStretchFactor(1, 1)
    else:
        splitter.setStretchFactor(0, 1)
    return splitter


def _focus(pane: QWidget) -> None:
    """Into a pane, or into the first thing in it that takes the focus."""
    if pane.focusPolicy() & Qt.FocusPolicy.TabFocus:
        pane.setFocus(Qt.FocusReason.TabFocusReason)
        return
    inside = [one for one in pane.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for one in [one for one in inside if one.isVisibleTo(pane)][:1]:
        one.setFocus(Qt.FocusReason.TabFocusReason)
