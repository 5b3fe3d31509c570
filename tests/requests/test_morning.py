"""A register that carries requests out fully, partly, differently and late: outcomes are named, nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sorstudio.model.adopting import adopt, is_held
from sorstudio.model.baseline import Baseline
from sorstudio.model.change import Change
from sorstudio.model.errors import Refused
from sorstudio.model.net import IN_SOR
from sorstudio.model.plan import Plan
from sorstudio.model.records import LocationNumber, Record, RecordKind, Unit
from sorstudio.model.replay import Fate, Replayed
from sorstudio.model.timeline import Timeline
from sorstudio.requests.confirm import Confirmation, Outcome, Result, confirm
from sorstudio.requests.line import Action
from sorstudio.requests.lines import change_lines
from tests.model.strategies import VERBS, change, fresh
from tests.requests.register import LONG_AFTER, Register

SOON = date(2026, 12, 20)
OF_FIELD = {
    Action.RENAME: "name",
    Action.MOVE: "parent",
    Action.SET_UNIT_TYPE: "unit_type",
    Action.SET_CONTACT: "contact",
}


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan with some acts; those that cannot be are left out."""
    plan = fresh()
    for verb in draw(st.lists(st.sampled_from(VERBS), min_size=1, max_size=9)):
        try:
            plan.apply(change(draw, plan, verb))
        except Refused:
            continue
    return plan


def said(plan: Plan, register: Register, file: Baseline) -> Confirmation:
    """Confirmed, with the SOR-IDs that the register gave typed in: names alone may be alike."""
    shown = {one.record.key for one in file.versions if isinstance(one.record, Unit)}
    return confirm(plan, file, {key: sor_id for key, sor_id in register.issued.items() if sor_id in shown})


def adopted(plan: Plan, found: Confirmation) -> Replayed:
    kept, act, made = adopt(plan, found.file)
    plan.add_baseline(kept)
    plan.apply(act)
    return made


def ours(found: Confirmation) -> list[Result]:
    return [one for one in found.results if one.outcome is not Outcome.FOREIGN]


def wanted(plan: Plan, day_gone: bool = True) -> dict[tuple[RecordKind, str], Record]:
    """Everything planned that SOR holds, without what SOR itself fills in, and without what is closed by then."""
    state = plan.state()
    gone = {key for key, unit in state.units.items() if unit.valid_to and unit.valid_to <= LONG_AFTER and day_gone}
    found: dict[tuple[RecordKind, str], Record] = {}
    for kind in IN_SOR - {RecordKind.SUCCESSION}:
        for key, record in state.records[kind].items():
            unit = record.key if isinstance(record, Unit) else getattr(record, "unit", None)
            if unit is None:
                unit = state.numbers[getattr(record, "number")].unit  # noqa: B009
            if unit not in gone:
                found[kind, key] = _plain(record)
    return found


def _plain(record: Record) -> Record:
    if isinstance(record, Unit):
        return replace(record, sor_id=None, rank=0.0, valid_from=None, first_from=None)
    return replace(record, gln=None) if isinstance(record, LocationNumber) else record


@settings(deadline=None)
@given(plan=plans())
def test_what_is_fully_carried_out_is_done_and_leaves_nothing_open(plan: Plan) -> None:
    register = Register(plan)
    before, head, state = wanted(plan), plan.head, plan.state()
    file = register.file(plan.timeline.changes)
    found = said(plan, register, file)
    assert [one for one in found.results if one.outcome is not Outcome.DONE] == []
    adopted(plan, found)
    assert [line for line in change_lines(plan) if line.addressee is not None] == []
    assert wanted(plan) == before
    assert ours(confirm(plan, file)) == []
    kept, _, _ = adopt(plan, confirm(plan, file).file)
    assert kept.id == plan.baseline.id
    plan.undo()
    assert (plan.head, plan.state()) == (head, state)


@settings(deadline=None)
@given(plan=plans(), data=st.data())
def test_what_is_carried_out_in_part_or_late_comes_to_the_same_in_the_end(plan: Plan, data: st.DataObject) -> None:
    register = Register(plan)
    before = wanted(plan)
    changes = plan.timeline.changes
    file = register.file(changes[: data.draw(st.integers(0, len(changes)))], day=SOON)
    made = adopted(plan, said(plan, register, file))
    assert {one.fate for one in made.outcomes} <= {Fate.APPLIED, Fate.ALREADY}
    assert wanted(plan) == before
    later = said(plan, register, replace(register.file(changes), id="later"))
    assert {one.outcome for one in ours(later)} <= {Outcome.DONE}


@settings(deadline=None)
@given(plan=plans(), data=st.data())
def test_each_outcome_is_named_by_value_and_no_open_change_is_lost(plan: Plan, data: st.DataObject) -> None:
    register = Register(plan)
    old, planned = plan.timeline.plain(plan.baseline.day).units, plan.state().units
    changes = plan.timeline.changes
    others = data.draw(st.sets(st.sampled_from(sorted(old)), max_size=3))
    closed = data.draw(st.sets(st.sampled_from(sorted(old)), max_size=1))

    def otherwise(unit: Unit) -> Unit:
        renamed = replace(unit, name="Andres navn") if unit.key in others else unit
        return replace(renamed, valid_to=unit.valid_to or LONG_AFTER) if unit.key in closed else renamed

    file = register.file(changes[: data.draw(st.integers(0, len(changes)))], otherwise=otherwise)
    found = said(plan, register, file)
    shown = Timeline(found.file, ()).plain(file.day).units
    lines = [(line.unit, line.action) for line in change_lines(plan)]
    for one in ours(found):
        name = OF_FIELD.get(one.action)
        is_open = one.unit in shown and shown[one.unit].valid_to is None
        if name and one.unit in old and is_open and lines.count((one.unit, one.action)) == 1:
            values = [getattr(units[one.unit], name) for units in (old, planned, shown)]
            assert one.outcome is by_value(*values, on_the_way=asked_for(changes, one.unit, name))
    made = adopted(plan, found)
    assert {one.change.id for one in made.outcomes} == {one.id for one in changes}
    accounted(plan, found, made)


def asked_for(changes: Sequence[Change], unit: str, name: str) -> list[object]:
    edits = [edit for one in changes for edit in one.edits if edit.key == unit]
    return [item.after for edit in edits for item in edit.fields if item.field == name]


def by_value(was: object, asked: object, shown: object, on_the_way: Sequence[object]) -> Outcome:
    """A value that the plan itself had on the way is not others' doing: that wish came, the last one is to come."""
    if shown == asked:
        return Outcome.DONE
    return Outcome.PENDING if shown == was or shown in on_the_way else Outcome.DIFFERENT


def accounted(plan: Plan, found: Confirmation, made: Replayed) -> None:
    """Every open line is in effect, already so, or stands by name among the decisions."""
    left = confirm(plan, replace(found.file))
    listed = {change_id for one in left.results for change_id in one.changes}
    held = {one.params["held"] for one in plan.timeline.changes if is_held(one)}
    for one in made.outcomes:
        if one.fate is Fate.DECISION:
            assert one.change.id in held
            assert {change.id for change in plan.timeline.changes if is_held(change)} <= listed
    state = plan.state()
    for one in found.results:
        name = OF_FIELD.get(one.action)
        if name is None or one.outcome in (Outcome.DONE, Outcome.FOREIGN) or set(one.changes) & held:
            continue
        assert getattr(state.units[one.unit], name) in [each.wanted for each in one.fields] or one.day is not None
