from dataclasses import replace
from datetime import date

from sorstudio.model.records import Direction, LocationNumber, MessageCapability
from sorstudio.requests.approval_words import approval, list_day
from tests.requests.asked import busy_request

NUMBER = LocationNumber("n", "u", system="Cura")
TYPE = MessageCapability("c", "n", "FDIS91", "5.0", Direction.IN)


def test_the_verdict_is_told_with_the_day_of_the_list() -> None:
    assert list_day() == date(2026, 7, 9)
    assert approval(busy_request(), NUMBER, TYPE) == "godkendt (MedComs liste af 9. juli 2026)"
    assert approval(busy_request(), replace(NUMBER, system="Nexus"), TYPE).startswith("under test")


def test_a_system_that_nobody_gave_and_one_that_is_not_listed_are_told_apart() -> None:
    assert approval(busy_request(), None, TYPE) == "systemet er ikke oplyst"
    assert approval(busy_request(), replace(NUMBER, system="Ukendt system"), TYPE).startswith("systemet er ikke på")
