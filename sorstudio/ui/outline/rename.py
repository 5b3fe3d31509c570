"""Naming in place: the field lies over the name, and a name that cannot be is explained beside it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from sorstudio.model.edits import units
from sorstudio.model.errors import Refused
from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.flat import Index
from sorstudio.ui.outline.model import DEPTH_ROLE, DRAFT_ROLE, KEY_ROLE
from sorstudio.ui.outline.reason_card import ReasonCard
from sorstudio.ui.outline.row_painter import RowPainter
from sorstudio.ui.outline.wording import Column


class RenameDelegate(QStyledItemDelegate):
    """Only the editor is its business; rows are painted whole by the view."""

    def __init__(self, editor: Editor, painter: RowPainter, reason: ReasonCard, parent: QTableView) -> None:
        super().__init__(parent)
        self._editor = editor
        self._painter = painter
        self._reason = reason
        self.written = ""
        """The name of the unit that is to be, once its field is left."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._painter.theme.size("row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Nothing: the row is painted already."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setProperty("key", index.data(KEY_ROLE))
        field.setProperty("draft", bool(index.data(DRAFT_ROLE)))
        self.written = ""
        field.setFrame(False)
        field.textEdited.connect(lambda words: self._explain(field, words))
        field.destroyed.connect(self._reason.put_away)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit) and index.data(DRAFT_ROLE):
            self.written = editor.text().strip()
            return
        if not isinstance(editor, QLineEdit) or editor.text().strip() == index.data(Qt.ItemDataRole.EditRole):
            return
        key, name = str(index.data(KEY_ROLE)), editor.text()
        self._editor.do(lambda plan: units.rename(plan, key, name))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        depth = int(index.data(DEPTH_ROLE))
        area = QRect(option.rect)
        if isinstance(view, QTableView):
            area.setLeft(view.columnViewportPosition(Column.NAME) + self._painter.name_start(depth))
        gap = self._painter.theme.px(6)
        editor.setGeometry(area.adjusted(-gap - 2, 0, 0, 0))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(editor, QLineEdit):
            done = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
            if done and self._explain(editor, editor.text()):
                return True
        if event.type() is QEvent.Type.FocusOut and isinstance(editor, QLineEdit):
            self._reason.put_away()
        return super().eventFilter(editor, event)

    def _explain(self, field: QLineEdit, name: str) -> bool:
        """Whether the name cannot be; if so, the reason stands below the field."""
        reason = self._objection(field, name)
        field.setProperty("kind", "wrong" if reason else "")
        if reason is None:
            self._reason.put_away()
        else:
            self._reason.show_at(reason, field.geometry().bottomLeft())
        return reason is not None

    def _objection(self, field: QLineEdit, name: str) -> str | None:
        """Nothing written leaves everything as it is."""
        key = str(field.property("key"))
        if field.property("draft"):
            return self._refusal(name) if name.strip() else None
        unchanged = name.strip() == self._editor.plan.shown().units[key].name
        return None if unchanged else self._editor.ask(lambda plan: units.rename(plan, key, name))

    def _refusal(self, name: str) -> str | None:
        try:
            units.checked_name(name)
        except Refused as refusal:
            return self._editor.sentence(refusal)
        return None
