"""The outline as Qt sees it: a flat list of visible rows that follows the plan's effects, keeping what it announced."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from sorstudio.model.plan import Effect
from sorstudio.model.records import RecordKind
from sorstudio.model.state import State
from sorstudio.ui.cells import Cells
from sorstudio.ui.editor import Editor
from sorstudio.ui.marks import change_signs
from sorstudio.ui.outline.rows import NameFilter, Passage, Rows, Step, first_opened, passage, visible_rows
from sorstudio.ui.picture import mime
from sorstudio.ui.signs import ChangeSign, FindingSign
from sorstudio.ui.translate import tr

Index = QModelIndex | QPersistentModelIndex
KEY_ROLE = Qt.ItemDataRole.UserRole + 1
DEPTH_ROLE = Qt.ItemDataRole.UserRole + 2
NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns of the outline."""

    NAME = 0
    TYPE = 1
    NUMBER = 2
    TRAFFIC = 3
    OFFERS = 4


class OutlineModel(QAbstractTableModel):
    """Rows are keys; texts come from the frozen state announced last, so a row being removed still has its text."""

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.findings: Mapping[str, FindingSign] = {}
        self.show_closed = False
        self._words = ""
        self._state = editor.plan.state()
        self._filter = NameFilter(self._state)
        self.changes = change_signs(editor.plan)
        self.cells = Cells(self._state, editor.plan.codes, editor.texts)
        self.opened = first_opened(self._state)
        self._rows = Rows()
        self._places: dict[str, int] | None = None
        self._rows = self._wanted()
        editor.effect.connect(self._follow)
        editor.retexted.connect(self._retext)

    @property
    def state(self) -> State:
        """The state whose rows are shown."""
        return self._state

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows.keys)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows.keys):
            return None
        key = self._rows.keys[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(key, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(key, Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(key, index.row()) if index.column() == Column.NAME else None
        return {KEY_ROLE: key, DEPTH_ROLE: self._rows.depths[index.row()]}.get(role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Renaming happens in the editor of the delegate, which can show why a name cannot be."""
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
        if not self.editor.read_only:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
            if index.column() == Column.NAME:
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or section not in list(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _titles()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section in (Column.TRAFFIC, Column.OFFERS)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def mimeTypes(self) -> list[str]:
        return [mime.UNITS, mime.OFFERS]

    def mimeData(self, indexes: Iterable[Index]) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        return mime.pack(mime.UNITS, (self._rows.keys[row] for row in rows))

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def key(self, row: int) -> str:
        """The unit of a row."""
        return self._rows.keys[row]

    def depth(self, row: int) -> int:
        """How deep the unit of a row stands, 0 at the top."""
        return self._rows.depths[row]

    def row(self, key: str) -> int:
        """The row of a unit, or -1 where it is not visible."""
        if self._places is None:
            self._places = {key: row for row, key in enumerate(self._rows.keys)}
        return self._places.get(key, -1)

    def has_children(self, key: str) -> bool:
        """Whether anything is shown below the unit when it is open."""
        return any(self._is_shown(child) for child in self._state.children(key))

    def is_open(self, key: str) -> bool:
        """Whether the units below are shown; a filter shows every path it keeps."""
        return bool(self._words) or key in self.opened

    def set_open(self, key: str, is_open: bool) -> None:
        """Show or hide what stands below a unit."""
        if is_open:
            self.opened.add(key)
        else:
            self.opened.discard(key)
        self._show(self._wanted())

    def open_all(self, top: str | None = None) -> None:
        """Open every branch, or every branch from one unit down."""
        tops = self._state.units if top is None else (top, *self._state.below(top))
        self.opened.update(key for key in tops if self._state.children(key))
        self._show(self._wanted())

    def close_all(self) -> None:
        """Leave only the owner open."""
        self.opened = set(self._state.roots())
        self._show(self._wanted())

    def reveal(self, key: str) -> None:
        """Open what hides a unit."""
        if key not in self._state.units or self.row(key) >= 0:
            return
        self.opened.update(self._state.ancestors(key))
        self._show(self._wanted())

    def filter(self, words: str) -> None:
        """Show only the units that hold these words, and the way to them; nothing shows everything again."""
        self._words = words.strip()
        self._show(self._wanted())

    def set_show_closed(self, show: bool) -> None:
        """Whether units that the register closed long ago are shown too."""
        self.show_closed = show
        self._show(self._wanted())

    def set_findings(self, findings: Mapping[str, FindingSign]) -> None:
        """The worst finding of each unit."""
        self.findings = findings
        self._repaint_all()

    def change_sign(self, key: str) -> ChangeSign:
        """What the plan does with the unit."""
        return self.changes.get(key, ChangeSign.NONE)

    def hits(self, words: str, most: int = 12) -> list[str]:
        """Units that match, for the search field."""
        return self._filter.hits(words, most)

    def shown_count(self) -> int:
        """How many units there are, closed ones left out unless they are shown."""
        return sum(map(self._is_shown, self._state.units))

    def _is_shown(self, key: str) -> bool:
        if self.show_closed:
            return True
        closed = self._state.units[key].valid_to
        return closed is None or closed > self.editor.plan.baseline.day or key in self.changes

    def _wanted(self) -> Rows:
        kept = self._filter.paths(self._words) if self._words else None
        return visible_rows(self._state, self.opened, self._is_shown, kept)

    def _follow(self, effect: Effect) -> None:
        signs = change_signs(self.editor.plan)
        self._state, before = effect.after, self._state
        self._filter = NameFilter(effect.after)
        self.changes, old_signs = signs, self.changes
        rows = self._wanted()
        self._state, self.changes = before, old_signs
        self._show(rows, effect.after, signs)
        self._announce(effect)

    def _show(self, rows: Rows, state: State | None = None, signs: Mapping[str, ChangeSign] | None = None) -> None:
        """Go over to other rows, announced as what came, went or moved; state and signs change in the same moment."""
        way = passage(self._rows.keys, rows.keys)
        self._begin(way)
        self._rows, self._places = rows, None
        if state is not None and signs is not None:
            self._state, self.changes = state, signs
            self.cells = Cells(state, self.editor.plan.codes, self.editor.texts)
        self._end(way)

    def _begin(self, way: Passage) -> None:
        if way.step is Step.INSERT:
            self.beginInsertRows(NOWHERE, way.first, way.last)
        elif way.step is Step.REMOVE:
            self.beginRemoveRows(NOWHERE, way.first, way.last)
        elif way.step is Step.MOVE:
            self.beginMoveRows(NOWHERE, way.first, way.last, NOWHERE, way.to)
        elif way.step is Step.RESET:
            self.beginResetModel()

    def _end(self, way: Passage) -> None:
        if way.step is Step.INSERT:
            self.endInsertRows()
        elif way.step is Step.REMOVE:
            self.endRemoveRows()
        elif way.step is Step.MOVE:
            self.endMoveRows()
        elif way.step is Step.RESET:
            self.endResetModel()

    def _announce(self, effect: Effect) -> None:
        """Only the touched rows, unless a number was touched: then every row that may inherit it."""
        kinds = {kind for kind, _ in effect.touched}
        if kinds <= {RecordKind.UNIT, RecordKind.NOTE, RecordKind.SETTING} and not effect.structural:
            self._repaint({key for kind, key in effect.touched if kind is RecordKind.UNIT})
        else:
            self._repaint_all()

    def _repaint(self, keys: Collection[str]) -> None:
        for row in (self.row(key) for key in keys):
            if row >= 0:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def _repaint_all(self) -> None:
        if self._rows.keys:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows.keys) - 1, len(Column) - 1))

    def _retext(self) -> None:
        self.cells = Cells(self._state, self.editor.plan.codes, self.editor.texts)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._repaint_all()

    def _text(self, key: str, column: Column) -> str:
        if column is Column.NAME:
            return self._state.units[key].name
        if column is Column.TYPE:
            return self.cells.unit_type(key)
        if column is Column.NUMBER:
            return self.cells.number(key).words
        if column is Column.TRAFFIC:
            return self.cells.traffic_words(key)
        return str(self.cells.offers(key) or "–")

    def _tooltip(self, key: str, column: Column) -> str | None:
        if column in (Column.NUMBER, Column.TRAFFIC):
            return self.cells.explained(key) or None
        return self._text(key, column) if column in (Column.NAME, Column.TYPE) else None

    def _spoken(self, key: str, row: int) -> str:
        values = {
            "unit": self._state.units[key].name,
            "level": self._rows.depths[row] + 1,
            "type": self.cells.unit_type(key) or self.editor.texts.sentence("ui.type_missing"),
            "number": self.cells.number(key).words,
        }
        closed = self.change_sign(key) is ChangeSign.CLOSED
        return self.editor.texts.sentence("ui.row.closed" if closed else "ui.row", values)


def _titles() -> tuple[str, ...]:
    return (tr("Name"), tr("Type"), tr("Location number"), tr("In/out"), tr("Offers"))
