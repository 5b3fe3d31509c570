"""The answer to one line: carried out, otherwise, or refused with the reason."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from sorstudio.model.records import Reply
from sorstudio.ui.fields import LineField, RadioLine, button, label
from sorstudio.ui.inspector.group import row
from sorstudio.ui.theme import Theme


class AnswerForm(QFrame):
    """`answered` carries the reply and what is said about it; `withdrawn` tells that there is no answer after all."""

    answered = Signal(object, str)
    withdrawn = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hint")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = label("", "group", wraps=True)
        self.choices = {reply: RadioLine(theme, "") for reply in Reply}
        self._group = QButtonGroup(self)
        self.reason = LineField("")
        self.save = button("", "primary", self._save)
        self.none, self.leave = button("", "quiet", self.withdrawn.emit), button("", "quiet", self.put_away)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.words)
        for choice in self.choices.values():
            self._group.addButton(choice)
            self._column.addWidget(choice)
            choice.toggled.connect(self._weigh)
        self._column.addWidget(self.reason)
        self._buttons = row(self.none, self.leave, self.save, spacing=0)
        self._column.addLayout(self._buttons)
        self.reason.line.textChanged.connect(self._weigh)
        self.set_theme(theme)
        self.retranslate()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        edge = theme.size("m")
        self._column.setContentsMargins(edge, theme.size("s"), edge, theme.size("s"))
        self._column.setSpacing(theme.size("xs"))
        self._buttons.setSpacing(theme.size("s"))
        for choice in self.choices.values():
            choice.set_up(theme, choice.text())

    def retranslate(self) -> None:
        """The form's own words."""
        words = (self.tr("Carried out as asked"), self.tr("Carried out differently"), self.tr("Refused"))
        for choice, said in zip(self.choices.values(), words, strict=True):
            choice.setText(said)
            choice.setToolTip(said)
            choice.setAccessibleName(said)
        caption = self.tr("What was answered")
        self.reason.caption.setText(caption)
        self.reason.caption.show()
        self.reason.line.setAccessibleName(caption)
        for one, said in (
            (self.save, self.tr("Note the answer")),
            (self.leave, self.tr("Cancel")),
            (self.none, self.tr("No answer after all")),
        ):
            one.setText(said)
            one.setAccessibleName(said)

    def ask(self, words: str, reply: Reply | None, reason: str) -> None:
        """Ask about a line, beginning with what was answered before."""
        self.words.setText(words)
        self.choices[reply or Reply.DONE].setChecked(True)
        self.reason.show_value(reason)
        self.none.setVisible(reply is not None)
        self._weigh()
        self.show()
        self.choices[reply or Reply.DONE].setFocus()

    def reply(self) -> Reply:
        """What is chosen."""
        return next(reply for reply, choice in self.choices.items() if choice.isChecked())

    def put_away(self) -> None:
        """Ask no more."""
        self.hide()
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.leave.hasFocus():
            self._save()
        else:
            super().keyPressEvent(event)

    def _weigh(self) -> None:
        """A refusal needs its reason: without one nobody knows what to ask for instead."""
        needs = self.choices[Reply.REFUSED].isChecked() and not self.reason.value().strip()
        self.save.setEnabled(not needs)
        self.reason.line.setPlaceholderText(self.tr("Write the reason for the refusal") if needs else "")

    def _save(self) -> None:
        if self.save.isEnabled():
            self.answered.emit(self.reply(), self.reason.value().strip())
