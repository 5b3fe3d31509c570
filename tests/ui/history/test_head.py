"""The head of the history."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.history.pane import HistoryPane
from sorstudio.ui.translate import Tongue


def choose(pane: HistoryPane, chip: QPushButton, words: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    menu = next(one for one in pane.head.findChildren(QMenu) if one.isVisible())
    action = next(one for one in menu.actions() if words in one.text())
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def test_words_filter_the_acts(history: HistoryPane, qtbot: QtBot) -> None:
    qtbot.keyClicks(history.head.words, "hedder nu b")
    assert [one.sentence for one in history.list.history.rows] == ["A hedder nu B."]
    assert not history.list.history.rows[0].row.has_parent
    qtbot.keyClick(history.head.words, Qt.Key.Key_Escape)
    assert len(history.list.history.rows) == 5


def test_another_branch_is_chosen(history: HistoryPane, branched: Editor, tongue: Tongue, qtbot: QtBot) -> None:
    choose(history, history.head.branch, "A hedder nu B.", qtbot)
    assert "B" in {unit.name for unit in branched.plan.state().units.values()}
    branched.plan.name_branch("Plan B")
    qtbot.waitUntil(lambda: history.head.branch.text() == "Gren: Plan B")


def test_the_branch_here_is_compared_with_another(history: HistoryPane, branched: Editor, qtbot: QtBot) -> None:
    choose(history, history.head.compare, "A hedder nu B.", qtbot)
    assert history.comparison.isVisible()
    (row,) = history.comparison.list.lines.rows
    assert row.sentence == "»D«: navn er B i planen efter handling nr. 2 og D i planen, som den står nu."
