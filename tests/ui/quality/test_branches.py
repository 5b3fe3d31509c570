"""The table of branches."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from sorstudio.model.texts import Texts
from sorstudio.resources import texts
from sorstudio.rules.quality import Quality, Score
from sorstudio.rules.telling import Telling
from sorstudio.ui.quality.branches import BranchModel, BranchTable, Column
from sorstudio.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("qapp")
TELLING = Telling(Texts(texts("da"), "da"))


def quality(**scores: float | None) -> Quality:
    rows = tuple(Score(name, name, score, (), (), 9, 1) for name, score in scores.items())
    return Quality(Score("", "", None, ()), rows)


def names(table: BranchTable) -> list[str]:
    return [table.sorted.index(row, Column.NAME).data() for row in range(table.sorted.rowCount())]


def test_qt_finds_nothing_wrong_with_the_model() -> None:
    model = BranchModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for rows in ({"a": 90.0}, {}, {"a": 90.0, "b": None}):
        model.show_quality(quality(**rows), quality(**rows), TELLING)
        assert model.rowCount() == len(rows)
    tester.deleteLater()


def test_before_and_after_stand_side_by_side(theme: Theme) -> None:
    table = BranchTable(theme)
    table.branches.show_quality(quality(a=80.0), quality(a=95.5, b=None), TELLING)
    rows = [[table.branches.index(row, column).data() for column in Column] for row in (0, 1)]
    assert rows == [["a", "95,5 god", "80,0", "+15,5", "9", "1"], ["b", "kan ikke vurderes", "–", "–", "9", "1"]]


def test_the_worst_stand_first_and_a_click_on_a_head_sorts(theme: Theme, qtbot: QtBot) -> None:
    table = BranchTable(theme)
    qtbot.addWidget(table)
    table.resize(900, 200)
    table.show()
    table.branches.show_quality(quality(), quality(a=100.0, b=9.0, c=70.0), TELLING)
    assert names(table) == ["b", "c", "a"]
    head = table.horizontalHeader()
    where = head.viewport().rect().center()
    where.setX(head.sectionViewportPosition(Column.NAME) + 5)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert names(table) == ["a", "b", "c"]
