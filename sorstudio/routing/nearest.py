"""What a sender can do instead, where there is no receiver: the nearest first, and few enough to read."""

from __future__ import annotations

from collections.abc import Iterator

from sorstudio.routing.answer import Alternative, AlternativeKind, Receiver
from sorstudio.routing.directory import Directory
from sorstudio.routing.numbers import Fit, fit

MOST = 5
_MOST_UNITS = 50  # of an area with hundreds of units the first ones say enough


def nearest(
    directory: Directory,
    type_: tuple[str, str],
    units: tuple[str, ...],
    *,
    among: tuple[str, ...] = (),
    instead: Receiver | None = None,
) -> tuple[Alternative, ...]:
    """At most five: who else could be meant, the same purpose in another message, others who take it, the telephone."""
    found: dict[tuple[str | None, str | None], Alternative] = {}
    for one in _all(directory, type_, units[:_MOST_UNITS], among, instead):
        place = (one.gln or one.phone or one.unit, one.type)
        found.setdefault(place, one)
        if len(found) == MOST:
            break
    return tuple(found.values())


def _all(
    directory: Directory,
    type_: tuple[str, str],
    units: tuple[str, ...],
    among: tuple[str, ...],
    instead: Receiver | None,
) -> Iterator[Alternative]:
    if instead is not None:
        yield Alternative(
            AlternativeKind.OTHER_AREA,
            instead.unit,
            instead.giver,
            instead.gln,
            instead.type,
            instead.version,
            instead.phone,
        )
    for key in among:
        place = directory.places.get(key)
        kind = AlternativeKind.CANDIDATE if place is not None else AlternativeKind.NOT_YET
        yield _at(directory, kind, key, place.giver if place else None, *type_)
    yield from _same_number(directory, type_, units)
    yield from _above(directory, type_, units)
    yield from _others(directory, type_)
    yield from _phones(directory, units)


def _same_number(directory: Directory, type_: tuple[str, str], units: tuple[str, ...]) -> Iterator[Alternative]:
    """Another version of the message, a message for the same purpose, or correspondence."""
    for key, giver in _numbers(directory, units):
        received = directory.received(giver)
        if type_[0] in received:
            yield _at(directory, AlternativeKind.OTHER_VERSION, key, giver, type_[0], received[type_[0]][0])
        for other in (*directory.book.stands_in(type_[0]), *directory.book.correspondence):
            if other in received:
                yield _at(directory, AlternativeKind.OTHER_MESSAGE, key, giver, other, received[other][0])
                break


def _above(directory: Directory, type_: tuple[str, str], units: tuple[str, ...]) -> Iterator[Alternative]:
    above = dict.fromkeys(directory.places[key].above for key in units if directory.places[key].giver is None)
    for giver in above:
        if giver is not None and fit(directory, giver, *type_) is Fit.RECEIVES:
            yield _at(directory, AlternativeKind.ADMINISTRATION, giver, giver, *type_)


def _others(directory: Directory, type_: tuple[str, str]) -> Iterator[Alternative]:
    if type_[0] in directory.book.correspondence:  # everybody takes it; a note to somebody else helps nobody
        return
    for other in (type_[0], *directory.book.stands_in(type_[0])):
        for giver in directory.takers.get(other, ()):
            version = type_[1] if other == type_[0] else directory.received(giver)[other][0]
            if fit(directory, giver, other, version) is Fit.RECEIVES:
                yield _at(directory, AlternativeKind.OTHER_AREA, giver, giver, other, version)


def _phones(directory: Directory, units: tuple[str, ...]) -> Iterator[Alternative]:
    for key in units:
        phone = directory.phone(key)
        if phone:
            yield Alternative(AlternativeKind.PHONE, key, phone=phone)
            return


def _numbers(directory: Directory, units: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for key in units:
        giver = directory.places[key].giver
        if giver is not None and giver not in seen:
            seen.add(giver)
            yield key, giver


def _at(
    directory: Directory, kind: AlternativeKind, key: str, giver: str | None, type_: str, version: str
) -> Alternative:
    number = directory.number(giver) if giver is not None else None
    gln = number.gln if number is not None else None
    return Alternative(kind, key, giver if gln else None, gln, type_, version, directory.phone(key))
