"""What can be said of one location number, asked for a message type in a version."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from sorstudio.model.records import Direction
from sorstudio.routing.answer import Reason
from sorstudio.routing.directory import Directory


class Fit(IntEnum):
    """How well a number serves, the best first."""

    RECEIVES = 0
    OTHER_VERSION = 1
    NOT_YET = 2
    UNKNOWN = 3
    ORDERED = 4
    LACKS = 5
    ORDERED_WITHOUT = 6
    NOT_IN_USE = 7


REASON_OF: dict[Fit, Reason] = {
    Fit.OTHER_VERSION: Reason.VERSION_DIFFERS,
    Fit.NOT_YET: Reason.NOT_IN_FORCE,
    Fit.UNKNOWN: Reason.TYPES_UNKNOWN,
    Fit.ORDERED: Reason.NUMBER_ORDERED,
    Fit.LACKS: Reason.NUMBER_LACKS_TYPE,
    Fit.ORDERED_WITHOUT: Reason.NUMBER_ORDERED,
    Fit.NOT_IN_USE: Reason.NUMBER_NOT_IN_USE,
}


def fit(directory: Directory, giver: str, type_: str, version: str) -> Fit:
    """How the own number of a unit serves for a type in a version."""
    number = directory.number(giver)
    if number is None or number.internal_only is True or number.inactive is True:
        return Fit.NOT_IN_USE
    versions = directory.received(giver).get(type_, ())
    if number.gln is None:
        return Fit.ORDERED if version in versions else Fit.ORDERED_WITHOUT
    if version in versions:
        return Fit.RECEIVES
    if versions:
        return Fit.OTHER_VERSION
    if not number.messages_known:
        return Fit.UNKNOWN
    return Fit.NOT_YET if _comes_or_went(directory, number.key, type_) else Fit.LACKS


def best(directory: Directory, givers: Iterable[str], type_: str, version: str) -> Fit:
    """The best that these numbers have to say."""
    return min((fit(directory, giver, type_, version) for giver in givers), default=Fit.NOT_IN_USE)


def _comes_or_went(directory: Directory, number: str, type_: str) -> bool:
    """Whether the number has the type at another time."""
    return any(one.type == type_ and one.direction is Direction.IN for one in directory.state.capabilities(number))
