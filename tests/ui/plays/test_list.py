"""The list of plays."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.ui.plays.list import PlayList
from sorstudio.ui.theme import Look
from tests.ui.requests.test_model import group


def test_several_can_be_chosen_the_current_one_first(look: Look, qtbot: QtBot) -> None:
    view = PlayList(look.theme)
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.signed.show_groups([group("egne", "a", "b", "c")])
    view.show()
    view.focus_row(1)
    with qtbot.waitSignal(view.changed):
        qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    keys = [row.key for row in view.signed.rows]
    assert view.chosen() == [keys[2], keys[1]]
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert set(view.chosen()) == set(keys[1:])
    with qtbot.waitSignal(view.dropped):
        qtbot.keyClick(view, Qt.Key.Key_Delete)
