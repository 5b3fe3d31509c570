"""The cards of the start page."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.ui.preferences import Recent
from sorstudio.ui.start.cards import Card, RecentCard
from sorstudio.ui.theme import Mode, Theme
from sorstudio.ui.translate import Tongue


def test_a_card_reads_as_all_that_stands_on_it(theme: Theme, qtbot: QtBot) -> None:
    card = Card(theme, "school", ("Øvelse", "Prøv alt"), ("3", ""))
    qtbot.addWidget(card)
    assert card.accessibleName() == "Øvelse. Prøv alt. 3"


@pytest.mark.parametrize(("changes", "words"), [(0, "Ingen ændringer"), (1, "1 åben ændring"), (2, "2 åbne ændringer")])
def test_the_changes_are_counted_in_words(theme: Theme, tongue: Tongue, qtbot: QtBot, changes: int, words: str) -> None:
    row = RecentCard(theme, "da", Recent("/p/a.sorplan", "Ærø", "", changes))
    qtbot.addWidget(row)
    assert words in row.card.accessibleName()


def test_days_that_make_no_sense_are_left_out(theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    row = RecentCard(theme, "da", Recent("/p/a.sorplan", "Ærø", "i går", 1, "<b>"))
    qtbot.addWidget(row)
    assert row.card.accessibleName() == "Ærø. a. 1 åben ændring"


def test_a_plan_that_is_gone_hands_its_focus_to_the_button_that_removes_it(
    theme: Theme, tongue: Tongue, qtbot: QtBot
) -> None:
    row = RecentCard(theme, "da", Recent("/p/a.sorplan", "Ærø"))
    qtbot.addWidget(row)
    row.show()
    row.activateWindow()
    row.card.setFocus()
    qtbot.waitUntil(row.card.hasFocus)
    row.grey()
    assert row.away.hasFocus()
    assert row.entry() is row.away
    assert row.rect().contains(row.away.geometry())
    with qtbot.assertNotEmitted(row.chosen):
        qtbot.mouseClick(row.card, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("mode", list(Mode))
def test_a_plan_that_is_gone_has_no_ground(mode: Mode, tongue: Tongue, qtbot: QtBot) -> None:
    row = RecentCard(Theme(mode), "da", Recent("/p/a.sorplan", "Ærø"))
    qtbot.addWidget(row)
    row.resize(600, 72)
    before = row.card.grab().toImage().pixelColor(300, 60)
    row.grey()
    after = row.card.grab().toImage().pixelColor(300, 60)
    assert before.name() == Theme(mode).color("surface").name()
    assert mode is Mode.CONTRAST or after != before
