"""Back and forward through what was looked at."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.model.plan import Plan
from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.visits import Visits
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue
from tests.model.outline import key
from tests.ui.window_kit import open_window, work


@pytest.fixture
def visits(editor: Editor) -> Visits:
    return Visits(editor)


def look_at(editor: Editor, *names: str) -> None:
    for name in names:
        editor.select([key(editor.plan, name)])


def seen(editor: Editor) -> str:
    return editor.plan.state().units[editor.selection[0]].name


def test_alt_with_left_and_right_goes_back_and_forward(
    tmp_path: Path, look: Look, tongue: Tongue, small: Plan, qtbot: QtBot
) -> None:
    with open_window(tmp_path, look, tongue, small) as window:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        editor = work(window).editor
        look_at(editor, "Sundhed", "Åkanden")
        qtbot.keyClick(work(window).outline.view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert seen(editor) == "Sundhed"
        qtbot.keyClick(work(window).outline.view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        assert seen(editor) == "Åkanden"
        assert small.head is None


def test_after_going_back_a_new_look_forgets_what_lay_ahead(visits: Visits, editor: Editor) -> None:
    look_at(editor, "Sundhed", "Åkanden")
    visits.back()
    look_at(editor, "Plejehjem")
    visits.forward()
    assert seen(editor) == "Plejehjem"
    visits.back()
    assert seen(editor) == "Sundhed"


def test_a_unit_that_is_gone_is_passed_over(visits: Visits, editor: Editor) -> None:
    look_at(editor, "Sundhed")
    editor.do(lambda plan: units.create(plan, key(plan, "Plejehjem"), "Ny"))
    look_at(editor, "Ny", "Åkanden")
    editor.undo()
    visits.back()
    assert seen(editor) == "Sundhed"


def test_at_the_ends_nothing_happens(visits: Visits, editor: Editor) -> None:
    visits.back()
    look_at(editor, "Sundhed")
    visits.back()
    visits.forward()
    assert seen(editor) == "Sundhed"
