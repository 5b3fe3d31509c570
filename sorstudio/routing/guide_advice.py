"""What the guide answers: the standard with its version, where it goes, what goes with it, and what not to use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sorstudio.model.codes import CodeLists
from sorstudio.model.errors import Unusable
from sorstudio.model.message_types import MessageType
from sorstudio.model.naming import fold
from sorstudio.routing.guide import (
    CATEGORY,
    TOPIC,
    Agreed,
    Answers,
    Category,
    Channel,
    Guide,
    Leaf,
    Step,
    Way,
    Wording,
    settled,
    way,
    ways,
)
from sorstudio.routing.question import Sender


@dataclass(frozen=True, slots=True)
class NotThis:
    """A type not to use and why; with areas it is right as such and must not go there."""

    message: MessageType
    reason: Wording
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Instead:
    """Another type and when it may be used."""

    message: MessageType
    reason: Wording


@dataclass(frozen=True, slots=True)
class Advice:
    """The answer of the guide. Areas are codes, the nearest first; none where a municipality sends."""

    leaf: str
    channel: Channel
    message: MessageType | None
    areas: tuple[str, ...]
    category: Category | None
    topic: str | None
    explanation: Wording
    must_have: tuple[Wording, ...]
    follows: tuple[MessageType, ...]
    fallback: tuple[Instead, ...]
    not_this: tuple[NotThis, ...]
    sources: Mapping[str, Wording] = field(hash=False)
    agreements: tuple[Agreed, ...]
    steps: tuple[Step, ...]

    @property
    def area(self) -> str | None:
        """Where it goes as a rule."""
        return self.areas[0] if self.areas else None

    @property
    def answers(self) -> dict[str, str]:
        """The answers that led here."""
        given = {step.question.key: step.choice.key for step in self.steps}
        return {**given, TOPIC: self.topic} if self.topic else given


def result(guide: Guide, answers: Answers, codes: CodeLists, agreements: Sequence[Agreed] = ()) -> Advice:
    """What the answers lead to. Unusable where a question is still open, or an answer is not known."""
    found = way(guide, answers, agreements)
    if found.leaf is None:
        raise Unusable("guide.open", key=found.open.key if found.open else "")
    return _advice(guide, found, found.leaf, codes, (answers.get(TOPIC), agreements))


def leaves(guide: Guide, codes: CodeLists) -> Iterator[Advice]:
    """Everything that the guide can answer, once for each way to it."""
    for found in ways(guide):
        if found.leaf is not None:
            yield _advice(guide, found, found.leaf, codes, (None, ()))


def _advice(
    guide: Guide, found: Way, leaf: Leaf, codes: CodeLists, local: tuple[str | None, Sequence[Agreed]]
) -> Advice:
    category = guide.categories.get(found.answers.get(CATEGORY, "")) if leaf.is_by_category else None
    areas = _areas(leaf, category, sender=found.steps[0].choice.key)
    topic = local[0] if category else None
    needs = (*leaf.needs, *(category.needs if category else ()))
    return Advice(
        leaf=leaf.key,
        channel=leaf.channel,
        message=message(codes, leaf.message) if leaf.message else None,
        areas=areas,
        category=category,
        topic=topic,
        explanation=leaf.text,
        must_have=tuple(guide.needs[one] for one in needs),
        follows=tuple(message(codes, one) for one in leaf.follows),
        fallback=tuple(Instead(message(codes, one.message), one.reason) for one in leaf.fallback),
        not_this=tuple(_not_this(guide, leaf, codes)),
        sources={key: guide.sources[key] for key in leaf.sources},
        agreements=tuple(one for one in local[1] if _fits(one, leaf, areas, category, topic)),
        steps=found.steps,
    )


def message(codes: CodeLists, code: str) -> MessageType:
    """A type in its current version; the guide was checked against the lists when it was read."""
    found = codes.message_type(code)
    if found is None:
        raise ValueError(f"no message type {code}")
    return found


def _areas(leaf: Leaf, category: Category | None, sender: str) -> tuple[str, ...]:
    """A municipality writes to doctors and hospitals, where no area of its own is the receiver."""
    if sender == Sender.MUNICIPALITY:
        return ()
    return category.areas if category else leaf.areas


def _not_this(guide: Guide, leaf: Leaf, codes: CodeLists) -> Iterator[NotThis]:
    for key in leaf.never:
        one = guide.never[key]
        yield from (NotThis(message(codes, code), one.reason, one.areas) for code in one.messages)


def _fits(one: Agreed, leaf: Leaf, areas: tuple[str, ...], category: Category | None, topic: str | None) -> bool:
    types = {leaf.message, *(other.message for other in leaf.fallback)}
    by_place = one.area is None or one.area in areas
    by_type = one.message is None or one.message in types
    return by_place and by_type and _is_about(one, category, topic)


def _is_about(one: Agreed, category: Category | None, topic: str | None) -> bool:
    """Whether what is agreed for a category or a topic word is about this letter."""
    if category is None:
        return one.category is None and one.topic is None
    by_category = one.category is None or one.category == category.key
    return by_category and (one.topic is None or topic is None or fold(one.topic) == fold(topic))


def unused(found: Way, answers: Answers, agreements: Sequence[Agreed] = ()) -> tuple[str, ...]:
    """The keys of answers that were not asked for on the way."""
    is_categorised = found.leaf is not None and found.leaf.is_by_category
    counted = {*found.answers, *([TOPIC] if is_categorised else ())}
    return tuple(key for key in settled(answers, agreements) if key not in counted)
