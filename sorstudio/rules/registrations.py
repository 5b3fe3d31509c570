"""What stands on a location number, what is missing there, and the repairs that add, take away and replace it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from sorstudio.model.areas import Areas, Ground
from sorstudio.model.codes import Area, CodeLists, Flow, MessageType, Status
from sorstudio.model.records import Direction, LocationNumber, MessageCapability, Unit, UnitKind
from sorstudio.rules.bench import Bench
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Json, Repair, Severity
from sorstudio.rules.parameters import Table, Words

BOTH = frozenset(Direction)
_NO_WAY: frozenset[Direction] = frozenset()
Wanted = tuple[str, Direction]
OPTIONAL, NOT_AREAS, ALTERNATIVES = Words(), Words(), Table()
"""The parameters of a rule that asks what an area receives and sends; see `expected`."""


@dataclass(frozen=True)
class Registrations:
    """The message types on a unit's own number. `gln` is as it is told; `is_known` says whether the list is whole."""

    unit: str
    gln: str
    is_known: bool
    items: tuple[MessageCapability, ...]

    def ways(self, *types: str) -> frozenset[Direction]:
        """The directions in which any of the types stands there."""
        if len(types) == 1:
            return self._by_type.get(types[0], _NO_WAY)
        return _NO_WAY.union(*(self._by_type[one] for one in types if one in self._by_type))

    @cached_property
    def received(self) -> frozenset[str]:
        """The types that are received there."""
        return frozenset(one.type for one in self.items if one.direction is Direction.IN)

    @cached_property
    def _by_type(self) -> Mapping[str, frozenset[Direction]]:
        found: dict[str, set[Direction]] = {}
        for one in self.items:
            found.setdefault(one.type, set()).add(one.direction)
        return {type_: frozenset(ways) for type_, ways in found.items()}

    def lacks(self, codes: CodeLists, wanted: Wanted, alternatives: Mapping[str, tuple[str, ...]]) -> bool:
        """Whether neither the type nor an alternative is there.

        A type that goes one way only counts as there in the other direction too: that fault has a rule of its own.
        """
        type_, way = wanted
        ways = self.ways(type_, *alternatives.get(type_, ()))
        known = codes.message_type(type_)
        return way not in ways if known is None or known.direction is Flow.BOTH else not ways


def registrations(bench: Bench, unit: Unit) -> Registrations | None:
    """What stands on the unit's own number; None where it has none in use, and where nothing stands there at all."""
    return bench.kept("in use", unit.key, lambda: _in_use(bench, unit))


def _in_use(bench: Bench, unit: Unit) -> Registrations | None:
    number = bench.state.number_of(unit.key)
    if number is None or not is_in_use(number):
        return None
    items = bench.state.capabilities(number.key)
    return on_number(bench.codes, number, items) if items else None


def on_number(codes: CodeLists, number: LocationNumber, items: tuple[MessageCapability, ...]) -> Registrations:
    """The message types of a number.

    Files of the pilot of the new endpoint register hold nothing but what is tried there: then the list is not whole.
    """
    rest = [one for one in items if not is_pilot(codes, one.type)]
    is_whole = len(rest) == len(items) or any(not codes.messages.is_receipt(one.type) for one in rest)
    gln = number.gln or "word.number_to_come"
    return Registrations(number.unit, gln, number.messages_known and is_whole, items)


def is_pilot(codes: CodeLists, type_: str) -> bool:
    """Whether a type is still on trial: nothing is demanded of it."""
    found = codes.message_type(type_)
    return found is not None and found.status is Status.PILOT


def areas_judged(bench: Bench, unit: Unit) -> Areas:
    """The areas of a unit as far as something can be demanded by them.

    An institution's name speaks of all that is below it; there only offers tell what the institution itself does.
    """
    found = bench.areas(unit)
    return found if unit.kind is UnitKind.OE or found.ground is Ground.OFFER else Areas((), Ground.NONE)


def is_in_use(number: LocationNumber) -> bool:
    """Whether a number is neither inactive nor about to close."""
    return number.inactive is not True and number.valid_to is None


def expected(found: Areas, entry: RuleEntry) -> tuple[Wanted, ...]:
    """What the areas of a unit receive and send, without what the rule calls optional.

    Of alternatives the first is named. Areas read from a type may be several of which one holds: there only what all of
    them have is expected.
    """
    areas = [area for area in found.areas if area.code not in entry.words("not_areas")]
    if found.ground is Ground.TYPE and len(areas) < len(found.areas):
        return ()
    lists = [tuple(_expected_of(area, entry)) for area in areas]
    every = dict.fromkeys(one for each in lists for one in each)
    if found.ground is Ground.TYPE:
        return tuple(one for one in every if all(one in each for each in lists))
    return tuple(every)


def _expected_of(area: Area, entry: RuleEntry) -> Iterable[Wanted]:
    first = first_of(entry.table("alternatives"))
    optional = entry.words("optional")
    for types, way in ((area.receives, Direction.IN), (area.sends, Direction.OUT)):
        for code in dict.fromkeys(first.get(one, one) for one in types):
            if code not in optional:
                yield code, way


def first_of(alternatives: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The first of each group of alternatives, by each of the others."""
    return {other: first for first, others in alternatives.items() for other in others}


def weight(found: Areas) -> Severity | None:
    """An area that is only read from a name or a type is no ground for more than a hint."""
    return None if found.ground is Ground.OFFER else Severity.INFO


def told(wanted: Iterable[Wanted]) -> tuple[dict[str, tuple[str, ...]], str]:
    """What is missing as parameters of a sentence, and the variant of the sentence that fits."""
    listed = list(wanted)
    receives, sends = (tuple(type_ for type_, way in listed if way is one) for one in (Direction.IN, Direction.OUT))
    variant = ".both" if receives and sends else ".in" if receives else ".out"
    return {"receives": receives, "sends": sends}, variant


def adding(codes: CodeLists, held: Registrations, wanted: Iterable[Wanted], *, is_safe: bool = False) -> Repair:
    """Put message types on a number, with the receipts that belong to them."""
    ways: dict[str, set[Direction]] = {}
    for type_, way in wanted:
        ways.setdefault(type_, set()).add(way)
    families = {found.family for type_ in ways if (found := codes.message_type(type_)) is not None}
    ways.update((one, set(BOTH)) for family in sorted(families) for one in missing_receipts(codes, held, family))
    acts = [add_act(held.unit, type_, among) for type_, among in ways.items()]
    params = {"types": tuple(ways), "gln": held.gln}
    return Repair("add_message_types", acts[0], params, tuple(acts[1:]), is_safe)


def missing_receipts(codes: CodeLists, held: Registrations, family: str) -> tuple[str, ...]:
    """The receipts of a family that do not stand on the number in both directions."""
    return tuple(one for one in codes.messages.receipts.get(family, ()) if held.ways(one) != BOTH)


Act = Mapping[str, Json]


def add_act(unit: str, type_: str, ways: Iterable[Direction], version: str | None = None) -> Act:
    """The act that puts one message type on the unit's own number."""
    act = {"act": "add_message_type", "unit": unit, "type": type_, "direction": way_word(ways)}
    return {**act, "version": version} if version else act


def remove_act(unit: str, type_: str, ways: Iterable[Direction], version: str) -> Act:
    """The act that takes one version of a message type off the unit's own number."""
    act = {"act": "remove_message_type", "unit": unit, "type": type_, "direction": way_word(ways)}
    return {**act, "version": version} if version else act


def way_word(ways: Iterable[Direction]) -> str:
    """How acts write directions."""
    found = set(ways)
    return "both" if found == BOTH else next(iter(found)).value


def by_version(held: Registrations) -> dict[tuple[str, str], set[Direction]]:
    """The directions of each type and version on the number."""
    found: dict[tuple[str, str], set[Direction]] = {}
    for one in held.items:
        found.setdefault((one.type, one.version), set()).add(one.direction)
    return found


def label(type_: str, version: str) -> str:
    """As MedCom's list of approved systems writes a type and its version."""
    return f"{type_} ({version})" if version else type_


def replacing(held: Registrations, old: tuple[str, str], ways: Iterable[Direction], new: MessageType) -> list[Act]:
    """Take one version off and put another in its place."""
    among = set(ways)
    absent = {way for way in among if not any(_is(one, new, way) for one in held.items)}
    acts = [remove_act(held.unit, old[0], among, old[1])]
    return [*acts, add_act(held.unit, new.code, absent, new.version)] if absent else acts


def _is(one: MessageCapability, message: MessageType, way: Direction) -> bool:
    return (one.type, one.version, one.direction) == (message.code, message.version, way)
