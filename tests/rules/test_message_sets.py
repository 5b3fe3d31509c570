from dataclasses import replace

import pytest

from sorstudio.model.edits import messages, offers
from sorstudio.model.plan import Plan
from sorstudio.model.records import Direction, LocationNumber, RecordKind, UnitKind
from sorstudio.rules.check import check
from sorstudio.rules.finding import Severity
from tests.model.outline import gln, key, plan
from tests.rules.findings import carry_out, of_rule, only, with_types, with_values, with_versions, words

SETS = ("SOR-074", "SOR-075", "SOR-077", "SOR-078", "SOR-082", "SOR-083", "SOR-084")


def one(name: str = "Enhed", *types: str, offer: str = "") -> Plan:
    """One unit with a number, its message types, and perhaps an offer."""
    work = with_types(plan(f"Kommune\n  Sundhed\n    {name} [{gln(1)}]"), name, *types)
    if offer:
        work.apply(offers.place_offer(work, [offer], key(work, name)))
    return work


def silent(work: Plan) -> Plan:
    """The same from a file that does not carry message types."""
    versions = (
        replace(version, record=replace(version.record, messages_known=False))
        if isinstance(version.record, LocationNumber)
        else version
        for version in work.baseline.versions
    )
    return with_versions(work, versions)


def told(work: Plan) -> set[str]:
    """The rules on sets that find something at all."""
    return {finding.code for finding in check(work) if finding.code in SETS and finding.unit}


@pytest.mark.parametrize(
    ("code", "types", "receipts"),
    [
        ("SOR-074", ("<FDIS91",), ("FCTL",)),
        ("SOR-074", ("<FDIS91", "<FCTL"), ("FCTL",)),
        ("SOR-075", ("<DIS91",), ("CTL01", "CTL02", "CTL03")),
        ("SOR-075", ("<XDIS91", ">XCTL01", "<XCTL03"), ("XCTL02",)),
    ],
)
def test_missing_receipts_are_added_at_once(code: str, types: tuple[str, ...], receipts: tuple[str, ...]) -> None:
    work = one("Enhed", *types)
    found = only(work, code)
    assert found.params["receipts"] == receipts
    assert found.repairs[0].is_safe
    carry_out(work, found.repairs[0])
    assert told(work) == set()


@pytest.mark.parametrize(
    "types",
    [
        ("<FDIS91", "<FCTL", ">FCTL"),
        ("<XDIS91", "<XCTL01", "<XCTL02", "<XCTL03"),
        ("<XCTL01",),
        ("<HomeCareObservation",),
        (),
    ],
)
def test_receipts_that_are_there_or_not_needed_are_quiet(types: tuple[str, ...]) -> None:
    assert {"SOR-074", "SOR-075"} & told(one("Enhed", *types)) == set()


@pytest.mark.parametrize(
    ("types", "lacking"),
    [(("<XREF15",), "XDIS15"), ((">XDIS15",), "XREF15"), (("<XREF22",), "XDIS22"), ((">XDIS22",), "XREF22")],
)
def test_a_referral_comes_with_its_answer(types: tuple[str, ...], lacking: str) -> None:
    work = one("Enhed", *types)
    found = only(work, "SOR-077")
    assert found.params[found.text.rsplit(".", 1)[1]] == lacking
    carry_out(work, found.repairs[0])
    assert told(work) == set()


def test_the_acute_function_without_referrals_is_told_once() -> None:
    work = one("Akutteam", ">XDIS22")
    assert len(of_rule(work, "SOR-071")) == 1
    assert of_rule(work, "SOR-077") == []


def test_a_part_of_the_hospital_set_asks_for_the_rest() -> None:
    work = one("Hjemmeplejen", "<XDIS18", "<XDIS21")
    found = only(work, "SOR-078")
    assert (found.params["receives"], found.params["sends"]) == (("XDIS19",), ("XDIS16",))
    assert of_rule(work, "SOR-083") == []
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-078") == []


def test_needs_assessment_reads_the_set_and_sends_nothing() -> None:
    assert of_rule(one("Visitationen", "<XDIS18", "<XDIS19", "<XDIS21"), "SOR-078") == []
    assert of_rule(one("Hjemmeplejen", "<XDIS18", "<XDIS19", "<XDIS21"), "SOR-078") != []


def test_the_older_format_of_a_report_counts() -> None:
    assert of_rule(one("Enhed", "<DIS18", "<DIS19", "<XDIS21", ">DIS16"), "SOR-078") == []


def test_no_part_of_the_set_is_no_demand_for_it() -> None:
    assert of_rule(one("Enhed", "<XDIS91"), "SOR-078") == []


def test_the_social_area_uses_the_messages_of_the_somatic_one() -> None:
    work = one("Botilbuddet", "<XDIS18", offer="socialpsykiatri")
    found = only(work, "SOR-082")
    assert (found.severity, found.params["receives"]) == (Severity.WARNING, ("XDIS21", "XDIS19"))
    assert {"SOR-078", "SOR-083"} & told(work) == set()
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-082") == []


def test_a_name_alone_is_ground_for_a_hint() -> None:
    assert only(one("Botilbuddet", "<FDIS91"), "SOR-082").severity is Severity.INFO
    assert only(one("Genoptræning Nord", "<FDIS91"), "SOR-083").severity is Severity.INFO
    assert only(one("Genoptræning Nord", "<GGOP"), "SOR-084").severity is Severity.INFO


def test_an_area_has_its_messages_and_one_repair_adds_them_all() -> None:
    work = one("Enhed", "<FDIS91", offer="forebyggelse")
    found = only(work, "SOR-083")
    assert (found.params["receives"], found.params["sends"]) == (("XREF15",), ("XDIS15",))
    assert found.repairs[0].is_safe
    assert "Forebyggelse" in words(work, "SOR-083")[0]
    carry_out(work, found.repairs[0])
    assert {"SOR-075", "SOR-077", "SOR-083"} & told(work) == set()


@pytest.mark.parametrize("type_", ["<GGOP", "<DGOP"])
def test_any_of_the_alternatives_is_enough(type_: str) -> None:
    assert of_rule(one("Enhed", type_, offer="traening"), "SOR-083") == []


def test_of_the_areas_that_a_type_may_mean_only_what_all_have_is_expected() -> None:
    work = with_values(one("Enhed", "<FDIS91"), "Enhed", unit_type="264361005")
    assert of_rule(work, "SOR-083") == []
    work = with_values(one("Enhed", "<FDIS91"), "Enhed", unit_type="554021000005101")
    assert only(work, "SOR-083").params["receives"] == ("XDIS32",)


def test_the_name_of_an_institution_demands_nothing() -> None:
    work = with_types(
        plan(f"Kommune\n  Sundhed og Forebyggelse [{gln(1)}]\n    Enhed"), "Sundhed og Forebyggelse", "<XDIS32"
    )
    assert work.state().units[key(work, "Sundhed og Forebyggelse")].kind is UnitKind.SI
    assert {"SOR-083", "SOR-084"} & told(work) == set()


def test_correspondence_is_wanted_in_any_format() -> None:
    work = one("Enhed", "<GGOP", offer="traening")
    found = only(work, "SOR-084")
    assert found.severity is Severity.WARNING
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-084") == []
    assert of_rule(work, "SOR-074") == []
    for type_ in ("<XDIS91", "<DIS91"):
        assert of_rule(one("Enhed", "<GGOP", type_, offer="traening"), "SOR-084") == []
    assert of_rule(one("Enhed", "<GGOP", ">XDIS91", offer="traening"), "SOR-084") != []


def test_the_inbox_and_units_of_no_known_area_need_no_correspondence() -> None:
    assert of_rule(one("Sygehusadviser, X", "<FDIS20"), "SOR-084") == []
    assert of_rule(one("Enhed", "<FDIS20"), "SOR-084") == []


def test_a_list_that_is_not_whole_is_not_judged() -> None:
    work = silent(one("Enhed", "<XREF15", "<XDIS18", "<FDIS91", offer="traening"))
    found = [finding for finding in check(work) if finding.code in SETS]
    assert [finding.text for finding in found] == ["check.unjudged"]
    assert all(not finding.unit for finding in of_rule(silent(one("Enhed", ">XREF15")), "SOR-076"))


def test_a_file_of_trials_alone_is_not_judged() -> None:
    assert told(one("Genoptræning Nord", "<HomeCareObservation", "<FCTL")) == set()
    assert "SOR-084" in told(one("Genoptræning Nord", "<GGOP", "<HomeCareObservation", "<FCTL"))


def test_a_number_that_is_inactive_is_left_alone() -> None:
    work = one("Hjemmeplejen", "<XDIS18")
    versions = (
        replace(version, record=replace(version.record, inactive=True))
        if version.kind is RecordKind.NUMBER
        else version
        for version in work.baseline.versions
    )
    assert told(with_versions(work, versions)) == set()  # type: ignore[arg-type]


def test_a_finding_goes_when_a_person_registers_the_type() -> None:
    work = one("Enhed", "<XREF15")
    work.apply(messages.add_message_type(work, key(work, "Enhed"), "XDIS15", None, [Direction.OUT]))
    assert of_rule(work, "SOR-077") == []


def test_who_is_written_to_in_an_old_form_alone_is_asked_for_the_new_one() -> None:
    work = one("Enhed", "<DIS91", "<XDIS91")
    found = only(work, "SOR-086")
    assert (found.severity, found.params["old"]) == (Severity.INFO, ("XDIS91", "DIS91"))
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-086") == []
    for types in (("<DIS91", "<FDIS91"), (">DIS91",), ("<GGOP",)):
        assert of_rule(one("Enhed", *types), "SOR-086") == []
