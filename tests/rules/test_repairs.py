"""The law of repairs: each mends the cause of its finding, or is refused with a reason, and makes nothing worse."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta

from hypothesis import given, note, settings
from hypothesis import strategies as st

from sorstudio.formats.reading import read_baseline
from sorstudio.model.edits.acts import aliases_after, change_for, parse_act
from sorstudio.model.errors import Refused, SorError
from sorstudio.model.plan import Plan
from sorstudio.model.records import (
    UNKNOWN,
    Direction,
    LocationNumber,
    MessageCapability,
    NumberState,
    Record,
    RecordKind,
    Unit,
    Value,
    capability_key,
)
from sorstudio.resources import code_lists, example
from sorstudio.rules.check import check
from sorstudio.rules.finding import Finding, Severity, message
from sorstudio.rules.repairing import Proposal, proposals, repair, repair_all
from tests.model.outline import TODAY, gln
from tests.model.strategies import VERBS, change, fresh
from tests.rules.findings import DANISH, with_records, with_values

NAMES = (
    "HJEMMEPLEJE NORD", "Hj.pl.  Nord", " Nord", "Nord.", "Flyttet lok.nr 14/5", "Internt brug - Nord", "Nord", "TEST",
    "Genoptræning, må ikke bruges", "Sygeplejeklinik (lukket)", "Plejecenter Å – lukkes pr. 1/1", "Kommune", "x" * 70,
    "Jobcenter", "Team 1", "Hjemmepleje Nord Nord", "Sekretariat/administration", "Tandplejen", "PPR & Co",
)  # fmt: skip
TYPES: tuple[Value, ...] = ("42665001", "administrativ enhed", "plejehjem", "noget andet", None, UNKNOWN)
DAYS: tuple[Value, ...] = (None, *(TODAY + timedelta(days=days) for days in (-4000, -30, 1, 3, 40)))
NUMBERS = ("5790001234567", "579000", gln(1), gln(2), gln(8))
CAPABILITIES = (
    ("XREF15", "XH1530R"), ("XDIS18", "XD1834C"), ("XDIS18", "XD1831C"), ("XREF01", "XH0130R"),
    ("FDIS91", "FD9134C"), ("XDIS20", "XD2034C"), ("XBIN01", "XB0131X"), ("XYZ99", "1"),
)  # fmt: skip
MOST_ALIKE = 3
"""Repairs of one kind that are tried on one plan; each trial is a whole check."""
Fault = Callable[[st.DrawFn, Plan], Plan]


def _bad_name(draw: st.DrawFn, work: Plan) -> Plan:
    return with_values(work, _some_name(draw, work), name=draw(st.sampled_from(NAMES)))


def _bad_type(draw: st.DrawFn, work: Plan) -> Plan:
    return with_values(work, _some_name(draw, work), unit_type=draw(st.sampled_from(TYPES)))


def _bad_dates(draw: st.DrawFn, work: Plan) -> Plan:
    days = st.sampled_from(DAYS)
    return with_values(work, _some_name(draw, work), valid_from=draw(days), valid_to=draw(days))


def _bad_state(draw: st.DrawFn, work: Plan) -> Plan:
    return with_values(work, _some_name(draw, work), number_state=draw(st.sampled_from([*NumberState, UNKNOWN])))


def _bad_number(draw: st.DrawFn, work: Plan) -> Plan:
    # No register file can say two numbers of one unit.
    without = [one for one in _units(work) if work.state().number_of(one.key) is None]
    if not without:
        return work
    unit = draw(st.sampled_from(without))
    name = f"n{len(work.baseline.versions)}"
    number = LocationNumber(name, unit.key, draw(st.sampled_from(NUMBERS)), draw(st.sampled_from(["Nexus", "", None])))
    records: list[tuple[RecordKind, Record]] = [(RecordKind.NUMBER, number)]
    for type_, version in draw(st.lists(st.sampled_from(CAPABILITIES), max_size=3, unique=True)):
        way = draw(st.sampled_from(list(Direction)))
        key = capability_key(name, type_, version, way)
        records.append((RecordKind.CAPABILITY, MessageCapability(key, name, type_, version, way)))
    made = with_records(work, *records)
    return with_values(made, unit.name, number_state=NumberState.OWN) if draw(st.booleans()) else made


FAULTS: tuple[Fault, ...] = (_bad_name, _bad_name, _bad_type, _bad_dates, _bad_state, _bad_number)


def _units(work: Plan) -> list[Unit]:
    """Only units whose names tell them apart, so that a fault goes where it is meant to."""
    counts = Counter(unit.name for unit in work.state().units.values())
    return [unit for unit in work.state().units.values() if counts[unit.name] == 1]


def _some_name(draw: st.DrawFn, work: Plan) -> str:
    return draw(st.sampled_from([unit.name for unit in _units(work)]))


@st.composite
def faulty_plans(draw: st.DrawFn) -> Plan:
    """A register file with faults that no act would make, and then a few acts."""
    work = fresh()
    for place in draw(st.lists(st.integers(0, len(FAULTS) - 1), min_size=1, max_size=6)):
        work = FAULTS[place](draw, work)
    for verb in draw(st.lists(st.sampled_from(VERBS), max_size=4)):
        try:
            work.apply(change(draw, work, verb))
        except Refused:
            continue
    return work


def _alike(found: tuple[Finding, ...], one: Finding) -> int:
    return sum((other.code, other.unit, other.text) == (one.code, one.unit, one.text) for other in found)


def _errors(found: tuple[Finding, ...]) -> Counter[tuple[str, str]]:
    return Counter((one.code, one.unit) for one in found if one.severity is Severity.ERROR)


def faults_of_repairs(work: Plan, refused: Counter[str] | None = None) -> Iterator[str]:
    """What is wrong with the repairs that are proposed for a plan; `refused` counts those that cannot be made."""
    before = check(work)
    seen: Counter[tuple[str, str]] = Counter()
    for finding in before:
        for one in finding.repairs:
            seen[finding.code, one.code] += 1
            if seen[finding.code, one.code] > MOST_ALIKE:
                continue
            told = f"{finding.code} {one.code} {dict(one.act)}: {message(finding, DANISH)}"
            if any(act["act"] == "accept_finding" for act in one.acts):
                yield f"accepts: {told}"
            try:
                changes = repair(work, Proposal(finding, one))
            except SorError as error:
                if not DANISH.has(error.code):
                    yield f"refused without a sentence: {error.code} {told}"
                if refused is not None:
                    refused[f"{finding.code} {one.code} {error.code}"] += 1
                continue
            trial = work.snapshot()
            trial.apply_all(changes)
            after = check(trial)
            if _alike(after, finding) >= _alike(before, finding):
                yield f"still there: {told}"
            if more := _errors(after) - _errors(before):
                yield f"adds {sorted(more)}: {told}"


@settings(max_examples=60, deadline=None)
@given(faulty_plans())
def test_each_repair_mends_its_finding_and_adds_no_error(work: Plan) -> None:
    refused: Counter[str] = Counter()
    wrong = list(faults_of_repairs(work, refused))
    note(f"refused: {dict(refused)}")
    assert wrong == []


def test_on_the_bundled_example_each_repair_mends_its_finding_before_and_after_its_acts() -> None:
    codes = code_lists()
    baseline = read_baseline([example("eksempelby/2026-11-02")], codes=codes, today=TODAY)
    work = Plan([baseline], codes, today=TODAY, author="Test")
    assert list(faults_of_repairs(work)) == []
    aliases: dict[str, str] = {}
    for line in example("eksempelby/handlinger.jsonl").read_text("utf-8").splitlines():
        act = parse_act(json.loads(line))
        work.apply(change_for(work, act, aliases))
        aliases = aliases_after(act, aliases)
    assert list(faults_of_repairs(work)) == []


@settings(max_examples=20, deadline=None)
@given(faulty_plans())
def test_all_safe_repairs_together_are_one_step_back(work: Plan) -> None:
    before = work.state()
    many = repair_all(work, list(proposals(check(work))))
    work.apply_all(many.changes)
    assert sum((_errors(check(work)) - _errors(_found_in(work, len(many.changes)))).values()) == 0
    if many.changes:
        work.undo(len(many.changes))
    assert work.state() == before


def _found_in(work: Plan, back: int) -> tuple[Finding, ...]:
    """What was found before the last acts."""
    earlier = work.snapshot()
    if back:
        earlier.undo(back)
    return check(earlier)
