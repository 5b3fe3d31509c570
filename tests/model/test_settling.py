"""Baseline, plan and file side by side, field by field."""

from dataclasses import replace
from datetime import date

import pytest

from sorstudio.model.baseline import Baseline
from sorstudio.model.edits import closing, numbers, units
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, Contact, NumberState, Unit
from sorstudio.model.rekey import rekeyed
from sorstudio.model.settling import Standing, judged
from tests.model.outline import baseline, gln, key, plan

DRAWING = "Kommune\n  Sundhed\n    Pleje\n    Vest"
NEW_DAY, MARCH = date(2026, 12, 15), date(2027, 3, 1)


def standings(found: Plan, file: Baseline) -> list[Standing]:
    return [one.standing for one in judged(found.timeline.changes, found.baseline, file) if one.field != "rank"]


@pytest.mark.parametrize(
    ("shown", "standing"),
    [("Ny pleje", Standing.DONE), ("Pleje", Standing.PENDING), ("Plejen", Standing.DIFFERENT)],
)
@pytest.mark.parametrize("day", [None, date(2026, 12, 1), MARCH])
def test_a_value_says_how_a_wish_stands_whatever_its_day(day: date | None, shown: str, standing: Standing) -> None:
    found = plan(DRAWING)
    found.apply(units.rename(found, key(found, "Pleje"), "Ny pleje", day=day))
    assert standings(found, baseline(DRAWING.replace("Pleje", shown), day=NEW_DAY)) == [standing]


def test_of_two_dated_steps_the_one_that_shows_is_done_and_the_later_one_to_come() -> None:
    found = plan(DRAWING)
    found.apply(units.rename(found, key(found, "Pleje"), "Først", day=date(2026, 12, 1)))
    unit = next(one.key for one in found.state().units.values() if one.name == "Først")
    found.apply(units.rename(found, unit, "Siden", day=MARCH))
    file = baseline(DRAWING.replace("Pleje", "Først"), day=NEW_DAY)
    assert standings(found, file) == [Standing.DONE, Standing.PENDING]


def test_a_field_that_the_file_does_not_carry_is_unseen() -> None:
    found = plan(DRAWING)
    found.apply(units.set_contact(found, key(found, "Pleje"), Contact("00000001"), day=None))
    file = baseline(DRAWING, day=NEW_DAY)
    records = [
        replace(one.record, contact=UNKNOWN) if isinstance(one.record, Unit) else one.record for one in file.versions
    ]
    versions = tuple(replace(one, record=record) for one, record in zip(file.versions, records, strict=True))
    assert standings(found, replace(file, versions=versions)) == [Standing.UNSEEN]


@pytest.mark.parametrize("drawing", ["Kommune\n  Sundhed\n    Pleje", f"{DRAWING} (closed 2026-12-01)"])
def test_a_closing_is_done_where_the_unit_is_gone_or_closed_by_then(drawing: str) -> None:
    found = plan(DRAWING)
    found.apply(closing.close(found, key(found, "Vest"), day=date(2026, 12, 1)))
    assert set(standings(found, baseline(drawing, day=NEW_DAY))) == {Standing.DONE}


def test_a_change_of_a_unit_that_others_closed_says_so() -> None:
    found = plan(DRAWING)
    found.apply(units.rename(found, key(found, "Vest"), "Vestbo", day=None))
    assert standings(found, baseline(f"{DRAWING} (closed 2026-12-01)", day=NEW_DAY)) == [Standing.CLOSED]
    assert standings(found, baseline("Kommune\n  Sundhed\n    Pleje", day=NEW_DAY)) == [Standing.GONE]


def for_a_time(day: date) -> Plan:
    """»Vest« gets a number, and has none of its own from `day`."""
    found = plan(f"{DRAWING}".replace("Sundhed", f"Sundhed [{gln(1)}]"))
    found.apply(numbers.set_location_number(found, key(found, "Vest"), NumberState.OWN, gln(3), day=None))
    found.apply(numbers.set_location_number(found, key(found, "Vest"), NumberState.INHERITED, day=day))
    return found


def of_numbers(found: Plan, vest: str, day: date = NEW_DAY) -> list[tuple[str, Standing]]:
    drawing = DRAWING.replace("Sundhed", f"Sundhed [{gln(1)}]").replace("Vest", vest)
    file = rekeyed(replace(baseline(drawing, day=day), id="newer"), found, {})
    return sorted({(one.edit.act.value, one.standing) for one in judged(found.timeline.changes, found.baseline, file)})


def test_a_number_for_a_time_is_done_with_when_its_unit_has_it_no_more() -> None:
    found = for_a_time(date(2026, 12, 1))
    assert {standing for _, standing in of_numbers(found, "Vest ^")} == {Standing.DONE}


def test_a_number_for_a_time_is_to_come_while_its_unit_shows_nothing_of_it() -> None:
    assert {standing for _, standing in of_numbers(for_a_time(MARCH), "Vest")} == {Standing.PENDING}
    assert {standing for _, standing in of_numbers(for_a_time(date(2026, 12, 1)), "Vest")} == {Standing.PENDING}


def test_a_number_for_a_time_that_came_is_only_to_be_taken_away() -> None:
    assert of_numbers(for_a_time(date(2026, 12, 1)), f"Vest [{gln(3)}]") == [
        ("create", Standing.DONE),
        ("remove", Standing.PENDING),
        ("update", Standing.DONE),
        ("update", Standing.PENDING),
    ]


def test_a_name_for_a_time_is_done_with_when_that_time_is_past() -> None:
    found = plan(DRAWING)
    vest = key(found, "Vest")
    found.apply(units.rename(found, vest, "Vest i flytning", day=None))
    found.apply(units.rename(found, vest, "Vest", day=date(2026, 12, 1)))
    assert standings(found, baseline(DRAWING, day=NEW_DAY)) == [Standing.DONE, Standing.DONE]
    assert standings(found, baseline(DRAWING, day=date(2026, 11, 28))) == [Standing.PENDING, Standing.PENDING]


def test_of_two_names_for_the_same_day_the_first_that_came_is_no_work_of_others() -> None:
    found = plan(DRAWING)
    vest = key(found, "Vest")
    found.apply(units.rename(found, vest, "Vestbo", day=None))
    found.apply(units.rename(found, vest, "Vesterbo", day=None))
    assert standings(found, baseline(DRAWING.replace("Vest", "Vestbo"), day=NEW_DAY)) == [
        Standing.DONE,
        Standing.PENDING,
    ]
