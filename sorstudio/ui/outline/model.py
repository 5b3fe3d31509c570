"""The outline as Qt sees it: a flat list of visible rows that follows the plan's effects, keeping what it announced."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from sorstudio.model.plan import Effect
from sorstudio.model.records import RecordKind
from sorstudio.model.state import State
from sorstudio.ui.cells import Cells
from sorstudio.ui.editor import Editor
from sorstudio.ui.marks import change_signs
from sorstudio.ui.outline.folding import Folding
from sorstudio.ui.outline.rows import Passage, Rows, Step, passage
from sorstudio.ui.outline.wording import Column, cell_text, spoken, titles, tooltip
from sorstudio.ui.picture import mime
from sorstudio.ui.signs import ChangeSign, FindingSign

Index = QModelIndex | QPersistentModelIndex
KEY_ROLE = Qt.ItemDataRole.UserRole + 1
DEPTH_ROLE = Qt.ItemDataRole.UserRole + 2
NOWHERE = QModelIndex()
_OF_ITS_ROW = frozenset({RecordKind.UNIT, RecordKind.NOTE, RecordKind.SETTING})
"""Records whose change is seen in the row of their unit alone; a number is seen where it is inherited too."""

_READ = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDropEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
_DRAG = _READ | Qt.ItemFlag.ItemIsDragEnabled
_NAME = _DRAG | Qt.ItemFlag.ItemIsEditable


class OutlineModel(QAbstractTableModel):
    """Rows are keys; texts come from the frozen state announced last, so a row being removed still has its text."""

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.findings: Mapping[str, FindingSign] = {}
        self.state: State = editor.plan.state()
        self.changes: Mapping[str, ChangeSign] = change_signs(editor.plan)
        self.cells = Cells(self.state, editor.plan.codes, editor.texts)
        self.folding = Folding(self.state, editor.plan.baseline.day, self.changes)
        self._rows: Rows = self.folding.wanted()
        self._places: dict[str, int] | None = None
        editor.effect.connect(self._follow)
        editor.retexted.connect(self._retext)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows.keys)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows.keys):
            return None
        key, depth, column = self.key(index.row()), self.depth(index.row()), Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return cell_text(self.cells, key, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self.cells, key, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.NAME:
            return spoken(self.cells, key, depth, self.change_sign(key))
        return {KEY_ROLE: key, DEPTH_ROLE: depth}.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        if self.editor.read_only:
            return _READ
        return _NAME if index.column() == Column.NAME else _DRAG

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        is_title = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return titles()[section] if is_title and section in list(Column) else None

    def mimeData(self, indexes: Iterable[Index]) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        return mime.pack(mime.UNITS, (self._rows.keys[row] for row in rows))

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

    def change_sign(self, key: str) -> ChangeSign:
        """What the plan does with the unit."""
        return self.changes.get(key, ChangeSign.NONE)

    def set_open(self, key: str, is_open: bool) -> None:
        """Show or hide what stands below a unit."""
        self.folding.set_open(key, is_open)
        self._show(self.folding.wanted())

    def open_all(self, top: str | None = None) -> None:
        """Open every branch, or every branch from one unit down."""
        self.folding.open_all(top)
        self._show(self.folding.wanted())

    def close_all(self) -> None:
        """Leave only the owner open."""
        self.folding.close_all()
        self._show(self.folding.wanted())

    def reveal(self, key: str) -> None:
        """Open what hides a unit."""
        if key in self.state.units and self.row(key) < 0:
            self.folding.reveal(key)
            self._show(self.folding.wanted())

    def filter(self, words: str) -> None:
        """Show only the units that hold these words, and the way to them; nothing shows everything again."""
        self.folding.words = words.strip()
        self._show(self.folding.wanted())

    def set_show_closed(self, show: bool) -> None:
        """Whether units that the register closed long ago are shown too."""
        self.folding.show_closed = show
        self._show(self.folding.wanted())

    def set_findings(self, findings: Mapping[str, FindingSign]) -> None:
        """The worst finding of each unit."""
        self.findings = findings
        self._repaint(None)

    def _follow(self, effect: Effect) -> None:
        plan = self.editor.plan
        signs = change_signs(plan)
        self.folding.stand_on(effect.after, plan.baseline.day, signs)
        way = self._turn(self.folding.wanted(), lambda: self._stand_on(effect.after, signs))
        alone = way is Step.SAME and {kind for kind, _ in effect.touched} <= _OF_ITS_ROW
        self._repaint([key for kind, key in effect.touched if kind is RecordKind.UNIT] if alone else None)

    def _stand_on(self, state: State, signs: Mapping[str, ChangeSign]) -> None:
        self.state, self.changes = state, signs
        self.cells = Cells(state, self.editor.plan.codes, self.editor.texts)

    def _show(self, rows: Rows) -> None:
        self._turn(rows, lambda: None)

    def _turn(self, rows: Rows, also: Callable[[], None]) -> Step:
        """Go over to other rows, announced as what came, went or moved; what is to be `also` done happens meanwhile."""
        way = passage(self._rows.keys, rows.keys)
        self._begin(way)
        self._rows, self._places = rows, None
        also()
        _END[way.step](self)
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

    def _repaint(self, keys: Collection[str] | None) -> None:
        """The rows of these units, or every row."""
        last = len(self._rows.keys) - 1
        spans = [(0, last)] if keys is None else [(row, row) for row in map(self.row, keys)]
        for first, end in spans:
            if first >= 0 and end >= 0:
                self.dataChanged.emit(self.index(first, 0), self.index(end, len(Column) - 1))

    def _retext(self) -> None:
        self.cells = Cells(self.state, self.editor.plan.codes, self.editor.texts)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._repaint(None)


_END: Mapping[Step, Callable[[OutlineModel], None]] = {
    Step.SAME: lambda _model: None,
    Step.INSERT: OutlineModel.endInsertRows,
    Step.REMOVE: OutlineModel.endRemoveRows,
    Step.MOVE: OutlineModel.endMoveRows,
    Step.RESET: OutlineModel.endResetModel,
}
