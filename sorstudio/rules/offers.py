"""Rules on who offers what: offers that nobody provides, and units that offer nothing where their neighbours do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from sorstudio.model.areas import Ground
from sorstudio.model.codes import OfferKind
from sorstudio.model.records import NumberState, Placement, RecordKind, Unit, UnitKind
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import Hit, Yield, check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Json, Repair
from sorstudio.rules.parameters import Share, Words
from sorstudio.rules.reach import Circle, Reach
from sorstudio.rules.subjects import providers

_SHOWN = 8


def other_offers(circle: Circle, entry: RuleEntry) -> bool:
    """Whether an act can have changed what is offered."""
    return circle.bears_on_receivers()


@check("area_offers_have_a_unit", Reach.WHOLE, matters=other_offers, besides=Words())
def area_offers_have_a_unit(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Each area of the catalogue is offered by some unit. Quiet until the plan has placed offers at all."""
    provided = _provided(bench)
    if not provided:
        return
    areas = {found.area_code for offer in provided if (found := bench.codes.offer(offer))} | _own_areas(bench, provided)
    done = areas | set(entry.words("besides"))
    left = tuple(one for one in bench.codes.offers if one.kind is OfferKind.AREA and one.area_code not in done)
    if left:
        shown = (*left[:_SHOWN], "...") if len(left) > _SHOWN else left
        yield Hit({"count": len(left), "offers": shown})


@check("own_offers_have_a_unit", Reach.WHOLE, matters=other_offers)
def own_offers_have_a_unit(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """An offer that the municipality added itself is provided by some unit."""
    provided = _provided(bench)
    for one in bench.state.offers():
        if one.key not in provided:
            act: dict[str, Json] = {"act": "delete_offer", "offer": one.key}
            yield Hit({"offer": one.name}, (Repair("delete_offer", act, {"offer": one.name}),))


def beside_providers(bench: Bench) -> Iterable[str]:
    """Units beside those that offer something."""
    units = bench.state.units
    above = dict.fromkeys(units[key].parent or "" for key in providers(bench) if key in units)
    return (child for key in above for child in bench.state.children(key))


@check("offers_like_its_neighbours", Reach.SIBLINGS | Reach.ABOVE | Reach.CHILDREN | Reach.WORDS, at=beside_providers,
       share=Share())  # fmt: skip
def offers_like_its_neighbours(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A unit without units below offers something where most of its neighbours do, unless a unit above does it."""
    if unit.kind is not UnitKind.OE or unit.parent is None or bench.state.placements(unit.key):
        return
    if bench.state.children(unit.key) or not _most_offer(bench, unit, entry.share("share")):
        return
    if not any(bench.state.placements(key) for key in bench.state.ancestors(unit.key)):
        yield Hit({"parent": bench.name(unit.parent)}, tuple(_fitting(bench, unit)))


def other_belonging(circle: Circle, entry: RuleEntry) -> bool:
    """Whether an act can have changed to which areas units belong, or whether they have a number and when."""
    if circle.kinds & {RecordKind.PLACEMENT, RecordKind.OFFER}:
        return True
    told: dict[str, list[object]] = {}
    for _, unit in circle.touched():
        facts = (unit.name, unit.unit_type, unit.number_state, unit.valid_from, unit.valid_to)
        told.setdefault(unit.key, []).append(facts)
    return any(len(each) == 1 or each[0] != each[1] for each in told.values())


@check("areas_can_be_found", Reach.WHOLE, matters=other_belonging, besides=Words(), vague=Words())
def areas_can_be_found(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Each area has a unit that offers it, is named so or has its type, is in force, and has a number.

    Where a register file is silent on a number, the unit may have one.
    """
    left = {one.code for one in bench.codes.areas} - set(entry.words("besides"))
    lacking: dict[str, set[str]] = {".not_yet": set(), ".no_number": set()}
    question = f"told areas {entry.code}"
    for one in bench.open:
        found = left.intersection(bench.kept(question, one.key, partial(_told_areas, bench, one, entry)))
        if not found:
            continue
        if one.number_state is NumberState.NONE:
            lacking[".no_number"] |= found
        elif one.valid_from is not None and one.valid_from > bench.plan.today:
            lacking[".not_yet"] |= found
        else:
            left -= found
            if not left:
                return
    for variant, codes in lacking.items():
        yield from _areas_hit(bench, left & codes, variant)
        left -= codes
    yield from _areas_hit(bench, left, "")


def _areas_hit(bench: Bench, codes: set[str], variant: str) -> Iterator[Hit]:
    areas = tuple(area for area in bench.codes.areas if area.code in codes)
    if areas:
        shown = (*areas[:_SHOWN], "...") if len(areas) > _SHOWN else areas
        yield Hit({"count": len(areas), "areas": shown}, variant=variant)


def _told_areas(bench: Bench, unit: Unit, entry: RuleEntry) -> tuple[str, ...]:
    """The areas that a sender takes a unit for; of those that a type serves the one that leads with it."""
    found = bench.areas(unit)
    if found.ground is not Ground.TYPE:
        return found.codes
    kind = bench.codes.unit_type(str(unit.unit_type))
    if kind is None or kind.name_da in entry.words("vague"):
        return ()
    leading = tuple(one.code for one in found.areas if one.unit_types[:1] == (kind.code,))
    return (leading or found.codes)[:1]


def _most_offer(bench: Bench, unit: Unit, share: float) -> bool:
    others = [key for key in bench.state.children(unit.parent or "") if key != unit.key]
    others = [key for key in others if bench.state.units[key].valid_to is None]
    offering = sum(1 for key in others if bench.state.placements(key))
    return offering > 0 and offering >= share * len(others)


def _fitting(bench: Bench, unit: Unit) -> Iterator[Repair]:
    """The main offer of the area that the name speaks of."""
    found = bench.areas(unit)
    codes = found.codes if found.ground is Ground.NAME else ()
    for offer in (one for one in bench.codes.offers if one.kind is OfferKind.AREA and one.area_code in codes):
        act: dict[str, Json] = {"act": "place_offer", "unit": unit.key, "offer": offer.code}
        yield Repair("place_offer", act, {"unit": unit.name, "offer": offer})


def _provided(bench: Bench) -> set[str]:
    """The offers of units that stay."""
    units = bench.state.units
    records = bench.state.records[RecordKind.PLACEMENT].values()
    return {
        one.offer
        for one in records
        if isinstance(one, Placement) and one.unit in units and units[one.unit].valid_to is None
    }


def _own_areas(bench: Bench, provided: set[str]) -> set[str]:
    return {one.area for one in bench.state.offers() if one.area and one.key in provided}
