from dataclasses import replace

import pytest

from sorstudio.model.edits import messages, numbers, offers
from sorstudio.model.plan import Plan
from sorstudio.model.records import Direction, LocationNumber
from sorstudio.rules.check import check
from tests.model.outline import gln, key, plan
from tests.rules.findings import carry_out, of_rule, only, units, with_types, with_versions, words


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


ONE = f"Kommune\n  Sundhed\n    Pleje [{gln(1)}]"


def test_a_repair_registers_what_the_offers_need_and_nothing_new_is_wrong() -> None:
    work = tree()
    work.apply(offers.place_offer(work, ["hjemmepleje"], key(work, "Pleje")))
    found = only(work, "SOR-070")
    assert found.repairs[0].is_safe
    carry_out(work, found.repairs[0])
    assert [one.code for one in check(work) if one.code.startswith("SOR-07") and one.unit_name == "Pleje"] == []


def test_what_only_a_name_says_is_proposed_but_not_safe() -> None:
    work = plan(f"Kommune\n  Sundhed\n    Hjemmeplejen Nord [{gln(1)}]")
    found = only(work, "SOR-070")
    assert found.text.endswith(".guessed")
    assert not found.repairs[0].is_safe


@pytest.mark.parametrize("type_", ["<XREF15", "<XREF15 XH1530R", "<FDIS91", "<REF01 H0130R"])
def test_types_and_versions_of_the_catalogue_are_quiet(type_: str) -> None:
    assert of_rule(with_types(plan(ONE), "Pleje", type_), "SOR-072") == []


@pytest.mark.parametrize(
    ("type_", "near"),
    [("<XREF15 XH9999R", "XREF15 (XH1530R)"), ("<XRFE15", "XREF15 (XH1530R)"), ("<REF XH2230R", "XREF22 (XH2230R)")],
)
def test_a_wrong_type_or_version_is_told_with_what_may_be_meant(type_: str, near: str) -> None:
    work = with_types(plan(ONE), "Pleje", type_)
    found = only(work, "SOR-072")
    assert near in found.params["near"]  # type: ignore[operator]
    repair = next(one for one in found.repairs if one.params["new"] == near)
    carry_out(work, repair)
    assert of_rule(work, "SOR-072") == []


def test_a_type_like_no_other_has_no_repair() -> None:
    found = only(with_types(plan(ONE), "Pleje", "<QQQQQQQQ"), "SOR-072")
    assert (found.params["near"], found.repairs) == ((), ())


def test_forms_and_shared_documents_do_not_stand_on_a_number() -> None:
    work = with_types(plan(ONE), "Pleje", "<DDB")
    found = only(work, "SOR-072")
    assert found.text.endswith(".not_for_numbers")
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-072") == []


def test_old_versions_on_one_number_are_one_finding_and_one_repair() -> None:
    work = with_types(plan(ONE), "Pleje", ">XDIS16 XD1631C", "<XDIS18 XD1831C", "<XDIS19", "<XDIS21")
    found = only(work, "SOR-073")
    assert found.params["old"] == ("XDIS16 (XD1631C)", "XDIS18 (XD1831C)")
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-073") == []
    assert of_rule(work, "SOR-078") == []


def test_an_old_type_of_another_family_is_not_exchanged_at_once() -> None:
    found = only(with_types(plan(ONE), "Pleje", "<DIS20"), "SOR-073")
    assert (found.text.rsplit(".", 1)[1], found.repairs) == ("other_family", ())


def test_an_old_type_beside_its_successor_can_be_taken_away() -> None:
    work = with_types(plan(ONE), "Pleje", "<DIS20", "<FDIS20")
    found = only(work, "SOR-073")
    assert found.text.endswith(".beside")
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-073") == []


def test_what_is_being_phased_out_is_quiet_until_the_book_says_otherwise() -> None:
    work = with_types(plan(ONE), "Pleje", "<XDIS91", "<DIS14")
    assert of_rule(work, "SOR-073") == []


def test_a_referral_that_is_only_sent_is_turned() -> None:
    work = with_types(plan(ONE), "Pleje", ">XREF15", ">XDIS15")
    found = only(work, "SOR-076")
    assert found.text.endswith(".in")
    assert of_rule(work, "SOR-077") == []
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-076") == []
    assert of_rule(work, "SOR-077") == []


@pytest.mark.parametrize(
    "types", [("<XREF22", ">XREF22", "<XDIS22", ">XDIS22"), (">FDIS91",), ("<HomeCareObservation",)]
)
def test_both_directions_types_for_both_and_types_on_trial_are_quiet(types: tuple[str, ...]) -> None:
    assert of_rule(with_types(plan(ONE), "Pleje", *types), "SOR-076") == []


def test_an_answer_that_is_only_received_is_turned_too() -> None:
    assert only(with_types(plan(ONE), "Pleje", "<XDIS16"), "SOR-076").text.endswith(".out")
