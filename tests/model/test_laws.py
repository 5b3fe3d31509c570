"""A state machine plays user: whatever is done, undone and redone, the laws of a plan hold."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sorstudio.model.errors import Refused
from sorstudio.model.invariants import violations
from sorstudio.model.plan import Plan
from sorstudio.model.records import RecordKind
from sorstudio.model.replay import Fate, replay
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
    @rule()
    def undo(self) -> None:
        self.plan.undo()

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

    @invariant()
    def replaying_on_the_own_baseline_gives_the_same(self) -> None:
        again = replay(self.plan.timeline.changes, Timeline(self.plan.baseline, ()))
        assert {outcome.fate for outcome in again.outcomes} <= {Fate.APPLIED}
        assert again.timeline.state() == self.plan.state()

    @invariant()
    def the_whole_journal_is_there(self) -> None:
        assert set(self.plan.journal.changes) | {None} == set(self.seen)


def violations_of(state: State) -> set[object]:
    """Every law that is broken anywhere."""
    return set(violations(state, ((RecordKind.UNIT, key) for key in state.units)))


TestPlanLaws = PlanMachine.TestCase
TestPlanLaws.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
