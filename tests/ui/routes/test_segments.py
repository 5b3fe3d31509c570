"""A choice by a click or by the arrows."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.ui.routes.segments import Segments
from sorstudio.ui.theme import Mode, Theme


@pytest.fixture
def segments(theme: Theme, qtbot: QtBot) -> Segments:
    made = Segments(theme)
    made.offer("Hvem sender", [("gp", "Almen praksis"), ("hospital", "Sygehus"), ("municipality", "Kommune")])
    qtbot.addWidget(made)
    made.resize(300, 30)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_first_holds_until_another_is_chosen(segments: Segments, qtbot: QtBot) -> None:
    assert segments.chosen == "gp"
    with qtbot.waitSignal(segments.picked) as told:
        qtbot.mouseClick(segments.segments["hospital"], Qt.MouseButton.LeftButton)
    assert (told.args, segments.chosen) == (["hospital"], "hospital")


def test_arrows_go_from_one_to_the_next(segments: Segments, qtbot: QtBot) -> None:
    segments.segments["gp"].setFocus()
    with qtbot.waitSignal(segments.picked):
        qtbot.keyClick(segments.segments["gp"], Qt.Key.Key_Right)
    assert segments.chosen == "hospital"


def test_a_choice_from_outside_is_not_announced(segments: Segments, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(segments.picked):
        segments.choose("municipality")
    assert segments.chosen == "municipality"


def test_a_screen_reader_hears_what_it_is_about(segments: Segments) -> None:
    assert segments.segments["hospital"].accessibleName() == "Hvem sender: Sygehus"


@pytest.mark.parametrize("mode", list(Mode))
def test_the_chosen_one_is_seen_in_every_look(segments: Segments, mode: Mode) -> None:
    segments.set_theme(Theme(mode, 1.5))
    before = segments.grab().toImage()
    segments.choose("municipality")
    assert segments.grab().toImage() != before
