"""The coverage pane: who receives what, area by area; worked out only while it is seen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from sorstudio.routing.coverage import Coverage, coverage
from sorstudio.routing.coverage_repairs import Mend
from sorstudio.routing.coverage_telling import totals
from sorstudio.routing.directory import Directory
from sorstudio.ui.coverage.detail import CellDetail
from sorstudio.ui.coverage.mending import mended
from sorstudio.ui.coverage.table import CoverageTable
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import Words, button
from sorstudio.ui.lazy_pane import LazyPane
from sorstudio.ui.paint import Ink
from sorstudio.ui.theme import Theme

_DETAIL, _BESIDE_FROM = 300, 760


class CoveragePane(LazyPane):
    """The matrix at the left, what is told of the chosen cell at the right, or below it where there is no room."""

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self._theme = theme
        self.found: Coverage | None = None
        editor.day_shown.connect(self._note)

    def minimumSizeHint(self) -> QSize:
        """A small window at large text is not made larger by this pane."""
        return QSize(self._theme.px(120), self._theme.px(80))

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        if self._is_built:
            self._restyle()

    def _restyle(self) -> None:
        theme = self._theme
        self._line.setContentsMargins(theme.size("l"), theme.size("s"), theme.size("l"), theme.size("s"))
        self._line.setSpacing(theme.size("s"))
        self.totals.set_theme(theme)
        self.table.set_theme(theme)
        self.detail.set_theme(theme)
        self._arrange()
        self._tell()

    def _show_plan(self) -> None:
        """Work it out for the plan as it is shown."""
        plan = self._editor.plan
        self.found = coverage(Directory(plan.shown(), plan.codes, plan.shown_day))
        self.totals.set_words(totals(self.found, self._editor.texts))
        self.table.show_coverage(self.found, self._editor.texts)
        self.next_button.setEnabled(next(self.table.cells.faulty(), None) is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_built:
            self._arrange()

    def _make(self) -> None:
        self.totals = Words(self._theme, "", Ink("small", color="muted"))
        self.table = CoverageTable(self._theme)
        self.next_button = button("", "quiet", self.table.next_faulty)
        self.detail = CellDetail(self._theme)
        head = QWidget()
        self._line = QHBoxLayout(head)
        self._line.addWidget(self.totals, 1)
        self._line.addWidget(self.next_button)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.table)
        self._splitter.addWidget(self.detail)
        self._splitter.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._splitter, 1)
        self.setFocusProxy(self.table)

    def _finish(self) -> None:
        self.table.chosen.connect(self._tell)
        self.table.wanted.connect(self._select)
        self.detail.unit_wanted.connect(self._select)
        self.detail.mend_wanted.connect(self._mend)
        self._name()
        self._restyle()

    def _name(self) -> None:
        self.next_button.setText(self.tr("Next hole"))
        self.next_button.setAccessibleName(self.tr("Next hole in the coverage"))
        self.table.setAccessibleName(self.tr("Areas and messages"))

    def _arrange(self) -> None:
        """Beside each other where both have room."""
        theme = self._theme
        beside = self.width() >= theme.px(_BESIDE_FROM)
        way = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if way is not self._splitter.orientation() or self._splitter.sizes()[1] == 0:
            self._splitter.setOrientation(way)
        room = self.width() if beside else self.height()
        share = theme.px(_DETAIL) if beside else room * 2 // 5
        self._splitter.setSizes([max(1, room - share), share])

    def _tell(self) -> None:
        cell = self.table.current_cell()
        if self.found is None or cell is None:
            self.detail.show_nothing()
            return
        self.detail.show_cell(self.found, cell, self._editor.texts, writable=not self._editor.read_only)

    def _mend(self, mend: Mend) -> None:
        self._editor.do(lambda plan: mended(plan, mend))
        self.table.setFocus()

    def _select(self, unit: str) -> None:
        self._editor.select([unit])
