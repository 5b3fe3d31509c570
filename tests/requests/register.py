"""A register played by the test: it carries out what it was asked for as far as it likes, and gives out ids."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from sorstudio.model.baseline import Baseline, Version
from sorstudio.model.change import Change
from sorstudio.model.identifiers import make_sor_id
from sorstudio.model.net import IN_SOR
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
    number_key,
    speciality_key,
    succession_key,
)
from sorstudio.model.timeline import Timeline
from tests.model.outline import gln

LONG_AFTER = date(2028, 1, 3)
FIRST_ISSUED = 9_500_001
FIRST_GLN = 900


class Register:
    """Keeps its own ids: the same planned unit gets the same SOR-ID in every file."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._numbers = plan.state().numbers
        fresh = [key for key in plan.state().units if (RecordKind.UNIT, key) not in plan.baseline.by_key]
        self.issued = {key: make_sor_id(FIRST_ISSUED + place) for place, key in enumerate(sorted(fresh))}
        ordered = [key for key, one in plan.state().numbers.items() if one.gln is None]
        self.glns = {key: gln(FIRST_GLN + place) for place, key in enumerate(sorted(ordered))}

    def file(
        self,
        done: Sequence[Change],
        *,
        day: date = LONG_AFTER,
        otherwise: Callable[[Unit], Unit] = lambda unit: unit,
        keep_closed: bool = False,
    ) -> Baseline:
        """The file of a day when `done` has been carried out; `otherwise` is what others did to the units."""
        state = Timeline(self._plan.baseline, done).state(day)
        gone = {
            unit.key
            for unit in state.units.values()
            if unit.valid_to is not None and unit.valid_to <= day and not keep_closed
        }
        self._numbers = state.numbers
        found: dict[tuple[RecordKind, str], Record] = {}
        for kind in IN_SOR:
            for record in state.records[kind].values():
                shown = self._shown(record, gone, otherwise)
                if shown is not None:
                    found[kind, shown.key] = shown
        versions = tuple(Version(kind, record) for (kind, _), record in found.items())
        whole = self._without_orphans(versions)
        return Baseline(f"file-{day}", day, "test", carries=self._plan.baseline.carries, versions=whole)

    def _shown(self, record: Record, gone: set[str], otherwise: Callable[[Unit], Unit]) -> Record | None:
        match record:
            case Unit():
                return None if record.key in gone else otherwise(self._unit(record))
            case LocationNumber():
                return None if record.unit in gone else self._number(record)
            case MessageCapability():
                number = self._numbers.get(record.number)
                if number is None or number.unit in gone:
                    return None
                key = self._number(number).key
                return replace(
                    record,
                    key=capability_key(key, record.type, record.version, record.direction),
                    number=key,
                )
            case SpecialityMember():
                unit = self._id(record.unit)
                return (
                    None if record.unit in gone else replace(record, key=speciality_key(unit, record.code), unit=unit)
                )
            case Succession():
                unit, heir = self._id(record.unit), self._id(record.successor)
                pair = {record.unit, record.successor}
                return None if pair & gone else Succession(succession_key(unit, heir), unit, heir)
            case _:
                return None

    def _id(self, key: str) -> str:
        return self.issued.get(key, key)

    def _unit(self, unit: Unit) -> Unit:
        parent = self._id(unit.parent) if unit.parent is not None else None
        return replace(unit, key=self._id(unit.key), sor_id=self._id(unit.key), parent=parent)

    def _number(self, number: LocationNumber) -> LocationNumber:
        unit, issued = self._id(number.unit), number.gln or self.glns.get(number.key, gln(FIRST_GLN - 1))
        return replace(number, key=number_key(unit, issued), unit=unit, gln=issued)

    @staticmethod
    def _without_orphans(versions: Sequence[Version]) -> tuple[Version, ...]:
        numbers = {one.record.key for one in versions if isinstance(one.record, LocationNumber)}
        return tuple(
            one for one in versions if not isinstance(one.record, MessageCapability) or one.record.number in numbers
        )
