"""Rules on what a unit must tell about itself: type, address, telephone, and a start far enough ahead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sorstudio.model.records import Contact, RecordKind, Unit, UnitKind, Unknown
from sorstudio.model.timeline import START
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import Hit, Unjudged, Yield, check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Repair
from sorstudio.rules.parameters import Whole

SHORTEST_PHONE, LONGEST_PHONE = 8, 20


@check("phone_length")
def phone_length(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A telephone or fax number has 8 to 20 characters."""
    if not isinstance(unit.contact, Contact):
        return
    for number in (unit.contact.phone, unit.contact.fax):
        if number and not SHORTEST_PHONE <= len(number) <= LONGEST_PHONE:
            yield Hit({"phone": number, "least": SHORTEST_PHONE, "most": LONGEST_PHONE})


@check("owner_can_be_reached")
def owner_can_be_reached(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """The owner must have a postal address and a telephone of its own: there is nobody to inherit from."""
    if unit.kind is not UnitKind.IE:
        return
    if isinstance(unit.postal, Unknown):
        yield Unjudged("postal")
    elif unit.postal is None:
        yield Hit(variant=".postal")
    if isinstance(unit.contact, Unknown):
        yield Unjudged("contact")
    elif unit.contact is None or not unit.contact.phone:
        yield Hit(variant=".phone")


@check("start_far_enough_ahead", days=Whole(0, 365))
def start_far_enough_ahead(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """SOR wants a new unit some days before it starts."""
    if not bench.plan.timeline.is_planned(RecordKind.UNIT, unit.key) or unit.sor_id:
        return
    start = bench.plan.timeline.start_of(RecordKind.UNIT, unit.key)
    if START < start < bench.plan.today + timedelta(days=entry.whole("days")):
        yield Hit({"day": start, "days": entry.whole("days")})


@check("unit_type_is_set")
def unit_type_is_set(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Partners find a unit by its type."""
    if isinstance(unit.unit_type, Unknown):
        yield Unjudged("unit_type")
    elif not unit.unit_type:
        yield Hit({}, tuple(_fitting_types(bench, unit)))


def _fitting_types(bench: Bench, unit: Unit) -> Iterator[Repair]:
    """The types that fit what the unit offers."""
    offers = (bench.codes.offer(placement.offer) for placement in bench.state.placements(unit.key))
    codes = dict.fromkeys(code for offer in offers if offer for code in offer.unit_types)
    for code in codes:
        found = bench.codes.unit_type(code)
        act = {"act": "set_unit_type", "unit": unit.key, "code": code}
        yield Repair("set_unit_type", act, {"unit": unit.name, "type": found.name_da if found else code})
