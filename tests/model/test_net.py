from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.baseline import Baseline, Version
from sorstudio.model.change import Change, EditAct, FieldEdit
from sorstudio.model.change import Edit as EditOf
from sorstudio.model.edits import numbers, offers, units
from sorstudio.model.net import NetStep, created_units, net_steps
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, NumberState, RecordKind, Unit, UnitKind
from sorstudio.model.timeline import START, Timeline
from tests.model.outline import key, plan

FEBRUARY, MARCH, APRIL = date(2027, 2, 1), date(2027, 3, 1), date(2027, 4, 1)


def small() -> Plan:
    return plan("Kommune\n  Sundhed\n    Nord\n    Syd")


def steps(plan_: Plan) -> list[NetStep]:
    return list(net_steps(plan_.timeline))


def named(found: list[NetStep]) -> list[tuple[date | None, object, object]]:
    return [(step.day, one.before, one.after) for step in found for one in step.fields if one.field == "name"]


def test_a_plan_without_changes_has_no_steps() -> None:
    assert steps(small()) == []


def test_a_rename_is_one_step_with_its_change_and_reason() -> None:
    work = small()
    done = work.apply(units.rename(work, key(work, "Nord"), "Nordby", day=MARCH, reason="Klarhed"))
    (step,) = steps(work)
    (field,) = step.fields
    assert (step.act, step.day, field.before, field.after) == (EditAct.UPDATE, MARCH, "Nord", "Nordby")
    assert (field.change.id, field.change.reason) == (done.id, "Klarhed")


def test_a_name_there_and_back_is_nothing() -> None:
    work = small()
    unit = key(work, "Nord")
    work.apply(units.rename(work, unit, "Nordby", day=MARCH))
    work.apply(units.rename(work, unit, "Nord", day=MARCH))
    assert steps(work) == []


def test_several_names_on_one_day_are_one_step_to_the_last() -> None:
    work = small()
    unit = key(work, "Nord")
    work.apply(units.rename(work, unit, "A", day=MARCH))
    work.apply(units.rename(work, unit, "B", day=MARCH))
    assert named(steps(work)) == [(MARCH, "Nord", "B")]


def test_two_dated_renames_are_two_steps_in_order_of_date() -> None:
    work = small()
    unit = key(work, "Nord")
    work.apply(units.rename(work, unit, "Marts", day=MARCH))
    work.apply(units.rename(work, unit, "Februar", day=FEBRUARY))
    assert named(steps(work)) == [(FEBRUARY, "Nord", "Februar"), (MARCH, "Februar", "Marts")]


def test_a_dated_rename_that_repeats_an_earlier_one_is_nothing_more() -> None:
    work = small()
    unit = key(work, "Nord")
    work.apply(units.rename(work, unit, "Ny", day=MARCH))
    work.apply(units.rename(work, unit, "Ny", day=FEBRUARY))
    assert named(steps(work)) == [(FEBRUARY, "Nord", "Ny")]


def test_a_correction_has_no_day() -> None:
    work = small()
    work.apply(units.rename(work, key(work, "Nord"), "Rettet", day=None))
    assert named(steps(work)) == [(None, "Nord", "Rettet")]


def test_a_planned_unit_is_one_creation_with_its_last_values() -> None:
    work = small()
    work.apply(units.create(work, key(work, "Sundhed"), "Øst", key="ny", day=MARCH))
    work.apply(units.rename(work, "ny", "Østby", day=None))
    (step,) = steps(work)
    assert (step.act, step.day, created_units([step])) == (EditAct.CREATE, MARCH, ("ny",))
    assert [one.after for one in step.fields if one.field == "name"] == ["Østby"]


def test_a_record_made_and_taken_away_again_is_nothing() -> None:
    work = small()
    unit = key(work, "Nord")
    work.apply(numbers.order_location_number(work, unit, day=MARCH))
    work.apply(numbers.set_location_number(work, unit, NumberState.NONE, day=MARCH))
    assert steps(work) == []


def test_what_was_undone_is_not_in_the_net_difference() -> None:
    work = small()
    work.apply(units.rename(work, key(work, "Nord"), "Nordby", day=MARCH))
    work.undo()
    assert steps(work) == []


def test_offers_come_too_but_are_marked_as_not_in_sor() -> None:
    work = small()
    work.apply(offers.place_offer(work, ["hjemmesygepleje"], key(work, "Nord"), day=MARCH))
    work.apply(units.move(work, [key(work, "Syd")], key(work, "Sundhed"), before=key(work, "Nord"), day=MARCH))
    work.apply(units.rename(work, key(work, "Nord"), "Nordby", day=MARCH))
    assert {step.kind: step.in_sor for step in steps(work) if step.key != key(work, "Syd")} == {
        RecordKind.PLACEMENT: False,
        RecordKind.UNIT: True,
    }
    assert [step.in_sor for step in steps(work) if step.key == key(work, "Syd")] == [False]


def _timeline(unit: Unit, *edits: tuple[date | None, FieldEdit]) -> Timeline:
    baseline = Baseline("b", date(2026, 11, 2), "t", versions=(Version(RecordKind.UNIT, unit),))
    changes = [
        Change(str(i), "x", (EditOf(RecordKind.UNIT, unit.key, EditAct.UPDATE, (edit,)),), day=day)
        for i, (day, edit) in enumerate(edits)
    ]
    return Timeline(baseline, changes)


def test_an_unknown_value_is_shown_as_unknown_before_and_never_asked_for_after() -> None:
    unit = Unit("n", UnitKind.OE, "Nord", "s", postal=UNKNOWN)
    type_set = _timeline(replace(unit, unit_type=UNKNOWN), (None, FieldEdit("unit_type", UNKNOWN, "1")))
    assert [one.before for one in net_steps(type_set)[0].fields] == [UNKNOWN]
    assert net_steps(_timeline(unit, (None, FieldEdit("name", "Nord", "Nord")))) == ()
    forgotten = _timeline(replace(unit, unit_type="1"), (None, FieldEdit("unit_type", "1", UNKNOWN)))
    assert net_steps(forgotten) == ()


DAYS = st.sampled_from([None, FEBRUARY, MARCH, APRIL])


@given(st.lists(st.tuples(DAYS, st.sampled_from(["A", "B", "C"])), max_size=6))
def test_the_steps_tell_the_name_of_every_day(written: list[tuple[date | None, str]]) -> None:
    timeline = _timeline(
        Unit("n", UnitKind.OE, "A", None), *((day, FieldEdit("name", "?", name)) for day, name in written)
    )
    found = list(net_steps(timeline))
    assert [step.day or START for step in found] == sorted({step.day or START for step in found})
    for day in (timeline.baseline.day, FEBRUARY, MARCH, APRIL):
        told = [one.after for step in found if (step.day or START) <= day for one in step.fields]
        assert (told[-1] if told else "A") == timeline.state(day).units["n"].name
