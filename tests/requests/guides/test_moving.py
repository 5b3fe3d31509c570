"""Moving an administration."""

from tests.model.outline import gln, key
from tests.requests.guides.kit import asked, done, guiding, municipality


def test_an_institution_that_goes_below_another_is_succeeded_by_it() -> None:
    plan = municipality()
    found = guiding(plan, "move", "Sundhed og Omsorg", to="Ældre og Handicap", number="Sundhed og Omsorg")
    state, target = done(found, plan).state(), key(plan, "Ældre og Handicap")
    number = state.number_of(target)
    assert number is not None
    assert number.gln == gln(1)
    assert state.units[key(plan, "Sundhed og Omsorg")].valid_to is not None
    assert state.units[key(plan, "Træning")].parent == target


def test_or_it_stays_empty() -> None:
    plan = municipality()
    found = guiding(plan, "move", "Sundhed og Omsorg", to="Ældre og Handicap", becomes="stays")
    state = done(found, plan).state()
    assert state.children(key(plan, "Sundhed og Omsorg")) == ()
    assert state.units[key(plan, "Sundhed og Omsorg")].valid_to is None


def test_who_inherits_from_above_may_get_a_number_of_its_own() -> None:
    plan = municipality()
    found = guiding(plan, "move", "Træning", to="Ældre og Handicap", inherit="order")
    assert "inherit" in asked(found)
    assert done(found, plan).state().number_of(key(plan, "Træning")) is not None
    assert "inherit" not in asked(guiding(plan, "move", "Hjemmepleje", to="Ældre og Handicap"))
