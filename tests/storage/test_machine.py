"""A state machine plays user on a plan in a file: whenever it is closed and opened again, everything is as it was."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.resources import code_lists
from sorstudio.storage.plan_file import OpenPlan, create, open_plan, save_copy
from tests.model.outline import TODAY
from tests.model.strategies import VERBS, change, fresh, place, some_days


class FileMachine(RuleBasedStateMachine):
    """Acts, undo, redo, branches, closing, opening and copying in any order."""

    @initialize()
    def make(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="sorstudio-machine-"))
        path = self.folder / "plan.sorplan"
        self.opened: OpenPlan = create(path, fresh().baseline, code_lists(), today=TODAY, author="Test")

    @property
    def plan(self) -> Plan:
        return self.opened.plan

    @rule(data=st.data(), verb=st.sampled_from(VERBS))
    def act(self, data: st.DataObject, verb: str) -> None:
        with suppress(Refused):
            self.plan.apply(change(data.draw, self.plan, verb))

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

    @precondition(lambda self: self.plan.head is not None)
    @rule(name=st.sampled_from(["Plan A", "Plan B"]))
    def name(self, name: str) -> None:
        self.plan.name_branch(name)

    @rule()
    def close_and_open(self) -> None:
        before = self.plan
        self.opened.close()
        self.opened = open_plan(self.opened.path, code_lists(), today=TODAY, author="Test")
        assert (self.opened.read_only, self.opened.damage) == (False, ())
        assert_same(self.plan, before)

    @rule()
    def copy(self) -> None:
        target = self.folder / "kopi.sorplan"
        save_copy(self.opened, target, force=True)
        with open_plan(target, code_lists(), today=TODAY, author="Test") as copied:
            assert_same(copied.plan, self.plan)

    @invariant()
    def a_reader_sees_the_same(self) -> None:
        with open_plan(self.opened.path, code_lists(), today=TODAY, read_only=True) as reader:
            assert_same(reader.plan, self.plan)

    def teardown(self) -> None:
        if hasattr(self, "opened"):
            self.opened.close()
            shutil.rmtree(self.folder)


def assert_same(found: Plan, wanted: Plan) -> None:
    """Baseline, journal, place and the state of every day."""
    assert found.baselines == wanted.baselines
    assert list(found.journal.changes.items()) == list(wanted.journal.changes.items())
    assert (found.head, found.journal.left, found.journal.names) == (
        wanted.head,
        wanted.journal.left,
        wanted.journal.names,
    )
    assert all(found.state(day) == wanted.state(day) for day in some_days())


TestPlanFiles = FileMachine.TestCase
TestPlanFiles.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)
