from datetime import date

import pytest

from sorstudio.model.edits import closing, offers
from sorstudio.model.edits import units as verbs
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, UnitKind, Unknown
from sorstudio.rules.finding import Severity
from tests.model.outline import gln, key, plan
from tests.rules.findings import carry_out, of_rule, only, units, with_values, words

TREE = "Kommune\n  Sundhed\n    Nord\n      Hold\n    Syd\n  Skole\n    Klasse"
MARCH = date(2027, 3, 1)


def test_an_institution_without_a_unit_is_found() -> None:
    assert words(plan("Kommune\n  Sundhed\n    Nord\n  Skole"), "SOR-010") == [
        "»Skole« har ingen organisatorisk enhed under sig og kommer derfor ikke med i SOR's udtræk."
    ]


def test_an_owner_without_an_institution_is_found() -> None:
    assert units(plan("Kommune"), "SOR-010") == ["Kommune"]


def test_three_levels_are_quiet_until_the_last_unit_closes() -> None:
    work = plan(TREE)
    assert units(work, "SOR-010") == []
    work.apply(closing.close(work, key(work, "Klasse"), day=MARCH))
    assert units(work, "SOR-010") == ["Skole"]


def test_a_loop_is_found_though_the_tree_does_not_reach_it() -> None:
    base = plan(TREE)
    looped = with_values(base, "Nord", parent=key(base, "Hold"))
    assert units(looped, "SOR-011") == ["Nord", "Hold"]


def test_a_missing_parent_and_a_second_owner_are_found() -> None:
    base = plan(TREE)
    assert words(with_values(base, "Syd", parent="væk"), "SOR-011") == [
        "Den overordnede enhed til »Syd« findes ikke: væk."
    ]
    assert units(with_values(base, "Skole", parent=None), "SOR-011") == ["Skole"]


def test_a_sound_tree_is_quiet() -> None:
    assert of_rule(plan(TREE), "SOR-011") == []
    assert of_rule(plan(TREE), "SOR-012") == []


def test_an_institution_under_a_unit_is_found() -> None:
    base = plan(TREE)
    wrong = with_values(base, "Hold", kind=UnitKind.SI)
    assert units(wrong, "SOR-012") == ["Hold"]


def test_several_only_children_in_a_row_are_told_once_at_the_topmost() -> None:
    deep = plan("Kommune\n  Sundhed\n    Nord\n      Distrikt\n        Gruppe\n          Hold\n    Syd")
    assert words(deep, "SOR-110") == ["Under »Nord« er der kun én enhed ad gangen: Distrikt, Gruppe, Hold."]


def test_two_steps_with_one_unit_are_quiet_and_a_second_child_ends_the_chain() -> None:
    short = plan("Kommune\n  Sundhed\n    Nord\n      Distrikt\n        Gruppe\n    Syd")
    assert of_rule(short, "SOR-110") == []
    deep = plan("Kommune\n  Sundhed\n    Nord\n      Distrikt\n        Gruppe\n          Hold")
    deep.apply(verbs.create(deep, key(deep, "Distrikt"), "Anden gruppe"))
    assert of_rule(deep, "SOR-110") == []


def test_a_chain_in_a_loop_ends() -> None:
    base = plan(TREE)
    assert len(of_rule(with_values(base, "Nord", parent=key(base, "Hold")), "SOR-110")) == 0


@pytest.mark.parametrize(("levels", "found"), [(9, []), (10, ["L10"]), (12, ["L10"])])
def test_a_branch_is_too_deep_where_it_passes_the_deepest_known(levels: int, found: list[str]) -> None:
    tree = "\n".join("  " * (level - 1) + f"L{level}" for level in range(1, levels + 1))
    assert units(plan(tree), "SOR-111") == found


@pytest.mark.parametrize(("count", "found"), [(40, []), (41, ["Nord"])])
def test_a_unit_is_too_wide_where_it_passes_the_widest_known(count: int, found: list[str]) -> None:
    assert units(_wide(count), "SOR-112") == found


def test_units_that_close_do_not_make_a_unit_wide() -> None:
    work = _wide(41)
    work.apply(closing.close(work, key(work, "Hold 3"), day=MARCH))
    assert of_rule(work, "SOR-112") == []


def _wide(count: int) -> Plan:
    return plan("Kommune\n  Sundhed\n    Nord\n" + "\n".join(f"      Hold {n}" for n in range(count)))


def test_a_branch_that_the_plan_empties_is_found_and_can_close_with_its_last_unit() -> None:
    work = plan(TREE)
    work.apply(closing.close(work, key(work, "Hold"), day=MARCH))
    found = only(work, "SOR-114")
    assert found.unit_name == "Nord"
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-114") == []
    assert work.state().units[key(work, "Nord")].valid_to == MARCH


def test_an_emptied_branch_with_an_offer_or_a_number_is_quiet_and_so_is_one_that_was_always_empty() -> None:
    work = plan(TREE.replace("Nord", f"Nord [{gln(1)}]"))
    work.apply(closing.close(work, key(work, "Hold"), day=MARCH))
    assert of_rule(work, "SOR-114") == []
    offering = plan(TREE)
    offering.apply(closing.close(offering, key(offering, "Hold"), day=MARCH))
    offering.apply(offers.place_offer(offering, ["traening"], key(offering, "Nord")))
    assert of_rule(offering, "SOR-114") == []


def test_where_the_units_moved_away_the_day_of_closing_is_not_proposed() -> None:
    work = plan(TREE)
    work.apply(verbs.move(work, [key(work, "Hold")], key(work, "Syd"), day=MARCH))
    assert only(work, "SOR-114").repairs == ()


def test_another_cvr_number_is_found_at_the_topmost_unit_and_repaired() -> None:
    work = plan(TREE)
    for name, cvr in (("Kommune", "55133018"), ("Sundhed", "55133018"), ("Nord", "10150817"), ("Hold", "10150817")):
        work = with_values(work, name, cvr=cvr)
    found = only(work, "SOR-113")
    assert (found.unit_name, found.severity) == ("Nord", Severity.WARNING)
    carry_out(work, found.repairs[0])
    assert units(work, "SOR-113") == ["Hold"]
    carry_out(work, only(work, "SOR-113").repairs[0])
    assert of_rule(work, "SOR-113") == []


@pytest.mark.parametrize("cvr", [None, UNKNOWN, "55133018"])
def test_the_same_or_no_cvr_number_is_quiet(cvr: str | Unknown | None) -> None:
    assert of_rule(with_values(with_values(plan(TREE), "Kommune", cvr="55133018"), "Nord", cvr=cvr), "SOR-113") == []
    assert of_rule(with_values(plan(TREE), "Nord", cvr="55133018"), "SOR-113") == []


def test_a_private_name_is_only_a_hint_told_once_in_a_branch() -> None:
    work = plan("Kommune\n  Sundhed\n    Friplejehjemmet Å\n      Friplejehjemmet Å, afdeling 1\n    Privatpraksis")
    found = only(work, "SOR-113")
    assert (found.unit_name, found.severity) == ("Friplejehjemmet Å", Severity.INFO)
