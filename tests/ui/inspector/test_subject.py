"""The chosen units as one subject, and one act on all of them."""

from collections.abc import Callable
from functools import partial

from sorstudio.model.edits import units
from sorstudio.ui.editor import Editor, Make
from sorstudio.ui.inspector.subject import Subject, attempt
from tests.model.outline import key

Made = Callable[..., Subject]


def typed(name: str) -> Callable[[str], Make]:
    return lambda unit: partial(units.set_unit_type, unit=unit, unit_type=name)


def test_what_all_say_is_shared(subject: Made, editor: Editor) -> None:
    both = subject("Åkanden", "Solgården")
    assert both.is_shared(lambda unit: unit.unit_type)
    attempt(editor, both.keys[:1], typed("plejehjem"))
    assert not subject("Åkanden", "Solgården").is_shared(lambda unit: unit.unit_type)


def test_a_type_for_several_units_is_one_act(subject: Made, editor: Editor) -> None:
    keys = subject("Åkanden", "Solgården").keys
    assert attempt(editor, keys, typed("plejehjem")) is None
    assert len(editor.plan.journal.changes) == 1
    assert {editor.plan.state().units[one].unit_type for one in keys} == {"42665001"}


def test_one_step_back_takes_it_from_all(subject: Made, editor: Editor) -> None:
    keys = subject("Åkanden", "Solgården").keys
    attempt(editor, keys, typed("plejehjem"))
    editor.undo()
    assert {editor.plan.state().units[one].unit_type for one in keys} == {None}


def test_the_sentence_names_all(subject: Made, editor: Editor) -> None:
    said: list[str] = []
    editor.said.connect(lambda words, _undo: said.append(words))
    attempt(editor, subject("Åkanden", "Solgården").keys, typed("plejehjem"))
    assert said == ["Åkanden, Solgården har fået enhedstypen plejehjem."]


def test_units_that_have_it_already_are_left_out(subject: Made, editor: Editor) -> None:
    attempt(editor, [key(editor.plan, "Åkanden")], typed("plejehjem"))
    assert attempt(editor, subject("Åkanden", "Solgården").keys, typed("plejehjem")) is None
    assert len(editor.plan.journal.path()[-1].edits) == 1


def test_a_refusal_for_one_leaves_all_as_they_were(subject: Made, editor: Editor) -> None:
    reason = attempt(editor, subject("Åkanden", "Solgården").keys, typed("rumskib"))
    assert reason is not None
    assert "rumskib" in reason
    assert editor.plan.head is None
