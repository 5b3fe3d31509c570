"""The lines of a list as proposals: for each of them a person decides what it is, before anything is taken over."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
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

from sorstudio.formats.lists import ListRead, read_proposals
from sorstudio.formats.matching import matches_in, with_matches
from sorstudio.formats.outline_items import LeftOut
from sorstudio.formats.problems import UnreadableFile
from sorstudio.formats.proposal import Proposals, ProposedUnit, decide
from sorstudio.formats.proposal_guess import Decision
from sorstudio.formats.report import shown_sentences
from sorstudio.formats.taking import Scope, Taking
from sorstudio.model.change import Change
from sorstudio.model.texts import Texts
from sorstudio.ui.editor import Editor, Make
from sorstudio.ui.form import button, buttons, heading, sentence
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_STEP = "      "
_Line = ProposedUnit | LeftOut


class Column(IntEnum):
    """The columns of the table."""

    TITLE = 0
    DECISION = 1
    THERE = 2
    NOTE = 3


class ProposalsModel(QAbstractTableModel):
    """One row a line in the order of the file; only the decision can be changed, and none is made where nothing can be
    taken over."""

    def __init__(self, editor: Editor, read: ListRead | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.texts = editor.texts
        self._words = decision_words(editor.texts)
        found = read.proposals if read else ()
        matches = matches_in(editor.plan, found)
        self.proposals: Proposals = with_matches(found, matches)
        self._perhaps = {match.place: match.key for match in matches if match.is_doubtful}
        self._lines = _in_order(found, read.left_out if read else ())

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        column = Column(index.column())
        words = self._cells(index.row())[column]
        if column is Column.TITLE and role == Qt.ItemDataRole.DisplayRole:
            return _STEP * self._depth(index.row()) + words
        return words

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        one = self.proposal(index.row())
        if one is None or index.column() != Column.DECISION or value not in list(Decision):
            return False
        self.proposals = decide(self.proposals, one.place, Decision(str(value)))
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, len(Column) - 1))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags
        if self.proposal(index.row()) is None:
            return flags & ~Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == Column.DECISION else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (tr("Line"), tr("Becomes"), tr("Is there already as"), tr("Remark"))[section]

    def proposal(self, row: int) -> ProposedUnit | None:
        """What a row proposes as it is decided now; None where its line is no part of the tree."""
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return self.proposals[line.place] if isinstance(line, ProposedUnit) else None

    def counts(self) -> tuple[int, int, int]:
        """New units, offers to place, and lines that are left out or there already."""
        fresh = sum(one.decision is Decision.UNIT and one.matched_key is None for one in self.proposals)
        offers = sum(one.decision is Decision.OFFER for one in self.proposals)
        return fresh, offers, len(self._lines) - fresh - offers

    def _cells(self, row: int) -> Mapping[Column, str]:
        line, one = self._lines[row], self.proposal(row)
        if one is None:
            text = line.text if isinstance(line, LeftOut) else ""
            words = self.texts.sentence("ui.line.left_out"), "", self.texts.sentence("proposal.no_part")
            return dict(zip(Column, (text, *words), strict=True))
        remark = one.note or self.texts.sentence(one.reason)
        return dict(zip(Column, (one.title, self._words[one.decision], self._there(one), remark), strict=True))

    def _there(self, one: ProposedUnit) -> str:
        units = self._editor.plan.state().units
        known, near = units.get(one.matched_key or ""), units.get(self._perhaps.get(one.place, ""))
        if known is not None or near is None:
            return known.name if known else ""
        return self.texts.sentence("ui.line.perhaps", {"unit": near.name})

    def _depth(self, row: int) -> int:
        one, depth = self.proposal(row), 0
        while one is not None and one.parent is not None:
            one, depth = self.proposals[one.parent], depth + 1
        return depth


def _in_order(found: Sequence[ProposedUnit], left_out: Sequence[LeftOut]) -> list[_Line]:
    """Every line at its place in the file."""
    lines: list[Sequence[_Line]] = [found, left_out]
    return list(heapq.merge(*lines, key=lambda one: one.line))


def decision_words(texts: Texts) -> Mapping[Decision, str]:
    """What a line can become, in words."""
    return {one: texts.sentence(f"ui.decision.{one.value}") for one in Decision}


class DecisionDelegate(QStyledItemDelegate):
    """A list of the three decisions."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        choice = QComboBox(parent)
        model = index.model()
        one = model.proposal(index.row()) if isinstance(model, ProposalsModel) else None
        if isinstance(model, ProposalsModel) and one is not None:
            for decision, words in decision_words(model.texts).items():
                choice.addItem(words, decision.value)
            choice.setCurrentIndex(choice.findData(one.decision.value))
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
        self.model = ProposalsModel(editor, parent=self)
        self.problem, self.count = sentence("", "error"), sentence("", "muted")
        self.table = QTreeView()
        self.take = button(tr("Take over"), self.take_over, "primary")
        self._lay_out(theme, path)
        self._read(path)

    def take_over(self) -> None:
        """Make the changes, each of its own, so that each can be undone."""
        taking = Taking(self._editor.plan, self.model.proposals, Scope.DECIDED)
        objection = taking.objection()
        if objection is not None:
            words = tr("Line {line}, {title}: {reason} Nothing was taken over.")
            reason = self._editor.sentence(objection.reason)
            one = objection.proposal
            self.problem.setText(words.format(line=one.line, title=one.title, reason=reason))
            return
        for _, change in taking.changes:
            self._editor.do(_as_it_is(change), sure=True)
        self.accept()

    def _read(self, path: Path) -> None:
        try:
            read = read_proposals(path, self._editor.plan.codes, with_ids=True)
        except UnreadableFile as error:
            self.problem.setText("\n".join(shown_sentences(error.problems, self._editor.texts, 10)))
            self.take.setEnabled(False)
            return
        self.model = ProposalsModel(self._editor, read, self)
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


def _as_it_is(change: Change) -> Make:
    """The change that was tried already."""
    return lambda _plan: change
