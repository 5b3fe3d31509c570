"""The fields that a guide's questions are answered in; each tells its answer as text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QWidget

from sorstudio.model.plan import Plan
from sorstudio.model.texts import Texts
from sorstudio.requests.guides.guide import Sort
from sorstudio.requests.guides.guiding import Put
from sorstudio.ui.asking.picker import Picker
from sorstudio.ui.days import from_qdate
from sorstudio.ui.form import day_field
from sorstudio.ui.theme import Theme

Tell = Callable[[str, str], object]
"""Takes the name of a question and its answer."""


def field_for(put: Put, plan: Plan, texts: Texts, theme: Theme, tell: Tell) -> QWidget:
    """A field that shows the answer as it stands, and tells every other one."""
    if put.question.sort is Sort.DAY:
        return _day(put, theme, tell)
    if put.question.sort in (Sort.CHOICE, Sort.SHARE):
        return _choice(put, texts, theme, tell)
    if put.question.sort is Sort.TEXT:
        return _line(QLineEdit(put.answer), put, tell)
    if put.question.sort is Sort.SYSTEM:
        systems = Picker((one.label, one.label) for one in plan.codes.journal_systems)
        systems.setText(put.answer)
        return _line(systems, put, tell)
    return _unit(put, plan, texts, tell)


def places(plan: Plan) -> Iterable[tuple[str, str]]:
    """Every open unit with the one above it, and its key."""
    units = plan.state().units
    for _, unit in plan.state().walk():
        if unit.valid_to is None:
            above = units[unit.parent].name if unit.parent else ""
            yield (f"{unit.name} · {above}" if above else unit.name), unit.key


def _day(put: Put, theme: Theme, tell: Tell) -> QDateEdit:
    field = day_field(theme, date.fromisoformat(put.answer))
    field.dateChanged.connect(lambda day: tell(put.name, from_qdate(day).isoformat()))
    return field


def _choice(put: Put, texts: Texts, theme: Theme, tell: Tell) -> QComboBox:
    field = QComboBox()
    field.setMinimumHeight(theme.size("control"))
    for words, value in put.options(texts):
        field.addItem(words, value)
    field.setCurrentIndex(max(0, field.findData(put.answer)))
    field.currentIndexChanged.connect(lambda _at: tell(put.name, field.currentData()))
    return field


def _line(field: QLineEdit, put: Put, tell: Tell) -> QLineEdit:
    field.textChanged.connect(lambda words: tell(put.name, words))
    return field


def _unit(put: Put, plan: Plan, texts: Texts, tell: Tell) -> Picker:
    """A unit from the list, or where a name may stand too, what is typed."""
    field = Picker(places(plan))
    field.setPlaceholderText(put.question.hint.name(texts.language))
    field.set_value(put.answer)
    if put.answer and not field.text():
        field.setText(put.answer)
    free = put.question.sort is Sort.UNIT_OR_NAME

    def answered(words: str) -> None:
        found = field.typed_out() if free else field.value()
        tell(put.name, found or (words if free else ""))

    field.textChanged.connect(answered)
    return field
