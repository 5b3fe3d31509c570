"""One question with a few answers, each with what speaks for it; it stands beside the row that it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from sorstudio.ui.fields import RadioLine, label
from sorstudio.ui.theme import Theme


@dataclass(frozen=True)
class Answering:
    """One answer: what it stands for, its words, and what speaks for it."""

    value: str
    words: str
    detail: str = ""


class ChoiceCard(QFrame):
    """`chosen` carries the value of the answer that somebody has chosen; showing a question chooses nothing."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("well")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.choices: dict[str, RadioLine] = {}
        self._group = QButtonGroup(self)
        self.words, self.detail = label("", "group", wraps=True), label("", "muted", wraps=True)
        self._answers: Sequence[Answering] = ()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.words)
        self._column.addWidget(self.detail)
        self._inside = QWidget()
        self._column.addWidget(self._inside)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        edge = theme.size("m")
        self._column.setContentsMargins(edge, theme.size("s"), edge, theme.size("s"))
        self._column.setSpacing(theme.size("xs"))
        self._fill(next((value for value, one in self.choices.items() if one.isChecked()), ""))

    def ask(
        self, words: str, detail: str, answers: Sequence[Answering], chosen: str, *, can_choose: bool = True
    ) -> None:
        """Put a question; `chosen` is the answer that holds so far, empty for none."""
        self.words.setText(words)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self._answers = answers
        self._fill(chosen)
        self._inside.setEnabled(can_choose)
        self.show()

    def _fill(self, chosen: str) -> None:
        old, self._inside = self._inside, QWidget()
        self._column.replaceWidget(old, self._inside)
        old.deleteLater()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.size("xs"))
        self.choices = {one.value: self._choice(one, column) for one in self._answers}
        self._group = QButtonGroup(self._inside)
        for value, choice in self.choices.items():
            self._group.addButton(choice)
            choice.setChecked(value == chosen)
            choice.clicked.connect(lambda _checked=False, value=value: self.chosen.emit(value))

    def _choice(self, one: Answering, column: QVBoxLayout) -> RadioLine:
        choice = RadioLine(self._theme, one.words)
        choice.setAccessibleName(" · ".join(filter(None, (one.words, one.detail))))
        column.addWidget(choice)
        if one.detail:
            detail = label(one.detail, "caption", wraps=True)
            detail.setIndent(self._theme.px(24))
            column.addWidget(detail)
        return choice
