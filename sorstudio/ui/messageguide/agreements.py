"""The local agreements of the plan: those that hold for what is asked, each with its two acts, and the form."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sorstudio.model.edits.agreeing import drop_agreement
from sorstudio.model.records import Agreement
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import button, label
from sorstudio.ui.flow import FlowLayout
from sorstudio.ui.inspector.group import clear
from sorstudio.ui.messageguide.agreement_form import AgreementForm
from sorstudio.ui.messageguide.wording import agreement_detail
from sorstudio.ui.theme import Theme


class Agreements(QWidget):
    """Shows the list, or the form in its place; `form_opened` tells of that."""

    form_opened = Signal()

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._theme = editor, theme
        self._begins = {"area": "", "message": ""}
        self._shown: object = None
        self.caption, self.empty = label("", "group"), label("", "muted", wraps=True)
        self.form = AgreementForm(editor, theme)
        self.add_button = button("", "", self.add)
        self.list = QWidget()
        self._rows = QVBoxLayout()
        self._lay_out()
        self.form.closed.connect(self._close_form)
        self.form.hide()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self.form.set_theme(theme)
        self._column.setSpacing(theme.px(6))
        self._rows.setSpacing(theme.size("s"))

    def retranslate(self) -> None:
        """The words in the language of the window."""
        self.add_button.setText(self.tr("Add a local agreement…"))
        self.add_button.setAccessibleName(self.add_button.text())
        self._shown = None
        if self.form.isVisibleTo(self):
            self.form.retranslate()

    def show_agreements(self, agreements: Sequence[Agreement], *, area: str = "", message: str = "") -> None:
        """Those that hold; a new one begins with this area and message. Without either all of them are shown."""
        self._begins = {"area": area, "message": message}
        is_advice = bool(area or message)
        self.caption.setText(self.tr("Agreed locally"))
        nothing = self.tr("Nothing has been agreed locally about this.")
        self.empty.setText(nothing if is_advice else self.tr("The plan has no local agreements."))
        self.empty.setVisible(not agreements)
        self.add_button.setEnabled(not self._editor.read_only)
        shown = (tuple(agreements), self._editor.texts.language, self._theme)
        if shown != self._shown:
            self._shown = shown
            self._fill(agreements)

    def add(self) -> None:
        """Open the form for a new one."""
        self._open_form(None)

    def _open_form(self, agreement: Agreement | None) -> None:
        self.list.hide()
        self.form.show()
        self.form.ask(agreement, **self._begins)
        self.form_opened.emit()

    def _close_form(self) -> None:
        self.form.hide()
        self.list.show()
        self.add_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self, agreements: Sequence[Agreement]) -> None:
        clear(self._rows)
        codes, language = self._editor.plan.codes, self._editor.texts.language
        for one in agreements:
            self._rows.addWidget(self._row(one, agreement_detail(one, codes, language)))

    def _row(self, one: Agreement, detail: str) -> QWidget:
        row, acts = QWidget(), QWidget()
        words = label(one.text, "", wraps=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        change, remove = self.tr("Change"), self.tr("Remove")
        line = FlowLayout(acts)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._theme.px(2))
        for verb, act in ((change, partial(self._open_form, one)), (remove, partial(self._remove, one))):
            made = button(verb, "quiet", act, name=f"{verb}: {one.text}")
            made.setEnabled(not self._editor.read_only)
            line.addWidget(made)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(1))
        for widget in (words, label(detail, "caption", wraps=True), acts):
            column.addWidget(widget)
        return row

    def _remove(self, one: Agreement) -> None:
        self._editor.do(partial(drop_agreement, agreement=one.key))
        self.add_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self.list)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.caption)
        inner.addWidget(self.empty)
        inner.addLayout(self._rows)
        inner.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.list)
        self._column.addWidget(self.form)
