from datetime import date

from sorstudio.model.edits import closing
from sorstudio.model.edits import units as verbs
from sorstudio.model.records import UnitKind
from tests.model.outline import key, plan
from tests.rules.findings import carry_out, of_rule, only, units, with_values, words

TREE = "Kommune\n  Sundhed\n    Nord\n      Hold\n    Syd\n  Skole\n    Klasse"
MARCH, APRIL = date(2027, 3, 1), date(2027, 4, 1)


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


def test_a_parent_that_closes_before_its_child_is_found_and_repaired() -> None:
    work = with_values(plan(TREE), "Nord", valid_to=MARCH)
    found = only(work, "SOR-013")
    assert found.unit_name == "Hold"
    carry_out(work, found.repairs[0])
    assert of_rule(work, "SOR-013") == []


def test_parent_and_child_may_close_on_the_same_day() -> None:
    work = with_values(with_values(plan(TREE), "Nord", valid_to=MARCH), "Hold", valid_to=MARCH)
    assert of_rule(work, "SOR-013") == []


def test_a_child_that_closes_a_month_later_is_found() -> None:
    work = with_values(with_values(plan(TREE), "Nord", valid_to=MARCH), "Hold", valid_to=APRIL)
    assert units(work, "SOR-013") == ["Hold"]


def test_a_child_that_starts_before_its_parent_is_found() -> None:
    early = plan("Kommune\n  Sundhed\n    Nord (from 2027-04-01)\n      Hold (from 2027-03-01)\n    Syd")
    assert units(early, "SOR-014") == ["Hold"]


def test_a_child_that_starts_with_its_parent_is_quiet() -> None:
    same = plan("Kommune\n  Sundhed\n    Nord (from 2027-04-01)\n      Hold (from 2027-04-01)\n    Syd")
    assert units(same, "SOR-014") == []


def test_a_planned_child_waits_for_its_planned_parent() -> None:
    work = plan(TREE)
    work.apply(verbs.create(work, key(work, "Sundhed"), "Øst", key="ny", day=APRIL))
    work.apply(verbs.create(work, "ny", "Hold Ø"))
    assert units(work, "SOR-014") == []
