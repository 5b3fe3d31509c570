"""The complete new state of one unit for keying in: a button that copies each field, and the SOR-ID that SOR issued."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from sorstudio.model.edits import units
from sorstudio.model.identifiers import clean_id, sor_id_problem
from sorstudio.model.records import RecordKind
from sorstudio.requests.envelope import Request
from sorstudio.requests.line import MESSAGE_ACTIONS, NUMBER_ACTIONS, Action, FieldChange, Line
from sorstudio.requests.wishes import wish_of
from sorstudio.requests.worklist import WorkField, work_blocks
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import LineField, button, label
from sorstudio.ui.icons import icon, icon_size
from sorstudio.ui.theme import Theme


def fields_of(request: Request, line: Line) -> tuple[WorkField, ...]:
    """What must be keyed in for a line: the fields of its block in the work list that are not empty.

    Of numbers and message types only what is asked for, because the unit stays as it is.
    """
    if line.action in NUMBER_ACTIONS | MESSAGE_ACTIONS | {Action.WITHDRAW}:
        return tuple(_changed(request, one) for one in line.fields)
    blocks = work_blocks(request, line.addressee) if line.addressee else ()
    found = next((block.fields for block in blocks if any(wish_of(one) == wish_of(line) for one in block.lines)), ())
    return tuple(one for one in found if not one.is_empty)


def _changed(request: Request, one: FieldChange) -> WorkField:
    words = request.wording
    before, after = (words.value(one.field, value) for value in (one.before, one.after))
    return WorkField(one.field, words.label(one.field), after, "", before, is_changed=True)


class KeyingSheet(QScrollArea):
    """Follows the line that is chosen; it edits only the SOR-ID."""

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._theme = editor, theme
        self.line: Line | None = None
        self.fields: tuple[WorkField, ...] = ()
        self.setProperty("kind", "pane")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self.title = label("", "group", wraps=True)
        self.sor_id = LineField("", check=self._problem)
        self.sor_id.committed.connect(self._issue)
        self._fields = QWidget()
        for widget in (self.title, self.sor_id, self._fields):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.setWidget(inside)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        edge = theme.size("m")
        self._column.setContentsMargins(edge, theme.size("s"), edge, theme.size("s"))
        self._column.setSpacing(theme.size("s"))
        self.sor_id.setMaximumWidth(theme.px(320))
        self._fill()

    def show_line(self, request: Request | None, line: Line | None) -> None:
        """Another line, or none."""
        found = fields_of(request, line) if request is not None and line is not None else ()
        if (found, line) == (self.fields, self.line):
            return
        self.line, self.fields = line, found
        self._fill()

    def copy(self, field: WorkField) -> None:
        """One field on the clipboard."""
        QGuiApplication.clipboard().setText(field.value)
        self._editor.said.emit(self.tr("{field} is copied.").format(field=_name(field)), False)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        old, self._fields = self._fields, QWidget()
        self._column.replaceWidget(old, self._fields)
        old.deleteLater()
        self._say_title()
        self._show_sor_id()
        grid = QGridLayout(self._fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.size("s"))
        grid.setVerticalSpacing(self._theme.size("xs"))
        grid.setColumnStretch(1, 1)
        for place, field in enumerate(self.fields):
            self._add(grid, place, field)

    def _add(self, grid: QGridLayout, place: int, field: WorkField) -> None:
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(label(_name(field), "muted", wraps=True), place, 0, top)
        value = label(field.value, "group" if field.is_changed else "", wraps=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        below = self.tr("before: {value}").format(value=field.before) if field.before else field.origin
        cell = QVBoxLayout()
        cell.addWidget(value)
        cell.addWidget(label(below, "caption", wraps=True))
        grid.addLayout(cell, place, 1, top)
        if field.is_kept:
            return
        name = self.tr("Copy {field}").format(field=_name(field))
        copier = button("", "tool", partial(self.copy, field), name=name)
        copier.setIcon(icon(self._theme, "copy"))
        copier.setIconSize(icon_size(self._theme))
        grid.addWidget(copier, place, 2, top)

    def _say_title(self) -> None:
        line, texts = self.line, self._editor.texts
        if line is None:
            self.title.setText(self.tr("Choose a line to see what to key in."))
            return
        heading = texts.value(f"word.action.{line.action}")
        self.title.setText(f"{heading} · {line.unit_name}" if line.unit_name else heading)

    def _show_sor_id(self) -> None:
        """Only a unit that the plan makes can be given the SOR-ID that SOR issued."""
        key, plan = self.line.unit if self.line else "", self._editor.plan
        unit = plan.state().units.get(key)
        is_made = self.line is not None and self.line.action is Action.CREATE
        is_planned = is_made and unit is not None and plan.timeline.is_planned(RecordKind.UNIT, key)
        self.sor_id.setVisible(is_planned)
        words = self.tr("SOR-ID issued by SOR")
        self.sor_id.caption.setText(words)
        self.sor_id.caption.show()
        self.sor_id.line.setAccessibleName(words)
        known = (unit.sor_id if unit else None) or ""
        placeholder = self.tr("Paste the SOR-ID here")
        self.sor_id.show_value(known, placeholder=placeholder, editable=not self._editor.read_only)

    def _problem(self, words: str) -> str | None:
        problem = sor_id_problem(clean_id(words)) if words.strip() else None
        return self._editor.texts.sentence(problem.code, problem.params) if problem else None

    def _issue(self, words: str) -> None:
        """Kept at once where it stands the test; otherwise the reason stays below the field."""
        if self.line is None or not words.strip():
            return
        make = partial(units.set_sor_id, unit=self.line.unit, sor_id=words)
        why = self._editor.ask(make)
        if why:
            self.sor_id.refuse(why)
            return
        self.sor_id.accept()
        self._editor.do(make)


def _name(field: WorkField) -> str:
    return field.label[:1].upper() + field.label[1:]
