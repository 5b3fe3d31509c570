"""What the guide says of areas, message types and agreements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from sorstudio.model.codes import CodeLists
from sorstudio.model.message_types import MessageType
from sorstudio.model.records import Agreement
from sorstudio.routing.guide_advice import Advice
from sorstudio.ui.translate import tr


def area_names(areas: Sequence[str], codes: CodeLists, language: str) -> str:
    """Areas in words."""
    found = (codes.area(code) for code in areas)
    return ", ".join(one.name(language) for one in found if one is not None)


def named(message: MessageType, language: str) -> str:
    """A message type with code, version and name."""
    return f"{message.label} {message.name(language)}"


def not_this(advice: Advice, codes: CodeLists, language: str) -> Iterator[tuple[str, str]]:
    """What not to use, and why; types that are ruled out for the same reason stand together."""
    for (reason, areas), group in groupby(advice.not_this, key=lambda one: (one.reason, one.areas)):
        types = ", ".join(dict.fromkeys(one.message.code for one in group))
        where = tr("{types} to {areas}").format(types=types, areas=area_names(areas, codes, language))
        yield (where if areas else types), reason.name(language)


def agreement_detail(one: Agreement, codes: CodeLists, language: str) -> str:
    """What an agreement is about, in a line."""
    return " · ".join(_about(one, codes, language))


def topic_words(agreements: Sequence[Agreement], codes: CodeLists, language: str) -> dict[str, tuple[str, str]]:
    """The topic words that stand for a category, each as it is shown and with what it stands for."""
    found: dict[str, tuple[str, str]] = {}
    for one in agreements:
        category = codes.category(one.category or "")
        if one.topic and category is not None:
            stands_for = tr("agreed locally: {category}").format(category=category.name(language))
            found.setdefault(one.topic, (tr("“{topic}”").format(topic=one.topic), stands_for))
    return found


def _about(one: Agreement, codes: CodeLists, language: str) -> Iterator[str]:
    area = codes.area(one.area or "")
    yield area.name(language) if area is not None else tr("All areas")
    yield one.message or tr("all messages")
    category = codes.category(one.category or "")
    words = category.name(language) if category is not None else ""
    if one.topic:
        yield tr("topic “{topic}” means {category}").format(topic=one.topic, category=words) if words else one.topic
    elif words:
        yield words
    if one.answer_days is not None:
        days = tr("answer within {count} working days") if one.answer_days != 1 else tr("answer within 1 working day")
        yield days.format(count=one.answer_days)
