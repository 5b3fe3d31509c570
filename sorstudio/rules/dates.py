"""Rules on starts and ends: periods that fit each other, and what stands still when something ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from sorstudio.model.areas import Ground
from sorstudio.model.codes import Area
from sorstudio.model.impact import THREADED
from sorstudio.model.invariants import closes_too_late
from sorstudio.model.naming import Bilingual
from sorstudio.model.records import LocationNumber, NumberState, RecordKind, Unit
from sorstudio.model.state import State
from sorstudio.model.timeline import START
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import Hit, Yield, check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Json, Repair, Severity
from sorstudio.rules.parameters import Day, Whole, Words
from sorstudio.rules.reach import Reach
from sorstudio.rules.subjects import closing, holds_numbers, number_owners, succeeded

_SHOWN = 5


@check("children_close_first", Reach.PARENT | Reach.BELOW, also_closing=True)
def children_close_first(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A parent may not close before its children."""
    parent = bench.state.units.get(unit.parent) if unit.parent else None
    if parent is None or parent.valid_to is None or not closes_too_late(unit, parent):
        return
    act: dict[str, Json] = {"act": "close", "unit": unit.key, "date": parent.valid_to.isoformat(), "with_below": True}
    repair = Repair("close", act, {"unit": unit.name, "day": parent.valid_to})
    repairs = (repair,) if unit.valid_to is None and not holds_numbers(bench, unit) else ()
    yield Hit({"parent": parent.name, "day": parent.valid_to}, repairs)


@check("parents_start_first", Reach.PARENT)
def parents_start_first(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A child may not start before its parent."""
    if unit.parent is None or unit.parent not in bench.state.units:
        return
    timeline = bench.plan.timeline
    start = timeline.start_of(RecordKind.UNIT, unit.key)
    parent_start = timeline.start_of(RecordKind.UNIT, unit.parent)
    if parent_start > bench.plan.baseline.day and START < start < parent_start:
        yield Hit({"parent": bench.name(unit.parent), "day": start, "parent_day": parent_start})


@check("start_far_enough_ahead", days=Whole(0, 365))
def start_far_enough_ahead(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """SOR wants a new unit some days before it starts."""
    if not bench.plan.timeline.is_planned(RecordKind.UNIT, unit.key) or unit.sor_id:
        return
    start = bench.plan.timeline.start_of(RecordKind.UNIT, unit.key)
    if START < start < bench.plan.today + timedelta(days=entry.whole("days")):
        yield Hit({"day": start, "days": entry.whole("days")})


@check("number_ordered_in_time", at=number_owners, days=Whole(0, 365))
def number_ordered_in_time(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A number that is ordered takes some days to be issued."""
    number = bench.state.number_of(unit.key)
    if number is None or number.gln is not None:
        return
    start = bench.plan.timeline.start_of(RecordKind.NUMBER, number.key)
    if START < start < bench.plan.today + timedelta(days=entry.whole("days")):
        yield Hit({"day": start, "days": entry.whole("days")})


@check("closing_lists_dependents", Reach.ENDS, also_closing=True, at=closing)
def closing_lists_dependents(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Nobody takes over from a unit that closes with a live number: all that hangs on the number is told.

    Quiet as soon as somebody takes over the tasks or the number, or the number is closed before the unit. An error only
    where it is known that somebody sends to it or looks for it.
    """
    number = live_number_that_closes(bench, unit)
    if number is None or unit.valid_to is None:
        return
    before = bench.plan.state(unit.valid_to - timedelta(days=1))
    types = tuple(dict.fromkeys(one.type for one in before.capabilities(number.key)))
    inheritors, offers = tuple(_inheritors(before, unit.key)), before.placements(unit.key)
    if number.messages_known and not (types or inheritors or offers):
        return
    params = {
        "day": unit.valid_to,
        "gln": number.gln,
        "messages": _shown(types) if number.messages_known else "word.unknown",
        "inheritors": _shown(_name(bench, before, key) for key in inheritors),
        "offers": _shown(_offer(bench, before, one.offer) for one in offers),
    }
    variant = ".threads" if _has_threads(bench, types) else ""
    yield Hit(params, tuple(_taken_back(bench, unit)), variant, lighter=None if types or offers else Severity.WARNING)


def live_number_that_closes(bench: Bench, unit: Unit) -> LocationNumber | None:
    """The issued number that goes with a unit where nobody takes over: what hangs on it is told all in one place."""
    if unit.valid_to is None or bench.state.successions(unit.key):
        return None
    before = bench.plan.state(unit.valid_to - timedelta(days=1))
    number = before.number_of(unit.key) if unit.key in before.units else None
    return None if number is None or number.gln is None or _lives_on(bench, number, unit) else number


@check("successor_stands", Reach.ENDS, also_closing=True, at=succeeded)
def successor_stands(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Who takes over is there when the unit closes, and goes on after it."""
    for one in bench.state.successions(unit.key):
        successor = bench.state.units.get(one.successor)
        if unit.valid_to is None:
            yield Hit({"successor": bench.name(one.successor)}, variant=".open")
        elif successor is None:
            yield Hit({"day": unit.valid_to}, variant=".missing")
        elif successor.valid_to is not None and not bench.state.successions(successor.key):
            yield Hit({"successor": bench.name(successor.key), "day": successor.valid_to}, variant=".closes")
        elif bench.plan.timeline.start_of(RecordKind.UNIT, successor.key) > max(unit.valid_to, bench.plan.baseline.day):
            start = bench.plan.timeline.start_of(RecordKind.UNIT, successor.key)
            yield Hit({"successor": bench.name(successor.key), "start": start, "day": unit.valid_to}, variant=".later")


@check("task_moves_away", Reach.ABOVE | Reach.BELOW | Reach.WORDS, areas=Words(), day=Day())
def task_moves_away(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A task that another authority takes over on a day has an end in the plan. Told at the topmost unit with it."""
    if unit.parent is None:
        return
    area = _moving_area(bench, unit, entry)
    if area is None or any(_has_it_too(bench, key, area, entry) for key in bench.state.ancestors(unit.key)):
        return
    day = entry.day("day")
    act: dict[str, Json] = {"act": "close", "unit": unit.key, "date": day.isoformat(), "with_below": True}
    is_simple = day > bench.plan.baseline.day and not holds_numbers(bench, unit)
    repair = Repair("close", act, {"unit": unit.name, "day": day})
    yield Hit({"area": area, "day": day}, (repair,) if is_simple else ())


def _moving_area(bench: Bench, unit: Unit, entry: RuleEntry) -> Area | None:
    """The area that moves away, told by an offer or the name; a type alone serves too many areas."""
    moving = entry.words("areas")
    named = bench.codes.area_names.find(unit.name)
    if not bench.state.placements(unit.key) and not any(code in moving for code in named):
        return None
    found = bench.areas(unit)
    return next((area for area in found.areas if area.code in moving and found.ground is not Ground.TYPE), None)


def _has_it_too(bench: Bench, key: str, area: Area, entry: RuleEntry) -> bool:
    above = bench.state.units[key]
    return above.parent is not None and above.valid_to is None and _moving_area(bench, above, entry) == area


def _lives_on(bench: Bench, number: LocationNumber, unit: Unit) -> bool:
    """Whether a unit that stays has the number as its own; if the closed one kept it, another rule speaks."""
    owners = bench.indexes.owners(number.gln)
    return any(key == unit.key or bench.state.units[key].valid_to is None for key in owners if key in bench.state.units)


def _inheritors(state: State, unit: str) -> Iterator[str]:
    """As `inherit.inheritors`, but a faulty register may hold units in a loop."""
    seen, ahead = {unit}, [unit]
    while ahead:
        for child in state.children(ahead.pop()):
            if child not in seen and state.number_of(child) is None:
                seen.add(child)
                ahead.append(child)
                if state.units[child].number_state is NumberState.INHERITED:
                    yield child


def _has_threads(bench: Bench, types: Iterable[str]) -> bool:
    found = (bench.codes.message_type(one) for one in types)
    return any(one is not None and one.code == THREADED for one in found)


def _taken_back(bench: Bench, unit: Unit) -> Iterator[Repair]:
    """A closing that the plan made can be taken back; one from the register cannot be known to be wrong."""
    plain = bench.plain.units.get(unit.key)
    parent = bench.state.units.get(unit.parent or "")
    if (plain is None or plain.valid_to is None) and (parent is None or parent.valid_to is None):
        yield Repair("reopen", {"act": "reopen", "unit": unit.key}, {"unit": unit.name})


def _shown(words: Iterable[Bilingual | str]) -> tuple[Bilingual | str, ...] | str:
    found = tuple(words)
    return (*found[:_SHOWN], "...") if len(found) > _SHOWN else found or "word.none"


def _name(bench: Bench, before: State, key: str) -> str:
    return bench.name(key) if key in bench.state.units else before.units[key].name


def _offer(bench: Bench, before: State, code: str) -> Bilingual | str:
    return bench.codes.offer(code) or str(getattr(before.record(RecordKind.OFFER, code), "name", code))
