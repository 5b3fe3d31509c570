"""Each guide by mouse and keyboard to its end, and undone in one step."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import numbers
from sorstudio.model.edits.acts import change_for, parse_act
from sorstudio.model.plan import Plan
from sorstudio.model.records import NumberState
from sorstudio.requests.guides.guide import guides
from sorstudio.ui.editor import Editor
from sorstudio.ui.guides.panel import GuidePanel
from sorstudio.ui.theme import Look, Theme
from sorstudio.ui.translate import Language, Tongue, texts_in
from tests.model.outline import drawing, key
from tests.requests.guides.kit import municipality
from tests.ui.window_kit import open_window, work


@pytest.fixture
def plan() -> Plan:
    return municipality()


@pytest.fixture
def editor(plan: Plan, tongue: Tongue) -> Editor:
    return Editor(plan, texts_in(Language.DANISH))


@pytest.fixture
def panel(editor: Editor, theme: Theme, qtbot: QtBot) -> GuidePanel:
    panel = GuidePanel(editor, theme)
    qtbot.addWidget(panel)
    panel.resize(480, 600)
    return panel


def begin(panel: GuidePanel, editor: Editor, name: str, *units: str) -> None:
    editor.select([key(editor.plan, unit) for unit in units])
    panel.begin(name)


def typed(panel: GuidePanel, qtbot: QtBot, name: str, words: str) -> None:
    field = panel.fields[name]
    assert isinstance(field, QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, words)


def chosen(panel: GuidePanel, qtbot: QtBot, name: str, words: str) -> None:
    field = panel.fields[name]
    assert isinstance(field, QComboBox)
    at = next(at for at in range(field.count()) if words in field.itemText(at))
    for _ in range(abs(at - field.currentIndex())):
        qtbot.keyClick(field, Qt.Key.Key_Down if at > field.currentIndex() else Qt.Key.Key_Up)
    assert words in field.currentText()


def enter(panel: GuidePanel, qtbot: QtBot) -> None:
    first: QWidget = next(iter(panel.fields.values()))
    qtbot.keyClick(first, Qt.Key.Key_Return)


def click(panel: GuidePanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.on, Qt.MouseButton.LeftButton)


def check_one_undo(editor: Editor, before: str) -> None:
    assert len(editor.plan.journal.path()) == 2
    editor.undo()
    assert drawing(editor.plan) == before


def test_two_units_are_joined_by_keyboard(panel: GuidePanel, editor: Editor, qtbot: QtBot) -> None:
    before = drawing(editor.plan)
    begin(panel, editor, "merge", "Hjemmepleje")
    typed(panel, qtbot, "other", "Birkehjemmet")
    enter(panel, qtbot)
    assert "Trin 2 af 3" in panel.step.text()
    chosen(panel, qtbot, "number", "Birkehjemmet")
    enter(panel, qtbot)
    assert any("5790990000030 i stedet for" in words for words in panel.follows.sentences)
    enter(panel, qtbot)
    state = editor.plan.state()
    assert panel.isHidden()
    assert state.units[key(editor.plan, "Birkehjemmet")].valid_to is not None
    number = state.number_of(key(editor.plan, "Hjemmepleje"))
    assert number is not None
    assert number.gln == "5790990000030"
    check_one_undo(editor, before)


def test_a_unit_is_split_by_mouse(panel: GuidePanel, editor: Editor, qtbot: QtBot) -> None:
    before = drawing(editor.plan)
    begin(panel, editor, "split", "Hjemmepleje")
    typed(panel, qtbot, "name1", "Øst")
    typed(panel, qtbot, "name2", "Vest")
    click(panel, qtbot)
    chosen(panel, qtbot, f"share:child:{key(editor.plan, 'Syd')}", "Vest")
    click(panel, qtbot)
    click(panel, qtbot)
    assert editor.plan.state().children(key(editor.plan, "Vest")) == (key(editor.plan, "Syd"),)
    check_one_undo(editor, before)


def test_an_administration_moves_with_a_number_ordered(panel: GuidePanel, editor: Editor, qtbot: QtBot) -> None:
    before = drawing(editor.plan)
    begin(panel, editor, "move", "Træning")
    typed(panel, qtbot, "to", "Ældre og Handicap")
    enter(panel, qtbot)
    chosen(panel, qtbot, "inherit", "bestilles")
    enter(panel, qtbot)
    field = panel.fields["day"]
    assert isinstance(field, QDateEdit)
    qtbot.waitUntil(panel.use_day.isVisible)
    assert "7. december 2026" in panel.problem.text()
    qtbot.mouseClick(panel.use_day, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not panel.use_day.isVisible())
    enter(panel, qtbot)
    made = key(editor.plan, "Træning")
    assert editor.plan.state().units[made].parent == key(editor.plan, "Ældre og Handicap")
    assert editor.plan.state().number_of(made) is not None
    check_one_undo(editor, before)


def test_a_care_home_closes_with_all_that_belongs_to_it(panel: GuidePanel, editor: Editor, qtbot: QtBot) -> None:
    before = drawing(editor.plan)
    begin(panel, editor, "close", "Birkehjemmet")
    click(panel, qtbot)
    typed(panel, qtbot, "successor", "Lindehjemmet")
    assert "number" in panel.fields
    chosen(panel, qtbot, "number", "overtager")
    click(panel, qtbot)
    click(panel, qtbot)
    state, taker = editor.plan.state(), key(editor.plan, "Lindehjemmet")
    assert state.number_of(taker) is not None
    assert {one.offer for one in state.placements(taker)} == {"akutfunktion", "traening"}
    assert state.units[key(editor.plan, "Daghjem")].valid_to is not None
    check_one_undo(editor, before)


def test_a_number_is_ordered_with_the_system_of_the_settings(panel: GuidePanel, editor: Editor, qtbot: QtBot) -> None:
    before = drawing(editor.plan)
    begin(panel, editor, "number", "Syd")
    typed(panel, qtbot, "system", "Nexus")
    click(panel, qtbot)
    click(panel, qtbot)
    number = editor.plan.state().number_of(key(editor.plan, "Syd"))
    assert number is not None
    assert number.system == "Nexus"
    check_one_undo(editor, before)


def test_escape_leaves_nothing_behind(panel: GuidePanel, editor: Editor, qtbot: QtBot) -> None:
    begin(panel, editor, "split", "Hjemmepleje")
    typed(panel, qtbot, "name1", "Øst")
    head = editor.plan.head
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel.fields["name1"], Qt.Key.Key_Escape)
    assert (panel.isHidden(), editor.plan.head, panel.guiding) == (True, head, None)


def test_what_must_be_answered_is_said(panel: GuidePanel, editor: Editor, qtbot: QtBot) -> None:
    begin(panel, editor, "move", "Træning")
    click(panel, qtbot)
    assert panel.problem.text() == "Svar først på: Hvor skal Træning hen?"
    assert panel.at == 0


def test_a_refusal_of_the_plan_stays_beside_the_answers(panel: GuidePanel, editor: Editor, qtbot: QtBot) -> None:
    begin(panel, editor, "move", "Hjemmepleje")
    typed(panel, qtbot, "to", "Nord · Hjemmepleje")
    for _ in range(3):
        click(panel, qtbot)
    assert panel.problem.text()
    assert not panel.isHidden()
    assert len(editor.plan.journal.path()) == 1


def test_going_back_keeps_the_answers(panel: GuidePanel, editor: Editor, qtbot: QtBot) -> None:
    begin(panel, editor, "split", "Hjemmepleje")
    typed(panel, qtbot, "name1", "Øst")
    typed(panel, qtbot, "name2", "Vest")
    click(panel, qtbot)
    qtbot.mouseClick(panel.back, Qt.MouseButton.LeftButton)
    field = panel.fields["name2"]
    assert isinstance(field, QLineEdit)
    assert field.text() == "Vest"


def test_the_line_for_apply_makes_the_same(panel: GuidePanel, editor: Editor, qtbot: QtBot) -> None:
    begin(panel, editor, "close", "Birkehjemmet")
    click(panel, qtbot)
    typed(panel, qtbot, "successor", "Lindehjemmet")
    click(panel, qtbot)
    qtbot.mouseClick(panel.copy, Qt.MouseButton.LeftButton)
    act = parse_act(json.loads(QGuiApplication.clipboard().text()))
    other = editor.plan.snapshot()
    other.apply(change_for(other, act, {}))
    click(panel, qtbot)
    assert drawing(other) == drawing(editor.plan)


def test_a_unit_that_goes_meanwhile_ends_the_guide(panel: GuidePanel, editor: Editor, plan: Plan) -> None:
    from sorstudio.model.edits import closing

    begin(panel, editor, "number", "Syd")
    plan.apply(closing.close(plan, key(plan, "Syd")))
    assert panel.isHidden()


def test_nothing_begins_without_a_unit(panel: GuidePanel, editor: Editor) -> None:
    panel.begin("merge")
    assert panel.isHidden()


def test_the_menu_opens_a_guide_in_the_window_ready_to_type(tmp_path: Path, look: Look, tongue: Tongue) -> None:
    with open_window(tmp_path, look, tongue, municipality()) as window:
        editor = work(window).editor
        editor.select([key(editor.plan, "Birkehjemmet")])
        window.acts.by_name["guide_merge"].trigger()
        panel = work(window).outline.guide
        assert panel.isVisible()
        assert window.focusWidget() is panel.fields["other"]
        work(window).questions.new_unit()
        assert panel.isHidden()


def test_a_finding_leads_to_its_guide(tmp_path: Path, look: Look, tongue: Tongue, qtbot: QtBot) -> None:
    with open_window(tmp_path, look, tongue, municipality()) as window:
        findings, editor = work(window).findings, work(window).editor
        called_for = {code: one.title.name_da for one in guides().values() for code in one.rules}
        plan = editor.plan
        plan.apply(numbers.set_location_number(plan, key(plan, "Ældre og Handicap"), NumberState.NONE, day=None))
        qtbot.waitUntil(lambda: any(one.code in called_for for one in findings.findings))
        finding = next(one for one in findings.findings if one.code in called_for)
        findings.list.focus_row(findings.list.findings.row_of(finding))
        words = f"Vejled mig: {called_for[finding.code]}"
        (button,) = [one for one in findings.detail.findChildren(QPushButton) if one.text().strip() == words]
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        panel = work(window).outline.guide
        assert panel.isVisible()
        assert editor.selection == (finding.unit,)
