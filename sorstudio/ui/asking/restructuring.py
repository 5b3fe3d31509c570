"""The questions of the acts that make one unit of several, several of one, or one of another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from sorstudio.model.change import Change, new_id
from sorstudio.model.edits import restructure
from sorstudio.model.plan import Plan
from sorstudio.model.records import Unit
from sorstudio.ui.asking.bar import AskBar, Question
from sorstudio.ui.asking.merge_form import MergeForm
from sorstudio.ui.asking.picker import Picker
from sorstudio.ui.asking.split_form import SplitForm
from sorstudio.ui.editor import Editor
from sorstudio.ui.translate import tr

Places = Callable[[], Iterable[tuple[str, str]]]


class Restructuring:
    """Asks in the bar what the model asks; the consequences stand below while one answers."""

    def __init__(self, editor: Editor, bar: AskBar, places: Places) -> None:
        self._editor = editor
        self._bar = bar
        self._places = places

    def replace(self) -> None:
        """Close the chosen unit and let another take over everything."""
        chosen = self._chosen()
        if not chosen:
            return
        unit, field, key = chosen[0], Picker(self._places()), new_id()
        field.setPlaceholderText(tr("A new name, or a unit from the list"))

        def make(plan: Plan) -> Change:
            by = field.typed_out()
            name = None if by else field.text()
            return restructure.replace_unit(plan, unit.key, by=by, name=name, key=key)

        words = tr("Replace {unit} with").format(unit=unit.name)
        self._bar.ask(Question(words, tr("Replace"), lambda: [make], field, tr("Keep"), weighs=True))

    def merge(self) -> None:
        """Let one unit take over all the chosen ones."""
        chosen = self._chosen()
        if not chosen:
            return
        form, key = MergeForm(self._editor.plan, chosen, self._places()), new_id()
        units = [unit.key for unit in chosen]

        def make(plan: Plan) -> Change:
            return restructure.merge(
                plan,
                units,
                into=form.into(),
                name=form.name(),
                parent=form.parent_key(),
                number_from=form.number_from(),
                key=key,
            )

        words = tr("Merge {units} into").format(units=", ".join(unit.name for unit in chosen))
        self._bar.ask(Question(words, tr("Merge"), lambda: [make], form, tr("Keep"), weighs=True))

    def split(self) -> None:
        """Share the chosen unit out between new ones."""
        chosen = self._chosen()
        if not chosen:
            return
        unit = chosen[0]
        form = SplitForm(self._editor.plan, unit, self._bar.theme, self._editor.texts.language)
        words = tr("Split {unit} into").format(unit=unit.name)
        makes = [partial(_split, unit.key, form)]
        self._bar.ask(Question(words, tr("Split"), lambda: list(makes), form, tr("Keep"), weighs=True))

    def _chosen(self) -> list[Unit]:
        units = self._editor.plan.state().units
        return [units[key] for key in self._editor.selection if key in units]


def _split(unit: str, form: SplitForm, plan: Plan) -> Change:
    return restructure.split(plan, unit, form.parts(), keep=form.keeps.isChecked())
