"""Register files of different days."""

from datetime import date
from pathlib import Path

import pytest

from sorstudio.formats.dated import day_in_name, read_days
from sorstudio.resources import code_lists, example

TODAY = date(2026, 12, 24)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("sor-2026-11-02.csv", date(2026, 11, 2)),
        ("SorEntity_20261102.csv", date(2026, 11, 2)),
        ("2026_11_02", date(2026, 11, 2)),
        ("20261399-2026.11.02.zip", date(2026, 11, 2)),
        ("5790001234562.csv", None),
        ("2026-11.csv", None),
        ("2026-1102.csv", None),
        ("udtræk.csv", None),
    ],
)
def test_the_day_stands_in_the_name(name: str, day: date | None) -> None:
    assert day_in_name(Path("2020-01-01") / name) == day


def test_each_file_is_a_register_of_its_day() -> None:
    folders = [example(f"eksempelby/{day}") for day in ("2026-11-02", "2026-12-14")]
    found = list(read_days(folders, codes=code_lists(), today=TODAY))
    assert [one.day for one in found] == [date(2026, 11, 2), date(2026, 12, 14)]
