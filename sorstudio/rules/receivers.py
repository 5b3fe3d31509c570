"""Rules on who receives: one national inbox, one receiver for each area, and training plans where training is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

from sorstudio.model.areas import Areas, Ground, area_of_offer
from sorstudio.model.inherit import inheritors
from sorstudio.model.records import (
    Direction,
    LocationNumber,
    NumberState,
    Placement,
    RecordKind,
    Unit,
    Unknown,
)
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import Hit, Unjudged, Yield, check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Repair, Severity
from sorstudio.rules.indexes import folded
from sorstudio.rules.parameters import Folded, Words
from sorstudio.rules.reach import Circle, Reach
from sorstudio.rules.registrations import (
    ALTERNATIVES,
    NOT_AREAS,
    OPTIONAL,
    Act,
    Registrations,
    adding,
    by_version,
    expected,
    is_in_use,
    on_number,
    remove_act,
    weight,
)
from sorstudio.rules.subjects import number_owners
from sorstudio.rules.systems import order_repairs

_SHOWN = 5
_made_ready = lru_cache(maxsize=100)(Folded.of)
_OWNER_TAIL = " kommune"


def other_receivers(circle: Circle, entry: RuleEntry) -> bool:
    """Whether an act can have changed who receives; a name tells an area only where a number stands."""
    return circle.bears_on_receivers() or any(state.number_of(unit.key) for state, unit in circle.touched())


def other_areas(circle: Circle, entry: RuleEntry) -> bool:
    """Whether an act can have changed the areas of those who use a number: their names and types tell them too."""
    return circle.bears_on_receivers() or any(unit.number_state is not NumberState.NONE for _, unit in circle.touched())


def other_inbox(circle: Circle, entry: RuleEntry) -> bool:
    """Whether an act can have changed the national inbox, or whose numbers might be one."""
    begins = folded(entry.words("called")[0].partition("{")[0])
    return other_receivers(circle, entry) or any(
        unit.parent is None or folded(unit.name).startswith(begins) for _, unit in circle.touched()
    )


@check(
    "training_plans_stay_with_training",
    Reach.BELOW | Reach.WORDS,
    at=number_owners,
    types=Words(),
    areas=Words(),
    home_areas=Words(),
)
def training_plans_stay_with_training(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Rehabilitation plans go to a unit that trains (MC-10); home care is looked at in a rule of its own."""
    held = _held(bench, unit.key)
    if held is None or Direction.IN not in held.ways(*entry.words("types")) or _trains(bench, unit, entry):
        return
    areas = bench.areas(unit)
    if _is_home(areas, entry):
        return
    if areas.ground is Ground.NONE and isinstance(unit.unit_type, Unknown):
        yield Unjudged("unit_type")
        return
    yield Hit({"gln": held.gln, "areas": areas.areas}, (), "" if areas.areas else ".no_area", lighter=weight(areas))


@check(
    "home_care_gets_no_training_plans",
    Reach.WHOLE,
    matters=other_areas,
    types=Words(),
    areas=Words(),
    home_areas=Words(),
)
def home_care_gets_no_training_plans(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Home care receives no rehabilitation plans (MC-10); worst where nobody else receives them."""
    owners = [bench.state.units[key] for key in _receiving(bench, entry.words("types"))]
    homes = [one for one in owners if not _trains(bench, one, entry) and _is_home(_areas(bench, one), entry)]
    is_alone = len(homes) == len(owners)
    trainers = _trainers(bench, entry) if homes and is_alone else []
    for one in homes:
        held = _held(bench, one.key)
        if held is None:
            continue
        away = _away(held, entry.words("types"))
        params = {"home": bench.name(one.key), "gln": held.gln}
        repairs: tuple[Repair, ...] = ()
        if not is_alone:
            repairs = (
                Repair("remove_message_type", away[0], {"gln": held.gln, "old": entry.words("types")}, tuple(away[1:])),
            )
        elif len(trainers) == 1:
            repairs = (_handing_over(bench, trainers[0], away, entry),)
        yield Hit(params, repairs, ".alone" if is_alone else ".too", lighter=None if is_alone else Severity.WARNING)


@check(
    "one_national_inbox",
    Reach.WHOLE | Reach.SETTINGS,
    matters=other_inbox,
    called=Words(),
    types=Words(),
    words=Words(),
)
def one_national_inbox(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Each municipality has one unit "Sygehusadviser, X" that receives the hospital's notices (MC-11)."""
    place = _municipality(bench, unit.name)
    if not place:
        return
    name = entry.words("called")[0].replace("{kommune}", place)
    named = bench.indexes.by_name.get(folded(name), ())
    if len(named) > 1:
        parents = tuple(parent for key in named if (parent := bench.state.units[key].parent) is not None)
        yield Hit({"name": name, "count": len(named), "parents": bench.names(parents[:_SHOWN])}, variant=".several")
    elif named:
        yield from _inbox(bench, bench.state.units[named[0]], entry)
    else:
        yield _no_inbox(bench, name, entry)


@check(
    "one_receiver_for_each_area",
    Reach.WHOLE | Reach.SETTINGS,
    matters=other_receivers,
    several=Words(),
    elsewhere=Words(),
    optional=OPTIONAL,
    not_areas=NOT_AREAS,
    alternatives=ALTERNATIVES,
)
def one_receiver_for_each_area(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """What is sent to an area arrives at one number: not at none, and not at two (MC-12).

    Units with a number of their own that lacks a type are told by other rules, at the unit.
    """
    for one in _area_receivers(bench):
        wanted = [type_ for type_, way in expected(one.areas, entry) if way is Direction.IN]
        groups = {type_: (type_, *entry.table("alternatives").get(type_, ())) for type_ in wanted}
        if one.areas.ground is Ground.OFFER:
            rest = [type_ for type_ in wanted if type_ not in entry.words("elsewhere")]
            yield from _nobody(bench, one, {type_: groups[type_] for type_ in rest})
        yield from _two(bench, one, {type_: groups[type_] for type_ in wanted if type_ not in entry.words("several")})


@dataclass(slots=True)
class _AreaReceivers:
    """The units of one area, and who gives each the number that holds there (None: nobody)."""

    areas: Areas
    givers: dict[str, str | None]


def _area_receivers(bench: Bench) -> list[_AreaReceivers]:
    """The areas by the offers that are placed; and by the names of units with a number, where nothing is offered.

    Only placements and numbers are gone through, not all units.
    """
    found: dict[tuple[str, Ground], _AreaReceivers] = {}
    placed = _placements(bench)
    by_offer = {offer: area_of_offer(bench.codes, bench.state, offer) for offer in {one.offer for one in placed}}
    belonging = [(one.unit, by_offer[one.offer], Ground.OFFER) for one in placed]
    offering = {unit for unit, code, _ in belonging if code}
    units = bench.state.units
    for key in number_owners(bench):
        named = units[key].name if key in units and key not in offering else ""
        belonging.extend((key, code, Ground.NAME) for code in bench.codes.area_names.find(named))
    for key, code, ground in belonging:
        place = found.get((code, ground))
        unit = units.get(key) if place is None or key not in place.givers else None
        if unit is None or unit.valid_to is not None:
            continue
        area = bench.codes.area(code) if place is None else None
        if area is not None:
            place = found[code, ground] = _AreaReceivers(Areas((area,), ground), {})
        if place is not None:
            place.givers[key] = bench.giver(key)
    return [found[place] for place in sorted(found)]


def _placements(bench: Bench) -> Iterable[Placement]:
    """Every placement of an offer."""
    return cast(Mapping[str, Placement], bench.state.records[RecordKind.PLACEMENT]).values()


def _nobody(bench: Bench, one: _AreaReceivers, groups: dict[str, tuple[str, ...]]) -> Iterator[Yield]:
    if any(giver == key for key, giver in one.givers.items()):
        return
    states = {bench.state.units[key].number_state for key, giver in one.givers.items() if giver is None}
    if any(isinstance(state, Unknown) for state in states):
        yield Unjudged("location_number")
        return
    if states - {NumberState.NONE}:  # a number that should be there and is not: told at the unit
        return
    held = {giver: _registered(bench, giver) for giver in dict.fromkeys(one.givers.values()) if giver is not None}
    types = [
        type_ for type_, group in groups.items() if not any(Direction.IN in each.ways(*group) for each in held.values())
    ]
    if not types or any(not each.items for each in held.values()):
        return
    if not all(each.is_known for each in held.values()):
        yield Unjudged("message_type")
        return
    params = {"area": one.areas.areas[0], "types": tuple(types), "units": bench.names(tuple(one.givers)[:_SHOWN])}
    if not held:
        keys = tuple(one.givers)
        order = order_repairs(bench, bench.state.units[keys[0]]) if len(keys) == 1 else ()
        yield Hit(params, order, ".no_number")
        return
    wanted = [(type_, Direction.IN) for type_ in types]
    yield Hit(params, tuple(adding(bench.codes, each, wanted) for each in held.values() if len(held) == 1), ".nobody")


def _two(bench: Bench, one: _AreaReceivers, groups: dict[str, tuple[str, ...]]) -> Iterator[Yield]:
    held = {giver: _registered(bench, giver) for giver in dict.fromkeys(one.givers.values()) if giver is not None}
    owners: dict[str, None] = {}
    types = []
    for type_, group in groups.items():
        receiving = {held[giver].gln: giver for giver, each in held.items() if not each.received.isdisjoint(group)}
        if len(receiving) > 1:
            types.append(type_)
            owners.update(dict.fromkeys(receiving.values()))
    if types:
        params = {"area": one.areas.areas[0], "types": tuple(types), "count": len(owners)}
        yield Hit({**params, "units": bench.names(tuple(owners)[:_SHOWN])}, (), ".two", lighter=weight(one.areas))


def _inbox(bench: Bench, inbox: Unit, entry: RuleEntry) -> Iterator[Yield]:
    types, params = entry.words("types"), {"name": bench.name(inbox.key), "types": entry.words("types")[:1]}
    giver = bench.giver(inbox.key)
    if giver is None:
        if isinstance(inbox.number_state, Unknown):
            yield Unjudged("location_number")
            return
        held = Registrations(inbox.key, "word.number_to_come", True, ())
        adds = adding(bench.codes, held, [(types[0], Direction.IN)]).acts
        orders = (replace(one, more=adds) for one in order_repairs(bench, inbox))
        yield Hit(params, tuple(orders), ".no_number")
        return
    held = _registered(bench, giver)
    if not held.items or Direction.IN in held.ways(*types):
        return
    if not held.is_known:
        yield Unjudged("message_type")
        return
    yield Hit({**params, "gln": held.gln}, (adding(bench.codes, held, [(types[0], Direction.IN)]),), ".no_notices")


def _no_inbox(bench: Bench, name: str, entry: RuleEntry) -> Hit:
    words = _made_ready(entry.words("words"))
    owners = [bench.state.units[key] for key in number_owners(bench) if key in bench.state.units]
    alike = [one for one in owners if one.valid_to is None and words.first_in(one.name) is not None]
    if len(alike) == 1:
        found = alike[0]
        act: Act = {"act": "rename", "unit": found.key, "name": name}
        repair = Repair("rename", act, {"unit": found.name, "name": name})
        return Hit({"name": name, "found": bench.name(found.key)}, (repair,), ".other_name")
    receiving = tuple(_receiving(bench, entry.words("types")))
    return Hit({"name": name, "found": bench.names(receiving[:_SHOWN])}, (), ".elsewhere" if receiving else "")


def _municipality(bench: Bench, owner: str) -> str:
    """The name of the municipality without the word; empty where the owner is none."""
    known = bench.municipality
    if known is not None:
        return known.name
    bare = owner.strip()
    return bare[: -len(_OWNER_TAIL)].strip() if bare.casefold().endswith(_OWNER_TAIL) else ""


def _receiving(bench: Bench, types: tuple[str, ...]) -> Iterator[str]:
    """The open units whose own number, where it is in use, receives one of the types; in the order of the numbers."""
    owners = sorted(
        one.unit
        for one in bench.state.numbers.values()
        if not _registered_at(bench, one).received.isdisjoint(types) and is_in_use(one)
    )
    for key in owners:
        if key in bench.state.units and bench.state.units[key].valid_to is None:
            yield key


def _registered_at(bench: Bench, number: LocationNumber) -> Registrations:
    """As `_registered`, but a faulty register may give a unit several numbers, of which only the first is its own."""
    if bench.state.number_of(number.unit) is number:
        return _registered(bench, number.unit)
    return on_number(bench.codes, number, bench.state.capabilities(number.key))


def _registered(bench: Bench, giver: str) -> Registrations:
    return bench.kept("registered", giver, lambda: _on_number_of(bench, giver))


def _on_number_of(bench: Bench, giver: str) -> Registrations:
    number = bench.state.number_of(giver)
    if number is None:
        return Registrations(giver, "", True, ())
    return on_number(bench.codes, number, bench.state.capabilities(number.key))


def _held(bench: Bench, key: str) -> Registrations | None:
    held = _registered(bench, key)
    return held if held.items else None


def _trains(bench: Bench, unit: Unit, entry: RuleEntry) -> bool:
    """Whether the unit, or one that uses its number, does training."""
    keys = (unit.key, *inheritors(bench.state, unit.key))
    return any(_areas(bench, bench.state.units[key]).has(code) for key in keys for code in entry.words("areas"))


def _is_home(areas: Areas, entry: RuleEntry) -> bool:
    return any(areas.has(code) for code in entry.words("home_areas"))


def _areas(bench: Bench, unit: Unit) -> Areas:
    return bench.areas(unit)


def _trainers(bench: Bench, entry: RuleEntry) -> list[Unit]:
    """Open units with a number in use that do training."""
    owners = [bench.state.units[key] for key in number_owners(bench) if key in bench.state.units]
    return [
        one
        for one in owners
        if one.valid_to is None
        and (number := bench.state.number_of(one.key)) is not None
        and is_in_use(number)
        and _trains(bench, one, entry)
    ]


def _away(held: Registrations, types: tuple[str, ...]) -> list[Act]:
    """Take the types off the number, in every version."""
    return [
        remove_act(held.unit, type_, ways, version)
        for (type_, version), ways in by_version(held).items()
        if type_ in types
    ]


def _handing_over(bench: Bench, trainer: Unit, away: list[Act], entry: RuleEntry) -> Repair:
    adds = adding(bench.codes, _registered(bench, trainer.key), [(entry.words("types")[0], Direction.IN)])
    params = {"type": entry.words("types")[0], "to": bench.name(trainer.key)}
    return Repair("hand_over_message_type", adds.act, params, (*adds.more, *away))
