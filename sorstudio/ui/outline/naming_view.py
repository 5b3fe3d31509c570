"""The rows with naming in place: a unit's name, and the name that a new one comes into being with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from sorstudio.model.edits.branches import Sprout, create_branch
from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.rename import RenameDelegate
from sorstudio.ui.outline.rows import Draft
from sorstudio.ui.outline.rows_view import RowsView
from sorstudio.ui.outline.wording import Column
from sorstudio.ui.theme import Theme

_WITHDRAWN = QAbstractItemDelegate.EndEditHint.RevertModelCache


class NamingView(RowsView):
    """A new unit is an act only when its name is written; until then it is a row without a unit."""

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(editor, theme, parent)
        self.naming = RenameDelegate(editor, self.painter, self.reason, self)
        self.setItemDelegate(self.naming)

    def rename_current(self) -> None:
        """Open the field for the current unit's name, where it stands now."""
        row = self.currentIndex().row()
        if row >= 0 and not self.outline.is_unit(row):
            self.select_row(self.outline.row(self.outline.key(row)))
        place = self.currentIndex().siblingAtColumn(Column.NAME)
        if place.flags() & Qt.ItemFlag.ItemIsEditable and not self._is_naming:
            self.edit(place)

    def begin_sibling(self) -> None:
        """A field for the name of a new unit right behind the current one; below it where it is the owner."""
        current = self.currentIndex()
        if not current.isValid() or self.editor.read_only or self._is_naming:
            return
        key = self.outline.key(current.row())
        parent = self.outline.state.units[key].parent
        if parent is None:
            self.outline.set_open(key, True)
        row = self.outline.begin_draft(Draft(key, parent or key))
        if row >= 0:
            index = self.outline.index(row, Column.NAME)
            self.scrollTo(index)
            self.edit(index)

    @property
    def _is_naming(self) -> bool:
        return self.state() is QAbstractItemView.State.EditingState

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """A unit that was only being named comes into being when its field is left with a name in it."""
        draft = self.outline.folding.draft
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint if draft else hint)
        if draft is None:
            return
        name = self.naming.written if hint is not _WITHDRAWN else ""
        self.outline.end_draft()
        if name:
            self._create(draft, name)
        self.setFocus()

    def _create(self, draft: Draft, name: str) -> None:
        sprout = Sprout(name)
        siblings = self.outline.state.children(draft.parent)
        behind = siblings[siblings.index(draft.behind) + 1 :] if draft.behind in siblings else ()
        before = behind[0] if behind else None
        if self.editor.do(lambda plan: create_branch(plan, draft.parent, [sprout], before=before)) is not None:
            self.editor.select([sprout.key])
