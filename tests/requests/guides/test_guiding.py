"""Going through a guide: what is asked, what it comes to, and what it never leaves untold."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.change import Change
from sorstudio.model.edits.acts import change_for, parse_act
from sorstudio.model.errors import Refused
from sorstudio.model.impact import impact
from sorstudio.model.inherit import number_at
from sorstudio.model.plan import Plan
from sorstudio.requests.guides.guide import Sort, guides
from sorstudio.requests.guides.guiding import Guiding
from tests.model.outline import drawing
from tests.requests.guides.kit import asked, done, guiding, municipality
from tests.requests.plans import DANISH, ENGLISH


def test_the_last_step_asks_the_day_with_the_working_date() -> None:
    plan = municipality()
    found = Guiding(plan, "close", [next(iter(plan.state().units))])
    assert found.answer("day") == plan.working_date.isoformat()


def test_the_earliest_day_is_that_of_the_slowest_part() -> None:
    plan = municipality()
    assert guiding(plan, "number", "Syd").earliest() == date(2026, 12, 7)
    assert guiding(plan, "split", "Hjemmepleje", name1="A", name2="B").earliest() == date(2026, 11, 30)
    assert guiding(plan, "close", "Syd").earliest() == plan.today
    assert guiding(plan, "split", "Hjemmepleje").earliest() is None


def test_a_question_that_must_be_answered_refuses_the_change_in_words() -> None:
    plan = municipality()
    with pytest.raises(Refused) as refused:
        guiding(plan, "move", "Træning").change(plan)
    assert DANISH.sentence(refused.value.code, refused.value.params) == "Svar først på: Hvor skal Træning hen?"
    assert ENGLISH.sentence(refused.value.code, refused.value.params) == "Answer first: Where does Træning go?"


def test_an_answer_that_can_no_longer_be_chosen_is_forgotten() -> None:
    plan = municipality()
    found = guiding(plan, "merge", "Hjemmepleje", other="Birkehjemmet", number="Bosted")
    assert found.answer("number") != "Bosted"
    assert "number" in asked(found)


def test_the_words_have_what_they_are_about() -> None:
    plan = municipality()
    (put,) = [one for one in guiding(plan, "close", "Birkehjemmet").questions(0) if one.name == "below"]
    assert put.words(DANISH) == "Enheder under Birkehjemmet: 1. Hvad sker der med dem?"
    assert [words for words, _ in put.options(ENGLISH)] == ["They close the same day", "They move"]


@st.composite
def answered(draw: st.DrawFn) -> tuple[Plan, Guiding]:
    """Any guide for any unit, with any answers that its fields let one give."""
    plan = municipality()
    keys = list(plan.state().units)
    name = draw(st.sampled_from(sorted(guides())))
    found = Guiding(plan, name, draw(st.lists(st.sampled_from(keys), min_size=1, max_size=2, unique=True)))
    for at in range(len(found.guide.steps)):
        for put in found.questions(at):
            found.give(put.name, draw(_answers(put.question.sort, [one.value for one in put.asked.options], keys)))
    return plan, found


def _answers(sort: Sort, options: list[str], keys: list[str]) -> st.SearchStrategy[str]:
    if sort in (Sort.CHOICE, Sort.SHARE):
        return st.sampled_from(options or [""])
    if sort is Sort.DAY:
        return st.sampled_from(["2026-11-24", "2026-12-24", "2027-06-01"])
    names = st.sampled_from(["", "Nyt hus", "Andet hus"])
    return st.sampled_from(["", *keys]) if sort is Sort.UNIT else names | st.sampled_from(keys)


def change_or_why(found: Guiding, plan: Plan) -> Change | str:
    """The change, or the code of the reason why it cannot be."""
    try:
        return found.change(plan)
    except Refused as refused:
        return refused.code


@given(answered())
def test_a_guide_is_refused_in_words_or_tells_all_that_lose_their_number(case: tuple[Plan, Guiding]) -> None:
    plan, found = case
    before, old = drawing(plan), plan.state()
    change = change_or_why(found, plan)
    if isinstance(change, str):
        assert DANISH.has(change)
        return
    told = {unit for one in impact(plan, change).consequences for unit in one.units}
    other = plan.snapshot()
    other.apply(change_for(other, parse_act(found.act()), {}))
    plan.apply(change)
    new = plan.state()
    assert drawing(other) == drawing(plan)
    for key in old.units:
        was, now = number_at(old, key), number_at(new, key)
        assert was is None or (now is not None and now.key == was.key) or key in told
    plan.undo()
    assert drawing(plan) == before


def test_a_guide_is_one_step_of_the_history() -> None:
    plan = municipality()
    before = len(plan.journal.path())
    done(guiding(plan, "close", "Birkehjemmet", successor="Lindehjemmet", number="successor"), plan)
    assert len(plan.journal.path()) == before + 1
