"""The message types in the inspector."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import offers
from sorstudio.model.records import Direction
from sorstudio.resources import code_lists
from sorstudio.ui.editor import Editor
from sorstudio.ui.inspector.messages import MessagesGroup, message_choices
from sorstudio.ui.inspector.pane import InspectorPane
from sorstudio.ui.inspector.tick import Tick, TickBox
from tests.model.outline import key


@pytest.fixture
def messages(pane: InspectorPane, editor: Editor, qtbot: QtBot) -> MessagesGroup:
    editor.do(partial(offers.place_offer, offers=["hjemmesygepleje"], unit=editor.selection[0]))
    found = pane.groups[MessagesGroup]
    assert isinstance(found, MessagesGroup)
    qtbot.waitUntil(lambda: bool(found.boxes))
    return found


def box(messages: MessagesGroup, code: str, way: Direction) -> TickBox:
    return next(one for (type_, _, other), one in messages.boxes.items() if (type_, other) == (code, way))


def given(editor: Editor) -> set[tuple[str, Direction]]:
    state = editor.plan.state()
    own = state.number_of(key(editor.plan, "Hjemmesygepleje"))
    return {(item.type, item.direction) for item in state.capabilities(own.key)} if own else set()


def test_an_expected_type_is_ticked_with_the_mouse(messages: MessagesGroup, editor: Editor, qtbot: QtBot) -> None:
    one = box(messages, "XDIS21", Direction.IN)
    assert one.tick is Tick.EXPECTED
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    assert given(editor) == {("XDIS21", Direction.IN)}
    qtbot.waitUntil(lambda: box(messages, "XDIS21", Direction.IN).tick is Tick.GIVEN)


def test_a_tick_is_taken_away_with_the_space_bar(messages: MessagesGroup, editor: Editor, qtbot: QtBot) -> None:
    one = box(messages, "XDIS21", Direction.IN)
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: one.tick is Tick.GIVEN)
    qtbot.keyClick(one, Qt.Key.Key_Space)
    assert given(editor) == set()


def test_the_box_that_was_ticked_keeps_the_focus(messages: MessagesGroup, qtbot: QtBot) -> None:
    one = box(messages, "XDIS21", Direction.IN)
    one.setFocus()
    qtbot.keyClick(one, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: one.tick is Tick.GIVEN)
    assert box(messages, "XDIS21", Direction.IN) is one


def test_the_note_counts_what_is_missing(messages: MessagesGroup) -> None:
    missing = sum(one.tick is Tick.EXPECTED for one in messages.boxes.values())
    assert messages.note.text() == f"0 af {missing} forventede"


def test_inherited_types_are_read_only_and_name_the_giver(messages: MessagesGroup, editor: Editor) -> None:
    editor.select([key(editor.plan, "Team Lind")])
    assert not any(one.isEnabled() for one in messages.boxes.values())
    assert "Hjemmesygepleje" in messages.giver.text()
    assert not messages.add.isVisible()


def test_any_type_is_added_from_the_list_in_its_usual_directions(messages: MessagesGroup, editor: Editor) -> None:
    message = next(one for one in editor.plan.codes.message_types if one.code == "XDIS16")
    messages.add.picked.emit(f"{message.code} {message.version}")
    assert given(editor) == {("XDIS16", Direction.OUT)}


def test_the_list_holds_only_what_can_stand_on_a_number() -> None:
    codes = code_lists()
    choices = message_choices(codes, "da", "udfases")
    assert len(choices) == sum(one.is_registrable for one in codes.message_types)
    assert choices[0].detail == next(one for one in codes.message_types if one.code in choices[0].code).label


def test_all_that_is_expected_is_added_in_one_act(messages: MessagesGroup, editor: Editor, qtbot: QtBot) -> None:
    missing = sum(one.tick is Tick.EXPECTED for one in messages.boxes.values())
    before = len(editor.plan.journal.changes)
    qtbot.mouseClick(messages.add_all, Qt.MouseButton.LeftButton)
    assert len(given(editor)) == missing
    assert len(editor.plan.journal.changes) == before + 1
    qtbot.waitUntil(lambda: not messages.add_all.isVisible())
    editor.undo()
    qtbot.waitUntil(messages.add_all.isVisible)


def test_the_area_stands_above_its_types(messages: MessagesGroup) -> None:
    words = [one.text() for one in messages.table.findChildren(QLabel) if one.isVisible()]
    assert "Hjemmesygepleje" in words
    assert "Hjemmesygepleje" in messages.hint.text()
