"""Rules on what a unit must tell about itself: its type."""

from __future__ import annotations

from collections.abc import Iterator

from sorstudio.model.records import Unit, Unknown
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import Hit, Unjudged, Yield, check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Repair


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
