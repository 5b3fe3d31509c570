"""The findings as a flat list: one row for a rule that says something once, a foldable head for one that says more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sorstudio.model.texts import Texts
from sorstudio.rules.finding import Finding, Severity, message
from sorstudio.rules.rulebook import core_rules
from sorstudio.ui.signs import FindingSign

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
MOST_OPEN = 40
"""Findings up to which nothing is folded until somebody folds it."""
SIGN = {
    Severity.ERROR: FindingSign.ERROR,
    Severity.WARNING: FindingSign.WARNING,
    Severity.INFO: FindingSign.INFO,
}


@dataclass(frozen=True)
class FindingRow:
    """One line: a finding, or the head of several of one rule (then `finding` is None)."""

    rule: str
    sign: FindingSign
    sentence: str
    beside: str
    finding: Finding | None = None
    count: int = 1
    is_open: bool = False
    is_inner: bool = False


class FindingModel(QAbstractListModel):
    """Errors first, then rule by rule; within a rule in the order of the tree."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[FindingRow] = []
        self.shown = set(Severity)
        self.folded: set[str] = set()
        self._groups: list[tuple[str, list[Finding]]] = []
        self._texts: Texts | None = None

    def show_findings(self, found: Iterable[Finding], texts: Texts) -> None:
        """Take over what was found."""
        groups: dict[str, list[Finding]] = defaultdict(list)
        for one in found:
            groups[one.code].append(one)
        self._groups = sorted(groups.items(), key=lambda item: (-max(SIGN[one.severity] for one in item[1]), item[0]))
        self._texts = texts
        self.rebuild()

    def rebuild(self) -> None:
        """Make the rows anew, after findings, filter or folds changed."""
        self.beginResetModel()
        self.rows = [row for code, group in self._groups for row in self._rows_of(code, group)]
        self.endResetModel()

    def toggle(self, row: int) -> None:
        """Open or close the head in a row."""
        self.folded ^= {self.rows[row].rule}
        self.rebuild()

    def row_of(self, finding: Finding) -> int:
        """Where a finding stands; -1 where it is folded away."""
        return next((place for place, row in enumerate(self.rows) if row.finding == finding), -1)

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | FindingRow | None:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._explain(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.sentence} {row.beside}"
        return row.sentence if role == Qt.ItemDataRole.DisplayRole else None

    def _rows_of(self, code: str, group: list[Finding]) -> list[FindingRow]:
        kept = [one for one in group if one.severity in self.shown]
        if self._texts is None or not kept:
            return []
        if len(kept) == 1:
            return [self._row(kept[0], is_inner=False)]
        is_open = self._opens_by_itself() is not (code in self.folded)
        sign = max(SIGN[one.severity] for one in kept)
        units = self._texts.sentence("panes.findings.units", {"count": len({one.unit for one in kept})})
        title = self._texts.sentence("panes.findings.rule", {"title": self._title(code)})
        head = FindingRow(code, sign, title, units, count=len(kept), is_open=is_open)
        return [head, *(self._row(one, is_inner=True) for one in kept)] if is_open else [head]

    def _opens_by_itself(self) -> bool:
        return sum(len(group) for _, group in self._groups) <= MOST_OPEN

    def _row(self, one: Finding, *, is_inner: bool) -> FindingRow:
        texts = self._texts or Texts({})
        return FindingRow(one.code, SIGN[one.severity], message(one, texts), one.unit_name, one, is_inner=is_inner)

    def _title(self, code: str) -> str:
        entry = core_rules().entry(code)
        language = self._texts.language if self._texts else "da"
        return entry.title(language) if entry else code

    def _explain(self, row: FindingRow) -> str:
        entry = core_rules().entry(row.rule)
        language = self._texts.language if self._texts else "da"
        why = entry.explanation(language) if entry else ""
        return "\n".join(filter(None, (f"{row.rule}: {row.sentence}", why)))


def signs_by_unit(found: Mapping[str, Iterable[Finding]]) -> dict[str, tuple[FindingSign, ...]]:
    """The severities of each unit's findings, the gravest first."""
    return {key: tuple(sorted((SIGN[one.severity] for one in group), reverse=True)) for key, group in found.items()}
