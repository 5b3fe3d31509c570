"""The head of the history: the filter, the branch that the plan stands on, what to compare it with, and its name."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from sorstudio.requests.places import branch_name
from sorstudio.ui.changes.head import FilterField, drop_menu, name_button
from sorstudio.ui.editor import Editor
from sorstudio.ui.field_signs import lead_with
from sorstudio.ui.fields import LineField, button
from sorstudio.ui.flow import FlowLayout
from sorstudio.ui.theme import Theme

LONGEST = 44


class HistoryHead(QWidget):
    """`switch_wanted` carries the tip of a branch, `compare_wanted` a place (None is the baseline)."""

    switch_wanted = Signal(str)
    compare_wanted = Signal(object)

    def __init__(self, editor: Editor, theme: Theme, name: LineField, ask: QPushButton) -> None:
        super().__init__()
        self._editor = editor
        self.words = FilterField()
        self.branch = button("", "chip", self._open_branches)
        self.compare = button("", "chip", self._open_places)
        self._row = FlowLayout(self)
        for widget in (self.words, self.branch, self.compare):
            self._row.addWidget(widget)
        self._row.push()
        self._row.addWidget(name)
        self._row.addWidget(ask)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        edge = theme.size("s")
        self._row.setContentsMargins(edge, theme.size("xs"), edge, theme.size("xs"))
        self._row.setSpacing(edge)
        self.words.setFixedWidth(theme.px(150))
        lead_with(self.words, theme, "filter", clears=True)

    def refresh(self) -> None:
        """The words, and where the plan stands."""
        plan, texts = self._editor.plan, self._editor.texts
        self.words.setPlaceholderText(self.tr("Filter"))
        self.words.setAccessibleName(self.tr("Filter the history"))
        branches = plan.journal.branches()
        here = next((branch_name(plan, one.tip, texts) for one in branches if one.current and one.name), "")
        name_button(self.branch, self.tr("Branch: {name}").format(name=here) if here else self.tr("Branches"))
        name_button(self.compare, self.tr("Compare …"))
        self.branch.setEnabled(len(branches) > 1 and not self._editor.read_only)
        self.compare.setEnabled(bool(branches))

    def _open_branches(self) -> None:
        menu = QMenu(self)
        for one in self._editor.plan.journal.branches():
            action = menu.addAction(self._named(one.tip), partial(self.switch_wanted.emit, one.tip))
            action.setCheckable(True)
            action.setChecked(one.current)
        drop_menu(menu, self.branch)

    def _open_places(self) -> None:
        menu = QMenu(self)
        plan = self._editor.plan
        for one in plan.journal.branches():
            if one.tip != plan.head:
                menu.addAction(self._named(one.tip), partial(self.compare_wanted.emit, one.tip))
        if plan.head is not None:
            menu.addAction(self.tr("With the baseline"), partial(self.compare_wanted.emit, None))
        drop_menu(menu, self.compare)

    def _named(self, tip: str) -> str:
        name = branch_name(self._editor.plan, tip, self._editor.texts)
        return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
