import pytest

from sorstudio.rules.rulebook import core_rules
from tests.model.outline import key, plan
from tests.rules.findings import carry_out, of_rule, only, units, with_values, words

TREE = "Elbæk Kommune\n  Hjemmeplejen Syd\n    Nord\n    Hjemmeplejen Vest"


def test_an_abbreviation_is_written_out_as_the_municipality_writes_it() -> None:
    work = with_values(plan(TREE), "Nord", name="Hj.pl. Nord")
    found = only(work, "SOR-033")
    assert found.repairs[0].is_safe
    carry_out(work, found.repairs[0])
    assert key(work, "Hjemmeplejen Nord")
    assert of_rule(work, "SOR-033") == []


def test_writing_out_a_name_that_is_taken_is_a_choice() -> None:
    assert not only(with_values(plan(TREE), "Nord", name="Hj.pl. Vest"), "SOR-033").repairs[0].is_safe


def test_an_abbreviation_that_does_not_fit_in_full_is_told_without_a_repair() -> None:
    assert only(with_values(plan(TREE), "Nord", name="Hj.pl. " + "x" * 47), "SOR-033").repairs != ()
    assert only(with_values(plan(TREE), "Nord", name="Hj.pl. " + "x" * 48), "SOR-033").repairs == ()


@pytest.mark.parametrize("name", ["Sct. Olaf", "N. Koch", "Havglimt 1. sal", "Egely."])
def test_no_abbreviation_is_seen_in(name: str) -> None:
    assert units(with_values(plan(TREE), "Nord", name=name), "SOR-033") == []


def test_the_national_name_of_a_mailbox_keeps_its_abbreviation() -> None:
    work = with_values(plan(TREE), "Nord", name="LÆ- blanketter, suppl. kommunikation, Elbæk")
    assert "skal blive stående" in words(work, "SOR-033")[0]
    assert only(work, "SOR-033").repairs == ()


def test_capitals_are_found_and_made_small() -> None:
    work = with_values(plan(TREE), "Nord", name="AKUT TEAMET")
    carry_out(work, only(work, "SOR-034").repairs[0])
    assert key(work, "Akut teamet")
    assert of_rule(work, "SOR-034") == []


@pytest.mark.parametrize("name", ["PPR", "CSA IT", "GOP §140", "Center -KUN INTERNT BRUG"])
def test_acronyms_and_notes_are_no_capitals(name: str) -> None:
    assert units(with_values(plan(TREE), "Nord", name=name), "SOR-034") == []


def test_a_stop_at_the_end_goes() -> None:
    work = with_values(plan(TREE), "Nord", name="HR.")
    found = only(work, "SOR-035")
    assert found.repairs[0].is_safe
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-035") == []


def test_a_stop_that_tells_two_names_apart_is_not_taken_away() -> None:
    found = only(with_values(plan(TREE), "Nord", name="Hjemmeplejen Vest."), "SOR-035")
    assert (found.text, found.repairs) == ("check.trailing_stop.all_that_differs", ())


def test_brackets_and_known_short_words_may_end_a_name() -> None:
    assert units(with_values(plan(TREE), "Nord", name="Hjerneskadeteam (voksne)"), "SOR-035") == []
    assert units(with_values(plan(TREE), "Nord", name="Krisecenter adm."), "SOR-035") == []


def test_of_an_abbreviation_at_the_end_one_rule_speaks() -> None:
    work = with_values(plan(TREE), "Nord", name="Hjerterehab.")
    assert only(work, "SOR-033").params["name"] == "Hjerterehabilitering"
    assert units(work, "SOR-035") == []
    rules = core_rules().entries
    short = {word for word in rules["SOR-033"].pairs("table") if word.endswith(".")}
    assert short <= {*rules["SOR-035"].words("may_end")}


@pytest.mark.parametrize("repair", [0, 1])
def test_a_dead_name_is_closed_or_mended(repair: int) -> None:
    work = with_values(plan(TREE), "Nord", name="Flyttet lok.nr 14/5 Sundhedspleje")
    found = only(work, "SOR-036")
    assert not any(one.is_safe for one in found.repairs)
    carry_out(work, found.repairs[repair])
    assert of_rule(work, "SOR-036") == []


def test_a_locked_ward_is_not_dead() -> None:
    assert units(with_values(plan(TREE), "Nord", name="Lukket afdeling Egely"), "SOR-036") == []


@pytest.mark.parametrize("name", ["Neurocenter -KUN INTERNT BRUG", "Neurocenter pr. 1/2"])
def test_notes_and_dates_are_cut_away(name: str) -> None:
    work = with_values(plan(TREE), "Nord", name=name)
    carry_out(work, only(work, "SOR-037").repairs[0])
    assert key(work, "Neurocenter")
    assert of_rule(work, "SOR-037") == []


def test_one_cause_is_told_once() -> None:
    assert units(with_values(plan(TREE), "Nord", name="Flyttet lok.nr 14/5 Kun internt brug"), "SOR-037") == []
