"""What an act would mean, found out without making it."""

from functools import partial

from sorstudio.model.edits import closing, units
from sorstudio.model.plan import Plan
from sorstudio.ui.impact.weighing import is_grave, weighed
from tests.model.outline import key


def test_many_acts_are_weighed_together(small: Plan) -> None:
    makes = [partial(closing.close, unit=key(small, name)) for name in ("Team Lind", "Team Birk")]
    found = weighed(small, makes)
    assert found is not None
    assert [one.names for one in found.of("closes")] == [("Team Lind", "Team Birk")]
    assert small.head is None


def test_what_cannot_be_has_no_weight(small: Plan) -> None:
    assert weighed(small, [partial(units.rename, unit=key(small, "Team Lind"), name="")]) is None


def test_moving_and_ending_are_grave_and_naming_is_not(small: Plan) -> None:
    team = key(small, "Team Lind")
    assert is_grave(units.move(small, [team], key(small, "Plejehjem")))
    assert is_grave(closing.close(small, team))
    assert not is_grave(units.rename(small, team, "Team Eg"))
    assert not is_grave(units.create(small, team, "Ny"))


def test_taking_a_closing_back_is_not_grave(small: Plan) -> None:
    team = key(small, "Team Lind")
    small.apply(closing.close(small, team))
    assert not is_grave(closing.reopen(small, team))
