import pytest

from sorstudio.model.records import UNKNOWN
from tests.model.outline import key, plan
from tests.rules.findings import carry_out, of_rule, only, units, with_values

TREE = """
Elbæk Kommune
  Sundhedsplejen
    Sundhedsplejen Syd
    Sundhedsplejen Nord
    Sundhedsplejen Vest
    Egely
"""


@pytest.mark.parametrize("name", ["Team 3", "Afdeling K", "1. sal", "Nord", "Hus 4, stuen"])
def test_a_name_without_task_and_place_takes_that_of_its_parent(name: str) -> None:
    work = with_values(plan(TREE), "Egely", name=name)
    carry_out(work, only(work, "SOR-130").repairs[0])
    assert key(work, f"Sundhedsplejen, {name}")
    assert of_rule(work, "SOR-130") == []


@pytest.mark.parametrize("name", ["Hjerneteamet", "Udredningsafdeling 1", "Team Viby", "Egely"])
def test_a_task_or_a_place_is_enough(name: str) -> None:
    assert units(with_values(plan(TREE), "Egely", name=name), "SOR-130") == []


def _school(**values: object) -> list[str]:
    work = plan(TREE)
    code = work.codes.unit_type("sundhedsplejen")
    assert code is not None
    for name in ("Sundhedsplejen Syd", "Sundhedsplejen Nord", "Sundhedsplejen Vest"):
        work = with_values(work, name, unit_type=code.code)
    given = {"name": "Beder Skole", "unit_type": code.code, **values}
    work = with_values(work, "Egely", **given)  # type: ignore[arg-type]
    return [str(one.act["name"]) for found in of_rule(work, "SOR-131") if found.unit for one in found.repairs]


def test_health_visitors_called_by_their_school_are_called_health_visitors_too() -> None:
    assert _school() == ["Sundhedsplejen Beder Skole"]


@pytest.mark.parametrize("name", ["Sundhedsplejen Beder Skole", "Rehabiliteringshøjskolen", "Demenshjørnet"])
def test_names_that_tell_a_task_are_quiet(name: str) -> None:
    assert _school(name=name) == []


def test_without_a_type_nothing_is_said_of_schools() -> None:
    assert _school(unit_type=UNKNOWN) == _school(unit_type=None) == []


def test_a_mailbox_of_the_whole_country_has_the_municipality_in_its_name() -> None:
    work = with_values(plan(TREE), "Egely", name="Sygehusadviser")
    carry_out(work, only(work, "SOR-038").repairs[0])
    assert key(work, "Sygehusadviser, Elbæk")
    assert of_rule(work, "SOR-038") == []


def test_codes_of_the_house_are_told_once_above_those_that_have_them() -> None:
    tree = "Kommune\n  Center for bosteder\n    CBV Egely\n    CBV Skovlund\n    PPR Nord\n    PPR Syd"
    found = only(plan(tree), "SOR-134")
    assert (found.unit_name, found.params["code"], found.params["count"]) == ("Center for bosteder", "CBV", 2)
    assert units(plan(tree.replace("CBV Skovlund", "Skovlund")), "SOR-134") == []


def test_figures_alone_are_no_name() -> None:
    assert units(with_values(plan(TREE), "Egely", name="14-17"), "SOR-133") == ["14-17"]


def test_a_slash_between_words_is_read_as_and() -> None:
    work = with_values(plan(TREE), "Egely", name="Tilst/Sabro")
    carry_out(work, only(work, "SOR-133").repairs[0])
    assert key(work, "Tilst og Sabro")


@pytest.mark.parametrize("name", ["Huset 24/7", "Tilbud f/unge", "Lok.nr 14/5 Egely"])
def test_other_slashes_are_left(name: str) -> None:
    assert units(with_values(plan(TREE), "Egely", name=name), "SOR-133") == []
