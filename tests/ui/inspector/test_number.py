"""The location number in the inspector."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.model.records import NumberState
from sorstudio.ui.editor import Editor
from sorstudio.ui.inspector.number import ORDERED, NumberGroup
from sorstudio.ui.inspector.pane import InspectorPane
from tests.model.outline import gln, key


@pytest.fixture
def number(pane: InspectorPane) -> NumberGroup:
    found = pane.groups[NumberGroup]
    assert isinstance(found, NumberGroup)
    return found


def choose(number: NumberGroup, state: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(number.states[state], Qt.MouseButton.LeftButton)


def test_an_own_number_is_shown_with_how_many_use_it(number: NumberGroup) -> None:
    assert number.gln.value() == gln(2)
    assert number.states[NumberState.OWN.value].isChecked()
    assert number.note.text() == "bruges af 2 andre"


def test_an_inherited_number_names_its_giver_and_cannot_be_edited(number: NumberGroup, editor: Editor) -> None:
    editor.select([key(editor.plan, "Team Lind")])
    assert number.giver.text() == "Nedarvet fra Hjemmesygepleje"
    assert number.gln.line.isReadOnly()
    assert not number.details.isVisible()


def test_a_wrong_number_is_told_and_changes_nothing(number: NumberGroup, editor: Editor, qtbot: QtBot) -> None:
    number.gln.line.selectAll()
    qtbot.keyClicks(number.gln.line, "5790990000031")
    assert number.gln.error.isVisible()
    qtbot.keyClick(number.gln.line, Qt.Key.Key_Return)
    assert editor.plan.head is None
    qtbot.keyClick(number.gln.line, Qt.Key.Key_Escape)
    assert number.gln.value() == gln(2)


def test_a_right_number_takes_its_place_and_undo_brings_the_old_one_back(
    number: NumberGroup, editor: Editor, qtbot: QtBot
) -> None:
    number.gln.line.selectAll()
    qtbot.keyClicks(number.gln.line, gln(77))
    qtbot.keyClick(number.gln.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: number.gln.line.shown == gln(77))
    editor.undo()
    qtbot.waitUntil(lambda: number.gln.value() == gln(2))


def test_another_units_number_is_refused_beside_the_field(number: NumberGroup, editor: Editor, qtbot: QtBot) -> None:
    number.gln.line.selectAll()
    qtbot.keyClicks(number.gln.line, gln(3))
    qtbot.keyClick(number.gln.line, Qt.Key.Key_Return)
    assert "Tandplejen" in number.gln.error.text()
    assert editor.plan.head is None


def test_ordering_opens_the_details_with_the_systems(number: NumberGroup, editor: Editor, qtbot: QtBot) -> None:
    editor.select([key(editor.plan, "Åkanden")])
    choose(number, ORDERED, qtbot)
    qtbot.waitUntil(lambda: number.details.isVisible())
    system = editor.plan.codes.journal_systems[0]
    number.picks["system"].picked.emit(system.label)
    own = editor.plan.state().number_of(editor.selection[0])
    assert own is not None
    assert (own.gln, own.system, own.vendor) == (None, system.label, system.vendor)


def test_a_unit_is_told_to_inherit(number: NumberGroup, editor: Editor, qtbot: QtBot) -> None:
    editor.select([key(editor.plan, "Åkanden")])
    choose(number, NumberState.INHERITED.value, qtbot)
    qtbot.waitUntil(lambda: number.gln.value() == gln(1))
    assert editor.plan.state().units[editor.selection[0]].number_state is NumberState.INHERITED


def test_what_is_refused_leaves_the_choice_as_it_was(number: NumberGroup, editor: Editor, qtbot: QtBot) -> None:
    editor.select([key(editor.plan, "Børn og Unge")])
    choose(number, NumberState.INHERITED.value, qtbot)
    assert number.state_error.isVisible()
    assert number.states[NumberState.NONE.value].isChecked()


def test_an_own_number_is_typed_into_the_field_that_opens(number: NumberGroup, editor: Editor, qtbot: QtBot) -> None:
    editor.select([key(editor.plan, "Åkanden")])
    choose(number, NumberState.OWN.value, qtbot)
    qtbot.keyClicks(number.gln.line, gln(78))
    qtbot.keyClick(number.gln.line, Qt.Key.Key_Return)
    own = editor.plan.state().number_of(editor.selection[0])
    assert own is not None
    assert own.gln == gln(78)


def test_an_inherited_number_is_marked_and_made_own(number: NumberGroup, editor: Editor, qtbot: QtBot) -> None:
    editor.select([key(editor.plan, "Team Lind")])
    assert number.chip.accessibleName() == number.chip.tr("inherited")
    qtbot.mouseClick(number.make_own, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(number.gln.line, gln(79))
    qtbot.keyClick(number.gln.line, Qt.Key.Key_Return)
    own = editor.plan.state().number_of(editor.selection[0])
    assert own is not None
    assert own.gln == gln(79)


def test_several_units_are_told_to_inherit_in_one_act(number: NumberGroup, editor: Editor, qtbot: QtBot) -> None:
    editor.select([key(editor.plan, "Åkanden"), key(editor.plan, "Solgården")])
    assert not number.gln.isVisible()
    assert not number.states[NumberState.OWN.value].isEnabled()
    choose(number, NumberState.INHERITED.value, qtbot)
    assert {editor.plan.state().units[one].number_state for one in editor.selection} == {NumberState.INHERITED}
    assert len(editor.plan.journal.changes) == 1
