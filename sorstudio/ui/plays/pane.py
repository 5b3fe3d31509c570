"""The plays: what senders write, whether it reaches whom it should, and what the plan holds on to."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from sorstudio.model.records import Play
from sorstudio.routing.plays import Outcome
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import button, label
from sorstudio.ui.flow import FlowLayout
from sorstudio.ui.lazy_pane import LazyPane
from sorstudio.ui.plays.detail import PlayDetail
from sorstudio.ui.plays.keeping import Keeper
from sorstudio.ui.plays.list import PlayList
from sorstudio.ui.plays.rows import Kind, Played, play_all, play_groups
from sorstudio.ui.routes.segments import Segments
from sorstudio.ui.theme import Theme

_BESIDE_FROM = 620
"""Logical pixels at a text size of 100 % from which the detail stands beside the list."""


class PlaysPane(LazyPane):
    """Played anew after each act while it is seen. `ask_wanted` carries a `Question`."""

    ask_wanted = Signal(object)

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self._theme = theme
        self.played: Played | None = None
        self._keeper = Keeper(editor)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(80))

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        if self._is_built:
            self._restyle()

    def _show_plan(self) -> None:
        """Play everything, of the plan as it stands."""
        played = self.played = play_all(self._editor.plan)
        count = len(played.by_key)
        self.words.setText(self.tr("{passed} of {count} plays pass").format(passed=played.passed, count=count))
        self.keep_passing.setEnabled(bool(played.keepable()) and not self._editor.read_only)
        self._show_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _make(self) -> None:
        theme = self._theme
        self.words, self.empty = label("", "group"), label("", "muted", wraps=True)
        self.kinds = Segments(theme)
        self.keep_passing = button("", "", self._keep_passing)
        self.list, self.detail = PlayList(theme), PlayDetail(self._editor, theme)
        self._lay_out()

    def _finish(self) -> None:
        self._connect()
        self._name()
        self._restyle()

    def _lay_out(self) -> None:
        head = QWidget()
        self._head = FlowLayout(head)
        self._head.addWidget(self.words)
        self._head.addWidget(self.kinds)
        self._head.push()
        self._head.addWidget(self.keep_passing)
        left = QWidget()
        stack = self._left = QVBoxLayout(left)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.empty)
        stack.addWidget(self.list, 1)
        self.body = QSplitter(Qt.Orientation.Horizontal)
        self.body.setChildrenCollapsible(False)
        self.body.setHandleWidth(1)
        self.body.addWidget(left)
        self.body.addWidget(self.detail)
        self.body.setStretchFactor(0, 3)
        self.body.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.body, 1)

    def _connect(self) -> None:
        self.kinds.picked.connect(self._show_rows)
        self.list.changed.connect(self._show_chosen)
        self.list.wanted.connect(lambda row: self._go_to(row.unit))
        self.list.dropped.connect(lambda: self._keeper.drop(self._own()))
        self.detail.keep_wanted.connect(self._keep_chosen)
        self.detail.drop_wanted.connect(lambda: self._keeper.drop(self._own()))
        self.detail.must_wanted.connect(self._hold)
        self.detail.ask_wanted.connect(self.ask_wanted)
        self.detail.card.unit_wanted.connect(self._go_to)
        self.detail.card.nearest.wanted.connect(self._go_to)
        self.detail.card.copy_wanted.connect(self._copy)

    def _name(self) -> None:
        kinds = (
            (Kind.ALL.value, self.tr("All")),
            (Kind.FAILING.value, self.tr("Failing")),
            (Kind.OWN.value, self.tr("Own")),
            (Kind.STANDARD.value, self.tr("Standard")),
        )
        self.kinds.offer(self.tr("Show"), kinds)
        self.list.setAccessibleName(self.tr("Plays"))
        self.keep_passing.setText(self.tr("Keep all that pass"))
        self.keep_passing.setAccessibleName(self.keep_passing.text())
        self.keep_passing.setToolTip(
            self.tr("The standard plays that pass become the plan's own, held to whom they reach today.")
        )
        self.detail.retranslate()

    def _restyle(self) -> None:
        theme = self._theme
        for part in (self.kinds, self.list, self.detail):
            part.set_theme(theme)
        edge = theme.size("l")
        self._head.setContentsMargins(edge, theme.size("s"), edge, theme.size("xs"))
        self._head.setSpacing(theme.size("m"))
        self.empty.setContentsMargins(edge, theme.size("m"), edge, theme.size("m"))
        self._turn()

    def _turn(self) -> None:
        if self._is_built:
            beside = self.width() >= _BESIDE_FROM * self._theme.scale
            self.body.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)

    def _show_rows(self) -> None:
        if self.played is None:
            return
        kind = Kind(self.kinds.chosen)
        before = self.list.chosen()
        groups = play_groups(self.played, kind, self._editor.texts)
        self.list.signed.show_groups(groups)
        nothing = {
            Kind.OWN: self.tr("The plan has no plays of its own yet. Keep a standard play, or a question you asked."),
            Kind.FAILING: self.tr("Every play passes."),
        }
        self.empty.setText(nothing.get(kind, ""))
        self.empty.setVisible(not groups)
        self.list.setVisible(bool(groups))
        if not self.list.chosen():
            self._choose([*before, *(row.key for row in self.list.signed.rows if not row.is_head)])
        self._show_chosen()

    def _choose(self, keys: list[str]) -> None:
        """The first of these that is shown."""
        places = (self.list.signed.place_of(key) for key in keys)
        place = next((one for one in places if one >= 0), -1)
        if place >= 0:
            self.list.setCurrentIndex(self.list.signed.index(place, 0))

    def _chosen(self) -> list[Outcome]:
        if self.played is None:
            return []
        found = (self.played.by_key.get(key) for key in self.list.chosen())
        return [one for one in found if one is not None]

    def _show_chosen(self) -> None:
        if self.played is not None:
            self.detail.show_play(self.played, self._chosen())

    def _own(self) -> list[Play]:
        return [one.play for one in self._chosen() if isinstance(one.play, Play)]

    def _keep_chosen(self) -> None:
        if self.played is not None:
            self._keeper.keep([one for one in self._chosen() if self.played.can_be_kept(one)])

    def _keep_passing(self) -> None:
        if self.played is not None:
            self._keeper.keep(self.played.keepable())

    def _hold(self, must: bool) -> None:
        self._keeper.hold(self._own(), must=must)
        self._show_chosen()

    def _go_to(self, unit: str) -> None:
        """Some play days are before the end of a unit."""
        if unit in self._editor.plan.state().units:
            self._editor.select([unit])

    def _copy(self, gln: str) -> None:
        QGuiApplication.clipboard().setText(gln)
        self._editor.said.emit(self.tr("{gln} is on the clipboard.").format(gln=gln), False)
