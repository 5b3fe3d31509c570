"""A state machine plays user: whatever is done, undone and redone, the laws of a plan hold."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sorstudio.model.adopting import adopt
from sorstudio.model.errors import Refused
from sorstudio.model.invariants import violations
from sorstudio.model.plan import Plan
from sorstudio.model.records import NumberState, RecordKind
from sorstudio.model.replay import Fate, join, replay, take_back
from sorstudio.model.state import State, build_state
from sorstudio.model.timeline import Timeline
from tests.model.strategies import VERBS, change, fresh, place, some_days


class PlanMachine(RuleBasedStateMachine):
    """Acts, undo, redo and switching branches in any order."""

    @initialize()
    def open(self) -> None:
        self.plan: Plan = fresh()
        self.faults = violations_of(self.plan.timeline.plain())
        self.seen: dict[str | None, State] = {None: self.plan.state()}

    @rule(data=st.data(), verb=st.sampled_from(VERBS))
    def act(self, data: st.DataObject, verb: str) -> None:
        before = (self.plan.head, self.plan.state())
        try:
            self.plan.apply(change(data.draw, self.plan, verb))
        except Refused:
            assert (self.plan.head, self.plan.state()) == before
        else:
            self.seen[self.plan.head] = self.plan.state()

    @precondition(lambda self: self.plan.head is not None)
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        path = self.plan.journal.path()
        try:
            self.plan.apply(take_back(self.plan, path[data.draw(place(path))].id))
        except Refused:
            return
        self.seen[self.plan.head] = self.plan.state()

    @precondition(lambda self: self.plan.head is not None)
    @rule()
    def undo(self) -> None:
        self.plan.undo()

    @precondition(lambda self: self.plan.head is not None)
    @rule()
    def undo_everything(self) -> None:
        self.plan.undo(len(self.plan.journal.path()))
        assert self.plan.state() == fresh().state()

    @precondition(lambda self: self.plan.head in self.plan.journal.left)
    @rule()
    def redo(self) -> None:
        self.plan.redo()

    @rule(data=st.data())
    def switch(self, data: st.DataObject) -> None:
        places = [None, *self.plan.journal.changes]
        self.plan.go_to(places[data.draw(place(places))])

    @invariant()
    def the_same_place_is_the_same_state(self) -> None:
        assert self.plan.state() == self.seen[self.plan.head]

    @invariant()
    def every_day_is_a_valid_tree(self) -> None:
        for day in some_days():
            state = self.plan.state(day)
            assert violations_of(state) <= self.faults | violations_of(self.plan.timeline.plain(day))
            assert sum(1 for _ in state.walk()) == len(state.units)

    @invariant()
    def what_was_kept_is_what_would_be_computed(self) -> None:
        anew = Timeline(self.plan.baseline, self.plan.timeline.changes)
        for day in some_days():
            assert self.plan.state(day) == anew.state(day)
            assert anew.state(day) == build_state(
                (kind, record) for kind, table in anew.state(day).records.items() for record in table.values()
            )
        for kind, table in anew.state().records.items():
            for key in table:
                assert self.plan.timeline.start_of(kind, key) == anew.start_of(kind, key)

    @invariant()
    def a_unit_that_says_own_has_exactly_one_number(self) -> None:
        for day in some_days():
            state = self.plan.state(day)
            for unit in state.units.values():
                owned = state.owned.get((RecordKind.NUMBER, unit.key), ())
                assert len(owned) == (unit.number_state is NumberState.OWN)

    @invariant()
    def what_is_closed_stays_closed(self) -> None:
        last = self.plan.state()
        for day in some_days():
            for key, unit in self.plan.state(day).units.items():
                if unit.valid_to is not None and unit.valid_to <= day:
                    assert last.units[key].valid_to is not None

    @invariant()
    def replaying_on_the_own_baseline_gives_the_same(self) -> None:
        again = replay(self.plan.timeline.changes, Timeline(self.plan.baseline, ()))
        assert {outcome.fate for outcome in again.outcomes} <= {Fate.APPLIED}
        assert again.timeline.state() == self.plan.state()

    @invariant()
    def adopting_accounts_for_every_change(self) -> None:
        again = replace(self.plan.baseline, id="again")
        _, change, made = adopt(self.plan, again)
        assert tuple(outcome.change for outcome in made.outcomes) == self.plan.timeline.changes
        copy = self.plan.snapshot()
        copy.add_baseline(again)
        copy.apply(change)
        assert (copy.state(), copy.baseline) == (self.plan.state(), again)

    @invariant()
    def joining_ones_own_work_adds_nothing(self) -> None:
        change, made = join(self.plan, self.plan.timeline.changes)
        assert (change.carried, {outcome.fate for outcome in made.outcomes} <= {Fate.SKIPPED}) == ((), True)

    @invariant()
    def the_whole_journal_is_there(self) -> None:
        assert set(self.plan.journal.changes) | {None} == set(self.seen)


def violations_of(state: State) -> set[object]:
    """Every law that is broken anywhere."""
    return set(violations(state, ((RecordKind.UNIT, key) for key in state.units)))


TestPlanLaws = PlanMachine.TestCase
TestPlanLaws.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
