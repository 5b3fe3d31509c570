"""From when to when a unit holds: its dates, who takes over, and the acts that close and reopen it."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QDateEdit, QVBoxLayout, QWidget

from sorstudio.model.change import Change
from sorstudio.model.edits import closing
from sorstudio.model.plan import Plan
from sorstudio.ui.days import from_qdate, short_day, to_qdate
from sorstudio.ui.fields import button, label
from sorstudio.ui.inspector.choices import Choice, PickField
from sorstudio.ui.inspector.group import Group, row
from sorstudio.ui.inspector.subject import Subject


class PeriodsGroup(Group):
    """Dates in words, and a small form for closing."""

    def build(self) -> None:
        self.title(self.tr("Periods"))
        self.dates = label("", "muted", wraps=True)
        self.reopen = button(self.tr("Reopen"), "", self._reopen)
        self.begin = button(self.tr("Close the unit …"), "", self._begin)
        self.error = label("", "error", wraps=True)
        self.body.addWidget(self.dates)
        self.body.addWidget(self._make_form())
        self.body.addLayout(row(self.begin, self.reopen, None, spacing=self.theme.size("s")))
        self.body.addWidget(self.error)
        self._successor = ""

    def refresh(self, subject: Subject) -> None:
        unit = subject.unit
        self.dates.setText("\n".join(period_lines(subject)))
        self.dates.setVisible(bool(self.dates.text()))
        self.reopen.setVisible(unit.valid_to is not None)
        self.begin.setVisible(unit.valid_to is None and unit.parent is not None)
        self.form.hide()
        self.error.hide()

    def _make_form(self) -> QWidget:
        self.form = QWidget()
        column = QVBoxLayout(self.form)
        column.setContentsMargins(0, 0, 0, 0)
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d. MMMM yyyy")
        self.day.setAccessibleName(self.tr("Close from"))
        self.day.setMinimumHeight(self.theme.size("control"))
        self.successor = PickField(self.theme, self.tr("Taken over by"), self.tr("Search for a unit"))
        self.successor.picked.connect(self._choose_successor)
        column.addWidget(label(self.tr("Close from"), "muted"))
        column.addWidget(self.day)
        column.addWidget(label(self.tr("Taken over by"), "muted"))
        column.addWidget(self.successor)
        below = self.tr("Everything below the unit is closed with it.")
        column.addWidget(label(below, "muted", wraps=True))
        keep = button(self.tr("Keep"), "quiet", self._keep)
        column.addLayout(row(button(self.tr("Close"), "", self._close), keep, None, spacing=self.theme.size("s")))
        return self.form

    def _begin(self) -> None:
        subject = self.subject
        if subject is None:
            return
        self._successor = ""
        self.day.setDate(to_qdate(max(subject.plan.working_date, _first_day(subject))))
        self.successor.offer(_successors(subject), subject.say("panes.nobody"), quiet=True)
        self.form.show()
        self.begin.hide()
        self.day.setFocus()

    def _keep(self) -> None:
        self.form.hide()
        self.begin.show()

    def _choose_successor(self, key: str) -> None:
        if self.subject is not None:
            self._successor = key
            self.successor.offer(_successors(self.subject), self.subject.state.units[key].name)

    def _close(self) -> None:
        day, successors = from_qdate(self.day.date()), tuple(filter(None, (self._successor,)))
        self._say(self.attempt(lambda key: partial(_close, key, day, successors)))

    def _reopen(self) -> None:
        self._say(self.attempt(lambda key: partial(closing.reopen, unit=key)))

    def _say(self, reason: str) -> None:
        self.error.setText(reason)
        self.error.setVisible(bool(reason))


def period_lines(subject: Subject) -> list[str]:
    """The dates that are known, and the successors, one a line."""
    unit, language = subject.unit, subject.texts.language
    dates = {"panes.first_from": unit.first_from, "panes.valid_from": unit.valid_from, "panes.valid_to": unit.valid_to}
    lines = [subject.say(code, day=short_day(day, language)) for code, day in dates.items() if day is not None]
    names = [subject.state.units[item.successor].name for item in subject.state.successions(unit.key)]
    if names:
        lines.append(subject.say("panes.successors", units=", ".join(names)))
    return lines


def _close(key: str, day: date, successors: tuple[str, ...], plan: Plan) -> Change:
    return closing.close(plan, key, successors=successors, with_below=True, day=day)


def _first_day(subject: Subject) -> date:
    return subject.unit.valid_from or subject.plan.working_date


def _successors(subject: Subject) -> list[Choice]:
    state = subject.state
    return [
        Choice(unit.key, unit.name, state.units[unit.parent].name if unit.parent else "", unit.sor_id or "")
        for _, unit in state.walk()
        if unit.key != subject.key and unit.valid_to is None
    ]
