"""The other identifiers and marks of a unit: CVR, production unit, provider number, SHAK and more."""

from __future__ import annotations

from functools import partial
from operator import attrgetter

from sorstudio.model.edits import units
from sorstudio.model.identifiers import (
    IdProblem,
    clean_id,
    cvr_problem,
    p_number_problem,
    provider_number_problem,
    shak_problem,
)
from sorstudio.model.records import UNKNOWN
from sorstudio.ui.fields import CheckLine, LineField, label
from sorstudio.ui.inspector.group import Group
from sorstudio.ui.inspector.subject import Subject

_CHECKS = {
    "cvr": cvr_problem,
    "p_number": p_number_problem,
    "provider_number": provider_number_problem,
    "shak": shak_problem,
}
_FLAGS = ("ambulant", "admits_patients", "reporting_level")


class OtherGroup(Group):
    """Plain fields, each a change of its own."""

    def build(self) -> None:
        self.title(self.tr("Other"))
        names = {
            "cvr": self.tr("CVR number"),
            "p_number": self.tr("P-number"),
            "provider_number": self.tr("Provider number"),
            "shak": self.tr("SHAK code"),
            "local_code": self.tr("Local code"),
            "pharmacy_number": self.tr("Pharmacy number"),
            "kombit_id": self.tr("KOMBIT UUID"),
            "organisational_level": self.tr("Organisational level"),
            "geographic_parent": self.tr("Geographic parent"),
        }
        self.lines = {name: LineField(words, check=self._check(name)) for name, words in names.items()}
        for name, line in self.lines.items():
            self.body.addWidget(line)
            line.committed.connect(partial(self._change, name))
        marks = (self.tr("Treats outpatients"), self.tr("Admits patients"), self.tr("Reporting level"))
        self._marks = dict(zip(_FLAGS, marks, strict=True))
        self.flags = {name: CheckLine(self.theme, words) for name, words in self._marks.items()}
        for name, box in self.flags.items():
            self.body.addWidget(box)
            box.clicked.connect(partial(self._flag, name))
        self.error = label("", "error", wraps=True)
        self.body.addWidget(self.error)

    def is_for(self, subject: Subject) -> bool:
        return True

    def refresh(self, subject: Subject) -> None:
        unknown, mixed = subject.say("ui.not_in_extract"), subject.say("panes.mixed")
        for name, line in self.lines.items():
            shared = subject.is_shared(attrgetter(name))
            value = getattr(subject.unit, name) if shared else None
            blank = mixed if not shared else unknown if value is UNKNOWN else ""
            line.show_value(value if isinstance(value, str) else "", placeholder=blank)
        for name, box in self.flags.items():
            shared = subject.is_shared(attrgetter(name))
            value = getattr(subject.unit, name)
            blank = mixed if not shared else unknown if value is UNKNOWN else ""
            box.setChecked(shared and value is True)
            box.setText(f"{self._marks[name]} ({blank})" if blank else self._marks[name])
        self.error.hide()

    def _change(self, name: str, words: str) -> None:
        values = {name: words.strip() or None}
        field = self.lines[name]
        wrong = self._problem(name, words)
        if wrong is not None and wrong.is_error:
            field.refuse(self.editor.texts.sentence(wrong.code, wrong.params))
            return
        self.commit(field, lambda key: partial(units.change_fields, unit=key, values=values))

    def _flag(self, name: str) -> None:
        checked = self.flags[name].isChecked()
        reason = self.attempt(lambda key: partial(units.change_fields, unit=key, values={name: checked}))
        self.error.setText(reason)
        self.error.setVisible(bool(reason))

    def _problem(self, name: str, words: str) -> IdProblem | None:
        text = clean_id(words)
        return _CHECKS[name](text) if name in _CHECKS and text else None

    def _check(self, name: str) -> partial[str | None]:
        return partial(self._say, name)

    def _say(self, name: str, words: str) -> str | None:
        wrong = self._problem(name, words)
        return self.editor.texts.sentence(wrong.code, wrong.params) if wrong else None
