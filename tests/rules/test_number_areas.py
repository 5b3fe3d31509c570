from sorstudio.model.edits import numbers
from sorstudio.model.edits import units as verbs
from sorstudio.model.edits.offers import place_offer
from sorstudio.model.edits.settings import set_setting
from sorstudio.model.plan import Plan
from sorstudio.model.records import NumberState
from tests.model.outline import gln, key, plan
from tests.rules.findings import carry_out, of_rule, only, units, with_number, with_values, words

TRAINING = "546811000005109"
HEALTH_CENTRE = "264361005"


def offering(work: Plan, unit: str, area: str) -> Plan:
    offer = next(one for one in work.codes.offers if one.area_code == area)
    work.apply(place_offer(work, [offer.code], key(work, unit)))
    return work


def test_an_administration_that_uses_a_number_from_above_is_told_once_and_may_order_its_own() -> None:
    work = plan(f"Kommune [{gln(1)}]\n  Sundhed ^\n    Pleje\n      Nord ^\n  Børn [{gln(2)}]\n    Hold ^")
    work.apply(set_setting(work, "journal_systems", "Cura"))
    found = only(work, "SOR-026")
    assert (found.unit_name, found.params["count"], found.params["users"]) == ("Sundhed", 2, ("Sundhed", "Nord"))
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-026") == []


def test_an_administration_in_which_nobody_inherits_is_quiet() -> None:
    assert of_rule(plan(f"Kommune [{gln(1)}]\n  Sundhed\n    Nord\n  Børn"), "SOR-026") == []
    assert of_rule(plan(f"Kommune\n  Sundhed [{gln(1)}]\n    Nord ^\n  Børn"), "SOR-026") == []


def test_the_only_institution_of_an_owner_is_no_border() -> None:
    assert of_rule(plan(f"Praksis [{gln(1)}]\n  Praksis og co ^\n    Læge ^"), "SOR-026") == []


def test_a_border_within_a_border_is_told_at_the_upper_one() -> None:
    work = plan(f"Kommune [{gln(1)}]\n  Sundhed\n    Ældre\n      Nord ^\n  Børn")
    assert units(with_values(work, "Ældre", unit_type="554041000005106"), "SOR-026") == ["Sundhed"]


def test_an_area_that_offers_and_uses_the_number_of_another_area_is_warned_about() -> None:
    work = offering(plan(f"Kommune\n  Sundhed [{gln(1)}]\n    Nord ^\n    Syd ^"), "Nord", "traening")
    work.apply(set_setting(work, "journal_systems", "Cura"))
    found = only(work, "SOR-027")
    assert (found.unit_name, found.severity) == ("Nord", "warning")
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-027") == []


def test_an_area_read_from_a_name_or_type_is_only_mentioned() -> None:
    work = plan(f"Kommune\n  Sundhed [{gln(1)}]\n    Sundhedsplejen ^\n    Nord ^\n    Hjemmeplejen ^")
    work = with_values(work, "Nord", unit_type=TRAINING)
    assert [(one.unit_name, one.severity) for one in of_rule(work, "SOR-027")] == [
        ("Sundhedsplejen", "info"),
        ("Nord", "info"),
    ]
    assert words(work, "SOR-027")[0] == (
        f"»Sundhedsplejen« ser ud til at høre til området Sundhedspleje, men bruger lokationsnummeret {gln(1)} "
        "fra »Sundhed«, som ikke gør."
    )


def test_a_number_from_the_same_area_or_a_type_that_serves_it_is_right() -> None:
    work = plan(f"Kommune\n  Sundhed\n    Sundhedscenter [{gln(1)}]\n      Træning Nord ^\n      Rygestop ^")
    assert of_rule(with_values(work, "Sundhedscenter", unit_type=HEALTH_CENTRE), "SOR-027") == []
    assert units(work, "SOR-027") == ["Træning Nord"]


def test_a_branch_of_one_area_is_told_at_its_top() -> None:
    work = plan(f"Kommune\n  Sundhed [{gln(1)}]\n    Tandplejen ^\n      Tandklinik Nord ^\n      Tandklinik Syd ^")
    assert units(with_values(work, "Tandplejen", name="Børnetandplejen"), "SOR-027") == ["Børnetandplejen"]


def test_a_unit_without_a_number_is_not_said_to_use_a_wrong_one() -> None:
    assert of_rule(plan(f"Kommune\n  Sundhed [{gln(1)}]\n    Sundhedsplejen"), "SOR-027") == []


def test_units_of_one_area_side_by_side_may_share_the_number_above() -> None:
    work = plan(
        f"Kommune\n  Sundhed [{gln(1)}]\n    Hjemmepleje Nord [{gln(2)}]\n    Hjemmepleje Syd [{gln(3)}]"
        f"\n    Tandklinik Nord [{gln(4)}]\n    Tandklinik Syd [{gln(5)}]"
    )
    found = only(work, "SOR-028")
    assert (found.unit_name, found.severity, found.params["count"]) == ("Sundhed", "info", 2)
    assert [act["unit"] for act in found.repairs[0].acts] == [
        key(work, "Hjemmepleje Nord"),
        key(work, "Hjemmepleje Syd"),
    ]
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-028") == []


def test_units_with_systems_of_their_own_need_numbers_of_their_own() -> None:
    work = plan(f"Kommune\n  Sundhed\n    Hjemmepleje Nord [{gln(2)}]\n    Hjemmepleje Syd [{gln(3)}]")
    assert only(work, "SOR-028").repairs == ()
    work = with_number(with_number(work, "Hjemmepleje Nord", system="Cura"), "Hjemmepleje Syd", system="Nexus")
    assert of_rule(work, "SOR-028") == []


def test_the_finding_goes_when_one_gives_up_its_number() -> None:
    work = plan(f"Kommune\n  Sundhed\n    Hjemmepleje Nord [{gln(2)}]\n    Hjemmepleje Syd [{gln(3)}]")
    work.apply(numbers.set_location_number(work, key(work, "Hjemmepleje Syd"), NumberState.NONE))
    assert of_rule(work, "SOR-028") == []
    work = plan(f"Kommune\n  Sundhed\n    Hjemmepleje Nord [{gln(2)}]\n    Hjemmepleje Syd [{gln(3)}]")
    work.apply(verbs.rename(work, key(work, "Hjemmepleje Syd"), "Kantinen"))
    assert of_rule(work, "SOR-028") == []
