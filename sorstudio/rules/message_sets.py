"""Rules on message types that belong together: receipts, questions with their answers, and what an area works with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sorstudio.model.areas import Areas, Ground
from sorstudio.model.codes import Status
from sorstudio.model.records import Direction, Unit
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import Hit, Unjudged, Yield, check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.messages import ACUTE_AREA, ACUTE_REFERRAL
from sorstudio.rules.parameters import Pairs, Table, Words
from sorstudio.rules.registrations import (
    ALTERNATIVES,
    NOT_AREAS,
    OPTIONAL,
    Registrations,
    Wanted,
    adding,
    areas_judged,
    expected,
    registrations,
    told,
    weight,
)
from sorstudio.rules.subjects import number_owners


@check("receipts_are_there", at=number_owners, families=Words(), directions=Words())
def receipts_are_there(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Messages of a family come with its receipts, in all the directions that are named, or else in any (MC-06, 07)."""
    held = registrations(bench, unit)
    if held is None:
        return
    ways = frozenset(way for way in Direction if way.value in entry.words("directions"))
    lacking = [
        receipt
        for family in entry.words("families")
        if family in _families(bench, held)
        for receipt in bench.codes.messages.receipts.get(family, ())
        if not (ways <= held.ways(receipt) if ways else held.ways(receipt))
    ]
    if not lacking:
        return
    if not held.is_known:
        yield Unjudged("message_type")
        return
    repair = adding(bench.codes, held, [(one, way) for one in lacking for way in Direction], is_safe=True)
    yield Hit({"gln": held.gln, "receipts": tuple(lacking)}, (repair,))


@check("questions_and_answers", at=number_owners, pairs=Pairs())
def questions_and_answers(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Whoever receives a referral sends its answer, and the other way round, on the same number (MC-08)."""
    held = registrations(bench, unit)
    if held is None:
        return
    for question, answer in entry.pairs("pairs").items():
        asked, answered = held.ways(question), held.ways(answer)
        if Direction.IN in asked and not answered:
            missing = (answer, Direction.OUT)
        elif Direction.OUT in answered and not asked and not _told_as_acute(bench, unit, question):
            missing = (question, Direction.IN)
        else:
            continue
        if not held.is_known:
            yield Unjudged("message_type")
            return
        params = {"gln": held.gln, "question": question, "answer": answer}
        repair = adding(bench.codes, held, [missing], is_safe=True)
        yield Hit(params, (repair,), ".answer" if missing[0] == answer else ".question")


@check(
    "hospital_set_is_whole",
    at=number_owners,
    not_areas=Words(),
    receives=Words(),
    sends=Words(),
    alternatives=ALTERNATIVES,
)
def hospital_set_is_whole(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Where one of the messages between home care and hospital is used, all of them are (MC-09)."""
    held = registrations(bench, unit)
    wanted = list(_set(entry))
    if held is None or not held.ways(*(type_ for type_, _ in wanted)):
        return
    areas = areas_judged(bench, unit)
    if any(areas.has(code) for code in entry.words("not_areas")):
        return
    sends = {code for area in areas.areas for code in area.sends}
    wanted = [(type_, way) for type_, way in wanted if way is Direction.IN or not sends or type_ in sends]
    yield from _missing(bench, held, wanted, entry, is_safe=True)


@check(
    "areas_use_the_hospital_set",
    at=number_owners,
    areas=Words(),
    receives=Words(),
    sends=Words(),
    alternatives=ALTERNATIVES,
)
def areas_use_the_hospital_set(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """By the health agreements psychiatry and the social area use the same messages as the somatic area."""
    areas = areas_judged(bench, unit)
    if any(areas.has(code) for code in entry.words("areas")):
        held = registrations(bench, unit)
        if held is not None:
            yield from _missing(bench, held, _set(entry), entry, areas)


@check(
    "areas_have_their_messages",
    at=number_owners,
    elsewhere=Words(),
    sets=Table(),
    optional=OPTIONAL,
    not_areas=NOT_AREAS,
    alternatives=ALTERNATIVES,
)
def areas_have_their_messages(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A number has what the areas of its unit receive and send.

    A set of which a part is there already is left to the rule on that set; `elsewhere` names what other rules tell.
    """
    held = registrations(bench, unit)
    if held is None:
        return
    areas = areas_judged(bench, unit)
    begun = {type_ for each in entry.table("sets").values() if held.ways(*each) for type_ in each}
    silent = begun.union(entry.words("elsewhere"))
    wanted = [one for one in expected(areas, entry) if one[0] not in silent]
    yield from _missing(bench, held, wanted, entry, areas, is_safe=areas.ground is Ground.OFFER)


@check("correspondence_is_received", at=number_owners, types=Words(), not_areas=Words())
def correspondence_is_received(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Nearly every area is written to by correspondence, in one of its formats."""
    held, types = registrations(bench, unit), entry.words("types")
    if held is None or Direction.IN in held.ways(*types):
        return
    areas = areas_judged(bench, unit)
    demand = [area.code not in entry.words("not_areas") and bool({*types} & {*area.receives}) for area in areas.areas]
    if not demand or not (all(demand) if areas.ground is Ground.TYPE else any(demand)):
        return
    if not held.is_known:
        yield Unjudged("message_type")
        return
    repairs = (adding(bench.codes, held, [(one, way) for way in Direction]) for one in types[:1])
    names = tuple(area for area, wants in zip(areas.areas, demand, strict=True) if wants)
    yield Hit({"gln": held.gln, "types": types, "areas": names}, tuple(repairs), lighter=weight(areas))


@check("correspondence_in_the_new_form", at=number_owners, new=Words(), old=Words())
def correspondence_in_the_new_form(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Who is written to in a form that goes out of use can be written to in the one that follows it, too."""
    held, new = registrations(bench, unit), entry.words("new")
    if held is None or Direction.IN in held.ways(*new):
        return
    old = tuple(one for one in entry.words("old") if Direction.IN in held.ways(one))
    if not old:
        return
    if not held.is_known:
        yield Unjudged("message_type")
        return
    repair = adding(bench.codes, held, [(one, way) for one in new for way in Direction])
    yield Hit({"gln": held.gln, "old": old, "new": new}, (repair,))


def _missing(
    bench: Bench,
    held: Registrations,
    wanted: Iterable[Wanted],
    entry: RuleEntry,
    areas: Areas | None = None,
    *,
    is_safe: bool = False,
) -> Iterator[Yield]:
    lacking = [one for one in wanted if held.lacks(bench.codes, one, entry.table("alternatives"))]
    if not lacking:
        return
    if not held.is_known:
        yield Unjudged("message_type")
        return
    params, variant = told(lacking)
    names = areas.areas if areas is not None else ()
    repair = adding(bench.codes, held, lacking, is_safe=is_safe)
    lighter = weight(areas) if areas is not None else None
    yield Hit({"gln": held.gln, **params, "areas": names}, (repair,), variant, lighter=lighter)


def _set(entry: RuleEntry) -> Iterator[Wanted]:
    yield from ((type_, Direction.IN) for type_ in entry.words("receives"))
    yield from ((type_, Direction.OUT) for type_ in entry.words("sends"))


def _told_as_acute(bench: Bench, unit: Unit, question: str) -> bool:
    """The rule on the acute function says it already."""
    return question == ACUTE_REFERRAL and bench.areas(unit).has(ACUTE_AREA)


def _families(bench: Bench, held: Registrations) -> set[str]:
    """The families of the messages on a number, receipts and what is on trial left out."""
    codes = {one.type for one in held.items if not bench.codes.messages.is_receipt(one.type)}
    found = (bench.codes.message_type(one) for one in codes)
    return {one.family for one in found if one is not None and one.status is not Status.PILOT}
