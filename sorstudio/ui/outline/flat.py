"""A list of rows that goes over to another list and tells Qt what came, went or moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex

from sorstudio.ui.outline.rows import DRAFT, GHOST, Passage, Rows, Step, passage, unit_of

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class FlatRows(QAbstractTableModel):
    """Keys and depths; what a row says is the business of the model that is built on it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = Rows()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows.keys)

    def key(self, row: int) -> str:
        """The unit of a row; for a draft the unit that it stands behind."""
        return unit_of(self.rows.keys[row])

    def depth(self, row: int) -> int:
        """How deep the unit of a row stands, 0 at the top."""
        return self.rows.depths[row]

    def row(self, key: str) -> int:
        """The row of a unit, or -1 where it is not visible."""
        return self.rows.row(key)

    def is_unit(self, row: int) -> bool:
        """Whether the row is a unit where it stands, not a draft or the place that one has left."""
        return "\0" not in self.rows.keys[row]

    def is_draft(self, row: int) -> bool:
        """Whether the row is a unit whose name is being written."""
        return self.rows.keys[row].startswith(DRAFT)

    def is_ghost(self, row: int) -> bool:
        """Whether the row is the place that a moved unit has left."""
        return self.rows.keys[row].startswith(GHOST)

    def go_over(self, rows: Rows, also: Callable[[], None]) -> Step:
        """Go over to other rows, announced as what came, went or moved; what is to be `also` done, such as new texts.

        Texts are swapped where every row has one: before rows come or move, after rows have gone.
        """
        way = passage(self.rows.keys, rows.keys)
        if way.step in (Step.INSERT, Step.MOVE):
            also()
        self._begin(way)
        self.rows = rows
        if way.step in (Step.SAME, Step.RESET):
            also()
        _END[way.step](self)
        if way.step is Step.REMOVE:
            also()
        return way.step

    def _begin(self, way: Passage) -> None:
        if way.step is Step.INSERT:
            self.beginInsertRows(NOWHERE, way.first, way.last)
        elif way.step is Step.REMOVE:
            self.beginRemoveRows(NOWHERE, way.first, way.last)
        elif way.step is Step.MOVE:
            self.beginMoveRows(NOWHERE, way.first, way.last, NOWHERE, way.to)
        elif way.step is Step.RESET:
            self.beginResetModel()


_END: Mapping[Step, Callable[[FlatRows], None]] = {
    Step.SAME: lambda _model: None,
    Step.INSERT: FlatRows.endInsertRows,
    Step.REMOVE: FlatRows.endRemoveRows,
    Step.MOVE: FlatRows.endMoveRows,
    Step.RESET: FlatRows.endResetModel,
}
