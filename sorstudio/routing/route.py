"""Who receives this: one pure function from a question to exactly one receiver, or to a named reason why not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sorstudio.model.areas import Ground, area_of_offer
from sorstudio.model.codes import OfferKind
from sorstudio.model.texts import Clause
from sorstudio.routing.answer import Answer, Reason, Receiver
from sorstudio.routing.directory import Directory, above_all
from sorstudio.routing.nearest import nearest
from sorstudio.routing.numbers import REASON_OF, Fit, best, fit
from sorstudio.routing.question import Question

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question made ready: the area it is about, and the types with their versions in the order of trying."""

    area: str | None
    types: tuple[tuple[str, str], ...]
    is_named: bool

    @property
    def first(self) -> tuple[str, str]:
        """The type that is tried first."""
        return self.types[0] if self.types else ("", "")


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What one group of units comes to."""

    receiver: Receiver | None
    reason: Reason | None
    steps: tuple[Clause, ...]
    type: tuple[str, str]
    among: tuple[str, ...] = ()


def route(directory: Directory, asked: Question) -> Answer:
    """The receiver of a message, with how it was found; or the reason and what comes nearest. Never an exception."""
    wanted = make_ready(directory, asked)
    answer = _refused(directory, asked, wanted) or _found(directory, asked, wanted)
    text = directory.state.offer_text(asked.offer) if asked.offer is not None else None
    receiver = answer.receiver
    if receiver is not None and text is not None and text.phone:
        receiver = replace(receiver, phone=text.phone)
    return replace(answer, receiver=receiver, area=wanted.area, types=tuple(type_ for type_, _ in wanted.types))


def make_ready(directory: Directory, asked: Question) -> Wanted:
    """The area of an offer, the usual message of a sender, the current version of a message."""
    area = asked.area or _area_of(directory, asked.offer)
    if asked.message is not None:
        version = asked.version or _current(directory, asked.message)
        return Wanted(area or _area_of_message(directory, asked.message), ((asked.message, version),), True)
    types = directory.book.types_for(area, asked.sender)
    offer = directory.codes.offer(asked.offer or "")
    if offer is not None and offer.receives and not set(types) & set(offer.receives):
        types = directory.book.correspondence
    return Wanted(area, tuple((one, _current(directory, one)) for one in types), False)


def _area_of(directory: Directory, offer: str | None) -> str | None:
    return (area_of_offer(directory.codes, directory.state, offer) or None) if offer is not None else None


def _area_of_message(directory: Directory, type_: str) -> str | None:
    """The one area that a message is made for; None where it goes to several."""
    found = [one.areas for one in directory.book.usual if type_ in one.types]
    return found[0][0] if len(found) == 1 and len(found[0]) == 1 else None


def _current(directory: Directory, type_: str) -> str:
    found = directory.codes.message_versions(type_)
    return found[0].version if found else ""


def _refused(directory: Directory, asked: Question, wanted: Wanted) -> Answer | None:
    """What no number can change: it is no message, it must not go there, or it is not the municipality's task."""
    type_ = wanted.first[0]
    message = directory.codes.message_type(type_)
    units = _first_tier(directory, asked, wanted)
    if message is not None and not message.is_registrable:
        steps = (Clause("routing.step.not_by_number", {"type": type_}),)
        return _without(directory, asked, wanted, Reason.NOT_BY_NUMBER, steps, units)
    belongs = directory.book.instead(type_, wanted.area) if wanted.is_named else None
    if belongs is not None:
        params = {"type": type_, "area": _area(directory, wanted.area), "right": _area(directory, belongs)}
        steps = (Clause("routing.step.wrong_area", params),)
        right = route(directory, replace(asked, area=belongs, offer=None))
        found = nearest(directory, wanted.first, (), instead=right.receiver)
        return Answer(asked, None, Reason.WRONG_AREA, steps, found, units)
    move = directory.book.move_of(wanted.area, asked.offer, asked.day or directory.day)
    if move is not None:
        steps = (Clause("routing.step.moved", {"to": move, "day": move.day}),)
        return _without(directory, asked, wanted, Reason.WRONG_AUTHORITY, steps, units)
    return None


def _found(directory: Directory, asked: Question, wanted: Wanted) -> Answer:
    steps = _first_steps(directory, asked, wanted)
    outcomes: list[_Outcome] = []
    units: tuple[str, ...] = ()
    for ground, group in _tiers(directory, asked, wanted):
        units = units or group
        outcome = _of_group(directory, asked, wanted, ground, group)
        outcomes.append(outcome)
        if outcome.receiver is not None or outcome.reason is Reason.TWO_CANDIDATES:
            break
    chosen = next((one for one in outcomes if one.receiver is not None), outcomes[0] if outcomes else None)
    if chosen is None:
        chosen = _nobody(directory, asked, wanted)
    if chosen.receiver is not None:
        return Answer(asked, chosen.receiver, None, (*steps, *chosen.steps), units=units)
    stand_in = _administration(directory, wanted, units, chosen)
    if stand_in is not None:
        said = (*steps, *chosen.steps, *stand_in.steps)
        return Answer(asked, stand_in.receiver, None, said, units=units)
    reason = chosen.reason or Reason.NO_UNIT
    found = nearest(directory, chosen.type, units, among=chosen.among)
    return Answer(asked, None, reason, (*steps, *chosen.steps), found, units)


def _first_steps(directory: Directory, asked: Question, wanted: Wanted) -> tuple[Clause, ...]:
    steps = []
    if asked.offer is not None and wanted.area is not None and asked.area is None:
        params = {"offer": _offer(directory, asked.offer), "area": _area(directory, wanted.area)}
        steps.append(Clause("routing.step.offer", params))
    if not wanted.is_named and wanted.types:
        type_ = wanted.types[0][0]
        steps.append(Clause("routing.step.usual", {"type": type_, "name": directory.codes.message_type(type_)}))
    coming = directory.book.move_to_come(wanted.area, asked.offer)
    if coming is not None:
        offers = tuple(directory.codes.offer(one) or one for one in coming.offers)
        is_part = bool(offers) and asked.offer is None
        code = "routing.step.moves_part" if is_part else "routing.step.moves"
        steps.append(Clause(code, {"to": coming, "day": coming.day, **({"offers": offers} if is_part else {})}))
    return tuple(steps)


def _tiers(directory: Directory, asked: Question, wanted: Wanted) -> Iterable[tuple[Ground, tuple[str, ...]]]:
    """The groups of units to ask, one after the other."""
    offering = directory.offering.get(asked.offer or "")
    if offering:
        return ((Ground.OFFER, offering),)
    if wanted.area is not None:
        return directory.area(wanted.area).tiers
    takers = directory.takers.get(wanted.first[0], ())
    return ((Ground.NONE, takers),) if takers else ()


def _first_tier(directory: Directory, asked: Question, wanted: Wanted) -> tuple[str, ...]:
    return next((group for _, group in _tiers(directory, asked, wanted)), ())


def _of_group(
    directory: Directory, asked: Question, wanted: Wanted, ground: Ground, group: tuple[str, ...]
) -> _Outcome:
    """The receiver among units, or why there is none. Units that use the same number are one receiver."""
    told = Clause(f"routing.step.units.{ground}", {"count": len(group), "units": _names(directory, group)})
    users = directory.users(group)
    for type_, version in wanted.types:
        taking = [giver for giver in users if fit(directory, giver, type_, version) is Fit.RECEIVES]
        if taking:
            return _chosen(directory, asked, (type_, version), {one: users[one] for one in taking}, told, ground)
    first = wanted.first
    reason = _why_not(directory, group, tuple(users), first)
    lacking = Clause(f"routing.step.{reason}", _lacking(directory, tuple(users), group, first))
    return _Outcome(None, reason, (told, lacking), first)


def _chosen(
    directory: Directory,
    asked: Question,
    type_: tuple[str, str],
    users: Mapping[str, tuple[str, ...]],
    told: Clause,
    ground: Ground,
) -> _Outcome:
    """One number is the receiver; of several the main offer's, or the only one that an area has itself.

    Types that many units may take go to the unit above the others; of all the rest two are one too many.
    """
    is_for_many = type_[0] in directory.book.several
    by_gln: dict[str, list[str]] = {}
    for giver, using in users.items():
        by_gln.setdefault(_gln(directory, giver), []).extend(using)
    if len(by_gln) == 1:
        return _received(directory, type_, next(iter(by_gln.values())), (told,))
    offering = _offering(directory, asked, by_gln) if directory.offering else {}
    if len(offering) == 1:
        keys = next(iter(offering.values()))
        return _received(directory, type_, keys, (told, Clause("routing.step.main_offer", _unit(directory, keys[0]))))
    own = {gln: keys for gln, keys in by_gln.items() if any(directory.places[key].giver == key for key in keys)}
    if len(own) == 1 and (is_for_many or ground is not Ground.OFFER):
        keys = next(iter(own.values()))
        giver = next(key for key in keys if directory.places[key].giver == key)
        return _received(directory, type_, keys, (told, Clause("routing.step.own_first", _unit(directory, giver))))
    top = above_all(directory, [key for keys in (own or by_gln).values() for key in keys]) if is_for_many else None
    if top is not None:
        return _received(directory, type_, [top], (told, Clause("routing.step.above_all", _unit(directory, top))))
    among = tuple(keys[0] for keys in by_gln.values())
    params = {"count": len(by_gln), "type": type_[0], "units": _names(directory, among)}
    clause = Clause(f"routing.step.{Reason.TWO_CANDIDATES}", params)
    return _Outcome(None, Reason.TWO_CANDIDATES, (told, clause), type_, among)


def _offering(directory: Directory, asked: Question, by_gln: dict[str, list[str]]) -> dict[str, list[str]]:
    """The numbers of those with the best claim by what they offer, with the units that have it."""
    claims = {gln: [(key, _claim(directory, asked, key)) for key in keys] for gln, keys in by_gln.items()}
    top = max((claim for pairs in claims.values() for _, claim in pairs), default=0)
    if top == 0:
        return {}
    best_ = {gln: [key for key, claim in pairs if claim == top] for gln, pairs in claims.items()}
    return {gln: keys for gln, keys in best_.items() if keys}


def _received(directory: Directory, type_: tuple[str, str], keys: Sequence[str], steps: tuple[Clause, ...]) -> _Outcome:
    unit = directory.spokesman(tuple(keys))
    receiver = receiver_at(directory, unit, type_)
    params = {"unit": _name(directory, unit), "giver": _name(directory, receiver.giver), "gln": receiver.gln}
    said = Clause("routing.step.inherited" if receiver.is_inherited else "routing.step.own", params)
    takes = Clause("routing.step.receives", {"gln": receiver.gln, "type": type_[0], "version": type_[1]})
    return _Outcome(receiver, None, (*steps, said, takes), type_)


def receiver_at(directory: Directory, unit: str, type_: tuple[str, str]) -> Receiver:
    """A unit as a receiver, at the number that holds there."""
    giver = directory.places[unit].giver or unit
    return Receiver(unit, giver, _gln(directory, giver), type_[0], type_[1], directory.phone(unit))


def _why_not(directory: Directory, group: tuple[str, ...], givers: tuple[str, ...], type_: tuple[str, str]) -> Reason:
    if givers:
        return REASON_OF[best(directory, givers, *type_)]
    if any(directory.state.number_of(key) is not None for key in group):
        return Reason.NOT_IN_FORCE
    unknown = [key for key in group if directory.places[key].is_unknown]
    if not unknown:
        return Reason.NO_NUMBER
    above = [one for key in unknown if (one := directory.places[key].above) is not None]
    found = best(directory, above, *type_) if above else Fit.UNKNOWN
    return Reason.NUMBER_LACKS_TYPE if found is Fit.LACKS else Reason.NUMBER_UNKNOWN


def _nobody(directory: Directory, asked: Question, wanted: Wanted) -> _Outcome:
    """No unit at all: perhaps one that is not there yet, or no longer; or no area told and nobody takes the type."""
    type_ = wanted.first
    ended = tuple(unit.key for unit in directory.ended if _belongs(directory, unit.key, asked, wanted))
    if ended:
        params = {"count": len(ended), "units": _names(directory, ended)}
        return _Outcome(None, Reason.NOT_IN_FORCE, (Clause("routing.step.units.ended", params),), type_, ended)
    if wanted.area is None and asked.offer is None:
        givers = tuple(key for key, place in directory.places.items() if place.giver == key)
        reason = REASON_OF[best(directory, givers, *type_)] if givers else Reason.NO_NUMBER
        clause = Clause("routing.step.nobody_receives", {"type": type_[0]})
        return _Outcome(None, reason, (clause,), type_)
    code = "routing.step.no_unit" if wanted.area is not None else "routing.step.no_area"
    area = _area(directory, wanted.area) if wanted.area else _offer(directory, asked.offer or "")
    return _Outcome(None, Reason.NO_UNIT, (Clause(code, {"area": area}),), type_)


def _belongs(directory: Directory, key: str, asked: Question, wanted: Wanted) -> bool:
    if asked.offer is not None and any(one.offer == asked.offer for one in directory.state.placements(key)):
        return True
    told = directory.areas_at(directory.state.units[key])
    return any(area == wanted.area and ground is not Ground.TYPE for area, ground in told)


_WITHOUT_NUMBER = frozenset({Reason.NO_UNIT, Reason.NO_NUMBER, Reason.NUMBER_UNKNOWN, Reason.NOT_IN_FORCE})


def _administration(directory: Directory, wanted: Wanted, units: tuple[str, ...], outcome: _Outcome) -> _Outcome | None:
    """The number above answers for units without one, for what an administration receives; None for everything else.

    Where there is no unit at all, a note between people goes nowhere: it would be read by those who do not know of it.
    """
    area = directory.codes.area(directory.book.administration)
    if area is None or outcome.reason not in _WITHOUT_NUMBER or wanted.area == area.code:
        return None
    for type_ in wanted.types:
        is_note = type_[0] in directory.book.correspondence
        if type_[0] in area.receives and (units or not is_note):
            above = above_without_number(directory, units)
            taking = {_gln(directory, one): one for one in above if fit(directory, one, *type_) is Fit.RECEIVES}
            if len(taking) == 1:
                unit = next(iter(taking.values()))
                said = Clause("routing.step.administration", _unit(directory, unit))
                return _received(directory, type_, [unit], (said,))
    return None


def above_without_number(directory: Directory, units: tuple[str, ...]) -> tuple[str, ...]:
    """Whose number stands nearest over these units; over none, the institutions that have one."""
    if units:
        found = [above for key in units if (above := directory.places[key].above) is not None]
    else:
        found = [key for key, place in directory.places.items() if place.depth <= 2 and place.giver == key]
    return tuple(dict.fromkeys(found))


def _claim(directory: Directory, asked: Question, key: str) -> int:
    """How much a unit speaks for what was asked: it has the offer, or the area's main one; another of the area; none.

    A programme or a special task is a part of an area that never speaks for the whole.
    """
    claim = 0
    for placement in directory.state.placements(key):
        offer = directory.codes.offer(placement.offer)
        if placement.offer == asked.offer:
            return _WHOLE
        if asked.offer is None and offer is not None and offer.area_code == asked.area:
            claim = max(claim, _CLAIMS.get(offer.kind, 0))
    return claim


_WHOLE = 2
_CLAIMS = {OfferKind.AREA: _WHOLE, OfferKind.SUBOFFER: 1}


def _without(
    directory: Directory,
    asked: Question,
    wanted: Wanted,
    reason: Reason,
    steps: tuple[Clause, ...],
    units: tuple[str, ...],
) -> Answer:
    return Answer(asked, None, reason, steps, nearest(directory, wanted.first, units), units)


def _lacking(
    directory: Directory, givers: tuple[str, ...], group: tuple[str, ...], type_: tuple[str, str]
) -> dict[str, object]:
    held = givers or above_without_number(directory, group)
    versions = [one for giver in held for one in directory.received(giver).get(type_[0], ())]
    return {
        "count": len(givers or group),
        "units": _names(directory, givers or group),
        "glns": tuple(filter(None, (_gln(directory, giver) for giver in held[:_SHOWN]))),
        "type": type_[0],
        "version": type_[1],
        "versions": tuple(dict.fromkeys(versions)),
    }


def _gln(directory: Directory, giver: str) -> str:
    number = directory.number(giver)
    return (number.gln or "") if number is not None else ""


def _name(directory: Directory, key: str) -> str:
    return directory.state.units[key].name


def _names(directory: Directory, keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(_name(directory, key) for key in keys[:_SHOWN])


def _unit(directory: Directory, key: str) -> dict[str, object]:
    return {"unit": _name(directory, key)}


def _area(directory: Directory, code: str | None) -> object:
    return directory.codes.area(code or "") or code


def _offer(directory: Directory, code: str) -> object:
    own = next((one.name for one in directory.state.offers() if one.key == code), code)
    return directory.codes.offer(code) or own
