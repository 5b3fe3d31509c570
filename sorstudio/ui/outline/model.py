"""The outline as Qt sees it: a flat list of visible rows that follows the plan's effects, keeping what it announced."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QMimeData, QObject, Qt

from sorstudio.model.plan import Effect
from sorstudio.model.records import RecordKind, Unit
from sorstudio.model.state import State
from sorstudio.ui.cells import Cells
from sorstudio.ui.editor import Editor
from sorstudio.ui.marks import change_signs, units_before
from sorstudio.ui.outline.flat import NOWHERE, FlatRows, Index
from sorstudio.ui.outline.folding import Folding
from sorstudio.ui.outline.rows import DRAFT, Draft, Rows, Step, ghosts_of
from sorstudio.ui.outline.wording import Column, cell_text, spoken, titles, tooltip
from sorstudio.ui.picture import mime
from sorstudio.ui.signs import ChangeSign, FindingSign

KEY_ROLE = Qt.ItemDataRole.UserRole + 1
DEPTH_ROLE = Qt.ItemDataRole.UserRole + 2
DRAFT_ROLE = Qt.ItemDataRole.UserRole + 3
_OF_ITS_ROW = frozenset(
    {
        RecordKind.UNIT,
        RecordKind.NOTE,
        RecordKind.ACCEPTANCE,
        RecordKind.REQUEST,
        RecordKind.ANSWER,
        RecordKind.PLAY,
        RecordKind.OFFER_TEXT,
        RecordKind.AGREEMENT,
        RecordKind.SETTING,
    }
)
"""Records whose change is seen in the row of their unit alone; a number is seen where it is inherited too."""

_READ = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDropEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
_EMPTY = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_DRAG = _READ | Qt.ItemFlag.ItemIsDragEnabled
_NAME = _DRAG | Qt.ItemFlag.ItemIsEditable


class OutlineModel(FlatRows):
    """Rows are keys; texts come from the frozen state announced last, so a row being removed still has its text."""

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.findings: Mapping[str, FindingSign] = {}
        self.state: State = editor.plan.shown()
        self.changes: Mapping[str, ChangeSign] = change_signs(editor.plan)
        self.cells = Cells(self.state, editor.plan.codes, editor.texts)
        self.folding = Folding(self.state, editor.plan.baseline.day, self.changes, editor.plan.codes)
        self.rows = self.folding.wanted()
        self.shows_changes = False
        self.was: Mapping[str, Unit] = {}
        editor.effect.connect(self._follow)
        editor.retexted.connect(self._retext)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows.keys):
            return None
        key, depth, column = self.key(index.row()), self.depth(index.row()), Column(index.column())
        if self.is_draft(index.row()):
            return {Qt.ItemDataRole.EditRole: "", KEY_ROLE: key, DEPTH_ROLE: depth, DRAFT_ROLE: True}.get(role)
        if self.is_ghost(index.row()):
            return self._ghost_data(key, column, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return cell_text(self.cells, key, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self.cells, key, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.NAME:
            return spoken(self.cells, key, depth, self.change_sign(key))
        return {KEY_ROLE: key, DEPTH_ROLE: depth}.get(role)

    def _ghost_data(self, key: str, column: Column, role: int) -> object:
        """Only where the unit went, in words too."""
        values = {"unit": self.was[key].name, "parent": self.state.path(key)[-2]}
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.cells.texts.sentence("ui.row.ghost", values)
        return values["unit"] if role == Qt.ItemDataRole.DisplayRole and column is Column.NAME else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        if self.editor.read_only:
            return _READ
        if self.is_ghost(index.row()):
            return _EMPTY | Qt.ItemFlag.ItemIsSelectable
        if self.is_draft(index.row()):
            return _EMPTY | Qt.ItemFlag.ItemIsEditable
        return _NAME if index.column() == Column.NAME else _DRAG

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        is_title = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return titles()[section] if is_title and section in list(Column) else None

    def mimeData(self, indexes: Iterable[Index]) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        return mime.pack(mime.UNITS, (self.rows.keys[row] for row in rows if self.is_unit(row)))

    def old_name(self, key: str) -> str:
        """The name that the plan took from a unit, where changes are shown."""
        old = self.was.get(key)
        return old.name if old is not None and old.name != self.state.units[key].name else ""

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
        self.folding.words, self.folding.draft = words.strip(), None
        self._show(self.folding.wanted())
        self._repaint(None)

    def begin_draft(self, draft: Draft) -> int:
        """Room for a new unit; answers its row, -1 where there is none."""
        self.folding.draft = draft
        self._show(self.folding.wanted())
        return self.row(DRAFT + draft.behind)

    def end_draft(self) -> Draft | None:
        """The row of the draft goes, and what it was is answered."""
        draft, self.folding.draft = self.folding.draft, None
        if draft is not None:
            self._show(self.folding.wanted())
        return draft

    def set_show_changes(self, show: bool) -> None:
        """Whether the places that moved units have left, and the old names, are shown too."""
        if show != self.shows_changes:
            self.shows_changes = show
            was = self._units_before(self.changes)
            self.folding.set_ghosts(ghosts_of(self.state, was))
            self.go_over(self.folding.wanted(), lambda: self._stand_on(self.state, self.changes, was))
            self._repaint(None)

    def set_show_closed(self, show: bool) -> None:
        """Whether units that the register closed long ago are shown too."""
        self.folding.set_show_closed(show)
        self._show(self.folding.wanted())

    def set_findings(self, findings: Mapping[str, FindingSign]) -> None:
        """The worst finding of each unit."""
        self.findings = findings
        self._repaint(None)

    def _follow(self, effect: Effect) -> None:
        plan = self.editor.plan
        self.folding.draft = None
        signs = change_signs(plan)
        self.folding.stand_on(effect.after, plan.baseline.day, signs, units_touched(effect))
        was = self._units_before(signs)
        self.folding.set_ghosts(ghosts_of(effect.after, was))
        way = self.go_over(self.folding.wanted(), lambda: self._stand_on(effect.after, signs, was))
        alone = way is Step.SAME and {kind for kind, _ in effect.touched} <= _OF_ITS_ROW
        self._repaint([key for kind, key in effect.touched if kind is RecordKind.UNIT] if alone else None)

    def _units_before(self, changes: Mapping[str, ChangeSign]) -> Mapping[str, Unit]:
        return units_before(self.editor.plan, changes) if self.shows_changes else {}

    def _stand_on(self, state: State, signs: Mapping[str, ChangeSign], was: Mapping[str, Unit]) -> None:
        self.state, self.changes, self.was = state, signs, was
        self.cells = Cells(state, self.editor.plan.codes, self.editor.texts)

    def _show(self, rows: Rows) -> None:
        self.go_over(rows, lambda: None)

    def _repaint(self, keys: Collection[str] | None) -> None:
        """The rows of these units, or every row."""
        last = len(self.rows.keys) - 1
        spans = [(0, last)] if keys is None else [(row, row) for row in map(self.row, keys)]
        for first, end in spans:
            if first >= 0 and end >= 0:
                self.dataChanged.emit(self.index(first, 0), self.index(end, len(Column) - 1))

    def _retext(self) -> None:
        self.cells = Cells(self.state, self.editor.plan.codes, self.editor.texts)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._repaint(None)


def units_touched(effect: Effect) -> set[str]:
    """The units that are other records themselves, or whose own number is."""
    found = {key for kind, key in effect.touched if kind is RecordKind.UNIT}
    numbers = [key for kind, key in effect.touched if kind is RecordKind.NUMBER]
    tables = (effect.before.numbers, effect.after.numbers)
    return found.union(table[key].unit for table in tables for key in numbers if key in table)
