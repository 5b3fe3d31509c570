"""Single cells made into values."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.formats.cells import (
    bare,
    first_day_after,
    kind_of_level,
    one_line,
    parse_date,
    parse_flag,
    parse_kind,
    parse_level,
    parse_truth,
)
from sorstudio.model.records import NumberState, UnitKind

FORMS = [
    "%Y-%m-%d",
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%d/%m/%Y",
    "%Y%m%d",
    "%Y-%m-%d %H:%M:%S",
    "%d-%m-%Y %H:%M",
    "%Y%m%d %H:%M:%S ",
]


@given(st.dates(date(1900, 1, 1)), st.sampled_from(FORMS))
def test_a_day_is_read_in_every_form(day: date, form: str) -> None:
    assert parse_date(day.strftime(form)) == day


@pytest.mark.parametrize("text", ["", "2024", "2024-02-30", "1-13-2024", "2024-01-01 kl. 12", "01-02-24", "²024-01-01"])
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_date(text)


def test_a_time_with_zone_is_left_out() -> None:
    assert parse_date("2019-09-20T00:00:00+02:00") == date(2019, 9, 20)


def test_the_last_day_of_a_period_is_inclusive() -> None:
    assert first_day_after("31-12-2026") == date(2027, 1, 1)


def test_the_year_9999_is_open() -> None:
    assert first_day_after("99991231 23:59:00 ") is None


@pytest.mark.parametrize(
    ("text", "expected"), [('="12"', "12"), (" x ", "x"), ('="', '="'), ("=1+1", "=1+1"), ('"a"', '"a"')]
)
def test_only_the_wrapping_of_spreadsheets_is_taken_off(text: str, expected: str) -> None:
    assert bare(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("io", UnitKind.IE),
        ("HI", UnitKind.SI),
        ("Organisatorisk enhed", UnitKind.OE),
        ("Organizational Unit", UnitKind.OE),
        ("plejehjem", None),
    ],
)
def test_kinds_have_danish_and_english_names(text: str, kind: UnitKind | None) -> None:
    assert parse_kind(text) is kind


@pytest.mark.parametrize(
    ("text", "level"), [("1", 1), ("08", 8), ("0", None), ("-1", None), ("1,0", None), ("x", None), ("9999", None)]
)
def test_a_level_is_a_whole_number_from_one(text: str, level: int | None) -> None:
    assert parse_level(text) == level


def test_a_name_is_one_line_and_keeps_its_inner_blanks() -> None:
    assert one_line(" Sygehusadviser,  Prøve\r\n købing ") == "Sygehusadviser,  Prøve købing"


def test_the_third_level_and_deeper_are_organisational_units() -> None:
    assert [kind_of_level(level) for level in (1, 2, 3, 9)] == [UnitKind.IE, UnitKind.SI, UnitKind.OE, UnitKind.OE]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Egen", NumberState.OWN),
        ("nedarvet", NumberState.INHERITED),
        ("None", NumberState.NONE),
        ("true", NumberState.INHERITED),
        ("?", None),
    ],
)
def test_the_flag_of_a_number_has_several_words(text: str, state: NumberState | None) -> None:
    assert parse_flag(text) is state


def test_yes_and_no_are_read_and_nothing_else() -> None:
    assert [parse_truth(text) for text in ("Ja", "false", "måske")] == [True, False, None]
