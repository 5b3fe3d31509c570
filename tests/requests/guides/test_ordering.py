"""Ordering a number."""

from sorstudio.model.edits.settings import set_setting
from tests.model.outline import key
from tests.requests.guides.kit import done, guiding, municipality


def test_the_settings_tell_the_system_and_the_list_its_vendor() -> None:
    plan = municipality()
    plan.apply(set_setting(plan, "journal_systems", "Nexus"))
    found = guiding(plan, "number", "Syd")
    assert (found.answer("system"), found.answer("vendor")) == ("Nexus", "KMD")
    number = done(found, plan).state().number_of(key(plan, "Syd"))
    assert number is not None
    assert (number.system, number.vendor, number.net_operator) == ("Nexus", "KMD", None)


def test_one_order_for_each_unit() -> None:
    plan = municipality()
    state = done(guiding(plan, "number", "Syd", "Lindehjemmet"), plan).state()
    assert all(state.number_of(key(plan, name)) for name in ("Syd", "Lindehjemmet"))
