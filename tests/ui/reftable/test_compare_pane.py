"""What another table says, and its texts taken over by a click."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.reftable.compare_pane import ComparePane
from sorstudio.ui.reftable.comparing import compare
from sorstudio.ui.reftable.listing import Listing
from sorstudio.ui.reftable.saving import save_table
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Tongue
from tests.ui.reftable.conftest import OFFER

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def beside(
    found: Listing, town_editor: Editor, theme: Theme, tongue: Tongue, tmp_path: Path, qtbot: QtBot
) -> ComparePane:
    path = save_table(town_editor.plan, found, town_editor.texts, tmp_path / "andres.csv")
    path.write_text(path.read_text("utf-8-sig").replace("Over 18 år.", "Over 16 år."), "utf-8")
    made = ComparePane(town_editor, theme)
    qtbot.addWidget(made)
    made.resize(1200, 400)
    made.show()
    qtbot.waitExposed(made)
    made.show_found(compare(town_editor.plan, found, town_editor.texts, path, is_own=False), found)
    return made


def test_a_click_takes_the_texts_over_and_puts_the_file_away(
    beside: ComparePane, town_editor: Editor, qtbot: QtBot
) -> None:
    closed, said = QSignalSpy(beside.closed), QSignalSpy(town_editor.said)
    assert beside.take.text() == "Overtag teksterne (1)"
    qtbot.mouseClick(beside.take, LEFT)
    held = town_editor.plan.state().offer_text(OFFER)
    assert held is not None
    assert held.criteria == "Over 16 år."
    assert closed.count() == 1
    assert said.at(said.count() - 1)[0] == "Teksterne om 1 tilbud er taget over fra andres.csv."


def test_escape_puts_it_away_and_changes_nothing(beside: ComparePane, town_editor: Editor) -> None:
    before, closed = len(town_editor.plan.journal.path()), QSignalSpy(beside.closed)
    QTest.keyClick(beside.list, Qt.Key.Key_Escape)
    assert closed.count() == 1
    assert len(town_editor.plan.journal.path()) == before


def test_enter_on_a_row_goes_to_its_unit(beside: ComparePane, town_editor: Editor) -> None:
    wanted = QSignalSpy(beside.unit_wanted)
    beside.list.setFocus()
    beside.list.focus_row(1)
    QTest.keyClick(beside.list, Qt.Key.Key_Return)
    assert wanted.at(0)[0] in town_editor.plan.state().units


def test_a_plan_that_is_only_read_takes_nothing_over(beside: ComparePane, town_editor: Editor) -> None:
    town_editor.read_only = True
    beside.retranslate()
    assert not beside.take.isEnabled()
