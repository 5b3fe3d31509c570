"""The form of a merge."""

from pytestqt.qtbot import QtBot

from sorstudio.model.plan import Plan
from sorstudio.ui.asking.merge_form import MergeForm
from tests.model.outline import key


def form_for(small: Plan, qtbot: QtBot, *names: str) -> MergeForm:
    chosen = [small.state().units[key(small, name)] for name in names]
    form = MergeForm(small, chosen, [(unit.name, unit.key) for unit in small.state().units.values()])
    qtbot.addWidget(form)
    return form


def test_a_unit_from_the_list_takes_over(small: Plan, qtbot: QtBot) -> None:
    form = form_for(small, qtbot, "Team Lind", "Team Birk")
    qtbot.keyClicks(form.target, "Team Birk")
    assert (form.into(), form.name()) == (key(small, "Team Birk"), None)


def test_a_name_that_is_not_in_the_list_is_a_new_unit(small: Plan, qtbot: QtBot) -> None:
    form = form_for(small, qtbot, "Team Lind", "Åkanden")
    qtbot.keyClicks(form.target, "Samlet")
    assert (form.into(), form.name(), form.parent_key()) == (None, "Samlet", key(small, "Hjemmesygepleje"))


def test_nothing_typed_is_neither(small: Plan, qtbot: QtBot) -> None:
    form = form_for(small, qtbot, "Team Lind")
    assert (form.into(), form.name(), form.number_from()) == (None, None, None)
