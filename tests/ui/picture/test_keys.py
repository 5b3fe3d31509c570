"""The keys of the canvas."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.picture.detail import Detail, Direction

KEY = Qt.Key


def press(qtbot: QtBot, canvas: Canvas, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(canvas, key)


def test_arrows_walk_the_tree(canvas: Canvas, qtbot: QtBot) -> None:
    walked = []
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Right, KEY.Key_Down, KEY.Key_Left):
        press(qtbot, canvas, key)
        walked.append(canvas.selection[-1])
    assert walked == ["Kommune", "Sundhed", "Nord", "Syd", "Sundhed"]


def test_arrows_turn_with_the_picture(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.set_direction(Direction.DOWN)
    press(qtbot, canvas, KEY.Key_Down, KEY.Key_Down, KEY.Key_Right)
    assert canvas.selection == ("Børn",)


def test_home_and_end_go_along_the_siblings(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.set_selection(("Syd",))
    press(qtbot, canvas, KEY.Key_End)
    assert canvas.selection == ("Akut",)
    press(qtbot, canvas, KEY.Key_Home)
    assert canvas.selection == ("Nord",)


def test_shift_takes_along_what_is_walked_over(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.desk.select(("Nord",))
    qtbot.keyClick(canvas, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.selection == ("Nord", "Syd")


def test_space_folds_and_unfolds(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.set_selection(("Nord",))
    press(qtbot, canvas, KEY.Key_Space)
    assert canvas.stage.folded == {"Nord"}
    press(qtbot, canvas, KEY.Key_Space)
    assert canvas.stage.folded == frozenset()


def test_walking_into_a_folded_unit_unfolds_it_first(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.set_folded(frozenset({"Nord"}))
    canvas.set_selection(("Nord",))
    press(qtbot, canvas, KEY.Key_Right)
    assert (canvas.selection, canvas.stage.folded) == (("Nord",), frozenset())


@pytest.mark.parametrize(
    ("key", "detail"), [(KEY.Key_1, Detail.NEAR), (KEY.Key_2, Detail.NAMES), (KEY.Key_3, Detail.FAR)]
)
def test_digits_choose_the_detail(canvas: Canvas, qtbot: QtBot, key: Qt.Key, detail: Detail) -> None:
    press(qtbot, canvas, key)
    assert canvas.stage.view.detail is detail


def test_plus_and_minus_zoom_and_zero_shows_everything(canvas: Canvas, qtbot: QtBot) -> None:
    whole = canvas.stage.view
    press(qtbot, canvas, KEY.Key_Plus, KEY.Key_Plus)
    assert canvas.stage.view.zoom > whole.zoom
    press(qtbot, canvas, KEY.Key_Minus)
    press(qtbot, canvas, KEY.Key_0)
    assert canvas.stage.view == whole


def test_control_and_arrows_push(canvas: Canvas, qtbot: QtBot) -> None:
    before = canvas.stage.view.to_screen(0, 0).x()
    qtbot.keyClick(canvas, KEY.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert canvas.stage.view.to_screen(0, 0).x() < before


def test_f2_asks_for_a_new_name(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.set_selection(("Syd",))
    with qtbot.waitSignal(canvas.rename_requested) as told:
        press(qtbot, canvas, KEY.Key_F2)
    assert told.args == ["Syd"]


def test_alt_and_arrows_are_left_to_the_window(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.set_selection(("Syd",))
    qtbot.keyClick(canvas, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert canvas.selection == ("Syd",)
