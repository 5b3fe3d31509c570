"""The lines of one envelope as a table: what, when, after which, and what it was and becomes."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from sorstudio.requests.envelope import Request
from sorstudio.requests.line import Line
from sorstudio.requests.words import sentence, warnings
from sorstudio.ui.days import short_day
from sorstudio.ui.icons import icon
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns of an envelope."""

    ID = 0
    WORDS = 1
    DAY = 2
    WAITS = 3
    BEFORE = 4
    AFTER = 5


class EnvelopeModel(QAbstractTableModel):
    """Read only: lines change when the plan does."""

    def __init__(self, request: Request, lines: Sequence[Line], theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._request, self._lines, self._theme = request, lines, theme

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        noted = warnings(line, self._request.texts)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == Column.ID and noted:
            return icon(self._theme, "alert-triangle", "warning")
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(noted) or self._cell(line, Column(index.column()))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return self._cell(line, Column(index.column())) if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("No."), tr("What"), tr("From"), tr("Waits for"), tr("Before"), tr("After"))[section]

    def _cell(self, line: Line, column: Column) -> str:
        request, wording = self._request, self._request.wording
        if column is Column.ID:
            return line.id
        if column is Column.WORDS:
            held = request.texts.sentence("request.held_back") if line.held_back else ""
            return "\n".join(filter(None, (sentence(line, request.texts), held)))
        if column is Column.DAY:
            return short_day(line.day, request.texts.language) if line.day else tr("correction")
        if column is Column.WAITS:
            return request.waits(line) or "–"
        return wording.before(line.fields) if column is Column.BEFORE else wording.after(line.fields)


class EnvelopeTable(QTableView):
    """Rows as high as their words."""

    def __init__(self, request: Request, lines: Sequence[Line], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(EnvelopeModel(request, lines, theme, self))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setFont(theme.font("small"))
        pad = f"{theme.size('xs')}px {theme.size('s')}px"
        line = theme.hex("line")
        self.setStyleSheet(f"QTableView::item {{ padding: {pad}; border-bottom: 1px solid {line}; }}")
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in ((Column.ID, 66), (Column.DAY, 118), (Column.WAITS, 110)):
            header.resizeSection(column, theme.px(width))
        for column in (Column.WORDS, Column.BEFORE, Column.AFTER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setItemDelegate(_Roomy(theme.size("s"), theme.size("xs"), self))


class _Roomy(QStyledItemDelegate):
    """Qt measures words without the room that the style keeps around them, and the last line would end in dots."""

    def __init__(self, across: int, down: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._across, self._down = across, down

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        narrower = QStyleOptionViewItem(option)
        narrower.rect = option.rect.adjusted(0, 0, -2 * self._across, 0)
        return super().sizeHint(narrower, index) + QSize(0, 2 * self._down)
