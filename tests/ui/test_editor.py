"""The bridge between plan and window."""

from datetime import date
from functools import partial

from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.ui.editor import Editor
from sorstudio.ui.translate import Language, texts_in
from tests.model.outline import key


def test_an_act_is_told_in_words(editor: Editor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.said) as told:
        editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen"))
    assert told.args == ["Åkanden hedder nu Åen.", True]


def test_a_refusal_is_told_and_changes_nothing(editor: Editor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.refused):
        assert editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="")) is None
    assert editor.plan.head is None


def test_asking_does_nothing(editor: Editor) -> None:
    assert editor.ask(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen")) is None
    assert editor.plan.head is None


def test_a_plan_that_is_only_read_refuses_every_act(editor: Editor) -> None:
    editor.read_only = True
    words = editor.ask(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen"))
    assert words is not None
    assert words.startswith("Planen er åbnet til læsning")


def test_undo_and_redo_are_told(editor: Editor, qtbot: QtBot) -> None:
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen"))
    with qtbot.waitSignal(editor.said) as told:
        editor.undo()
    assert told.args[0] == "Det seneste er taget tilbage."
    assert editor.can_redo()


def test_a_unit_that_is_gone_is_no_longer_chosen(editor: Editor) -> None:
    made = editor.do(partial(units.create, parent=key(editor.plan, "Plejehjem"), name="Ny"))
    assert made is not None
    editor.select([key(editor.plan, "Ny"), key(editor.plan, "Åkanden")])
    editor.undo()
    assert editor.selection == (key(editor.plan, "Åkanden"),)


def test_another_language_is_told_to_all(editor: Editor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.retexted):
        editor.retext(texts_in(Language.ENGLISH))
    editor.read_only = True
    assert "reading only" in str(editor.ask(partial(units.rename, unit="x", name="y")))


def test_a_reason_goes_with_each_act_that_brings_none(editor: Editor) -> None:
    unit = key(editor.plan, "Åkanden")
    editor.reason = "Ny organisation"
    editor.do(partial(units.rename, unit=unit, name="A"))
    editor.do(partial(units.rename, unit=unit, name="B", reason="Tastefejl"))
    assert [change.reason for change in editor.plan.journal.path()] == ["Ny organisation", "Tastefejl"]


def test_a_day_is_looked_at_and_left_for_a_unit_that_is_not_there_yet(editor: Editor) -> None:
    editor.do(partial(units.create, parent=key(editor.plan, "Sundhed"), name="Ny", day=date(2027, 6, 1)))
    new = key(editor.plan, "Ny")
    editor.select([new])
    editor.show_day(date(2027, 5, 1))
    assert new not in editor.state().units
    assert editor.selection == ()
    editor.select([new])
    assert editor.plan.shown_day is None
    assert editor.selection == (new,)
