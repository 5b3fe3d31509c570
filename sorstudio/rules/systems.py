"""Rules on what stands behind a location number: journal system, vendor, net operator and region."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from sorstudio.model.approvals import Verdict
from sorstudio.model.codes import JournalSystem
from sorstudio.model.inherit import nearest_number_above
from sorstudio.model.records import Direction, LocationNumber, MessageCapability, Unit, Unknown
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import Hit, Unjudged, Yield, check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Repair, Severity
from sorstudio.rules.parameters import Words
from sorstudio.rules.reach import Reach
from sorstudio.rules.subjects import number_owners

TO_COME = "word.number_to_come"
_NEAR = 0.6
_MOST_NEAR = 3


@check("ordered_number_names_its_system", Reach.ABOVE | Reach.SETTINGS, at=number_owners)
def ordered_number_names_its_system(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """The register wants to know the journal system that will receive on a new number."""
    number = bench.state.number_of(unit.key)
    if number is not None and number.gln is None and not number.system:
        repairs = tuple(_set_system(unit, number, one) for one in likely_systems(bench, unit))
        yield Hit({"field": "word.field.system"}, repairs)


@check("ordered_number_is_complete", Reach.ABOVE | Reach.SETTINGS, at=number_owners, fields=Words())
def ordered_number_is_complete(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """The rest of what SOR wants of a new number; while the system is missing, that is said first."""
    number = bench.state.number_of(unit.key)
    if number is None or number.gln is not None or not number.system:
        return
    missing = [name for name in entry.words("fields") if not isinstance(getattr(number, name, None), str)]
    if missing:
        known = details(bench, unit, _system_of(bench, number))
        act = {"act": "change_location_number", "unit": unit.key, **{name: known.get(name) for name in missing}}
        told = {"unit": unit.name, "values": tuple(known[name] for name in missing if name in known)}
        repairs = (Repair("complete_number", act, told),) if known.keys() >= set(missing) else ()
        yield Hit({"fields": tuple(f"word.field.{name}" for name in missing)}, repairs)


@check("ordered_number_waits", at=number_owners)
def ordered_number_waits(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A number is ordered by SOR-ID: a new unit has to be in SOR first."""
    number = bench.state.number_of(unit.key)
    if number is not None and number.gln is None and unit.sor_id is None:
        yield Hit()


@check("number_names_its_system", Reach.SETTINGS, at=number_owners)
def number_names_its_system(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A number that carries message types has a journal system behind it."""
    number = bench.state.number_of(unit.key)
    if number is None or number.gln is None or number.system:
        if number is not None and isinstance(number.system, Unknown):
            yield Unjudged("system")
        return
    held = bench.state.capabilities(number.key)
    if held:
        yield Hit({"gln": number.gln, "count": len(held)}, tuple(_fitting(bench, unit, number)))


@check("system_is_known", Reach.SETTINGS, at=number_owners)
def system_is_known(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """The journal system is one of MedCom's list; a register that gives it as a code is not judged."""
    number = bench.state.number_of(unit.key)
    if number is None or not isinstance(number.system, str) or not number.system or number.system.isdigit():
        return
    if bench.codes.journal_system(number.system) is None:
        near = _alike(bench, number.system)
        params = {"system": number.system, "gln": number.gln or TO_COME, "near": tuple(one.label for one in near)}
        yield Hit(params, tuple(_set_system(unit, number, one) for one in near))


@check("system_is_approved", Reach.SETTINGS, at=number_owners)
def system_is_approved(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """The journal system is approved for each message type that the number sends or receives."""
    number = bench.state.number_of(unit.key)
    system = _system_of(bench, number) if number is not None else None
    if number is None or system is None:
        return
    held = bench.state.capabilities(number.key)
    verdicts = {one.key: _verdict(bench, system, one) for one in held}
    for verdict, variant in ((Verdict.NOT_APPROVED, ""), (Verdict.TESTING, ".testing")):
        types = [one for one in held if verdicts[one.key] is verdict]
        if types:
            params = {"system": system.label, "gln": number.gln or TO_COME, "count": len(types), **_by_direction(types)}
            lighter = Severity.INFO if variant else None
            yield Hit(params, tuple(_fitting(bench, unit, number)), variant=variant, lighter=lighter)
            return


@check("net_operator_is_known", at=number_owners, gone=Words())
def net_operator_is_known(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Messages reach a number through a net operator that is there."""
    number = bench.state.number_of(unit.key)
    if number is None or not isinstance(number.net_operator, str) or not number.net_operator:
        if number is not None and isinstance(number.net_operator, Unknown):
            yield Unjudged("net_operator")
        return
    found = bench.codes.net_operator(number.net_operator)
    if found is None or found.code in entry.words("gone"):
        operator = found.name if found else number.net_operator
        yield Hit({"operator": operator, "gln": number.gln or TO_COME}, variant=".gone" if found else "")


@check("region_of_the_number", Reach.SETTINGS, at=number_owners, also=Words())
def region_of_the_number(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """The number stands under the region that the municipality lies in."""
    number = bench.state.number_of(unit.key)
    if number is None or not isinstance(number.region, str) or not number.region:
        return
    home = bench.municipality
    right = bench.codes.region(home.region_code) if home is not None else None
    if home is None or right is None or number.region in entry.words("also"):
        return
    found = bench.codes.region(number.region)
    if found is None or found.code != right.code:
        act = {"act": "change_location_number", "unit": unit.key, "region": right.code}
        repair = Repair("set_region", act, {"unit": unit.name, "region": right}, is_safe=True)
        yield Hit({"gln": number.gln or TO_COME, "region": found or number.region, "right": right}, (repair,))


def order_repairs(bench: Bench, unit: Unit) -> tuple[Repair, ...]:
    """Order a number for the unit, once for each journal system that may stand behind it; none where none is known.

    An order that does not name its system is an error of the request. Who offers this says ABOVE and SETTINGS.
    """
    return tuple(
        Repair(
            "order_number_with",
            {"act": "order_location_number", "unit": unit.key, **known},
            {"unit": unit.name, "system": system.label},
        )
        for system in likely_systems(bench, unit)
        if (known := details(bench, unit, system))
    )


def likely_systems(bench: Bench, unit: Unit) -> tuple[JournalSystem, ...]:
    """The systems that the plan's settings name; otherwise the one behind the nearest number above."""
    if bench.journal_systems:
        return bench.journal_systems
    above = _number_above(bench, unit)
    system = _system_of(bench, above) if above is not None else None
    return (system,) if system is not None else ()


def details(bench: Bench, unit: Unit, system: JournalSystem | None) -> dict[str, str]:
    """What can be told of a new number at the unit: its system, and what the number above and the municipality have."""
    above = _number_above(bench, unit)
    operator = above.net_operator if above is not None else None
    found = {"system": system.name, "vendor": system.vendor} if system is not None else {}
    if isinstance(operator, str) and operator:
        found["net_operator"] = operator
    if bench.municipality is not None:
        found["region"] = bench.municipality.region_code
    return found


def _number_above(bench: Bench, unit: Unit) -> LocationNumber | None:
    giver = nearest_number_above(bench.state, unit.key)
    return bench.state.number_of(giver) if giver is not None else None


def _system_of(bench: Bench, number: LocationNumber) -> JournalSystem | None:
    return bench.codes.journal_system(number.system) if isinstance(number.system, str) else None


def _verdict(bench: Bench, system: JournalSystem, one: MessageCapability) -> Verdict:
    return bench.codes.approvals.verdict(system, one.type, one.version, one.direction)


def _by_direction(types: list[MessageCapability]) -> dict[str, object]:
    """The types received and those sent, each by code and version."""
    named = {
        direction: tuple(f"{one.type} {one.version}" for one in types if one.direction is direction)
        for direction in Direction
    }
    return {"receives": named[Direction.IN] or "word.none", "sends": named[Direction.OUT] or "word.none"}


def _fitting(bench: Bench, unit: Unit, number: LocationNumber) -> Iterator[Repair]:
    """One repair for each system of the municipality that nothing on the number speaks against."""
    held = bench.state.capabilities(number.key)
    for system in bench.journal_systems:
        fits = all(_verdict(bench, system, one) in (Verdict.APPROVED, Verdict.UNTESTED) for one in held)
        if fits and system is not _system_of(bench, number):
            yield _set_system(unit, number, system)


def _set_system(unit: Unit, number: LocationNumber, system: JournalSystem) -> Repair:
    act = {"act": "change_location_number", "unit": unit.key, "system": system.name, "vendor": system.vendor}
    return Repair("set_system", act, {"unit": unit.name, "gln": number.gln or TO_COME, "system": system.label})


def _alike(bench: Bench, text: str) -> tuple[JournalSystem, ...]:
    """The systems of the list whose names are near a text, the municipality's own first."""
    systems = {one.name.casefold(): one for one in (*bench.codes.journal_systems, *bench.journal_systems)}
    near = get_close_matches(text.casefold(), systems, _MOST_NEAR, _NEAR)
    held = [name for name in systems if len(name) > 2 and f" {name} " in f" {text.casefold()} " and name not in near]
    return tuple(systems[name] for name in (*held, *near))[:_MOST_NEAR]
