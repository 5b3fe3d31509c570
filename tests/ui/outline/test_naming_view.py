"""The row of a unit that is to be; what the keys do with it is tried in a whole window with the branches."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.view import OutlineView
from tests.model.outline import key


def field_in(view: OutlineView, qtbot: QtBot) -> QLineEdit:
    qtbot.waitUntil(lambda: bool(view.viewport().findChildren(QLineEdit)))
    return view.viewport().findChildren(QLineEdit)[0]


def test_a_field_that_is_left_with_a_name_makes_the_unit(view: OutlineView, qtbot: QtBot, editor: Editor) -> None:
    editor.select([key(editor.plan, "Plejehjem")])
    view.begin_sibling()
    field = field_in(view, qtbot)
    qtbot.keyClicks(field, "Dagcenter")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert editor.plan.state().path(key(editor.plan, "Dagcenter"))[-2] == "Sundhed"


def test_f2_on_the_place_a_unit_has_left_names_the_unit(view: OutlineView, qtbot: QtBot, editor: Editor) -> None:
    lind = key(editor.plan, "Team Lind")
    editor.do(lambda plan: units.move(plan, [lind], key(plan, "Plejehjem")))
    view.outline.set_show_changes(True)
    view.select_row(3)
    view.rename_current()
    assert field_in(view, qtbot).text() == "Team Lind"
    assert view.currentIndex().row() == view.outline.row(lind)
