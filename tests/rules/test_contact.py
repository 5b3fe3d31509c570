import pytest

from sorstudio.model.edits import numbers
from sorstudio.model.edits.settings import set_setting
from sorstudio.model.records import UNKNOWN, Address, Contact, NumberState
from tests.model.outline import gln, key, plan
from tests.rules.findings import carry_out, of_rule, only, units, with_values, words

TREE = "Kommune\n  Sundhed\n    Nord"
DEEP = "Kommune\n  Sundhed\n    Nord\n      Hold\n        Gruppe\n    Syd"


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


@pytest.mark.parametrize(
    ("address", "found"),
    [
        (Address("Torvet", "1", postcode="8000", city="Aarhus C"), []),
        (Address(street="Torvet", city="Byen"), ["postadresse på »Nord« mangler postnummer."]),
        (Address(postcode="8000"), ["postadresse på »Nord« mangler vejnavn, by."]),
        (
            Address("Torvet", postcode="800", city="Byen"),
            ["Postnummeret 800 i postadresse på »Nord« skal have fire cifre."],
        ),
        (None, []),
        (UNKNOWN, []),
    ],
)
def test_an_address_of_its_own_is_whole(address: Address | None, found: list[str]) -> None:
    assert words(with_values(plan(TREE), "Nord", postal=address), "SOR-042") == found


@pytest.mark.parametrize(
    ("email", "found"), [("a@b.dk", 0), ("a b@c.dk", 1), ("a@b", 1), ("a@b.dk; c@d.dk", 1), ("a@b..dk", 1), ("", 0)]
)
def test_an_email_address_is_one_address(email: str, found: int) -> None:
    assert len(of_rule(with_values(plan(TREE), "Nord", contact=Contact(email=email)), "SOR-043")) == found


def test_blanks_in_an_email_address_are_taken_out() -> None:
    work = with_values(plan(TREE), "Nord", contact=Contact("12345678", "nord @byen.dk", "www.byen.dk"))
    carry_out(work, only(work, "SOR-043").repairs[0])
    assert of_rule(work, "SOR-043") == []
    assert work.state().units[key(work, "Nord")].contact == Contact("12345678", "nord@byen.dk", "www.byen.dk")


def test_an_email_address_that_is_wrong_otherwise_has_no_proposal() -> None:
    work = with_values(plan(TREE), "Nord", contact=Contact("12345678", "nord(at)byen.dk"))
    assert only(work, "SOR-043").repairs == ()


def test_a_unit_that_nobody_can_reach_is_told_where_the_silence_begins() -> None:
    work = with_values(plan(DEEP), "Kommune", contact=Contact(phone="12345678"))
    assert units(work, "SOR-044") == []
    silent = with_values(work, "Nord", contact=Contact(website="www.byen.dk"))
    assert units(silent, "SOR-044") == ["Nord"]


@pytest.mark.parametrize("repair", [0, 1])
def test_each_repair_lets_the_unit_be_reached(repair: int) -> None:
    work = with_values(plan(DEEP), "Kommune", contact=Contact(phone="12345678"))
    work = with_values(work, "Nord", contact=Contact(website="www.byen.dk"))
    work.apply(set_setting(work, "journal_systems", "Cura"))
    carry_out(work, only(work, "SOR-044").repairs[repair])
    assert "Nord" not in units(work, "SOR-044")


def test_a_number_inherited_reaches_the_unit_and_the_silence_begins_below_it() -> None:
    work = plan(f"Kommune\n  Sundhed\n    Nord [{gln(1)}]\n      Hold ^\n        Gruppe\n          Led")
    assert units(work, "SOR-044") == ["Gruppe"]
    work.apply(numbers.set_location_number(work, key(work, "Gruppe"), NumberState.INHERITED))
    assert units(work, "SOR-044") == ["Led"]


def test_where_nothing_reaches_the_owner_the_rule_on_the_owner_speaks_alone() -> None:
    assert of_rule(plan(DEEP), "SOR-044") == []
    assert len(of_rule(plan(DEEP), "SOR-041")) == 2


def test_unknown_contact_details_cannot_be_judged() -> None:
    work = plan(TREE)
    for name in ("Kommune", "Sundhed", "Nord"):
        work = with_values(work, name, contact=UNKNOWN)
    assert [one.text for one in of_rule(work, "SOR-044")] == ["check.unjudged"]
    assert of_rule(work, "SOR-041")[0].text == "check.owner_can_be_reached.postal"


def test_a_number_that_the_file_does_not_carry_is_no_silence() -> None:
    work = with_values(plan(TREE), "Kommune", contact=Contact(phone="12345678"))
    unsure = with_values(work, "Nord", contact=Contact(website="www.byen.dk"), number_state=UNKNOWN)
    assert of_rule(unsure, "SOR-044") == []
