"""The guides as they are written: whole, in both languages, and with what the program knows."""

from sorstudio.requests.guides.guide import Sort, guides
from sorstudio.rules.rulebook import core_rules
from sorstudio.ui.actions import all_acts


def test_each_guide_is_in_the_menu_with_the_same_icon() -> None:
    acts = {act.name: act.icon for act in all_acts() if act.name.startswith("guide_")}
    assert acts == {f"guide_{name}": one.icon for name, one in guides().items()}


def test_every_text_is_there_in_both_languages() -> None:
    for one in guides().values():
        questions = [question for step in one.steps for question in step.questions]
        texts = [one.title, one.about, one.verb, *(step.title for step in one.steps)]
        texts += [question.words for question in questions]
        texts += [words for question in questions for words in question.choices.values()]
        assert all(words.name_da.strip() and words.name_en.strip() for words in texts)


def test_a_guide_takes_two_to_four_steps_and_ends_with_the_day() -> None:
    for one in guides().values():
        assert 2 <= len(one.steps) <= 4
        assert one.question("day") in one.steps[-1].questions
        assert one.question("day").sort is Sort.DAY


def test_the_rules_that_call_for_a_guide_are_in_the_book() -> None:
    known = set(core_rules().entries)
    assert set().union(*(one.rules for one in guides().values())) <= known
