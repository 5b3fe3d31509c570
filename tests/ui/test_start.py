"""The start page."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.ui.preferences import Recent
from sorstudio.ui.start import StartPage
from sorstudio.ui.theme import Mode, Theme
from sorstudio.ui.translate import Tongue

RECENT = (
    Recent("/p/ærø.sorplan", "Ærø Kommune", "2026-11-14", 14, datetime.now().isoformat(timespec="minutes")),
    Recent("/p/ny.sorplan", "Nystrup Kommune", "2026-11-01", 0, "2026-10-12T09:30"),
)


def page(theme: Theme, qtbot: QtBot, recent: tuple[Recent, ...] = RECENT) -> StartPage:
    made = StartPage(theme, "da", recent)
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    return made


def test_a_recent_plan_says_what_it_is_and_opens(theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    made = page(theme, qtbot)
    assert made.cards[0].accessibleName().startswith("Ærø Kommune. ærø · åbnet i dag")
    assert made.cards[0].accessibleName().endswith("14 ændringer. Data pr. 14. nov. 2026")
    with qtbot.waitSignal(made.recent_chosen) as told:
        qtbot.mouseClick(made.cards[0], Qt.MouseButton.LeftButton)
    assert told.args == ["/p/ærø.sorplan"]


def test_a_plan_without_changes_says_so(theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    assert "Ingen ændringer" in page(theme, qtbot).cards[1].accessibleName()


def test_the_ways_to_begin(theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    made = page(theme, qtbot, ())
    for signal, button in (
        (made.file_wanted, made.zone.button),
        (made.example_wanted, made.example),
        (made.plan_wanted, made.open),
    ):
        with qtbot.waitSignal(signal):
            button.click()


def test_the_keyboard_reaches_the_cards(theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    made = page(theme, qtbot)
    with qtbot.waitSignal(made.recent_chosen):
        qtbot.keyClick(made.cards[1], Qt.Key.Key_Space)


@pytest.mark.parametrize("mode", list(Mode))
def test_it_is_painted_in_every_look(mode: Mode, qtbot: QtBot) -> None:
    theme = Theme(mode)
    image = page(theme, qtbot).cards[0].grab().toImage()
    assert image.pixelColor(image.width() // 2, 8).name() == theme.color("surface").name()
