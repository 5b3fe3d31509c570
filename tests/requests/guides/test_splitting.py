"""Splitting a unit."""

from sorstudio.requests.guides.guiding import Guiding
from tests.model.outline import key
from tests.requests.guides.kit import done, guiding, municipality


def test_each_part_takes_what_it_was_given() -> None:
    plan = municipality()
    found: Guiding = guiding(plan, "split", "Hjemmepleje", name1="Øst", name2="Vest")
    found.give(f"share:child:{key(plan, 'Syd')}", "name2")
    found.give("share:number", "name2")
    state = done(found, plan).state()
    assert state.children(key(plan, "Øst")) == (key(plan, "Nord"),)
    assert state.number_of(key(plan, "Vest")) is not None


def test_a_unit_that_goes_on_keeps_what_stays() -> None:
    plan = municipality()
    found = guiding(plan, "split", "Birkehjemmet", name1="Akuthuset", name2="Dagcenter", keep="stays")
    found.give("share:offer:akutfunktion", "name1")
    for part in (f"child:{key(plan, 'Daghjem')}", "offer:traening", "number"):
        found.give(f"share:{part}", "stays")
    state, home = done(found, plan).state(), key(plan, "Birkehjemmet")
    assert [one.offer for one in state.placements(home)] == ["traening"]
    assert state.units[home].valid_to is None
