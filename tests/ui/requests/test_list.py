"""The list under real fingers: go, tick off, fold, by mouse and by keys."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from sorstudio.ui.requests.list import SignedList
from sorstudio.ui.theme import Look, Mode, Theme
from tests.ui.requests.test_model import group


@pytest.fixture
def shown(look: Look, qtbot: QtBot) -> SignedList:
    view = SignedList(look.theme)
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.signed.show_groups([group("egne", "a", "b", ticked=False), group("sds", "c")])
    view.show()
    qtbot.waitExposed(view)
    return view


def middle(view: SignedList, place: int) -> QPoint:
    return view.visualRect(view.signed.index(place, 0)).center()


def tick(view: SignedList, place: int) -> QPoint:
    return view.tick_area(QRectF(view.visualRect(view.signed.index(place, 0)))).center().toPoint()


def test_a_click_goes_to_the_unit(shown: SignedList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.wanted) as told, qtbot.assertNotEmitted(shown.ticked):
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=middle(shown, 1))
    assert told.args is not None
    assert told.args[0].unit == "a"


def test_a_click_on_the_tick_ticks_off(shown: SignedList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.ticked) as told, qtbot.assertNotEmitted(shown.wanted):
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=tick(shown, 2))
    assert told.args is not None
    assert told.args[0].unit == "b"


def test_where_nothing_can_be_ticked_off_the_click_goes_there(shown: SignedList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.wanted), qtbot.assertNotEmitted(shown.ticked):
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=tick(shown, 4))


def test_keys_walk_tick_and_go(shown: SignedList, qtbot: QtBot) -> None:
    shown.setFocus()
    shown.focus_row(0)
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    with qtbot.waitSignal(shown.ticked) as ticked:
        qtbot.keyClick(shown, Qt.Key.Key_Space)
    with qtbot.waitSignal(shown.wanted) as wanted:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert ticked.args == wanted.args
    current = shown.current()
    assert current is not None
    assert current.unit == "a"


def test_left_folds_a_group_and_right_opens_it(shown: SignedList, qtbot: QtBot) -> None:
    shown.setFocus()
    shown.focus_row(0)
    qtbot.keyClick(shown, Qt.Key.Key_Left)
    assert [row.key for row in shown.signed.rows] == ["egne", "sds", "sds/c"]
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert len(shown.signed.rows) == 5
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=middle(shown, 3))
    assert [row.key for row in shown.signed.rows][-1] == "sds"


@pytest.mark.parametrize("mode", list(Mode))
def test_every_look_paints_tick_sign_and_word(shown: SignedList, mode: Mode) -> None:
    theme = Theme(mode, 1.0)
    shown.set_theme(theme)
    picture: QImage = shown.viewport().grab().toImage()
    area = shown.visualRect(shown.signed.index(1, 0))
    wanted = theme.color("info").rgb()
    found = sum(
        picture.pixel(x, y) == wanted
        for x in range(area.left(), area.right())
        for y in range(area.center().y(), area.bottom())
    )
    assert found > 5
