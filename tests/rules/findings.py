"""What the tests of the rules ask for: the findings of one rule, as units or as sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sorstudio.model.baseline import Baseline, Version
from sorstudio.model.edits.acts import change_for, parse_act
from sorstudio.model.plan import Plan
from sorstudio.model.records import (
    Direction,
    LocationNumber,
    MessageCapability,
    Record,
    RecordKind,
    Value,
    capability_key,
)
from sorstudio.model.texts import Texts
from sorstudio.resources import texts
from sorstudio.rules.check import check
from sorstudio.rules.finding import Finding, Repair, message
from tests.model.outline import key

DANISH = Texts(texts("da"), "da")


def of_rule(plan: Plan, code: str) -> list[Finding]:
    return [finding for finding in check(plan) if finding.code == code]


def units(plan: Plan, code: str) -> list[str]:
    return [finding.unit_name for finding in of_rule(plan, code)]


def only(plan: Plan, code: str) -> Finding:
    (found,) = of_rule(plan, code)
    return found


def words(plan: Plan, code: str) -> list[str]:
    return [message(finding, DANISH) for finding in of_rule(plan, code)]


def with_values(plan: Plan, unit_name: str, /, **values: Value) -> Plan:
    """The same register file, but one unit with other values: faults that no verb would make."""
    unit = key(plan, unit_name)
    return with_versions(plan, (_changed(version, unit, values) for version in plan.baseline.versions))


def with_number(plan: Plan, unit_name: str, /, **values: Value) -> Plan:
    """The same register file, but the number of one unit with other values."""
    unit = key(plan, unit_name)
    versions = plan.baseline.versions
    changed = (
        replace(one, record=replace(one.record, **values))  # type: ignore[arg-type]
        if isinstance(one.record, LocationNumber) and one.record.unit == unit
        else one
        for one in versions
    )
    return with_versions(plan, changed)


def with_records(plan: Plan, *records: tuple[RecordKind, Record]) -> Plan:
    """The same register file with more records."""
    return with_versions(plan, (*plan.baseline.versions, *(Version(kind, record) for kind, record in records)))


def with_types(plan: Plan, unit_name: str, *types: str) -> Plan:
    """The same register file, with message types on the unit's own number: "<XREF15" is received, ">XDIS15" sent.

    A version other than the current one stands after a blank; a type or version need not exist.
    """
    number = plan.state().number_of(key(plan, unit_name))
    assert number is not None
    return with_records(plan, *(_capability(plan, number.key, one) for one in types))


def _capability(plan: Plan, number: str, text: str) -> tuple[RecordKind, Record]:
    code, _, version = text[1:].partition(" ")
    found = plan.codes.message_type(code)
    version = version or (found.version if found else "")
    way = Direction.IN if text[0] == "<" else Direction.OUT
    made = MessageCapability(capability_key(number, code, version, way), number, code, version, way)
    return RecordKind.CAPABILITY, made


def carry_out(plan: Plan, repair: Repair) -> None:
    """Make the acts that a repair proposes."""
    for act in repair.acts:
        plan.apply(change_for(plan, parse_act(dict(act)), {}))


def _changed(version: Version, unit: str, values: dict[str, Value]) -> Version:
    if version.kind is not RecordKind.UNIT or version.record.key != unit:
        return version
    return replace(version, record=replace(version.record, **values))  # type: ignore[arg-type]


def with_versions(plan: Plan, versions: Iterable[Version]) -> Plan:
    old = plan.baseline
    baseline = Baseline(old.id, old.day, old.layout, carries=old.carries, versions=tuple(versions))
    return Plan([baseline], plan.codes, today=plan.today, author="Test")
