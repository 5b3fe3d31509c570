"""Lines of units: read aloud in full, wrapped where there is little room, taken by click or key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from sorstudio.ui.routes.unit_lines import UnitLine, UnitLineModel, UnitLines
from sorstudio.ui.theme import Mode, Theme

LONG = "»Sundhedscenter Eksempelby« modtager XREF15 på 5790990000092"
LINES = (UnitLine("a", LONG, "Kommune › Sundhed"), UnitLine("b", "Nord", "Ligner i navnet", warns=True))


@pytest.fixture
def lines(theme: Theme, qtbot: QtBot) -> UnitLines:
    made = UnitLines(theme)
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.show_lines("Det nærmeste", LINES)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_qt_finds_nothing_wrong_with_the_model() -> None:
    model = UnitLineModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for shown in (LINES, LINES[:1], (), LINES):
        model.show_lines(shown)
        assert tester.model().rowCount() == len(shown)
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Nord. Ligner i navnet"


def test_a_click_goes_to_the_unit(lines: UnitLines, qtbot: QtBot) -> None:
    where = lines.visualRect(lines.shown.index(1, 0)).center()
    with qtbot.waitSignal(lines.wanted) as told:
        qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told.args == ["b"]


def test_enter_goes_to_the_unit_that_the_arrows_chose(lines: UnitLines, qtbot: QtBot) -> None:
    lines.setFocus()
    qtbot.keyClick(lines, Qt.Key.Key_Down)
    with qtbot.waitSignal(lines.wanted) as told:
        qtbot.keyClick(lines, Qt.Key.Key_Return)
    assert told.args == ["b"]


def test_where_there_is_little_room_a_sentence_goes_on_in_the_next_line(lines: UnitLines) -> None:
    wide = lines.height_of(LINES[0])
    lines.resize(180, 200)
    assert lines.height_of(LINES[0]) > wide
    assert lines.height() >= sum(lines.height_of(one) for one in LINES)


def test_without_lines_there_is_nothing_to_tab_to(lines: UnitLines) -> None:
    lines.show_lines("Det nærmeste", ())
    assert not lines.isVisible()


@pytest.mark.parametrize("mode", list(Mode))
def test_a_trap_looks_otherwise_in_every_look(lines: UnitLines, mode: Mode) -> None:
    lines.set_theme(Theme(mode))
    before = lines.grab().toImage()
    lines.show_lines("Det nærmeste", (LINES[0], UnitLine("b", "Nord", "Ligner i navnet")))
    assert lines.grab().toImage() != before
