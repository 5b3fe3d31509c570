"""A plan: baselines and a journal. Only `Plan` changes anything, all at once, and then tells its listeners."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Literal, Protocol, TypeAlias

from sorstudio.model.baseline import Baseline
from sorstudio.model.change import Change, now
from sorstudio.model.codes import CodeLists
from sorstudio.model.errors import Refused
from sorstudio.model.invariants import check
from sorstudio.model.journal import Journal, Step
from sorstudio.model.records import RecordKind
from sorstudio.model.state import State
from sorstudio.model.timeline import END, START, Lately, Timeline, effective

NOTICE = timedelta(days=7)
"""SOR wants new units at least this long ahead (SORUS UC1)."""


class Day(Enum):
    """The day an act takes when it names none."""

    WORKING = "working"


When: TypeAlias = date | Literal[Day.WORKING] | None
"""A date, None for a correction, or the plan's working date."""


@dataclass(frozen=True, slots=True)
class Effect:
    """The difference that an act, an undo or a switch made in the shown state."""

    before: State
    after: State
    touched: frozenset[tuple[RecordKind, str]]

    @property
    def structural(self) -> bool:
        """Whether the tree itself looks different: units came, went, moved or changed order."""
        return any(self._moved(key) for kind, key in self.touched if kind is RecordKind.UNIT)

    def _moved(self, key: str) -> bool:
        old, new = self.before.units.get(key), self.after.units.get(key)
        return old is None or new is None or (old.parent, old.rank) != (new.parent, new.rank)


Listener: TypeAlias = Callable[[Effect], None]


class Store(Protocol):
    """Where a plan is kept. Both return only when what they were given is safely on disk."""

    def commit(self, step: Step) -> None:
        """Store one step of the journal as one transaction."""

    def add_baseline(self, baseline: Baseline) -> None:
        """Store a further register file."""


class Memory:
    """A store that keeps nothing: for trying out, and for tests."""

    def commit(self, step: Step) -> None:
        """Nothing to store."""

    def add_baseline(self, baseline: Baseline) -> None:
        """Nothing to store."""


class Plan:
    """Baselines, the journal, and the states they make.

    `author` signs new changes; `today` is the day the plan is opened, handed in so that nothing depends on the clock.
    `shown_day` is the day that is looked at and acted on, None for after everything; nothing of it is stored.
    While `correcting`, acts that name no day are corrections: they have no date and say how it should have been.
    """

    def __init__(
        self,
        baselines: Sequence[Baseline],
        codes: CodeLists,
        *,
        today: date,
        journal: Journal | None = None,
        store: Store | None = None,
        author: str = "",
    ) -> None:
        self.baselines = {baseline.id: baseline for baseline in baselines}
        self.codes = codes
        self.today = today
        self.author = author
        self.shown_day: date | None = None
        self.correcting = False
        self.journal = journal or Journal()
        self._first = baselines[0].id
        self._store: Store = store or Memory()
        self._listeners: list[Listener] = []
        self._lately = Lately()
        self._timeline = self._timeline_at(self.journal.head)
        self._lately.keep(self.journal.head, self._timeline)
        self._tried: tuple[Change, Timeline] | None = None

    @property
    def timeline(self) -> Timeline:
        """The states by day at the head of the journal."""
        return self._timeline

    @property
    def baseline(self) -> Baseline:
        """The register file that the plan stands on now."""
        return self._timeline.baseline

    @property
    def head(self) -> str | None:
        """The change that the plan stands at, or None at the baseline."""
        return self.journal.head

    @property
    def working_date(self) -> date:
        """The day that acts take unless they name one: the one looked at, the one set, or a week after the opening."""
        if self.shown_day is not None:
            return self.shown_day
        chosen = self.state().setting("working_date")
        return date.fromisoformat(chosen) if chosen else self.today + NOTICE

    def state(self, day: date = END) -> State:
        """The state on a day; without one, after everything planned has taken effect."""
        return self._timeline.state(day)

    def shown(self) -> State:
        """The state on the day that is looked at; where none is chosen, after everything planned."""
        return self.state(self.shown_day or END)

    def show(self, day: date | None) -> None:
        """Look at another day; listeners are told the difference to the day before it."""
        before = self.shown()
        self.shown_day = day
        after = self.shown()
        touched = frozenset(before.differing(after))
        for listener in tuple(self._listeners if touched else ()):
            listener(Effect(before, after, touched))

    def status(self, key: str, on: date | None = None) -> str:
        """How a unit stands: active, planned, future, closing or closed, seen from `on` or from the data's day."""
        unit = self.state(on or END).units[key]
        last = self.state().units.get(key, unit)
        seen_from = on or self.baseline.day
        closing = unit.valid_to or last.valid_to
        if closing is not None:
            return "closed" if closing <= seen_from else "closing"
        if self._timeline.is_planned(RecordKind.UNIT, key):
            return "planned"
        return "future" if self._timeline.start_of(RecordKind.UNIT, key) > seen_from else "active"

    def check(self, change: Change) -> None:
        """Refuse a change that cannot be made now; nothing happens."""
        self._try(change)

    def apply(self, change: Change) -> Change:
        """Validate, store, swap the state, then tell. If storing fails nothing has changed."""
        timeline = self._try(change)
        follows = (self.head,) if self.head is not None else ()
        signed = change.signed(self.author, now(), change.follows or follows)
        step = self.journal.appended(signed)
        self._store.commit(step)
        self.journal.take(step)
        self._swap(timeline.signed(signed) if signed.edits else timeline, signed.touches())
        return signed

    def apply_all(self, changes: Iterable[Change]) -> None:
        """Make several changes, one after the other."""
        for change in changes:
            self.apply(change)

    def undo(self, count: int = 1) -> None:
        """Move the head back along the journal."""
        self._move(self.journal.undone(count))

    def redo(self, count: int = 1) -> None:
        """Move the head forward along the changes last left."""
        self._move(self.journal.redone(count))

    def go_to(self, change: str | None) -> None:
        """Stand at any change of the journal, on any branch; None is the baseline."""
        self._move(self.journal.gone_to(change))

    def name_branch(self, name: str, tip: str | None = None) -> None:
        """Give the line of work that ends in `tip` a name; without one, the line that the plan stands on."""
        target = tip or self.journal.tip_ahead()
        if target is None:
            raise Refused("journal.nothing_to_name")
        self._move(self.journal.named(name, target))

    def add_baseline(self, baseline: Baseline) -> None:
        """Keep a further register file, for a change that adopts it."""
        self._store.add_baseline(baseline)
        self.baselines[baseline.id] = baseline

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be told every effect; the answer ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def snapshot(self) -> Plan:
        """A copy that shares the frozen records and stores nothing: for threads and for trying out."""
        journal = Journal(self.journal.changes.values(), self.head, self.journal.left, self.journal.names)
        copy = Plan(tuple(self.baselines.values()), self.codes, today=self.today, journal=journal, author=self.author)
        copy._timeline = self._timeline
        copy._lately.keep(self.head, self._timeline)
        return copy

    def _try(self, change: Change) -> Timeline:
        if self._tried is not None and self._tried[0] is change:
            return self._tried[1]
        timeline = self._following(change)
        if change.baseline is None:
            check(self._timeline, timeline, change)
        self._tried = (change, timeline)
        return timeline

    def _following(self, change: Change) -> Timeline:
        if change.baseline is None and not change.carried:
            return self._timeline.with_change(change)
        return self._timeline_of((*self.journal.path(), change))

    def _move(self, step: Step) -> None:
        touched = _passed(self.journal, self.baselines, self.head, step.head)
        self._store.commit(step)
        self.journal.take(step)
        self._swap(self._timeline_at(step.head) if touched else self._timeline, touched)

    def _timeline_at(self, head: str | None) -> Timeline:
        kept = self._lately.at(head)
        return kept or self._timeline_of(self.journal.path(head) if head is not None else ())

    def _timeline_of(self, path: Sequence[Change]) -> Timeline:
        baseline, changes = effective(path)
        return self._lately.made(self.baselines[baseline or self._first], changes)

    def _swap(self, timeline: Timeline, touched: frozenset[tuple[RecordKind, str]]) -> None:
        before = self.shown()
        self._lately.keep(self.head, timeline)
        self._timeline = timeline
        self._tried = None
        after = self.shown()
        differing = frozenset(item for item in touched if before.record(*item) != after.record(*item))
        for listener in tuple(self._listeners):
            listener(Effect(before, after, differing))


def _passed(
    journal: Journal, baselines: Mapping[str, Baseline], old: str | None, new: str | None
) -> frozenset[tuple[RecordKind, str]]:
    """What may differ between two places of the journal; everything where another register file was adopted."""
    back = {change.id: change for change in (journal.path(old) if old else ())}
    forth = {change.id: change for change in (journal.path(new) if new else ())}
    passed = [change for key, change in {**back, **forth}.items() if (key in back) != (key in forth)]
    if any(change.baseline for change in passed):
        keys = {key for baseline in baselines.values() for key in baseline.by_key}
        return frozenset(keys.union(*(change.touches() for change in journal.changes.values())))
    return frozenset[tuple[RecordKind, str]]().union(*(change.touches() for change in passed))


def lifted(day: date, starts: Iterable[date]) -> date:
    """The first day from `day` on when all the records are there."""
    return max([day, *(start for start in starts if start != START)])
