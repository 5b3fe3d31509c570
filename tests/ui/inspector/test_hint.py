"""The soft box with the suggested type."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.model.suggest import Reason, Suggestion
from sorstudio.ui.editor import Editor
from sorstudio.ui.inspector.basics import BasicsGroup
from sorstudio.ui.inspector.hint import Hint, explained
from sorstudio.ui.inspector.pane import InspectorPane
from sorstudio.ui.theme import Mode, Theme
from tests.model.outline import key


@pytest.fixture
def hint(pane: InspectorPane) -> Hint:
    found = pane.groups[BasicsGroup]
    assert isinstance(found, BasicsGroup)
    return found.hint


def test_it_names_the_type_and_the_reason(hint: Hint) -> None:
    assert hint.isVisible()
    assert hint.words.text() == "Forslag: hjemmesygeplejeenhed"
    assert hint.why.text() == "Navnet indeholder »hjemmesygepl«."


def test_a_click_takes_it_as_one_act(hint: Hint, editor: Editor, qtbot: QtBot) -> None:
    qtbot.mouseClick(hint.take, Qt.MouseButton.LeftButton)
    assert editor.plan.state().units[editor.selection[0]].unit_type == "550621000005101"
    assert len(editor.plan.journal.changes) == 1
    qtbot.waitUntil(lambda: not hint.isVisible())
    editor.undo()
    qtbot.waitUntil(hint.isVisible)


def test_not_now_holds_for_the_session_and_in_another_look(pane: InspectorPane, editor: Editor, qtbot: QtBot) -> None:
    basics = pane.groups[BasicsGroup]
    assert isinstance(basics, BasicsGroup)
    qtbot.keyClick(basics.hint.later, Qt.Key.Key_Space)
    pane.set_theme(Theme(Mode.DARK))
    again = pane.groups[BasicsGroup]
    assert isinstance(again, BasicsGroup)
    assert not again.hint.isVisible()
    assert editor.plan.head is None


def test_of_several_units_the_safe_ones_are_taken_in_one_act(hint: Hint, editor: Editor, qtbot: QtBot) -> None:
    editor.select([key(editor.plan, name) for name in ("Hjemmesygepleje", "Tandplejen", "Team Lind")])
    assert hint.words.text() == "Forslag til 2 af 3 enheder"
    assert hint.why.text() == "1 × hjemmesygeplejeenhed, 1 × tandplejeklinik. Én af dem er sikker."
    assert hint.take.text() == "Accept all safe"
    qtbot.mouseClick(hint.take, Qt.MouseButton.LeftButton)
    types = [editor.plan.state().units[one].unit_type for one in editor.selection]
    assert types == [None, "550691000005104", None]
    assert len(editor.plan.journal.changes) == 1


def test_where_none_of_several_is_safe_there_is_nothing_to_take_at_once(hint: Hint, editor: Editor) -> None:
    editor.select([key(editor.plan, name) for name in ("Hjemmesygepleje", "Team Lind")])
    assert hint.isVisible()
    assert not hint.take.isVisible()
    assert "Se dem én ad gangen" in hint.why.text()
    editor.select([key(editor.plan, "Hjemmesygepleje")])
    assert hint.take.isVisible()
    assert hint.take.text() == "Use suggestion"


def test_two_reasons_are_one_sentence_and_a_silent_extract_is_said(editor: Editor) -> None:
    nursing_home = "42665001"
    siblings = Reason("suggest.siblings", {"number": 17, "all": 19, "type": nursing_home})
    name = Reason("suggest.name", {"word": "plejecenter"})
    found = Suggestion(nursing_home, 0.95, (siblings, name), is_unknown=True)
    words = explained(found, editor.plan, editor.texts)
    assert words.startswith("17 af 19 søskende er plejehjem, og navnet indeholder »plejecenter«.")
    assert "ikke i udtrækket" in words
