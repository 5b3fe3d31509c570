"""The laws of the tree, on the day a change takes effect and on every later day; a refusal names the day."""

from __future__ import annotations

from datetime import date

import pytest

from sorstudio.model.change import Change, Edit, altered, created, new_id, removed
from sorstudio.model.edits import closing, messages, numbers, units
from sorstudio.model.invariants import violations
from sorstudio.model.plan import Plan
from sorstudio.model.records import (
    Acceptance,
    Answer,
    Direction,
    LocationNumber,
    Note,
    NumberState,
    Placement,
    RecordKind,
    Reply,
    SentRequest,
    SpecialityMember,
    Succession,
    Unit,
    UnitKind,
    Value,
)
from tests.model.outline import gln, key, plan
from tests.model.refusing import refused

DRAWING = f"""
Kommune
  Sundhed [{gln(1)}]
    Pleje
      Nord
    Træning [{gln(2)}]
  Børn
"""
FEBRUARY, MARCH, APRIL = (date(2027, month, 1) for month in (2, 3, 4))


@pytest.fixture
def found() -> Plan:
    return plan(DRAWING)


def check(found: Plan, *edits: Edit | None, day: date | None = MARCH) -> None:
    """What the laws say of edits that no verb would make."""
    found.check(Change(new_id(), "x", tuple(edit for edit in edits if edit), day=day))


def update(found: Plan, name: str, **values: Value) -> Edit | None:
    return altered(RecordKind.UNIT, found.state().units[key(found, name)], **values)


def test_a_unit_cannot_lie_below_itself(found: Plan) -> None:
    with refused("tree.loop", "Pleje", "1. marts 2027"):
        check(found, update(found, "Pleje", parent=key(found, "Nord")))


def test_a_unit_needs_a_parent(found: Plan) -> None:
    with refused("tree.no_parent", "Pleje", "1. marts 2027"):
        check(found, update(found, "Pleje", parent=None))


def test_the_parent_must_be_there(found: Plan) -> None:
    with refused("tree.parent_missing", "Pleje", "1. marts 2027"):
        check(found, update(found, "Pleje", parent="99"))


def test_a_unit_with_others_below_cannot_vanish(found: Plan) -> None:
    with refused("tree.parent_missing", "Nord"):
        check(found, removed(RecordKind.UNIT, found.state().units[key(found, "Pleje")]))


def test_there_is_one_owner(found: Plan) -> None:
    with refused("tree.two_owners", "Anden kommune"):
        units.create(found, None, "Anden kommune", kind=UnitKind.IE)


def test_an_organisational_unit_does_not_lie_right_below_the_owner(found: Plan) -> None:
    with refused("tree.kind_under_kind", "Nord", "Kommune"):
        check(found, update(found, "Nord", parent=key(found, "Kommune")))


def test_a_parent_does_not_close_before_its_children(found: Plan) -> None:
    with refused("tree.parent_closes", "Nord", "Pleje", "1. marts 2027"):
        check(found, update(found, "Pleje", valid_to=MARCH))


def test_an_own_number_needs_a_unit_that_says_so(found: Plan) -> None:
    with refused("number.state_differs", "Sundhed", "1. marts 2027"):
        check(found, update(found, "Sundhed", number_state=NumberState.NONE))


def test_a_unit_does_not_say_own_without_a_number(found: Plan) -> None:
    with refused("number.own_missing", "Pleje", "1. marts 2027"):
        check(found, update(found, "Pleje", number_state=NumberState.OWN))


def test_one_number_does_not_belong_to_two_units(found: Plan) -> None:
    twin = LocationNumber("n", key(found, "Nord"), gln(2))
    with refused("number.twice", "Nord", "Træning", "1. marts 2027"):
        check(found, update(found, "Nord", number_state=NumberState.OWN), created(RecordKind.NUMBER, twin))


def test_one_unit_does_not_have_two_numbers(found: Plan) -> None:
    second = LocationNumber("n", key(found, "Træning"), gln(3))
    with refused("number.two", "Træning", "1. marts 2027"):
        check(found, created(RecordKind.NUMBER, second))


def test_a_number_does_not_outlive_its_unit(found: Plan) -> None:
    with refused("number.owner_missing", "1. marts 2027"):
        check(found, removed(RecordKind.UNIT, found.state().units[key(found, "Træning")]))


def test_message_types_do_not_outlive_their_number(found: Plan) -> None:
    found.apply(messages.add_message_type(found, key(found, "Træning"), "XDIS18", None, [Direction.IN], day=None))
    number = found.state().number_of(key(found, "Træning"))
    assert number is not None
    with refused("capability.owner_missing", "1. marts 2027"):
        check(found, removed(RecordKind.NUMBER, number))


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (RecordKind.PLACEMENT, "placement.owner_missing"),
        (RecordKind.NOTE, "note.owner_missing"),
        (RecordKind.ACCEPTANCE, "acceptance.owner_missing"),
        (RecordKind.SPECIALITY, "speciality.owner_missing"),
        (RecordKind.SUCCESSION, "succession.owner_missing"),
    ],
)
def test_nothing_outlives_the_unit_it_belongs_to(found: Plan, kind: RecordKind, code: str) -> None:
    nord = key(found, "Nord")
    belonging = {
        RecordKind.PLACEMENT: Placement("x", nord, "traening"),
        RecordKind.NOTE: Note("x", nord, "husk"),
        RecordKind.ACCEPTANCE: Acceptance("x", nord, "SOR-030", "aftalt", "abc"),
        RecordKind.SPECIALITY: SpecialityMember("x", nord, "658171000005102"),
        RecordKind.SUCCESSION: Succession("x", nord, key(found, "Pleje")),
    }
    found.apply(Change(new_id(), "x", (created(kind, belonging[kind]),)))
    with refused(code, "1. marts 2027"):
        check(found, removed(RecordKind.UNIT, found.state().units[nord]))


def test_an_answer_does_not_outlive_its_request(found: Plan) -> None:
    request = SentRequest("r", "sds", date(2026, 11, 23), "x")
    answer = Answer("a", "r", "", "rename", Reply.DONE)
    edits = (created(RecordKind.REQUEST, request), created(RecordKind.ANSWER, answer))
    found.apply(Change(new_id(), "x", edits))
    with refused("answer.owner_missing"):
        found.check(Change(new_id(), "x", (removed(RecordKind.REQUEST, request),)))


def test_a_verb_is_refused_because_of_a_later_day_and_the_day_is_named(found: Plan) -> None:
    found.apply(units.move(found, [key(found, "Træning")], key(found, "Pleje"), day=APRIL))
    with refused("tree.parent_closes", "Træning", "Pleje", "1. april 2027"):
        closing.close(found, key(found, "Pleje"), with_below=True, day=FEBRUARY)


def test_a_loop_that_would_arise_later_is_refused_today(found: Plan) -> None:
    found.apply(units.move(found, [key(found, "Træning")], key(found, "Nord"), day=APRIL))
    with refused("tree.loop", "1. april 2027"):
        units.move(found, [key(found, "Pleje")], key(found, "Træning"), day=FEBRUARY)


def test_a_dated_move_and_then_one_without_date_that_would_meet_in_a_loop(found: Plan) -> None:
    found.apply(units.move(found, [key(found, "Træning")], key(found, "Nord"), day=APRIL))
    with refused("tree.loop", "1. april 2027"):
        units.move(found, [key(found, "Pleje")], key(found, "Træning"), day=None)


def test_moving_below_a_unit_that_is_to_close_is_refused_on_the_day_it_closes(found: Plan) -> None:
    found.apply(closing.close(found, key(found, "Nord"), day=APRIL))
    with refused("tree.parent_closes", "Træning", "Nord", "1. april 2027"):
        units.move(found, [key(found, "Træning")], key(found, "Nord"), day=FEBRUARY)


def test_message_types_before_the_planned_end_of_the_number_are_refused_on_that_day(found: Plan) -> None:
    found.apply(numbers.close_location_number(found, key(found, "Træning"), day=APRIL))
    with refused("capability.owner_missing", "1. april 2027"):
        messages.add_message_type(found, key(found, "Træning"), "XDIS18", None, [Direction.IN], day=FEBRUARY)


def test_a_fault_of_the_register_does_not_refuse_a_change() -> None:
    faulty = plan(f"Kommune\n  Sundhed [{gln(1)}]\n    Pleje [{gln(1)}]")
    faulty.apply(units.rename(faulty, key(faulty, "Pleje"), "Ny"))
    assert violations(faulty.state(), [(RecordKind.NUMBER, f"{key(faulty, 'Ny')}:{gln(1)}")])


def test_a_sound_tree_breaks_no_law(found: Plan) -> None:
    state = found.state()
    assert violations(state, [(kind, one) for kind, table in state.records.items() for one in table]) == set()


def test_a_parent_that_closes_later_than_its_child_is_sound(found: Plan) -> None:
    check(found, update(found, "Nord", valid_to=MARCH), update(found, "Pleje", valid_to=APRIL))


def test_a_name_that_is_gone_is_taken_from_before(found: Plan) -> None:
    with refused("tree.parent_missing", "Nord"):
        check(found, removed(RecordKind.UNIT, found.state().units[key(found, "Pleje")]))


def test_every_law_of_the_tree_is_seen_on_loose_records() -> None:
    loose = Unit("1", UnitKind.SI, "Uden ejer")
    found = plan("Kommune").state().with_edits([created(RecordKind.UNIT, loose)])
    assert {item.code for item in violations(found, [(RecordKind.UNIT, "1")])} == {"tree.no_parent"}
