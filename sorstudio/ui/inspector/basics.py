"""Master data: the name and the unit type, each with what is suggested for it, and the SOR-ID once it is issued."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from sorstudio.model.codes import CodeLists
from sorstudio.model.edits import units
from sorstudio.model.errors import Refused
from sorstudio.model.identifiers import clean_id, sor_id_problem
from sorstudio.model.records import UNKNOWN, Unit
from sorstudio.ui.fields import LineField, label
from sorstudio.ui.inspector.choices import Choice, PickField
from sorstudio.ui.inspector.group import Group
from sorstudio.ui.inspector.hint import Hint
from sorstudio.ui.inspector.name_hint import NameHint, use_names
from sorstudio.ui.inspector.subject import Subject

NO_TYPE = ""
_NEARLY_FULL = 50


class BasicsGroup(Group):
    """Name, unit type, SOR-ID."""

    def build(self) -> None:
        self.title(self.tr("Master data"))
        self.name = LineField(self.tr("Name"), check=self._name_problem)
        self.name.committed.connect(self._rename)
        self.name.line.textChanged.connect(self._count)
        self.length = label("", "caption")
        self.name_hint = NameHint(self.theme, self.editor.left_hints)
        self.name_hint.taken.connect(self._take_name)
        caption = label(self.tr("Unit type"), "muted")
        self.type = PickField(self.theme, self.tr("Unit type"), self.tr("Search by name or code"))
        self.type.picked.connect(self._set_type)
        self.type_error = label("", "error", wraps=True)
        self.sor_id = LineField(self.tr("SOR-ID, when SOR has issued it"), check=self._sor_id_problem)
        self.sor_id.committed.connect(self._issue)
        for widget in (self.name, self.length, self.name_hint, caption, self.type, self.type_error):
            self.body.addWidget(widget)
        self.hint = Hint(self.theme, self.editor.left_hints)
        self.hint.taken.connect(self._take_hint)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.sor_id)

    def is_for(self, subject: Subject) -> bool:
        return True

    def refresh(self, subject: Subject) -> None:
        mixed = subject.say("panes.mixed")
        self.name.setVisible(subject.is_single)
        self._count(subject.unit.name if subject.is_single else "")
        self.name.show_value(subject.unit.name if subject.is_single else "", placeholder=mixed)
        self.name_hint.present(subject)
        self._show_type(subject, mixed)
        waits = subject.is_single and subject.unit.sor_id is None
        self.sor_id.setVisible(waits)
        self.sor_id.show_value("")
        self.hint.present(subject)

    def _show_type(self, subject: Subject, mixed: str) -> None:
        self.type_error.hide()
        language, codes = subject.texts.language, subject.plan.codes
        value = subject.unit.unit_type
        found = codes.unit_type(value) if isinstance(value, str) else None
        words = found.name(language) if found else (value if isinstance(value, str) else "")
        if value is UNKNOWN:
            words = subject.say("ui.not_in_extract")
        if not subject.is_shared(lambda unit: unit.unit_type):
            words, found = mixed, None
        choices = [*type_choices(codes, subject.units, language), Choice(NO_TYPE, subject.say("panes.no_type"))]
        self.type.offer(choices, words or subject.say("ui.type_missing"), quiet=found is None)

    def _count(self, words: str) -> None:
        """How much room is left is told once it becomes scarce."""
        length = len(words.strip())
        self.length.setVisible(length >= _NEARLY_FULL)
        params = {"length": length, "most": units.LONGEST_NAME}
        self.length.setText(self.editor.texts.sentence("panes.name_length", params))

    def _rename(self, words: str) -> None:
        self.commit(self.name, lambda key: partial(units.rename, unit=key, name=words))

    def _take_name(self) -> None:
        if self.subject is not None:
            self.editor.do(partial(use_names, keys=self.subject.keys))

    def _take_hint(self, types: Mapping[str, str]) -> None:
        if len(types) > 1:
            self.editor.do(partial(units.set_unit_types, types=types))
            return
        for key, code in types.items():
            self._set_type(code, (key,))

    def _set_type(self, code: str, keys: tuple[str, ...] | None = None) -> None:
        reason = self.attempt(lambda key: partial(units.set_unit_type, unit=key, unit_type=code or None), keys)
        self.type_error.setText(reason)
        self.type_error.setVisible(bool(reason))

    def _issue(self, words: str) -> None:
        if words.strip():
            self.commit(self.sor_id, lambda key: partial(units.set_sor_id, unit=key, sor_id=words))

    def _name_problem(self, words: str) -> str | None:
        try:
            units.checked_name(words)
        except Refused as refusal:
            return self.editor.sentence(refusal)
        return None

    def _sor_id_problem(self, words: str) -> str | None:
        problem = sor_id_problem(clean_id(words)) if words.strip() else None
        return self.editor.texts.sentence(problem.code, problem.params) if problem else None


def type_choices(codes: CodeLists, shown: tuple[Unit, ...], language: str) -> list[Choice]:
    """Every unit type: those that municipalities use first, each found by code and by both names."""
    other = "da" if language == "en" else "en"
    owners = all(unit.parent is None for unit in shown)
    fitting = (one for one in codes.unit_types if owners or one.kind != "owner_type")
    ordered = sorted(fitting, key=lambda one: (_RELEVANCE.get(one.relevance, 9), one.name(language).casefold()))
    return [Choice(one.code, one.name(language), one.name(other), " ".join(one.synonyms)) for one in ordered]


_RELEVANCE = {"high": 0, "medium": 1, "low": 2}
