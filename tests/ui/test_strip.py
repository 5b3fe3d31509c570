"""The strip's tabs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sorstudio.ui.strip import Strip
from sorstudio.ui.theme import Theme


@pytest.fixture
def strip(theme: Theme, qtbot: QtBot) -> Strip:
    made = Strip(theme, [QLabel("a"), QLabel("b"), QLabel("c")])
    made.set_titles(("Bemærkninger", "Ændringer", "Historik"))
    qtbot.addWidget(made)
    made.resize(800, 200)
    made.show()
    return made


def test_a_click_on_a_tab_shows_its_pane(strip: Strip, qtbot: QtBot) -> None:
    qtbot.mouseClick(strip.tabs, Qt.MouseButton.LeftButton, pos=strip.tabs.tabRect(1).center())
    assert strip.stack.currentIndex() == 1


def test_the_arrow_keys_walk_the_tabs(strip: Strip, qtbot: QtBot) -> None:
    qtbot.keyClick(strip.tabs, Qt.Key.Key_Right)
    assert strip.stack.currentIndex() == 1


def test_a_count_makes_room_for_itself_and_is_spoken(strip: Strip) -> None:
    before = strip.tabs.tabRect(1).width()
    strip.tabs.set_count(1, 14)
    assert strip.tabs.tabSizeHint(1).width() > before
    assert strip.tabs.accessibleTabName(1) == "Ændringer 14"


def test_another_title_is_spoken_with_the_count_that_stays(strip: Strip) -> None:
    strip.tabs.set_count(1, 14)
    strip.set_titles(("Findings", "Changes", "History"))
    strip.tabs.set_count(1, 14)
    assert strip.tabs.accessibleTabName(1) == "Changes 14"


def test_the_chosen_tab_is_underlined(strip: Strip, theme: Theme) -> None:
    strip.show_pane(2)
    image = strip.tabs.grab().toImage()
    area = strip.tabs.tabRect(2)
    assert image.pixelColor(area.center().x(), area.bottom()).name() == theme.color("accent").name()


def test_counts_give_way_before_words_are_cut(strip: Strip, qtbot: QtBot) -> None:
    tabs = strip.tabs
    tabs.set_count(0, 1234)
    strip.resize(900, 200)
    with_count = tabs.tabSizeHint(0).width()
    strip.resize(round(tabs.sizeHint().width()) - 10, 200)
    qtbot.waitUntil(lambda: tabs.tabSizeHint(0).width() < with_count)
    assert "1234" in tabs.accessibleTabName(0)
    strip.resize(900, 200)
    qtbot.waitUntil(lambda: tabs.tabSizeHint(0).width() == with_count)
