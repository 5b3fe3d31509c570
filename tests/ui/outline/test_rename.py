"""Renaming in place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.view import OutlineView
from tests.model.outline import key


def field_of(view: OutlineView, qtbot: QtBot, name: str) -> QLineEdit:
    view.editor.select([key(view.editor.plan, name)])
    view.rename_current()
    qtbot.waitUntil(lambda: bool(view.viewport().findChildren(QLineEdit)))
    return view.viewport().findChildren(QLineEdit)[0]


def test_a_new_name_is_an_act_that_can_be_undone(view: OutlineView, qtbot: QtBot, editor: Editor) -> None:
    field = field_of(view, qtbot, "Åkanden")
    field.selectAll()
    qtbot.keyClicks(field, "Aaen")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor.plan.head is not None)
    assert key(editor.plan, "Aaen")
    editor.undo()
    assert key(editor.plan, "Åkanden")


def test_a_name_that_is_too_long_is_explained_and_not_taken(view: OutlineView, qtbot: QtBot, editor: Editor) -> None:
    field = field_of(view, qtbot, "Åkanden")
    field.selectAll()
    qtbot.keyClicks(field, "x" * 61)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "61" in view.reason.words
    assert key(editor.plan, "Åkanden")


def test_escape_leaves_the_name_and_the_reason_goes(view: OutlineView, qtbot: QtBot, editor: Editor) -> None:
    field = field_of(view, qtbot, "Åkanden")
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Space)
    assert view.reason.words
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not view.reason.words)
    assert editor.plan.head is None
