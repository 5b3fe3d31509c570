from dataclasses import replace

import pytest

from sorstudio.model.edits import messages, offers, units
from sorstudio.model.edits.settings import set_setting
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, Direction, LocationNumber
from sorstudio.rules.check import check
from sorstudio.rules.finding import Severity
from sorstudio.rules.standing import Standing
from tests.model.outline import gln, key, plan
from tests.rules.findings import carry_out, of_rule, only, with_types, with_values, with_versions, words

HERLEV = f"Herlev Kommune\n  Sundhed [{gln(1)}]\n    Pleje [{gln(2)}]\n    Sygehusadviser, Herlev [{gln(3)}]"
INBOX = "Sygehusadviser, Herlev"
TRAINING = f"Kommune\n  Sundhed\n    Hjemmeplejen [{gln(1)}]\n    Genoptræningen [{gln(2)}]\n    Kontor [{gln(3)}]"
TWO = f"Kommune\n  Sundhed [{gln(1)}]\n    Nord [{gln(2)}]\n    Syd [{gln(3)}]\n    Vest ^\n    Øst"


def variant(work: Plan, code: str) -> str:
    return only(work, code).text.rsplit(".", 1)[1]


def place(work: Plan, unit: str, offer: str) -> None:
    work.apply(offers.place_offer(work, [offer], key(work, unit)))


def silent(work: Plan) -> Plan:
    versions = (
        replace(version, record=replace(version.record, messages_known=False))
        if isinstance(version.record, LocationNumber)
        else version
        for version in work.baseline.versions
    )
    return with_versions(work, versions)


# Training plans


@pytest.mark.parametrize("types", [("<XREF15",), (">GGOP",), ()])
def test_whoever_receives_no_training_plans_is_quiet(types: tuple[str, ...]) -> None:
    work = with_types(plan(TRAINING), "Hjemmeplejen", *types)
    assert of_rule(work, "SOR-079") == []
    assert of_rule(work, "SOR-080") == []


def test_training_plans_belong_at_the_training() -> None:
    work = with_types(plan(TRAINING), "Genoptræningen", "<GGOP")
    assert of_rule(work, "SOR-079") == []
    assert of_rule(work, "SOR-080") == []


def test_a_unit_of_another_area_is_told_until_it_trains() -> None:
    work = with_types(plan(TRAINING), "Kontor", "<GGOP")
    assert (only(work, "SOR-079").severity, variant(work, "SOR-079")) == (Severity.INFO, "no_area")
    place(work, "Kontor", "sundhedspleje")
    assert only(work, "SOR-079").severity is Severity.WARNING
    place(work, "Kontor", "traening")
    assert of_rule(work, "SOR-079") == []


def test_a_number_that_the_training_inherits_may_receive_training_plans() -> None:
    drawn = plan(f"Kommune\n  Sundhed [{gln(1)}]\n    Kontor\n      Genoptræningen ^")
    work = with_types(drawn, "Sundhed", "<GGOP")
    assert of_rule(work, "SOR-079") == []
    work.apply(units.rename(work, key(work, "Genoptræningen"), "Huset"))
    assert len(of_rule(work, "SOR-079")) == 1


def test_where_types_are_not_carried_the_place_of_training_plans_cannot_be_judged() -> None:
    work = with_types(with_values(plan(TRAINING), "Kontor", unit_type=UNKNOWN), "Kontor", "<GGOP")
    assert all(not found.unit for found in of_rule(work, "SOR-079"))


def test_home_care_as_the_only_receiver_is_an_error_and_training_takes_over() -> None:
    work = with_types(plan(TRAINING), "Hjemmeplejen", "<GGOP")
    found = only(work, "SOR-080")
    assert (found.severity, variant(work, "SOR-080")) == (Severity.ERROR, "alone")
    assert of_rule(work, "SOR-079") == []
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-080") == []
    trainer = work.state().number_of(key(work, "Genoptræningen"))
    assert trainer is not None
    assert "GGOP" in {one.type for one in work.state().capabilities(trainer.key)}


def test_home_care_beside_training_is_a_warning_and_gives_them_up() -> None:
    work = with_types(with_types(plan(TRAINING), "Hjemmeplejen", "<GGOP", "<DGOP"), "Genoptræningen", "<GGOP")
    found = only(work, "SOR-080")
    assert (found.severity, variant(work, "SOR-080")) == (Severity.WARNING, "too")
    assert "Hjemmeplejen" in words(work, "SOR-080")[0]
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-080") == []


def test_without_a_training_unit_there_is_nobody_to_hand_over_to() -> None:
    drawn = plan(f"Kommune\n  Sundhed\n    Hjemmeplejen [{gln(1)}]")
    assert only(with_types(drawn, "Hjemmeplejen", "<GGOP"), "SOR-080").repairs == ()


# The national inbox


@pytest.mark.parametrize("type_", ["<FDIS20", "<DIS20", "<XDIS17"])
def test_one_inbox_that_receives_notices_is_quiet(type_: str) -> None:
    assert of_rule(with_types(plan(HERLEV), INBOX, type_), "SOR-081") == []


def test_an_owner_that_is_no_municipality_needs_no_inbox() -> None:
    assert of_rule(plan("Region Sjælland\n  Sygehus"), "SOR-081") == []
    assert of_rule(plan("Kommune\n  Sundhed"), "SOR-081") == []


def test_a_municipality_without_an_inbox_is_told_and_by_whom_notices_are_received() -> None:
    work = plan(f"Herlev Kommune\n  Sundhed\n    Pleje [{gln(1)}]")
    assert only(work, "SOR-081").text == "check.one_national_inbox"
    assert INBOX in words(work, "SOR-081")[0]
    work = with_types(work, "Pleje", "<FDIS20")
    assert variant(work, "SOR-081") == "elsewhere"
    assert only(work, "SOR-081").repairs == ()


def test_two_inboxes_are_one_too_many_until_one_has_gone() -> None:
    work = plan(f"Herlev Kommune\n  Sundhed\n    {INBOX} [{gln(1)}]\n    Sygehusadviser,  herlev [{gln(2)}]")
    work = with_types(with_types(work, INBOX, "<FDIS20"), "Sygehusadviser,  herlev", "<FDIS20")
    assert variant(work, "SOR-081") == "several"
    work.apply(units.rename(work, key(work, "Sygehusadviser,  herlev"), "Andet"))
    assert of_rule(work, "SOR-081") == []


def test_an_inbox_of_another_name_is_renamed() -> None:
    work = with_types(plan(HERLEV.replace(INBOX, "Sygehusadvis modtagelse")), "Sygehusadvis modtagelse", "<FDIS20")
    assert variant(work, "SOR-081") == "other_name"
    carry_out(work, only(work, "SOR-081").repairs[0])
    assert of_rule(work, "SOR-081") == []


def test_an_inbox_without_a_number_gets_one_with_its_types() -> None:
    work = plan(f"Herlev Kommune\n  Sundhed\n    {INBOX}")
    assert variant(work, "SOR-081") == "no_number"
    assert only(work, "SOR-081").repairs == ()
    work.apply(set_setting(work, "journal_systems", "Cura"))
    carry_out(work, only(work, "SOR-081").repairs[0])
    assert [found.code for found in check(work) if found.code in ("SOR-070", "SOR-074", "SOR-081", "SOR-120")] == []


def test_an_inbox_that_receives_no_notices_gets_the_type() -> None:
    work = with_types(plan(HERLEV), INBOX, "<XDIS91")
    assert variant(work, "SOR-081") == "no_notices"
    carry_out(work, only(work, "SOR-081").repairs[0])
    assert [found.code for found in check(work) if found.code in ("SOR-074", "SOR-081")] == []


def test_an_inbox_that_sleeps_is_told_once() -> None:
    work = plan(HERLEV)
    assert of_rule(work, "SOR-081") == []
    assert INBOX in {found.unit_name for found in of_rule(work, "SOR-070")}


def test_what_the_file_does_not_carry_about_the_inbox_is_not_judged() -> None:
    unknown = with_values(plan(f"Herlev Kommune\n  Sundhed\n    {INBOX}"), INBOX, number_state=UNKNOWN)
    assert all(not found.unit for found in of_rule(unknown, "SOR-081"))
    assert all(not found.unit for found in of_rule(silent(with_types(plan(HERLEV), INBOX, "<XDIS91")), "SOR-081"))


# One receiver for each area


def test_an_area_whose_number_from_above_lacks_the_type_is_told_and_mended() -> None:
    work = with_types(plan(TWO), "Sundhed", "<FDIS91", ">FDIS91", "<FCTL", ">FCTL")
    place(work, "Vest", "traening")
    assert variant(work, "SOR-085") == "nobody"
    assert only(work, "SOR-085").params["types"] == ("GGOP",)
    carry_out(work, only(work, "SOR-085").repairs[0])
    assert of_rule(work, "SOR-085") == []


def test_an_area_without_any_number_is_told() -> None:
    work = plan(TWO)
    place(work, "Øst", "traening")
    assert variant(work, "SOR-085") == "no_number"
    work.apply(set_setting(work, "journal_systems", "Cura"))
    carry_out(work, only(work, "SOR-085").repairs[0])
    assert of_rule(work, "SOR-085") == []


def test_a_unit_with_a_number_of_its_own_is_told_by_its_own_rule() -> None:
    work = with_types(plan(TWO), "Nord", "<FDIS91")
    place(work, "Nord", "traening")
    assert of_rule(work, "SOR-085") == []
    assert len(of_rule(work, "SOR-083")) == 1


def test_two_receivers_of_an_area_are_one_too_many_whoever_shares_a_number_is_not() -> None:
    work = with_types(with_types(plan(TWO), "Nord", "<GGOP", "<FDIS91"), "Sundhed", "<GGOP", "<FDIS91")
    place(work, "Nord", "traening")
    assert of_rule(work, "SOR-085") == []
    place(work, "Vest", "traening")
    found = only(work, "SOR-085")
    assert (variant(work, "SOR-085"), found.severity, found.params["types"]) == ("two", Severity.WARNING, ("GGOP",))
    work.apply(messages.remove_message_type(work, key(work, "Nord"), "GGOP", None, [Direction.IN]))
    assert of_rule(work, "SOR-085") == []


def test_areas_read_from_names_are_a_hint() -> None:
    drawn = plan(TWO.replace("Nord", "Genoptræning A").replace("Syd", "Genoptræning B"))
    work = with_types(with_types(drawn, "Genoptræning A", "<GGOP"), "Genoptræning B", "<GGOP")
    assert only(work, "SOR-085").severity is Severity.INFO


def test_receivers_that_the_file_does_not_carry_are_not_judged() -> None:
    work = silent(with_types(plan(TWO), "Sundhed", "<FDIS91"))
    place(work, "Vest", "traening")
    assert all(not found.unit for found in of_rule(work, "SOR-085"))
    unknown = with_values(plan(TWO), "Øst", number_state=UNKNOWN)
    place(unknown, "Øst", "traening")
    assert all(not found.unit for found in of_rule(unknown, "SOR-085"))


def test_the_rules_of_the_whole_are_kept_true_through_acts() -> None:
    work = with_types(with_types(plan(TWO), "Nord", "<GGOP"), "Sundhed", "<GGOP")
    standing = Standing(work)
    for unit, offer in (("Nord", "traening"), ("Vest", "traening"), ("Øst", "hjemmepleje")):
        place(work, unit, offer)
        standing.follow(work, standing.circle(work))
        assert sorted(map(repr, standing.findings())) == sorted(map(repr, Standing(work).findings()))
