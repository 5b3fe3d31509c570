"""Which unit type a unit without one probably has, and why.

What speaks for a type: words of the name, the types of siblings and of names alike, the type above, the message types
of the unit's own number, and its offers. Only what the state says now counts; nothing is learned and kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import prod

from sorstudio.model.codes import CodeLists
from sorstudio.model.neighbours import Count, Neighbours, head
from sorstudio.model.records import Direction, Offer, RecordKind, Unit, Unknown
from sorstudio.model.state import State
from sorstudio.model.texts import Clause
from sorstudio.model.type_clues import bare

LEAST_CONFIDENCE = 0.6
LEAST_LEAD = 0.1
"""How far a type must be ahead of the next one: where two are about as likely, nothing is said."""
MOST_REASONS = 2
_SURE, _LIKELY = 0.9, 0.5
_SIBLINGS, _ALIKE, _OFFERS, _ABOVE, _MESSAGES = 0.55, 0.85, 0.7, 0.75, 0.75
_ABOVE_OTHERS = 0.75
"""What is left of the confidence where the units below may be the ones that are meant."""
_LEAST_SHARE, _LEAST_OF_ALL = 0.6, 0.5
"""Of those with a type, and of all: nobody is told that 5 of 25 are of one type."""
_LEAST_SIBLINGS, _LEAST_ALIKE = 2, 3
_NOT_MEASURED = frozenset({"suggest.siblings", "suggest.offer"})
"""What makes a suggestion surer, but not safe: the measurement hides all siblings, and the register has no offers."""
_AND = " og "


@dataclass(frozen=True, slots=True)
class Reason:
    """One clause of the explanation; `type` and `offer` among its parameters are codes."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A unit type by code, how sure it is (0 to 1), and the best reasons for it first.

    `is_unknown` says that the extract does not carry the unit's type, so that SOR may hold one already. `is_safe` says
    that suggestions like it have been measured to be right nine times in ten: they may be taken without a look at each.
    `is_above_others` says that there are units below the unit, which may be the ones that its name tells of.
    """

    unit_type: str
    confidence: float
    reasons: tuple[Reason, ...]
    is_unknown: bool = False
    is_safe: bool = False
    is_above_others: bool = False


@dataclass(frozen=True, slots=True)
class _Evidence:
    unit_type: str
    weight: float
    reason: Reason


def suggest_type(near: Neighbours, codes: CodeLists, unit: str) -> Suggestion | None:
    """The likeliest type of a unit that has none; None where it has one, or where too little speaks for any."""
    found = near.state.units[unit]
    if (isinstance(found.unit_type, str) and found.unit_type) or found.parent is None:
        return None
    by_type: dict[str, list[_Evidence]] = defaultdict(list)
    for source in _SOURCES:
        for one in source(near, codes, found):
            by_type[one.unit_type].append(one)
    if not by_type:
        return None
    ranked = sorted(((_together(all_), code) for code, all_ in by_type.items()), reverse=True)
    if ranked[0][0] < LEAST_CONFIDENCE or _lead(ranked) < LEAST_LEAD:
        return None
    confidence, code = ranked[0]
    is_above_others = _is_above_others(near.state, codes, found, code)
    strongest = sorted(by_type[code], key=lambda one: -one.weight)[:MOST_REASONS]
    reasons = tuple(one.reason for one in strongest)
    measured = _together([one for one in by_type[code] if one.reason.code not in _NOT_MEASURED])
    is_safe = not is_above_others and codes.type_clues.is_safe(code, measured)
    sure = confidence * _ABOVE_OTHERS if is_above_others else confidence
    return Suggestion(code, sure, reasons, isinstance(found.unit_type, Unknown), is_safe, is_above_others)


def argument(suggestion: Suggestion, state: State, codes: CodeLists) -> Clause:
    """The reasons in words, joined: "the name holds ..., and 17 of 19 siblings are ..."."""
    first, *others = (_clause(one, state, codes) for one in suggestion.reasons)
    for other in others:
        first = Clause("suggest.joined", {"first": first, "second": other})
    return first


def _clause(reason: Reason, state: State, codes: CodeLists) -> Clause:
    params = dict(reason.params)
    if "type" in params:
        params["type"] = codes.unit_type(str(params["type"])) or params["type"]
    if "offer" in params:
        params["offer"] = _offer(state, codes, str(params["offer"]))
    return Clause(reason.code, params)


def _offer(state: State, codes: CodeLists, offer: str) -> object:
    own = state.record(RecordKind.OFFER, offer)
    return codes.offer(offer) or (own.name if isinstance(own, Offer) else offer)


def _is_above_others(state: State, codes: CodeLists, unit: Unit, code: str) -> bool:
    """Whether it may be the office above what its name tells: "Plejehjem Nord" with twelve nursing homes below."""
    if code in codes.type_clues.nested:
        return False
    return any(state.units[key].valid_to is None for key in state.children(unit.key))


def _together(evidence: Sequence[_Evidence]) -> float:
    """Each piece of evidence removes its share of the doubt that is left."""
    return 1 - prod(1 - one.weight for one in evidence)


def _lead(ranked: Sequence[tuple[float, str]]) -> float:
    return ranked[0][0] - ranked[1][0] if len(ranked) > 1 else 1.0


def _by_name(near: Neighbours, codes: CodeLists, unit: Unit) -> Iterator[_Evidence]:
    """The first word that tells a type leads, unless the name says that it is both one thing and another."""
    best: dict[str, tuple[str, bool]] = {}
    for word, code, is_sure in codes.type_clues.in_name(unit.name):
        best.setdefault(code, (word, is_sure))
    sure = sum(is_sure for _, is_sure in best.values())
    is_both = sure > 1 and _AND in bare(unit.name)
    for rank, (code, (word, is_sure)) in enumerate(best.items(), start=1):
        share = max(rank, sure) if is_both else rank
        yield _Evidence(code, (_SURE if is_sure else _LIKELY) / share, Reason("suggest.name", {"word": word}))


def _by_siblings(near: Neighbours, codes: CodeLists, unit: Unit) -> Iterator[_Evidence]:
    yield from _majority(near.siblings(unit), codes, "suggest.siblings", _SIBLINGS, _LEAST_SIBLINGS)


def _by_names_alike(near: Neighbours, codes: CodeLists, unit: Unit) -> Iterator[_Evidence]:
    yield from _majority(near.alike(unit), codes, "suggest.alike", _ALIKE, _LEAST_ALIKE, word=head(unit) or "")


def _majority(
    count: Count, codes: CodeLists, code: str, weight: float, least: int, **params: str
) -> Iterator[_Evidence]:
    """The type that most of some units have, where enough of them have any."""
    if count.typed < least:
        return
    share = count.number / count.typed
    label = codes.unit_type(count.unit_type)
    if share >= _LEAST_SHARE and count.number >= count.all * _LEAST_OF_ALL and label is not None:
        reason = Reason(code, {"number": count.number, "all": count.all, "type": label.code, **params})
        yield _Evidence(label.code, weight * share**2, reason)


def _by_type_above(near: Neighbours, codes: CodeLists, unit: Unit) -> Iterator[_Evidence]:
    """Below some types stand units of one type: the schools of the health visitors, the groups of the home care."""
    parent = near.state.units.get(unit.parent or "")
    above = parent.unit_type if parent is not None else None
    types = codes.type_clues.below.get(above, ()) if isinstance(above, str) else ()
    for one in types:
        yield _Evidence(one, _ABOVE / len(types), Reason("suggest.above", {"type": str(above)}))


def _by_messages(near: Neighbours, codes: CodeLists, unit: Unit) -> Iterator[_Evidence]:
    """What the unit's own number receives; a number that receives for many tells little of each."""
    number = near.state.number_of(unit.key)
    if number is None:
        return
    told: dict[str, str] = {}
    for one in near.state.capabilities(number.key):
        if one.direction is Direction.IN:
            for code in codes.type_clues.messages.get(one.type, ()):
                told.setdefault(code, one.type)
    for code, message in told.items():
        yield _Evidence(code, _MESSAGES / len(told), Reason("suggest.message", {"message": message}))


def _by_offers(near: Neighbours, codes: CodeLists, unit: Unit) -> Iterator[_Evidence]:
    """Offers that fit one type speak for it; those that fit several for each of them a little."""
    for placement in near.state.placements(unit.key):
        types = types_of_offer(near.state, codes, placement.offer)
        for one in types:
            yield _Evidence(one, _OFFERS / len(types), Reason("suggest.offer", {"offer": placement.offer}))


def types_of_offer(state: State, codes: CodeLists, offer: str) -> tuple[str, ...]:
    """The types that fit an offer, of the catalogue or the municipality's own; empty where it does not matter."""
    entry = codes.offer(offer)
    if entry is not None:
        return entry.unit_types
    own = state.record(RecordKind.OFFER, offer)
    area = codes.area(own.area) if isinstance(own, Offer) and own.area else None
    return area.unit_types if area else ()


_Source = Callable[[Neighbours, CodeLists, Unit], Iterable[_Evidence]]
_SOURCES: tuple[_Source, ...] = (_by_name, _by_siblings, _by_names_alike, _by_type_above, _by_messages, _by_offers)
