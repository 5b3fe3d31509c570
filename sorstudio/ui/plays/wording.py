"""What a play asks and what it expects, in words."""

from __future__ import annotations

from collections.abc import Iterator

from sorstudio.model.codes import CodeLists
from sorstudio.model.records import Play
from sorstudio.model.texts import Texts
from sorstudio.routing.plays import Outcome, question_of
from sorstudio.routing.question import Question, Sender
from sorstudio.ui.days import short_day
from sorstudio.ui.routes.subjects import AREA, OFFER, subject, subject_name
from sorstudio.ui.translate import tr


def asked_words(outcome: Outcome, codes: CodeLists, texts: Texts) -> str:
    """Who sends what about which task, on which day."""
    return " · ".join(_asked(question_of(outcome.play), outcome, codes, texts))


def expected_words(outcome: Outcome, codes: CodeLists, texts: Texts) -> str:
    """Who is to receive it, or the reason why nobody is to."""
    play = outcome.play
    if play.reason:
        reason = texts.sentence(f"routing.reason.{play.reason}")
        return tr("It is not to arrive. {reason}").format(reason=reason)
    types = tr(" or ").join(outcome.types)
    if isinstance(play, Play) and play.unit:
        unit = outcome.state.units.get(play.unit)
        name = unit.name if unit is not None else play.unit
        words = tr("“{unit}” receives {types}.") if types else tr("“{unit}” receives it.")
        return words.format(unit=name, types=types)
    at = codes.area((None if isinstance(play, Play) else play.at) or "")
    if at is None:
        return tr("Somebody receives {types}.").format(types=types) if types else tr("Somebody receives it.")
    return tr("A unit of “{area}” receives {types}.").format(area=at.name(texts.language), types=types)


def sender_name(sender: Sender) -> str:
    """A kind of sender."""
    names = {
        Sender.GP: tr("General practice"),
        Sender.HOSPITAL: tr("Hospital"),
        Sender.MUNICIPALITY: tr("Municipality"),
    }
    return names[sender]


def _asked(asked: Question, outcome: Outcome, codes: CodeLists, texts: Texts) -> Iterator[str]:
    if asked.sender is not None:
        yield sender_name(asked.sender)
    chosen = subject(AREA, asked.area or "") or subject(OFFER, asked.offer or "")
    about = subject_name(codes, outcome.state, chosen, texts.language)
    if about:
        yield about
    known = codes.message_type(asked.message or "", asked.version)
    yield f"{known.label} {known.name(texts.language)}" if known is not None else tr("the usual message")
    if asked.day is not None:
        yield short_day(asked.day, texts.language)
