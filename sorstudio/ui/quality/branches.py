"""The branches with their scores, before and after the plan; sorted by any column."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from sorstudio.rules.quality import Quality, Score, rounded
from sorstudio.rules.telling import Telling
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import tr

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
_NOTHING = -1000.0


class Column(IntEnum):
    """What stands beside the name of a branch."""

    NAME = 0
    SCORE = 1
    BEFORE = 2
    CHANGE = 3
    UNITS = 4
    FINDINGS = 5


class BranchModel(QAbstractTableModel):
    """One row for each branch that the plan leaves."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[tuple[Score, Score | None]] = ()
        self._telling: Telling | None = None

    def show_quality(self, before: Quality, after: Quality, telling: Telling) -> None:
        """Take over both."""
        self.beginResetModel()
        was = {one.unit: one for one in before.branches}
        self.rows = tuple((one, was.get(one.unit)) for one in after.branches)
        self._telling = telling
        self.endResetModel()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.NAME: tr("Branch"),
            Column.SCORE: tr("Quality"),
            Column.BEFORE: tr("Before"),
            Column.CHANGE: tr("Difference"),
            Column.UNITS: tr("Units"),
            Column.FINDINGS: tr("Findings"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | float | Qt.AlignmentFlag | None:
        if not index.isValid() or self._telling is None:
            return None
        column, (now, was) = Column(index.column()), self.rows[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole and column is not Column.NAME:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.UserRole:
            return now.name.casefold() if column is Column.NAME else _value(column, now, was)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((self._telling.sentence(now), *(self._telling.part(one) for one in now.parts)))
        return self._words(column, now, was, self._telling) if role == Qt.ItemDataRole.DisplayRole else None

    def _words(self, column: Column, now: Score, was: Score | None, telling: Telling) -> str:
        if column is Column.NAME:
            return now.name
        value = _value(column, now, was)
        if column in (Column.UNITS, Column.FINDINGS):
            return f"{value:.0f}"
        if value == _NOTHING:
            return "–" if column is not Column.SCORE else telling.level(None)
        if column is Column.SCORE:
            return f"{telling.number(value)} {telling.level(value)}"
        return telling.decimal(value, signed=column is Column.CHANGE)


def _value(column: Column, now: Score, was: Score | None) -> float:
    """What a column is sorted by; a branch that cannot be judged or is new comes before every number."""
    score, before = rounded(now.score), rounded(was.score) if was is not None else None
    if column is Column.UNITS:
        return now.units
    if column is Column.FINDINGS:
        return now.findings
    if column is Column.CHANGE:
        return _NOTHING if score is None or before is None else round(score - before, 1)
    found = score if column is Column.SCORE else before
    return _NOTHING if found is None else found


class BranchTable(QTableView):
    """A click or Enter goes to the branch; a click on a head sorts."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.branches = BranchModel(self)
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(self.branches)
        self.sorted.setSortRole(Qt.ItemDataRole.UserRole)
        self.setModel(self.sorted)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.SCORE, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.clicked.connect(lambda index: self._go(index.row()))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self.setFont(theme.font("small"))
        self.horizontalHeader().setFont(theme.font("caption"))
        self.verticalHeader().setDefaultSectionSize(theme.size("row"))

    def current_unit(self) -> str:
        """The branch of the row that has the focus; empty where there is none."""
        index = self.sorted.mapToSource(self.currentIndex())
        return self.branches.rows[index.row()][0].unit if index.isValid() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._go(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _go(self, row: int) -> None:
        source = self.sorted.mapToSource(self.sorted.index(row, 0))
        self.wanted.emit(self.branches.rows[source.row()][0].unit)
