"""The message guide: which questions a sender is asked, and which advice the answers lead to.

The guide is data (resources/guide, read by `guide_book`); what an advice says in full is put together in
`guide_advice`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from sorstudio.model.errors import Unusable
from sorstudio.model.naming import Bilingual, fold

Answers = Mapping[str, str]
CATEGORY = "category"
"""The key of the question that the categories of a CareCommunication are the answers to."""
TOPIC = "topic"
"""A free answer that nobody asks for: the word in the heading, which a local agreement may map to a category."""


@dataclass(frozen=True, slots=True)
class Wording(Bilingual):
    """What the guide says, in both languages."""

    name_da: str
    name_en: str


class Channel(StrEnum):
    """How somebody is reached."""

    MESSAGE = "message"
    PHONE = "phone"
    WEB_SERVICE = "web_service"


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer; by sender the question that it leads to, or the advice. Senders in neither are not offered it."""

    key: str
    text: Wording
    ask: Answers
    advise: Answers

    def is_for(self, sender: str | None) -> bool:
        """Whether it is offered to a sender; None is a sender who has not been asked yet."""
        return sender is None or sender in self.ask or sender in self.advise


@dataclass(frozen=True, slots=True)
class GuideQuestion:
    """A question with the answers that it may have."""

    key: str
    text: Wording
    choices: tuple[Choice, ...]

    def choice(self, key: str) -> Choice | None:
        """One of the answers."""
        return next((one for one in self.choices if one.key == key), None)


@dataclass(frozen=True, slots=True)
class Category:
    """A category of a CareCommunication, with the areas it belongs to and what it demands."""

    key: str
    text: Wording
    areas: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Never:
    """Types that are not to be used, or not to be sent to these areas, and why."""

    key: str
    messages: tuple[str, ...]
    reason: Wording
    areas: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fallback:
    """Another type, and when it may be used."""

    message: str
    reason: Wording


@dataclass(frozen=True, slots=True)
class Leaf:
    """What the questions lead to; messages and areas are codes, and needs, never and sources are keys of the guide."""

    key: str
    text: Wording
    channel: Channel = Channel.MESSAGE
    message: str | None = None
    areas: tuple[str, ...] = ()
    is_by_category: bool = False
    needs: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    fallback: tuple[Fallback, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Guide:
    """The whole of it, by key. The first question is who sends."""

    questions: Mapping[str, GuideQuestion]
    leaves: Mapping[str, Leaf]
    categories: Mapping[str, Category]
    needs: Mapping[str, Wording]
    never: Mapping[str, Never]
    sources: Mapping[str, Wording]

    @property
    def first(self) -> GuideQuestion:
        """Who sends."""
        return next(iter(self.questions.values()))


class Agreed(Protocol):
    """A local agreement of a municipality; without area or message it holds for all of them."""

    @property
    def key(self) -> str:
        """What it is known by in the plan."""

    @property
    def text(self) -> str:
        """What has been agreed."""

    @property
    def area(self) -> str | None:
        """The code of an area."""

    @property
    def message(self) -> str | None:
        """The code of a message type."""

    @property
    def topic(self) -> str | None:
        """A word that is used in headings there."""

    @property
    def category(self) -> str | None:
        """The category that the topic word stands for."""

    @property
    def answer_days(self) -> int | None:
        """Within how many days there is an answer."""


@dataclass(frozen=True, slots=True)
class Step:
    """A question as it was put to this sender, and what was answered."""

    question: GuideQuestion
    choice: Choice


@dataclass(frozen=True, slots=True)
class Way:
    """How far the answers lead: to a question that is open, or to a leaf; one of the two, never both."""

    steps: tuple[Step, ...]
    open: GuideQuestion | None = None
    leaf: Leaf | None = None

    @property
    def answers(self) -> dict[str, str]:
        """The answers that counted, in the order in which they were asked for."""
        return {step.question.key: step.choice.key for step in self.steps}


def next_question(guide: Guide, answers: Answers, agreements: Sequence[Agreed] = ()) -> GuideQuestion | None:
    """What to ask now, with the answers open to this sender; None where the answers lead to an advice."""
    return way(guide, answers, agreements).open


def way(guide: Guide, answers: Answers, agreements: Sequence[Agreed] = ()) -> Way:
    """The questions in their order. Unusable names what is known, where a key or an answer is not.

    Answers may come in any order; those to questions that are not put on this way do not count.
    """
    _check(guide, answers)
    known = settled(answers, agreements)
    steps: tuple[Step, ...] = ()
    question = guide.first
    while True:
        asked = put_to(question, _sender(steps))
        value = known.get(asked.key)
        if value is None:
            return Way(steps, open=asked)
        choice = asked.choice(value)
        if choice is None:
            raise _unknown_value(asked, value)
        steps = (*steps, Step(asked, choice))
        sender = str(_sender(steps))
        if sender in choice.advise:
            return Way(steps, leaf=guide.leaves[choice.advise[sender]])
        question = guide.questions[choice.ask[sender]]


def ways(guide: Guide) -> Iterator[Way]:
    """Every way through the guide, from the first question to each leaf."""
    open_: list[dict[str, str]] = [{}]
    while open_:
        answers = open_.pop()
        found = way(guide, answers)
        if found.open is None:
            yield found
        else:
            open_.extend({**answers, found.open.key: one.key} for one in reversed(found.open.choices))


def put_to(question: GuideQuestion, sender: str | None) -> GuideQuestion:
    """The question with only the answers that this sender may give."""
    return replace(question, choices=tuple(one for one in question.choices if one.is_for(sender)))


def settled(answers: Answers, agreements: Sequence[Agreed]) -> Answers:
    """The answers, with the category that a topic word stands for by agreement where none is given."""
    topic = answers.get(TOPIC)
    if topic is None or CATEGORY in answers:
        return answers
    meant = (one.category for one in agreements if one.topic and one.category and fold(one.topic) == fold(topic))
    category = next(meant, None)
    return {**answers, CATEGORY: category} if category else answers


def _sender(steps: tuple[Step, ...]) -> str | None:
    return steps[0].choice.key if steps else None


def _check(guide: Guide, answers: Answers) -> None:
    for key, value in answers.items():
        if key == TOPIC:
            continue
        question = guide.questions.get(key)
        if question is None:
            raise Unusable("guide.unknown_key", key=key, known=", ".join((*guide.questions, TOPIC)))
        if question.choice(value) is None:
            raise _unknown_value(question, value)


def _unknown_value(question: GuideQuestion, value: str) -> Unusable:
    known = ", ".join(one.key for one in question.choices)
    return Unusable("guide.unknown_value", key=question.key, value=value, known=known)
