"""Signed rows under foldable heads: the requests by addressee, and what a new register file says by outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
CHECK = Qt.ItemDataRole.CheckStateRole


@dataclass(frozen=True)
class Sign:
    """How something stands, told three times: by an icon, a colour of the tokens and a word."""

    icon: str
    token: str
    word: str


@dataclass(frozen=True)
class SignedRow:
    """One line, or the head of a group (then `is_head`). `ticked` is None where nothing can be ticked off."""

    key: str
    sentence: str
    sign: Sign
    unit: str = ""
    detail: str = ""
    ticked: bool | None = None
    is_head: bool = False
    is_open: bool = True
    count: int = 0

    @property
    def whole(self) -> str:
        """Everything in one text, for tooltip and screen reader."""
        count = str(self.count) if self.is_head else ""
        return " · ".join(filter(None, (self.sentence, count, self.sign.word, self.detail)))


@dataclass(frozen=True)
class RowGroup:
    """A head and the rows under it."""

    head: SignedRow
    rows: tuple[SignedRow, ...]


class SignedModel(QAbstractListModel):
    """What is folded stays folded while the rows are shown anew; `ticks` are taken by whoever listens."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[SignedRow] = []
        self._groups: tuple[RowGroup, ...] = ()
        self._folded: set[str] = set()

    def show_groups(self, groups: Sequence[RowGroup]) -> None:
        """Show other groups; where only what rows say differs, the rows stay where they are."""
        self._groups = tuple(groups)
        rows = list(self._unfolded())
        if [one.key for one in rows] == [one.key for one in self.rows]:
            self._change(rows)
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def toggle(self, place: int) -> None:
        """Fold a group, or open it."""
        head = self.rows[place]
        if not head.is_head or not head.count:
            return
        self._folded ^= {head.key}
        rows = list(self._unfolded())
        below = range(place + 1, place + 1 + head.count)
        if head.is_open:
            self.beginRemoveRows(TOP, below[0], below[-1])
            self.rows = rows
            self.endRemoveRows()
        else:
            self.beginInsertRows(TOP, below[0], below[-1])
            self.rows = rows
            self.endInsertRows()
        self.dataChanged.emit(self.index(place, 0), self.index(place, 0))

    def place_of(self, key: str) -> int:
        """Where a row stands, or -1."""
        return next((place for place, one in enumerate(self.rows) if one.key == key), -1)

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | int | SignedRow | None:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == CHECK and row.ticked is not None:
            return int((Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked).value)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.whole
        return row.sentence if role == Qt.ItemDataRole.DisplayRole else None

    def _change(self, rows: list[SignedRow]) -> None:
        differing = [place for place, (old, new) in enumerate(zip(self.rows, rows, strict=True)) if old != new]
        self.rows = rows
        for place in differing:
            self.dataChanged.emit(self.index(place, 0), self.index(place, 0))

    def _unfolded(self) -> Iterator[SignedRow]:
        for group in self._groups:
            is_open = group.head.key not in self._folded
            yield replace(group.head, is_head=True, is_open=is_open, count=len(group.rows))
            yield from group.rows if is_open else ()
