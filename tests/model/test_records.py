"""Records are frozen, and what was not in the file is never what was empty."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields

import pytest

from sorstudio.model.records import (
    CLASS_OF,
    OWNER_FIELD,
    UNKNOWN,
    Address,
    Contact,
    Direction,
    RecordKind,
    Unit,
    UnitKind,
    capability_key,
    number_key,
    placement_key,
    speciality_key,
    succession_key,
)


def test_a_record_cannot_be_altered() -> None:
    unit = Unit("1", UnitKind.OE, "Nord")
    with pytest.raises(FrozenInstanceError):
        unit.name = "Syd"  # type: ignore[misc]


def test_unknown_is_not_empty() -> None:
    assert UNKNOWN is not None
    assert Unit("1", UnitKind.OE, "Nord", unit_type=UNKNOWN) != Unit("1", UnitKind.OE, "Nord", unit_type=None)


def test_unknown_is_short_in_test_output() -> None:
    assert repr(UNKNOWN) == "UNKNOWN"


def test_an_address_reads_as_danes_write_it() -> None:
    address = Address("Torvet", "3", "2", "tv", "c/o Træning", "2730", "Herlev")
    assert address.line() == "Torvet 3, 2. tv, c/o Træning, 2730 Herlev"


def test_parts_that_an_address_lacks_leave_no_gap() -> None:
    assert Address(street="Torvet", postcode="2730").line() == "Torvet, 2730"


def test_an_empty_address_is_an_empty_line() -> None:
    assert Address().line() == ""


def test_contact_details_stand_on_one_line() -> None:
    assert Contact("44525252", "a@herlev.dk").line() == "44525252, a@herlev.dk"


@pytest.mark.parametrize("kind", RecordKind)
def test_every_kind_has_a_class_with_a_key(kind: RecordKind) -> None:
    assert "key" in {item.name for item in fields(CLASS_OF[kind])}


@pytest.mark.parametrize("kind", OWNER_FIELD)
def test_the_owner_of_a_record_is_one_of_its_fields(kind: RecordKind) -> None:
    assert OWNER_FIELD[kind] in {item.name for item in fields(CLASS_OF[kind])}


def test_the_same_message_type_on_one_number_is_always_the_same_record() -> None:
    assert capability_key("n", "XDIS18", "XD1834C", Direction.IN) == "n/XDIS18/XD1834C/in"


def test_direction_and_version_tell_message_types_apart() -> None:
    keys = {capability_key("n", "XDIS18", version, way) for version in "ab" for way in Direction}
    assert len(keys) == 4


def test_keys_of_members_are_made_of_what_they_join() -> None:
    assert speciality_key("u", "s") == "u/s"
    assert succession_key("old", "new") == "old>new"
    assert placement_key("traening", "u") == "traening@u"
    assert number_key("u", "5790") == "u:5790"
