"""A newer register file under the keys of the plan: a unit that was planned and now has a SOR-ID keeps its key.

The plan names its records by key, the register by SOR-ID. What is the same is given one key before it is stored, so
that notes, offers and open changes go on meaning what they meant.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sorstudio.model.baseline import Baseline, Version
from sorstudio.model.change import EditAct
from sorstudio.model.plan import Plan
from sorstudio.model.records import (
    LocationNumber,
    MessageCapability,
    Record,
    RecordKind,
    SpecialityMember,
    Succession,
    Unit,
    capability_key,
    speciality_key,
    succession_key,
)
from sorstudio.model.state import apply_edit
from sorstudio.model.timeline import Timeline

Keys = Mapping[str, str]


def known_units(plan: Plan) -> dict[str, str]:
    """The plan's own keys by SOR-ID, for the units whose key is not their SOR-ID."""
    every = [*plan.timeline.plain().units.values(), *plan.state().units.values()]
    return {unit.sor_id: unit.key for unit in every if unit.sor_id is not None and unit.sor_id != unit.key}


def rekeyed(baseline: Baseline, plan: Plan, units: Keys) -> Baseline:
    """The baseline with the plan's keys; `units` are those by SOR-ID, and numbers are found on their units."""
    placed = _renamed(baseline, units, {})
    numbers = _numbers(placed, plan)
    return _identified(_renamed(placed, {}, numbers) if numbers else placed, (*units.items(), *numbers.items()))


def retaining(baseline: Baseline, versions: Iterable[Version]) -> Baseline:
    """The baseline with records that it cannot say anything about, as an older one showed them."""
    kept = tuple(versions)
    if not kept:
        return baseline
    told = [(one.kind.value, one.record.key) for one in kept]
    return _identified(replace(baseline, versions=(*baseline.versions, *kept)), told)


def _identified(baseline: Baseline, told: Iterable[tuple[str, str]]) -> Baseline:
    """The same file under other keys is another baseline: both can stand in one plan."""
    pairs = sorted(told)
    if not pairs:
        return baseline
    text = "\n".join([baseline.id, baseline.day.isoformat(), *(" ".join(pair) for pair in pairs)])
    return replace(baseline, id=hashlib.sha256(text.encode()).hexdigest()[:12])


def _renamed(baseline: Baseline, units: Keys, numbers: Keys) -> Baseline:
    found = tuple(replace(one, record=_record(one.record, units, numbers)) for one in baseline.versions)
    return replace(baseline, versions=found)


def _record(record: Record, units: Keys, numbers: Keys) -> Record:
    match record:
        case Unit():
            return _unit(record, units)
        case LocationNumber():
            return replace(record, key=numbers.get(record.key, record.key), unit=_of(units, record.unit))
        case MessageCapability():
            number = numbers.get(record.number, record.number)
            key = capability_key(number, record.type, record.version, record.direction)
            return replace(record, key=key, number=number)
        case SpecialityMember():
            unit = _of(units, record.unit)
            return replace(record, key=speciality_key(unit, record.code), unit=unit)
        case Succession():
            unit, successor = _of(units, record.unit), _of(units, record.successor)
            return Succession(succession_key(unit, successor), unit, successor)
        case _:
            return record


def _unit(unit: Unit, units: Keys) -> Unit:
    above = units.get(unit.parent, unit.parent) if unit.parent is not None else None
    beside = unit.geographic_parent
    geographic = units.get(beside, beside) if isinstance(beside, str) else beside
    return replace(unit, key=_of(units, unit.key), parent=above, geographic_parent=geographic)


def _of(keys: Keys, key: str) -> str:
    return keys.get(key, key)


def _numbers(baseline: Baseline, plan: Plan) -> dict[str, str]:
    """The plan's key for each number of the file that has another one: by GLN, else by the unit that has it."""
    shown = list(_numbers_shown(baseline))
    twice = {gln for gln, count in Counter(one.gln for one in shown).items() if count > 1}
    known = _Numbers(plan)
    found: dict[str, str] = {}
    for look in (known.by_place, known.by_gln, known.by_unit):
        for one in shown:
            key = look(one) if one.key not in found and one.gln not in twice else None
            if key is not None and key not in found.values():
                found[one.key] = key
    own = {one.key for one in shown if one.key not in found}
    return {old: new for old, new in found.items() if old != new and new not in own}


class _Numbers:
    """The numbers that a plan knows: as they are planned, as its register file had them, and those for a time only."""

    def __init__(self, plan: Plan) -> None:
        self._states = (plan.state(), plan.timeline.plain())
        self._made = tuple(_numbers_made(plan))
        every = [*(one for state in self._states for one in state.numbers.values()), *self._made]
        self._by_place = {(one.gln, one.unit): one.key for one in reversed(every) if one.gln is not None}
        self._by_gln = {one.gln: one.key for one in reversed(every) if one.gln is not None}

    def by_place(self, shown: LocationNumber) -> str | None:
        """The same number on the same unit."""
        return self._by_place.get((shown.gln or "", shown.unit))

    def by_gln(self, shown: LocationNumber) -> str | None:
        """The same number wherever it is."""
        return self._by_gln.get(shown.gln or "")

    def by_unit(self, shown: LocationNumber) -> str | None:
        """What the unit has, or had: the number that was ordered, or one that was changed."""
        owned = (state.number_of(shown.unit) for state in self._states if shown.unit in state.units)
        made = (one for one in self._made if one.unit == shown.unit and one.gln is None)
        return next((one.key for one in (*owned, *made) if one is not None), None)


def _numbers_made(plan: Plan) -> Iterator[LocationNumber]:
    """Every number as the plan first makes it, also where a later day takes it away again."""
    for change in plan.timeline.changes:
        for edit in change.edits:
            made = apply_edit(None, edit) if edit.act is EditAct.CREATE else None
            if isinstance(made, LocationNumber):
                yield made


def _numbers_shown(baseline: Baseline) -> Iterator[LocationNumber]:
    """The numbers that hold on the day of the file."""
    yield from Timeline(baseline, ()).plain(baseline.day).numbers.values()


def number_of_unit(baseline: Baseline, unit: str) -> LocationNumber | None:
    """The number that a unit has on the day of the file."""
    return next((one for one in _numbers_shown(baseline) if one.unit == unit), None)


def unit_keys(baseline: Baseline) -> frozenset[str]:
    """Every unit that the file shows."""
    return frozenset(key for kind, key in baseline.by_key if kind is RecordKind.UNIT)
