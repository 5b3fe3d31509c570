"""Rules on message types: a number that receives nothing is no use, and what stands on it must be what others know."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from sorstudio.model.areas import Ground
from sorstudio.model.codes import Flow, MessageType
from sorstudio.model.inherit import number_at, number_giver
from sorstudio.model.records import Direction, Unit
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import Hit, Unjudged, Yield, check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Repair
from sorstudio.rules.indexes import folded
from sorstudio.rules.parameters import Words
from sorstudio.rules.reach import Reach
from sorstudio.rules.registrations import (
    ALTERNATIVES,
    NOT_AREAS,
    OPTIONAL,
    Act,
    Registrations,
    add_act,
    adding,
    areas_judged,
    by_version,
    expected,
    is_in_use,
    is_pilot,
    label,
    on_number,
    registrations,
    remove_act,
    replacing,
)
from sorstudio.rules.subjects import number_owners
from sorstudio.rules.systems import order_repairs

ACUTE_AREA = "akutfunktion"
ACUTE_REFERRAL = "XREF22"
_MOST_NEAR = 3


@check(
    "own_number_has_message_types", at=number_owners, optional=OPTIONAL, not_areas=NOT_AREAS, alternatives=ALTERNATIVES
)
def own_number_has_message_types(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A location number exists to receive or send messages."""
    number = bench.state.number_of(unit.key)
    if number is None or bench.state.capabilities(number.key):
        return
    if not number.messages_known:
        yield Unjudged("message_type")
        return
    held = on_number(bench.codes, number, ())
    areas = areas_judged(bench, unit)
    wanted = expected(areas, entry)
    if not wanted:
        yield Hit({"gln": held.gln, "expected": ()})
        return
    is_safe = areas.ground is Ground.OFFER
    repairs = (adding(bench.codes, held, wanted, is_safe=is_safe),) if is_in_use(number) else ()
    types = tuple(dict.fromkeys(type_ for type_, _ in wanted))
    yield Hit({"gln": held.gln, "expected": types}, repairs, ".expected" if is_safe else ".guessed")


@check("acute_function_takes_referrals", Reach.NUMBERS | Reach.ABOVE | Reach.SETTINGS, words=Words())
def acute_function_takes_referrals(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Referrals to the acute function come as XREF22, which must stand on the number that holds at the unit."""
    if not _is_acute(bench, unit, entry):
        return
    number, giver = number_at(bench.state, unit.key), number_giver(bench.state, unit.key)
    if number is None or giver is None:
        yield Hit({"type": ACUTE_REFERRAL}, order_repairs(bench, unit), variant=".no_number")
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


@check("known_message_types", at=number_owners)
def known_message_types(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Type and version stand in MedCom's catalogue, and are such as a location number can have (MC-04)."""
    held = registrations(bench, unit)
    if held is None:
        return
    for (type_, version), ways in by_version(held).items():
        found = bench.codes.message_type(type_, version or None)
        params = {"gln": held.gln, "type": label(type_, version)}
        if found is None:
            near = _near(bench, type_, version)
            known = tuple(one.label for one in near)
            repairs = (
                _as_one(
                    "replace_message_type",
                    replacing(held, (type_, version), ways, one),
                    held,
                    old=params["type"],
                    new=one.label,
                )
                for one in near
            )
            variant = ".version" if bench.codes.message_versions(type_) else ".near" if near else ""
            yield Hit({**params, "near": known}, tuple(repairs) if type_.strip() else (), variant)
        elif not found.is_registrable:
            away = [remove_act(held.unit, type_, ways, version)]
            yield Hit(params, (_as_one("remove_message_type", away, held, old=params["type"]),), ".not_for_numbers")


@check("current_message_versions", at=number_owners, statuses=Words())
def current_message_versions(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """What has been taken over by a newer version or type is not used any more (MC-05)."""
    held = registrations(bench, unit)
    if held is None:
        return
    kinds: dict[str, list[tuple[MessageType, MessageType, list[Act]]]] = {}
    for (type_, version), ways in by_version(held).items():
        old = bench.codes.message_type(type_, version or None)
        new = bench.codes.replacement(old) if old is not None and old.status in entry.words("statuses") else None
        if old is not None and new is not None:
            alike = "" if old.family == new.family else ".other_family"
            kind = ".beside" if ways <= _ways_of(held, new) else alike
            acts = [] if kind == ".other_family" else replacing(held, (type_, version), ways, new)
            kinds.setdefault(kind, []).append((old, new, acts))
    for kind, found in kinds.items():
        olds = tuple(old.label for old, _, _ in found)
        news = tuple(dict.fromkeys(new.label for _, new, _ in found))
        acts = [act for _, _, each in found for act in each]
        code = "remove_message_type" if kind else "replace_message_type"
        repairs = (_as_one(code, acts, held, old=olds, new=news),) if acts else ()
        yield Hit({"gln": held.gln, "old": olds, "new": news}, repairs, kind)


@check("usual_direction", at=number_owners)
def usual_direction(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A type that a municipality only receives is not registered as sent alone, nor the other way round.

    Both directions at once occur in real registrations (XREF22 and XDIS22) and harm nobody.
    """
    held = registrations(bench, unit)
    if held is None:
        return
    for right in Direction:
        turned = [
            one
            for one in held.items
            if one.direction is not right
            and (found := bench.codes.message_type(one.type)) is not None
            and found.direction is not Flow.BOTH
            and not is_pilot(bench.codes, one.type)
            and found.direction.value == right.value
            and right not in held.ways(one.type)
        ]
        if not turned:
            continue
        if not held.is_known:
            yield Unjudged("message_type")
            continue
        acts = [
            act
            for one in turned
            for act in (
                remove_act(held.unit, one.type, (one.direction,), one.version),
                add_act(held.unit, one.type, (right,), one.version),
            )
        ]
        params = {"gln": held.gln, "types": tuple(dict.fromkeys(one.type for one in turned))}
        repair = Repair("turn_message_type", acts[0], params, tuple(acts[1:]))
        known = all(bench.codes.message_type(one.type, one.version or None) for one in turned)
        yield Hit(params, (repair,) if known else (), f".{right.value}")


def _ways_of(held: Registrations, message: MessageType) -> set[Direction]:
    """The directions in which exactly this version stands there."""
    return {one.direction for one in held.items if (one.type, one.version) == (message.code, message.version)}


def _near(bench: Bench, type_: str, version: str) -> tuple[MessageType, ...]:
    """What may have been meant: the current version of the type, the type of the version, or types spelled alike."""
    current = bench.codes.message_versions(type_)[:1]
    by_its_version = bench.codes.message_from_sor_edi("", version) if version else None
    if current or by_its_version is not None:
        return current or ((by_its_version,) if by_its_version is not None else ())
    names = dict.fromkeys(one.code for one in bench.codes.message_types if one.is_municipal and one.is_registrable)
    alike = get_close_matches(type_.upper(), names, _MOST_NEAR)
    return tuple(found for name in alike if (found := bench.codes.message_type(name)) is not None)


def _as_one(code: str, acts: list[Act], held: Registrations, **params: object) -> Repair:
    return Repair(code, acts[0], {"gln": held.gln, **params}, tuple(acts[1:]))


def _is_acute(bench: Bench, unit: Unit, entry: RuleEntry) -> bool:
    """By what it offers; where the plan says nothing about that, by its name."""
    offers = [bench.codes.offer(placement.offer) for placement in bench.state.placements(unit.key)]
    if any(offer is not None and offer.area_code == ACUTE_AREA for offer in offers):
        return True
    name = folded(unit.name)
    return not offers and any(word in name for word in entry.words("words"))
