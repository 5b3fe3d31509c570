"""What a sender asks: who receives this, in this municipality, on this day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sorstudio.model.areas import area_of_offer
from sorstudio.model.codes import CodeLists
from sorstudio.model.errors import Unusable
from sorstudio.model.message_types import MessageType
from sorstudio.model.naming import fold
from sorstudio.model.records import Offer, RecordKind
from sorstudio.model.state import State


class Sender(StrEnum):
    """Who writes to the municipality; a sender decides which message is meant where none is named."""

    GP = "gp"
    HOSPITAL = "hospital"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class Question:
    """An area, an offer or a message type, each by its code. Without a message the usual one of the sender is meant.

    `version` is the current one where it is None. Without a `day` everything planned has taken effect.
    """

    area: str | None = None
    offer: str | None = None
    message: str | None = None
    version: str | None = None
    sender: Sender | None = None
    day: date | None = None


def question(
    codes: CodeLists,
    state: State,
    *,
    area: str | None = None,
    offer: str | None = None,
    message: str | None = None,
    sender: str | None = None,
    day: date | None = None,
) -> Question:
    """A question in the words of a person, each by its code or its name; Unusable says what is not known."""
    if area is None and offer is None and message is None:
        raise Unusable("routing.ask_something")
    if sender is not None and sender not in list(Sender):
        raise Unusable("routing.unknown_sender", sender=sender, known=", ".join(Sender))
    found = _message(codes, message) if message is not None else None
    in_area = _area(codes, area) if area is not None else None
    for_offer = _offer(codes, state, offer) if offer is not None else None
    if in_area is not None and for_offer is not None:
        _check_belongs(codes, state, for_offer, in_area)
    return Question(
        area=in_area,
        offer=for_offer,
        message=found.code if found else None,
        version=found.version if found and message and _names_a_version(codes, message) else None,
        sender=Sender(sender) if sender is not None else None,
        day=day,
    )


def _area(codes: CodeLists, text: str) -> str:
    found = codes.area(text.strip()) or next((one for one in codes.areas if fold(text) in _names(one)), None)
    if found is None:
        raise Unusable("routing.unknown_area", area=text, known=", ".join(one.code for one in codes.areas))
    return found.code


def _offer(codes: CodeLists, state: State, text: str) -> str:
    wanted = text.strip()
    own = state.record(RecordKind.OFFER, wanted)
    if codes.offer(wanted) is not None or isinstance(own, Offer):
        return wanted
    named = [one.code for one in codes.offers if fold(wanted) in _names(one)]
    named += [one.key for one in state.offers() if fold(wanted) == fold(one.name)]
    if not named:
        raise Unusable("routing.unknown_offer", offer=text)
    return named[0]


def _check_belongs(codes: CodeLists, state: State, offer: str, area: str) -> None:
    """Refuse an offer of another area: the answer would be for one of them, and nobody could tell for which."""
    own = area_of_offer(codes, state, offer)
    if own not in ("", area):
        named = codes.offer(offer) or next((one.name for one in state.offers() if one.key == offer), offer)
        raise Unusable("routing.other_area", offer=named, area=codes.area(area), right=codes.area(own) or own)


def _names(one: object) -> tuple[str, ...]:
    names = (getattr(one, "name_da", ""), getattr(one, "name_en", ""))
    return tuple(fold(name) for name in names)


def _message(codes: CodeLists, text: str) -> MessageType:
    found = codes.message_type(text)
    if found is None:
        named = [one for one in codes.message_types if fold(text) in _names(one)]
        if not named:
            raise Unusable("routing.unknown_message", message=text)
        found = named[0]
    return found


def _names_a_version(codes: CodeLists, text: str) -> bool:
    return codes.messages.split(text)[1] is not None
