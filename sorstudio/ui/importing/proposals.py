"""The lines of a list as proposals: for each of them a person decides what it is, before anything is taken over."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from sorstudio.formats.problems import UnreadableFile
from sorstudio.formats.proposal import Proposals, decide
from sorstudio.formats.proposal_guess import Decision
from sorstudio.formats.report import shown_sentences
from sorstudio.ui.editor import Editor
from sorstudio.ui.form import button, buttons, heading, sentence
from sorstudio.ui.importing import taking
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_STEP = "      "


class Column(IntEnum):
    """The columns of the table."""

    TITLE = 0
    DECISION = 1
    THERE = 2
    NOTE = 3


class ProposalsModel(QAbstractTableModel):
    """One row a line; only the decision can be changed."""

    def __init__(self, editor: Editor, proposals: Proposals, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.proposals = proposals
        self.texts = editor.texts
        self._words = taking.decision_words(editor.texts)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.proposals)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        one = self.proposals[index.row()]
        cells = {
            Column.TITLE: (_STEP * self._depth(index.row()) if role == Qt.ItemDataRole.DisplayRole else "") + one.title,
            Column.DECISION: self._words[one.decision],
            Column.THERE: self._there(one.matched_key),
            Column.NOTE: one.note or self._editor.texts.sentence(one.reason),
        }
        return cells[Column(index.column())]

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if index.column() != Column.DECISION or value not in list(Decision):
            return False
        self.proposals = decide(self.proposals, index.row(), Decision(str(value)))
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.proposals) - 1, len(Column) - 1))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == Column.DECISION else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (tr("Line"), tr("Becomes"), tr("Is there already as"), tr("Remark"))[section]

    def counts(self) -> tuple[int, int, int]:
        """New units, offers to place, and lines that are left out or there already."""
        fresh = sum(one.decision is Decision.UNIT and one.matched_key is None for one in self.proposals)
        offers = sum(one.decision is Decision.OFFER for one in self.proposals)
        return fresh, offers, len(self.proposals) - fresh - offers

    def _there(self, key: str | None) -> str:
        unit = self._editor.plan.state().units.get(key or "")
        return unit.name if unit else ""

    def _depth(self, row: int) -> int:
        depth, above = 0, self.proposals[row].parent
        while above is not None:
            depth, above = depth + 1, self.proposals[above].parent
        return depth


class DecisionDelegate(QStyledItemDelegate):
    """A list of the three decisions."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        choice = QComboBox(parent)
        model = index.model()
        if isinstance(model, ProposalsModel):
            for decision, words in taking.decision_words(model.texts).items():
                choice.addItem(words, decision.value)
            choice.setCurrentIndex(choice.findData(model.proposals[index.row()].decision.value))
        choice.activated.connect(lambda _row: self.commitData.emit(choice))
        choice.activated.connect(lambda _row: self.closeEditor.emit(choice))
        return choice

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Set when it was made."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())


class ProposalsDialog(QDialog):
    """Everything is tried on a copy first; a line that cannot be taken over is named and nothing is done."""

    def __init__(self, editor: Editor, path: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.setWindowTitle(tr("Proposals from {name}").format(name=path.name))
        self.resize(theme.px(900), theme.px(620))
        self.model = ProposalsModel(editor, (), self)
        self.problem, self.count = sentence("", "error"), sentence("", "muted")
        self.table = QTreeView()
        self.take = button(tr("Take over"), self.take_over, "primary")
        self._lay_out(theme, path)
        self._read(path)

    def take_over(self) -> None:
        """Make the changes, each of its own, so that each can be undone."""
        plan = self._editor.plan
        roots = plan.state().roots()
        if not roots:
            return
        changes = list(taking.makes(plan, self.model.proposals, roots[0]))
        objection = taking.first_objection(plan, changes)
        if objection is not None:
            one, error = objection
            words = tr("Line {line}, {title}: {reason} Nothing was taken over.")
            reason = self._editor.sentence(error)
            self.problem.setText(words.format(line=one.line, title=one.title, reason=reason))
            return
        for _, make in changes:
            self._editor.do(make)
        self.accept()

    def _read(self, path: Path) -> None:
        try:
            _, proposals = taking.read_proposals(path, self._editor.plan.codes)
        except UnreadableFile as error:
            self.problem.setText("\n".join(shown_sentences(error.problems, self._editor.texts, 10)))
            self.take.setEnabled(False)
            return
        self.model = ProposalsModel(self._editor, taking.matched(proposals, self._editor.plan), self)
        self.model.dataChanged.connect(self._recount)
        self.table.setModel(self.model)
        header = self.table.header()
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in ((Column.DECISION, 150), (Column.THERE, 200), (Column.NOTE, 220)):
            header.resizeSection(column, width)
        self._recount()

    def _lay_out(self, theme: Theme, path: Path) -> None:
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setStyleSheet(f"QTreeView::item {{ padding: {theme.size('xs')}px; }}")
        self.table.setItemDelegateForColumn(Column.DECISION, DecisionDelegate(self.table))
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.AllEditTriggers & ~QAbstractItemView.EditTrigger.CurrentChanged
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.size("xl"),) * 4)
        column.setSpacing(theme.size("m"))
        column.addWidget(heading(theme, tr("What do the lines of {name} become?").format(name=path.name)))
        words = tr("Press a decision to change it. What is there already is left as it is.")
        column.addWidget(sentence(words, "muted"))
        column.addWidget(self.table, 1)
        column.addWidget(self.count)
        column.addWidget(self.problem)
        column.addLayout(buttons(button(tr("Cancel"), self.reject), self.take))

    def _recount(self) -> None:
        fresh, offers, rest = self.model.counts()
        words = tr("{units} new units, {offers} offers, {rest} lines left out or there already.")
        self.count.setText(words.format(units=fresh, offers=offers, rest=rest))
        self.take.setEnabled(bool(fresh or offers) and not self._editor.read_only)
