"""What two tellings of one unit differ in."""

from sorstudio.model.records import UNKNOWN, Address, Value
from sorstudio.model.register_facts import FIELDS, Facts, RegisterChange, field_changes, value_texts


def facts(**values: Value) -> Facts:
    return tuple((dict.fromkeys(FIELDS) | values).values())


def told(before: Facts, after: Facts, *, same: bool = True) -> list[tuple[RegisterChange, str]]:
    return [(one.change, one.field) for one in field_changes(before, after, FIELDS, is_same_layout=same)]


def test_each_field_has_its_kind_of_change() -> None:
    found = told(facts(name="A", parent="1", system="Cura"), facts(name="B", parent="2", system="Nexus"))
    assert found == [
        (RegisterChange.MOVED, "parent"),
        (RegisterChange.RENAMED, "name"),
        (RegisterChange.NUMBER, "system"),
    ]


def test_what_is_unknown_or_not_asked_for_is_no_difference() -> None:
    assert told(facts(cvr=UNKNOWN), facts(cvr="1")) == []
    assert list(field_changes(facts(name="A"), facts(name="B"), ["parent"], is_same_layout=True)) == []


def test_a_new_number_brings_its_own_details() -> None:
    assert told(facts(number="1", system="Cura"), facts(number="2")) == [(RegisterChange.NUMBER, "number")]


def test_an_end_taken_away_opens_the_unit_again() -> None:
    assert told(facts(), facts(valid_to="2026-12-31")) == [(RegisterChange.CLOSED, "valid_to")]
    assert told(facts(valid_to="2026-12-31"), facts()) == [(RegisterChange.REOPENED, "valid_to")]


def test_across_layouts_an_address_is_street_and_place() -> None:
    cut, whole = Address("Torvet", "3", city="By", region="R"), Address("torvet 3", city="By")
    assert told(facts(postal=cut), facts(postal=whole), same=False) == []
    assert told(facts(postal=cut), facts(postal=whole)) == [(RegisterChange.ADDRESS, "postal")]


def test_addresses_that_look_alike_are_told_in_full() -> None:
    assert value_texts(Address("Torvet"), None) == ("Torvet", None)
    texts = value_texts(Address("Torvet", region="1"), Address("Torvet", region="2"))
    assert texts == ("street: Torvet, region: 1", "street: Torvet, region: 2")
