"""Split, merge and replace, asked in the bar."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.ui.asking.bar import AskBar
from sorstudio.ui.asking.merge_form import MergeForm
from sorstudio.ui.asking.picker import Picker
from sorstudio.ui.asking.questions import Questions
from sorstudio.ui.asking.split_form import SplitForm
from sorstudio.ui.editor import Editor
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Tongue
from tests.model.outline import gln, key


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


def is_closed(editor: Editor, name: str) -> bool:
    return editor.plan.state().units[key(editor.plan, name)].valid_to is not None


def test_a_unit_is_replaced_by_a_new_one_that_takes_its_number(
    questions: Questions, bar: AskBar, editor: Editor, qtbot: QtBot
) -> None:
    choose(editor, "Tandplejen")
    questions.restructuring.replace()
    field = bar.findChildren(Picker)[0]
    qtbot.keyClicks(field, "Tandklinikken")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    number = editor.plan.state().number_of(key(editor.plan, "Tandklinikken"))
    assert number is not None
    assert number.gln == gln(3)
    assert is_closed(editor, "Tandplejen")


def test_the_consequences_follow_what_is_typed(questions: Questions, bar: AskBar, editor: Editor, qtbot: QtBot) -> None:
    choose(editor, "Tandplejen")
    questions.restructuring.replace()
    assert "Tandplejen afløses af Tandplejen." in bar.follows.sentences
    qtbot.keyClicks(bar.findChildren(Picker)[0], "Klinik")
    qtbot.waitUntil(lambda: "Tandplejen afløses af Klinik." in bar.follows.sentences)


def test_two_units_become_one_that_is_there(questions: Questions, bar: AskBar, editor: Editor, qtbot: QtBot) -> None:
    choose(editor, "Team Lind", "Team Birk")
    questions.restructuring.merge()
    qtbot.keyClicks(bar.findChildren(MergeForm)[0].target, "Team Birk · Hjemmesygepleje")
    bar.answer()
    assert is_closed(editor, "Team Lind")
    assert not is_closed(editor, "Team Birk")


def test_a_merge_asks_for_number_and_place_only_where_they_differ(
    questions: Questions, bar: AskBar, editor: Editor, qtbot: QtBot
) -> None:
    choose(editor, "Team Lind", "Team Birk")
    questions.restructuring.merge()
    form = bar.findChildren(MergeForm)[0]
    assert (form.number.isHidden(), form.place.isHidden()) == (True, True)
    choose(editor, "Hjemmesygepleje", "Tandplejen")
    questions.restructuring.merge()
    form = bar.findChildren(MergeForm)[-1]
    assert (form.number.isHidden(), form.place.isHidden()) == (False, False)


def test_a_merge_of_two_numbers_keeps_the_chosen_one(
    questions: Questions, bar: AskBar, editor: Editor, qtbot: QtBot
) -> None:
    choose(editor, "Hjemmesygepleje", "Tandplejen")
    questions.restructuring.merge()
    form = bar.findChildren(MergeForm)[0]
    qtbot.keyClicks(form.target, "Samlet")
    bar.answer()
    assert bar.problem.text()
    qtbot.keyClick(form.number, Qt.Key.Key_End)
    bar.answer()
    number = editor.plan.state().number_of(key(editor.plan, "Samlet"))
    assert number is not None
    assert number.gln == gln(3)


def test_a_split_shares_children_and_number(questions: Questions, bar: AskBar, editor: Editor, qtbot: QtBot) -> None:
    choose(editor, "Hjemmesygepleje")
    questions.restructuring.split()
    form = bar.findChildren(SplitForm)[0]
    for field, name in zip(form.names, ("Øst", "Vest"), strict=True):
        qtbot.keyClicks(field, name)
    qtbot.keyClick(form.takers[1][2], Qt.Key.Key_Down)
    bar.answer()
    state, east, west = editor.plan.state(), key(editor.plan, "Øst"), key(editor.plan, "Vest")
    assert state.children(east) == (key(editor.plan, "Team Lind"),)
    assert state.children(west) == (key(editor.plan, "Team Birk"),)
    assert state.number_of(east) is not None
    assert is_closed(editor, "Hjemmesygepleje")


def test_a_unit_that_goes_on_keeps_what_stays(questions: Questions, bar: AskBar, editor: Editor, qtbot: QtBot) -> None:
    choose(editor, "Hjemmesygepleje")
    questions.restructuring.split()
    form = bar.findChildren(SplitForm)[0]
    qtbot.keyClicks(form.names[0], "Øst")
    form.keeps.click()
    for _, _, combo in form.takers[1:]:
        qtbot.keyClick(combo, Qt.Key.Key_End)
    bar.answer()
    assert not is_closed(editor, "Hjemmesygepleje")
    assert editor.plan.state().number_of(key(editor.plan, "Hjemmesygepleje")) is not None
    assert len(editor.plan.state().children(key(editor.plan, "Øst"))) == 1


def test_each_is_one_act_to_undo(questions: Questions, bar: AskBar, editor: Editor, qtbot: QtBot) -> None:
    choose(editor, "Hjemmesygepleje")
    questions.restructuring.split()
    form = bar.findChildren(SplitForm)[0]
    for field, name in zip(form.names, ("Øst", "Vest"), strict=True):
        qtbot.keyClicks(field, name)
    bar.answer()
    editor.undo()
    assert editor.plan.head is None


def test_escape_lets_everything_be(questions: Questions, bar: AskBar, editor: Editor, qtbot: QtBot) -> None:
    choose(editor, "Hjemmesygepleje")
    questions.restructuring.split()
    qtbot.keyClick(bar.findChildren(SplitForm)[0].names[0], Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert editor.plan.head is None
