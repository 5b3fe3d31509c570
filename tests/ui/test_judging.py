"""Findings that follow the plan."""

from functools import partial

from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.rules.check import check
from sorstudio.ui.editor import Editor
from sorstudio.ui.judging import Judging, worst
from sorstudio.ui.signs import FindingSign
from tests.model.outline import key


def test_the_signs_are_those_of_a_whole_check(editor: Editor, qtbot: QtBot) -> None:
    judging = Judging(editor)
    with qtbot.waitSignal(judging.judged):
        pass
    assert judging.signs().keys() == {finding.unit for finding in check(editor.plan) if finding.unit}


def test_an_act_is_judged_at_once_and_like_a_whole_check(editor: Editor, qtbot: QtBot) -> None:
    judging = Judging(editor)
    judging.check_all()
    unit = key(editor.plan, "Åkanden")
    with qtbot.waitSignal(judging.judged):
        editor.do(partial(units.rename, unit=unit, name="Solgården"))
    after = judging.signs()
    judging.check_all()
    assert after == judging.signs()


def test_nothing_found_is_no_sign() -> None:
    assert worst(()) is FindingSign.NONE
