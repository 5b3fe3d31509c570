"""The tick box of the message table."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.ui.inspector.tick import Tick, TickBox
from sorstudio.ui.theme import Theme


@pytest.mark.parametrize("tick", [Tick.GIVEN, Tick.EXPECTED, Tick.EMPTY])
def test_it_answers_to_mouse_and_space_bar(tick: Tick, theme: Theme, qtbot: QtBot) -> None:
    box = TickBox(theme)
    qtbot.addWidget(box)
    box.set_tick(tick, name="FDIS91: modtager", editable=True)
    box.show()
    with qtbot.waitSignal(box.clicked):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(box.clicked):
        qtbot.keyClick(box, Qt.Key.Key_Space)


def test_what_cannot_be_takes_no_click(theme: Theme, qtbot: QtBot) -> None:
    box = TickBox(theme)
    qtbot.addWidget(box)
    box.set_tick(Tick.IMPOSSIBLE, name="PRE60: modtager", editable=True)
    assert not box.isEnabled()
    assert box.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_each_state_looks_different(theme: Theme, qtbot: QtBot) -> None:
    pictures = []
    for tick in Tick:
        box = TickBox(theme)
        qtbot.addWidget(box)
        box.resize(box.sizeHint())
        box.set_tick(tick, name="", editable=True)
        pictures.append(box.grab().toImage())
    assert all(one != other for place, one in enumerate(pictures) for other in pictures[place + 1 :])
