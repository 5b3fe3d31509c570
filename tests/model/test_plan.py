"""A plan applies all of a change or nothing, tells the effect, and keeps every way back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sorstudio.model.baseline import Baseline, Version
from sorstudio.model.edits import closing, settings, units
from sorstudio.model.journal import Step
from sorstudio.model.plan import Effect, Plan, lifted
from sorstudio.model.records import RecordKind, Unit, UnitKind
from sorstudio.model.timeline import KEPT, START
from sorstudio.resources import code_lists
from tests.model.outline import DAY, TODAY, baseline, drawing, key, plan
from tests.model.refusing import refused

DRAWING = """
Kommune
  Sundhed
    Pleje
      Nord
    Vest (closed 2027-02-01)
    Hold B (from 2027-01-01)
    Lukket (closed 2026-01-01)
"""
JANUARY, FEBRUARY, MARCH = (date(2027, month, 1) for month in (1, 2, 3))


class Diskless:
    """A store that cannot write."""

    def commit(self, step: Step) -> None:
        raise OSError("disk full")

    def add_baseline(self, baseline: Baseline) -> None:
        raise OSError("disk full")


@pytest.fixture
def found() -> Plan:
    return plan(DRAWING)


def rename(found: Plan, name: str, day: date | None, unit: str = "Pleje") -> str:
    return found.apply(units.rename(found, key(plan(DRAWING), unit), name, day=day)).id


def name_at(found: Plan, day: date = date.max) -> str:
    return found.state(day).units[key(plan(DRAWING), "Pleje")].name


def test_undoing_march_leaves_february(found: Plan) -> None:
    rename(found, "Februar", FEBRUARY)
    rename(found, "Marts", MARCH)
    found.undo()
    assert (name_at(found, FEBRUARY), name_at(found)) == ("Februar", "Februar")


def test_march_entered_before_february_still_wins(found: Plan) -> None:
    rename(found, "Marts", MARCH)
    rename(found, "Februar", FEBRUARY)
    assert (name_at(found, FEBRUARY), name_at(found, MARCH), name_at(found)) == ("Februar", "Marts", "Marts")


def test_undoing_february_entered_after_march_leaves_march(found: Plan) -> None:
    rename(found, "Marts", MARCH)
    rename(found, "Februar", FEBRUARY)
    found.undo()
    assert (name_at(found, FEBRUARY), name_at(found)) == ("Pleje", "Marts")


def test_undo_to_the_baseline_is_exactly_the_baseline(found: Plan) -> None:
    before = found.state()
    rename(found, "Marts", MARCH)
    found.apply(units.create(found, key(found, "Sundhed"), "Ny"))
    found.apply(closing.close(found, key(found, "Nord")))
    found.undo(3)
    assert (found.state(), found.head) == (before, None)
    assert found.state() == plan(DRAWING).state()


def test_redo_gives_back_what_was_undone(found: Plan) -> None:
    rename(found, "Marts", MARCH)
    after = found.state()
    found.undo()
    found.redo()
    assert found.state() == after


def test_a_change_after_undo_leaves_the_old_branch_reachable(found: Plan) -> None:
    old = rename(found, "Gren A", MARCH)
    found.undo()
    rename(found, "Gren B", MARCH)
    found.go_to(old)
    assert name_at(found) == "Gren A"
    assert len(found.journal.tips()) == 2


def test_one_can_go_to_the_baseline_and_back(found: Plan) -> None:
    tip = rename(found, "Marts", MARCH)
    found.go_to(None)
    assert name_at(found) == "Pleje"
    found.go_to(tip)
    assert name_at(found) == "Marts"


def test_a_named_branch_follows_its_tip(found: Plan) -> None:
    rename(found, "Et", MARCH)
    found.name_branch("Plan B")
    tip = rename(found, "To", MARCH)
    assert found.journal.names == {"Plan B": tip}


def test_before_the_first_change_there_is_nothing_to_name(found: Plan) -> None:
    with refused("journal.nothing_to_name"):
        found.name_branch("Plan B")


def test_a_change_is_signed_with_author_time_and_what_it_follows(found: Plan) -> None:
    first = rename(found, "Et", MARCH)
    second = found.journal.changes[rename(found, "To", MARCH)]
    assert (second.author, second.follows) == ("Test", (first,))
    assert second.time is not None


def test_the_same_change_cannot_be_made_twice(found: Plan) -> None:
    change = units.rename(found, key(found, "Pleje"), "Ny")
    found.apply(change)
    with refused("journal.already_made"):
        found.apply(change)


def test_several_changes_are_made_one_after_the_other(found: Plan) -> None:
    made = [units.rename(found, key(found, name), f"{name} 2") for name in ("Pleje", "Nord")]
    found.apply_all(made)
    assert [change.id for change in found.journal.path()] == [change.id for change in made]


def test_a_check_changes_nothing(found: Plan) -> None:
    found.check(units.rename(found, key(found, "Pleje"), "Ny"))
    assert (name_at(found), found.head) == ("Pleje", None)


def test_a_failing_store_leaves_everything_as_it_was() -> None:
    broken = Plan([baseline(DRAWING)], code_lists(), today=TODAY, store=Diskless())
    heard: list[Effect] = []
    broken.subscribe(heard.append)
    change = units.rename(broken, key(broken, "Pleje"), "Ny")
    with pytest.raises(OSError, match="disk full"):
        broken.apply(change)
    assert (name_at(broken), broken.head, dict(broken.journal.changes), heard) == ("Pleje", None, {}, [])


def test_a_baseline_that_cannot_be_stored_is_not_kept() -> None:
    broken = Plan([baseline(DRAWING)], code_lists(), today=TODAY, store=Diskless())
    with pytest.raises(OSError, match="disk full"):
        broken.add_baseline(Baseline("new", DAY, "test"))
    assert set(broken.baselines) == {"test"}


def test_listeners_are_told_what_was_touched(found: Plan) -> None:
    heard: list[Effect] = []
    found.subscribe(heard.append)
    rename(found, "Ny", MARCH)
    assert heard[0].touched == {(RecordKind.UNIT, key(found, "Ny"))}
    assert (name_of(heard[0].before, "Pleje"), name_of(heard[0].after, "Ny")) == (1, 1)


def name_of(state: object, name: str) -> int:
    return sum(unit.name == name for unit in state.units.values())  # type: ignore[attr-defined]


def test_a_rename_is_not_structural(found: Plan) -> None:
    heard: list[Effect] = []
    found.subscribe(heard.append)
    rename(found, "Ny", MARCH)
    assert not heard[0].structural


def test_a_new_unit_and_a_move_are_structural(found: Plan) -> None:
    heard: list[Effect] = []
    found.subscribe(heard.append)
    found.apply(units.create(found, key(found, "Sundhed"), "Ny"))
    found.apply(units.move(found, [key(found, "Nord")], key(found, "Ny")))
    assert [effect.structural for effect in heard] == [True, True]


def test_undo_tells_the_effect_too(found: Plan) -> None:
    rename(found, "Ny", MARCH)
    heard: list[Effect] = []
    found.subscribe(heard.append)
    found.undo()
    assert heard[0].touched == {(RecordKind.UNIT, key(found, "Pleje"))}


def test_an_act_that_a_later_one_covers_has_no_effect_on_the_shown_state(found: Plan) -> None:
    rename(found, "Marts", MARCH)
    heard: list[Effect] = []
    found.subscribe(heard.append)
    rename(found, "Februar", FEBRUARY)
    assert heard[0].touched == frozenset()


def test_going_to_another_branch_tells_what_differs_between_them(found: Plan) -> None:
    old = rename(found, "Gren A", MARCH)
    found.undo()
    rename(found, "Gren B", MARCH, "Nord")
    heard: list[Effect] = []
    found.subscribe(heard.append)
    found.go_to(old)
    assert len(heard[0].touched) == 2


def test_who_has_stopped_listening_hears_nothing(found: Plan) -> None:
    heard: list[Effect] = []
    stop = found.subscribe(heard.append)
    stop()
    rename(found, "Ny", MARCH)
    assert heard == []


def test_a_listener_may_stop_while_it_is_told(found: Plan) -> None:
    heard: list[str] = []
    stop = found.subscribe(lambda _: (heard.append("a"), stop())[0])
    found.subscribe(lambda _: heard.append("b"))
    rename(found, "Ny", MARCH)
    assert heard == ["a", "b"]


def test_a_snapshot_goes_its_own_way(found: Plan) -> None:
    rename(found, "Et", MARCH)
    copy = found.snapshot()
    rename(copy, "I kopien", MARCH)
    assert (name_at(found), name_at(copy)) == ("Et", "I kopien")
    assert len(found.journal.changes) == 1


def test_a_snapshot_keeps_branches_and_redo(found: Plan) -> None:
    rename(found, "Et", MARCH)
    found.name_branch("Plan B")
    found.undo()
    copy = found.snapshot()
    copy.redo()
    assert (name_at(copy), copy.journal.names) == ("Et", found.journal.names)
    assert found.head is None


def test_the_working_date_is_a_week_ahead(found: Plan) -> None:
    assert found.working_date == TODAY + timedelta(days=7)


def test_the_working_date_can_be_chosen(found: Plan) -> None:
    found.apply(settings.set_setting(found, "working_date", "2027-03-01"))
    assert found.working_date == MARCH


def test_the_day_is_lifted_to_the_first_day_when_all_are_there() -> None:
    assert lifted(JANUARY, [START, MARCH, FEBRUARY]) == MARCH
    assert lifted(MARCH, [START, FEBRUARY]) == MARCH


@pytest.mark.parametrize(
    ("name", "status"),
    [("Pleje", "active"), ("Vest", "closing"), ("Hold B", "future"), ("Lukket", "closed")],
)
def test_how_a_unit_of_the_register_stands(found: Plan, name: str, status: str) -> None:
    assert found.status(key(found, name)) == status


def test_a_unit_of_the_plan_is_planned(found: Plan) -> None:
    found.apply(units.create(found, key(found, "Sundhed"), "Ny"))
    assert found.status(key(found, "Ny")) == "planned"


def test_a_planned_closing_is_closing_and_then_closed(found: Plan) -> None:
    nord = key(found, "Nord")
    found.apply(closing.close(found, nord, day=MARCH))
    assert [found.status(nord, day) for day in (None, FEBRUARY, MARCH)] == ["closing", "closing", "closed"]


def test_a_future_unit_is_active_from_its_day_on(found: Plan) -> None:
    unit = key(found, "Hold B")
    assert [found.status(unit, day) for day in (date(2026, 12, 31), JANUARY)] == ["future", "active"]


def test_a_register_closing_is_closed_from_its_day_on(found: Plan) -> None:
    vest = key(found, "Vest")
    assert [found.status(vest, day) for day in (date(2027, 1, 31), FEBRUARY)] == ["closing", "closed"]


def test_the_tree_of_a_day_shows_what_is_there_on_that_day(found: Plan) -> None:
    found.apply(units.create(found, key(found, "Pleje"), "Ny", day=MARCH))
    assert "Ny" not in drawing(found, FEBRUARY)
    assert "      Ny" in drawing(found, MARCH)


def test_a_version_that_comes_into_force_later_shows_from_its_day_on() -> None:
    owner = Unit("1", UnitKind.IE, "Kommune")
    old, new = (Unit("2", UnitKind.SI, name, "1") for name in ("Gammel", "Ny"))
    versions = (
        Version(RecordKind.UNIT, owner),
        Version(RecordKind.UNIT, old, end=MARCH),
        Version(RecordKind.UNIT, new, start=MARCH),
    )
    found = Plan([Baseline("b", DAY, "test", versions=versions)], code_lists(), today=TODAY)
    assert [found.state(day).units["2"].name for day in (FEBRUARY, MARCH, date.max)] == ["Gammel", "Ny", "Ny"]


def test_the_timeline_holds_the_change_as_the_journal_does() -> None:
    plan_ = plan("Kommune\n  Sundhed\n    Pleje")
    signed = plan_.apply(units.rename(plan_, key(plan_, "Pleje"), "Hjemmepleje"))
    assert plan_.timeline.changes == (signed,)
    assert plan_.timeline.changes[0].author == "Test"


def test_the_shown_day_is_looked_at_and_acted_on() -> None:
    found = plan("Kommune\n  Nord")
    unit = key(found, "Nord")
    found.apply(units.rename(found, unit, "Marts", day=date(2027, 3, 1)))
    told: list[Effect] = []
    found.subscribe(told.append)
    found.show(date(2027, 2, 1))
    assert (found.shown().units[unit].name, found.state().units[unit].name) == ("Nord", "Marts")
    assert told[0].touched == {(RecordKind.UNIT, unit)}
    assert found.apply(units.rename(found, unit, "Februar")).day == date(2027, 2, 1)
    assert told[1].after.units[unit].name == "Februar"
    found.show(None)
    assert found.shown() is found.state()


def test_a_day_on_which_nothing_differs_is_no_effect() -> None:
    found = plan("Kommune\n  Nord")
    told: list[Effect] = []
    found.subscribe(told.append)
    found.show(date(2027, 2, 1))
    assert told == []
    assert found.working_date == date(2027, 2, 1)


def test_one_step_back_is_the_very_state_that_was_left(found: Plan) -> None:
    before = found.state()
    rename(found, "Ny", MARCH)
    after = found.state()
    found.undo()
    assert found.state() is before
    found.redo()
    assert found.state() is after


def test_far_more_steps_back_than_are_kept_lead_through_the_same_names(found: Plan) -> None:
    names = [name_at(found)]
    for number in range(3 * KEPT):
        rename(found, f"Navn {number}", MARCH)
        names.append(name_at(found))
    for name in reversed(names[:-1]):
        found.undo()
        assert name_at(found) == name
