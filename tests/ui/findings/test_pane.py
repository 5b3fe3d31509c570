"""The findings pane on a plan."""

from functools import partial

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.rules.accepting import accept
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


def narrowed(pane: FindingsPane, editor: Editor, name: str) -> str:
    branch = key(editor.plan, name)
    pane.narrow(branch)
    return branch


def shown_units(pane: FindingsPane) -> set[str]:
    return {one.unit for one in pane.shown.open}


def test_it_can_speak_of_one_branch_only(findings: FindingsPane, editor: Editor) -> None:
    whole = findings.split.open
    branch = narrowed(findings, editor, "Plejehjem")
    inside = {branch, *editor.plan.state().below(branch)}
    assert shown_units(findings) == {one.unit for one in whole} & inside
    assert 0 < len(findings.shown.open) < len(whole)
    assert findings.split.open == whole
    assert "»Plejehjem«" in findings.head.branch.text()
    assert {one.finding.unit for one in findings.list.findings.rows if one.finding} <= inside


def test_a_click_on_the_chip_brings_the_whole_plan_back(findings: FindingsPane, editor: Editor, qtbot: QtBot) -> None:
    narrowed(findings, editor, "Plejehjem")
    assert findings.head.branch.isVisible()
    qtbot.mouseClick(findings.head.branch, Qt.MouseButton.LeftButton)
    assert not findings.head.branch.isVisible()
    assert findings.shown == findings.split


def test_so_does_escape_in_the_list(findings: FindingsPane, editor: Editor, qtbot: QtBot) -> None:
    narrowed(findings, editor, "Plejehjem")
    qtbot.keyClick(findings.list, Qt.Key.Key_Escape)
    assert findings.branch == ""
    assert findings.shown == findings.split


def test_the_tab_goes_on_counting_the_whole_plan(findings: FindingsPane, editor: Editor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(findings.counted) as told:
        narrowed(findings, editor, "Plejehjem")
    assert told.args == [len(findings.split.open)]


def test_a_branch_that_an_undo_takes_away_is_no_longer_asked_for(
    findings: FindingsPane, editor: Editor, qtbot: QtBot
) -> None:
    editor.do(partial(units.create, parent=key(editor.plan, "Plejehjem"), name="Ny gren"))
    narrowed(findings, editor, "Ny gren")
    editor.undo()
    qtbot.waitUntil(lambda: findings.branch == "")
    assert findings.shown == findings.split


def test_a_branch_without_open_findings_says_so(findings: FindingsPane, editor: Editor, qtbot: QtBot) -> None:
    unit = key(editor.plan, "Åkanden")
    for code in {one.code for one in findings.open_at(unit)}:
        found = [one for one in findings.open_at(unit) if one.code == code]
        editor.do(partial(accept, findings=found, reason="Det er rigtigt"))
    qtbot.waitUntil(lambda: not findings.open_at(unit))
    findings.narrow(unit)
    assert findings.empty.text() == "Ingen bemærkninger under »Åkanden«."
    assert findings.empty.isVisible()
    assert {one.finding.unit for one in findings.shown.accepted} == {unit}
