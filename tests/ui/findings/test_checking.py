"""Findings kept true to the plan."""

from functools import partial

from pytestqt.qtbot import QtBot

from sorstudio.model.edits import messages, units
from sorstudio.model.records import Direction
from sorstudio.rules.check import check
from sorstudio.rules.chosen import choose
from sorstudio.rules.finding import Finding
from sorstudio.ui.editor import Editor
from sorstudio.ui.findings.checking import Checking
from tests.model.outline import key


def codes(checking: Checking) -> set[tuple[str, str]]:
    return {(one.unit, one.code) for group in checking.found.values() for one in group if one.unit}


def whole(editor: Editor) -> set[tuple[str, str]]:
    found: tuple[Finding, ...] = check(editor.plan)
    return {(one.unit, one.code) for one in found if one.unit}


def test_after_each_act_what_is_found_is_what_the_whole_check_finds(editor: Editor) -> None:
    checking = Checking(editor)
    checking.check_all()
    editor.effect.connect(lambda effect: checking.follow([effect]))
    unit = key(editor.plan, "Hjemmesygepleje")
    editor.do(partial(units.set_unit_type, unit=unit, unit_type="hjemmesygeplejeenhed"))
    assert codes(checking) == whole(editor)
    ways = (Direction.IN,)
    editor.do(partial(messages.add_message_type, unit=unit, type_="XDIS21", version=None, directions=ways))
    assert codes(checking) == whole(editor)
    editor.do(partial(units.create, parent=unit, name="Åkanden"))
    assert codes(checking) == whole(editor)
    editor.undo()
    assert codes(checking) == whole(editor)


def test_a_large_plan_is_checked_in_a_thread(editor: Editor, qtbot: QtBot) -> None:
    checking = Checking(editor, large=1)
    with qtbot.waitSignal(checking.checked):
        checking.check_all()
        assert checking.is_busy
    assert codes(checking) == whole(editor)
    checking.close()


def test_an_answer_that_came_too_late_is_not_taken(editor: Editor, qtbot: QtBot) -> None:
    checking = Checking(editor, large=1)
    checking.check_all()
    editor.effect.connect(lambda effect: checking.follow([effect]))
    with qtbot.waitSignal(checking.checked):
        editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Solgården"))
    assert codes(checking) == whole(editor)
    checking.close()


def test_acts_while_a_check_runs_wait_for_its_answer_and_are_then_followed(editor: Editor, qtbot: QtBot) -> None:
    checking = Checking(editor, large=1)
    editor.effect.connect(lambda effect: checking.follow([effect]))
    checking.check_all()
    unit = key(editor.plan, "Åkanden")
    for number in range(20):
        name = "Solgården" if number % 2 else "Åkanden 2"
        editor.do(partial(units.rename, unit=unit, name=name))
    qtbot.waitUntil(lambda: not checking.is_busy)
    assert codes(checking) == whole(editor)
    checking.close()


def test_another_edition_of_the_rules_is_a_whole_check(editor: Editor) -> None:
    checking = Checking(editor)
    checking.check_all()
    editor.effect.connect(lambda effect: checking.follow([effect]))
    code = next(code for _, code in codes(checking))
    editor.do(lambda plan: choose(plan, f'[[rule]]\ncode = "{code}"\non = false\n'))
    assert code not in {found for _, found in codes(checking)}
    editor.undo()
    assert codes(checking) == whole(editor)
    assert code in {found for _, found in codes(checking)}
