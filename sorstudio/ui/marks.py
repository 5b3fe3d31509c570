"""The signs that outline and picture put on units: what the plan does with them, and the worst finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sorstudio.model.change import EditAct
from sorstudio.model.net import NetStep, net_steps
from sorstudio.model.plan import Plan
from sorstudio.model.records import (
    LocationNumber,
    MessageCapability,
    Placement,
    RecordKind,
    SpecialityMember,
    Succession,
    Unit,
)
from sorstudio.ui.signs import ChangeSign

_ORDER = {
    ChangeSign.NONE: 0,
    ChangeSign.CHANGED: 1,
    ChangeSign.MOVED: 2,
    ChangeSign.CLOSED: 3,
    ChangeSign.NEW: 4,
}


def change_signs(plan: Plan) -> Mapping[str, ChangeSign]:
    """For every unit that the plan does something with, the sign that tells most."""
    found: dict[str, ChangeSign] = {}
    for step in net_steps(plan.timeline):
        for unit in _units_of(plan, step):
            sign = _sign(step)
            if _ORDER[sign] > _ORDER[found.get(unit, ChangeSign.NONE)]:
                found[unit] = sign
    return found


def units_before(plan: Plan, changed: Iterable[str]) -> Mapping[str, Unit]:
    """The units as the register file alone has them in the end, of those that the plan does something with."""
    plain = plan.timeline.plain().units
    return {key: plain[key] for key in changed if key in plain}


def _sign(step: NetStep) -> ChangeSign:
    if step.kind is not RecordKind.UNIT:
        return ChangeSign.CHANGED
    if step.act is EditAct.CREATE:
        return ChangeSign.NEW
    after = {field.field: field.after for field in step.fields}
    if after.get("valid_to") is not None:
        return ChangeSign.CLOSED
    if "parent" in after:
        return ChangeSign.MOVED
    return ChangeSign.CHANGED if step.in_sor else ChangeSign.NONE


def _units_of(plan: Plan, step: NetStep) -> Iterable[str]:
    record = step.record
    if isinstance(record, Unit):
        return (record.key,)
    if isinstance(record, LocationNumber | Placement | SpecialityMember | Succession):
        return (record.unit,)
    if isinstance(record, MessageCapability):
        number = plan.state().numbers.get(record.number)
        return (number.unit,) if number is not None else ()
    return ()
