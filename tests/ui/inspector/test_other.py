"""The other identifiers in the inspector."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.inspector.other import OtherGroup
from sorstudio.ui.inspector.pane import InspectorPane


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
