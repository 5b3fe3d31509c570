"""What stands around one unit: parent, children, who gives its number and who uses it, offers, and what it receives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sorstudio.model.codes import CodeLists
from sorstudio.model.inherit import inheritors, number_at, number_giver
from sorstudio.model.plan import Plan
from sorstudio.model.records import Direction
from sorstudio.model.state import State
from sorstudio.model.texts import Texts

_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Incoming:
    """A message type that reaches the unit, and who usually sends it, in words."""

    message: str
    senders: str


@dataclass(frozen=True)
class Nearby:
    """Units by key; the rest in words. `giver` is another unit, never the unit itself."""

    unit: str
    parent: str | None
    children: tuple[str, ...]
    giver: str | None
    users: tuple[str, ...]
    offers: tuple[str, ...]
    incoming: tuple[Incoming, ...]
    messages_known: bool


def nearby(plan: Plan, texts: Texts, key: str) -> Nearby:
    """Read it off the plan as it stands."""
    state = plan.shown()
    giver, number = number_giver(state, key), number_at(state, key)
    return Nearby(
        unit=key,
        parent=state.units[key].parent,
        children=tuple(child for child in state.children(key) if state.units[child].valid_to is None),
        giver=giver if giver != key else None,
        users=inheritors(state, key),
        offers=tuple(_offer(plan.codes, state, one.offer, texts.language) for one in state.placements(key)),
        incoming=tuple(_incoming(plan.codes, texts, state, number.key)) if number is not None else (),
        messages_known=number is None or number.messages_known,
    )


def _offer(codes: CodeLists, state: State, code: str, language: str) -> str:
    found = codes.offer(code)
    if found is not None:
        return found.name(language)
    return next((own.name for own in state.offers() if own.key == code), code)


def _incoming(codes: CodeLists, texts: Texts, state: State, number: str) -> Iterable[Incoming]:
    for one in state.capabilities(number):
        if one.direction is Direction.IN:
            message = codes.message_type(one.type, one.version)
            name = f"{message.name(texts.language)} · {message.label}" if message is not None else one.type
            yield Incoming(name, senders_in_words(message.sender if message is not None else "", texts))


def senders_in_words(senders: str, texts: Texts) -> str:
    """The catalogue's senders, divided by semicolons, in the language of the window."""
    return ", ".join(texts.sentence(sender_code(one)) for one in senders.split(";") if one.strip())


def sender_code(sender: str) -> str:
    """The code of a sender's words in the texts."""
    return f"picture.from.{_NOT_A_WORD.sub('_', sender.casefold()).strip('_')}"
