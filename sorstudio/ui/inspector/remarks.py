"""What the rules say of the chosen unit, below the fields that it is about, each with the repair that mends it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from sorstudio.model.texts import Texts
from sorstudio.rules.finding import Finding, Repair, Severity, message
from sorstudio.ui.fields import button, label
from sorstudio.ui.icons import pixmap
from sorstudio.ui.inspector.basics import BasicsGroup
from sorstudio.ui.inspector.group import Group, clear, row
from sorstudio.ui.inspector.lists import OffersGroup
from sorstudio.ui.inspector.messages import MessagesGroup
from sorstudio.ui.inspector.number import NumberGroup
from sorstudio.ui.inspector.periods import PeriodsGroup
from sorstudio.ui.theme import Theme

MOST_SHOWN = 4
"""More findings than these at one group are counted; the pane of the findings has them all."""
_SIGN = {
    Severity.ERROR: ("alert-octagon", "error"),
    Severity.WARNING: ("alert-triangle", "warning"),
    Severity.INFO: ("info-circle", "muted"),
}


@dataclass(frozen=True)
class Judged:
    """Where the findings of a unit come from, the group of the rule book that each belongs to, and what mends one."""

    at: Callable[[str], Sequence[Finding]]
    group_of: Callable[[Finding], str]
    repair: Callable[[Finding, Repair], None]


NOTHING_JUDGED = Judged(lambda _unit: (), lambda _finding: "", lambda _finding, _repair: None)
_GROUPS: dict[str, type[Group]] = {
    "numbers": NumberGroup,
    "messages": MessagesGroup,
    "offers": OffersGroup,
    "dates": PeriodsGroup,
}


def place_of(group: str) -> type[Group]:
    """Below which fields the findings of a group of rules stand; most are about name, type and place in the tree."""
    return _GROUPS.get(group, BasicsGroup)


class Remarks(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, theme: Theme, repair: Callable[[Finding, Repair], None]) -> None:
        super().__init__()
        self._theme, self._repair = theme, repair
        self._shown: tuple[Finding, ...] = ()
        self._column = QVBoxLayout(self)
        edge = theme.size("l")
        self._column.setContentsMargins(edge, 0, edge, theme.size("m"))
        self._column.setSpacing(theme.px(4))
        self.hide()

    def present(self, found: Iterable[Finding], texts: Texts, *, can_repair: bool) -> None:
        """Show these findings; those that stand there already are left alone."""
        found = tuple(found)
        if found != self._shown:
            clear(self._column)
            self._shown = found
            for one in found[:MOST_SHOWN]:
                self._add(one, texts, can_repair=can_repair)
            if len(found) > MOST_SHOWN:
                rest = texts.sentence("inspector.more_findings", {"count": len(found) - MOST_SHOWN})
                self._column.addWidget(label(rest, "muted", wraps=True))
        self.setVisible(bool(found))

    def _add(self, finding: Finding, texts: Texts, *, can_repair: bool) -> None:
        sign = QLabel()
        sign.setPixmap(pixmap(self._theme, *_SIGN[finding.severity], 14))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        words = label(message(finding, texts), "caption", wraps=True)
        weight = texts.sentence(f"panes.findings.read.{finding.severity}")
        words.setAccessibleName(f"{weight}: {words.text()}")
        line = row(sign, words, spacing=self._theme.size("s"))
        line.setStretch(1, 1)
        self._column.addLayout(line)
        if can_repair and finding.repairs:
            self._column.addLayout(row(self._button(finding, texts), None, spacing=0))

    def _button(self, finding: Finding, texts: Texts) -> QPushButton:
        first = finding.repairs[0]
        words = texts.sentence(f"repair.{first.code}", first.params)
        made = button(self.tr("Repair"), "quiet", partial(self._repair, finding, first))
        made.setToolTip(words)
        made.setAccessibleName(words)
        return made
