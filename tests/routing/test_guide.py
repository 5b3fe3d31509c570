"""Which questions are asked, and that every way through them leads to one advice."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.errors import Unusable
from sorstudio.routing.guide import next_question, settled, way, ways
from sorstudio.routing.guide_book import message_guide

GUIDE = message_guide()
MOST_QUESTIONS = 6


@dataclass(frozen=True)
class Agreed:
    """A local agreement, as a plan keeps one."""

    key: str = "a1"
    text: str = "Sådan gør vi"
    area: str | None = None
    message: str | None = None
    topic: str | None = None
    category: str | None = None
    answer_days: int | None = None


def test_the_first_question_is_who_sends() -> None:
    question = next_question(GUIDE, {})
    assert question is not None
    assert (question.key, [one.key for one in question.choices]) == ("sender", ["gp", "hospital", "municipality"])


def test_urgency_is_asked_before_what_it_is_about() -> None:
    assert [next_question(GUIDE, answers).key for answers in ({"sender": "gp"}, {"sender": "gp", "urgent": "no"})] == [  # type: ignore[union-attr]
        "urgent",
        "about",
    ]


def test_a_sender_is_offered_only_what_they_send() -> None:
    def offered(sender: str) -> set[str]:
        question = next_question(GUIDE, {"sender": sender, "urgent": "no"})
        return {one.key for one in question.choices} if question else set()

    assert "birth" in offered("hospital") - offered("gp")
    assert {"closing", "prescription", "move"} <= offered("municipality") - offered("hospital")


@given(st.data())
def test_any_valid_answers_lead_to_exactly_one_advice_in_few_questions(data: st.DataObject) -> None:
    answers: dict[str, str] = {}
    while (question := next_question(GUIDE, answers)) is not None:
        assert question.key not in answers
        answers[question.key] = data.draw(st.sampled_from([one.key for one in question.choices]))
    found = way(GUIDE, answers)
    assert found.leaf is not None
    assert found.answers == answers
    assert len(answers) <= MOST_QUESTIONS


@given(st.permutations(["sender", "urgent", "about", "level"]))
def test_the_order_of_the_answers_does_not_matter(order: list[str]) -> None:
    given_ = {"sender": "hospital", "urgent": "no", "about": "rehabilitation", "level": "general"}
    leaf = way(GUIDE, {key: given_[key] for key in order}).leaf
    assert leaf is not None
    assert leaf.key == "rehabilitation"


def test_every_advice_and_every_category_is_reached() -> None:
    found = list(ways(GUIDE))
    assert {one.leaf.key for one in found if one.leaf} == set(GUIDE.leaves)
    assert len(GUIDE.categories) == 18
    for sender in ("gp", "hospital", "municipality"):
        reached = {one.answers.get("category") for one in found if one.answers["sender"] == sender} - {None}
        assert reached == set(GUIDE.categories)


def test_an_answer_that_is_not_asked_for_on_the_way_does_not_count() -> None:
    found = way(GUIDE, {"sender": "hospital", "urgent": "no", "about": "birth", "phase": "needs"})
    assert found.answers == {"sender": "hospital", "urgent": "no", "about": "birth"}


def test_an_unknown_key_is_told_with_the_known_ones() -> None:
    with pytest.raises(Unusable) as refused:
        way(GUIDE, {"afsender": "gp"})
    assert refused.value.code == "guide.unknown_key"
    assert "sender" in str(refused.value.params["known"])


@pytest.mark.parametrize(
    "answers",
    [{"sender": "dentist"}, {"phase": "never"}, {"sender": "gp", "urgent": "no", "about": "birth"}],
)
def test_an_unknown_answer_is_told_also_where_only_this_sender_may_not_give_it(answers: dict[str, str]) -> None:
    with pytest.raises(Unusable) as refused:
        way(GUIDE, answers)
    assert refused.value.code == "guide.unknown_value"
    assert str(refused.value.params["value"]) not in str(refused.value.params["known"]).split(", ")


def test_an_agreed_topic_word_sets_the_category_however_it_is_typed() -> None:
    agreed = [Agreed(topic="Sår-pleje", category="nursing"), Agreed(topic="Andet ord")]
    answers = {"sender": "gp", "urgent": "no", "about": "other", "topic": "saar pleje"}
    assert settled(answers, agreed)["category"] == "nursing"
    assert next_question(GUIDE, answers, agreed) is None
    assert settled({**answers, "category": "medicine"}, agreed)["category"] == "medicine"
    assert next_question(GUIDE, answers) is not None
