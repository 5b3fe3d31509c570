"""Name, unit type and SOR-ID in the inspector."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.model.identifiers import make_sor_id
from sorstudio.resources import code_lists
from sorstudio.ui.editor import Editor
from sorstudio.ui.inspector.basics import BasicsGroup, type_choices
from sorstudio.ui.inspector.pane import InspectorPane
from tests.model.outline import key


@pytest.fixture
def basics(pane: InspectorPane) -> BasicsGroup:
    found = pane.groups[BasicsGroup]
    assert isinstance(found, BasicsGroup)
    return found


def test_a_new_name_is_one_act(basics: BasicsGroup, editor: Editor, qtbot: QtBot) -> None:
    basics.name.line.selectAll()
    qtbot.keyClicks(basics.name.line, "Sygeplejen")
    qtbot.keyClick(basics.name.line, Qt.Key.Key_Return)
    assert editor.plan.state().units[editor.selection[0]].name == "Sygeplejen"
    assert len(editor.plan.journal.changes) == 1


def test_a_name_that_is_too_long_is_told_while_it_is_typed(basics: BasicsGroup, editor: Editor, qtbot: QtBot) -> None:
    qtbot.keyClicks(basics.name.line, "x" * 60)
    assert "60" in basics.name.error.text()
    qtbot.keyClick(basics.name.line, Qt.Key.Key_Return)
    assert editor.plan.head is None


def test_undo_brings_the_name_back_into_the_field(basics: BasicsGroup, editor: Editor, qtbot: QtBot) -> None:
    editor.do(partial(units.rename, unit=editor.selection[0], name="Sygeplejen"))
    qtbot.waitUntil(lambda: basics.name.value() == "Sygeplejen")
    editor.undo()
    qtbot.waitUntil(lambda: basics.name.value() == "Hjemmesygepleje")


def test_the_type_is_picked_from_the_list_by_its_english_name(
    basics: BasicsGroup, editor: Editor, qtbot: QtBot
) -> None:
    qtbot.mouseClick(basics.type, Qt.MouseButton.LeftButton)
    assert basics.type.popup is not None
    qtbot.keyClicks(basics.type.popup.field, "district nurs")
    qtbot.keyClick(basics.type.popup.field, Qt.Key.Key_Return)
    assert editor.plan.state().units[editor.selection[0]].unit_type == "550621000005101"


def test_an_issued_sor_id_is_pasted_into_a_planned_unit(basics: BasicsGroup, editor: Editor, qtbot: QtBot) -> None:
    assert not basics.sor_id.isVisible()
    editor.do(partial(units.create, parent=editor.selection[0], name="Team Eg"))
    editor.select([key(editor.plan, "Team Eg")])
    qtbot.keyClicks(basics.sor_id.line, make_sor_id(9_200_001))
    qtbot.keyClick(basics.sor_id.line, Qt.Key.Key_Return)
    assert editor.plan.state().units[editor.selection[0]].sor_id == make_sor_id(9_200_001)


def test_several_units_get_one_type(basics: BasicsGroup, editor: Editor) -> None:
    editor.select([key(editor.plan, "Åkanden"), key(editor.plan, "Solgården")])
    assert not basics.name.isVisible()
    basics.type.picked.emit("42665001")
    assert [editor.plan.state().units[one].unit_type for one in editor.selection] == ["42665001"] * 2


def test_municipal_types_stand_first(editor: Editor) -> None:
    choices = type_choices(code_lists(), (editor.plan.state().units[key(editor.plan, "Åkanden")],), "da")
    titles = [one.title for one in choices]
    assert titles.index("plejehjem") < 30
    assert "kommune" not in titles


def test_leaving_the_field_after_enter_asks_for_nothing_more(basics: BasicsGroup, editor: Editor, qtbot: QtBot) -> None:
    refused: list[str] = []
    editor.refused.connect(refused.append)
    qtbot.keyClicks(basics.name.line, "X")
    qtbot.keyClick(basics.name.line, Qt.Key.Key_Return)
    basics.name.line.clearFocus()
    assert refused == []
    assert not basics.name.error.isVisible()
    assert len(editor.plan.journal.changes) == 1


def test_the_room_left_in_a_name_is_counted_when_it_becomes_scarce(basics: BasicsGroup, qtbot: QtBot) -> None:
    assert not basics.length.isVisible()
    basics.name.line.selectAll()
    qtbot.keyClicks(basics.name.line, "x" * 54)
    assert basics.length.text() == "54 af 60 tegn"
    assert basics.length.isVisible()
