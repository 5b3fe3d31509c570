"""Closing a care home."""

from sorstudio.model.plan import Plan
from tests.model.outline import gln, key
from tests.requests.guides.kit import asked, done, guiding, municipality


def offers(plan: Plan, name: str) -> set[str]:
    return {one.offer for one in plan.state().placements(key(plan, name))}


def test_the_successor_takes_the_offers_unless_another_does() -> None:
    plan = municipality()
    done(guiding(plan, "close", "Birkehjemmet", successor="Lindehjemmet"), plan)
    assert offers(plan, "Lindehjemmet") == {"akutfunktion", "traening"}
    other = municipality()
    answers = {"successor": "Lindehjemmet", "number": "successor", "offers_to": "Træning"}
    done(guiding(other, "close", "Birkehjemmet", **answers), other)
    assert (offers(other, "Lindehjemmet"), offers(other, "Træning")) == (set(), {"akutfunktion", "traening"})


def test_the_successor_may_take_the_number() -> None:
    plan = municipality()
    found = guiding(plan, "close", "Birkehjemmet", successor="Lindehjemmet", number="successor")
    number = done(found, plan).state().number_of(key(plan, "Lindehjemmet"))
    assert number is not None
    assert number.gln == gln(3)


def test_those_below_move_or_close() -> None:
    plan = municipality()
    found = guiding(plan, "close", "Birkehjemmet", below="move", below_to="Lindehjemmet")
    assert "below_to" in asked(found)
    state = done(found, plan).state()
    assert state.units[key(plan, "Daghjem")].parent == key(plan, "Lindehjemmet")
    assert "below" not in asked(guiding(plan, "close", "Syd"))
