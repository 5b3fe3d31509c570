"""What a request lacks, before it is saved: filled in on the spot, or one press from where it is given."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from sorstudio.model.edits.settings import set_setting
from sorstudio.requests.envelope import Request
from sorstudio.requests.missing import Missing, missing
from sorstudio.requests.missing import sentence as words_of
from sorstudio.ui.editor import Editor
from sorstudio.ui.form import button, sentence
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import tr

_HIGHEST = 190


class MissingList(QScrollArea):
    """A row for each thing; hidden where nothing is missing. A setting can be typed in here."""

    units_wanted = Signal(tuple)
    refused = Signal(str)

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._theme = editor, theme
        self.fields: dict[str, QLineEdit] = {}
        self.found: tuple[Missing, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMaximumHeight(theme.px(_HIGHEST))
        self.setAccessibleName(tr("What is missing"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def fill(self, request: Request) -> None:
        """Show what the request lacks now."""
        self.found = missing(request)
        self.fields.clear()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, self._theme.size("s"), 0)
        column.setSpacing(self._theme.size("xs"))
        for one in self.found:
            column.addLayout(self._row(one, words_of(one, request, self._editor.texts)))
        column.addStretch(1)
        old = self.takeWidget()
        if old is not None:
            # The field that was typed in is still busy with the key that brought us here.
            old.hide()
            old.deleteLater()
        self.setWidget(holder)
        self.setMinimumHeight(min(holder.sizeHint().height(), self.maximumHeight()))
        self.setVisible(bool(self.found))

    def use(self, name: str) -> None:
        """Give the plan the setting that was typed in."""
        make = partial(set_setting, name=name, value=self.fields[name].text())
        why = self._editor.ask(make)
        if why:
            self.refused.emit(why)
        elif self.fields[name].text().strip():
            self._editor.do(make)

    def _row(self, one: Missing, words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        lines = f" ({', '.join(one.lines[:6])}{'…' if len(one.lines) > 6 else ''})" if one.lines else ""
        row.addWidget(sentence(f"{words}{lines}", "warning"), 1)
        if one.setting and not self._editor.read_only:
            self._add_field(row, one.setting, words)
        elif one.units:
            row.addWidget(self._lead(words, one.units))
        return row

    def _add_field(self, row: QHBoxLayout, name: str, words: str) -> None:
        field = QLineEdit()
        field.setMinimumWidth(self._theme.px(220))
        field.setAccessibleName(words)
        field.returnPressed.connect(partial(self.use, name))
        self.fields[name] = field
        row.addWidget(field)
        give = button(tr("Use it"), partial(self.use, name))
        give.setAccessibleName(f"{give.text()}: {words}")
        give.setAutoDefault(False)
        row.addWidget(give)

    def _lead(self, words: str, units: Sequence[str]) -> QWidget:
        lead = button(tr("Go to"), partial(self.units_wanted.emit, tuple(units)))
        lead.setAccessibleName(f"{lead.text()}: {words}")
        return lead
