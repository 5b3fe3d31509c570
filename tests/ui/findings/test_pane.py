"""The findings pane on a plan."""

from functools import partial

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.rules.finding import Severity
from sorstudio.ui.editor import Editor
from sorstudio.ui.findings.model import signs_by_unit
from sorstudio.ui.findings.pane import FindingsPane
from sorstudio.ui.theme import Mode, Theme
from tests.model.outline import key


def row(pane: FindingsPane, code: str, name: str) -> int:
    rows = pane.list.findings.rows
    return next(
        i
        for i, one in enumerate(rows)
        if one.finding and one.finding.code == code and one.finding and one.finding.unit_name == name
    )


def codes(pane: FindingsPane, name: str) -> set[str]:
    return {one.code for one in pane.findings if one.unit_name == name}


def test_what_an_act_makes_wrong_appears_and_goes_with_undo(
    findings: FindingsPane, editor: Editor, qtbot: QtBot
) -> None:
    before = codes(findings, "Åkanden")
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åkanden  Nord"))
    qtbot.waitUntil(lambda: bool(codes(findings, "Åkanden  Nord") - before))
    editor.undo()
    qtbot.waitUntil(lambda: codes(findings, "Åkanden") == before)


def test_a_repair_is_an_act_that_makes_the_finding_go(findings: FindingsPane, editor: Editor, qtbot: QtBot) -> None:
    unit = key(editor.plan, "Åkanden")
    editor.do(partial(units.rename, unit=unit, name="Åkanden  Nord"))
    qtbot.waitUntil(lambda: any(one.repairs and one.unit == unit for one in findings.findings))
    wrong = next(one for one in findings.findings if one.repairs and one.unit == unit and "Nord" in one.unit_name)
    findings.repair_row(findings.list.findings.row_of(wrong))
    assert len(editor.plan.journal.changes) == 2
    qtbot.waitUntil(lambda: wrong not in findings.findings)


def test_the_next_finding_chooses_its_unit(findings: FindingsPane, editor: Editor) -> None:
    met = []
    for _ in range(3):
        findings.next_finding()
        row_ = findings.list.findings.rows[findings.list.currentIndex().row()]
        assert row_.finding is not None
        assert editor.selection == (row_.finding.unit,)
        met.append(row_.finding)
    assert len(set(map(id, met))) == 3


def test_a_severity_is_hidden_with_a_click(findings: FindingsPane, qtbot: QtBot) -> None:
    shown = {one.severity for one in findings.findings}
    for severity in shown:
        qtbot.mouseClick(findings.buttons[severity], Qt.MouseButton.LeftButton)
    assert findings.list.findings.rowCount() == 0
    qtbot.mouseClick(findings.buttons[Severity.WARNING], Qt.MouseButton.LeftButton)
    assert findings.list.findings.rowCount() > 0


def test_others_are_told_the_severities_of_each_unit(findings: FindingsPane, editor: Editor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(findings.found) as told:
        editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åkanden  Nord"))
    assert told.args is not None
    assert told.args[0] == signs_by_unit(findings.checking.found)


def test_others_are_told_nothing_where_the_severities_stay(
    findings: FindingsPane, editor: Editor, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(findings.checking.checked), qtbot.assertNotEmitted(findings.found):
        editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen"))


def test_the_list_says_the_new_name_and_follows_the_order_of_the_tree(
    findings: FindingsPane, editor: Editor, qtbot: QtBot
) -> None:
    for name in ("Ålen", "Aaen"):
        unit = findings.findings[-1].unit
        with qtbot.waitSignal(findings.checking.checked):
            editor.do(partial(units.rename, unit=unit, name=name))
        order = [one.key for _, one in editor.plan.state().walk()]
        shown = [row.finding for row in findings.list.findings.rows if row.finding is not None]
        assert [one.unit_name for one in shown if one.unit == unit].count(name)
        for rule in {one.code for one in shown}:
            places = [order.index(one.unit) for one in shown if one.code == rule and one.unit]
            assert places == sorted(places)


def test_another_size_keeps_the_rows(findings: FindingsPane) -> None:
    rows = list(findings.list.findings.rows)
    findings.set_theme(Theme(Mode.CONTRAST, 2.5))
    assert findings.list.findings.rows == rows
    assert not findings.grab().isNull()
