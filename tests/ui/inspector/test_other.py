"""The other identifiers in the inspector."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.ui.editor import Editor
from sorstudio.ui.inspector.other import OtherGroup
from sorstudio.ui.inspector.pane import InspectorPane
from tests.model.outline import key


@pytest.fixture
def other(pane: InspectorPane) -> OtherGroup:
    found = pane.groups[OtherGroup]
    assert isinstance(found, OtherGroup)
    return found


def test_a_number_is_set_when_editing_is_finished(other: OtherGroup, editor: Editor, qtbot: QtBot) -> None:
    qtbot.keyClicks(other.lines["local_code"].line, "HSP-1")
    qtbot.keyClick(other.lines["local_code"].line, Qt.Key.Key_Return)
    assert editor.plan.state().units[editor.selection[0]].local_code == "HSP-1"


def test_a_cvr_number_of_the_wrong_length_changes_nothing(other: OtherGroup, editor: Editor, qtbot: QtBot) -> None:
    qtbot.keyClicks(other.lines["cvr"].line, "1234")
    qtbot.keyClick(other.lines["cvr"].line, Qt.Key.Key_Return)
    assert other.lines["cvr"].error.isVisible()
    assert editor.plan.head is None


def test_a_mark_is_set_with_one_click(other: OtherGroup, editor: Editor, qtbot: QtBot) -> None:
    qtbot.mouseClick(other.flags["ambulant"], Qt.MouseButton.LeftButton)
    assert editor.plan.state().units[editor.selection[0]].ambulant is True


def test_several_units_show_what_differs_and_take_one_value(other: OtherGroup, editor: Editor, qtbot: QtBot) -> None:
    nodes = [key(editor.plan, "Åkanden"), key(editor.plan, "Solgården")]
    editor.do(partial(units.change_fields, unit=nodes[0], values={"local_code": "A"}))
    editor.select(nodes)
    assert other.lines["local_code"].line.placeholderText() == "flere forskellige"
    before = len(editor.plan.journal.changes)
    qtbot.keyClicks(other.lines["local_code"].line, "B")
    qtbot.keyClick(other.lines["local_code"].line, Qt.Key.Key_Return)
    assert [editor.plan.state().units[one].local_code for one in nodes] == ["B", "B"]
    assert len(editor.plan.journal.changes) == before + 1


def test_numbers_with_a_rule_are_judged_while_they_are_typed(other: OtherGroup, qtbot: QtBot) -> None:
    for name in ("cvr", "p_number", "shak"):
        qtbot.keyClicks(other.lines[name].line, "12345")
        assert other.lines[name].error.isVisible()
