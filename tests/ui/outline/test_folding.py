"""What is open, kept by key."""

from datetime import date

import pytest

from sorstudio.model.edits import units
from sorstudio.model.plan import Plan
from sorstudio.ui.outline.folding import Folding
from sorstudio.ui.signs import ChangeSign
from tests.model.outline import DAY, key, plan


@pytest.fixture
def folding(small: Plan) -> Folding:
    return Folding(small.state(), DAY, {})


def test_what_was_open_stays_open_on_another_state(folding: Folding, small: Plan) -> None:
    folding.close_all()
    folding.set_open(key(small, "Sundhed"), True)
    small.apply(units.move(small, [key(small, "Sundhed")], small.state().roots()[0]))
    folding.stand_on(small.state(), DAY, {})
    assert folding.is_open(key(small, "Sundhed"))
    assert not folding.is_open(key(small, "Plejehjem"))


def test_one_branch_can_be_opened_whole(folding: Folding, small: Plan) -> None:
    folding.close_all()
    folding.open_all(key(small, "Sundhed"))
    assert folding.is_open(key(small, "Plejehjem"))
    assert not folding.is_open(key(small, "Børn og Unge"))


def test_a_filter_shows_every_path_as_open(folding: Folding, small: Plan) -> None:
    folding.close_all()
    folding.words = "birk"
    assert folding.is_open(key(small, "Hjemmesygepleje"))


def test_a_unit_whose_children_closed_long_ago_has_none_to_show() -> None:
    found = plan("Kommune\n  Sundhed\n    Gammel (closed 2020-01-01)")
    sundhed, old = key(found, "Sundhed"), key(found, "Gammel")
    folding = Folding(found.state(), DAY, {})
    assert not folding.has_children(sundhed)
    assert folding.shown_count() == 2
    assert Folding(found.state(), DAY, {old: ChangeSign.CHANGED}).has_children(sundhed)
    assert Folding(found.state(), date(2019, 1, 1), {}).has_children(sundhed)
