"""Working days, against the calendar on the wall."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.working_days import is_working_day, working_days_after, working_days_between

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 11, 23), True),
        (date(2026, 11, 28), False),
        (date(2026, 4, 2), False),
        (date(2026, 5, 25), False),
        (date(2023, 5, 5), False),
        (date(2024, 4, 26), True),
        (date(2026, 12, 25), False),
    ],
    ids=["a Monday", "a Saturday", "Maundy Thursday", "Whit Monday", "the last Great Prayer Day", "none since", "Yule"],
)
def test_the_calendar(day: date, works: bool) -> None:
    assert is_working_day(day) is works


def test_ten_working_days_over_easter() -> None:
    assert working_days_after(date(2026, 3, 27), 10) == date(2026, 4, 15)


@given(DAYS, st.integers(1, 60))
def test_counting_there_and_back_agrees(start: date, count: int) -> None:
    end = working_days_after(start, count)
    assert is_working_day(end)
    assert working_days_between(start, end) == count
    assert working_days_between(start, end - timedelta(days=1)) == count - 1


@given(DAYS)
def test_no_days_at_all_stay_where_they_are(day: date) -> None:
    assert working_days_after(day, 0) == day
    assert working_days_between(day, day - timedelta(days=3)) == 0
