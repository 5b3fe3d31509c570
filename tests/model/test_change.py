"""A change is the fields where before and after differ, and can be turned around."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.change import (
    Change,
    Edit,
    EditAct,
    FieldEdit,
    altered,
    created,
    new_id,
    now,
    present,
    record_values,
    removed,
    updated,
)
from sorstudio.model.records import RecordKind, Unit, UnitKind
from sorstudio.model.state import apply_edit

NORD = Unit("1", UnitKind.OE, "Nord", "0")
SYD = Unit("1", UnitKind.OE, "Syd", "0", rank=2.0)
THEN = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_only_fields_that_differ_are_in_an_edit() -> None:
    edit = updated(RecordKind.UNIT, NORD, SYD)
    assert edit == Edit(
        RecordKind.UNIT, "1", EditAct.UPDATE, (FieldEdit("name", "Nord", "Syd"), FieldEdit("rank", 0.0, 2.0))
    )


def test_equal_records_need_no_edit() -> None:
    assert updated(RecordKind.UNIT, NORD, NORD) is None


def test_a_value_that_is_there_already_needs_no_edit() -> None:
    assert altered(RecordKind.UNIT, NORD, name="Nord", rank=0.0) is None


def test_the_inverse_of_an_update_swaps_before_and_after() -> None:
    edit = altered(RecordKind.UNIT, NORD, name="Syd")
    assert edit is not None
    assert (edit.inverse().before(), edit.inverse().after()) == ({"name": "Syd"}, {"name": "Nord"})


def test_creating_and_removing_are_each_others_inverse() -> None:
    assert created(RecordKind.UNIT, NORD).inverse() == removed(RecordKind.UNIT, NORD)


def test_a_removed_record_keeps_all_its_values_for_the_way_back() -> None:
    assert removed(RecordKind.UNIT, NORD).before() == record_values(NORD)


@given(st.sampled_from([updated(RecordKind.UNIT, NORD, SYD), created(RecordKind.UNIT, NORD)]))
def test_turning_around_twice_is_nothing(edit: Edit) -> None:
    assert edit.inverse().inverse() == edit


@given(st.text(min_size=1), st.floats(allow_nan=False))
def test_an_edit_and_its_inverse_give_the_record_back(name: str, rank: float) -> None:
    edit = altered(RecordKind.UNIT, NORD, name=name, rank=rank)
    if edit is not None:
        assert apply_edit(apply_edit(NORD, edit), edit.inverse()) == NORD


def test_edits_that_do_nothing_fall_away() -> None:
    edit = created(RecordKind.UNIT, NORD)
    assert present([None, edit, None]) == (edit,)


def test_a_change_touches_what_it_carries_too() -> None:
    inner = Change("a", "x", (created(RecordKind.UNIT, NORD),))
    assert Change("b", "y", carried=(inner,)).touches() == {(RecordKind.UNIT, "1")}


def test_signing_notes_who_when_and_on_what() -> None:
    signed = Change("a", "x").signed("Test", THEN, ("0",))
    assert (signed.author, signed.time, signed.follows) == ("Test", THEN, ("0",))


def test_a_change_that_somebody_signed_keeps_its_author_and_time() -> None:
    signed = Change("a", "x", author="Anna", time=THEN).signed("Test", now(), ())
    assert (signed.author, signed.time) == ("Anna", THEN)


def test_a_change_without_a_day_is_a_correction() -> None:
    assert Change("a", "x").day is None
    assert Change("a", "x", day=date(2026, 12, 1)).day == date(2026, 12, 1)


def test_every_identity_is_new() -> None:
    assert len({new_id() for _ in range(100)}) == 100


def test_the_time_is_in_utc_to_the_second() -> None:
    assert (now().tzinfo, now().microsecond) == (UTC, 0)
