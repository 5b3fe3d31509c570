"""The act that puts a plan on a newer register file: what is done falls away, the rest is carried over by value.

Nothing is lost. Each change is afterwards in effect, done, given up because somebody chose so, or held: it stands in
the plan by name, without effect, and is tried again with the next file.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from sorstudio.model.baseline import Baseline, Version
from sorstudio.model.change import Change, Edit, EditAct, FieldEdit, new_id
from sorstudio.model.errors import Refused
from sorstudio.model.invariants import check
from sorstudio.model.plan import Plan
from sorstudio.model.records import MessageCapability, RecordKind
from sorstudio.model.rekey import retaining
from sorstudio.model.replay import Decision, Fate, Outcome, Replayed
from sorstudio.model.settling import Judged, Standing, judged
from sorstudio.model.timeline import Timeline

HELD = "plan.held"
Ref = tuple[RecordKind, str]


class Take(StrEnum):
    """Whose value counts where the register shows neither what was nor what was asked for."""

    OURS = "ours"
    THEIRS = "theirs"


Chooser = Mapping[str, Take]


@dataclass(slots=True)
class _Fate:
    """What became of one change, gathered piece by piece."""

    kept: list[Edit] = field(default_factory=list)
    held: list[Edit] = field(default_factory=list)
    given_up: bool = False
    decisions: list[Decision] = field(default_factory=list)


def adopt(
    plan: Plan, baseline: Baseline, *, take: Take = Take.OURS, chosen: Chooser | None = None
) -> tuple[Baseline, Change, Replayed]:
    """The baseline as it is to be kept, the act that adopts it, and the fate of each open change.

    `baseline` has the plan's keys already (`rekey`). `chosen` has another `Take` for single changes, by id.
    """
    changes = open_changes(plan)
    found = judged(changes, plan.baseline, baseline)
    kept = retaining(baseline, _unseen(plan.baseline, baseline, found))
    choices = chosen or {}
    fates = _sorted_out(found, lambda change: choices.get(change.id, take))
    made = _carried(changes, fates, Timeline(kept, ()))
    params = _params(kept, made)
    return kept, Change(new_id(), "plan.adopted_with", params=params, baseline=kept.id, carried=made.carried), made


def open_changes(plan: Plan) -> tuple[Change, ...]:
    """What the plan changes, with the changes that were held as they were first made."""
    originals: dict[str, Change] = {}
    for change in plan.journal.changes.values():
        for one in _flat(change):
            if one.edits:
                originals.setdefault(one.id, one)
    found: dict[str, Change] = {}
    for change in plan.timeline.changes:
        one = _resumed(change, originals)
        before = found.get(one.id)
        found[one.id] = replace(before, edits=(*before.edits, *one.edits)) if before is not None else one
    return tuple(found.values())


def is_held(change: Change) -> bool:
    """Whether the change stands in the plan without effect until somebody decides."""
    return change.code == HELD


def _flat(change: Change) -> Iterator[Change]:
    yield change
    for one in change.carried:
        yield from _flat(one)


def _resumed(change: Change, originals: Mapping[str, Change]) -> Change:
    """The change that a held one stands for, with the records that were held."""
    first = originals.get(change.params.get("held", "")) if is_held(change) else None
    if first is None:
        return change
    refs = set(change.params.get("records", "").split("\n"))
    return replace(first, edits=tuple(edit for edit in first.edits if _name(edit) in refs), carried=())


def _name(edit: Edit) -> str:
    return f"{edit.kind.value} {edit.key}"


def _sorted_out(found: Iterable[Judged], take: Callable[[Change], Take]) -> dict[str, _Fate]:
    by_edit: dict[int, list[Judged]] = defaultdict(list)
    for one in found:
        by_edit[id(one.edit)].append(one)
    fates: dict[str, _Fate] = defaultdict(_Fate)
    for several in by_edit.values():
        change = several[0].change
        _settle(several, take(change), fates[change.id])
    return fates


def _settle(several: Sequence[Judged], take: Take, fate: _Fate) -> None:
    """One edit: whole where it is new or ends something, else field by field."""
    edit = several[0].edit
    fate.decisions.extend(_decision(one) for one in several if one.standing in _CODES)
    if any(one.standing in (Standing.GONE, Standing.CLOSED) for one in several):
        if take is Take.OURS:
            fate.held.append(edit)
        else:
            fate.given_up = True
        return
    wanted = {Standing.PENDING, Standing.UNSEEN} | ({Standing.DIFFERENT} if take is Take.OURS else set())
    fate.given_up |= any(one.standing is Standing.DIFFERENT for one in several) and take is Take.THEIRS
    whole = next((one for one in several if not one.field), None)
    if whole is not None:
        fate.kept.extend([edit] if whole.standing in wanted else [])
        return
    kept = {one.field: one for one in several if one.standing in wanted}
    fields = tuple(_rebased(item, kept[item.field]) for item in edit.fields if item.field in kept)
    if fields:
        fate.kept.append(Edit(edit.kind, edit.key, EditAct.UPDATE, fields))


def _rebased(item: FieldEdit, one: Judged) -> FieldEdit:
    return FieldEdit(item.field, one.found, item.after) if one.standing is Standing.DIFFERENT else item


_CODES = {
    Standing.DIFFERENT: "replay.differs",
    Standing.GONE: "replay.gone",
    Standing.CLOSED: "replay.closed",
}


def _decision(one: Judged) -> Decision:
    item = next((each for each in one.edit.fields if each.field == one.field), None)
    before, after = (item.before, item.after) if item else (None, None)
    return Decision(_CODES[one.standing], one.edit.kind, one.edit.key, one.field, before, one.found, after)


def _unseen(old: Baseline, new: Baseline, found: Iterable[Judged]) -> Iterator[Version]:
    """The older file's records that the newer one cannot say anything about, as far as open changes are about them."""
    refs = {(one.edit.kind, one.edit.key) for one in found if one.standing is Standing.UNSEEN}
    above = {(RecordKind.NUMBER, one.number) for ref in refs for one in _types(old, ref)}
    for ref in sorted(refs | above):
        if ref not in new.by_key:
            yield from old.by_key.get(ref, ())


def _types(old: Baseline, ref: Ref) -> Iterator[MessageCapability]:
    return (one.record for one in old.by_key.get(ref, ()) if isinstance(one.record, MessageCapability))


def _carried(changes: Sequence[Change], fates: Mapping[str, _Fate], base: Timeline) -> Replayed:
    """The changes one after the other; one that cannot be made yet is tried again when the others are."""
    made: list[Change] = []
    waiting = [replace(one, edits=tuple(fates[one.id].kept), carried=()) for one in _with_edits(changes, fates)]
    broken: dict[str, Decision] = {}
    progress = True
    while waiting and progress:
        progress, again = False, []
        for change in waiting:
            reason = _broken(base, change)
            if reason is None:
                base = base.with_change(change)
                made.append(change)
                progress = True
            else:
                broken[change.id] = reason
                again.append(change)
        waiting = again
    left = {change.id: change for change in waiting}
    held = [_held(one, fates[one.id], left.get(one.id), broken) for one in changes if _waits(one, fates, left)]
    outcomes = tuple(_outcome(one, fates.get(one.id, _Fate()), {c.id for c in made}, left, broken) for one in changes)
    carried = (*_in_order(made, changes), *held)
    return Replayed(Timeline(base.baseline, carried), carried, outcomes)


def _in_order(made: Sequence[Change], changes: Sequence[Change]) -> list[Change]:
    """The order of the journal, in which the later of two that speak of the same counts."""
    place = {change.id: at for at, change in enumerate(changes)}
    return sorted(made, key=lambda change: place[change.id])


def _with_edits(changes: Sequence[Change], fates: Mapping[str, _Fate]) -> Iterator[Change]:
    return (change for change in changes if change.id in fates and fates[change.id].kept)


def _waits(change: Change, fates: Mapping[str, _Fate], left: Mapping[str, Change]) -> bool:
    return is_held(change) or change.id in left or (change.id in fates and bool(fates[change.id].held))


def _broken(base: Timeline, change: Change) -> Decision | None:
    states = (base.state(change.day or base.baseline.day), base.state())
    for edit in change.edits:
        there = any(state.record(edit.kind, edit.key) is not None for state in states)
        if edit.act is EditAct.UPDATE and not there:
            return Decision("replay.gone", edit.kind, edit.key)
    try:
        check(base, base.with_change(change), change)
    except Refused as refusal:
        edit = change.edits[0]
        return Decision(refusal.code, edit.kind, edit.key, found=str(refusal.params.get("unit", "")))
    return None


def _held(change: Change, fate: _Fate, left: Change | None, broken: Mapping[str, Decision]) -> Change:
    """The change by name; what it does is read from the journal when it is tried again."""
    if is_held(change):
        return change
    edits = (*fate.held, *(left.edits if left is not None else ()))
    why = broken[change.id].code if left is not None else next(one.code for one in fate.decisions)
    told = {"what": change.code, "held": change.id, "why": why, "records": "\n".join(map(_name, edits))}
    return Change(
        new_id(),
        HELD,
        params={**change.params, **told},
        day=change.day,
        reason=change.reason,
        author=change.author,
        time=change.time,
    )


def _outcome(
    change: Change, fate: _Fate, made: set[str], left: Mapping[str, Change], broken: Mapping[str, Decision]
) -> Outcome:
    reasons = (*fate.decisions, *([broken[change.id]] if change.id in left else []))
    if change.id in left or fate.held or is_held(change):
        return Outcome(change, Fate.DECISION, reasons)
    if change.id in made:
        return Outcome(change, Fate.APPLIED, reasons)
    return Outcome(change, Fate.GIVEN_UP if fate.given_up else Fate.ALREADY, reasons)


def _params(baseline: Baseline, made: Replayed) -> dict[str, str]:
    """What the history tells: how many of each, and as data what became of each change and why."""
    counts = Counter(outcome.fate for outcome in made.outcomes)
    record = [[one.change.id, one.fate.value, *sorted({each.code for each in one.decisions})] for one in made.outcomes]
    return {
        "day": baseline.day.isoformat(),
        "done": str(counts[Fate.ALREADY]),
        "carried": str(counts[Fate.APPLIED]),
        "given_up": str(counts[Fate.GIVEN_UP]),
        "held": str(counts[Fate.DECISION]),
        "record": json.dumps([one for one in record if one[1] != Fate.APPLIED.value], separators=(",", ":")),
    }
