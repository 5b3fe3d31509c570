"""What can be done with the chosen finding, and what is told about it: in the detail, in its menu, and by keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from sorstudio.requests.guides.guide import guides
from sorstudio.rules.finding import Finding, Repair, Severity
from sorstudio.ui.editor import Editor
from sorstudio.ui.findings.grouping import GroupBy
from sorstudio.ui.findings.letting import Letting
from sorstudio.ui.findings.mending import Pair, alike, mended, safe
from sorstudio.ui.findings.model import ACCEPTED, FindingRow
from sorstudio.ui.translate import tr

if TYPE_CHECKING:
    from sorstudio.ui.findings.pane import FindingsPane

Acts = list[tuple[str, Callable[[], object]]]
_WEIGHTS = list(Severity)


class Doing:
    """Acts on the findings of a pane; each is one step of the history."""

    def __init__(self, editor: Editor, pane: FindingsPane) -> None:
        self._editor, self._pane = editor, pane
        self._letting = Letting(editor, pane.bar)

    def explain(self) -> None:
        """Tell about the current row."""
        row, detail, texts = self._current(), self._pane.detail, self._editor.texts
        if row is None:
            detail.show_nothing()
            return
        model, book = self._pane.list.findings, self._pane.checking.book
        finding = row.finding
        code = finding.code if finding is not None else row.group
        by_rule = self._pane.head.by is GroupBy.RULE or finding is not None
        detail.show_rule(model.sentence(row), model.acceptance(row), book.entry(code) if by_rule else None, texts)
        if self._pane.list.can_repair(row) and finding is not None and not self._editor.read_only:
            for repair in finding.repairs:
                detail.offer_repair(repair, texts, partial(self.repair, finding, repair))
        for words, act in self._acts(row):
            detail.offer(words, act)

    def open_menu(self, row: int, where: QPoint) -> None:
        """The same acts at the pointer."""
        shown = self._pane.list.findings.rows[row]
        menu = QMenu(self._pane)
        if shown.finding is not None and shown.finding.unit:
            menu.addAction(tr("Go to the unit"), partial(self._editor.select, [shown.finding.unit]))
        if self._pane.list.can_repair(shown) and shown.finding is not None and not self._editor.read_only:
            for repair in shown.finding.repairs:
                words = self._editor.texts.sentence(f"repair.{repair.code}", repair.params)
                menu.addAction(words, partial(self.repair, shown.finding, repair))
        for words, act in self._acts(shown):
            menu.addAction(words, act)
        menu.aboutToHide.connect(menu.deleteLater)
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(where)

    def repair(self, finding: Finding, repair: Repair) -> None:
        """Make it: its act and those that must come with it, as one step."""
        self._editor.do(lambda plan: mended(plan, [(finding, repair)]), sure=bool(repair.more))

    def repair_row(self, row: int) -> None:
        """Make the first repair of a finding."""
        shown = self._pane.list.findings.rows[row]
        if self._pane.list.can_repair(shown) and shown.finding is not None:
            self.repair(shown.finding, shown.finding.repairs[0])

    def repair_current(self) -> None:
        """Ctrl+.: the finding chosen in the list; where another unit is chosen, its gravest that has a repair."""
        row, chosen = self._current(), self._editor.selection
        here = row.finding if row is not None and self._pane.list.can_repair(row) else None
        if here is not None and (not chosen or here.unit in chosen):
            self.repair(here, here.repairs[0])
            return
        fitting = [one for one in self._pane.split.open if one.repairs and one.unit in chosen]
        if fitting:
            gravest = min(fitting, key=lambda one: _WEIGHTS.index(one.severity))
            self.repair(gravest, gravest.repairs[0])
        else:
            self._editor.refused.emit(tr("There is nothing at this unit that can be repaired at once."))

    def repair_safely(self) -> None:
        """Show everything that can be mended without a choice and without a loss."""
        self.ask_several(
            tr("These can be repaired without a choice, and nothing is lost:"), safe(self._pane.shown.open)
        )

    def _acts(self, row: FindingRow) -> Acts:
        """Further acts, in words."""
        if self._editor.read_only:
            return []
        if row.group == ACCEPTED:
            withdraw = partial(self._letting.withdraw, row.finding) if row.finding is not None else None
            return [(tr("Withdraw the acceptance"), withdraw)] if withdraw is not None else []
        if row.finding is not None:
            return self._acts_of(row.finding)
        if self._pane.head.by is not GroupBy.RULE:
            return []
        found = [one for one in self._pane.shown.open if one.code == row.group]
        return [*self._alike(found), *self._accept(found)]

    def _acts_of(self, finding: Finding) -> Acts:
        return [*self._alike(alike(finding, self._pane.shown.open)), *self._guides(finding), *self._accept([finding])]

    def _guides(self, finding: Finding) -> Acts:
        """The guides for what the finding is about."""
        language = self._editor.texts.language
        fitting = [one for one in guides().values() if finding.code in one.rules and finding.unit]
        words = tr("Guide me: {guide}")
        return [
            (words.format(guide=one.title.name(language)), partial(self._guide, one.name, finding.unit))
            for one in fitting
        ]

    def _guide(self, name: str, unit: str) -> None:
        self._editor.select([unit])
        self._pane.guide_wanted.emit(name)

    def _alike(self, found: Sequence[Finding]) -> Acts:
        pairs = tuple((one, one.repairs[0]) for one in found if one.repairs)
        if len(pairs) < 2:
            return []
        words = self._editor.texts.sentence("panes.findings.all_alike", {"count": len(pairs)})
        return [(words, partial(self.ask_several, tr("These would be repaired:"), pairs))]

    def _accept(self, found: Sequence[Finding]) -> Acts:
        kept = [one for one in found if one.unit]
        if not kept:
            return []
        words = self._editor.texts.sentence("panes.findings.accept", {"count": len({one.unit for one in kept})})
        return [(words, partial(self._letting.ask, kept))]

    def ask_several(self, words: str, pairs: Sequence[Pair]) -> None:
        """Show repairs before they are made."""
        if pairs:
            self._pane.several.ask(words, pairs)

    def _current(self) -> FindingRow | None:
        index = self._pane.list.currentIndex()
        return self._pane.list.findings.rows[index.row()] if index.isValid() else None
