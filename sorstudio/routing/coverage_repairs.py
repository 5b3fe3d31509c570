"""What makes a cell of the coverage whole: acts in the words of `sorstudio apply`, the least far-reaching first.

A repair that would take the receiver from another area, or give it a second one, is not proposed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from sorstudio.model.areas import Ground
from sorstudio.model.codes import CatalogueOffer
from sorstudio.model.inherit import inherits_by_kind
from sorstudio.model.records import NumberState
from sorstudio.routing.answer import Reason, Receiver
from sorstudio.routing.coverage import Cell, CellState, Coverage, current, taking
from sorstudio.routing.directory import Directory, above_all
from sorstudio.routing.numbers import Fit, fit

MOST = 6
_MOST_ALIKE = 3
_SILENT = frozenset({Reason.TYPES_UNKNOWN, Reason.NUMBER_UNKNOWN})
"""Where the register file says nothing, it may be so already."""

ActData = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Mend:
    """A repair: `code` and `params` say it, `acts` are made in their order."""

    code: str
    acts: tuple[ActData, ...] = field(hash=False)
    params: Mapping[str, object] = field(default_factory=dict, hash=False)


_Kind = Callable[[Coverage, Cell], Iterator[Mend]]


def mends(found: Coverage, cell: Cell) -> tuple[Mend, ...]:
    """What would make a faulty cell whole; none where it is whole, or where the register file does not say enough."""
    kinds: tuple[_Kind, ...] = ()
    if cell.state is CellState.GAP and cell.reason not in _SILENT:
        kinds = (_add_type, _inherit, _place, _order)
    elif cell.state is CellState.SEVERAL:
        kinds = (_make_main, _keep_one)
    elif cell.state is CellState.UNEXPECTED:
        kinds = (_take_off,)
    proposed = (one for kind in kinds for one in islice(kind(found, cell), _MOST_ALIKE))
    return tuple(islice(proposed, MOST))


def _add_type(found: Coverage, cell: Cell) -> Iterator[Mend]:
    """A number that is used in the area takes one type more."""
    directory = found.directory
    version = current(directory.codes, cell.type)
    for giver in _givers(directory, cell.area):
        lacks = fit(directory, giver, cell.type, version) in (Fit.LACKS, Fit.OTHER_VERSION)
        if lacks and not _would_be_second(found, cell, giver):
            number = directory.number(giver)
            params = {"type": cell.type, "unit": _name(directory, giver), "gln": number.gln if number else ""}
            yield Mend("add_type", (_add(directory, giver, cell.type),), params)


def _inherit(found: Coverage, cell: Cell) -> Iterator[Mend]:
    """A unit without a number uses the one above it, where that takes the type."""
    directory = found.directory
    version = current(directory.codes, cell.type)
    if cell.reason is not Reason.NO_NUMBER:
        return
    for key in _first_group(directory, cell.area):
        above = directory.places[key].above
        can = above is not None and inherits_by_kind(directory.state.units[key].kind)
        if above is not None and can and fit(directory, above, cell.type, version) is Fit.RECEIVES:
            act = _act(directory, "set_location_number", key, state=NumberState.INHERITED.value)
            params = {"unit": _name(directory, key), "giver": _name(directory, above), "type": cell.type}
            yield Mend("inherit", (act,), params)


def _order(found: Coverage, cell: Cell) -> Iterator[Mend]:
    """A number of its own; until it is issued the cell waits."""
    directory, group = found.directory, _first_group(found.directory, cell.area)
    if cell.reason is Reason.NO_NUMBER and group:
        unit = above_all(directory, group) or group[0]
        if _would_take_over(directory, unit, cell.area):
            return  # units below would have a number over them that is not issued yet
        # Who has a number of their own is no longer answered for by the administration.
        areas = dict.fromkeys((cell.area, *(area for area, _ in directory.areas_at(directory.state.units[unit]))))
        rows = (one for area in areas for one in found.row(area))
        so_far = (one.type for one in rows if one.state is CellState.ANSWERED)
        types = tuple(dict.fromkeys((cell.type, *so_far)))
        acts = (_act(directory, "order_location_number", unit), *(_add(directory, unit, one) for one in types))
        yield Mend("order", acts, {"unit": _name(directory, unit), "types": types})


def _would_take_over(directory: Directory, unit: str, area: str) -> bool:
    """Whether units below use the number over this one, or belong to other areas that it answers for."""
    places, over = directory.places, directory.places[unit].above
    for key in directory.state.below(unit):
        place = places.get(key)
        if place is None or over is None or place.above != over:
            continue
        told = directory.areas_at(directory.state.units[key])
        if place.giver == over or (place.giver is None and any(one != area for one, _ in told)):
            return True
    return False


def _place(found: Coverage, cell: Cell) -> Iterator[Mend]:
    """Somebody who takes the type already is given the area's offer; nobody who is of another area by name or offer."""
    directory = found.directory
    if cell.type in directory.book.several:  # half the municipality takes it, which says nothing of who has the task
        return
    offer = directory.codes.main_offer(cell.area)
    version = current(directory.codes, cell.type)
    for key in directory.takers.get(cell.type, ()):
        if any(ground is not Ground.TYPE for _, ground in directory.areas_at(directory.state.units[key])):
            continue
        told = _said_besides(found, key)
        takes = fit(directory, key, cell.type, version) is Fit.RECEIVES
        if offer is not None and told is not None and takes and _keeps_the_others(found, cell, key):
            offers = (offer, *told)
            params = {"offer": offers, "unit": _name(directory, key), "type": cell.type}
            acts = tuple(_act(directory, "place_offer", key, offer=one.code) for one in offers)
            yield Mend("place", acts, params)


def _said_besides(found: Coverage, unit: str) -> tuple[CatalogueOffer, ...] | None:
    """An offer speaks alone and hides what a unit's name or type has said: the offers that say that too.

    None where others answer for one of those areas, who would be hidden as well.
    """
    directory = found.directory
    told = [area for area, ground in directory.areas_at(directory.state.units[unit]) if ground is not Ground.OFFER]
    offers = [directory.codes.main_offer(area) for area in told]
    answered = (cell for area in told for cell in found.row(area) if cell.state is CellState.ANSWERED)
    alone = all(cell.receivers[0].giver == unit for cell in answered)
    known = tuple(one for one in offers if one is not None)
    return known if alone and len(known) == len(told) else None


def _make_main(found: Coverage, cell: Cell) -> Iterator[Mend]:
    """The offer itself says who of several is meant."""
    directory = found.directory
    offer = directory.codes.main_offer(cell.area)
    group = _first_group(directory, cell.area)
    if offer is None or any(one.offer == offer.code for key in group for one in directory.state.placements(key)):
        return
    for one in cell.receivers:
        told = directory.areas_at(directory.state.units[one.unit])
        speaks_only_here = all(area == cell.area for area, _ in told) or told[0][1] is Ground.OFFER
        if speaks_only_here and _keeps_the_others(found, cell, one.giver):
            params = {"offer": offer, "unit": _name(directory, one.unit), "type": cell.type}
            yield Mend("make_main", (_act(directory, "place_offer", one.unit, offer=offer.code),), params)


def _keep_one(found: Coverage, cell: Cell) -> Iterator[Mend]:
    """The others take the type no more, where nobody else is reached by theirs."""
    directory = found.directory
    givers = tuple(taking(directory, cell.area, cell.type))
    for kept in cell.receivers:
        others = [one for one in givers if _gln(directory, one) != kept.gln]
        if others and not any((one, cell.type) in found.used for one in others):
            acts = tuple(_remove(directory, one, cell.type) for one in others)
            names = tuple(_name(directory, one) for one in others)
            params = {"unit": _name(directory, kept.unit), "type": cell.type, "others": names}
            yield Mend("keep_one", acts, params)


def _take_off(found: Coverage, cell: Cell) -> Iterator[Mend]:
    """Nobody at that number uses it."""
    directory = found.directory
    receivers = [one for one in cell.receivers if (one.giver, cell.type) not in found.used]
    if len(receivers) == len(cell.receivers):
        acts = tuple(_remove(directory, one.giver, cell.type) for one in receivers)
        yield Mend("take_off", acts, {"type": cell.type, "units": _names(directory, receivers)})


def _would_be_second(found: Coverage, cell: Cell, giver: str) -> bool:
    """Whether another area that has its receiver would get this one besides."""
    for (area, _), other in found.cells.items():
        answered = other.state is CellState.ANSWERED and cell.type in other.types
        if answered and other.receivers[0].giver != giver and giver in _givers(found.directory, area):
            return True
    return False


def _keeps_the_others(found: Coverage, cell: Cell, giver: str) -> bool:
    """Whether the other messages of the area still reach one receiver when the offer is placed at this number."""
    directory = found.directory
    by_offer = bool(directory.area(cell.area).main)
    for other in found.row(cell.area):
        if other.state is not CellState.ANSWERED or other.receivers[0].giver == giver:
            continue
        takes = fit(directory, giver, other.type, other.receivers[0].version) is Fit.RECEIVES
        if takes is by_offer:
            return False
    return True


def _givers(directory: Directory, area: str) -> tuple[str, ...]:
    """Whose numbers are used in an area: the own ones first, the surest ground first."""
    units = [key for _, group in directory.area(area).tiers for key in group]
    found = [(giver != key, giver) for key in units if (giver := directory.places[key].giver) is not None]
    return tuple(dict.fromkeys(giver for _, giver in sorted(found, key=lambda one: one[0])))


def _first_group(directory: Directory, area: str) -> tuple[str, ...]:
    return next((group for _, group in directory.area(area).tiers), ())


def _add(directory: Directory, unit: str, type_: str) -> ActData:
    version = current(directory.codes, type_)
    return _act(directory, "add_message_type", unit, type=type_, version=version, direction="in")


def _remove(directory: Directory, unit: str, type_: str) -> ActData:
    return _act(directory, "remove_message_type", unit, type=type_, direction="in")


def _act(directory: Directory, name: str, unit: str, **fields: str) -> ActData:
    """On the day that is asked about, where one is."""
    dated = {"date": directory.day.isoformat()} if directory.day is not None else {}
    return {"act": name, "unit": unit, **fields, **dated}


def _gln(directory: Directory, giver: str) -> str:
    number = directory.number(giver)
    return (number.gln or "") if number is not None else ""


def _name(directory: Directory, key: str) -> str:
    return directory.state.units[key].name


def _names(directory: Directory, receivers: list[Receiver]) -> tuple[str, ...]:
    return tuple(_name(directory, one.unit) for one in receivers)
