"""The day an act takes effect, the units it names, and the change it becomes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sorstudio.model.edits import closing, messages, numbers, offers, units
from sorstudio.model.edits.base import number_scene, scene, unit_ref, unit_scene
from sorstudio.model.identifiers import make_sor_id
from sorstudio.model.plan import Day, Plan
from sorstudio.model.records import Direction, NumberState, RecordKind
from tests.model.outline import DAY, TODAY, gln, key, plan
from tests.model.refusing import refused

DRAWING = f"""
Kommune
  Sundhed [{gln(1)}]
    Pleje
    Hold B (from 2027-01-01)
    Lukket (closed 2026-01-01)
"""
ISSUED = make_sor_id(9_500_001)
WORKING = TODAY + timedelta(days=7)
FEBRUARY, MARCH = date(2027, 2, 1), date(2027, 3, 1)


@pytest.fixture
def found() -> Plan:
    return plan(DRAWING)


def planned(found: Plan, day: date = MARCH) -> str:
    found.apply(units.create(found, key(found, "Pleje"), "Ny", day=day))
    return key(found, "Ny")


def test_an_act_without_a_date_takes_the_working_date(found: Plan) -> None:
    assert unit_scene(found, Day.WORKING, key(found, "Pleje")).day == WORKING


def test_the_working_date_is_lifted_to_the_start_of_a_planned_unit(found: Plan) -> None:
    assert unit_scene(found, Day.WORKING, planned(found)).day == MARCH


def test_the_working_date_is_lifted_to_the_start_of_a_future_unit_of_the_register(found: Plan) -> None:
    assert unit_scene(found, Day.WORKING, key(found, "Hold B")).day == date(2027, 1, 1)


def test_with_several_records_the_day_is_when_all_are_there(found: Plan) -> None:
    assert unit_scene(found, Day.WORKING, key(found, "Hold B"), planned(found)).day == MARCH


def test_a_correction_has_no_day_and_is_made_on_the_day_of_the_data(found: Plan) -> None:
    view = unit_scene(found, None, key(found, "Pleje"))
    assert (view.day, view.state) == (None, found.state(DAY))


def test_a_correction_of_a_planned_record_holds_from_its_start(found: Plan) -> None:
    assert unit_scene(found, None, planned(found)).day == MARCH


def test_a_correction_of_a_future_unit_of_the_register_has_no_day(found: Plan) -> None:
    assert unit_scene(found, None, key(found, "Hold B")).day is None


def test_a_named_day_is_taken_as_it_is(found: Plan) -> None:
    assert unit_scene(found, FEBRUARY, key(found, "Pleje")).day == FEBRUARY


def test_a_named_day_before_a_planned_unit_starts_is_refused(found: Plan) -> None:
    unit = planned(found)
    with refused("date.before_start", "Ny", "1. marts 2027", "1. februar 2027"):
        unit_scene(found, FEBRUARY, unit)


def test_a_named_day_before_a_planned_number_holds_names_its_unit(found: Plan) -> None:
    found.apply(numbers.order_location_number(found, key(found, "Pleje"), system="Nexus", day=MARCH))
    with refused("date.before_record", "Pleje", "1. marts 2027", "1. februar 2027"):
        number_scene(found, FEBRUARY, key(found, "Pleje"))


def test_a_named_day_before_an_offer_is_placed_names_the_unit(found: Plan) -> None:
    found.apply(offers.place_offer(found, ["traening"], key(found, "Pleje"), day=MARCH))
    with refused("date.before_record", "Pleje", "1. marts 2027"):
        offers.remove_offer(found, "traening", key(found, "Pleje"), day=FEBRUARY)


def test_an_act_on_a_number_waits_for_the_number(found: Plan) -> None:
    found.apply(numbers.order_location_number(found, key(found, "Pleje"), system="Nexus", day=MARCH))
    assert number_scene(found, Day.WORKING, key(found, "Pleje")).day == MARCH


def test_a_unit_that_is_not_there_is_refused(found: Plan) -> None:
    with refused("unit.unknown", "99"):
        unit_scene(found, Day.WORKING, "99").unit("99")


def test_a_unit_that_the_register_closed_is_refused(found: Plan) -> None:
    with refused("unit.is_closed", "Lukket", "1. januar 2026"):
        unit_scene(found, Day.WORKING, key(found, "Lukket")).unit(key(found, "Lukket"))


def test_a_correction_of_a_closed_unit_is_refused(found: Plan) -> None:
    with refused("unit.is_closed", "Lukket"):
        units.rename(found, key(found, "Lukket"), "Ny", day=None)


def test_a_unit_is_open_until_the_day_it_closes(found: Plan) -> None:
    pleje = key(found, "Pleje")
    found.apply(closing.close(found, pleje, day=MARCH))
    assert units.rename(found, pleje, "Ny", day=MARCH - timedelta(days=1)).day is not None
    with refused("unit.is_closed", "Pleje", "1. marts 2027"):
        units.rename(found, pleje, "Ny", day=MARCH)


def test_a_closed_unit_is_still_known(found: Plan) -> None:
    assert unit_scene(found, None).known(key(found, "Lukket")).name == "Lukket"


def test_an_act_that_changes_nothing_is_refused(found: Plan) -> None:
    with refused("edit.nothing_changes"):
        scene(found, None).change("x", [None])


def test_the_parameters_of_a_change_are_text(found: Plan) -> None:
    change = closing.close(found, key(found, "Pleje"), day=MARCH)
    assert (change.params["day"], change.params["count"]) == ("2027-03-01", "1")


def test_an_empty_reason_is_no_reason(found: Plan) -> None:
    assert units.rename(found, key(found, "Pleje"), "Ny", reason="").reason is None
    assert units.rename(found, key(found, "Pleje"), "Ny", reason="Fusion").reason == "Fusion"


def test_a_unit_is_named_by_key_or_sor_id(found: Plan) -> None:
    unit = planned(found)
    assert unit_ref(found, unit) == unit
    found.apply(units.set_sor_id(found, unit, ISSUED))
    assert unit_ref(found, ISSUED) == unit


def test_a_name_is_not_a_reference(found: Plan) -> None:
    with refused("unit.unknown", "Pleje"):
        unit_ref(found, "Pleje")


def test_a_future_number_of_the_plan_lifts_message_types_too(found: Plan) -> None:
    found.apply(numbers.set_location_number(found, key(found, "Pleje"), NumberState.OWN, gln(5), day=MARCH))
    change = messages.add_message_type(found, key(found, "Pleje"), "XDIS18", None, [Direction.IN])
    assert (change.day, change.edits[0].kind) == (MARCH, RecordKind.CAPABILITY)


def test_while_correcting_an_act_that_names_no_day_is_a_correction() -> None:
    plan_ = plan("Kommune\n  Sundhed\n    Pleje")
    plan_.correcting = True
    assert units.rename(plan_, key(plan_, "Pleje"), "Hjemmepleje").day is None
