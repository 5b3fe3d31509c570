"""Folding, walking, selecting: by mouse and keyboard, and together with every other pane."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.view import OutlineView
from sorstudio.ui.outline.wording import Column
from sorstudio.ui.theme import Mode, Theme
from tests.model.outline import key
from tests.ui.outline.conftest import Hand


def arrow(view: OutlineView, hand: Hand, name: str) -> QPoint:
    row = view.outline.row(key(view.editor.plan, name))
    return QPoint(view.painter.indent(view.outline.depth(row)) + 6, hand.point(name).y())


def test_a_click_on_the_arrow_folds_the_branch(view: OutlineView, hand: Hand, qtbot: QtBot) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=arrow(view, hand, "Plejehjem"))
    assert view.outline.row(key(view.editor.plan, "Åkanden")) == -1


def test_a_click_on_a_name_chooses_the_unit(view: OutlineView, hand: Hand, qtbot: QtBot, editor: Editor) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=hand.point("Åkanden"))
    assert editor.selection == (key(editor.plan, "Åkanden"),)


def test_control_chooses_several(view: OutlineView, hand: Hand, qtbot: QtBot, editor: Editor) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=hand.point("Åkanden"))
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, control, hand.point("Team Lind"))
    assert set(editor.selection) == {key(editor.plan, "Åkanden"), key(editor.plan, "Team Lind")}


def test_left_closes_and_then_goes_up(view: OutlineView, qtbot: QtBot, editor: Editor) -> None:
    view.select_row(view.outline.row(key(editor.plan, "Plejehjem")))
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert not view.outline.folding.is_open(key(editor.plan, "Plejehjem"))
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert editor.selection == (key(editor.plan, "Sundhed"),)


def test_right_opens_and_then_goes_in(view: OutlineView, qtbot: QtBot, editor: Editor) -> None:
    home = key(editor.plan, "Plejehjem")
    view.outline.set_open(home, False)
    view.select_row(view.outline.row(home))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert editor.selection == (key(editor.plan, "Åkanden"),)


def test_an_asterisk_opens_the_whole_branch(view: OutlineView, qtbot: QtBot, editor: Editor) -> None:
    view.outline.close_all()
    view.select_row(1)
    qtbot.keyClick(view, Qt.Key.Key_Asterisk)
    assert view.outline.row(key(editor.plan, "Team Lind")) >= 0


def test_what_is_chosen_elsewhere_is_opened_and_shown(view: OutlineView, editor: Editor) -> None:
    view.outline.close_all()
    editor.select([key(editor.plan, "Åkanden")])
    row = view.outline.row(key(editor.plan, "Åkanden"))
    assert view.selectionModel().isRowSelected(row)


def test_a_move_keeps_the_selection_and_the_scroll(view: OutlineView, editor: Editor) -> None:
    view.resize(600, 120)
    view.verticalScrollBar().setValue(3)
    editor.select([key(editor.plan, "Plejehjem")])
    scrolled = view.verticalScrollBar().value()
    pair = [key(editor.plan, "Team Lind"), key(editor.plan, "Åkanden")]
    editor.do(lambda plan: units.move(plan, pair, key(plan, "Børn og Unge")))
    row = view.outline.row(key(editor.plan, "Plejehjem"))
    assert view.selectionModel().isRowSelected(row)
    assert view.verticalScrollBar().value() == min(scrolled, view.verticalScrollBar().maximum())


def test_a_larger_text_keeps_the_selection(view: OutlineView, editor: Editor) -> None:
    editor.select([key(editor.plan, "Åkanden")])
    view.set_theme(Theme(Mode.DARK, 1.5))
    assert editor.selection == (key(editor.plan, "Åkanden"),)
    assert view.columnWidth(Column.NUMBER) > 150


def test_with_little_room_only_name_and_number_stay(view: OutlineView) -> None:
    view.set_narrow(True)
    shown = [column for column in Column if not view.isColumnHidden(column)]
    assert shown == [Column.NAME, Column.NUMBER]


def test_the_place_that_a_unit_has_left_leads_to_the_unit(view: OutlineView, qtbot: QtBot, editor: Editor) -> None:
    lind = key(editor.plan, "Team Lind")
    editor.do(lambda plan: units.move(plan, [lind], key(plan, "Plejehjem")))
    view.outline.set_show_changes(True)
    place = view.visualRect(view.outline.index(3, Column.NAME)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert editor.selection == (lind,)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.currentIndex().row() == view.outline.row(lind)


def test_a_screen_reader_reads_the_rows_through_the_view(view: OutlineView, editor: Editor) -> None:
    table = QAccessible.queryAccessibleInterface(view)
    said = {table.child(at).text(QAccessible.Text.Name) for at in range(table.childCount())}
    assert "niveau 4, uden enhedstype, Team Lind, lokationsnummer nedarvet fra Hjemmesygepleje" in said


def test_choosing_a_unit_of_a_folded_branch_elsewhere_leaves_the_several_chosen_before(
    view: OutlineView, editor: Editor
) -> None:
    several = [key(editor.plan, name) for name in ("Sundhed", "Plejehjem", "Åkanden", "Solgården")]
    for name, branch in (("Team Birk", "Hjemmesygepleje"), ("Tandplejen", "Børn og Unge")):
        view.outline.set_open(key(editor.plan, branch), False)
        editor.select(several)
        editor.select([key(editor.plan, name)])
        assert editor.selection == (key(editor.plan, name),)
        chosen = view.selectionModel().selectedRows()
        assert [view.outline.key(index.row()) for index in chosen] == [key(editor.plan, name)]


def test_a_branch_that_opens_amid_several_chosen_units_keeps_their_order(view: OutlineView, editor: Editor) -> None:
    view.outline.set_open(key(editor.plan, "Hjemmesygepleje"), False)
    several = tuple(key(editor.plan, name) for name in ("Solgården", "Plejehjem", "Sundhed", "Hjemmesygepleje"))
    editor.select(several)
    view.outline.set_open(key(editor.plan, "Hjemmesygepleje"), True)
    assert editor.selection == several
