"""Closing and reopening in the inspector."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.ui.days import to_qdate
from sorstudio.ui.editor import Editor
from sorstudio.ui.inspector.pane import InspectorPane
from sorstudio.ui.inspector.periods import PeriodsGroup, period_lines
from sorstudio.ui.inspector.subject import Subject
from tests.model.outline import key

DAY = date(2027, 1, 1)


@pytest.fixture
def periods(pane: InspectorPane, editor: Editor) -> PeriodsGroup:
    editor.select([key(editor.plan, "Åkanden")])
    found = pane.groups[PeriodsGroup]
    assert isinstance(found, PeriodsGroup)
    return found


def close(periods: PeriodsGroup, day: date) -> None:
    periods.begin.click()
    periods.day.setDate(to_qdate(day))
    periods.form.findChildren(type(periods.begin))[0].click()


def test_a_unit_is_closed_on_a_day_with_a_successor(periods: PeriodsGroup, editor: Editor, qtbot: QtBot) -> None:
    qtbot.mouseClick(periods.begin, Qt.MouseButton.LeftButton)
    assert periods.form.isVisible()
    periods.successor.picked.emit(key(editor.plan, "Solgården"))
    close(periods, DAY)
    subject = Subject(editor.plan, editor.texts, editor.selection)
    assert subject.unit.valid_to == DAY
    assert period_lines(subject) == ["Lukkes 1. jan. 2027"]


def test_the_successor_is_kept_from_the_form(periods: PeriodsGroup, editor: Editor) -> None:
    periods.begin.click()
    periods.successor.picked.emit(key(editor.plan, "Solgården"))
    periods.day.setDate(to_qdate(DAY))
    periods.form.findChildren(type(periods.begin))[0].click()
    assert [one.successor for one in editor.plan.state().successions(editor.selection[0])] == [
        key(editor.plan, "Solgården")
    ]


def test_a_planned_closing_is_taken_back(periods: PeriodsGroup, editor: Editor, qtbot: QtBot) -> None:
    close(periods, DAY)
    qtbot.waitUntil(lambda: periods.reopen.isVisible())
    qtbot.mouseClick(periods.reopen, Qt.MouseButton.LeftButton)
    assert editor.plan.state().units[editor.selection[0]].valid_to is None


def test_keeping_the_unit_changes_nothing(periods: PeriodsGroup, editor: Editor) -> None:
    periods.begin.click()
    periods.form.findChildren(type(periods.begin))[-1].click()
    assert not periods.form.isVisible()
    assert editor.plan.head is None
