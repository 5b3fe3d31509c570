"""One municipality on one day, ready to be asked: who is of which area, whose number holds where, who takes what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sorstudio.model.areas import Ground, areas_of
from sorstudio.model.codes import CodeLists, Municipality, OfferKind
from sorstudio.model.inherit import contact_at
from sorstudio.model.records import (
    Contact,
    Direction,
    LocationNumber,
    MessageCapability,
    NumberState,
    Unit,
    Unknown,
)
from sorstudio.model.state import State
from sorstudio.routing.book import RoutingBook, routing_book

Types = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Place:
    """A unit as a sender sees it. `giver` has the number that holds here, `above` is the nearest over it with one."""

    key: str
    depth: int
    giver: str | None
    above: str | None
    is_unknown: bool
    """The register file does not say whether the unit has a number."""


@dataclass(frozen=True, slots=True)
class AreaUnits:
    """The units of one area by the ground on which they belong to it, each in tree order.

    `main` provide the offer that is the area as such, `told` belong to it by whatever offer or by their name.
    """

    by_ground: Mapping[Ground, tuple[str, ...]]
    main: tuple[str, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def tiers(self) -> tuple[tuple[Ground, tuple[str, ...]], ...]:
        """The groups to ask one after the other: who has the main offer decides alone; else offers and names; types."""
        if self.main:
            return ((Ground.OFFER, self.main),)
        ground = Ground.NAME if self.by_ground.get(Ground.NAME) else Ground.OFFER
        groups = ((ground, self.told), (Ground.TYPE, self.by_ground.get(Ground.TYPE, ())))
        return tuple((ground, units) for ground, units in groups if units)


NO_UNITS = AreaUnits({})


class Directory:
    """What routes are found in. Built once for a state and asked often; it never changes.

    Without a day everything planned has taken effect: what ends is over, what begins has begun.
    """

    def __init__(
        self,
        state: State,
        codes: CodeLists,
        day: date | None = None,
        municipality: Municipality | None = None,
        book: RoutingBook | None = None,
    ) -> None:
        self.book = book if book is not None else routing_book()
        self.state = state
        self.codes = codes
        self.day = day
        self.municipality = municipality
        self.places: dict[str, Place] = {}
        self._ended: list[Unit] = []
        self._types: dict[str, Types] = {}
        self._numbers: dict[str, LocationNumber] = {}
        self._users: dict[tuple[str, ...], Mapping[str, tuple[str, ...]]] = {}
        self._spokesmen: dict[tuple[str, ...], str] = {}
        self._walk()

    def is_in_force(self, one: Unit | LocationNumber | MessageCapability) -> bool:
        """Whether a record holds on the day that is asked about."""
        if self.day is None:
            return one.valid_to is None
        begun = one.valid_from is None or one.valid_from <= self.day
        return begun and (one.valid_to is None or self.day < one.valid_to)

    @property
    def ended(self) -> tuple[Unit, ...]:
        """The units that are not in force on the day: not yet, or no longer."""
        return tuple(self._ended)

    @cached_property
    def areas(self) -> Mapping[str, AreaUnits]:
        """The units of each area."""
        found: dict[str, dict[Ground, list[str]]] = defaultdict(lambda: defaultdict(list))
        units = self.state.units
        for key in self.places:
            for area, ground in self.areas_at(units[key]):
                found[area][ground].append(key)
        return {area: self._area_units(area, grounds) for area, grounds in found.items()}

    def _area_units(self, area: str, grounds: Mapping[Ground, list[str]]) -> AreaUnits:
        by_ground = {ground: tuple(keys) for ground, keys in grounds.items()}
        offered, named = by_ground.get(Ground.OFFER, ()), by_ground.get(Ground.NAME, ())
        both = {*offered, *named}
        told = tuple(key for key in self.places if key in both) if offered and named else offered + named
        main = (one.code for one in self.codes.offers if one.area_code == area and one.kind is OfferKind.AREA)
        mains = {key for code in main for key in self.offering.get(code, ())} if offered else set()
        return AreaUnits(by_ground, tuple(key for key in offered if key in mains), told)

    def areas_at(self, unit: Unit) -> tuple[tuple[str, Ground], ...]:
        """The areas that a sender takes a unit for. A type that serves several areas speaks of one of them at most."""
        told = areas_of(self.state, self.codes, unit)
        if told.ground is not Ground.TYPE:
            return tuple((area.code, told.ground) for area in told.areas)
        found = self.book.area_of_type(str(unit.unit_type), told.areas)
        return ((found, told.ground),) if found else ()

    @cached_property
    def offering(self) -> Mapping[str, tuple[str, ...]]:
        """The units that provide each offer, in tree order."""
        found: dict[str, list[str]] = defaultdict(list)
        for key in self.places:
            for placement in self.state.placements(key):
                found[placement.offer].append(key)
        return {offer: tuple(keys) for offer, keys in found.items()}

    @cached_property
    def takers(self) -> Mapping[str, tuple[str, ...]]:
        """The units whose own number receives a type, in whatever version; in tree order."""
        found: dict[str, list[str]] = defaultdict(list)
        for key, place in self.places.items():
            if place.giver == key:
                for type_ in self.received(key):
                    found[type_].append(key)
        return {type_: tuple(keys) for type_, keys in found.items()}

    def area(self, code: str) -> AreaUnits:
        """The units of an area, none where there are none."""
        return self.areas.get(code, NO_UNITS)

    def number(self, giver: str) -> LocationNumber | None:
        """A unit's own number, where it is in force."""
        return self._numbers.get(giver)

    def users(self, group: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
        """The units of a group by the unit whose number they use; those without one are left out."""
        found = self._users.get(group)
        if found is None:
            gathered: dict[str, list[str]] = defaultdict(list)
            for key in group:
                giver = self.places[key].giver
                if giver is not None:
                    gathered[giver].append(key)
            found = self._users[group] = {giver: tuple(keys) for giver, keys in gathered.items()}
        return found

    def spokesman(self, keys: tuple[str, ...]) -> str:
        """Of several units with one number: the topmost, or the unit above them all that uses the number too."""
        found = self._spokesmen.get(keys)
        if found is None:
            found = self._spokesmen[keys] = _spokesman(self, keys)
        return found

    def received(self, giver: str) -> Types:
        """The types that a unit's own number receives on the day, with their versions."""
        found = self._types.get(giver)
        if found is None:
            found = self._types[giver] = self._received(giver)
        return found

    def phone(self, unit: str) -> str | None:
        """The telephone that holds at a unit."""
        held = contact_at(self.state, unit)
        value = held.value if held is not None and not isinstance(held, Unknown) else None
        return (value.phone or None) if isinstance(value, Contact) else None

    def _received(self, giver: str) -> Types:
        number = self.state.number_of(giver)
        versions: dict[str, list[str]] = defaultdict(list)
        for one in self.state.capabilities(number.key) if number is not None else ():
            if one.direction is Direction.IN and self.is_in_force(one):
                versions[one.type].append(one.version)
        return {type_: tuple(all_) for type_, all_ in versions.items()}

    def _walk(self) -> None:
        """Once from the top: a number that is inherited comes from the nearest unit above that has one."""
        state, units = self.state, self.state.units
        stack: list[tuple[str, int, str | None]] = [(key, 1, None) for key in reversed(state.roots())]
        while stack:
            key, depth, above = stack.pop()
            unit = units[key]
            is_open, own = self.is_in_force(unit), False
            number = state.number_of(key)
            if number is not None and self.is_in_force(number):
                self._numbers[key] = number
                own = is_open
            if is_open:
                inherits = unit.number_state is NumberState.INHERITED
                giver = key if own else above if inherits else None
                self.places[key] = Place(key, depth, giver, above, isinstance(unit.number_state, Unknown) and not own)
            else:
                self._ended.append(unit)
            below = key if own else above
            stack.extend((child, depth + 1, below) for child in reversed(state.children(key)))


def above_all(directory: Directory, keys: Iterable[str]) -> str | None:
    """The one unit of these that stands above all the others, or None."""
    found = list(dict.fromkeys(keys))
    if not found:
        return None
    depths = [directory.places[key].depth for key in found]
    highest = min(depths)
    if depths.count(highest) > 1:  # side by side at the top, so that none is above the other
        return None
    top = found[depths.index(highest)]
    climbs = (_climbed(directory.state, key, depth - highest) for key, depth in zip(found, depths, strict=True))
    return top if all(key == top for key in climbs) else None


def _climbed(state: State, unit: str, levels: int) -> str | None:
    """The unit that stands so many levels above another."""
    found: str | None = unit
    for _ in range(levels):
        found = state.units[found].parent if found is not None else None
    return found


def common_above(state: State, keys: Iterable[str]) -> str | None:
    """The nearest unit that stands above all of these, or is one of them."""
    shared: list[str] | None = None
    for key in keys:
        chain = [key, *state.ancestors(key)]
        above = frozenset(chain)
        shared = chain if shared is None else [one for one in shared if one in above]
    return shared[0] if shared else None


def _spokesman(directory: Directory, keys: tuple[str, ...]) -> str:
    top = above_all(directory, keys)
    if top is not None:
        return top
    common = common_above(directory.state, keys)
    place = directory.places.get(common or "")
    shares = place is not None and place.giver is not None
    return place.key if place and shares and place.giver == directory.places[keys[0]].giver else keys[0]
