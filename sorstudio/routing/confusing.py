"""What a sender easily picks instead of the receiver: names that look alike, or say the same word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from sorstudio.model.naming import fold
from sorstudio.routing.answer import Answer
from sorstudio.routing.directory import Directory

MOST = 5
_ALIKE = 82
"""Of rapidfuzz's hundred; below it names share a word only."""


class Lure(StrEnum):
    """Why a sender could take this unit for the receiver."""

    SAME_NAME = "same_name"
    TAKES_TYPE = "takes_type"
    SAME_WORD = "same_word"
    LOOKS_ALIKE = "looks_alike"


@dataclass(frozen=True, slots=True)
class Confusion:
    """A unit that is not the receiver and easily taken for it. `gln` is the number there, None for none."""

    unit: str
    lure: Lure
    gln: str | None
    takes: bool
    """Whether that number takes the message, so that it arrives at the wrong place without an error."""
    is_unknown: bool = False
    """The register file does not say whether there is a number."""


def confusions(directory: Directory, answer: Answer) -> tuple[Confusion, ...]:
    """At most five units, those first where the message would arrive and lie."""
    found: dict[str, Confusion] = {}
    for unit, lure in _lures(directory, answer):
        if unit not in found:
            found[unit] = _confusion(directory, answer, unit, lure)
    order = list(Lure)
    ranked = sorted(found.values(), key=lambda one: (not one.takes, order.index(one.lure)))
    return tuple(ranked[:MOST])


def _lures(directory: Directory, answer: Answer) -> Iterator[tuple[str, Lure]]:
    right = _right_units(directory, answer)
    name = _name_looked_for(directory, answer)
    names = {key: fold(directory.state.units[key].name) for key in directory.places if key not in right}
    for key, text in names.items():
        if text == name:
            yield key, Lure.SAME_NAME
    type_ = answer.receiver.type if answer.receiver else next(iter(answer.types), "")
    if type_ not in directory.book.correspondence:
        for key in directory.takers.get(type_, ()):
            if key not in right:
                yield key, Lure.TAKES_TYPE
    if answer.area is not None:
        named = (key for _, keys in directory.area(answer.area).by_ground.items() for key in keys)
        for key in named:
            if key not in right and answer.area in directory.codes.area_names.find(directory.state.units[key].name):
                yield key, Lure.SAME_WORD
    for _, _, key in process.extract(name, names, scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE, limit=MOST):
        yield key, Lure.LOOKS_ALIKE


def _right_units(directory: Directory, answer: Answer) -> frozenset[str]:
    """The receiver, whose number it is, and all who use that number: the message arrives there.

    Without a receiver those who were looked at: they are the ones that are meant.
    """
    receiver = answer.receiver
    if receiver is None:
        return frozenset(answer.units)
    users = (key for key, place in directory.places.items() if place.giver == receiver.giver)
    return frozenset((receiver.unit, receiver.giver, *users))


def _name_looked_for(directory: Directory, answer: Answer) -> str:
    """The receiver's name; without one that of the area or offer that is asked for."""
    if answer.receiver is not None:
        return fold(directory.state.units[answer.receiver.unit].name)
    offer = directory.codes.offer(answer.question.offer or "")
    area = directory.codes.area(answer.area or "")
    return fold(offer.name_da if offer else area.name_da if area else "")


def _confusion(directory: Directory, answer: Answer, unit: str, lure: Lure) -> Confusion:
    giver = directory.places[unit].giver
    number = directory.number(giver) if giver is not None else None
    type_ = answer.receiver.type if answer.receiver else next(iter(answer.types), "")
    takes = giver is not None and type_ in directory.received(giver)
    return Confusion(unit, lure, number.gln if number else None, takes, directory.places[unit].is_unknown)
