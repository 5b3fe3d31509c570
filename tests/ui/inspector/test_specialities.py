"""The specialities in the inspector."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from sorstudio.resources import code_lists
from sorstudio.ui.editor import Editor
from sorstudio.ui.inspector.pane import InspectorPane
from sorstudio.ui.inspector.specialities import SpecialitiesGroup, speciality_choices

NURSING, CARE = "658161000005107", "658171000005102"


@pytest.fixture
def group(pane: InspectorPane, qtbot: QtBot) -> SpecialitiesGroup:
    found = pane.groups[SpecialitiesGroup]
    assert isinstance(found, SpecialitiesGroup)
    for code in (NURSING, CARE):
        found.add.picked.emit(code)
        qtbot.waitUntil(lambda code=code: code in found.codes)
    return found


def codes(editor: Editor) -> list[str]:
    return [item.code for item in editor.plan.state().specialities(editor.selection[0])]


def press(group: SpecialitiesGroup, words: str, place: int, qtbot: QtBot) -> None:
    found = [one for one in group.list.findChildren(QPushButton) if one.isVisible() and one.text() == words]
    qtbot.mouseClick(found[place], Qt.MouseButton.LeftButton)


def test_they_are_added_in_order(group: SpecialitiesGroup, editor: Editor) -> None:
    assert codes(editor) == [NURSING, CARE]


def test_one_is_moved_up(group: SpecialitiesGroup, editor: Editor, qtbot: QtBot) -> None:
    press(group, "↑", 1, qtbot)
    assert codes(editor) == [CARE, NURSING]


def test_one_is_removed(group: SpecialitiesGroup, editor: Editor, qtbot: QtBot) -> None:
    press(group, "×", 0, qtbot)
    assert codes(editor) == [CARE]


def test_municipal_areas_stand_first() -> None:
    lists = code_lists()
    first = lists.speciality(speciality_choices(lists, "da")[0].code)
    assert first is not None
    assert first.kind == "municipal_area"
