"""The working date."""

from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.ui.datebar import DateBar
from sorstudio.ui.days import to_qdate
from sorstudio.ui.editor import Editor
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Tongue
from tests.model.outline import key


@pytest.fixture
def bar(editor: Editor, theme: Theme, tongue: Tongue, qtbot: QtBot) -> DateBar:
    bar = DateBar(editor, theme)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_a_chosen_day_is_the_one_that_acts_take(bar: DateBar, editor: Editor) -> None:
    bar.choose(to_qdate(date(2027, 2, 1)))
    change = editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen"))
    assert change is not None
    assert change.day == date(2027, 2, 1)


def test_the_day_it_is_already_is_no_act(bar: DateBar, editor: Editor) -> None:
    bar.choose(to_qdate(editor.plan.working_date))
    assert editor.plan.head is None


def test_a_press_opens_a_calendar(bar: DateBar, qtbot: QtBot) -> None:
    bar.click()
    qtbot.waitUntil(lambda: bool(bar.findChildren(QCalendarWidget)))
    bar.findChildren(QCalendarWidget)[0].window().close()


def test_it_says_its_day_and_paints_with_and_without_labels(bar: DateBar, editor: Editor) -> None:
    assert bar.accessibleName() == "Arbejdsdato 30. november 2026"
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen"))
    roomy = bar.grab().toImage()
    bar.set_compact(True)
    assert bar.grab().toImage().width() < roomy.width()


def x_of(bar: DateBar, day: date) -> QPoint:
    return QPoint(round(bar.x_of(day)), bar.height() // 2)


def test_a_press_and_a_drag_on_the_line_show_days(bar: DateBar, editor: Editor, qtbot: QtBot) -> None:
    seen: list[date | None] = []
    editor.day_shown.connect(seen.append)
    today = editor.plan.today
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=x_of(bar, today))
    qtbot.waitUntil(lambda: editor.plan.shown_day is not None)
    qtbot.mouseMove(bar, x_of(bar, today + timedelta(days=20)))
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=x_of(bar, today + timedelta(days=20)))
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert abs((seen[0] or date.min) - today) <= timedelta(days=1)
    assert abs((seen[1] or date.min) - today - timedelta(days=20)) <= timedelta(days=1)
    assert bar.accessibleName().startswith("Viser ")
    assert editor.plan.head is None


def test_keys_go_by_days_and_stops_and_back_to_everything(bar: DateBar, editor: Editor, qtbot: QtBot) -> None:
    day = date(2027, 2, 1)
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen", day=day))
    bar.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: editor.plan.shown_day == day)
    assert "Åen" in {unit.name for unit in editor.state().units.values()}
    qtbot.keyClick(bar, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: editor.plan.shown_day == day - timedelta(days=1))
    assert "Åkanden" in {unit.name for unit in editor.state().units.values()}
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert editor.plan.shown_day is None


def test_what_is_done_while_a_day_is_shown_takes_effect_on_it(bar: DateBar, editor: Editor) -> None:
    editor.show_day(date(2027, 5, 1))
    change = editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen"))
    assert change is not None
    assert change.day == date(2027, 5, 1)


def test_a_day_nearer_than_seven_is_warned_about(bar: DateBar, editor: Editor) -> None:
    assert not bar.is_too_soon()
    editor.show_day(editor.plan.today + timedelta(days=3))
    assert bar.is_too_soon()
    assert bar.toolTip().startswith("SOR vil have nye enheder 7 dage før: tidligst ")
    editor.show_day(editor.plan.today + timedelta(days=7))
    assert not bar.toolTip().startswith("SOR")
