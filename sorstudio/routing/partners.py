"""What partners need to know of a municipality's offers, by heading: who has it, where, at which number, how to refer.

One source for the print, for other programs, and for what is shown on the web.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sorstudio.model.codes import Heading
from sorstudio.model.inherit import address_at
from sorstudio.model.naming import Bilingual
from sorstudio.model.records import Address, AddressUse, OfferText, Unknown
from sorstudio.routing.answer import Answer
from sorstudio.routing.directory import Directory
from sorstudio.routing.question import Question, Sender
from sorstudio.routing.route import route

SENDERS = (Sender.GP, Sender.HOSPITAL, Sender.MUNICIPALITY)


@dataclass(frozen=True, slots=True)
class Provider:
    """A unit as a partner finds it; `messages` are the types with versions that the number there receives."""

    unit: str
    name: str
    address: str | None
    phone: str | None
    gln: str | None
    giver: str | None
    messages: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An offer that is placed, or an area of which nothing is placed; `ways` are the answers to the three senders."""

    title: Bilingual | str
    area: str
    offer: str | None
    providers: tuple[Provider, ...]
    ways: tuple[tuple[Sender, Answer], ...]
    text: OfferText | None = None


@dataclass(frozen=True, slots=True)
class HeadingPart:
    """One of the ten headings with what stands under it."""

    heading: Heading
    entries: tuple[Entry, ...]


def partners(directory: Directory) -> tuple[HeadingPart, ...]:
    """The ten headings in their order, those with nothing under them too."""
    return tuple(HeadingPart(one, tuple(_entries(directory, one.code))) for one in directory.codes.headings)


def _entries(directory: Directory, heading: str) -> Iterator[Entry]:
    """What is placed, in the order of the catalogue, the municipality's own last; then areas with nothing placed."""
    codes = directory.codes
    placed = [one for one in codes.offers if one.heading == heading and one.code in directory.offering]
    own = [one for one in directory.state.offers() if one.heading == heading and one.key in directory.offering]
    for offer in placed:
        yield _entry(directory, offer, offer.area_code, offer.code, directory.offering[offer.code])
    for mine in own:
        yield _entry(directory, mine.name, mine.area or "", mine.key, directory.offering[mine.key])
    covered = {one.area_code for one in placed} | {one.area for one in own}
    for area in codes.areas:
        if area.heading != heading or area.code in covered or area.code == directory.book.administration:
            continue
        ways = _ways(directory, area.code, None)
        units = _speaking(ways)
        if units:
            yield Entry(area, area.code, None, tuple(_provider(directory, key) for key in units), ways)


def _entry(directory: Directory, title: Bilingual | str, area: str, offer: str, units: tuple[str, ...]) -> Entry:
    found = directory.state.offer_text(offer)
    phone = found.phone if found else None
    providers = tuple(replace(one, phone=phone or one.phone) for one in (_provider(directory, key) for key in units))
    return Entry(title, area, offer, providers, _ways(directory, None, offer), found)


def _ways(directory: Directory, area: str | None, offer: str | None) -> tuple[tuple[Sender, Answer], ...]:
    return tuple((one, route(directory, Question(area=area, offer=offer, sender=one))) for one in SENDERS)


def _speaking(ways: tuple[tuple[Sender, Answer], ...]) -> tuple[str, ...]:
    """The receivers of the ways; without any the first units of the area."""
    receivers = [answer.receiver.unit for _, answer in ways if answer.receiver is not None]
    return tuple(dict.fromkeys(receivers or ways[0][1].units[:1]))


def _provider(directory: Directory, key: str) -> Provider:
    place = directory.places[key]
    number = directory.number(place.giver) if place.giver is not None else None
    held = address_at(directory.state, key, AddressUse.VISITING)
    address = held.value if held is not None and not isinstance(held, Unknown) else None
    received = directory.received(place.giver) if place.giver is not None else {}
    return Provider(
        key,
        directory.state.units[key].name,
        (address.line() or None) if isinstance(address, Address) else None,
        directory.phone(key),
        number.gln if number is not None else None,
        place.giver,
        tuple((type_, version) for type_, versions in sorted(received.items()) for version in versions),
    )
