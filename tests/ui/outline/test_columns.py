"""The columns that are shown."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.ui.outline.view import OutlineView
from sorstudio.ui.outline.wording import Column
from sorstudio.ui.theme import Mode, Theme
from sorstudio.ui.translate import Tongue


def test_a_column_is_left_out_by_the_keys_of_its_menu(tongue: Tongue, view: OutlineView, qtbot: QtBot) -> None:
    menu = view.columns.choose(view.mapToGlobal(view.rect().center()))
    assert [action.text() for action in menu.actions()] == ["Type", "Lokationsnummer", "Ind/ud", "Tilbud"]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert view.isColumnHidden(Column.TYPE)
    view.columns.show(Column.TYPE, True)
    assert not view.isColumnHidden(Column.TYPE)


def test_a_width_that_was_made_follows_the_text_size(view: OutlineView) -> None:
    view.header().resizeSection(Column.TYPE, 200)
    view.set_theme(Theme(Mode.LIGHT, 1.5))
    assert view.columnWidth(Column.TYPE) == 300


def test_a_column_that_was_left_out_does_not_come_back_with_more_room(view: OutlineView) -> None:
    view.columns.show(Column.OFFERS, False)
    view.set_narrow(True)
    view.set_narrow(False)
    assert view.isColumnHidden(Column.OFFERS)
    assert not view.isColumnHidden(Column.TYPE)


def test_columns_go_before_names_are_cut_and_come_back(view: OutlineView, qtbot: QtBot) -> None:
    view.resize(900, 400)
    qtbot.waitUntil(lambda: not any(view.isColumnHidden(column) for column in Column))
    view.resize(500, 400)
    qtbot.waitUntil(lambda: view.isColumnHidden(Column.OFFERS))
    assert view.columnWidth(Column.NAME) >= 230
    assert not view.isColumnHidden(Column.NUMBER)
    view.resize(220, 400)
    qtbot.waitUntil(lambda: view.isColumnHidden(Column.NUMBER))
    view.resize(900, 400)
    qtbot.waitUntil(lambda: not any(view.isColumnHidden(column) for column in Column))


def test_a_column_that_is_asked_for_stays_however_narrow(view: OutlineView, qtbot: QtBot) -> None:
    view.resize(500, 400)
    qtbot.waitUntil(lambda: view.isColumnHidden(Column.OFFERS))
    view.columns.show(Column.OFFERS, True)
    assert not view.isColumnHidden(Column.OFFERS)
