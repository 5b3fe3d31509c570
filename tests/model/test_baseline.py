"""A baseline holds every version that the register file shows, and says what it carried."""

from __future__ import annotations

from datetime import date

import pytest

from sorstudio.model.baseline import Baseline, Version, unit_versions
from sorstudio.model.records import LocationNumber, RecordKind, Unit, UnitKind

DAY = date(2026, 11, 2)
CHANGE = date(2027, 1, 1)
OLD = Unit("1", UnitKind.IE, "Gammel")
NEW = Unit("1", UnitKind.IE, "Ny")
NUMBER = LocationNumber("n", "1", "5790990000017")


def baseline(*versions: Version) -> Baseline:
    return Baseline("b", DAY, "test", versions=versions)


def names(found: Baseline, day: date) -> list[str]:
    return [record.name for _, record in found.on(day) if isinstance(record, Unit)]


TWO = baseline(
    Version(RecordKind.UNIT, NEW, start=CHANGE), Version(RecordKind.UNIT, OLD, start=date(2020, 1, 1), end=CHANGE)
)


def test_the_version_in_force_on_the_day_is_chosen() -> None:
    assert names(TWO, DAY) == ["Gammel"]


@pytest.mark.parametrize(("day", "name"), [(date(2026, 12, 31), "Gammel"), (CHANGE, "Ny")])
def test_a_version_ends_on_the_day_the_next_one_begins(day: date, name: str) -> None:
    assert names(TWO, day) == [name]


def test_a_unit_is_there_before_its_first_version() -> None:
    assert names(TWO, date(2000, 1, 1)) == ["Gammel"]


def test_a_unit_is_there_after_its_last_version() -> None:
    ended = baseline(Version(RecordKind.UNIT, OLD, end=date(2021, 1, 1)))
    assert names(ended, DAY) == ["Gammel"]


def test_a_unit_in_a_gap_stands_as_it_did_before_the_gap() -> None:
    gap = baseline(
        Version(RecordKind.UNIT, OLD, end=date(2021, 1, 1)), Version(RecordKind.UNIT, NEW, start=date(2028, 1, 1))
    )
    assert names(gap, DAY) == ["Gammel"]


def test_a_number_is_there_only_while_it_holds() -> None:
    held = baseline(Version(RecordKind.NUMBER, NUMBER, start=CHANGE, end=date(2028, 1, 1)))
    days = [DAY, CHANGE, date(2027, 12, 31), date(2028, 1, 1)]
    assert [len(held.on(day)) for day in days] == [0, 1, 1, 0]


def test_the_days_on_which_something_happens_are_kept_in_order() -> None:
    assert TWO.breakpoints == (date(2020, 1, 1), CHANGE)


def test_a_unit_with_several_versions_is_counted_once() -> None:
    assert TWO.unit_count() == 1


def test_the_versions_of_a_unit_come_oldest_first() -> None:
    assert unit_versions(TWO, "1") == (OLD, NEW)


def test_a_unit_that_is_not_there_has_no_versions() -> None:
    assert unit_versions(TWO, "2") == ()
