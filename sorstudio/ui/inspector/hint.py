"""The soft box that suggests a unit type, says why, and takes it or leaves it for this session."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sorstudio.model.codes import CodeLists
from sorstudio.model.edits.offers import offer_name
from sorstudio.model.plan import Plan
from sorstudio.model.suggest import Reason, Suggestion, suggest_type
from sorstudio.model.texts import Texts
from sorstudio.ui.fields import button, label
from sorstudio.ui.icons import pixmap
from sorstudio.ui.inspector.group import row
from sorstudio.ui.inspector.subject import Subject
from sorstudio.ui.theme import Theme


class Hint(QWidget):
    """Shown for one unit without a type; what was left is not suggested again until the window closes."""

    taken = Signal(str)

    def __init__(self, theme: Theme, left: set[str]) -> None:
        super().__init__()
        self.setObjectName("hint")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._left = left
        self._subject: Subject | None = None
        self.suggestion: Suggestion | None = None
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
        """What is suggested for the unit shown, if anything."""
        self._subject = subject
        self.suggestion = self._found(subject)
        self.setVisible(self.suggestion is not None)
        if self.suggestion is not None:
            codes, texts = subject.plan.codes, subject.texts
            self.words.setText(subject.say("suggest.title", type=_type_name(codes, self.suggestion.unit_type, texts)))
            self.why.setText(explained(self.suggestion, subject.plan, texts))
            self.setAccessibleName(f"{self.words.text()}. {self.why.text()}")

    def _found(self, subject: Subject) -> Suggestion | None:
        if not subject.is_single or subject.key in self._left or subject.unit.valid_to is not None:
            return None
        return suggest_type(subject.state, subject.plan.codes, subject.key)

    def _take(self) -> None:
        if self.suggestion is not None:
            self.taken.emit(self.suggestion.unit_type)

    def _leave(self) -> None:
        if self._subject is not None:
            self._left.add(self._subject.key)
            self.present(self._subject)


def explained(suggestion: Suggestion, plan: Plan, texts: Texts) -> str:
    """The reasons as one sentence, and that SOR may hold a type where the extract is silent."""
    clauses = [_clause(one, plan, texts) for one in suggestion.reasons]
    whole = clauses[0]
    for following in clauses[1:]:
        whole = texts.sentence("suggest.joined", {"first": whole, "second": following})
    said = f"{whole[:1].upper()}{whole[1:]}."
    return f"{said} {texts.sentence('suggest.not_in_extract')}" if suggestion.is_unknown else said


def _clause(reason: Reason, plan: Plan, texts: Texts) -> str:
    params = dict(reason.params)
    if "type" in params:
        params["type"] = _type_name(plan.codes, str(params["type"]), texts)
    if "offer" in params:
        params["offer"] = offer_name(plan, str(params["offer"]), texts.language)
    return texts.sentence(reason.code, params)


def _type_name(codes: CodeLists, code: str, texts: Texts) -> str:
    found = codes.unit_type(code)
    return found.name(texts.language) if found else code


def _sign(theme: Theme) -> QLabel:
    sign = QLabel()
    sign.setPixmap(pixmap(theme, "sparkles", "accent"))
    return sign
