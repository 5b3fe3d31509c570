from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.change import Edit, created, removed, updated
from sorstudio.model.compare import Difference, What, compare, differences, of_unit
from sorstudio.model.records import (
    UNKNOWN,
    Direction,
    LocationNumber,
    MessageCapability,
    NumberState,
    Placement,
    RecordKind,
    SpecialityMember,
    Unit,
    UnitKind,
    capability_key,
)
from sorstudio.model.state import State, build_state

NORD = Unit("n", UnitKind.OE, "Nord", "s", 1.0)
SYD = Unit("s", UnitKind.SI, "Syd", "k")
OWNER = Unit("k", UnitKind.IE, "Kommune")


def state(*units: Unit) -> State:
    return build_state((RecordKind.UNIT, unit) for unit in units)


def whats(before: Unit, after: Unit) -> list[What]:
    return [found.what for found in differences(RecordKind.UNIT, before, after)]


def test_a_state_does_not_differ_from_itself() -> None:
    assert compare(state(NORD, SYD), state(NORD, SYD)) == ()


def test_a_unit_on_one_side_only_is_added_or_removed() -> None:
    assert compare(state(SYD), state(SYD, NORD)) == (Difference(What.ADDED, RecordKind.UNIT, "n"),)
    assert compare(state(SYD, NORD), state(SYD)) == (Difference(What.REMOVED, RecordKind.UNIT, "n"),)


def test_a_move_is_a_move_and_the_new_place_in_the_order_goes_with_it() -> None:
    assert whats(NORD, replace(NORD, parent="k", rank=7.0)) == [What.MOVED]


def test_another_place_under_the_same_parent_is_a_change_of_rank() -> None:
    found = list(differences(RecordKind.UNIT, NORD, replace(NORD, rank=7.0)))
    assert [(one.what, one.field) for one in found] == [(What.CHANGED, "rank")]


def test_a_rename_a_closing_and_a_reopening_have_their_own_words() -> None:
    closed = replace(NORD, valid_to=date(2027, 1, 1))
    assert whats(NORD, replace(NORD, name="Nordby")) == [What.RENAMED]
    assert whats(NORD, closed) == [What.CLOSED]
    assert whats(closed, NORD) == [What.REOPENED]


def test_another_closing_date_is_a_change() -> None:
    first, second = replace(NORD, valid_to=date(2027, 1, 1)), replace(NORD, valid_to=date(2027, 2, 1))
    assert whats(first, second) == [What.CHANGED]


def test_what_either_side_does_not_know_is_no_difference() -> None:
    unknown = replace(NORD, contact=UNKNOWN, unit_type=UNKNOWN)
    assert whats(NORD, unknown) == []
    assert whats(unknown, replace(NORD, unit_type="554821000005109")) == []


def test_message_types_are_compared_only_where_both_sides_know_them() -> None:
    number = LocationNumber("x", "n", "5790990000016")
    key = capability_key("x", "XREF15", "XH1530R", Direction.IN)
    capability = (RecordKind.CAPABILITY, MessageCapability(key, "x", "XREF15", "XH1530R", Direction.IN))
    known = build_state([(RecordKind.UNIT, NORD), (RecordKind.NUMBER, number), capability])
    silent = build_state([(RecordKind.UNIT, NORD), (RecordKind.NUMBER, replace(number, messages_known=False))])
    bare = build_state([(RecordKind.UNIT, NORD), (RecordKind.NUMBER, number)])
    assert compare(silent, known) == ()
    assert [one.what for one in compare(bare, known)] == [What.ADDED]


def test_specialities_and_numbers_are_compared_only_where_both_sides_know_them() -> None:
    member = (RecordKind.SPECIALITY, SpecialityMember("n/1", "n", "1"))
    number = (RecordKind.NUMBER, LocationNumber("x", "n", "5790990000016"))
    silent = replace(NORD, specialities_known=False, number_state=UNKNOWN)
    before = build_state([(RecordKind.UNIT, silent)])
    after = build_state([(RecordKind.UNIT, replace(NORD, number_state=NumberState.OWN)), member, number])
    assert compare(before, after) == ()


def test_offers_placed_are_differences_too() -> None:
    placed = build_state([(RecordKind.UNIT, NORD), (RecordKind.PLACEMENT, Placement("o@n", "n", "o"))])
    assert compare(state(NORD), placed) == (Difference(What.ADDED, RecordKind.PLACEMENT, "o@n"),)


def test_one_units_own_differences_can_be_picked_out() -> None:
    found = compare(state(NORD, SYD), state(replace(NORD, name="A"), replace(SYD, name="B")))
    assert [one.key for one in of_unit(found, "n")] == ["n"]


NAMES = st.text("abcæøå", min_size=1, max_size=4)
UNITS = st.dictionaries(st.sampled_from("pqrst"), NAMES, max_size=5).map(
    lambda names: [Unit(key, UnitKind.OE, name, "s") for key, name in names.items()]
)


@given(UNITS, UNITS)
def test_edits_made_on_a_state_are_exactly_the_differences_found(before: list[Unit], after: list[Unit]) -> None:
    old, new = {unit.key: unit for unit in before}, {unit.key: unit for unit in after}
    edits: list[Edit | None] = [removed(RecordKind.UNIT, old[key]) for key in old.keys() - new.keys()]
    edits += [created(RecordKind.UNIT, new[key]) for key in new.keys() - old.keys()]
    edits += [updated(RecordKind.UNIT, old[key], new[key]) for key in old.keys() & new.keys()]
    made = state(*before).with_edits(edit for edit in edits if edit)
    named = {(found.key, found.what) for found in compare(state(*before), made)}
    assert compare(state(*after), made) == ()
    assert named == {
        *((key, What.REMOVED) for key in old.keys() - new.keys()),
        *((key, What.ADDED) for key in new.keys() - old.keys()),
        *((key, What.RENAMED) for key in old.keys() & new.keys() if old[key].name != new[key].name),
    }
