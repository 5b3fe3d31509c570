"""Several extracts made into one baseline."""

from datetime import date

import pytest

from sorstudio.formats.problems import Problem, UnreadableFile
from sorstudio.formats.raw import RawCapability, RawNumber
from sorstudio.model.records import Direction, NumberState
from tests.formats.registers import TODAY, assembled, capabilities, extract, gln, numbers, raw, sor_id, units

TREE = extract(raw(0), raw(1, 0, gln=gln(1)), raw(2, 1), carries=["gln"])
BARE_TREE = extract(raw(0), raw(1, 0), raw(2, 1))


def capability(number: int, **values: object) -> RawCapability:
    return RawCapability(2, gln(number), "DIS91", "D9134L", Direction.IN, **values)  # type: ignore[arg-type]


def bundle(*listed: int, **values: object) -> object:
    found = tuple(RawNumber(2, gln(number), sor_id(number)) for number in listed)
    return extract(numbers=found, layout="fhir", **values)


def test_the_files_own_day_comes_first() -> None:
    dated = extract(raw(0), day=date(2010, 1, 26))
    assert assembled(dated, day=date(2026, 1, 1)).day == date(2010, 1, 26)
    assert assembled(TREE).day == TODAY


def test_types_are_known_for_the_numbers_that_a_bundle_lists() -> None:
    tree = extract(raw(0), raw(1, 0, gln=gln(1)), raw(2, 1, gln=gln(2)), carries=["gln"])
    found = numbers(assembled(tree, bundle(1, carries=["message_types"])))  # type: ignore[arg-type]
    assert [found[sor_id(number)].messages_known for number in (1, 2)] == [True, False]


def test_types_are_known_for_every_number_by_the_table_of_all_types() -> None:
    found = numbers(assembled(TREE, extract(carries=["message_types"], layout="sor2_messages")))
    assert found[sor_id(1)].messages_known


def test_a_bundle_brings_its_numbers_to_a_tree_without_any() -> None:
    found = assembled(BARE_TREE, bundle(2))  # type: ignore[arg-type]
    assert {key: number.gln for key, number in numbers(found).items()} == {sor_id(2): gln(2)}
    assert units(found)[sor_id(2)].number_state is NumberState.OWN


def test_a_closed_number_is_left_out_with_its_types() -> None:
    over = RawNumber(2, gln(2), sor_id(2), valid_to=date(2020, 1, 1))
    found = assembled(BARE_TREE, extract(numbers=(over,), capabilities=(capability(2),)))
    assert numbers(found) == {}
    assert capabilities(found) == []


def test_a_closed_type_is_left_out() -> None:
    types = extract(capabilities=(capability(1, valid_to=date(2020, 1, 1)), capability(9)))
    assert capabilities(assembled(TREE, types)) == []


def test_the_same_type_twice_is_one_record() -> None:
    types = extract(capabilities=(capability(1), capability(1)))
    assert len(capabilities(assembled(TREE, types))) == 1


def test_a_number_that_closed_on_the_unit_is_none() -> None:
    closed = raw(1, 0, gln=gln(1), number={"valid_to": date(2020, 1, 1)})
    found = assembled(extract(raw(0), closed, carries=["gln"]))
    assert units(found)[sor_id(1)].number_state is NumberState.NONE
    assert numbers(found) == {}


def test_problems_of_reader_and_tree_come_together() -> None:
    given = extract(raw(0), raw(1, 7), problems=(Problem("row.date", 2, source="fil.csv"),))
    with pytest.raises(UnreadableFile) as refused:
        assembled(given)
    assert [problem.code for problem in refused.value.problems] == ["row.date", "register.parent_unknown"]


def test_a_second_root_is_said_first() -> None:
    given = extract(raw(0), raw(1), raw(2, 0), problems=(Problem("row.date", 2, source="fil.csv"),))
    with pytest.raises(UnreadableFile) as refused:
        assembled(given)
    assert refused.value.problems[0].code == "register.two_roots"


def test_one_owner_is_picked() -> None:
    given = extract(raw(0), raw(5, None, name="Nabo"), raw(1, 0))
    assert set(units(assembled(given, owner=sor_id(0)))) == {sor_id(0), sor_id(1)}


def test_files_without_units_are_no_register() -> None:
    with pytest.raises(UnreadableFile) as refused:
        assembled(bundle(1))  # type: ignore[arg-type]
    assert [problem.code for problem in refused.value.problems] == ["file.no_units"]


def test_the_baseline_carries_what_any_file_carries() -> None:
    found = assembled(TREE, extract(capabilities=(capability(1),), layout="fhir"))
    assert found.carries == {"gln", "message_types"}
    assert found.layout == "test+fhir"
