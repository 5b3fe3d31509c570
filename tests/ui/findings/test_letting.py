"""Letting many findings stand with one reason."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.findings.letting import Letting
from sorstudio.ui.findings.pane import FindingsPane


def test_many_get_the_same_reason_as_one_act_and_none_is_not_enough(
    findings: FindingsPane, editor: Editor, qtbot: QtBot
) -> None:
    code = next(one.code for one in findings.split.open if one.unit)
    found = [one for one in findings.split.open if one.code == code and one.unit]
    Letting(editor, findings.bar).ask(found)
    reason = findings.bar.findChild(QLineEdit)
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    assert findings.bar.problem.text()
    assert not editor.plan.journal.changes
    qtbot.keyClicks(reason, "Aftalt")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(findings.split.accepted) == len(found))
    assert len(editor.plan.journal.changes) == 1
