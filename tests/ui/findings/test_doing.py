"""What can be done with the chosen finding."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.ui.editor import Editor
from sorstudio.ui.findings.model import ACCEPTED
from sorstudio.ui.findings.pane import FindingsPane
from tests.model.outline import key


def make_wrong(findings: FindingsPane, editor: Editor, qtbot: QtBot, name: str) -> str:
    unit = key(editor.plan, name)
    editor.do(partial(units.rename, unit=unit, name=f"{name}  Nord"))
    qtbot.waitUntil(lambda: any(one.repairs and "  " in one.unit_name for one in findings.findings))
    return unit


def test_the_key_repairs_at_the_unit_that_is_chosen(findings: FindingsPane, editor: Editor, qtbot: QtBot) -> None:
    unit = make_wrong(findings, editor, qtbot, "Åkanden")
    editor.select([unit])
    findings.doing.repair_current()
    assert editor.plan.state().units[unit].name != "Åkanden  Nord"


def test_where_nothing_can_be_repaired_it_is_said(findings: FindingsPane, editor: Editor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.refused):
        findings.doing.repair_current()


def test_a_finding_is_accepted_with_a_reason_and_comes_back(
    findings: FindingsPane, editor: Editor, qtbot: QtBot
) -> None:
    unit = make_wrong(findings, editor, qtbot, "Åkanden")
    wrong = next(one for one in findings.findings if one.repairs and one.unit == unit)
    findings.list.focus_row(findings.list.findings.row_of(wrong))
    words = [one for one in findings.detail.findChildren(QPushButton) if one.text().startswith("Acceptér")]
    before = len(findings.split.open)
    qtbot.mouseClick(words[-1], Qt.MouseButton.LeftButton)
    reason = findings.bar.findChild(QLineEdit)
    qtbot.keyClicks(reason, "Aftalt")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(findings.split.accepted) == 1)
    assert len(findings.split.open) == before - 1
    rows = findings.list.findings
    head = next(at for at, row in enumerate(rows.rows) if row.group == ACCEPTED)
    rows.toggle(head)
    findings.list.focus_row(head + 1)
    assert "Aftalt" in " ".join(findings.detail.words)
    quiet = [one for one in findings.detail.findChildren(QPushButton) if one.text() == "Withdraw the acceptance"]
    qtbot.mouseClick(quiet[-1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not findings.split.accepted)
    assert len(findings.split.open) == before
