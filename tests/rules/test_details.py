from datetime import date

import pytest

from sorstudio.model.edits import offers
from sorstudio.model.edits import units as verbs
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, Address, Contact
from sorstudio.rules.check import check
from tests.model.outline import key, plan
from tests.rules.findings import carry_out, of_rule, only, units, with_values, words

TREE = "Kommune\n  Sundhed\n    Nord"


@pytest.mark.parametrize(
    ("phone", "found"), [("1234567", 1), ("12345678", 0), ("+45 12 34 56 78 90 12", 1), ("+45 12 34 56 78 90 1", 0)]
)
def test_a_telephone_has_8_to_20_characters(phone: str, found: int) -> None:
    assert len(of_rule(with_values(plan(TREE), "Nord", contact=Contact(phone=phone)), "SOR-040")) == found


def test_the_owner_needs_address_and_telephone() -> None:
    assert words(plan(TREE), "SOR-041") == [
        "»Kommune« mangler en postadresse. Ejeren kan ikke arve den.",
        "»Kommune« mangler et telefonnummer. Ejeren kan ikke arve det.",
    ]


def test_an_owner_that_can_be_reached_is_quiet() -> None:
    told = with_values(plan(TREE), "Kommune", postal=Address("Torvet", "1"), contact=Contact(phone="12345678"))
    assert of_rule(told, "SOR-041") == []


def test_an_owner_with_an_unknown_address_cannot_be_judged() -> None:
    silent = with_values(plan(TREE), "Kommune", postal=UNKNOWN, contact=Contact(phone="12345678"))
    found = only(silent, "SOR-041")
    assert (found.text, found.params["field"]) == ("check.unjudged", "word.field.postal")


def test_a_new_unit_starts_at_least_seven_days_ahead() -> None:
    def with_start(day: date) -> Plan:
        work = plan(TREE, today=date(2026, 11, 23))
        work.apply(verbs.create(work, key(work, "Sundhed"), "Ny", day=day))
        return work

    assert units(with_start(date(2026, 11, 29)), "SOR-050") == ["Ny"]
    assert units(with_start(date(2026, 11, 30)), "SOR-050") == []


def test_a_unit_without_a_type_is_found_and_its_offers_propose_one() -> None:
    work = plan(TREE)
    work.apply(offers.place_offer(work, ["hjemmesygepleje"], key(work, "Nord")))
    found = next(one for one in of_rule(work, "SOR-060") if one.unit_name == "Nord")
    carry_out(work, found.repairs[0])
    assert "Nord" not in units(work, "SOR-060")


def test_unknown_types_are_said_once_for_the_whole_plan() -> None:
    work = plan(TREE)
    for name in ("Kommune", "Sundhed", "Nord"):
        work = with_values(work, name, unit_type=UNKNOWN)
    assert words(work, "SOR-060") == ["Kan ikke vurderes: enhedstype er ikke i udtrækket. Det gælder 3 enheder."]
    assert [one.severity.value for one in check(work) if one.code == "SOR-060"] == ["info"]
