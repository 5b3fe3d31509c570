"""Rules on message types: a number that receives nothing is no use, and an acute function takes its referrals."""

from __future__ import annotations

from collections.abc import Iterator

from sorstudio.model.inherit import number_at, number_giver
from sorstudio.model.naming import fold
from sorstudio.model.records import Direction, Unit
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import Hit, Unjudged, Yield, check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Repair
from sorstudio.rules.parameters import Words
from sorstudio.rules.reach import Reach
from sorstudio.rules.subjects import number_owners

ACUTE_AREA = "akutfunktion"
ACUTE_REFERRAL = "XREF22"


@check("own_number_has_message_types", at=number_owners)
def own_number_has_message_types(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A location number exists to receive or send messages."""
    number = bench.state.number_of(unit.key)
    if number is None or bench.state.capabilities(number.key):
        return
    if not number.messages_known:
        yield Unjudged("message_type")
        return
    expected = tuple(_expected(bench, unit))
    params = {"gln": number.gln or "word.number_to_come", "expected": expected}
    yield Hit(params, variant=".expected" if expected else "")


@check("acute_function_takes_referrals", Reach.NUMBERS, words=Words())
def acute_function_takes_referrals(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Referrals to the acute function come as XREF22, which must stand on the number that holds at the unit."""
    if not _is_acute(bench, unit, entry):
        return
    number, giver = number_at(bench.state, unit.key), number_giver(bench.state, unit.key)
    if number is None or giver is None:
        yield Hit({"type": ACUTE_REFERRAL}, _number_repairs(unit), variant=".no_number")
        return
    received = {one.type for one in bench.state.capabilities(number.key) if one.direction is Direction.IN}
    if ACUTE_REFERRAL in received:
        return
    if not number.messages_known:
        yield Unjudged("message_type")
        return
    act = {"act": "add_message_type", "unit": giver, "type": ACUTE_REFERRAL, "direction": Direction.IN.value}
    params = {"type": ACUTE_REFERRAL, "gln": number.gln or "word.number_to_come"}
    yield Hit(params, (Repair("add_message_type", act, {**params, "unit": bench.name(giver)}),))


def _is_acute(bench: Bench, unit: Unit, entry: RuleEntry) -> bool:
    """By what it offers; where the plan says nothing about that, by its name."""
    offers = [bench.codes.offer(placement.offer) for placement in bench.state.placements(unit.key)]
    if any(offer is not None and offer.area_code == ACUTE_AREA for offer in offers):
        return True
    name = fold(unit.name)
    return not offers and any(word in name for word in entry.words("words"))


def _number_repairs(unit: Unit) -> tuple[Repair, ...]:
    return (Repair("order_number", {"act": "order_location_number", "unit": unit.key}, {"unit": unit.name}),)


def _expected(bench: Bench, unit: Unit) -> Iterator[str]:
    """What the areas of the offers at the unit receive, each type once."""
    offers = (bench.codes.offer(placement.offer) for placement in bench.state.placements(unit.key))
    yield from dict.fromkeys(code for offer in offers if offer for code in offer.receives)
