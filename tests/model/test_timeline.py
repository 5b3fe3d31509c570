"""State(D): the baseline's versions in force on D, then the changes in effect, by date and then by journal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sorstudio.model.baseline import Baseline, Version
from sorstudio.model.change import Change, altered, created, new_id, removed
from sorstudio.model.records import RecordKind, Unit, UnitKind
from sorstudio.model.timeline import END, START, Timeline, effective

JANUARY, FEBRUARY, MARCH, APRIL = (date(2027, month, 1) for month in (1, 2, 3, 4))
OWNER = Unit("1", UnitKind.IE, "Gammel")
FIRST = Baseline("b", date(2026, 11, 2), "test", versions=(Version(RecordKind.UNIT, OWNER),))
VERSIONED = Baseline(
    "v",
    date(2026, 11, 2),
    "test",
    versions=(
        Version(RecordKind.UNIT, OWNER, start=date(2020, 1, 1), end=MARCH),
        Version(RecordKind.UNIT, Unit("1", UnitKind.IE, "Ny i SOR", cvr="12345674"), start=MARCH),
    ),
)


def named(name: str, day: date | None, before: str = "Gammel") -> Change:
    edit = altered(RecordKind.UNIT, Unit("1", UnitKind.IE, before), name=name)
    return Change(new_id(), "unit.renamed", (edit,) if edit else (), day=day)


def timeline(*changes: Change, baseline: Baseline = FIRST) -> Timeline:
    """Grown change by change, as a plan does."""
    found = Timeline(baseline, ())
    for change in changes:
        found.state()
        found = found.with_change(change)
    return found


def name_on(found: Timeline, day: date = END) -> str:
    return found.state(day).units["1"].name


def test_a_dated_change_holds_from_its_day_on() -> None:
    found = timeline(named("Ny", MARCH))
    assert [name_on(found, day) for day in (FEBRUARY, MARCH - timedelta(1), MARCH, END)] == [
        "Gammel",
        "Gammel",
        "Ny",
        "Ny",
    ]


def test_a_change_without_a_date_holds_on_every_day() -> None:
    found = timeline(named("Ny", None))
    assert [name_on(found, day) for day in (START, FEBRUARY, END)] == ["Ny", "Ny", "Ny"]


def test_march_entered_before_february_still_wins_at_the_end() -> None:
    found = timeline(named("Marts", MARCH), named("Februar", FEBRUARY))
    assert [name_on(found, day) for day in (JANUARY, FEBRUARY, MARCH, END)] == ["Gammel", "Februar", "Marts", "Marts"]


def test_of_two_changes_on_one_day_the_one_made_later_wins() -> None:
    assert name_on(timeline(named("Et", MARCH), named("To", MARCH))) == "To"


def test_a_correction_entered_late_does_not_cover_a_dated_change() -> None:
    found = timeline(named("Marts", MARCH), named("Rettet", None))
    assert [name_on(found, day) for day in (FEBRUARY, MARCH)] == ["Rettet", "Marts"]


def test_fields_are_taken_one_by_one() -> None:
    typed = altered(RecordKind.UNIT, OWNER, unit_type="554021000005101")
    found = timeline(named("Marts", MARCH), Change("t", "x", (typed,) if typed else (), day=FEBRUARY))
    assert (name_on(found), found.state().units["1"].unit_type) == ("Marts", "554021000005101")


def test_the_versions_of_the_register_come_before_the_changes() -> None:
    found = timeline(named("Planlagt", FEBRUARY), baseline=VERSIONED)
    assert [(name_on(found, day), found.state(day).units["1"].cvr) for day in (JANUARY, FEBRUARY, MARCH)] == [
        ("Gammel", None),
        ("Planlagt", None),
        ("Planlagt", "12345674"),
    ]


def test_without_changes_the_state_is_the_baselines() -> None:
    assert timeline(baseline=VERSIONED).state(MARCH) == timeline(baseline=VERSIONED).plain(MARCH)


def test_the_days_of_register_and_plan_are_breakpoints() -> None:
    assert timeline(named("x", APRIL), named("y", None), baseline=VERSIONED).breakpoints() == (
        date(2020, 1, 1),
        MARCH,
        APRIL,
    )


def test_later_days_do_not_hold_the_day_itself() -> None:
    assert timeline(named("x", FEBRUARY), named("y", APRIL)).later(FEBRUARY) == (APRIL,)


def test_the_old_timeline_is_not_altered_by_the_next() -> None:
    old = timeline(named("Et", MARCH))
    old.with_change(named("To", MARCH))
    assert name_on(old) == "Et"


@pytest.mark.parametrize("days", [(MARCH, FEBRUARY), (FEBRUARY, MARCH), (None, MARCH), (MARCH, None), (APRIL, None)])
def test_grown_is_the_same_as_computed_at_once(days: tuple[date | None, ...]) -> None:
    changes = [named(f"Navn {i}", day) for i, day in enumerate(days)]
    grown, whole = timeline(*changes, baseline=VERSIONED), Timeline(VERSIONED, changes)
    for day in (START, JANUARY, FEBRUARY, MARCH, APRIL, END):
        assert grown.state(day) == whole.state(day)


CHILD = created(RecordKind.UNIT, Unit("2", UnitKind.SI, "Ny", "1"))


def test_a_planned_record_starts_on_the_day_of_its_creation() -> None:
    found = timeline(Change("c", "unit.created", (CHILD,), day=MARCH))
    assert (found.start_of(RecordKind.UNIT, "2"), found.is_planned(RecordKind.UNIT, "2")) == (MARCH, True)


@pytest.mark.parametrize("days", [(FEBRUARY, MARCH), (MARCH, FEBRUARY)])
def test_a_record_created_twice_starts_on_the_first_day(days: tuple[date, date]) -> None:
    changes = [Change(str(day), "unit.created", (CHILD,), day=day) for day in days]
    assert timeline(*changes).start_of(RecordKind.UNIT, "2") == FEBRUARY
    assert Timeline(FIRST, changes).start_of(RecordKind.UNIT, "2") == FEBRUARY


def test_a_record_of_the_register_starts_when_the_register_says() -> None:
    found = timeline(baseline=VERSIONED)
    assert (found.start_of(RecordKind.UNIT, "1"), found.is_planned(RecordKind.UNIT, "1")) == (date(2020, 1, 1), False)


def test_a_record_of_the_register_that_comes_back_keeps_its_start() -> None:
    gone = Change("a", "x", (removed(RecordKind.UNIT, OWNER),), day=MARCH)
    back = Change("b", "x", (created(RecordKind.UNIT, OWNER),), day=MARCH)
    assert timeline(gone, back).start_of(RecordKind.UNIT, "1") == START


def test_a_record_nobody_knows_has_no_start() -> None:
    assert timeline().start_of(RecordKind.UNIT, "9") == START


def test_without_adoption_every_change_counts_on_the_first_baseline() -> None:
    changes = (named("a", None), named("b", MARCH))
    assert effective(changes) == (None, changes)


def test_adopting_puts_aside_what_came_before_and_takes_what_is_carried() -> None:
    old, again, later = named("a", None), named("b", None), named("c", None)
    adopting = Change("x", "plan.adopted", baseline="b2", carried=(again,))
    assert effective((old, adopting, later)) == ("b2", (again, later))


def test_a_join_counts_what_it_carries_not_itself() -> None:
    mine, theirs = named("a", None), named("b", None)
    joined = Change("x", "plan.joined", carried=(theirs,))
    assert effective((mine, joined)) == (None, (mine, theirs))


def test_another_path_on_the_same_baseline_is_as_made_from_scratch() -> None:
    known = timeline(named("Marts", MARCH), named("April", APRIL, "Marts"), baseline=VERSIONED)
    other = known.with_path([named("Februar", FEBRUARY)])
    for day in (JANUARY, FEBRUARY, MARCH, APRIL, END):
        assert other.state(day) == Timeline(VERSIONED, other.changes).state(day)
    assert other.plain() is known.plain()
