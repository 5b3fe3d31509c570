"""What happens when, and what is dated too early."""

import contextlib
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.edits import closing, messages, numbers, units
from sorstudio.model.errors import Refused
from sorstudio.model.plan import NOTICE, Plan
from sorstudio.requests.line import NOWHERE_ACTIONS, Action
from sorstudio.requests.lines import change_lines
from sorstudio.requests.schedule import Item, earliest_number, head, problem, repair, schedule, schedule_json, whole
from tests.model.outline import TODAY, key
from tests.model.strategies import VERBS, change, fresh
from tests.requests.plans import DANISH, ENGLISH, municipality

SOON, NUMBER_THERE = TODAY + timedelta(days=2), date(2026, 12, 7)


def with_unit(plan: Plan, day: date) -> str:
    change = units.create(plan, key(plan, "Sundhed og Omsorg"), "Akutteam", day=day)
    plan.apply(change)
    return key(plan, "Akutteam")


def item(plan: Plan, action: Action) -> Item:
    return next(one for one in schedule(plan).items() if one.line.action is action)


def test_a_new_unit_needs_seven_days() -> None:
    plan = municipality()
    with_unit(plan, SOON)
    found = item(plan, Action.CREATE)
    assert (found.earliest, found.is_too_early) == (date(2026, 11, 30), True)
    assert repair(found, DANISH) == "Flyt til 30. november 2026."
    assert "mindst 7 dage før" in problem(found, DANISH)


def test_a_unit_in_time_has_no_problem() -> None:
    plan = municipality()
    with_unit(plan, TODAY + NOTICE)
    found = schedule(plan)
    assert found.too_early() == ()
    assert (found.works_from, problem(item(plan, Action.CREATE), DANISH)) == (None, "")
    assert whole(found, DANISH) == "Alt kan nås til de datoer, det er sat til."


def test_a_number_takes_ten_working_days() -> None:
    plan = municipality()
    plan.apply(numbers.order_location_number(plan, key(plan, "Syd"), system="Nexus", day=SOON))
    assert earliest_number(TODAY) == NUMBER_THERE
    assert "10 arbejdsdage" in problem(item(plan, Action.ORDER_NUMBER), DANISH)


def test_message_types_wait_for_their_number_and_say_so() -> None:
    plan = municipality()
    syd = key(plan, "Syd")
    plan.apply(numbers.order_location_number(plan, syd, system="Nexus", day=SOON))
    plan.apply(messages.add_message_type(plan, syd, "XDIS20", None, messages.directions_of("in"), day=SOON))
    found = item(plan, Action.ADD_MESSAGE)
    assert (found.earliest, found.because) == (NUMBER_THERE, "waits")
    assert "nyt lokationsnummer" in problem(found, DANISH)


def test_a_number_for_a_unit_that_is_there_later_waits_for_nothing_longer_than_itself() -> None:
    plan = municipality()
    unit = with_unit(plan, date(2026, 12, 1))
    plan.apply(numbers.order_location_number(plan, unit, day=date(2026, 12, 7)))
    assert schedule(plan).too_early() == ()


def test_a_day_that_has_passed_is_told() -> None:
    plan = municipality()
    plan.apply(closing.close(plan, key(plan, "Tandpleje"), day=TODAY - timedelta(days=3)))
    found = item(plan, Action.CLOSE)
    assert (found.earliest, problem(found, DANISH)) == (TODAY, "Datoen er passeret.")


def test_what_sor_does_not_hold_is_never_too_early() -> None:
    plan = municipality()
    plan.apply(units.add_note(plan, key(plan, "Syd"), "Husk nøglen", author="Test"))
    assert [one.earliest for one in schedule(plan).items()] == [None]


def test_the_days_come_in_order_with_the_corrections_first() -> None:
    plan = municipality()
    plan.apply(units.rename(plan, key(plan, "Syd"), "Sydvest", day=date(2027, 2, 1)))
    plan.apply(units.rename(plan, key(plan, "Nord"), "Nordvest", day=None))
    with_unit(plan, date(2027, 1, 1))
    days = schedule(plan).days
    assert [head(one, DANISH) for one in days] == ["Uden dato (rettelser)", "1. januar 2027", "1. februar 2027"]


def test_programs_get_the_same() -> None:
    plan = municipality()
    with_unit(plan, SOON)
    found = schedule_json(schedule(plan), ENGLISH)
    assert isinstance(found, dict)
    assert found["works_from"] == "2026-11-30"
    (day,) = found["days"]
    assert (day["date"], day["lines"][0]["too_early"]) == ("2026-11-25", True)


def test_a_plan_without_changes_says_so() -> None:
    assert whole(schedule(municipality()), DANISH) == "Planen ændrer intet endnu."


@st.composite
def changed(draw: st.DrawFn) -> Plan:
    """A plan with some acts, whichever are possible."""
    plan = fresh()
    for verb in draw(st.lists(st.sampled_from(VERBS), max_size=8)):
        with contextlib.suppress(Refused):
            plan.apply(change(draw, plan, verb))
    return plan


@given(changed())
def test_nothing_can_be_done_before_what_it_waits_for(plan: Plan) -> None:
    lines = change_lines(plan)
    items = {one.line.id: one for one in schedule(plan, lines).items()}
    assert set(items) == {line.id for line in lines}
    for one in items.values():
        assert (one.earliest is None) is (one.line.action in NOWHERE_ACTIONS)
        waited = [items[name].earliest or date.min for name in one.line.waits_for]
        assert all((one.earliest or date.min) >= first for first in waited)
