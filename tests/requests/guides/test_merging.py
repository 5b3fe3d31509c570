"""Joining units."""

from tests.model.outline import gln, key
from tests.requests.guides.kit import asked, done, guiding, municipality


def test_the_number_that_lives_on_is_chosen_also_where_the_taker_has_one() -> None:
    plan = municipality()
    found = guiding(plan, "merge", "Hjemmepleje", other="Birkehjemmet", into="Hjemmepleje", number="Birkehjemmet")
    number = done(found, plan).state().number_of(key(plan, "Hjemmepleje"))
    assert number is not None
    assert number.gln == gln(3)


def test_number_and_place_are_asked_only_where_they_are_not_clear() -> None:
    plan = municipality()
    assert asked(guiding(plan, "merge", "Nord", "Syd", into="Syd")) == ["into", "day", "reason"]
    found = guiding(plan, "merge", "Syd", "Lindehjemmet", into="Et nyt hus", parent="Hjemmepleje")
    assert asked(found) == ["into", "parent", "day", "reason"]
    assert done(found, plan).state().units[key(plan, "Et nyt hus")].parent == key(plan, "Hjemmepleje")
