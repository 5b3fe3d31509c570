"""A branch in numbers."""

from collections.abc import Sequence

import pytest

from sorstudio.model.edits import closing, offers, units
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, Address, AddressUse
from sorstudio.model.summary import Summary, counted, places, summarise
from tests.model.outline import DAY, gln, key, plan

AMAGER = f"""
Københavns Kommune
  Sundheds- og Omsorgsforvaltningen
    Lokalområde Amager [{gln(1)}]
      Bryggergården
      Højdevang Sogn
        Daghjem
      Hjemmeplejen Amager [{gln(2)}]
      Lokalområdekontor
"""


@pytest.fixture
def amager() -> Plan:
    made = plan(AMAGER)
    for name, type_ in (("Bryggergården", "plejehjem"), ("Højdevang Sogn", "plejehjem"), ("Daghjem", "plejehjem")):
        made.apply(units.set_unit_type(made, key(made, name), type_))
    made.apply(units.set_unit_type(made, key(made, "Hjemmeplejen Amager"), "hjemmeplejeenhed"))
    return made


def summary(made: Plan, name: str = "Lokalområde Amager") -> Summary:
    return summarise(made.state(), made.codes, key(made, name))


def counts(found: Summary) -> Sequence[tuple[object, int, int]]:
    return [(one.unit_type, one.count, one.nested) for one in found.types]


def test_units_are_counted_by_type_and_the_untyped_last(amager: Plan) -> None:
    assert counts(summary(amager)) == [("42665001", 3, 1), ("554821000005109", 1, 0), (None, 1, 0)]


def test_the_top_counts_only_where_nothing_is_below(amager: Plan) -> None:
    assert summary(amager).below == 5
    assert counts(summary(amager, "Daghjem")) == [("42665001", 1, 0)]


def test_what_is_closing_is_left_out(amager: Plan) -> None:
    amager.apply(closing.close(amager, key(amager, "Bryggergården")))
    assert counts(summary(amager))[0] == ("42665001", 2, 1)


def test_a_unit_at_two_addresses_says_so(amager: Plan) -> None:
    unit = key(amager, "Hjemmeplejen Amager")
    amager.apply(units.set_address(amager, unit, AddressUse.VISITING, Address("Nordvej", "1")))
    amager.apply(units.set_address(amager, unit, AddressUse.ACTIVITY, Address("Sydvej", "2")))
    assert places(amager.state(), amager.state().units[unit]) == ("Nordvej 1", "Sydvej 2")
    assert [one.addresses for one in summary(amager).types] == [0, 2, 0]
    assert summary(amager).addresses == ("Nordvej 1", "Sydvej 2")


def test_special_tasks_stand_apart_from_other_offers(amager: Plan) -> None:
    unit = key(amager, "Bryggergården")
    amager.apply(offers.place_offer(amager, ["vurderingspladser", "rygestop", "inkontinensklinik"], unit))
    assert [one.offer for one in summary(amager).tasks] == ["inkontinensklinik", "vurderingspladser"]
    assert [(one.offer, one.units) for one in summary(amager).offers] == [("rygestop", (unit,))]


def test_own_numbers_are_counted(amager: Plan) -> None:
    assert summary(amager).own_numbers == 2


def test_addresses_that_the_extract_does_not_hold_are_not_called_missing(amager: Plan) -> None:
    assert summary(amager).addresses_known
    blind = plan(AMAGER, day=DAY)
    records = {one.key: one for one in blind.state().units.values()}
    assert all(one.postal is not UNKNOWN for one in records.values())


@pytest.mark.parametrize(
    ("count", "name", "language", "words"),
    [
        (1, "Plejehjem", "da", "1 plejehjem"),
        (5, "plejehjem", "da", "5 plejehjem"),
        (3, "sygeplejeklinik", "da", "3 sygeplejeklinikker"),
        (2, "hjemmeplejeenhed", "da", "2 hjemmeplejeenheder"),
        (2, "sundhedscenter", "da", "2 sundhedscentre"),
        (2, "Nursing home", "en", "2 nursing homes"),
        (2, "Municipality", "en", "2 municipalities"),
        (4, "tandpleje", "da", "4 tandpleje"),
    ],
)
def test_types_after_a_number(count: int, name: str, language: str, words: str) -> None:
    assert counted(count, name, language) == words
