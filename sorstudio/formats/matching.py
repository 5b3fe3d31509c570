"""Finds the unit of a plan that a proposed line already is: one to one, with a score, a reason, and honest doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from sorstudio.formats.proposal import ProposedUnit
from sorstudio.formats.proposal_guess import Decision
from sorstudio.model.codes import fold
from sorstudio.model.plan import Plan

CERTAIN = 90.0
DOUBTFUL = 74.0
_CLOSE = 3.0
_NEAREST = 8
_PLACE_RIGHT, _PLACE_WRONG = 6.0, -5.0
_ABBREVIATIONS = (
    (r"\bhj\.?\s?spl\.?(?!\w)|\bhjspl\b", "hjemmesygepleje"),
    (r"\bhj\.?\s?pl\.?(?!\w)|\bhjpl\b", "hjemmepleje"),
    (r"\bplc\.?(?!\w)|\bplejec\.", "plejecenter"),
    (r"\bafd\.?(?!\w)", "afdeling"),
    (r"\badm\.?(?!\w)", "administration"),
    (r"\bgr\.?(?!\w)", "gruppe"),
    (r"\bdistr\.?(?!\w)", "distrikt"),
    (r"\bsundh\.?(?!\w)", "sundhed"),
    (r"\bgenopt\w*\.", "genoptraening"),
    (r"\bsoc\.", "social"),
    (r"\bvis\.", "visitation"),
    (r"&|\bsamt\b|\+", " og "),
)
_GENERIC = re.compile(
    r"\b(?:plejecent(?:er|ret|eret)|plejehjem(?:met)?|center(?:et)?|centret|bosted(?:et)?|botilbud(?:det)?|afdeling(?:en)?"
    r"|enhed(?:en)?|team(?:et)?|kommune|omraadecenter|aeldrecenter(?:et)?|institutionen?|doegninstitution(?:en)?|for|og|i|paa)\b"
)


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit of the plan; `path` holds the names above it, the owner first."""

    key: str
    name: str
    path: tuple[str, ...] = ()
    unit_type: str | None = None
    sor_id: str | None = None
    gln: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A proposed line and the unit it may be; what is doubtful is for a person to decide."""

    place: int
    key: str
    score: float
    reason: str
    is_doubtful: bool = False


def matches_in(plan: Plan, proposals: Sequence[ProposedUnit]) -> tuple[Match, ...]:
    """Which lines are units of the plan already, the doubtful ones marked so."""
    return match(proposals, known_units(plan))


def known_units(plan: Plan) -> list[KnownUnit]:
    """The plan's units that are not closed, as the matching wants them."""
    state = plan.state()
    found = []
    for _, unit in state.walk():
        if plan.status(unit.key) != "closed":
            number = state.number_of(unit.key)
            kind = unit.unit_type if isinstance(unit.unit_type, str) else None
            path = state.path(unit.key)[:-1]
            found.append(KnownUnit(unit.key, unit.name, path, kind, unit.sor_id, number.gln if number else None))
    return found


def match(proposals: Sequence[ProposedUnit], units: Sequence[KnownUnit]) -> tuple[Match, ...]:
    """At most one unit for a line and one line for a unit, the surest first taken; in the order of the lines."""
    wanted = [one for one in proposals if one.decision is Decision.UNIT]
    certain = _by_identifier(wanted, units)
    taken = {found.key for found in certain}
    matched = {found.place for found in certain}
    book = _Book([unit for unit in units if unit.key not in taken])
    candidates = {one.place: book.candidates(one, proposals) for one in wanted if one.place not in matched}
    found = [*certain, *_assign(candidates)]
    return tuple(sorted(found, key=lambda one: one.place))


def with_matches(proposals: Iterable[ProposedUnit], matches: Iterable[Match]) -> tuple[ProposedUnit, ...]:
    """The proposals with the key of the unit that each one is; doubtful matches are left open."""
    keys = {one.place: one.key for one in matches if not one.is_doubtful}
    return tuple(replace(one, matched_key=keys.get(one.place, one.matched_key)) for one in proposals)


def plain(name: str) -> str:
    """A name with abbreviations written out and without marks."""
    text = fold(name)
    for pattern, whole in _ABBREVIATIONS:
        text = re.sub(pattern, whole, text)
    return " ".join(re.findall(r"\w+", text))


def core(name: str) -> str:
    """What is left of a name when the words that many units share are gone."""
    return " ".join(_GENERIC.sub(" ", plain(name)).split())


def _by_identifier(wanted: Sequence[ProposedUnit], units: Sequence[KnownUnit]) -> list[Match]:
    """A SOR-ID or an own location number in the list leaves no doubt."""
    found: list[Match] = []
    for reason, label in (("match.sor_id", "sor_id"), ("match.gln", "gln")):
        known = {getattr(unit, label): unit.key for unit in units if getattr(unit, label)}
        for one in wanted:
            key = known.get(getattr(one, label))
            if key and key not in {match.key for match in found} and one.place not in {match.place for match in found}:
                found.append(Match(one.place, key, 100.0, reason))
    return found


class _Book:
    """The units' names in the two forms that are compared."""

    def __init__(self, units: Sequence[KnownUnit]) -> None:
        self._units = units
        self._plain = [plain(unit.name) for unit in units]
        self._core = [core(unit.name) for unit in units]

    def candidates(self, one: ProposedUnit, proposals: Sequence[ProposedUnit]) -> list[Match]:
        """The units that come near, best first."""
        whole, heart = plain(one.title), core(one.title)
        near = {at for _, _, at in process.extract(whole, self._plain, scorer=fuzz.token_sort_ratio, limit=_NEAREST)}
        if heart:
            near |= {at for _, _, at in process.extract(heart, self._core, scorer=fuzz.ratio, limit=_NEAREST)}
        above = plain(proposals[one.parent].title) if one.parent is not None else ""
        scored = (self._score(one, at, whole, heart, above) for at in near)
        return sorted((found for found in scored if found.score >= DOUBTFUL), key=lambda found: -found.score)

    def _score(self, one: ProposedUnit, at: int, whole: str, heart: str, above: str) -> Match:
        unit = self._units[at]
        if whole == self._plain[at]:
            score, reason = 100.0, "match.same_name"
        elif heart and heart == self._core[at]:
            score, reason = 93.0, "match.same_core"
        else:
            score, reason = min(89.0, fuzz.token_sort_ratio(whole, self._plain[at])), "match.similar"
        if above and unit.path:
            alike = fuzz.token_sort_ratio(above, plain(unit.path[-1])) >= 85
            score += _PLACE_RIGHT if alike else _PLACE_WRONG
        if one.unit_type and unit.unit_type and one.unit_type != unit.unit_type:
            score += _PLACE_WRONG
        return Match(one.place, unit.key, min(100.0, score), reason)


def _assign(candidates: Mapping[int, Sequence[Match]]) -> list[Match]:
    found: list[Match] = []
    taken: set[str] = set()
    matched: set[int] = set()
    every = sorted((one for group in candidates.values() for one in group), key=lambda one: (-one.score, one.place))
    for one in every:
        if one.key in taken or one.place in matched:
            continue
        taken.add(one.key)
        matched.add(one.place)
        found.append(_judged(one, candidates[one.place], every))
    return found


def _judged(one: Match, same_line: Sequence[Match], every: Sequence[Match]) -> Match:
    """Doubtful where the names only resemble each other, or where another is as near."""
    rivals = [other for other in same_line if other.key != one.key]
    rivals += [other for other in every if other.key == one.key and other.place != one.place]
    if any(other.score >= one.score - _CLOSE for other in rivals):
        return replace(one, reason="match.ambiguous", is_doubtful=True)
    return replace(one, is_doubtful=one.score < CERTAIN)
