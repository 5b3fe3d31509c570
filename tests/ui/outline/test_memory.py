"""What the outline remembers."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.memory import OutlineMemory
from sorstudio.ui.outline.view import OutlineView
from sorstudio.ui.outline.wording import Column
from sorstudio.ui.preferences import Preferences
from sorstudio.ui.theme import Mode, Theme
from tests.model.outline import key


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def again(editor: Editor, qtbot: QtBot) -> OutlineView:
    view = OutlineView(Editor(editor.plan, editor.texts), Theme(Mode.LIGHT))
    qtbot.addWidget(view)
    return view


def test_a_plan_is_opened_as_it_was_left(
    view: OutlineView, again: OutlineView, preferences: Preferences, editor: Editor
) -> None:
    view.outline.close_all()
    view.outline.set_open(key(editor.plan, "Sundhed"), True)
    editor.select([key(editor.plan, "Plejehjem")])
    memory = OutlineMemory(preferences, Path("plan.sorplan"))
    memory.keep(view)
    memory.restore(again)
    assert again.outline.rows.keys == view.outline.rows.keys
    assert again.editor.selection == editor.selection


def test_another_plan_begins_afresh(view: OutlineView, again: OutlineView, preferences: Preferences) -> None:
    shown = list(again.outline.rows.keys)
    view.outline.close_all()
    OutlineMemory(preferences, Path("a.sorplan")).keep(view)
    OutlineMemory(preferences, Path("b.sorplan")).restore(again)
    assert again.outline.rows.keys == shown


def test_the_columns_are_the_same_for_every_plan(
    view: OutlineView, again: OutlineView, preferences: Preferences
) -> None:
    view.columns.show(Column.OFFERS, False)
    view.header().resizeSection(Column.TYPE, 200)
    OutlineMemory(preferences, None).keep(view)
    OutlineMemory(preferences, Path("b.sorplan")).restore(again)
    assert again.isColumnHidden(Column.OFFERS)
    assert again.columnWidth(Column.TYPE) == 200


@pytest.mark.parametrize("text", ["", "[1]", "{", '{"opened": 3, "hidden": ["x"], "widths": "y"}'])
def test_what_cannot_be_read_is_not_remembered(again: OutlineView, preferences: Preferences, text: str) -> None:
    shown = list(again.outline.rows.keys)
    preferences.set_text("outline/columns", text)
    OutlineMemory(preferences, None).restore(again)
    assert again.outline.rows.keys == shown
