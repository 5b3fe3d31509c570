"""Letting findings stand: the reason is asked for in a quiet bar, and the acceptance can be withdrawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QLineEdit

from sorstudio.model.change import Change
from sorstudio.model.edits import accepting
from sorstudio.model.plan import Plan
from sorstudio.rules.accepting import accept
from sorstudio.rules.finding import Finding
from sorstudio.ui.asking.bar import AskBar, Question
from sorstudio.ui.editor import Editor, Make
from sorstudio.ui.translate import tr


class Letting:
    """One rule at a time: what it finds at one unit, or at many with the same reason."""

    def __init__(self, editor: Editor, bar: AskBar) -> None:
        self._editor, self._bar = editor, bar

    def ask(self, found: Sequence[Finding]) -> None:
        """Ask why they are let stand."""
        units = _by_unit(found)
        if not units:
            return
        reason = QLineEdit()
        reason.setPlaceholderText(tr("Reason"))
        name = found[0].unit_name if len(units) == 1 else ""
        words = self._editor.texts.sentence("panes.findings.accept_why", {"count": len(units), "unit": name})
        self._bar.ask(Question(words, tr("Accept"), lambda: self._makes(units, reason.text()), field=reason))

    def withdraw(self, finding: Finding) -> None:
        """Let it be a finding again."""
        self._editor.do(partial(accepting.withdraw, unit=finding.unit, rule=finding.code))

    def _makes(self, units: Sequence[Sequence[Finding]], reason: str) -> list[Make]:
        return [partial(_accept, found=one, reason=reason) for one in units]


def _accept(plan: Plan, found: Sequence[Finding], reason: str) -> Change:
    return accept(plan, found, reason)


def _by_unit(found: Sequence[Finding]) -> list[list[Finding]]:
    groups: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for one in found:
        if one.unit:
            groups[one.code, one.unit].append(one)
    return list(groups.values())
