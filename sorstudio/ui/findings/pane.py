"""The findings pane: what the rules say about the plan, what a sender would meet, and what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from sorstudio.model.plan import Effect
from sorstudio.model.state import Owner, State
from sorstudio.rules.accepting import Split, acceptance_of, split
from sorstudio.rules.check import by_weight
from sorstudio.rules.finding import Finding, Severity
from sorstudio.ui.asking.bar import AskBar
from sorstudio.ui.changes.filtering import stands_in
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import label
from sorstudio.ui.findings.checking import Checking
from sorstudio.ui.findings.chips import SeverityButton
from sorstudio.ui.findings.detail import FindingDetail
from sorstudio.ui.findings.doing import Doing
from sorstudio.ui.findings.grouping import GroupBy, Known
from sorstudio.ui.findings.head import FindingsHead
from sorstudio.ui.findings.list import FindingList
from sorstudio.ui.findings.model import signs_by_unit
from sorstudio.ui.findings.several import SeveralPanel
from sorstudio.ui.preferences import Preferences
from sorstudio.ui.signs import FindingSign
from sorstudio.ui.theme import Theme

Tree = Mapping[Owner, tuple[str, ...]]
ROOMY = 720
"""Logical pixels, at a text size of 100 %, from which the detail stands beside the list."""
_BY = "findings/by"


class FindingsPane(QWidget):
    """Checks the plan once when it is opened, and after each act what the act has to do with.

    `found` carries the severities of each unit, for outline, picture and inspector; `counted` how many there are. What
    is let stand counts for neither. What the pane is narrowed to a branch bears on its own words alone: `split` is
    the whole plan's, `shown` the branch's.
    """

    found = Signal(object)
    counted = Signal(int)
    book_wanted = Signal()
    guide_wanted = Signal(str)

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor, self._theme = editor, theme
        self._pending: list[Effect] = []
        self._is_checked = False
        self._preferences: Preferences | None = None
        self._signs: dict[str, tuple[FindingSign, ...]] | None = None
        self._order: tuple[Tree, dict[str, int]] | None = None
        self._shown_tree: Tree | None = None
        self.branch = ""
        self.split = self.shown = Split((), ())
        self.checking = Checking(editor, self)
        self.head = FindingsHead(theme, self)
        self.bar = AskBar(editor, theme, self)
        self.list = FindingList(theme, self)
        self.detail = FindingDetail(theme, self)
        self.several = SeveralPanel(editor, theme, self)
        self.doing = Doing(editor, self)
        self.empty = label("", "muted", wraps=True)
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._check)
        self._connect()
        self.set_theme(theme)
        self._soon.start()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything found, in tree order; what is let stand among it."""
        found, places = self.checking.found, self._places()
        keys = sorted(found, key=lambda key: places.get(key, len(places)) if key else -1)
        return tuple(one for key in keys for one in found[key])

    def open_at(self, unit: str) -> tuple[Finding, ...]:
        """What is found at a unit and not let stand, the gravest first."""
        state = self._editor.plan.state()
        found = (one for one in self.checking.found.get(unit, ()) if acceptance_of(one, state) is None)
        return tuple(by_weight(found))

    def group_of(self, finding: Finding) -> str:
        """The group of the rule book that a finding's rule stands in."""
        entry = self.checking.book.entry(finding.code)
        return entry.group if entry is not None else ""

    @property
    def buttons(self) -> Mapping[Severity, SeverityButton]:
        """The buttons that show and hide."""
        return self.head.buttons

    def remember_in(self, preferences: Preferences) -> None:
        """Keep there how the findings are grouped."""
        self._preferences = preferences
        kept = preferences.text(_BY)
        if kept in set(GroupBy):
            self._group_by(GroupBy(kept))

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = self.list.theme = theme
        for part in (self.head, self.bar, self.detail, self.several):
            part.set_theme(theme)
        self.empty.setMargin(theme.size("l"))
        self._show()
        self._adapt()
        self.list.scheduleDelayedItemsLayout()

    def next_finding(self, way: int = 1) -> None:
        """F8: the next finding in the list, or the one before it, opened where it is folded away, and its unit."""
        self.several.put_away()
        at = self.list.beside(self.list.currentIndex().row(), way)
        if at is not None:
            self.list.focus_row(at)
            self._go(at)

    def narrow(self, branch: str) -> None:
        """Speak only of what is found at a unit and below it; without one, of the whole plan again."""
        self.several.put_away()
        self.branch = branch
        self._show()
        self.list.setFocus()

    def repair_row(self, row: int) -> None:
        """Make the first repair of a finding."""
        self.doing.repair_row(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.branch:
            self.narrow("")
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._adapt()

    def _lay_out(self) -> None:
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(0)
        self._middle.addWidget(self.list, 5)
        self._middle.addWidget(self.detail, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.head, self.bar, self.empty):
            column.addWidget(widget)
        column.addLayout(self._middle, 1)
        column.addWidget(self.several, 1)

    def _connect(self) -> None:
        self.checking.checked.connect(self._follow)
        self.list.wanted.connect(self._go)
        self.list.rested.connect(self.doing.explain)
        self.list.repair_wanted.connect(self.repair_row)
        self.list.menu_wanted.connect(self.doing.open_menu)
        self.head.filtered.connect(self.list.findings.look_for)
        self.head.branch.removed.connect(lambda: self.narrow(""))
        self.head.severity_shown.connect(self._filter)
        self.head.group_wanted.connect(self._group_by)
        self.head.safe_wanted.connect(self.doing.repair_safely)
        self.head.book_wanted.connect(self.book_wanted)
        self.several.shown.connect(self._adapt)
        self.several.closed.connect(self._adapt)
        self._editor.effect.connect(self._note)
        self._editor.retexted.connect(self._show)

    def _adapt(self) -> None:
        """The detail beside the list where there is room for it; many repairs take the place of both."""
        is_asking = not self.several.isHidden()
        self.list.setHidden(is_asking)
        self.detail.setHidden(is_asking or self.width() < self._theme.px(ROOMY))
        if not is_asking and self.several.was_focused:
            self.list.setFocus()

    def _note(self, effect: Effect) -> None:
        self._pending.append(effect)
        self._soon.start()

    def _check(self) -> None:
        """Several effects in one go are checked together."""
        pending, self._pending = self._pending, []
        if self._is_checked:
            self.checking.follow(pending)
        else:
            self._is_checked = True
            self.checking.check_all()
            self._show()

    def _places(self) -> dict[str, int]:
        """Where each unit comes in the tree; counted once for as long as the tree stays the same."""
        state = self._editor.plan.state()
        if self._order is None or self._order[0] is not state.owned:
            self._order = (state.owned, {unit.key: place for place, (_, unit) in enumerate(state.walk())})
        return self._order[1]

    def _follow(self, units: frozenset[str] | None) -> None:
        """The list only where it would be another one; the signs of those units whose findings are others."""
        accepted = self.split.accepted
        if units is None or units or self._shown_tree is not self._editor.plan.state().owned:
            self._show()
        self._tell_signs(units if accepted == self.split.accepted else None)

    def _tell_signs(self, units: frozenset[str] | None) -> None:
        found, known, state = self.checking.found, self._signs, self._editor.plan.state()
        keys = found if units is None or known is None else [key for key in units if key in found]
        open_ = {key: [one for one in found[key] if acceptance_of(one, state) is None] for key in keys}
        fresh = signs_by_unit({key: group for key, group in open_.items() if group})
        if units is not None and known is not None:
            fresh = {**{key: signs for key, signs in known.items() if key not in units}, **fresh} if units else known
        if fresh != known:
            self._signs = fresh
            self.found.emit(fresh)

    def _show(self) -> None:
        texts, state = self._editor.texts, self._editor.plan.state()
        book = self.checking.book
        self.split, self._shown_tree = split(self.findings, state), state.owned
        top = state.units.get(self.branch)
        self.branch = top.key if top else ""
        self.shown = _below(self.split, state, top.key) if top else self.split
        self.head.branch.say(top.name if top else "")
        self.list.repair_word = self.tr("Repair")
        self.list.setAccessibleName(self.tr("Findings"))
        self.head.tell(self.shown.open, book.edition, texts, read_only=self._editor.read_only)
        self.list.findings.show_findings(self.shown.open, Known(book, state, texts), self.shown.accepted)
        code = "checking" if self.checking.is_busy else "none_below" if top else "none"
        self.empty.setText(texts.sentence(f"panes.findings.{code}", {"unit": top.name} if top else {}))
        self.empty.setVisible(not self.shown.open)
        self.doing.explain()
        self.counted.emit(len(self.split.open))

    def _filter(self, severity: Severity, shown: bool) -> None:
        change = self.list.findings.shown.add if shown else self.list.findings.shown.discard
        change(severity)
        self.list.findings.rebuild()

    def _group_by(self, by: GroupBy) -> None:
        self.head.show_group(by)
        self.list.findings.group_by(by)
        if self._preferences is not None:
            self._preferences.set_text(_BY, by.value)

    def _go(self, row: int) -> None:
        finding = self.list.findings.rows[row].finding
        if finding is not None and finding.unit:
            self._editor.select([finding.unit])


def _below(found: Split, state: State, branch: str) -> Split:
    """What of it is found at a unit or below it."""
    return Split(
        tuple(one for one in found.open if stands_in(state, one.unit, branch)),
        tuple(one for one in found.accepted if stands_in(state, one.finding.unit, branch)),
    )
