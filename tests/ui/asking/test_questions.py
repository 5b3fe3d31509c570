"""The questions of the acts on units."""

from datetime import date

import pytest
from PySide6.QtWidgets import QDateEdit, QLineEdit
from pytestqt.qtbot import QtBot

from sorstudio.model.records import UnitKind
from sorstudio.ui.asking.bar import AskBar
from sorstudio.ui.asking.questions import Questions
from sorstudio.ui.editor import Editor
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Tongue
from tests.model.outline import key


@pytest.fixture
def bar(editor: Editor, theme: Theme, tongue: Tongue, qtbot: QtBot) -> AskBar:
    bar = AskBar(editor, theme)
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def questions(editor: Editor, bar: AskBar) -> Questions:
    return Questions(editor, bar)


def choose(editor: Editor, *names: str) -> None:
    editor.select([key(editor.plan, name) for name in names])


def type_in(bar: AskBar, words: str) -> None:
    bar.findChildren(QLineEdit)[0].setText(words)
    bar.answer()


def test_a_new_unit_stands_below_the_chosen_one(questions: Questions, bar: AskBar, editor: Editor) -> None:
    choose(editor, "Plejehjem")
    questions.new_unit()
    type_in(bar, "Engen")
    made = editor.plan.state().units[key(editor.plan, "Engen")]
    assert (made.parent, made.kind) == (key(editor.plan, "Plejehjem"), UnitKind.OE)


def test_closing_says_how_much_closes_and_takes_the_date(questions: Questions, bar: AskBar, editor: Editor) -> None:
    choose(editor, "Plejehjem")
    questions.close_units()
    assert bar.words.text() == "Luk Plejehjem og de 2 enheder under den fra"
    bar.findChildren(QDateEdit)[0].setDate(date(2027, 1, 1))
    bar.answer()
    ends = {
        editor.plan.state().units[key(editor.plan, name)].valid_to for name in ("Plejehjem", "Åkanden", "Solgården")
    }
    assert ends == {date(2027, 1, 1)}


def test_a_closing_can_be_taken_back(questions: Questions, bar: AskBar, editor: Editor) -> None:
    choose(editor, "Åkanden")
    questions.close_units()
    bar.answer()
    questions.reopen()
    assert editor.plan.state().units[key(editor.plan, "Åkanden")].valid_to is None


def test_several_units_move_at_once(questions: Questions, bar: AskBar, editor: Editor) -> None:
    choose(editor, "Team Lind", "Åkanden")
    questions.move_units()
    type_in(bar, "Børn og Unge")
    assert len(editor.plan.state().children(key(editor.plan, "Børn og Unge"))) == 3


def test_a_place_that_is_not_there_is_not_taken(questions: Questions, bar: AskBar, editor: Editor) -> None:
    choose(editor, "Team Lind")
    questions.move_units()
    type_in(bar, "Månen")
    assert bar.problem.text() == "Vælg en enhed fra listen."
    assert editor.plan.head is None


def test_a_type_is_set_by_a_part_of_its_name(questions: Questions, bar: AskBar, editor: Editor) -> None:
    type_ = editor.plan.codes.unit_types[0]
    choose(editor, "Åkanden")
    questions.set_type()
    type_in(bar, type_.name_da)
    assert editor.plan.state().units[key(editor.plan, "Åkanden")].unit_type == type_.code


def test_a_number_is_ordered_with_its_system(questions: Questions, bar: AskBar, editor: Editor) -> None:
    choose(editor, "Åkanden")
    questions.order_number()
    type_in(bar, "Nexus")
    number = editor.plan.state().number_of(key(editor.plan, "Åkanden"))
    assert number is not None
    assert number.gln is None
    assert "Nexus" in str(number.system)


def test_who_has_a_number_is_told_so_at_once(questions: Questions, bar: AskBar, editor: Editor, qtbot: QtBot) -> None:
    choose(editor, "Hjemmesygepleje")
    with qtbot.waitSignal(editor.refused) as told:
        questions.order_number()
    assert "Hjemmesygepleje" in told.args[0]
    assert bar.isHidden()
    choose(editor, "Hjemmesygepleje", "Åkanden")
    questions.order_number()
    assert not bar.isHidden()


def test_a_note_is_kept(questions: Questions, bar: AskBar, editor: Editor) -> None:
    choose(editor, "Åkanden")
    questions.add_note()
    type_in(bar, "Ring til Birthe")
    assert [note.text for note in editor.plan.state().notes(key(editor.plan, "Åkanden"))] == ["Ring til Birthe"]


def test_without_a_chosen_unit_nothing_is_asked(questions: Questions, bar: AskBar) -> None:
    for ask in (questions.new_unit, questions.close_units, questions.move_units, questions.set_type):
        ask()
    assert bar.isHidden()


def test_one_answer_about_many_is_one_act(questions: Questions, bar: AskBar, editor: Editor) -> None:
    choose(editor, "Åkanden", "Solgården")
    questions.close_units()
    bar.answer()
    assert len(editor.plan.journal.path()) == 1
    editor.undo()
    assert editor.plan.state().units[key(editor.plan, "Solgården")].valid_to is None


def test_a_note_can_be_put_on_many(questions: Questions, bar: AskBar, editor: Editor) -> None:
    choose(editor, "Åkanden", "Solgården")
    questions.add_note()
    assert bar.words.text() == "Note til 2 enheder, kun i denne plan"
    type_in(bar, "Spørg lederen")
    assert [len(editor.plan.state().notes(one)) for one in editor.selection] == [1, 1]
    assert len(editor.plan.journal.path()) == 1
