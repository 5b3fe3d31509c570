"""Which unit type a unit without one probably has, and why: its name, its siblings, names alike, its offers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import prod

from sorstudio.model.codes import CodeLists
from sorstudio.model.naming import fold
from sorstudio.model.records import Offer, RecordKind, Unit, Unknown
from sorstudio.model.state import State

LEAST_CONFIDENCE = 0.6
LEAST_LEAD = 0.1
"""How far a type must be ahead of the next one: where two are about as likely, nothing is said."""
MOST_REASONS = 2
_SURE, _LIKELY = 0.9, 0.5
_SIBLINGS, _ALIKE, _OFFERS = 0.55, 0.85, 0.7
_LEAST_SHARE, _LEAST_OF_ALL = 0.6, 0.5
"""Of those with a type, and of all: nobody is told that 5 of 25 are of one type."""
_LEAST_SIBLINGS, _LEAST_ALIKE = 2, 3
_SHORTEST_HEAD = 2
_AND = " og "
_NO_WORD = re.compile(r"[^\w.&]+")


@dataclass(frozen=True, slots=True)
class Reason:
    """One clause of the explanation; `type` and `offer` among its parameters are codes."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A unit type by code, how sure it is (0 to 1), and the best reasons for it first.

    `is_unknown` says that the extract does not carry the unit's type, so that SOR may hold one already.
    """

    unit_type: str
    confidence: float
    reasons: tuple[Reason, ...]
    is_unknown: bool = False


@dataclass(frozen=True, slots=True)
class _Evidence:
    unit_type: str
    weight: float
    reason: Reason


def suggest_type(state: State, codes: CodeLists, unit: str) -> Suggestion | None:
    """The likeliest type of a unit that has none; None where it has one, or where too little speaks for any."""
    found = state.units[unit]
    if (isinstance(found.unit_type, str) and found.unit_type) or found.parent is None:
        return None
    by_type: dict[str, list[_Evidence]] = defaultdict(list)
    for source in _SOURCES:
        for one in source(state, codes, found):
            by_type[one.unit_type].append(one)
    ranked = sorted(((_together(all_), code) for code, all_ in by_type.items()), reverse=True)
    if not ranked or ranked[0][0] < LEAST_CONFIDENCE or _lead(ranked) < LEAST_LEAD:
        return None
    confidence, code = ranked[0]
    strongest = sorted(by_type[code], key=lambda one: -one.weight)[:MOST_REASONS]
    reasons = tuple(one.reason for one in strongest)
    return Suggestion(code, confidence, reasons, isinstance(found.unit_type, Unknown))


def words_in(codes: CodeLists, name: str) -> Iterator[tuple[int, str, str, bool]]:
    """Where in a name the words stand that speak for a type: place, word, type, whether it is a sure one."""
    bare = _bare(name)
    for one in codes.type_words:
        place = bare.find(_edges(one.word))
        if place >= 0:
            yield place, one.word.strip(), one.unit_type, one.is_sure


def _together(evidence: Sequence[_Evidence]) -> float:
    """Each piece of evidence removes its share of the doubt that is left."""
    return 1 - prod(1 - one.weight for one in evidence)


def _lead(ranked: Sequence[tuple[float, str]]) -> float:
    return ranked[0][0] - ranked[1][0] if len(ranked) > 1 else 1.0


def _by_name(state: State, codes: CodeLists, unit: Unit) -> Iterator[_Evidence]:
    """The first word that tells a type leads, unless the name says that it is both one thing and another."""
    found = sorted(words_in(codes, unit.name), key=lambda one: (not one[3], one[0], -len(one[1])))
    best: dict[str, tuple[str, bool]] = {}
    for _, word, code, is_sure in found:
        best.setdefault(code, (word, is_sure))
    sure = sum(is_sure for _, is_sure in best.values())
    is_both = sure > 1 and _AND in _bare(unit.name)
    for rank, (code, (word, is_sure)) in enumerate(best.items(), start=1):
        share = max(rank, sure) if is_both else rank
        yield _Evidence(code, (_SURE if is_sure else _LIKELY) / share, Reason("suggest.name", {"word": word}))


def _by_siblings(state: State, codes: CodeLists, unit: Unit) -> Iterator[_Evidence]:
    siblings = [state.units[key] for key in state.children(unit.parent or "") if key != unit.key]
    there = [one for one in siblings if one.valid_to is None]
    yield from _majority(there, codes, "suggest.siblings", _SIBLINGS, _LEAST_SIBLINGS)


def _by_names_alike(state: State, codes: CodeLists, unit: Unit) -> Iterator[_Evidence]:
    """A municipality calls its units of one type by one first word: "CSA Optik", "CSA Høreteam"."""
    head = unit.name.split(" ", 1)[0]
    if len(head) < _SHORTEST_HEAD or head == unit.name:
        return
    begins = f"{head} "
    alike = [one for one in state.units.values() if one.name.startswith(begins) and one.key != unit.key]
    yield from _majority(alike, codes, "suggest.alike", _ALIKE, _LEAST_ALIKE, word=head)


def _majority(
    units: Sequence[Unit], codes: CodeLists, code: str, weight: float, least: int, **params: str
) -> Iterator[_Evidence]:
    """The type that most of some units have, where enough of them have any."""
    counted = Counter(one.unit_type for one in units if isinstance(one.unit_type, str) and one.unit_type)
    if counted.total() < least:
        return
    unit_type, count = counted.most_common(1)[0]
    share = count / counted.total()
    label = codes.unit_type(unit_type)
    if share >= _LEAST_SHARE and count >= len(units) * _LEAST_OF_ALL and label is not None:
        reason = Reason(code, {"number": count, "all": len(units), "type": label.code, **params})
        yield _Evidence(label.code, weight * share**2, reason)


def _by_offers(state: State, codes: CodeLists, unit: Unit) -> Iterator[_Evidence]:
    """Offers that fit one type speak for it; those that fit several for each of them a little."""
    for placement in state.placements(unit.key):
        own = state.record(RecordKind.OFFER, placement.offer)
        entry = codes.offer(placement.offer)
        area = codes.area(own.area) if isinstance(own, Offer) and own.area else None
        types = entry.unit_types if entry else area.unit_types if area else ()
        for one in types:
            yield _Evidence(one, _OFFERS / len(types), Reason("suggest.offer", {"offer": placement.offer}))


_Source = Callable[[State, CodeLists, Unit], Iterable[_Evidence]]
_SOURCES: tuple[_Source, ...] = (_by_name, _by_siblings, _by_names_alike, _by_offers)


def _bare(name: str) -> str:
    """Folded, with single blanks for all that is no letter or digit, and one at each end."""
    return f" {' '.join(_NO_WORD.sub(' ', fold(name)).split())} "


def _edges(word: str) -> str:
    """Folded, with the blanks at the ends that say where a word begins or ends."""
    return (" " if word.startswith(" ") else "") + fold(word) + (" " if word.endswith(" ") else "")
