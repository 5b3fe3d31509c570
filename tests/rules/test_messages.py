from dataclasses import replace

from sorstudio.model.edits import messages, numbers, offers
from sorstudio.model.plan import Plan
from sorstudio.model.records import Direction, LocationNumber
from tests.model.outline import gln, key, plan
from tests.rules.findings import carry_out, of_rule, only, units, with_versions, words


def tree() -> Plan:
    return plan(f"Kommune\n  Sundhed\n    Pleje [{gln(1)}]\n      Akutteam Nord ^\n    Syd")


def silent(work: Plan) -> Plan:
    """The same plan from a file without message types."""
    return with_versions(
        work,
        (
            replace(version, record=replace(version.record, messages_known=False))
            if isinstance(version.record, LocationNumber)
            else version
            for version in work.baseline.versions
        ),
    )


def add(work: Plan, unit: str, type_: str, direction: Direction = Direction.IN) -> None:
    work.apply(messages.add_message_type(work, key(work, unit), type_, None, [direction]))


def test_a_number_without_message_types_is_found_until_it_has_one() -> None:
    work = tree()
    assert units(work, "SOR-070") == ["Pleje"]
    add(work, "Pleje", "XDIS18")
    assert units(work, "SOR-070") == []


def test_the_offers_of_the_unit_say_what_is_expected() -> None:
    work = tree()
    work.apply(offers.place_offer(work, ["hjemmepleje"], key(work, "Pleje")))
    assert "XDIS18" in words(work, "SOR-070")[0]


def test_a_file_without_message_types_cannot_be_judged() -> None:
    assert [one.text for one in of_rule(silent(tree()), "SOR-070")] == ["check.unjudged"]


def test_a_version_that_is_known_after_all_is_enough() -> None:
    work = silent(tree())
    add(work, "Pleje", "XREF22")
    assert of_rule(work, "SOR-070") == []
    assert of_rule(work, "SOR-071") == []


def test_an_acute_function_by_name_needs_xref22_on_the_number_it_inherits() -> None:
    work = tree()
    found = only(work, "SOR-071")
    assert found.unit_name == "Akutteam Nord"
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-071") == []


def test_an_acute_function_by_offer_needs_it_too() -> None:
    work = tree()
    add(work, "Pleje", "XREF22")
    work.apply(offers.place_offer(work, ["akutfunktion"], key(work, "Syd")))
    found = only(work, "SOR-071")
    assert (found.unit_name, found.text) == ("Syd", "check.acute_function_takes_referrals.no_number")
    work.apply(numbers.order_location_number(work, key(work, "Syd")))
    assert only(work, "SOR-071").text == "check.acute_function_takes_referrals"


def test_sending_xref22_is_not_receiving_it() -> None:
    work = tree()
    add(work, "Pleje", "XREF22", Direction.OUT)
    assert units(work, "SOR-071") == ["Akutteam Nord"]


def test_what_a_unit_is_said_to_offer_counts_more_than_its_name() -> None:
    work = tree()
    work.apply(offers.place_offer(work, ["hjemmepleje"], key(work, "Akutteam Nord")))
    assert units(work, "SOR-071") == []
