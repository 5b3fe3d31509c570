"""The list of findings under mouse and keyboard."""

import pytest
from PySide6.QtCore import QRectF, Qt
from pytestqt.qtbot import QtBot

from sorstudio.rules.finding import Finding, Repair, Severity
from sorstudio.ui.findings.list import FindingList
from sorstudio.ui.theme import Theme
from tests.ui.findings.test_model import KNOWN

REPAIR = Repair("rename", {"act": "rename", "unit": "1", "name": "Team"})
FOUND = (
    Finding("SOR-001", Severity.ERROR, "1", "Team", "rule.text", repairs=(REPAIR,)),
    Finding("SOR-040", Severity.WARNING, "2", "Nord", "rule.text"),
    Finding("SOR-040", Severity.WARNING, "3", "Syd", "rule.text"),
)


@pytest.fixture
def rows(theme: Theme, qtbot: QtBot) -> FindingList:
    rows = FindingList(theme)
    rows.repair_word = "Udbedr"
    qtbot.addWidget(rows)
    rows.findings.show_findings(FOUND, KNOWN)
    rows.resize(900, 300)
    rows.show()
    qtbot.waitExposed(rows)
    return rows


def area(rows: FindingList, row: int) -> QRectF:
    return QRectF(rows.visualRect(rows.findings.index(row, 0)))


def test_a_click_on_the_words_asks_for_the_unit(rows: FindingList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rows.wanted) as told, qtbot.assertNotEmitted(rows.repair_wanted):
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=area(rows, 0).center().toPoint())
    assert told.args == [0]


def test_a_click_on_the_button_repairs_and_goes_nowhere(rows: FindingList, qtbot: QtBot) -> None:
    where = rows.button_area(area(rows, 0)).center().toPoint()
    with qtbot.waitSignal(rows.repair_wanted), qtbot.assertNotEmitted(rows.wanted):
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_the_keyboard_folds_goes_and_repairs(rows: FindingList, qtbot: QtBot) -> None:
    rows.setFocus()
    rows.focus_row(1)
    qtbot.keyClick(rows, Qt.Key.Key_Left)
    assert rows.findings.rowCount() == 2
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert rows.findings.rowCount() == 4
    rows.focus_row(0)
    with qtbot.waitSignal(rows.repair_wanted):
        qtbot.keyClick(rows, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)


def test_next_and_previous_open_what_is_folded_away_and_go_round(rows: FindingList) -> None:
    rows.findings.toggle(1)
    assert rows.beside(0, 1) == 2
    rows.findings.toggle(1)
    assert rows.beside(0, -1) == 3
    assert rows.beside(3, 1) == 0
    assert rows.beside(2, -1) == 0
    assert rows.beside(-1, 1) == 0
    assert rows.beside(-1, -1) == 3
