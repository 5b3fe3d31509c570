"""Whether rows make one tree."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sorstudio.formats.raw import RawUnit
from sorstudio.formats.structure import Placed, by_unit, tree_problems, version_on
from sorstudio.model.records import UnitKind
from tests.formats.registers import Node, extract, raw, sor_id, trees


def placed(*rows: RawUnit, **titles: str) -> list[Placed]:
    given_rows = extract(*rows, titles=titles)
    return [Placed(given_rows, row) for row in rows]


def codes(*rows: RawUnit) -> list[str]:
    return [problem.code for problem in tree_problems(placed(*rows))]


def test_a_sound_tree_has_no_problems() -> None:
    assert codes(raw(0), raw(1, 0), raw(2, 1)) == []


def test_no_rows_are_no_problem_of_the_tree() -> None:
    assert codes() == []


def test_only_the_second_root_is_named_with_the_number_of_them() -> None:
    (problem,) = tree_problems(placed(raw(0), raw(1), raw(2), raw(3, 0)))
    assert (problem.code, problem.line, problem.params["count"]) == ("register.two_roots", 3, 3)


def test_columns_are_named_as_in_the_file() -> None:
    (problem,) = tree_problems(placed(raw(0), raw(1, 9, kind=UnitKind.SI), parent="Overordnet"))
    assert problem.column == "Overordnet"


def test_two_versions_are_no_duplicate_but_the_same_start_is() -> None:
    old, new = raw(1, 0, valid_from=date(2020, 1, 1)), raw(1, 0, valid_from=date(2021, 1, 1))
    assert codes(raw(0), old, new) == []
    assert codes(raw(0), old, old) == ["register.duplicate"]


def test_a_loop_that_holds_only_for_a_time_is_found() -> None:
    early, late = date(2020, 1, 1), date(2022, 1, 1)
    rows = [
        raw(0),
        raw(1, 0),
        raw(2, 3, valid_from=early),
        raw(2, 1, valid_from=late, line=9),
        raw(3, 2),
    ]
    assert codes(*rows) == ["register.loop"]


def test_two_loops_are_two_problems() -> None:
    rows = [raw(0), raw(1, 0), raw(2, 3), raw(3, 2), raw(4, 4)]
    assert codes(*rows) == ["register.loop", "register.loop"]


def test_a_damaged_id_is_damage_enough() -> None:
    damaged = RawUnit(3, "9,5E+17", "a", "9,5E+17", UnitKind.OE)
    assert codes(raw(0), damaged, damaged) == []


def test_a_long_loop_is_told_in_short() -> None:
    rows = [raw(0), *(raw(place, place + 1) for place in range(1, 20)), raw(20, 1)]
    (problem,) = tree_problems(placed(*rows))
    assert problem.params["count"] == 20
    assert str(problem.params["path"]).count("→") == 7


def test_an_institution_below_an_institution_does_not_fit() -> None:
    assert codes(raw(0), raw(1, 0), raw(2, 1, kind=UnitKind.SI)) == ["register.kind_under_kind"]


def test_the_nearest_version_holds() -> None:
    rows = placed(raw(1, 0, valid_from=date(2020, 1, 1)), raw(1, 0, valid_from=date(2022, 1, 1)))
    versions = by_unit(reversed(rows))[sor_id(1)]
    assert version_on(versions, date(2019, 1, 1)) is rows[0]
    assert version_on(versions, date(2023, 1, 1)) is rows[1]


@given(trees(), st.randoms(use_true_random=False))
def test_any_tree_in_any_order_is_sound(nodes: list[Node], random: object) -> None:
    rows = [
        RawUnit(place, node.sor_id, node.name, node.parent, UnitKind(node.kind), node.level)
        for place, node in enumerate(nodes, 2)
    ]
    random.shuffle(rows)  # type: ignore[attr-defined]
    assert codes(*rows) == []


@given(trees().filter(lambda nodes: len(nodes) > 2), st.data())
def test_hanging_a_unit_below_its_own_descendant_is_a_loop(nodes: list[Node], data: st.DataObject) -> None:
    node = data.draw(st.sampled_from(nodes[1:]))
    rows = [
        RawUnit(place, one.sor_id, one.name, one.sor_id if one is node else one.parent)
        for place, one in enumerate(nodes, 2)
    ]
    assert "register.loop" in codes(*rows)
