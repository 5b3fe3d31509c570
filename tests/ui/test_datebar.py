"""The working date."""

from datetime import date
from functools import partial

import pytest
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
