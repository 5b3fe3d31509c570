"""How good a register is, from 0 to 100: by part, by branch and for the whole, and which rules cost most."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sorstudio.model.plan import Plan
from sorstudio.model.state import State
from sorstudio.rules.accepting import acceptance_of
from sorstudio.rules.finding import Finding, Json
from sorstudio.rules.standing import Standing
from sorstudio.rules.weights import Part, Weights, core_weights

FULL = 100.0
_OVER_NUMBERS = "numbers"


@dataclass(frozen=True, slots=True)
class PartScore:
    """One part: its score, None where nothing in it can be judged; at how many units it was judged and cannot be."""

    code: str
    score: float | None
    judged: int
    unjudged: int


@dataclass(frozen=True, slots=True)
class RuleCost:
    """How many points a rule takes from the whole score, and at how many places it says something."""

    code: str
    points: float
    count: int


@dataclass(frozen=True)
class Score:
    """The score of a branch or of everything; None where no part of it can be judged.

    `costs` begins with the rule that costs most.
    """

    unit: str
    name: str
    score: float | None
    parts: tuple[PartScore, ...]
    costs: tuple[RuleCost, ...] = ()
    units: int = 0
    findings: int = 0

    def part(self, code: str) -> PartScore | None:
        """One of its parts."""
        return next((one for one in self.parts if one.code == code), None)


@dataclass(frozen=True)
class Quality:
    """The whole and its branches, in tree order."""

    whole: Score
    branches: tuple[Score, ...] = ()


@dataclass(slots=True)
class _Place:
    """What one unit brings to one part: what it has lost, rule by rule, and whether the part can be judged there."""

    lost: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    is_silent: bool = False

    @property
    def cost(self) -> float:
        return min(1.0, sum(self.lost.values()))

    def shares(self) -> Iterator[tuple[str, float]]:
        """What each rule takes of the unit, which cannot lose more than itself."""
        total = sum(self.lost.values())
        for code, lost in self.lost.items():
            yield code, lost * self.cost / total if total else 0.0


class Ledger:
    """What was found, by unit and part, from which any branch is summed."""

    def __init__(self, standing: Standing, plan: Plan, weights: Weights | None = None) -> None:
        self.weights = weights or core_weights()
        self._plan, self._state = plan, plan.state()
        self._places: dict[str, dict[str, _Place]] = defaultdict(lambda: defaultdict(_Place))
        self._counts: dict[str, Counter[str]] = defaultdict(Counter)
        self._part_of = {entry.code: self.weights.part_of(entry.group) for entry in standing.book.active()}
        self._spoken_of = {part.code for part in self._part_of.values() if part is not None}
        for finding in standing.findings():
            if finding.unit and acceptance_of(finding, self._state) is None:
                self._lose(finding)
        for code, unit, name in standing.unjudged():
            part = self._part_of[code]
            if part is not None and name in part.rests_on:
                self._places[unit][part.code].is_silent = True

    def score(self, units: Iterable[str], top: str = "") -> Score:
        """The score of some units, told under the name of the topmost; the same by whatever way the plan came there."""
        known = self._state.units
        kept = sorted(key for key in units if key in known and not self._is_over(key))
        tallies = [_Tally(part, self._base(part, kept), kept, self._places) for part in self.weights.parts]
        total = sum(one.part.weight for one in tallies if one.is_judged)
        score = sum(one.part.weight * (one.score or 0.0) for one in tallies) / total if total else None
        parts = tuple(PartScore(one.part.code, one.score, one.judged, one.unjudged) for one in tallies)
        counts: Counter[str] = Counter()
        for key in kept:
            counts.update(self._counts.get(key, ()))
        costs = _costs(tallies, total, counts)
        name = known[top].name if top in known else ""
        return Score(top, name, score, parts, costs, len(kept), counts.total())

    def branch(self, top: str) -> Score:
        """The score of a unit with all below it."""
        return self.score((top, *self._state.below(top)), top)

    def whole(self) -> Score:
        """The score of everything, under the name of the owner."""
        return self.score(self._state.units, next(iter(self._state.roots()), ""))

    def _lose(self, finding: Finding) -> None:
        part = self._part_of.get(finding.code)
        if part is not None:
            self._places[finding.unit][part.code].lost[finding.code] += self.weights.severities[finding.severity]
            self._counts[finding.unit][finding.code] += 1

    def _is_over(self, key: str) -> bool:
        end = self._state.units[key].valid_to
        return end is not None and end <= self._plan.baseline.day

    def _base(self, part: Part, units: Iterable[str]) -> set[str]:
        if part.code not in self._spoken_of:
            return set()
        if part.over == _OVER_NUMBERS:
            return {key for key in units if self._state.number_of(key) is not None}
        return set(units)


class _Tally:
    """One part summed over some units.

    A unit at which the part cannot be judged, or that it is not counted over, brings in only what was found there.
    So an empty field is no merit, and mending such a finding raises the score like any other. A part that no unit can
    be judged in, or that no rule speaks of, has no score.
    """

    def __init__(
        self, part: Part, base: set[str], units: Iterable[str], places: Mapping[str, Mapping[str, _Place]]
    ) -> None:
        self.part = part
        self.unjudged = 0
        self.costs: dict[str, float] = defaultdict(float)
        self.judged = len(base)
        self._size = float(len(base))
        cost = 0.0
        for key in units:
            place = places[key].get(part.code) if key in places else None
            if place is None:
                continue
            cost += place.cost
            if place.is_silent:
                self.unjudged += 1
            if key in base and place.is_silent:
                self.judged -= 1
                self._size -= 1
            if key not in base or place.is_silent:
                self._size += place.cost
            for code, share in place.shares():
                self.costs[code] += share
        self.score = FULL * max(0.0, 1 - cost / self._size) if self.judged else None

    @property
    def is_judged(self) -> bool:
        """Whether there is anything to tell."""
        return self.score is not None

    def points(self) -> Iterator[tuple[str, float]]:
        """What each rule takes from this part, in points of it."""
        for code, cost in self.costs.items():
            yield code, FULL * cost / self._size


def _costs(tallies: Iterable[_Tally], total: float, counts: Mapping[str, int]) -> tuple[RuleCost, ...]:
    found = [
        RuleCost(code, points * one.part.weight / total, counts[code])
        for one in tallies
        if one.is_judged
        for code, points in one.points()
    ]
    return tuple(sorted(found, key=lambda cost: (-cost.points, cost.code)))


def quality(standing: Standing, plan: Plan) -> Quality:
    """The score of the plan as it stands, and of each of its branches; what is accepted does not count against it."""
    ledger = Ledger(standing, plan)
    return Quality(ledger.whole(), tuple(ledger.branch(key) for key in branches(plan.state())))


def branches(state: State) -> tuple[str, ...]:
    """The tops of the branches: below the owner, and further down for as long as there is only one."""
    tops = state.roots()
    while len(tops) == 1 and state.children(tops[0]):
        tops = state.children(tops[0])
    return tuple(key for key in tops if state.units[key].valid_to is None)


def score_json(score: Score) -> dict[str, Json]:
    """One score of `sorstudio quality`."""
    return {
        "unit": score.unit or None,
        "unit_name": score.name or None,
        "score": rounded(score.score),
        "units": score.units,
        "findings": score.findings,
        "parts": {
            one.code: {"score": rounded(one.score), "judged": one.judged, "unjudged": one.unjudged}
            for one in score.parts
        },
        "costs": [{"code": one.code, "points": round(one.points, 2), "count": one.count} for one in score.costs],
    }


def rounded(score: float | None) -> float | None:
    """A score with one decimal; rounded down, so that 100 is said only where nothing was found."""
    return None if score is None else int(score * 10 + 1e-6) / 10
