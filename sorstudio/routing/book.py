"""What routes are found by: usual messages, what must not go where, what stands in for what, and tasks that move."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from sorstudio import resources
from sorstudio.model.codes import Area
from sorstudio.model.naming import Bilingual
from sorstudio.routing.question import Sender


@dataclass(frozen=True, slots=True)
class Usual:
    """The types that these senders mean in these areas, in the order in which they are tried; "" is no sender told."""

    areas: tuple[str, ...]
    senders: tuple[str, ...]
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Never:
    """Types that must not go to these areas, and the area where they belong."""

    types: tuple[str, ...]
    areas: tuple[str, ...]
    instead: str


@dataclass(frozen=True, slots=True)
class Move(Bilingual):
    """A task that another authority has from `day` on: whole areas, or some of their offers."""

    areas: tuple[str, ...]
    day: date
    name_da: str
    name_en: str
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoutingBook:
    """The data behind the routes."""

    correspondence: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    administration: str = ""
    several: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    usual: tuple[Usual, ...] = ()
    never: tuple[Never, ...] = ()
    alternatives: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    moves: tuple[Move, ...] = ()
    type_areas: Mapping[str, str] = field(default_factory=dict, hash=False)

    def area_of_type(self, unit_type: str, areas: Sequence[Area]) -> str:
        """The one area that a type of unit speaks of, among those that it serves; empty for none."""
        if unit_type in self.type_areas:
            return self.type_areas[unit_type]
        leading = (one for one in areas if one.unit_types and one.unit_types[0] == unit_type)
        found = next(leading, None) or next(iter(areas), None)
        return found.code if found else ""

    def types_for(self, area: str | None, sender: Sender | None) -> tuple[str, ...]:
        """The types that a sender means who names none, in the order in which they are tried."""
        who = sender.value if sender else ""
        found = next((one for one in self.usual if area in one.areas and who in one.senders), None)
        return found.types if found else self.correspondence

    def is_needed(self, type_: str, area: str) -> bool:
        """Whether something is missing where nobody in the area receives the type; an administration stands in only."""
        usual = any(area in one.areas and type_ in one.types for one in self.usual)
        return area != self.administration and (usual or type_ not in self.optional)

    def instead(self, type_: str, area: str | None) -> str | None:
        """The area where a type belongs that must not go to this one."""
        return next((one.instead for one in self.never if type_ in one.types and area in one.areas), None)

    def move_of(self, area: str | None, offer: str | None, day: date | None) -> Move | None:
        """Who has taken over the task on that day; None while it is the municipality's."""
        for one in self.moves:
            wholly = not one.offers or offer in one.offers
            if area in one.areas and wholly and day is not None and day >= one.day:
                return one
        return None

    def move_to_come(self, area: str | None, offer: str | None) -> Move | None:
        """The task, or a part of it, that moves on some day."""
        for one in self.moves:
            if area in one.areas and (not one.offers or offer is None or offer in one.offers):
                return one
        return None

    def stands_in(self, type_: str) -> tuple[str, ...]:
        """Other types for the same purpose."""
        if type_ in self.correspondence:
            return tuple(one for one in self.correspondence if one != type_)
        return self.alternatives.get(type_, ())


@cache
def routing_book() -> RoutingBook:
    """The book that comes with the program, resources/routing.toml."""
    data = resources.read_toml("routing.toml")
    return RoutingBook(
        correspondence=tuple(data["correspondence"]),
        attachments=tuple(data["attachments"]),
        administration=data["administration"],
        several=tuple(data["several"]),
        optional=tuple(data["optional"]),
        usual=tuple(Usual(tuple(one["areas"]), tuple(one["senders"]), tuple(one["types"])) for one in data["usual"]),
        never=tuple(Never(tuple(one["types"]), tuple(one["areas"]), one["instead"]) for one in data["never"]),
        alternatives={name: tuple(types) for name, types in data["alternatives"].items()},
        type_areas=dict(data["type_areas"]),
        moves=tuple(
            Move(tuple(one["areas"]), one["day"], one["to_da"], one["to_en"], tuple(one.get("offers", ())))
            for one in data["moves"]
        ),
    )
