"""One rule: what it asks for and why, whether it is on, how much it weighs, and its parameters in fields to edit."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from sorstudio.model.texts import Texts
from sorstudio.rules.engine import CHECKS
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Severity
from sorstudio.rules.parameters import BadParameter
from sorstudio.ui.fields import CheckLine, button, label
from sorstudio.ui.inspector.group import clear
from sorstudio.ui.rulebook.draft import Draft, as_words
from sorstudio.ui.theme import Theme


class _Lines(QPlainTextEdit):
    """Tells when somebody has finished in it; Tab goes on."""

    finished = Signal()

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finished.emit()


class RuleForm(QScrollArea):
    """Writes into the draft as soon as a field is left; `changed` tells that it did."""

    changed = Signal()

    def __init__(self, draft: Draft, theme: Theme, texts: Texts, *, read_only: bool) -> None:
        super().__init__()
        self._draft, self._theme, self._texts, self._read_only = draft, theme, texts, read_only
        self.setProperty("kind", "pane")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(theme.size("l"), theme.size("s"), theme.size("l"), theme.size("s"))
        self._column.setSpacing(theme.px(6))
        self.setWidget(inside)
        self.fields: dict[str, QLineEdit | _Lines] = {}
        self.problems: dict[str, QLabel] = {}
        self.is_on = CheckLine(theme, "")
        self.severity = QComboBox()

    def show_rule(self, code: str) -> None:
        """Another rule, or none."""
        clear(self._column)
        self.fields, self.problems = {}, {}
        entry = self._draft.book.entry(code)
        if entry is None:
            return
        language = self._texts.language
        self._column.addWidget(label(entry.title(language), "title", wraps=True))
        self._column.addWidget(label(entry.explanation(language), "", wraps=True))
        self._column.addWidget(
            label(f"{entry.code} · {self.tr('Source:')} {entry.source or '–'}", "caption", wraps=True)
        )
        self._add_switch(entry)
        for name in entry.parameters:
            self._add_parameter(entry, name)
        if self._draft.is_own(code) and not self._read_only:
            reset = button(self.tr("This rule as it was shipped"), "quiet", partial(self._reset, code))
            self._column.addWidget(reset, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)

    def _add_switch(self, entry: RuleEntry) -> None:
        self.is_on = CheckLine(self._theme, self.tr("The rule is used"))
        self.is_on.setChecked(entry.is_on)
        self.is_on.setEnabled(not self._read_only)
        self.is_on.toggled.connect(partial(self._switch, entry.code))
        self.severity = QComboBox()
        self.severity.setMinimumHeight(self._theme.size("control"))
        self.severity.setAccessibleName(self.tr("Severity"))
        for one in Severity:
            self.severity.addItem(self._texts.sentence(f"panes.findings.severity.{one}"), one.value)
        self.severity.setCurrentIndex(list(Severity).index(entry.severity))
        self.severity.setEnabled(not self._read_only)
        self.severity.activated.connect(lambda at: self._weigh(entry.code, list(Severity)[at]))
        for widget in (self.is_on, label(self.tr("Severity"), "muted"), self.severity):
            self._column.addWidget(widget)

    def _add_parameter(self, entry: RuleEntry, name: str) -> None:
        value = entry.parameters[name]
        wants = self._texts.sentence(CHECKS[entry.check].parameters[name].word)
        caption = label(f"{name}: {wants}", "muted", wraps=True)
        words = as_words(value)
        field: QLineEdit | _Lines
        if isinstance(value, int | float | str):
            field = QLineEdit(words)
            field.editingFinished.connect(partial(self._set, entry.code, name))
        else:
            field = _Lines(words)
            field.setFixedHeight(self._theme.px(24 + 18 * min(8, max(2, words.count("\n") + 1))))
            field.finished.connect(partial(self._set, entry.code, name))
        field.setReadOnly(self._read_only)
        field.setAccessibleName(caption.text())
        caption.setBuddy(field)
        self.fields[name] = field
        self.problems[name] = label("", "error", wraps=True)
        self.problems[name].hide()
        for widget in (caption, field, self.problems[name]):
            self._column.addWidget(widget)

    def _set(self, code: str, name: str) -> None:
        field, problem = self.fields.get(name), self.problems.get(name)
        if field is None or problem is None or code not in self._draft.book.entries:
            return
        words = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        try:
            self._draft.set_parameter(code, name, words)
        except BadParameter as wrong:
            problem.setText(self._texts.sentence(wrong.code, {"key": name, **wrong.params}))
            problem.show()
            field.setAccessibleDescription(problem.text())
            return
        problem.hide()
        self.changed.emit()

    def _switch(self, code: str, is_on: bool) -> None:
        self._draft.switch(code, is_on)
        self.changed.emit()

    def _weigh(self, code: str, severity: Severity) -> None:
        self._draft.weigh(code, severity)
        self.changed.emit()

    def _reset(self, code: str) -> None:
        self._draft.reset(code)
        self.show_rule(code)
        self.changed.emit()
