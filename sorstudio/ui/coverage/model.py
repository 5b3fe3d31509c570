"""The rows of the coverage: areas under their headings, a cell for each message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from sorstudio.model.texts import Texts
from sorstudio.routing.coverage import Cell, CellState, Coverage
from sorstudio.routing.coverage_telling import cell_sentence

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area, or a heading where `area` is empty."""

    name: str
    area: str = ""


class CoverageModel(QAbstractTableModel):
    """Areas and headings down, messages across; only what changed is told where both stay the same."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[AreaRow, ...] = ()
        self.found: Coverage | None = None
        self.heading_font: QFont | None = None
        self._texts: Texts | None = None

    def show_coverage(self, found: Coverage, texts: Texts) -> None:
        """Show another coverage, or the same plan as it stands now."""
        rows = tuple(_rows(found, texts.language))
        same = self.found is not None and (rows, found.columns) == (self.rows, self.found.columns)
        if not same:
            self.beginResetModel()
        self.rows, self.found, self._texts = rows, found, texts
        if not same:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(found.columns) - 1))

    def cell(self, row: int, column: int) -> Cell | None:
        """What stands where an area and a message meet; None in the row of a heading."""
        area = self.rows[row].area
        if self.found is None or not area:
            return None
        return self.found.cells[area, self.found.columns[column].code]

    def sentence(self, cell: Cell) -> str:
        """A cell in words."""
        return cell_sentence(self.found, cell, self._texts) if self.found and self._texts else ""

    def faulty(self) -> Iterator[tuple[int, int]]:
        """Where somebody should do something, row by row."""
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                cell = self.cell(row, column)
                if cell is not None and cell.is_faulty:
                    yield row, column

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() or self.found is None else len(self.found.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self.rows[index.row()].area:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | Cell | None:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if cell is None or role == Qt.ItemDataRole.UserRole:
            return cell
        if role == Qt.ItemDataRole.ToolTipRole:
            return None if cell.state is CellState.NOT_MEANT else self.sentence(cell)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.rows[index.row()].name}: {self.sentence(cell)}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | QFont | None:
        if orientation is Qt.Orientation.Vertical:
            if role == Qt.ItemDataRole.FontRole:
                return None if self.rows[section].area else self.heading_font
            shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            return self.rows[section].name if shown else None
        if self.found is None:
            return None
        column = self.found.columns[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(self._named(type_) for type_ in column.types)
        return column.code if role == Qt.ItemDataRole.DisplayRole else None

    def _named(self, type_: str) -> str:
        message = self.found.directory.codes.message_type(type_) if self.found else None
        return f"{type_} · {message.name(self._texts.language)}" if message and self._texts else type_


def _rows(found: Coverage, language: str) -> Iterator[AreaRow]:
    heading = ""
    for area in found.areas:
        if area.heading != heading:
            heading = area.heading
            entry = found.directory.codes.heading(heading)
            yield AreaRow(entry.name(language) if entry else heading)
        yield AreaRow(area.name(language), area.code)
