"""The head of the findings: severities, filter, how they are grouped, all safe repairs at once, and the rule book."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from sorstudio.model.texts import Texts
from sorstudio.rules.entry import Edition
from sorstudio.rules.finding import Finding, Severity
from sorstudio.ui.changes.head import FilterField, drop_menu, name_button
from sorstudio.ui.field_signs import lead_with
from sorstudio.ui.fields import button
from sorstudio.ui.findings.chips import BranchChip, SeverityButton
from sorstudio.ui.findings.grouping import GroupBy
from sorstudio.ui.findings.mending import safe
from sorstudio.ui.flow import FlowLayout
from sorstudio.ui.theme import Theme

_COUNTS = {Severity.ERROR: "panes.errors", Severity.WARNING: "panes.warnings", Severity.INFO: "panes.infos"}


class FindingsHead(QWidget):
    """Tells what is wanted; what is shown is the pane's to decide."""

    filtered = Signal(str)
    severity_shown = Signal(object, bool)
    group_wanted = Signal(object)
    safe_wanted = Signal()
    book_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.by = GroupBy.RULE
        self.buttons = {severity: SeverityButton(theme, severity, self) for severity in Severity}
        self.branch = BranchChip(theme)
        self.words = FilterField(self)
        self.group = button("", "chip", self._open_groups)
        self.mend_safe = button("", "quiet", self.safe_wanted.emit)
        self.book = button("", "quiet", self.book_wanted.emit)
        self._row = FlowLayout(self)
        self._row.addWidget(self.branch)
        for severity, one in self.buttons.items():
            self._row.addWidget(one)
            one.toggled.connect(partial(self.severity_shown.emit, severity))
        self._row.addWidget(self.words)
        self._row.addWidget(self.group)
        self._row.push()
        self._row.addWidget(self.mend_safe)
        self._row.addWidget(self.book)
        self.words.textChanged.connect(self.filtered)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        edge = theme.size("l")
        self._row.setSpacing(theme.size("s"))
        self._row.setContentsMargins(edge, theme.size("xs"), theme.size("s"), theme.size("xs"))
        self.words.setFixedWidth(theme.px(150))
        lead_with(self.words, theme, "filter", clears=True)
        self.branch.set_theme(theme)
        for one in self.buttons.values():
            one.theme = theme
            one.updateGeometry()

    def show_group(self, by: GroupBy) -> None:
        """How they are grouped now."""
        self.by = by
        name_button(self.group, self._group_words()[by])

    def tell(self, found: Sequence[Finding], edition: Edition, texts: Texts, *, read_only: bool) -> None:
        """Count, and say which book it was that found them."""
        for severity, one in self.buttons.items():
            count = sum(finding.severity is severity for finding in found)
            words = texts.sentence(_COUNTS[severity], {"count": count})
            if words != one.text():
                one.setText(words)
                one.setAccessibleName(words)
                one.updateGeometry()
                one.update()
        self.words.setPlaceholderText(self.tr("Filter"))
        self.words.setAccessibleName(self.tr("Filter the findings"))
        self.show_group(self.by)
        count = len(safe(found))
        self.mend_safe.setVisible(count > 0 and not read_only)
        name_button(self.mend_safe, texts.sentence("panes.findings.mend_safe", {"count": count}))
        self.mend_safe.setToolTip(
            self.tr("Only repairs without a choice, by which nothing is lost. You see them first.")
        )
        name_button(self.book, " ".join(filter(None, (self.tr("Rule book:"), edition.name, edition.edition))))
        self.book.setToolTip(self.tr("The rules that the plan is checked against"))

    def _group_words(self) -> dict[GroupBy, str]:
        return {
            GroupBy.RULE: self.tr("By rule"),
            GroupBy.BRANCH: self.tr("By branch"),
            GroupBy.SEVERITY: self.tr("By severity"),
            GroupBy.ADDRESSEE: self.tr("By who mends it"),
        }

    def _open_groups(self) -> None:
        menu = QMenu(self)
        for by, words in self._group_words().items():
            action = menu.addAction(words, partial(self.group_wanted.emit, by))
            action.setCheckable(True)
            action.setChecked(by is self.by)
        drop_menu(menu, self.group)
