"""A random story of acts and gestures: Qt finds nothing wrong with the rows, and they are always the tree."""

from functools import partial

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from sorstudio.model.edits import closing, units
from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.branches import indented, outdented, stepped
from sorstudio.ui.outline.clip import tops
from sorstudio.ui.outline.model import OutlineModel
from sorstudio.ui.outline.rows import Draft
from sorstudio.ui.translate import Language, texts_in
from tests.model.outline import plan
from tests.ui.conftest import DRAWING

PLACES = st.integers(0, 40)


class Story(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.app = QApplication.instance() or QApplication([])
        self.editor = Editor(plan(DRAWING), texts_in(Language.DANISH))
        self.model = OutlineModel(self.editor)
        self.tester = QAbstractItemModelTester(self.model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    def unit(self, place: int) -> str:
        keys = list(self.editor.plan.state().units)
        return keys[place % len(keys)]

    @rule(place=PLACES, name=st.sampled_from(["Ny", "Æblehaven", "Team"]))
    def create(self, place: int, name: str) -> None:
        self.editor.do(partial(units.create, parent=self.unit(place), name=name))

    @rule(place=PLACES, name=st.sampled_from(["Engen", "Åkanden"]))
    def rename(self, place: int, name: str) -> None:
        self.editor.do(partial(units.rename, unit=self.unit(place), name=name))

    @rule(place=PLACES, goal=PLACES)
    def move(self, place: int, goal: int) -> None:
        self.editor.do(partial(units.move, units=[self.unit(place)], parent=self.unit(goal)))

    @rule(places=st.lists(PLACES, min_size=1, max_size=3), act=st.integers(0, 3))
    def arrange(self, places: list[int], act: int) -> None:
        make = (indented, outdented, partial(stepped, by=1), partial(stepped, by=-1))[act]
        keys = tops(self.editor.plan.state(), [self.unit(place) for place in places])
        self.editor.do(lambda found: make(found, keys))

    @rule(place=PLACES)
    def close(self, place: int) -> None:
        self.editor.do(partial(closing.close, unit=self.unit(place), with_below=True))

    @rule()
    def undo(self) -> None:
        self.editor.undo()

    @rule()
    def redo(self) -> None:
        self.editor.redo()

    @rule(place=PLACES, is_open=st.booleans())
    def fold(self, place: int, is_open: bool) -> None:
        self.model.set_open(self.unit(place), is_open)

    @rule(words=st.sampled_from(["", "team", "aa", "xyz"]))
    def filter(self, words: str) -> None:
        self.model.filter(words)

    @rule(show=st.booleans())
    def show_changes(self, show: bool) -> None:
        self.model.set_show_changes(show)

    @rule(place=PLACES)
    def begin(self, place: int) -> None:
        key = self.unit(place)
        self.model.begin_draft(Draft(key, self.model.state.units[key].parent or key))

    @rule()
    def withdraw(self) -> None:
        self.model.end_draft()

    @invariant()
    def the_rows_are_the_tree(self) -> None:
        keys, state = self.model.rows.keys, self.editor.plan.state()
        order = [unit.key for _, unit in state.walk()]
        shown = [key for row, key in enumerate(keys) if self.model.is_unit(row)]
        assert shown == [key for key in order if key in set(shown)]
        for row in range(self.model.rowCount()):
            if self.model.is_unit(row):
                assert self.model.depth(row) == state.level(keys[row]) - 1


TestStory = Story.TestCase
TestStory.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
