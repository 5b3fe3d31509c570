"""What readers hand over."""

from sorstudio.formats.raw import RawCapability, RawExtract, RawUnit
from sorstudio.model.records import Direction


def test_a_row_says_nothing_that_it_was_not_told() -> None:
    unit = RawUnit(2, "1", "a", None)
    assert (unit.kind, unit.level, unit.gln, unit.number_state, unit.valid_to) == (None,) * 5


def test_an_extract_is_empty_until_it_is_filled() -> None:
    assert not any((extract := RawExtract("a", "b")).units + extract.numbers + extract.problems)


def test_a_message_type_is_open_unless_said_otherwise() -> None:
    assert RawCapability(2, "1", "DIS91", "D9134L", Direction.IN).valid_to is None
