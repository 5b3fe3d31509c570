"""The message guide on the command line: the next question, the advice, or all of it for print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sorstudio import resources
from sorstudio.cli.options import FormatOption, sound_text
from sorstudio.cli.printing import aligned
from sorstudio.cli.session import Format, Json, Session, print_json, session_of
from sorstudio.model.errors import Unusable

if TYPE_CHECKING:
    from sorstudio.model.message_types import MessageType
    from sorstudio.routing.guide import Agreed, GuideQuestion, Way
    from sorstudio.routing.guide_advice import Advice


def guide(
    context: typer.Context,
    answer: Annotated[list[str] | None, typer.Option("--answer", help="cli.help.guide_answer", metavar="KEY=X")] = None,
    plan: Annotated[Path | None, typer.Option("--plan", help="cli.help.guide_plan", metavar="PLAN")] = None,
    every: Annotated[bool, typer.Option("--all", help="cli.help.guide_all")] = False,
    output: FormatOption = Format.TEXT,
) -> None:
    """The next question with its answers, or the advice that the answers lead to."""
    from sorstudio.routing.guide import way
    from sorstudio.routing.guide_advice import result, unused
    from sorstudio.routing.guide_book import message_guide

    session = session_of(context)
    answers = parse_answers(answer or ())
    agreements = _agreements(session, plan)
    if every:
        _show_all(session, output)
        return
    found = way(message_guide(), answers, agreements)
    if found.open is not None:
        _show_question(session, found, found.open, output)
        return
    for key in unused(found, answers, agreements):
        session.warn("cli.guide.unused", key=key)
    advice = result(message_guide(), answers, resources.code_lists(), agreements)
    if output is Format.JSON:
        print_json(advice_json(advice, session))
    else:
        print("\n".join(advice_lines(advice, session)))


def parse_answers(pairs: Sequence[str]) -> dict[str, str]:
    """KEY=X pairs; two answers to one question are one too many."""
    found: dict[str, str] = {}
    for pair in pairs:
        key, sign, value = (part.strip() for part in sound_text(pair).partition("="))
        if not (sign and key and value):
            raise Unusable("cli.guide.pair", text=pair)
        if found.get(key, value) != value:
            raise Unusable("cli.guide.twice", key=key)
        found[key] = value
    return found


def advice_json(advice: Advice, session: Session) -> dict[str, Json]:
    """An advice for programs; what is about a message type is null where the answer is to phone."""
    language = session.texts.language
    message = advice.message
    return {
        "message_type": message.code if message else None,
        "version": message.version if message else None,
        "name": message.name(language) if message else None,
        "area": advice.area,
        "areas": list(advice.areas),
        "category": advice.category.key if advice.category else None,
        "topic": advice.topic,
        "channel": advice.channel.value,
        "must_have": [one.name(language) for one in advice.must_have],
        "follows": [one.code for one in advice.follows],
        "fallback": [
            {"message_type": one.message.code, "version": one.message.version, "reason": one.reason.name(language)}
            for one in advice.fallback
        ],
        "not_this": [
            {"message_type": one.message.code, "areas": list(one.areas), "reason": one.reason.name(language)}
            for one in advice.not_this
        ],
        "sources": [f"{key}: {one.name(language)}" for key, one in advice.sources.items()],
        "agreements": [_agreement_json(one) for one in advice.agreements],
        "explanation": advice.explanation.name(language),
        "answers": dict(advice.answers),
    }


def advice_lines(advice: Advice, session: Session) -> Iterator[str]:
    """An advice for people."""
    language = session.texts.language
    yield _standard(advice, session)
    yield advice.explanation.name(language)
    if advice.areas:
        yield session.words("cli.guide.areas", areas=_area_names(advice.areas, session))
    if advice.category:
        category = advice.category
        yield session.words("cli.guide.category", name=category.text.name(language), key=category.key)
    if advice.topic:
        yield session.words("cli.guide.topic", topic=advice.topic)
    yield from _list(session, "must_have", (one.name(language) for one in advice.must_have))
    if advice.follows:
        yield session.words("cli.guide.follows", types=", ".join(_named(one, session) for one in advice.follows))
    yield from _list(
        session, "fallback", (f"{one.message.label}: {one.reason.name(language)}" for one in advice.fallback)
    )
    yield from _list(session, "not_this", _not_this(advice, session))
    yield from _list(session, "agreements", (_agreement(one, session) for one in advice.agreements))
    yield session.words("cli.guide.sources", sources="; ".join(one.name(language) for one in advice.sources.values()))


def _agreements(session: Session, plan: Path | None) -> Sequence[Agreed]:
    if plan is None:
        return ()
    with session.read(plan) as opened:
        return opened.plan.state().agreements()


def _show_question(session: Session, found: Way, question: GuideQuestion, output: Format) -> None:
    language = session.texts.language
    if output is Format.JSON:
        choices: list[Json] = [{"key": one.key, "text": one.text.name(language)} for one in question.choices]
        asked: Json = {"key": question.key, "text": question.text.name(language), "answers": choices}
        print_json({"question": asked, "answers": found.answers})
        return
    print(question.text.name(language))
    answers = [(f"  --answer {question.key}={one.key}", one.text.name(language)) for one in question.choices]
    print("\n".join(aligned(answers)))


def _show_all(session: Session, output: Format) -> None:
    """Each advice once for each category, whoever sends and whichever way leads to it."""
    from sorstudio.routing.guide_advice import leaves
    from sorstudio.routing.guide_book import message_guide

    found = list(leaves(message_guide(), resources.code_lists()))
    if output is Format.JSON:
        print_json([advice_json(one, session) for one in found])
        return
    groups: dict[tuple[str, str], list[Advice]] = {}
    for one in found:
        groups.setdefault((one.leaf, one.category.key if one.category else ""), []).append(one)
    heads = tuple(session.words(f"cli.guide.head.{name}") for name in ("sender", "about", "standard", "areas"))
    rows = [(*_who_and_what(group, session), *_standard_and_areas(group, session)) for group in groups.values()]
    print("\n".join(aligned([heads, *rows])))


def _who_and_what(group: Sequence[Advice], session: Session) -> tuple[str, str]:
    """The senders, and what the last of the questions was and how it was answered."""
    senders = dict.fromkeys(one.steps[0].choice.key for one in group)
    last = group[0].steps[-1]
    question, choice = (words.name(session.texts.language) for words in (last.question.text, last.choice.text))
    return ", ".join(session.words(f"cli.guide.sender.{one}") for one in senders), f"{question} {choice}"


def _standard_and_areas(group: Sequence[Advice], session: Session) -> tuple[str, str]:
    areas = dict.fromkeys(area for one in group for area in one.areas)
    first = group[0]
    label = first.message.label if first.message else session.words("cli.guide.phone")
    return label, ", ".join(areas)


def _standard(advice: Advice, session: Session) -> str:
    return _named(advice.message, session) if advice.message else session.words("cli.guide.phone")


def _named(message: MessageType, session: Session) -> str:
    return f"{message.label} {message.name(session.texts.language)}"


def _area_names(areas: Sequence[str], session: Session) -> str:
    codes = resources.code_lists()
    found = (codes.area(code) for code in areas)
    return ", ".join(one.name(session.texts.language) for one in found if one)


def _not_this(advice: Advice, session: Session) -> Iterator[str]:
    """Types that are not to be used for the same reason stand together."""
    for (reason, areas), group in groupby(advice.not_this, key=lambda one: (one.reason, one.areas)):
        types = ", ".join(one.message.code for one in group)
        where = session.words("cli.guide.to_areas", areas=_area_names(areas, session)) if areas else ""
        yield f"{types}{where}: {reason.name(session.texts.language)}"


def _list(session: Session, name: str, lines: Iterable[str]) -> Iterator[str]:
    """A heading and what stands under it, or nothing."""
    told = [f"  - {line}" for line in lines]
    if told:
        yield session.words(f"cli.guide.{name}")
        yield from told


def _agreement(one: Agreed, session: Session) -> str:
    days = session.words("cli.guide.days", count=one.answer_days) if one.answer_days is not None else ""
    topic = session.words("cli.guide.topic_word", topic=one.topic) if one.topic else ""
    return " ".join(part for part in (one.text, topic, days) if part)


def _agreement_json(one: Agreed) -> Json:
    names = ("key", "text", "area", "message", "topic", "category", "answer_days")
    return {name: getattr(one, name) for name in names}
