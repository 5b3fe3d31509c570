"""The table of offers and units: what stands in each cell, read from the plan as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sorstudio.model.plan import Plan
from sorstudio.model.texts import Texts
from sorstudio.ui.offers.standing import HeadingRows, OfferRow, Standing

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
LARGEST_BRANCH = 60
"""A branch with more units than this shows the chosen unit and those right below it."""


class Cell(Enum):
    """What stands in one cell."""

    PROVIDED = "provided"
    EMPTY = "empty"
    LACKING = "lacking"


@dataclass(frozen=True, slots=True)
class Column:
    """One unit of the table."""

    key: str
    name: str


def columns_of(plan: Plan, chosen: Sequence[str]) -> tuple[Column, ...]:
    """The units that provide anything and the chosen branch, in the order of the tree."""
    state = plan.shown()
    wanted = {placement.unit for _, unit in state.walk() for placement in state.placements(unit.key)}
    for key in chosen:
        below = list(state.below(key))
        wanted.update((key, *(below if len(below) <= LARGEST_BRANCH else state.children(key))))
    units = (unit for _, unit in state.walk() if unit.key in wanted)
    return tuple(Column(unit.key, unit.name) for unit in units if unit.valid_to is None)


class CellModel(QAbstractTableModel):
    """Offers as rows, units as columns; only what changed is told where both stay the same."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[OfferRow, ...] = ()
        self.columns: tuple[Column, ...] = ()
        self._headings: tuple[str, ...] = ()
        self._texts: Texts | None = None

    def show_table(self, headings: Sequence[HeadingRows], columns: tuple[Column, ...], texts: Texts) -> None:
        """Show another plan, or the same as it stands now."""
        rows = tuple(row for one in headings for row in one.rows)
        shape = ([row.code for row in rows], [row.name for row in rows], columns)
        same = shape == ([row.code for row in self.rows], [row.name for row in self.rows], self.columns)
        if not same:
            self.beginResetModel()
        self.rows, self.columns, self._texts = rows, columns, texts
        self._headings = tuple(one.name for one in headings for _ in one.rows)
        if not same:
            self.endResetModel()
        elif rows and columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns) - 1))

    def cell(self, row: int, column: int) -> Cell:
        """What stands where an offer and a unit meet."""
        offer = self.rows[row]
        if self.columns[column].key in offer.units:
            return Cell.PROVIDED
        return Cell.LACKING if offer.standing is Standing.LACKING else Cell.EMPTY

    def pair(self, row: int, column: int) -> tuple[str, str]:
        """The offer and the unit of a cell."""
        return self.rows[row].code, self.columns[column].key

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | Cell | None:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.UserRole:
            return self.cell(index.row(), index.column())
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(index.row(), index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].name if across else self.rows[section].name
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.columns[section].name if across else f"{self.rows[section].name} · {self._headings[section]}"
        return None

    def _words(self, row: int, column: int) -> str:
        if self._texts is None:
            return ""
        params = {"offer": self.rows[row].name, "unit": self.columns[column].name}
        return self._texts.sentence(f"panes.cell.{self.cell(row, column).value}", params)
