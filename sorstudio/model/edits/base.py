"""What every verb needs: the day it takes effect, the state it is made on, and the change it becomes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sorstudio.model.change import Change, Edit, new_id, present
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Day, Plan, When, lifted
from sorstudio.model.records import RecordKind, Unit
from sorstudio.model.state import State
from sorstudio.model.timeline import START


@dataclass(frozen=True, slots=True)
class Scene:
    """The plan as a verb sees it: the day it acts on and the state of that day."""

    plan: Plan
    day: date | None
    state: State

    def unit(self, key: str) -> Unit:
        """A unit that is there and open on the day, or a refusal."""
        found = self.known(key)
        if found.valid_to is not None and found.valid_to <= (self.day or self.plan.baseline.day):
            raise Refused("unit.is_closed", unit=found.name, day=found.valid_to)
        return found

    def known(self, key: str) -> Unit:
        """A unit that is there on the day, open or closed, or a refusal."""
        found = self.state.units.get(key)
        if found is None:
            raise Refused("unit.unknown", unit=key)
        return found

    def change(self, code: str, edits: Iterable[Edit | None], *, reason: str | None = None, **params: object) -> Change:
        """The change, checked on its day and on every later one; refuses where nothing would be different."""
        kept = present(edits)
        if not kept:
            raise Refused("edit.nothing_changes")
        texts: Mapping[str, str] = {name: str(value) for name, value in params.items()}
        change = Change(new_id(), code, kept, texts, self.day, reason or None)
        self.plan.check(change)
        return change


def scene(plan: Plan, when: When, *records: tuple[RecordKind, str]) -> Scene:
    """The day and state for an act on `records`.

    An act that names no day takes the working date, or the first day when all the records are there. A correction of a
    planned record holds from the record's first day. A named day before a record's first day is refused.
    """
    day = _day(plan, when, records)
    return Scene(plan, day, plan.state(day if day is not None else plan.baseline.day))


def unit_scene(plan: Plan, when: When, *units: str) -> Scene:
    """The day and state for an act on units."""
    return scene(plan, when, *((RecordKind.UNIT, unit) for unit in units))


def number_scene(plan: Plan, when: When, unit: str) -> Scene:
    """The day and state for an act on a unit's number: on the first day when both unit and number are there."""
    number = plan.state().number_of(unit)
    return scene(plan, when, (RecordKind.UNIT, unit), *([(RecordKind.NUMBER, number.key)] if number else []))


def _day(plan: Plan, when: When, records: Iterable[tuple[RecordKind, str]]) -> date | None:
    starts = {record: plan.timeline.start_of(*record) for record in records}
    if when is Day.WORKING and plan.correcting:
        when = None
    if when is Day.WORKING:
        return lifted(plan.working_date, starts.values())
    if when is None:
        planned = [start for record, start in starts.items() if plan.timeline.is_planned(*record) and start != START]
        return max(planned, default=None)
    for record, start in starts.items():
        if start > when and plan.timeline.is_planned(*record):
            code = "date.before_start" if record[0] is RecordKind.UNIT else "date.before_record"
            raise Refused(code, unit=_name(plan, record), day=when, start=start)
    return when


def _name(plan: Plan, record: tuple[RecordKind, str]) -> str:
    state = plan.state()
    found = state.record(*record)
    key = record[1] if found is None or isinstance(found, Unit) else getattr(found, "unit", record[1])
    return state.units[key].name if key in state.units else key


def unit_ref(plan: Plan, text: str) -> str:
    """The key of the unit that a SOR-ID or key stands for."""
    return key_in(plan.state(), text)


def key_in(state: State, text: str) -> str:
    """The key of the unit in a state that a SOR-ID or key stands for, or a refusal."""
    if text in state.units:
        return text
    by_sor_id = [unit.key for unit in state.units.values() if unit.sor_id == text]
    if len(by_sor_id) != 1:
        raise Refused("unit.unknown", unit=text)
    return by_sor_id[0]
