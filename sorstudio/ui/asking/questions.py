"""The questions of the acts on units: a date to close on, a new name, a parent, a type, a journal system, a note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import QLineEdit

from sorstudio.model.change import Change
from sorstudio.model.edits import closing, numbers, units
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.model.records import Unit
from sorstudio.ui.asking.bar import AskBar, Question
from sorstudio.ui.asking.picker import Picker
from sorstudio.ui.asking.restructuring import Restructuring
from sorstudio.ui.days import from_qdate
from sorstudio.ui.editor import Editor, Make
from sorstudio.ui.form import day_field
from sorstudio.ui.translate import tr


class Questions:
    """Puts the question that belongs to an act on the chosen units; an act without a question is made at once."""

    def __init__(self, editor: Editor, bar: AskBar) -> None:
        self._editor = editor
        self._bar = bar
        self.restructuring = Restructuring(editor, bar, self._places)

    def new_unit(self) -> None:
        """A name for a new unit below the chosen one."""
        chosen = self._chosen()
        if chosen:
            unit, field = chosen[0], QLineEdit()
            words = tr("New unit below {unit}").format(unit=unit.name)
            self._bar.ask(Question(words, tr("Create"), lambda: [partial(_create, unit.key, field.text())], field))

    def close_units(self) -> None:
        """A date to close on; everything below closes with the unit."""
        chosen = self._chosen()
        if not chosen:
            return
        field = day_field(self._bar.theme, self._editor.plan.working_date)

        def makes() -> list[Make]:
            day = from_qdate(field.date())
            return [partial(closing.close, unit=unit.key, with_below=True, day=day) for unit in self._tops(chosen)]

        self._bar.ask(
            Question(self._closing_words(chosen), self._closing_verb(chosen), makes, field, tr("Keep"), weighs=True)
        )

    def move_units(self) -> None:
        """A parent to move to."""
        chosen = self._chosen()
        if not chosen:
            return
        field = Picker(self._places())
        field.setPlaceholderText(tr("Name of the unit above"))
        keys = [unit.key for unit in chosen]
        words = tr("Move {unit} to").format(unit=_names(chosen))
        self._bar.ask(Question(words, tr("Move"), lambda: [partial(_move, keys, field.value())], field, weighs=True))

    def set_type(self) -> None:
        """A unit type from the list."""
        chosen = self._chosen()
        if not chosen:
            return
        language = self._editor.texts.language
        field = Picker(sorted((one.name(language), one.code) for one in self._editor.plan.codes.unit_types))
        field.setPlaceholderText(tr("Unit type"))
        words = tr("Set the unit type of {unit}").format(unit=_names(chosen))

        def makes() -> list[Make]:
            return [partial(_set_type, unit.key, field.value() or field.text()) for unit in chosen]

        self._bar.ask(Question(words, tr("Set type"), makes, field))

    def order_number(self) -> None:
        """The journal system that will receive on the number."""
        chosen = self._chosen()
        if not chosen or self._is_refused([partial(numbers.order_location_number, unit=unit.key) for unit in chosen]):
            return
        field = Picker((one.label, one.label) for one in self._editor.plan.codes.journal_systems)
        field.setPlaceholderText(tr("Journal system (may wait)"))
        words = tr("Order a location number for {unit}").format(unit=_names(chosen))

        def makes() -> list[Make]:
            system = field.value() or field.text().strip() or None
            return [partial(numbers.order_location_number, unit=unit.key, system=system) for unit in chosen]

        self._bar.ask(Question(words, tr("Order number"), makes, field))

    def add_note(self) -> None:
        """A remark that never goes to SOR."""
        chosen = self._chosen()
        if chosen:
            field = QLineEdit()
            words = tr("Note on {unit}, only for this plan").format(unit=_names(chosen))

            def makes() -> list[Make]:
                return [partial(_note, unit.key, field.text()) for unit in chosen]

            self._bar.ask(Question(words, tr("Save note"), makes, field))

    def reopen(self) -> None:
        """Take closings back; needs no question."""
        for unit in self._chosen():
            self._editor.do(partial(closing.reopen, unit=unit.key))

    def _is_refused(self, makes: Sequence[Make]) -> bool:
        """Whether none of the units can have the act, which is then said at once and nothing asked."""
        reasons = [self._editor.ask(make) for make in makes]
        if None in reasons:
            return False
        self._editor.refused.emit(reasons[0])
        return True

    def _chosen(self) -> list[Unit]:
        state = self._editor.plan.shown()
        return [state.units[key] for key in self._editor.selection if key in state.units]

    def _tops(self, chosen: Sequence[Unit]) -> list[Unit]:
        state, keys = self._editor.plan.shown(), {unit.key for unit in chosen}
        return [unit for unit in chosen if keys.isdisjoint(state.ancestors(unit.key))]

    def _closing_verb(self, chosen: Sequence[Unit]) -> str:
        return tr("Close unit") if len(chosen) == 1 else tr("Close units")

    def _closing_words(self, chosen: Sequence[Unit]) -> str:
        state = self._editor.plan.shown()
        below = {key for unit in chosen for key in state.below(unit.key) if state.units[key].valid_to is None}
        count = len(below - {unit.key for unit in chosen})
        if count:
            return tr("Close {unit} and the {count} units below it from").format(unit=_names(chosen), count=count)
        return tr("Close {unit} from").format(unit=_names(chosen))

    def _places(self) -> Iterator[tuple[str, str]]:
        state = self._editor.plan.shown()
        for _, unit in state.walk():
            if unit.valid_to is None:
                above = state.units[unit.parent].name if unit.parent else ""
                yield (f"{unit.name} · {above}" if above else unit.name), unit.key


def _names(chosen: Sequence[Unit]) -> str:
    return chosen[0].name if len(chosen) == 1 else tr("{count} units").format(count=len(chosen))


def _create(parent: str, name: str, plan: Plan) -> Change:
    return units.create(plan, parent, name)


def _move(keys: Sequence[str], parent: str | None, plan: Plan) -> Change:
    if parent is None:
        raise Refused("ui.choose_from_list")
    return units.move(plan, keys, parent)


def _set_type(unit: str, unit_type: str, plan: Plan) -> Change:
    return units.set_unit_type(plan, unit, unit_type)


def _note(unit: str, words: str, plan: Plan) -> Change:
    return units.add_note(plan, unit, words, author=plan.author)
