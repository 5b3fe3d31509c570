"""The index that is kept while the tree is edited is always the one that would be made anew."""

from functools import partial

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from PySide6.QtWidgets import QApplication

from sorstudio.model.edits import closing, numbers, units
from sorstudio.model.plan import Plan
from sorstudio.model.records import NumberState
from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.filtering import UnitTexts
from sorstudio.ui.outline.folding import Folding
from sorstudio.ui.outline.index import OutlineIndex
from sorstudio.ui.outline.model import OutlineModel
from sorstudio.ui.outline.rows import NO_GHOSTS, visible_rows
from sorstudio.ui.translate import Language, texts_in
from tests.model.outline import gln, key, plan
from tests.ui.conftest import DRAWING

PLACES = st.integers(0, 40)
WORDS = ("t", "te", "team", "aa", "den", "plejehjem", gln(20)[-4:], "ny lille", "lille ny")


def everything(_key: str) -> bool:
    return True


def test_it_is_made_in_slices_and_then_says_that_it_is(small: Plan) -> None:
    index = OutlineIndex(small.state(), everything, NO_GHOSTS, UnitTexts(small.state()))
    slices = 0
    while index.make_some(0):
        slices += 1
        assert not index.is_ready()
    assert index.is_ready()
    assert slices >= 1


def test_whoever_cannot_wait_gets_it_at_once(small: Plan) -> None:
    index = OutlineIndex(small.state(), everything, NO_GHOSTS, UnitTexts(small.state()))
    index.make_some(0)
    assert index.rows("birk").keys[-1] == key(small, "Team Birk")


def test_an_edit_while_it_is_made_is_found(small: Plan) -> None:
    texts, unit = UnitTexts(small.state()), key(small, "Åkanden")
    index = OutlineIndex(small.state(), everything, NO_GHOSTS, texts)
    index.make_some(0)
    small.apply(units.rename(small, unit, "Engen"))
    texts.stand_on(small.state(), [unit])
    index.note([unit])
    assert index.rows("engen").keys[-1] == unit
    assert index.rows("åkanden").keys == []


def test_a_new_name_keeps_the_index_and_a_new_place_does_not(small: Plan) -> None:
    model = OutlineModel(editor := Editor(small, texts_in(Language.DANISH)))
    index = model.folding.index
    index.whole()
    editor.do(partial(units.rename, unit=key(small, "Åkanden"), name="Engen"))
    assert model.folding.index is index
    editor.do(partial(units.move, units=[key(small, "Engen")], parent=key(small, "Sundhed")))
    assert model.folding.index is not index


class Edited(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.app = QApplication.instance() or QApplication([])
        self.editor = Editor(plan(DRAWING), texts_in(Language.DANISH))
        self.model = OutlineModel(self.editor)

    def unit(self, place: int) -> str:
        keys = list(self.editor.state().units)
        return keys[place % len(keys)]

    @rule(seconds=st.sampled_from([0.0, 1.0]))
    def warm(self, seconds: float) -> None:
        self.model.folding.index.make_some(seconds)

    @rule(place=PLACES, name=st.sampled_from(["Ny", "Lille ny", "Team"]))
    def create(self, place: int, name: str) -> None:
        self.editor.do(partial(units.create, parent=self.unit(place), name=name))

    @rule(place=PLACES, name=st.sampled_from(["Engen", "Åkanden", "Ny lille", "Team å"]))
    def rename(self, place: int, name: str) -> None:
        self.editor.do(partial(units.rename, unit=self.unit(place), name=name))

    @rule(place=PLACES)
    def set_type(self, place: int) -> None:
        self.editor.do(partial(units.set_unit_type, unit=self.unit(place), unit_type="plejehjem"))

    @rule(place=PLACES)
    def order(self, place: int) -> None:
        self.editor.do(partial(numbers.order_location_number, unit=self.unit(place)))

    @rule(place=PLACES, number=st.integers(20, 23))
    def set_number(self, place: int, number: int) -> None:
        self.editor.do(
            partial(numbers.set_location_number, unit=self.unit(place), state=NumberState.OWN, gln=gln(number))
        )

    @rule(place=PLACES, goal=PLACES)
    def move(self, place: int, goal: int) -> None:
        self.editor.do(partial(units.move, units=[self.unit(place)], parent=self.unit(goal)))

    @rule(place=PLACES)
    def close(self, place: int) -> None:
        self.editor.do(partial(closing.close, unit=self.unit(place), with_below=True))

    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            self.editor.undo()

    @rule()
    def redo(self) -> None:
        self.editor.redo()

    @rule(is_there=st.booleans())
    def look_at_a_day(self, is_there: bool) -> None:
        self.editor.show_day(self.editor.plan.baseline.day if is_there else None)

    @rule(show=st.booleans(), closed=st.booleans())
    def show(self, show: bool, closed: bool) -> None:
        self.model.set_show_changes(show)
        self.model.set_show_closed(closed)

    @rule(words=st.sampled_from(WORDS))
    def type(self, words: str) -> None:
        self.model.filter(words)

    @rule(place=PLACES, is_open=st.booleans())
    def fold(self, place: int, is_open: bool) -> None:
        self.model.set_open(self.unit(place), is_open)

    @invariant()
    def it_is_the_one_made_anew(self) -> None:
        kept = self.model.folding
        anew = Folding(kept.state, kept.day, kept.changes, self.editor.plan.codes)
        anew.show_closed = kept.show_closed
        anew.set_ghosts(kept.ghosts)
        assert kept.shown_count() == anew.shown_count()
        if not kept.index.is_ready():
            return
        whole = kept.index.whole()
        assert whole.rows == anew.index.whole().rows
        assert whole.under(kept.opened).keys == visible_rows(kept.state, kept.opened, kept.is_shown, kept.ghosts).keys
        for words in WORDS:
            assert kept.index.rows(words).keys == anew.index.rows(words).keys


TestEdited = Edited.TestCase
TestEdited.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)
