"""The soft box that suggests a unit type, says why, and takes it or leaves it for this session."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sorstudio.model.codes import CodeLists
from sorstudio.model.neighbours import Neighbours
from sorstudio.model.plan import Plan
from sorstudio.model.suggest import Suggestion, argument, suggest_type
from sorstudio.model.texts import Texts
from sorstudio.ui.fields import button, label
from sorstudio.ui.icons import pixmap
from sorstudio.ui.inspector.group import row
from sorstudio.ui.inspector.subject import Subject
from sorstudio.ui.theme import Theme

MOST_UNITS = 1000
"""More chosen units than this are not looked through at every step."""


class Hint(QWidget):
    """Shown for units without a type; what was left is not suggested again until the window closes.

    For several units at once only what was measured to be right nine times in ten is taken; the others a person looks
    at one by one. `taken` carries the suggested type of each unit.
    """

    taken = Signal(object)

    def __init__(self, theme: Theme, left: set[str]) -> None:
        super().__init__()
        self.setObjectName("hint")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._left = left
        self._subject: Subject | None = None
        self.suggestions: dict[str, Suggestion] = {}
        self.words, self.why = label("", "group", wraps=True), label("", "muted", wraps=True)
        self.take = button(self.tr("Use suggestion"), "", self._take)
        self.later = button(self.tr("Not now"), "quiet", self._leave)
        edge = theme.size("s")
        whole = QHBoxLayout(self)
        whole.setContentsMargins(edge + 4, edge, edge, edge)
        whole.setSpacing(edge)
        whole.addWidget(_sign(theme), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        column.addWidget(self.words)
        column.addWidget(self.why)
        column.addLayout(row(self.take, self.later, None, spacing=edge))
        whole.addLayout(column, 1)

    def present(self, subject: Subject) -> None:
        """What is suggested for the units shown, if anything."""
        self._subject = subject
        self.suggestions = self._found(subject)
        self.setVisible(bool(self.suggestions))
        self.take.setVisible(bool(self._takeable()))
        if not self.suggestions:
            return
        if subject.is_single:
            self._show_one(subject, self.suggestions[subject.key])
        else:
            self._show_many(subject)
        self.setAccessibleName(f"{self.words.text()}. {self.why.text()}")

    def _show_one(self, subject: Subject, found: Suggestion) -> None:
        codes, texts = subject.plan.codes, subject.texts
        self.take.setText(self.tr("Use suggestion"))
        self.words.setText(subject.say("suggest.title", type=_type_name(codes, found.unit_type, texts)))
        self.why.setText(explained(found, subject.plan, texts))

    def _show_many(self, subject: Subject) -> None:
        """How many units each type is suggested for, and how many are safe; why is told for one at a time."""
        self.take.setText(self.tr("Accept all safe"))
        counted = Counter(one.unit_type for one in self.suggestions.values())
        self.words.setText(subject.say("suggest.several", number=len(self.suggestions), all=len(subject.keys)))
        codes, texts = subject.plan.codes, subject.texts
        parts = [
            subject.say("suggest.counted", number=count, type=_type_name(codes, code, texts))
            for code, count in counted.most_common()
        ]
        is_unknown = any(one.is_unknown for one in self.suggestions.values())
        silent = f" {subject.say('suggest.not_in_extract')}" if is_unknown else ""
        count = len(self._takeable())
        safe = subject.say("suggest.safe", count=count) if count else subject.say("suggest.none_safe")
        self.why.setText(f"{', '.join(parts)}. {safe}{silent}")

    def _found(self, subject: Subject) -> dict[str, Suggestion]:
        if len(subject.keys) > MOST_UNITS:
            return {}
        open_ = [one.key for one in subject.units if one.key not in self._left and one.valid_to is None]
        near = Neighbours(subject.state)
        tried = {key: suggest_type(near, subject.plan.codes, key) for key in open_}
        return {key: one for key, one in tried.items() if one is not None}

    def _takeable(self) -> dict[str, str]:
        """What a click takes: the one suggestion that is shown with its reasons, or all that are safe."""
        is_single = self._subject is not None and self._subject.is_single
        return {key: one.unit_type for key, one in self.suggestions.items() if is_single or one.is_safe}

    def _take(self) -> None:
        taken = self._takeable()
        if taken:
            self.taken.emit(taken)

    def _leave(self) -> None:
        if self._subject is not None:
            self._left.update(self.suggestions)
            self.present(self._subject)


def explained(suggestion: Suggestion, plan: Plan, texts: Texts) -> str:
    """The reasons as one sentence, and that SOR may hold a type where the extract is silent."""
    whole = texts.value(argument(suggestion, plan.state(), plan.codes))
    said = f"{whole[:1].upper()}{whole[1:]}."
    return f"{said} {texts.sentence('suggest.not_in_extract')}" if suggestion.is_unknown else said


def _type_name(codes: CodeLists, code: str, texts: Texts) -> str:
    found = codes.unit_type(code)
    return found.name(texts.language) if found else code


def _sign(theme: Theme) -> QLabel:
    sign = QLabel()
    sign.setPixmap(pixmap(theme, "sparkles", "accent"))
    return sign
