"""The soft box that proposes a clearer name, says what was done to it, and takes it or leaves it for this session."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sorstudio.model.change import Change
from sorstudio.model.edits import units
from sorstudio.model.edits.composed import composed
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.model.texts import Clause, Texts
from sorstudio.rules.name_doctor import Proposal, doctor_of
from sorstudio.ui.fields import button, label
from sorstudio.ui.inspector.group import row
from sorstudio.ui.inspector.subject import Subject
from sorstudio.ui.theme import Theme


class NameHint(QWidget):
    """Shown below the name of one unit, and only where there is a name to propose. `taken` carries nothing."""

    taken = Signal()

    def __init__(self, theme: Theme, left: set[str]) -> None:
        super().__init__()
        self.setObjectName("hint")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._left = left
        self._subject: Subject | None = None
        self.proposal: Proposal | None = None
        self.words, self.why = label("", "group", wraps=True), label("", "muted", wraps=True)
        self.take = button(self.tr("Use"), "", self.taken.emit)
        self.later = button(self.tr("Not now"), "quiet", self._leave)
        edge = theme.size("s")
        column = QVBoxLayout(self)
        column.setContentsMargins(edge + 4, edge, edge, edge)
        column.setSpacing(theme.px(4))
        column.addWidget(self.words)
        column.addWidget(self.why)
        column.addLayout(row(self.take, self.later, None, spacing=edge))

    def present(self, subject: Subject) -> None:
        """What is proposed for the unit shown, if anything."""
        self._subject = subject
        self.proposal = proposed(subject.plan, subject.key) if subject.is_single else None
        if self.proposal is not None and self._mark() in self._left:
            self.proposal = None
        self.setVisible(self.proposal is not None)
        if self.proposal is not None:
            self.words.setText(subject.say("doctor.title", name=self.proposal.name))
            self.why.setText(reasons_told(self.proposal, subject.texts))
            self.setAccessibleName(f"{self.words.text()}. {self.why.text()}")

    def _leave(self) -> None:
        if self._subject is not None:
            self._left.add(self._mark())
            self.present(self._subject)

    def _mark(self) -> str:
        """The unit and the name proposed: another proposal is shown again."""
        name = self.proposal.name if self.proposal is not None else ""
        return f"{self._subject.key if self._subject is not None else ''}\0{name}"


def proposed(plan: Plan, key: str) -> Proposal | None:
    """What the name doctor proposes for a unit that stays."""
    unit = plan.state().units.get(key)
    return doctor_of(plan).propose(key) if unit is not None and unit.valid_to is None else None


def use_names(plan: Plan, keys: Sequence[str]) -> Change:
    """Give each of some units the name that is proposed for it, as one change; one after the other, so that no two
    units are given the same name.
    """
    return composed(plan, [partial(_use_name, key=key) for key in keys])


def reasons_told(proposal: Proposal, texts: Texts) -> str:
    """What was done to the name, as one sentence."""
    first, *others = (Clause(code, {}) for code in proposal.reasons)
    for other in others:
        first = Clause("suggest.joined", {"first": first, "second": other})
    whole = texts.value(first)
    return f"{whole[:1].upper()}{whole[1:]}."


def _use_name(plan: Plan, key: str) -> Change:
    found = proposed(plan, key)
    if found is None:
        raise Refused("edit.nothing_changes")
    return units.rename(plan, key, found.name)
