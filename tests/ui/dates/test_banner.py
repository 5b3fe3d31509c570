"""The banner that says which day is shown."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.ui.dates.banner import DayBanner
from sorstudio.ui.editor import Editor
from sorstudio.ui.translate import Tongue

DAY = date(2027, 3, 1)


@pytest.fixture
def banner(editor: Editor, tongue: Tongue, qtbot: QtBot) -> DayBanner:
    banner = DayBanner(editor)
    qtbot.addWidget(banner)
    return banner


def test_it_is_there_only_while_a_day_is_looked_at(banner: DayBanner, editor: Editor, qtbot: QtBot) -> None:
    assert not banner.isVisible()
    editor.show_day(DAY)
    assert banner.isVisible()
    assert banner.words.text().startswith("Viser 1. marts 2027.")
    qtbot.mouseClick(banner.show_all, Qt.MouseButton.LeftButton)
    assert editor.plan.shown_day is None
    assert not banner.isVisible()


def test_the_day_becomes_the_working_date_only_when_asked_for(banner: DayBanner, editor: Editor, qtbot: QtBot) -> None:
    editor.show_day(DAY)
    assert editor.plan.head is None
    qtbot.mouseClick(banner.keep, Qt.MouseButton.LeftButton)
    assert editor.plan.shown_day is None
    assert editor.plan.working_date == DAY
    editor.undo()
    assert editor.plan.working_date != DAY
