"""The list of the history."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.history.lanes import history_rows
from sorstudio.ui.history.list import HistoryModel, Shown
from sorstudio.ui.history.pane import HistoryPane


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
