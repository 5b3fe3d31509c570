import pytest

from sorstudio.model.edits import numbers, units
from sorstudio.model.edits.messages import BOTH, add_message_type
from sorstudio.model.edits.settings import set_setting
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, Direction, Value
from sorstudio.rules.finding import Finding
from sorstudio.rules.standing import Standing
from tests.model.outline import gln, key, plan
from tests.rules.findings import carry_out, of_rule, only, with_number, words
from tests.rules.findings import units as units_of

TREE = f"Herlev Kommune\n  Sundhed [{gln(1)}]\n    Nord\n    Syd [{gln(2)}]"


def with_systems(systems: str, work: Plan | None = None) -> Plan:
    found = work or plan(TREE)
    found.apply(set_setting(found, "journal_systems", systems))
    return found


def ordered(work: Plan, system: str | None = None) -> Plan:
    work.apply(numbers.order_location_number(work, key(work, "Nord"), system=system))
    return work


def receiving(work: Plan, unit: str, *types: str) -> Plan:
    for one in types:
        work.apply(add_message_type(work, key(work, unit), one, None, BOTH))
    return work


def codes_of(found: Finding) -> list[str]:
    return [repair.code for repair in found.repairs]


def test_an_order_without_a_journal_system_is_an_error_with_a_repair_for_each_own_system() -> None:
    for choice, name in ((0, "Cura"), (1, "Nexus")):
        work = ordered(with_systems("Cura; Nexus (KMD), Ukendt system"))
        found = only(work, "SOR-120")
        assert (found.severity, codes_of(found)) == ("error", ["set_system", "set_system"])
        carry_out(work, found.repairs[choice])
        assert of_rule(work, "SOR-120") == []
        number = work.state().number_of(key(work, "Nord"))
        assert number is not None
        assert number.system == name


def test_without_settings_the_system_of_the_number_above_is_proposed() -> None:
    found = only(ordered(with_number(plan(TREE), "Sundhed", system="Cura")), "SOR-120")
    assert [repair.act["system"] for repair in found.repairs] == ["Cura"]
    assert only(ordered(plan(TREE)), "SOR-120").repairs == ()


def test_an_order_with_its_system_and_a_number_that_is_issued_are_quiet() -> None:
    assert of_rule(ordered(plan(TREE), system="Cura"), "SOR-120") == []
    assert of_rule(plan(TREE), "SOR-120") == []


def test_what_else_an_order_needs_is_taken_from_above_and_from_the_municipality() -> None:
    work = ordered(with_number(plan(TREE), "Sundhed", net_operator="KMD"), system="Cura")
    found = only(work, "SOR-128")
    assert found.params["fields"] == ("word.field.vendor", "word.field.net_operator", "word.field.region")
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-128") == []


def test_what_cannot_be_told_is_not_proposed() -> None:
    assert only(ordered(plan(TREE), system="Cura"), "SOR-128").repairs == ()


def test_one_thing_at_a_time_is_asked_of_an_order() -> None:
    assert of_rule(ordered(plan(TREE)), "SOR-128") == []


def test_an_order_for_a_new_unit_waits_until_it_is_in_sor() -> None:
    work = ordered(plan(TREE))
    assert of_rule(work, "SOR-121") == []
    work.apply(units.create(work, key(work, "Sundhed"), "Øst"))
    work.apply(numbers.order_location_number(work, key(work, "Øst")))
    assert units_of(work, "SOR-121") == ["Øst"]
    work.apply(units.set_sor_id(work, key(work, "Øst"), "311000016009"))
    assert of_rule(work, "SOR-121") == []


def test_a_number_with_message_types_and_no_system_is_given_one_that_is_approved() -> None:
    work = with_systems("Cura, Al Dente")
    work.apply(add_message_type(work, key(work, "Syd"), "GGOP", None, [Direction.IN]))
    found = only(work, "SOR-122")
    assert [repair.act["system"] for repair in found.repairs] == ["Cura"]
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-122") == []
    assert of_rule(work, "SOR-124") == []


def test_a_number_without_message_types_needs_no_system() -> None:
    assert of_rule(plan(TREE), "SOR-122") == []


def test_a_file_that_does_not_carry_the_system_is_not_judged() -> None:
    work = receiving(with_number(plan(TREE), "Syd", system=UNKNOWN), "Syd", "GGOP")
    (found,) = of_rule(work, "SOR-122")
    assert (found.text, found.unit, found.params["field"]) == ("check.unjudged", "", "word.field.system")


@pytest.mark.parametrize(
    ("written", "near"),
    [("Nexsus", "Nexus (KMD)"), ("KMD Nexus", "Nexus (KMD)"), ("cura systematic", "Cura (Systematic)")],
)
def test_a_system_that_is_not_on_the_list_is_told_with_those_alike(written: str, near: str) -> None:
    work = with_number(plan(TREE), "Syd", system=written)
    found = only(work, "SOR-123")
    assert near in str(found.params["near"])
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-123") == []


def test_a_system_like_no_other_is_told_alone() -> None:
    assert words(with_number(plan(TREE), "Syd", system="Qwertz"), "SOR-123") == [
        f"Journalsystemet Qwertz på {gln(2)} (»Syd«) er ikke på MedComs liste."
    ]


@pytest.mark.parametrize("system", ["Cura", "cura (systematic)", "1611000045003", None, UNKNOWN])
def test_systems_of_the_list_and_codes_of_the_register_are_quiet(system: Value) -> None:
    assert of_rule(with_number(plan(TREE), "Syd", system=system), "SOR-123") == []


def test_a_system_that_is_not_approved_is_told_with_the_types_and_replaced_by_one_that_is() -> None:
    work = with_systems("Cura", with_number(plan(TREE), "Syd", system="Al Dente"))
    work.apply(add_message_type(work, key(work, "Syd"), "GGOP", None, [Direction.IN]))
    found = only(work, "SOR-124")
    assert words(work, "SOR-124") == [
        f"Al Dente (Nordenta) på {gln(2)} (»Syd«) er ikke godkendt. Til at modtage: GGOP GGOP100. Til at sende: ingen."
    ]
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-124") == []


def test_a_system_under_test_is_told_quietly() -> None:
    work = with_number(plan(TREE), "Syd", system="Nexus")
    work.apply(add_message_type(work, key(work, "Syd"), "FDIS91", None, [Direction.IN]))
    found = only(work, "SOR-124")
    assert (found.severity, found.text) == ("info", "check.system_is_approved.testing")


def test_a_type_that_no_system_is_listed_with_and_a_system_that_is_not_listed_are_not_judged() -> None:
    assert of_rule(receiving(with_number(plan(TREE), "Syd", system="Cura"), "Syd", "DDB"), "SOR-124") == []
    assert of_rule(receiving(with_number(plan(TREE), "Syd", system="Qwertz"), "Syd", "GGOP"), "SOR-124") == []


@pytest.mark.parametrize(
    ("operator", "text"),
    [
        ("Postbud A/S", "check.net_operator_is_known"),
        ("71000035005", "check.net_operator_is_known.gone"),
        ("Ukendt", "check.net_operator_is_known.gone"),
        ("KMD", ""),
        ("41000035001", ""),
        (None, ""),
    ],
)
def test_net_operators_are_those_of_the_list_that_still_carry_messages(operator: str | None, text: str) -> None:
    found = of_rule(with_number(plan(TREE), "Syd", net_operator=operator), "SOR-125")
    assert [one.text for one in found] == [text] * bool(text)


@pytest.mark.parametrize(
    ("region", "is_right"),
    [("1084", True), ("Hovedstaden", True), ("Region Østdanmark", True), (None, True), (UNKNOWN, True),
     ("1085", False), ("Region Sjælland", False), ("Skåne", False)],
)  # fmt: skip
def test_a_number_stands_under_the_region_of_its_municipality(region: Value, is_right: bool) -> None:
    work = with_number(plan(TREE), "Syd", region=region)
    assert bool(of_rule(work, "SOR-126")) is not is_right
    for found in of_rule(work, "SOR-126"):
        assert found.repairs[0].is_safe
        carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-126") == []


def test_findings_follow_the_settings_of_the_plan() -> None:
    work = ordered(with_number(plan(TREE), "Syd", region="1085"))
    standing = Standing(work)
    for name, value in (("journal_systems", "Cura"), ("municipality", "Aarhus")):
        work.apply(set_setting(work, name, value))
        standing.follow(work, standing.circle(work))
        assert sorted(map(repr, standing.findings())) == sorted(map(repr, Standing(work).findings()))


def test_where_the_municipality_is_not_known_no_region_is_wrong() -> None:
    work = with_number(plan(TREE.replace("Herlev Kommune", "Eksempelby")), "Syd", region="1085")
    assert of_rule(work, "SOR-126") == []
    work.apply(set_setting(work, "municipality", "Herlev"))
    assert units_of(work, "SOR-126") == ["Syd"]
