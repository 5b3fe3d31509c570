"""Which units of a newer register file are the ones that were planned: by place, name, kind, type and date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from sorstudio.model.baseline import Baseline
from sorstudio.model.errors import Refused
from sorstudio.model.naming import fold
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, Unit
from sorstudio.model.rekey import known_units
from sorstudio.model.timeline import Timeline

SURE = 0.85
DOUBTFUL = 0.55
_APART = 0.05
"""How far behind the next best must be for a match to be sure."""
_WEIGHTS = {"name": 0.5, "parent": 0.3, "type": 0.12, "date": 0.08}
_MONTH = 31


@dataclass(frozen=True, slots=True)
class Match:
    """A planned unit and the SOR-ID that it may have been given; `score` from 0 to 1."""

    unit: str
    sor_id: str
    name: str
    score: float
    is_sure: bool


def matched(plan: Plan, file: Baseline, given: Mapping[str, str] | None = None) -> tuple[Match, ...]:
    """One match at most for a planned unit and for a SOR-ID: typed in, said by somebody, or found."""
    shown = Timeline(file, ()).plain(file.day).units
    keys = known_units(plan)
    keys |= {sor_id: unit for unit, sor_id in (given or {}).items()}
    found = [Match(unit, sor_id, shown[sor_id].name, 1.0, True) for sor_id, unit in keys.items() if sor_id in shown]
    return (*found, *_Search(plan, shown, keys).matches())


def unit_keys_of(matches: Sequence[Match]) -> dict[str, str]:
    """The plan's keys by SOR-ID, for the matches that are sure."""
    return {one.sor_id: one.unit for one in matches if one.is_sure}


def given_matches(plan: Plan, file: Baseline, pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """SOR-IDs by planned unit, where the unit is named by its key or by its name. Raises Refused."""
    found: dict[str, str] = {}
    shown = Timeline(file, ()).plain(file.day).units
    for text, sor_id in pairs:
        units = [one for one in _planned(plan) if text in (one.key, one.name)]
        if len(units) != 1:
            raise Refused("confirm.match_unit", text=text)
        if sor_id not in shown or sor_id in plan.timeline.plain().units:
            raise Refused("confirm.match_sor_id", sor_id=sor_id)
        found[units[0].key] = sor_id
    return found


def _planned(plan: Plan) -> Iterator[Unit]:
    """The planned units that SOR has given nothing yet, parents first."""
    return (unit for _, unit in plan.state().walk() if unit.sor_id is None)


class _Search:
    """Planned units against the new units of the file, level by level: a parent that is found helps its children."""

    def __init__(self, plan: Plan, shown: Mapping[str, Unit], keys: Mapping[str, str]) -> None:
        taken = set(keys.values())
        old = plan.timeline.plain().units
        self._planned = [unit for unit in _planned(plan) if unit.key not in taken]
        self._fresh = [unit for key, unit in shown.items() if key not in old and key not in keys]
        self._keys = dict(keys)
        self._start = {unit.key: _start(plan, unit) for unit in self._planned}

    def matches(self) -> Iterator[Match]:
        """The sure ones first, then what is left in doubt."""
        while sure := self._best(sure_only=True):
            for one in sure:
                self._keys[one.sor_id] = one.unit
                self._planned = [unit for unit in self._planned if unit.key != one.unit]
                self._fresh = [unit for unit in self._fresh if unit.key != one.sor_id]
                yield one
        yield from self._best(sure_only=False)

    def _best(self, *, sure_only: bool) -> list[Match]:
        pairs = sorted(self._pairs(), key=lambda one: -one[0])
        scores: dict[str, list[tuple[float, str]]] = defaultdict(list)
        for score, unit, fresh in pairs:
            scores[unit.key].append((score, fresh.key))
            scores[fresh.key].append((score, unit.key))
        found: dict[str, Match] = {}
        taken: set[str] = set()
        for score, unit, fresh in pairs:
            if unit.key in found or fresh.key in taken:
                continue
            of_unit = (rival for rival, other in scores[unit.key] if other != fresh.key)
            of_fresh = (rival for rival, other in scores[fresh.key] if other != unit.key)
            next_best = max(next(of_unit, 0.0), next(of_fresh, 0.0))
            is_sure = score >= SURE and score - next_best >= _APART
            if is_sure or not sure_only:
                found[unit.key] = Match(unit.key, fresh.key, fresh.name, round(score, 2), is_sure)
                taken.add(fresh.key)
        return list(found.values())

    def _pairs(self) -> Iterator[tuple[float, Unit, Unit]]:
        for unit in self._planned:
            for fresh in self._fresh:
                score = self._score(unit, fresh)
                if score >= DOUBTFUL:
                    yield score, unit, fresh

    def _score(self, unit: Unit, fresh: Unit) -> float:
        if unit.kind is not fresh.kind:
            return 0.0
        parts = {
            "name": fuzz.ratio(fold(unit.name), fold(fresh.name)) / 100,
            "parent": float(unit.parent == self._keys.get(fresh.parent or "", fresh.parent)),
        }
        if UNKNOWN not in (unit.unit_type, fresh.unit_type):
            parts["type"] = float(unit.unit_type == fresh.unit_type)
        asked, came = self._start[unit.key], fresh.first_from or fresh.valid_from
        if asked is not None and came is not None:
            parts["date"] = max(0.0, 1 - abs((asked - came).days) / _MONTH)
        total = sum(_WEIGHTS[name] for name in parts)
        return sum(_WEIGHTS[name] * value for name, value in parts.items()) / total


def _start(plan: Plan, unit: Unit) -> date | None:
    created = (change.day for change in plan.timeline.changes for edit in change.edits if edit.key == unit.key)
    return unit.valid_from or next(created, None)
