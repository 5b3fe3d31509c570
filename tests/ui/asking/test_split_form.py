"""The form of a split."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import offers
from sorstudio.model.plan import Plan
from sorstudio.ui.asking.split_form import SplitForm
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Tongue
from tests.model.outline import key


@pytest.fixture
def form(small: Plan, theme: Theme, tongue: Tongue, qtbot: QtBot) -> SplitForm:
    unit = key(small, "Hjemmesygepleje")
    small.apply(offers.place_offer(small, ["traening"], unit))
    form = SplitForm(small, small.state().units[unit], theme, "da")
    qtbot.addWidget(form)
    return form


def test_children_offers_and_number_are_asked_for(form: SplitForm) -> None:
    assert [kind for kind, _, _ in form.takers] == ["child", "child", "offer", "number"]


def test_parts_without_a_name_are_none(form: SplitForm, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.names[0], "Øst")
    assert [(part.name, part.takes_number, len(part.children)) for part in form.parts()] == [("Øst", True, 2)]


def test_the_lists_name_the_parts_as_they_are_typed(form: SplitForm, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.names[1], "Vest")
    assert form.takers[0][2].itemText(1) == "Vest"


def test_one_more_part_can_be_added(form: SplitForm, qtbot: QtBot) -> None:
    qtbot.mouseClick(form.more, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(form.names[2], "Midt")
    assert form.takers[0][2].itemText(2) == "Midt"


def test_a_choice_stays_while_names_change(form: SplitForm, qtbot: QtBot) -> None:
    qtbot.keyClick(form.takers[0][2], Qt.Key.Key_Down)
    qtbot.keyClicks(form.names[0], "Øst")
    assert form.takers[0][2].currentIndex() == 1
