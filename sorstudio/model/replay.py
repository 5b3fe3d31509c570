"""Changes made again on another base: joining two files, taking one act back. `adopting` has the newer register file.

Per field: the value is what it was before the change, then it is applied; the value is already what the change makes
it, then nothing is to do; anything else is for a person to decide. Nothing is dropped: each change is in effect,
already so, skipped because it is there, or a decision that says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sorstudio.model.change import Change, Edit, EditAct, FieldEdit, new_id, present
from sorstudio.model.errors import Refused
from sorstudio.model.invariants import check
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, Record, RecordKind, Value
from sorstudio.model.state import State
from sorstudio.model.timeline import Timeline


class Fate(StrEnum):
    """What became of a change that was made again."""

    APPLIED = "applied"
    ALREADY = "already"
    SKIPPED = "skipped"
    GIVEN_UP = "given_up"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Decision:
    """Why a person must decide: a code, the record, and for a field what was expected, found and wanted."""

    code: str
    kind: RecordKind
    key: str
    field: str = ""
    expected: Value = None
    found: Value = None
    wanted: Value = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One change, what became of it, and the decisions it waits for."""

    change: Change
    fate: Fate
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Replayed:
    """The changes that are in effect on the new base, the timeline they make there, and the fate of every change."""

    timeline: Timeline
    carried: tuple[Change, ...]
    outcomes: tuple[Outcome, ...]

    def open(self) -> tuple[Outcome, ...]:
        """The changes that a person must decide about."""
        return tuple(outcome for outcome in self.outcomes if outcome.fate is Fate.DECISION)


def replay(changes: Sequence[Change], base: Timeline, present: Iterable[str] = ()) -> Replayed:
    """Make `changes` again on `base`, in order; those whose id is in `present` are there already."""
    known = set(present)
    carried: list[Change] = []
    outcomes: list[Outcome] = []
    for change in changes:
        outcome, made = _skip(change) if change.id in known else _once_more(change, base)
        outcomes.append(outcome)
        if made is not None:
            base = base.with_change(made)
            carried.append(made)
    return Replayed(base, tuple(carried), tuple(outcomes))


def join(plan: Plan, changes: Sequence[Change], other_tip: str | None = None) -> tuple[Change, Replayed]:
    """The act that brings another line of work into the plan, and the fate of each of its changes."""
    present = {change.id for change in plan.timeline.changes}
    made = replay(changes, plan.timeline, present)
    follows = tuple(tip for tip in (plan.head, other_tip) if tip is not None)
    return Change(new_id(), "plan.joined", follows=follows, carried=made.carried), made


def take_back(plan: Plan, change_id: str) -> Change:
    """A new change that undoes one older act; refused where later acts build on it."""
    change = next((item for item in plan.timeline.changes if item.id == change_id), None)
    if change is None:
        raise Refused("journal.unknown_change", change=change_id)
    inverse = replace(
        change,
        id=new_id(),
        code="plan.taken_back",
        params={"what": change.code, **change.params},
        edits=tuple(edit.inverse() for edit in reversed(change.edits)),
        author="",
        time=None,
        follows=(),
    )
    built = tuple(_all_decisions(_state_for(inverse, plan.timeline), inverse, inverse.day or plan.baseline.day))
    outcome, made = _once_more(_to_what_holds_without(plan, inverse, change_id), plan.timeline)
    if built or outcome.decisions:
        raise Refused("journal.built_upon", count=len(built or outcome.decisions))
    if made is None:
        raise Refused("edit.nothing_changes")
    return made


def _to_what_holds_without(plan: Plan, inverse: Change, change_id: str) -> Change:
    """The inverse, to the values that would hold on that day had the change never been made."""
    others = [item for item in plan.timeline.changes if item.id != change_id]
    without = _state_for(inverse, Timeline(plan.baseline, others))
    return replace(inverse, edits=present(_to(without.record(edit.kind, edit.key), edit) for edit in inverse.edits))


def _to(record: Record | None, edit: Edit) -> Edit | None:
    if record is None:
        return edit if edit.act is EditAct.REMOVE else None
    fields = (FieldEdit(item.field, item.before, getattr(record, item.field)) for item in edit.fields)
    act = EditAct.UPDATE if edit.act is EditAct.REMOVE else edit.act
    return Edit(edit.kind, edit.key, act, tuple(fields))


def _state_for(change: Change, base: Timeline) -> State:
    return base.state(change.day if change.day is not None else base.baseline.day)


def _skip(change: Change) -> tuple[Outcome, None]:
    return Outcome(change, Fate.SKIPPED), None


def _once_more(change: Change, base: Timeline) -> tuple[Outcome, Change | None]:
    state = _state_for(change, base)
    decisions = tuple(_all_decisions(state, change, change.day or base.baseline.day))
    if decisions:
        return Outcome(change, Fate.DECISION, decisions), None
    edits = tuple(edit for edit in (_remaining(state, edit) for edit in change.edits) if edit is not None)
    if not edits:
        return Outcome(change, Fate.ALREADY), None
    made = replace(change, edits=edits)
    broken = _broken(base, made)
    return (Outcome(change, Fate.DECISION, broken), None) if broken else (Outcome(change, Fate.APPLIED), made)


def _broken(base: Timeline, made: Change) -> tuple[Decision, ...]:
    try:
        check(base, base.with_change(made), made)
    except Refused as refusal:
        edit = made.edits[0]
        return (Decision(refusal.code, edit.kind, edit.key, found=str(refusal.params.get("unit", ""))),)
    return ()


def _all_decisions(state: State, change: Change, day: date) -> Iterator[Decision]:
    for edit in change.edits:
        yield from _decisions(state, edit)
        yield from _issued(state, edit)
    yield from _closed(state, change, day)


def _decisions(state: State, edit: Edit) -> Iterator[Decision]:
    record = state.record(edit.kind, edit.key)
    if edit.act is EditAct.UPDATE and record is None:
        yield Decision("replay.gone", edit.kind, edit.key)
    elif record is not None:
        yield from (decision for item in edit.fields for decision in _differing(record, edit, item))


def _differing(record: Record, edit: Edit, item: FieldEdit) -> Iterator[Decision]:
    """A created record that is there must be as the change makes it; a removed one as it was before."""
    found = getattr(record, item.field)
    accepted = {EditAct.CREATE: (item.after,), EditAct.REMOVE: (item.before,)}.get(edit.act, (item.before, item.after))
    if UNKNOWN not in (found, item.before) and found not in accepted and item.field != "rank":
        yield Decision("replay.differs", edit.kind, edit.key, item.field, item.before, found, item.after)


def _issued(state: State, edit: Edit) -> Iterator[Decision]:
    """A SOR-ID that another record has by now: the register file shows the planned unit under a key of its own."""
    sor_id = edit.after().get("sor_id") if edit.kind is RecordKind.UNIT else None
    if sor_id is not None:
        for unit in state.units.values():
            if unit.sor_id == sor_id and unit.key != edit.key:
                yield Decision("sor_id.taken", edit.kind, edit.key, "sor_id", None, unit.key, sor_id)


def _closed(state: State, change: Change, day: date) -> Iterator[Decision]:
    """A unit that is closed by then can only have its closing changed, and gets nothing new."""
    ended = {edit.key for edit in change.edits if any(item.field == "valid_to" for item in edit.fields)}
    for key in dict.fromkeys(key for edit in change.edits for key in _given(edit)):
        unit = state.units.get(key)
        if unit is not None and unit.valid_to is not None and unit.valid_to <= day and key not in ended:
            yield Decision("replay.closed", RecordKind.UNIT, key, "valid_to", None, unit.valid_to)


def _given(edit: Edit) -> Iterator[str]:
    """The unit that an edit alters or gives something; a note may be put on a closed one."""
    if edit.kind is RecordKind.UNIT:
        yield edit.key
    elif edit.act is EditAct.CREATE and edit.kind in (RecordKind.NUMBER, RecordKind.PLACEMENT, RecordKind.SPECIALITY):
        yield str(edit.after()["unit"])


def _remaining(state: State, edit: Edit) -> Edit | None:
    """What is left to do of an edit, with the values found as `before`."""
    record = state.record(edit.kind, edit.key)
    if edit.act is EditAct.REMOVE:
        return edit if record is not None else None
    if record is None:
        return edit
    left = tuple(
        FieldEdit(item.field, getattr(record, item.field), item.after)
        for item in edit.fields
        if getattr(record, item.field) != item.after
    )
    return Edit(edit.kind, edit.key, EditAct.UPDATE, left) if left else None
