"""The rows of the referral table for a table view; a flat model."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sorstudio.ui.reftable.rows import Column, Key, ShownRow

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
ROW, REPEATS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class TableModel(QAbstractTableModel):
    """Where only what rows say differs, the rows stay where they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ShownRow] = []
        self._headers: Sequence[str] = [""] * len(Column)

    def show_rows(self, rows: Sequence[ShownRow]) -> None:
        """Show other rows, or the same as they stand now."""
        if [one.key for one in rows] != [one.key for one in self.rows]:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()
            return
        differing = [place for place, (old, new) in enumerate(zip(self.rows, rows, strict=True)) if old != new]
        self.rows = list(rows)
        for place in differing:
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(Column) - 1))

    def show_headers(self, words: Sequence[str]) -> None:
        """The words above the columns, one each."""
        self._headers = words
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def place_of(self, key: Key) -> int:
        """Where a row stands, or -1."""
        return next((place for place, one in enumerate(self.rows) if one.key == key), -1)

    def repeats(self, place: int, column: int) -> bool:
        """Whether the row above says the same here, and so in the columns before."""
        if place == 0:
            return False
        above, here = self.rows[place - 1].cells, self.rows[place].cells
        return above[Column.HEADING : column + 1] == here[Column.HEADING : column + 1]

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | ShownRow | None:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], Column(index.column())
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[column]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(row, column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation is not Qt.Orientation.Horizontal:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._headers[section]
        return None

    def _said(self, row: ShownRow, column: Column) -> str:
        """The whole text of a cell; of the sign what is remarked, of the number where it comes from."""
        if column is Column.SIGN:
            return "\n".join(row.told)
        if column is Column.NUMBER and not row.is_own:
            return self.tr("{gln}, inherited").format(gln=row.cells[column])
        return row.cells[column]
