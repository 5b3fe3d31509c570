"""What differs between two places."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.history.pane import HistoryPane
from sorstudio.ui.theme import Mode, Theme
from tests.model.outline import key


def mark(pane: HistoryPane, row: int, qtbot: QtBot) -> None:
    where = pane.list.visualRect(pane.list.history.index(row, 0)).center()
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, where)


def test_two_marked_places_are_compared_and_the_plan_stays(
    history: HistoryPane, branched: Editor, qtbot: QtBot
) -> None:
    head = branched.plan.head
    mark(history, 4, qtbot)
    mark(history, 2, qtbot)
    assert history.comparison.isVisible()
    assert history.comparison.head.text() == "1 forskel mellem udgangspunktet og planen efter handling nr. 2"
    assert branched.plan.head == head


def test_space_marks_and_escape_leads_back(history: HistoryPane, qtbot: QtBot) -> None:
    history.list.setFocus()
    qtbot.keyClick(history.list, Qt.Key.Key_Space)
    qtbot.keyClick(history.list, Qt.Key.Key_Down)
    qtbot.keyClick(history.list, Qt.Key.Key_Space)
    assert history.comparison.isVisible()
    qtbot.keyClick(history.comparison.list, Qt.Key.Key_Escape)
    assert history.list.isVisible()
    assert history.list.marks == ()


def test_a_sentence_leads_to_its_unit(history: HistoryPane, branched: Editor, qtbot: QtBot) -> None:
    history.compare(None, branched.plan.head)
    rows = history.comparison.list
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.lines.index(0, 0)).center())
    assert branched.selection == (key(branched.plan, "D"),)


def test_no_difference_is_said_and_another_size_keeps_it(history: HistoryPane, branched: Editor) -> None:
    history.compare(branched.plan.head, branched.plan.head)
    history.set_theme(Theme(Mode.CONTRAST, 2.0))
    assert history.comparison.head.text().startswith("Der er ingen forskel")
