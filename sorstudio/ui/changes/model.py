"""The lines of one envelope as rows: the sentence, and below it the date and what the line waits for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sorstudio.model.texts import Texts
from sorstudio.requests.line import Action, Line
from sorstudio.requests.words import sentence, warnings
from sorstudio.ui.days import short_day
from sorstudio.ui.signs import ChangeSign

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
_NEW = {Action.CREATE, Action.ORDER_NUMBER, Action.ADD_MESSAGE, Action.PLACE_OFFER, Action.CREATE_OFFER, Action.NOTE}
_MOVED = {Action.MOVE, Action.MOVE_NUMBER, Action.REORDER}
_CLOSED = {Action.CLOSE, Action.CLOSE_NUMBER, Action.REMOVE_MESSAGE, Action.REMOVE_OFFER, Action.REPLACE}


@dataclass(frozen=True)
class LineRow:
    """One line, ready to be read; `acts` are the acts behind it, oldest first."""

    unit: str
    sentence: str
    beside: str
    sign: ChangeSign
    warning: str = ""
    acts: tuple[str, ...] = ()


def line_row(line: Line, lines: Sequence[Line], texts: Texts) -> LineRow:
    """A line in words; what it waits for is named by the units concerned."""
    parts = [_day(line, texts)]
    if line.reason:
        parts.append(texts.sentence("panes.changes.because", {"reason": line.reason}))
    names = {one.id: one for one in lines}
    waits = dict.fromkeys(sentence(names[key], texts).rstrip(".") for key in line.waits_for if key in names)
    if line.held_back:
        parts.append(texts.sentence("panes.changes.held"))
    elif waits:
        parts.append(texts.sentence("panes.changes.waits", {"lines": "; ".join(waits)}))
    told = warnings(line, texts)
    acts = tuple(change.id for change in line.changes)
    beside = " · ".join(filter(None, parts))
    return LineRow(line.unit, sentence(line, texts), beside, _sign(line), " ".join(told), acts)


class LineModel(QAbstractListModel):
    """The rows of one envelope."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[LineRow, ...] = ()

    def show_rows(self, rows: Sequence[LineRow]) -> None:
        """Show other rows, where they are other ones."""
        if tuple(rows) != self.rows:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | LineRow | None:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return "\n".join(filter(None, (row.sentence, row.beside, row.warning)))
        return row.sentence if role == Qt.ItemDataRole.DisplayRole else None


def _day(line: Line, texts: Texts) -> str:
    if line.day is None:
        return texts.sentence("panes.changes.corrects") if line.addressee else ""
    return texts.sentence("panes.changes.from", {"day": short_day(line.day, texts.language)})


def _sign(line: Line) -> ChangeSign:
    for sign, actions in ((ChangeSign.NEW, _NEW), (ChangeSign.MOVED, _MOVED), (ChangeSign.CLOSED, _CLOSED)):
        if line.action in actions:
            return sign
    return ChangeSign.CHANGED
