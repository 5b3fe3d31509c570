"""Days in short."""

from datetime import date

from sorstudio.ui.days import from_qdate, short_day, to_qdate


def test_danish_days_have_dots_and_short_months_stay_whole() -> None:
    assert short_day(date(2026, 11, 14), "da") == "14. nov. 2026"
    assert short_day(date(2026, 5, 1), "da") == "1. maj 2026"


def test_english_days_have_none() -> None:
    assert short_day(date(2026, 11, 14), "en") == "14 Nov 2026"


def test_qts_days_go_there_and_back() -> None:
    assert from_qdate(to_qdate(date(2024, 2, 29))) == date(2024, 2, 29)
