"""The head of the findings."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from sorstudio.rules.finding import Severity
from sorstudio.ui.findings.grouping import GroupBy
from sorstudio.ui.findings.pane import FindingsPane
from sorstudio.ui.preferences import Preferences


def test_another_grouping_is_chosen_with_the_mouse_and_remembered(
    findings: FindingsPane, qtbot: QtBot, tmp_path_factory: object, qapp: QApplication
) -> None:
    preferences = Preferences(tmp_path_factory.mktemp("own") / "window.ini")  # type: ignore[attr-defined]
    findings.remember_in(preferences)
    qtbot.mouseClick(findings.head.group, Qt.MouseButton.LeftButton)
    menu = next(one for one in findings.head.findChildren(QMenu) if one.isVisible())
    menu.actions()[2].trigger()
    menu.close()
    assert findings.list.findings.by is GroupBy.SEVERITY
    assert {row.group for row in findings.list.findings.rows} <= {one.value for one in Severity}
    findings.list.findings.group_by(GroupBy.RULE)
    findings.remember_in(Preferences(tmp_path_factory.getbasetemp() / "own0" / "window.ini"))  # type: ignore[attr-defined]
    assert findings.list.findings.by is GroupBy.SEVERITY


def test_words_that_are_typed_narrow_the_list(findings: FindingsPane, qtbot: QtBot) -> None:
    qtbot.keyClicks(findings.head.words, "akanden")
    assert not [row for row in findings.list.findings.rows if row.finding and "kanden" not in row.finding.unit_name]
    qtbot.keyClicks(findings.head.words, " qqq")
    assert findings.list.findings.rowCount() == 0
    qtbot.keyClick(findings.head.words, Qt.Key.Key_Escape)
    assert findings.list.findings.rowCount() > 0


def test_the_head_says_by_which_book_the_plan_is_checked(findings: FindingsPane, qtbot: QtBot) -> None:
    assert "SOR Studio" in findings.head.book.text()
    with qtbot.waitSignal(findings.book_wanted):
        qtbot.mouseClick(findings.head.book, Qt.MouseButton.LeftButton)
