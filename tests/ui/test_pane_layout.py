"""Where the panes stand."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sorstudio.ui.pane_layout import PaneLayout, Panes, is_compact
from sorstudio.ui.preferences import Preferences
from sorstudio.ui.theme import Mode, Theme


def layout(preferences: Preferences, qtbot: QtBot) -> PaneLayout:
    made = PaneLayout(Panes(*(QWidget() for _ in range(6))), preferences)
    qtbot.addWidget(made.whole)
    made.whole.resize(1600, 900)
    made.whole.show()
    return made


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "window.ini")


def test_at_first_the_sizes_are_those_of_the_look(preferences: Preferences, theme: Theme, qtbot: QtBot) -> None:
    made = layout(preferences, qtbot)
    made.place(theme, 1600, 900)
    assert made.panes.outline.width() == pytest.approx(660, abs=4)
    assert made.panes.inspector.width() == pytest.approx(320, abs=4)
    assert made.below.height() == pytest.approx(232, abs=4)


def test_sizes_are_remembered(preferences: Preferences, theme: Theme, qtbot: QtBot) -> None:
    first = layout(preferences, qtbot)
    first.whole.setSizes([1100, 500])
    first.remember()
    second = layout(preferences, qtbot)
    second.place(theme, 1600, 900)
    assert second.panes.inspector.width() == pytest.approx(500, abs=4)


def test_the_offers_take_the_place_of_the_strip(preferences: Preferences, theme: Theme, qtbot: QtBot) -> None:
    made = layout(preferences, qtbot)
    made.place(theme, 1600, 900)
    made.show_below(made.panes.offers, theme)
    assert made.shows_offers()
    assert made.below.height() == pytest.approx(462, abs=4)
    assert made.stations()[-1] is made.panes.offers


def test_little_room_is_measured_in_text(theme: Theme) -> None:
    assert not is_compact(theme, 1600)
    assert is_compact(Theme(Mode.LIGHT, 1.5), 1600)
