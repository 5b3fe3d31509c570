"""Offers and notes in the inspector."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import offers
from sorstudio.ui.editor import Editor
from sorstudio.ui.inspector.lists import NotesGroup, OffersGroup, offer_choices
from sorstudio.ui.inspector.pane import InspectorPane
from sorstudio.ui.inspector.subject import Subject
from tests.model.outline import key


@pytest.fixture
def placed(pane: InspectorPane) -> OffersGroup:
    found = pane.groups[OffersGroup]
    assert isinstance(found, OffersGroup)
    return found


@pytest.fixture
def notes(pane: InspectorPane) -> NotesGroup:
    found = pane.groups[NotesGroup]
    assert isinstance(found, NotesGroup)
    return found


def remove(group: OffersGroup | NotesGroup, qtbot: QtBot) -> None:
    def found() -> list[QPushButton]:
        return [one for one in group.list.findChildren(QPushButton) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    qtbot.mouseClick(found()[0], Qt.MouseButton.LeftButton)


def test_an_offer_is_added_and_removed(placed: OffersGroup, editor: Editor, qtbot: QtBot) -> None:
    placed.add.picked.emit("rygestop")
    unit = editor.selection[0]
    assert [one.offer for one in editor.plan.state().placements(unit)] == ["rygestop"]
    qtbot.waitUntil(lambda: placed.column.count() == 1)
    remove(placed, qtbot)
    assert editor.plan.state().placements(unit) == ()


def test_own_offers_stand_in_the_list(editor: Editor, subject: partial[Subject]) -> None:
    editor.do(partial(offers.create_offer, name="Vågetjeneste", key="vaage"))
    last = offer_choices(subject("Åkanden"))[-1]
    assert (last.code, last.title, last.detail) == ("vaage", "Vågetjeneste", "eget tilbud")


def test_a_note_is_written_and_taken_away(notes: NotesGroup, editor: Editor, qtbot: QtBot) -> None:
    qtbot.keyClicks(notes.field(), "Spørg Mette.")
    qtbot.keyClick(notes.field(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: notes.column.count() == 1)
    assert notes.field().text() == ""
    remove(notes, qtbot)
    qtbot.waitUntil(lambda: notes.column.count() == 0)


def test_several_units_share_and_drop_an_offer_in_one_act(placed: OffersGroup, editor: Editor, qtbot: QtBot) -> None:
    keys = [key(editor.plan, "Åkanden"), key(editor.plan, "Solgården")]
    editor.do(partial(offers.place_offer, offers=["rygestop"], unit=keys[0]))
    editor.select(keys)
    assert "hos 1 af 2" in [one.text() for one in placed.list.findChildren(QLabel)]
    placed.add.picked.emit("rygestop")
    assert [len(editor.plan.state().placements(one)) for one in keys] == [1, 1]
    before = len(editor.plan.journal.changes)
    remove(placed, qtbot)
    assert [len(editor.plan.state().placements(one)) for one in keys] == [0, 0]
    assert len(editor.plan.journal.changes) == before + 1
