from dataclasses import replace

from sorstudio.model.edits import settings
from sorstudio.model.records import UNKNOWN, LocationNumber
from sorstudio.requests.envelope import make_request
from sorstudio.requests.number_facts import Fact, number_fact
from tests.requests.asked import TODAY, busy_request
from tests.requests.plans import DANISH, municipality

NUMBER = LocationNumber("n", "u")


def test_what_is_given_is_told_with_the_names_of_codes() -> None:
    assert number_fact(busy_request(), replace(NUMBER, region="1082"), "region") == Fact("Region Midtjylland", True)


def test_the_vendor_follows_from_a_system_that_the_list_knows() -> None:
    fact = number_fact(busy_request(), replace(NUMBER, system="Cura"), "vendor")
    assert fact.is_given
    assert fact.words.startswith("Systematic")
    assert not number_fact(busy_request(), replace(NUMBER, system="Hjemmelavet"), "vendor").is_given


def test_the_region_follows_from_the_municipality() -> None:
    work = municipality()
    assert not number_fact(make_request(work, DANISH, TODAY), NUMBER, "region").is_given
    work.apply(settings.set_setting(work, "municipality", "0751"))
    assert "Midtjylland" in number_fact(make_request(work, DANISH, TODAY), NUMBER, "region").words


def test_what_nobody_gave_and_what_the_file_lacks_are_told_apart() -> None:
    told = [number_fact(busy_request(), replace(NUMBER, system=value), "system").words for value in (None, UNKNOWN)]
    assert told == ["ikke oplyst", "ikke i udtrækket"]
