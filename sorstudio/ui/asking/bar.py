"""A question that an act asks, put where the act is made: a soft panel, one field, a button with the verb."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sorstudio.model.change import Change
from sorstudio.model.edits.branches import together
from sorstudio.ui.editor import Editor, Make
from sorstudio.ui.impact.list import ConsequenceList
from sorstudio.ui.impact.weighing import weighed
from sorstudio.ui.theme import Theme

WEIGH_AFTER = 60
"""Milliseconds without a key before the consequences are found anew."""


@dataclass(frozen=True)
class Question:
    """What is asked: a sentence, a field to answer in, the verb, and the changes that the answer makes.

    Of a question that `weighs`, the consequences of the answer stand below the field as it is given.
    """

    words: str
    verb: str
    makes: Callable[[], list[Make]]
    field: QWidget | None = None
    keep: str = ""
    weighs: bool = False


class AskBar(QFrame):
    """Shows one question at a time; a refusal stays beside the field until the answer is another.

    `asked` comes before the question is shown, so that what the bar stands in can be brought into sight.
    """

    asked = Signal()
    closed = Signal()

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hint")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor = editor
        self._question: Question | None = None
        self.words, self.problem = QLabel(self), QLabel(self)
        self.yes, self.no = QPushButton(self), QPushButton(self)
        self.follows = ConsequenceList(self)
        self._row = QHBoxLayout()
        self._weigh_soon = QTimer(self, singleShot=True, interval=WEIGH_AFTER)
        self._weigh_soon.timeout.connect(self.weigh)
        self._lay_out()
        self.yes.clicked.connect(self.answer)
        self.no.clicked.connect(self.put_away)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self.theme = theme
        self.words.setFont(theme.font("body"))
        around = theme.size("m")
        self._column.setContentsMargins(around, theme.size("s"), around, theme.size("s"))

    def ask(self, question: Question) -> None:
        """Put a question; the field gets the focus."""
        self._take_field_away()
        self.asked.emit()
        self._question = question
        self.words.setText(question.words)
        self.yes.setText(question.verb)
        self.no.setText(question.keep or self.tr("Cancel"))
        self._explain("")
        if question.field is not None:
            self._row.insertWidget(0, question.field, 10)
            question.field.setAccessibleName(question.words)
            question.field.show()
            self.setTabOrder(question.field, self.yes)
            self._follow(question.field)
        self.weigh()
        self.show()
        (question.field or self.yes).setFocus()

    def answer(self) -> None:
        """Do what the verb says, on many as one act; refused, the question stays and says why."""
        if self._question is None:
            return
        makes = self._question.makes()
        objection = self._editor.ask(lambda plan: together(plan, makes)[0])
        if objection is not None:
            self._explain(objection)
            return
        self.put_away()
        for change in together(self._editor.plan, makes):
            self._editor.do(_given(change), sure=True)

    def weigh(self) -> None:
        """List what the answer given so far would mean."""
        question = self._question
        plan, texts = self._editor.plan, self._editor.texts
        asked = question if question is not None and question.weighs else None
        found = weighed(plan, asked.makes(), texts.language) if asked is not None else None
        self.follows.show_impact(found, texts, plan.codes, self.theme)

    def put_away(self) -> None:
        """Ask no more."""
        self._question = None
        self._take_field_away()
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.no.hasFocus():
            self.answer()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange and self._question is not None:
            self.put_away()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.words.setWordWrap(True)
        self.problem.setWordWrap(True)
        self.problem.setProperty("kind", "error")
        self.no.setProperty("kind", "quiet")
        self._column = column = QVBoxLayout(self)
        column.addWidget(self.words)
        column.addWidget(self.follows)
        column.addLayout(self._row)
        column.addWidget(self.problem)
        for button in (self.yes, self.no):
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self._row.addStretch(1)

    def _take_field_away(self) -> None:
        first = self._row.itemAt(0)
        widget = first.widget() if first is not None else None
        if widget is not None and widget not in (self.yes, self.no):
            self._row.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _follow(self, field: QWidget) -> None:
        """Weigh anew whenever the answer is another."""
        for one in (field, *field.findChildren(QWidget)):
            if isinstance(one, QDateEdit):
                one.dateChanged.connect(self._weigh_soon.start)
            elif isinstance(one, QLineEdit):
                one.textChanged.connect(self._weigh_soon.start)
            elif isinstance(one, QComboBox):
                one.currentIndexChanged.connect(self._weigh_soon.start)

    def _explain(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))


def _given(change: Change) -> Make:
    return lambda _plan: change
