"""The list of the history."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.ui.editor import Editor
from sorstudio.ui.history.lanes import history_rows
from sorstudio.ui.history.list import HistoryModel, Shown
from sorstudio.ui.history.pane import HistoryPane
from tests.model.outline import key


def test_the_model_holds_the_rows_and_says_them_whole(branched: Editor, qtbot: QtBot) -> None:
    model = HistoryModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(
        [Shown(row, "Omdøbt", "fra i dag", "Mette", "10.42", "") for row in history_rows(branched.plan.journal)]
    )
    assert model.rowCount() == 5
    assert model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole) == "Omdøbt · fra i dag · Mette · 10.42"
    tester.deleteLater()


def test_two_lines_take_two_lanes(history: HistoryPane) -> None:
    assert history.list.lanes == 2


def test_click_and_enter_ask_to_stand_at_a_row(history: HistoryPane, qtbot: QtBot) -> None:
    rows = history.list
    where = rows.visualRect(rows.history.index(3, 0)).center()
    with qtbot.waitSignal(rows.wanted) as told:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told.args == [3]
    with qtbot.waitSignal(rows.wanted):
        qtbot.keyClick(rows, Qt.Key.Key_Return)


def test_a_reason_stands_beside_its_act(branched: Editor, history: HistoryPane, qtbot: QtBot) -> None:
    unit = key(branched.plan, "D")
    branched.reason = "Aftalt på mødet"
    branched.do(partial(units.rename, unit=unit, name="E"))
    qtbot.waitUntil(lambda: history.list.history.rowCount() == 6)
    rows = history.list
    assert rows.history.rows[0].reason == "Aftalt på mødet"
    assert rows.history.rows[1].reason == ""
    told = rows.grab(rows.visualRect(rows.history.index(0, 0))).toImage()
    rows.history.rows[0].row = replace(rows.history.rows[0].row, change=None)
    rows.viewport().update()
    assert rows.grab(rows.visualRect(rows.history.index(0, 0))).toImage() != told
