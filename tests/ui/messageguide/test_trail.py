"""The answers given so far."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.routing.guide import way
from sorstudio.routing.guide_book import message_guide
from sorstudio.ui.messageguide.trail import Trail
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue


def test_each_step_leads_back_by_mouse_and_by_key(look: Look, tongue: Tongue, qtbot: QtBot) -> None:
    trail = Trail(look.theme)
    qtbot.addWidget(trail)
    steps = way(message_guide(), {"sender": "gp", "urgent": "no"}).steps
    trail.show_steps(steps, "da")
    trail.show()
    assert trail.steps[1].accessibleName() == "Haster det, så der skal svares nu? Nej. Svar igen."
    for place, act in (
        (1, lambda: qtbot.mouseClick(trail.steps[1], Qt.MouseButton.LeftButton)),
        (0, lambda: qtbot.keyClick(trail.steps[0], Qt.Key.Key_Return)),
    ):
        with qtbot.waitSignal(trail.back_wanted) as told:
            act()
        assert told.args == [place]
    trail.show_steps(steps[:1], "en")
    assert len(trail.steps) == 1
