"""Ending a unit, and taking the ending back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sorstudio.model.change import Change
from sorstudio.model.edits import messages, numbers, offers, restructure, units
from sorstudio.model.edits.closing import close, is_open, reopen
from sorstudio.model.plan import Plan
from sorstudio.model.records import Direction, NumberState, Unit, UnitKind
from sorstudio.model.state import State
from sorstudio.model.texts import Texts
from sorstudio.resources import texts
from tests.model.outline import gln, key, plan
from tests.model.refusing import refused

DRAWING = f"""
Kommune
  Sundhed [{gln(1)}]
    Pleje
      Nord ^
      Syd
    Træning [{gln(2)}]
    Vest (closed 2027-02-01)
    Hold B (from 2027-01-01)
    Lukket (closed 2026-01-01)
"""
JANUARY, FEBRUARY, MARCH, APRIL = (date(2027, month, 1) for month in (1, 2, 3, 4))


@pytest.fixture
def found() -> Plan:
    plan_ = plan(DRAWING)
    training = key(plan_, "Træning")
    plan_.apply(messages.add_message_type(plan_, training, "XDIS18", None, [Direction.IN], day=None))
    plan_.apply(offers.place_offer(plan_, ["traening"], training, day=None))
    return plan_


def shut(found: Plan, name: str, day: date = MARCH) -> Change:
    return found.apply(close(found, key(found, name), day=day))


def ending(found: Plan, name: str, day: date = date.max) -> date | None:
    return found.state(day).units[key(found, name)].valid_to


def held(state: State, unit: str) -> tuple[str | None, int, int, object]:
    """GLN, how many message types and offers, and how the unit stands to numbers."""
    number = state.number_of(unit)
    types = len(state.capabilities(number.key)) if number else 0
    return number.gln if number else None, types, len(state.placements(unit)), state.units[unit].number_state


def said(change: Change) -> str:
    return Texts(texts("da")).sentence(change.code, change.params)


def test_a_closed_unit_holds_until_its_day(found: Plan) -> None:
    change = shut(found, "Syd")
    assert (ending(found, "Syd"), ending(found, "Syd", FEBRUARY)) == (MARCH, None)
    assert said(change) == "Syd lukkes 1. marts 2027."


def test_number_types_and_offers_end_with_the_unit(found: Plan) -> None:
    shut(found, "Træning")
    training = key(found, "Træning")
    assert held(found.state(MARCH), training) == (None, 0, 0, NumberState.NONE)
    assert held(found.state(FEBRUARY), training) == (gln(2), 1, 1, NumberState.OWN)


def test_children_are_closed_first(found: Plan) -> None:
    with refused("close.children_first", "Pleje", "2 enheder", "Nord", "Syd"):
        close(found, key(found, "Pleje"), day=MARCH)


def test_children_that_close_earlier_are_no_hindrance(found: Plan) -> None:
    shut(found, "Nord", FEBRUARY)
    shut(found, "Syd", MARCH)
    shut(found, "Pleje", MARCH)
    assert ending(found, "Pleje") == MARCH


def test_one_child_is_named_in_the_singular(found: Plan) -> None:
    shut(found, "Nord")
    with refused("close.children_first", "Pleje", "enheden under den", "Syd"):
        close(found, key(found, "Pleje"), day=MARCH)


def test_a_branch_closes_as_one(found: Plan) -> None:
    change = found.apply(close(found, key(found, "Pleje"), with_below=True, day=MARCH))
    assert [ending(found, name) for name in ("Pleje", "Nord", "Syd")] == [MARCH, MARCH, MARCH]
    assert said(change) == "Pleje og alt under den lukkes 1. marts 2027: 3 enheder."


def test_in_a_branch_children_close_before_their_parents(found: Plan) -> None:
    change = close(found, key(found, "Pleje"), with_below=True, day=MARCH)
    assert change.edits[-1].key == key(found, "Pleje")


def test_a_closing_names_who_takes_over(found: Plan) -> None:
    change = found.apply(close(found, key(found, "Nord"), successors=[key(found, "Syd")], day=MARCH))
    assert [item.successor for item in found.state().successions(key(found, "Nord"))] == [key(found, "Syd")]
    assert said(change) == "Nord lukkes 1. marts 2027 og afløses af Syd."


def test_several_may_take_over(found: Plan) -> None:
    both = [key(found, "Syd"), key(found, "Træning"), key(found, "Syd")]
    found.apply(close(found, key(found, "Nord"), successors=both, day=MARCH))
    assert len(found.state().successions(key(found, "Nord"))) == 2


def test_a_unit_does_not_take_over_from_itself(found: Plan) -> None:
    with refused("close.successor_closes", "Nord"):
        close(found, key(found, "Nord"), successors=[key(found, "Nord")], day=MARCH)


def test_a_unit_that_closes_with_it_does_not_take_over(found: Plan) -> None:
    with refused("close.successor_closes", "Pleje", "Syd"):
        close(found, key(found, "Pleje"), successors=[key(found, "Syd")], with_below=True, day=MARCH)


def test_a_closing_waits_for_a_planned_successor(found: Plan) -> None:
    found.apply(units.create(found, key(found, "Pleje"), "Ny", day=APRIL))
    assert close(found, key(found, "Nord"), successors=[key(found, "Ny")]).day == APRIL


def test_a_closing_has_a_date(found: Plan) -> None:
    with refused("close.date_needed"):
        close(found, key(found, "Nord"), day=None)


def test_the_owner_does_not_close(found: Plan) -> None:
    with refused("close.owner", "Kommune"):
        close(found, key(found, "Kommune"), with_below=True, day=MARCH)


def test_what_the_register_closes_already_is_refused(found: Plan) -> None:
    with refused("close.closes_already", "Vest", "1. februar 2027"):
        close(found, key(found, "Vest"), day=JANUARY)


def test_what_the_plan_closes_later_is_not_closed_once_more(found: Plan) -> None:
    shut(found, "Nord", MARCH)
    with refused("close.closes_already", "Nord", "1. marts 2027"):
        close(found, key(found, "Nord"), day=FEBRUARY)


def test_what_is_closed_is_not_closed_once_more(found: Plan) -> None:
    shut(found, "Nord", FEBRUARY)
    with refused("unit.is_closed", "Nord", "1. februar 2027"):
        close(found, key(found, "Nord"), day=MARCH)


@pytest.mark.parametrize("day", [APRIL, MARCH])
def test_a_unit_does_not_close_on_its_first_day_or_before(found: Plan, day: date) -> None:
    found.apply(units.create(found, key(found, "Pleje"), "Ny", day=APRIL))
    code = "close.before_start" if day == APRIL else "date.before_start"
    with refused(code, "Ny", "1. april 2027"):
        close(found, key(found, "Ny"), day=day)


def test_a_future_unit_of_the_register_does_not_close_on_its_first_day(found: Plan) -> None:
    with refused("close.before_start", "Hold B", "1. januar 2027"):
        close(found, key(found, "Hold B"))


def test_a_child_planned_for_later_hinders_the_closing_and_the_day_is_named(found: Plan) -> None:
    found.apply(units.create(found, key(found, "Syd"), "Ny", day=APRIL))
    with refused("tree.parent_closes", "Ny", "Syd", "1. april 2027"):
        close(found, key(found, "Syd"), day=MARCH)


def test_reopening_restores_all_that_the_closing_ended(found: Plan) -> None:
    before = found.state()
    shut(found, "Træning")
    change = found.apply(reopen(found, key(found, "Træning")))
    assert (found.state(), said(change)) == (before, "Træning lukkes alligevel ikke.")


def test_reopening_takes_the_succession_back(found: Plan) -> None:
    found.apply(close(found, key(found, "Nord"), successors=[key(found, "Syd")], day=MARCH))
    found.apply(reopen(found, key(found, "Nord")))
    assert found.state().successions(key(found, "Nord")) == ()


def test_reopening_keeps_that_a_unit_inherits(found: Plan) -> None:
    shut(found, "Nord")
    found.apply(reopen(found, key(found, "Nord")))
    assert found.state().units[key(found, "Nord")].number_state is NumberState.INHERITED


def test_of_a_closed_branch_the_top_is_reopened_first(found: Plan) -> None:
    found.apply(close(found, key(found, "Pleje"), with_below=True, day=MARCH))
    with refused("tree.parent_closes", "Nord", "Pleje"):
        reopen(found, key(found, "Nord"))
    found.apply(reopen(found, key(found, "Pleje")))
    found.apply(reopen(found, key(found, "Nord")))
    assert [ending(found, name) for name in ("Pleje", "Nord", "Syd")] == [None, None, MARCH]


@pytest.mark.parametrize("day", [MARCH, APRIL])
def test_a_reopened_unit_can_be_closed_again(found: Plan, day: date) -> None:
    shut(found, "Træning")
    found.apply(reopen(found, key(found, "Træning")))
    shut(found, "Træning", day)
    assert ending(found, "Træning") == day
    found.apply(reopen(found, key(found, "Træning")))
    assert held(found.state(), key(found, "Træning")) == (gln(2), 1, 1, NumberState.OWN)


def test_a_closing_that_a_reopening_would_cover_is_refused(found: Plan) -> None:
    shut(found, "Træning")
    found.apply(reopen(found, key(found, "Træning")))
    with refused("close.opens_again", "Træning", "1. marts 2027"):
        close(found, key(found, "Træning"), day=FEBRUARY)


def test_after_reopening_an_act_on_the_number_takes_the_working_date(found: Plan) -> None:
    shut(found, "Træning")
    found.apply(reopen(found, key(found, "Træning")))
    change = messages.add_message_type(found, key(found, "Træning"), "XREF15", None, [Direction.IN])
    assert change.day == found.working_date


def test_a_closing_that_the_register_plans_can_be_taken_back(found: Plan) -> None:
    change = found.apply(reopen(found, key(found, "Vest")))
    assert (ending(found, "Vest"), change.day) == (None, None)


def test_what_the_register_has_closed_stays_closed(found: Plan) -> None:
    with refused("unit.closed_in_register", "Lukket", "1. januar 2026", "SORpost"):
        reopen(found, key(found, "Lukket"))


def test_what_is_open_is_not_reopened(found: Plan) -> None:
    with refused("unit.not_closed", "Nord"):
        reopen(found, key(found, "Nord"))


def test_what_is_not_there_is_not_reopened(found: Plan) -> None:
    with refused("unit.unknown", "99"):
        reopen(found, "99")


def test_a_number_given_to_another_meanwhile_hinders_the_reopening(found: Plan) -> None:
    shut(found, "Træning", FEBRUARY)
    found.apply(numbers.set_location_number(found, key(found, "Syd"), NumberState.OWN, gln(2), day=MARCH))
    with refused("number.twice", "Træning", "Syd", "1. marts 2027"):
        reopen(found, key(found, "Træning"))


def test_reopening_a_replaced_unit_takes_its_number_back(found: Plan) -> None:
    found.apply(restructure.replace_unit(found, key(found, "Træning"), by=key(found, "Nord"), day=MARCH))
    found.apply(reopen(found, key(found, "Træning")))
    state = found.state()
    assert held(state, key(found, "Træning")) == (gln(2), 1, 1, NumberState.OWN)
    assert held(state, key(found, "Nord"))[::3] == (None, NumberState.INHERITED)


def test_reopening_a_unit_replaced_by_a_new_one_leaves_the_new_one_without_number(found: Plan) -> None:
    change = restructure.replace_unit(found, key(found, "Træning"), name="Ny træning", day=MARCH)
    found.apply(change)
    found.apply(reopen(found, key(found, "Træning")))
    assert held(found.state(), key(found, "Ny træning"))[::3] == (None, NumberState.NONE)


def test_a_unit_whose_number_is_gone_comes_back_without(found: Plan) -> None:
    found.apply(restructure.replace_unit(found, key(found, "Træning"), by=key(found, "Nord"), day=FEBRUARY))
    found.apply(numbers.close_location_number(found, key(found, "Nord"), day=FEBRUARY))
    found.apply(reopen(found, key(found, "Træning")))
    assert held(found.state(), key(found, "Træning"))[::3] == (None, NumberState.NONE)


def test_reopening_is_undone_like_any_act(found: Plan) -> None:
    shut(found, "Træning")
    closed = found.state()
    found.apply(reopen(found, key(found, "Træning")))
    found.undo()
    assert found.state() == closed


def test_a_unit_is_open_up_to_but_not_on_its_closing_day() -> None:
    unit = Unit("1", UnitKind.OE, "Nord", valid_to=MARCH)
    assert (is_open(unit, MARCH - timedelta(days=1)), is_open(unit, MARCH)) == (True, False)
