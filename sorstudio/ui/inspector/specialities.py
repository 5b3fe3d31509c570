"""The specialities of a unit, the main one first."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sorstudio.model.codes import CodeLists
from sorstudio.model.edits import units
from sorstudio.model.records import Unit
from sorstudio.ui.fields import Words, button, label
from sorstudio.ui.inspector.choices import Choice, PickField
from sorstudio.ui.inspector.group import Group, clear, row
from sorstudio.ui.inspector.subject import Subject


class SpecialitiesGroup(Group):
    """A list in order of priority: up, remove, add."""

    def build(self) -> None:
        self.title(self.tr("Specialities"))
        self.list = QWidget()
        self.column = QVBoxLayout(self.list)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self.empty = label("", "muted", wraps=True)
        self.error = label("", "error", wraps=True)
        self.add = PickField(self.theme, self.tr("Add speciality"), self.tr("Search by name or code"))
        self.add.picked.connect(self._add)
        for widget in (self.list, self.empty, self.error, self.add):
            self.body.addWidget(widget)
        self.codes: list[str] = []

    def is_for(self, subject: Subject) -> bool:
        return True

    def refresh(self, subject: Subject) -> None:
        def read(unit: Unit) -> list[str]:
            return [item.code for item in subject.state.specialities(unit.key)]

        shared = subject.is_shared(read)
        self.codes = read(subject.unit) if shared else []
        known = subject.plan.codes
        self._fill(known, subject.texts.language)
        self.empty.setText(self._explain(subject, shared=shared))
        self.empty.setVisible(bool(self.empty.text()))
        self.error.hide()
        self.add.offer(speciality_choices(known, subject.texts.language), self.tr("Add speciality"), quiet=True)

    def _explain(self, subject: Subject, *, shared: bool) -> str:
        if not shared:
            return subject.say("panes.mixed")
        if not subject.unit.specialities_known:
            return subject.say("ui.not_in_extract.why")
        return "" if self.codes else subject.say("panes.no_specialities")

    def _fill(self, known: CodeLists, language: str) -> None:
        clear(self.column)
        for place, code in enumerate(self.codes):
            found = known.speciality(code)
            name = found.name(language) if found else code
            words = Words(self.theme, f"{place + 1}. {name}")
            up = button("↑", "quiet", partial(self._lift, place), name=f"{self.tr('Move up')}: {name}")
            up.setEnabled(place > 0)
            away = button("×", "quiet", partial(self._remove, code), name=f"{self.tr('Remove')}: {name}")
            self.column.addLayout(row(words, up, away, spacing=0))

    def _add(self, code: str) -> None:
        self._set([*self.codes, code])

    def _remove(self, code: str) -> None:
        self._set([one for one in self.codes if one != code])

    def _lift(self, place: int) -> None:
        codes = list(self.codes)
        codes[place - 1], codes[place] = codes[place], codes[place - 1]
        self._set(codes)

    def _set(self, codes: list[str]) -> None:
        reason = self.attempt(lambda key: partial(units.set_specialities, unit=key, codes=codes))
        self.error.setText(reason)
        self.error.setVisible(bool(reason))


def speciality_choices(codes: CodeLists, language: str) -> list[Choice]:
    """Every speciality, the municipal areas first."""
    other = "da" if language == "en" else "en"
    ordered = sorted(codes.specialities, key=lambda one: (one.kind != "municipal_area", one.name(language).casefold()))
    return [Choice(one.code, one.name(language), one.name(other)) for one in ordered]
