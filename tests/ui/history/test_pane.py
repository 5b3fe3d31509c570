"""The history pane."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.history.list import Shown
from sorstudio.ui.history.pane import HistoryPane
from sorstudio.ui.theme import Mode, Theme


def row(pane: HistoryPane, words: str) -> Shown:
    return next(one for one in pane.list.history.rows if words in one.sentence)


def click(pane: HistoryPane, words: str, qtbot: QtBot) -> None:
    place = pane.list.history.rows.index(row(pane, words))
    where = pane.list.visualRect(pane.list.history.index(place, 0)).center()
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=where)


def names(editor: Editor) -> set[str]:
    return {unit.name for unit in editor.plan.state().units.values()}


def test_an_act_says_what_from_when_by_whom_and_when(history: HistoryPane) -> None:
    one = row(history, "hedder nu D")
    assert (one.sentence, one.day, one.author) == ("C hedder nu D.", "gælder fra 30. nov. 2026", "Test")
    assert one.time
    assert one.here == "Planen står her"


def test_a_click_stands_the_plan_on_the_other_branch(history: HistoryPane, branched: Editor, qtbot: QtBot) -> None:
    click(history, "hedder nu B", qtbot)
    assert "B" in names(branched)
    qtbot.waitUntil(lambda: row(history, "hedder nu B").row.is_here)
    assert row(history, "hedder nu D").row.lane == 1


def test_the_baseline_is_the_first_of_all(history: HistoryPane, branched: Editor, qtbot: QtBot) -> None:
    click(history, "Registerudtræk pr. 2. november 2026", qtbot)
    assert "Åkanden" in names(branched)
    assert branched.plan.head is None


def test_a_branch_gets_a_name(history: HistoryPane, branched: Editor, qtbot: QtBot) -> None:
    qtbot.mouseClick(history.name_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(history.name.line, "Plan B")
    qtbot.keyClick(history.name.line, Qt.Key.Key_Return)
    assert branched.plan.journal.names == {"Plan B": branched.plan.head}
    qtbot.waitUntil(lambda: row(history, "hedder nu D").row.branch == "Plan B")
    assert history.name_button.isVisible()


def test_the_name_goes_to_the_end_of_the_line(history: HistoryPane, branched: Editor) -> None:
    first = branched.plan.journal.path()[0].id
    history.ask_name(first)
    history.name.committed.emit("Hele vejen")
    assert branched.plan.journal.names == {"Hele vejen": branched.plan.head}


def test_another_size_keeps_the_rows(history: HistoryPane) -> None:
    before = [one.sentence for one in history.list.history.rows]
    history.set_theme(Theme(Mode.DARK, 2.5))
    assert [one.sentence for one in history.list.history.rows] == before
    assert not history.grab().isNull()


def test_behind_another_tab_it_waits_until_it_is_seen(history: HistoryPane, branched: Editor, qtbot: QtBot) -> None:
    history.hide()
    branched.undo()
    qtbot.wait(20)
    assert row(history, "hedder nu D").row.is_here
    history.show()
    assert row(history, "hedder nu C").row.is_here
