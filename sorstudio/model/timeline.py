"""The states of a plan by day: the baseline's versions in force, then the changes in effect, field by field."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sorstudio.model.baseline import Baseline
from sorstudio.model.change import Change, Edit, EditAct
from sorstudio.model.records import RecordKind
from sorstudio.model.state import State, build_state

KEPT = 8
"""Places in the journal whose states stay at hand."""
END = date.max
START = date.min
FieldKey = tuple[RecordKind, str, str]
RecordRef = tuple[RecordKind, str]


@dataclass(frozen=True, slots=True, order=True)
class Dated:
    """An effective change with its place in the order (date, journal position)."""

    day: date
    position: int
    change: Change = field(compare=False)


def effective(path: Sequence[Change]) -> tuple[str | None, tuple[Change, ...]]:
    """The baseline adopted last on a path (None: the first one) and the changes that count on it, in journal order."""
    baseline: str | None = None
    counting: list[Change] = []
    for change in path:
        if change.baseline is not None:
            baseline = change.baseline
            counting.clear()
        counting.extend(_flat(change.carried))
        if change.edits:
            counting.append(change)
    return baseline, tuple(counting)


def _flat(changes: Iterable[Change]) -> Iterable[Change]:
    for change in changes:
        yield from _flat(change.carried)
        yield change


@dataclass(frozen=True, slots=True)
class _Kept:
    """What one timeline hands to the next, so that a change costs what it touches and not the whole plan."""

    order: tuple[Dated, ...]
    latest: Mapping[FieldKey, date]
    starts: Mapping[RecordRef, date]
    states: Mapping[date, State]
    plain: dict[date, State]


class Timeline:
    """Computes and keeps the state of any day. Never altered: `with_change` makes the next one."""

    def __init__(self, baseline: Baseline, changes: Sequence[Change], kept: _Kept | None = None) -> None:
        self.baseline = baseline
        self.changes = tuple(changes)
        kept = kept or _from_scratch(self.changes)
        self._order = kept.order
        self._latest = kept.latest
        self._starts = kept.starts
        self._states = dict(kept.states)
        self._plain = kept.plain
        self._breakpoints = _days(baseline, kept.order)

    def state(self, day: date = END) -> State:
        """The state on `day`; END is after everything planned has taken effect."""
        mark = self._floor(day)
        if mark not in self._states:
            self._states[mark] = self.plain(mark).with_edits(self._edits_until(mark))
        return self._states[mark]

    def plain(self, day: date = END) -> State:
        """The baseline alone on `day`."""
        mark = _floor(self.baseline.breakpoints, day)
        if mark not in self._plain:
            self._plain[mark] = build_state(self.baseline.on(mark))
        return self._plain[mark]

    def breakpoints(self) -> tuple[date, ...]:
        """Every day on which something takes effect, in order."""
        return self._breakpoints

    def later(self, day: date) -> tuple[date, ...]:
        """The days after `day` on which something takes effect."""
        return self._breakpoints[bisect_right(self._breakpoints, day) :]

    def start_of(self, kind: RecordKind, key: str) -> date:
        """The first day of a record: when the register file starts it, else when the plan creates it, or START."""
        versions = self.baseline.by_key.get((kind, key))
        return (versions[0].start or START) if versions else self._starts.get((kind, key), START)

    def is_planned(self, kind: RecordKind, key: str) -> bool:
        """Whether the record came into being in the plan, not in the register file."""
        return (kind, key) not in self.baseline.by_key

    def with_change(self, change: Change) -> Timeline:
        """The timeline with one more change at the end of the journal; states that stay sound are carried over."""
        dated = Dated(change.day or START, len(self.changes), change)
        order = list(self._order)
        insort(order, dated)
        kept = _Kept(
            tuple(order),
            {**self._latest, **_later_days(self._latest, change)},
            _starts(self._starts, (dated,)),
            self._carried_states(change),
            self._plain,
        )
        return Timeline(self.baseline, (*self.changes, change), kept)

    def with_path(self, changes: Sequence[Change]) -> Timeline:
        """The timeline of other changes on the same baseline, whose own states are read from it only once."""
        kept = _from_scratch(changes)
        return Timeline(self.baseline, changes, replace(kept, plain=self._plain))

    def signed(self, signed: Change) -> Timeline:
        """The same timeline with its last change as it stands in the journal: author, time and what it follows."""
        last = self.changes[-1]
        order = tuple(replace(item, change=signed) if item.change is last else item for item in self._order)
        kept = _Kept(order, self._latest, self._starts, self._states, self._plain)
        return Timeline(self.baseline, (*self.changes[:-1], signed), kept)

    def _carried_states(self, change: Change) -> dict[date, State]:
        day = change.day or START
        if not self._overridden(change):
            return {
                mark: state if mark < day else state.with_edits(change.edits) for mark, state in self._states.items()
            }
        return {mark: state for mark, state in self._states.items() if mark < day}

    def _overridden(self, change: Change) -> bool:
        day = change.day or START
        return any(self._latest.get(key, START) > day for key in _field_keys(change.edits))

    def _edits_until(self, day: date) -> list[Edit]:
        return [edit for item in self._order if item.day <= day for edit in item.change.edits]

    def _floor(self, day: date) -> date:
        return _floor(self._breakpoints, day)


class Lately:
    """The timelines of the places in the journal last stood at, so that going back and forth builds nothing anew.

    A change never alters, so what was made for a place holds for good.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[str | None, Timeline] = OrderedDict()

    def at(self, head: str | None) -> Timeline | None:
        """The timeline of a place, where it is at hand."""
        return self._kept.get(head)

    def made(self, baseline: Baseline, changes: Sequence[Change]) -> Timeline:
        """A timeline that reads nothing of the baseline which another one has read already."""
        known = next((one for one in self._kept.values() if one.baseline is baseline), None)
        return known.with_path(changes) if known else Timeline(baseline, changes)

    def keep(self, head: str | None, timeline: Timeline) -> None:
        """The place that is stood at now; the one longest left goes."""
        self._kept[head] = timeline
        self._kept.move_to_end(head)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)


def _floor(points: Sequence[date], day: date) -> date:
    """One mark for all days between two breakpoints; END stands for the last stretch."""
    if not points or day >= points[-1]:
        return END
    later = bisect_right(points, day)
    return points[later - 1] if later else START


def _days(baseline: Baseline, order: Iterable[Dated]) -> tuple[date, ...]:
    return tuple(sorted({item.day for item in order}.union(baseline.breakpoints) - {START}))


def _field_keys(edits: Iterable[Edit]) -> Iterable[FieldKey]:
    for edit in edits:
        if edit.act is not EditAct.UPDATE:
            yield edit.kind, edit.key, ""
        yield from ((edit.kind, edit.key, item.field) for item in edit.fields)


def _from_scratch(changes: Sequence[Change]) -> _Kept:
    order = tuple(sorted(Dated(change.day or START, i, change) for i, change in enumerate(changes)))
    latest: dict[FieldKey, date] = {}
    for item in order:
        latest.update(_later_days(latest, item.change))
    return _Kept(order, latest, _starts({}, order), {}, {})


def _starts(known: Mapping[RecordRef, date], order: Iterable[Dated]) -> dict[RecordRef, date]:
    """The earliest day on which each record is created; a reopening creates some once more."""
    found = dict(known)
    for item in order:
        for edit in item.change.edits:
            if edit.act is EditAct.CREATE:
                ref = (edit.kind, edit.key)
                found[ref] = min(found.get(ref, item.day), item.day)
    return found


def _later_days(latest: Mapping[FieldKey, date], change: Change) -> dict[FieldKey, date]:
    day = change.day or START
    return {key: max(latest.get(key, START), day) for key in _field_keys(change.edits)}
