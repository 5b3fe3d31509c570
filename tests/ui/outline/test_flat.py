"""Rows that go over to other rows."""

from array import array

from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from sorstudio.ui.outline.flat import NOWHERE, FlatRows, Index
from sorstudio.ui.outline.rows import DRAFT, GHOST, Rows, Step


class Bare(FlatRows):
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = 0) -> object:
        return self.key(index.row()) if role == 0 else None


def rows(keys: str) -> Rows:
    return Rows(list(keys), array("H", [0] * len(keys)))


def test_qt_is_told_every_way_over(qtbot: QtBot) -> None:
    model = Bare()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    steps = [model.go_over(rows(keys), lambda: None) for keys in ("ab", "acb", "acb", "bac", "bc", "xyz")]
    assert steps == [Step.INSERT, Step.INSERT, Step.SAME, Step.MOVE, Step.REMOVE, Step.RESET]
    assert (model.row("y"), model.row("a")) == (1, -1)


def test_a_row_knows_whether_it_is_a_unit(qtbot: QtBot) -> None:
    model = Bare()
    model.go_over(Rows(["a", GHOST + "b", DRAFT + "a"], array("H", [0, 1, 1])), lambda: None)
    assert [model.is_unit(row) for row in range(3)] == [True, False, False]
    assert (model.is_ghost(1), model.is_draft(2)) == (True, True)
    assert [model.key(row) for row in range(3)] == ["a", "b", "a"]
    assert model.depth(2) == 1
