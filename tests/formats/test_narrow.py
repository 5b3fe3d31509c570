"""One owner picked out of many."""

import pytest

from sorstudio.formats.narrow import OwnerRow, belongs, find_owner, members, narrow, owner_test
from sorstudio.formats.problems import Problem, UnreadableFile
from tests.formats.registers import CODES, extract, raw, sor_id

TOPS = [
    OwnerRow("1", "Københavns Kommune"),
    OwnerRow("2", "Aarhus Kommune"),
    OwnerRow("3", "Aarhus"),
    OwnerRow("4", "Tandlæge Ås"),
    OwnerRow("5", "Tandlæge Ås"),
    OwnerRow("6", "Bornholms Regionskommune"),
]


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        ("2", "2"),
        ("0101", "1"),
        ("København", "1"),
        ("københavns kommune", "1"),
        ("Århus", "2"),
        ("0751", "2"),
        ("751", "2"),
        ("Aarhus' Kommune", "2"),
        ("Bornholm", "6"),
    ],
)
def test_an_owner_has_many_names(owner: str, expected: str) -> None:
    assert find_owner(TOPS, owner, CODES) == expected


@pytest.mark.parametrize(
    ("owner", "code"),
    [("Tandlæge Ås", "owner.ambiguous"), ("Københavns Komune!", "owner.not_found_near"), ("%%%", "owner.not_found")],
)
def test_an_owner_that_is_not_clear_is_refused(owner: str, code: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        find_owner(TOPS, owner, CODES)
    assert refused.value.problems[0].code == code


def test_everything_below_is_the_owners() -> None:
    links = [("b", "a"), ("c", "b"), ("x", "y"), ("a", None), ("d", "a")]
    assert members(links, "a") == {"a", "b", "c", "d"}


def test_a_loop_does_not_hang() -> None:
    assert members([("a", "b"), ("b", "a")], "a") == {"a", "b"}


def test_a_row_from_the_time_under_another_owner_is_not_taken() -> None:
    inside = {"a", "b"}
    assert belongs("b", "a", inside, "a")
    assert not belongs("b", "z", inside, "a")


def test_only_the_owners_problems_stay_and_the_others_are_counted() -> None:
    rows = [raw(0), raw(1, 0), raw(10, None, name="Nabo", line=20), raw(11, 10, line=21)]
    given = extract(*rows, problems=(Problem("a", 1), Problem("b", 3), Problem("c", 22)))
    (found,) = narrow([given], sor_id(0), CODES)
    assert [problem.code for problem in found.problems] == ["a", "b"]
    assert (found.other_units, found.other_faults, len(found.units)) == (2, 1, 2)


def test_files_without_units_are_left_to_be_refused_for_that() -> None:
    given = extract()
    assert narrow([given], "Herlev", CODES) == [given]


def test_readers_can_ask_about_one_owner_at_a_time() -> None:
    test = owner_test("0751", CODES)
    assert test("9", "Aarhus Kommune")
    assert not test("9", "Odense Kommune")
