"""An order that works: what each line waits for, and all lines sorted so that nothing stands before that."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from sorstudio.model.inherit import number_giver
from sorstudio.model.records import NumberState
from sorstudio.model.state import State
from sorstudio.requests.drafts import Draft
from sorstudio.requests.line import NOWHERE_ACTIONS, NUMBER_ACTIONS, Action, FieldValue

Place = tuple[tuple[float, str, str], ...]
_GIVES_NUMBER = NUMBER_ACTIONS - {Action.CLOSE_NUMBER}
_PHASE = {
    Action.CREATE: 0,
    Action.REOPEN: 1,
    Action.MOVE: 3,
    Action.ORDER_NUMBER: 4,
    Action.SET_NUMBER: 5,
    Action.MOVE_NUMBER: 6,
    Action.ADD_MESSAGE: 4,
    Action.REMOVE_MESSAGE: 5,
    Action.REPLACE: 7,
    Action.CLOSE: 8,
    Action.CLOSE_NUMBER: 9,
}
_EDITING = 2


class TreePlaces:
    """Where units stand in tree order, worked out only for those that are asked for."""

    def __init__(self, state: State) -> None:
        self._units = state.units
        self._known: dict[str, Place] = {}

    def place(self, unit: str) -> Place:
        """The way from the owner down to the unit; sorting by it is tree order, parents first."""
        if unit not in self._known:
            self._known[unit] = self._found(unit)
        return self._known[unit]

    def _found(self, unit: str) -> Place:
        record = self._units.get(unit)
        if record is None:
            return ()
        above = self.place(record.parent) if record.parent is not None and record.parent != unit else ()
        return (*above, (record.rank, record.name, record.key))


class Waiting:
    """Which drafts must be done before which."""

    def __init__(self, drafts: Sequence[Draft], state: State) -> None:
        self._drafts = drafts
        self._state = state
        self._at: dict[tuple[str, Action], list[int]] = defaultdict(list)
        self._numbers: dict[str, list[int]] = defaultdict(list)
        self._leaving: dict[str, list[int]] = defaultdict(list)
        self._handing_over: dict[str, list[int]] = defaultdict(list)
        for i, draft in enumerate(drafts):
            self._note(i, draft)

    def of(self, i: int) -> tuple[int, ...]:
        """The drafts that draft `i` waits for."""
        draft = self._drafts[i]
        if draft.action in NOWHERE_ACTIONS:
            return ()
        found = {other for other in self._reasons(draft) if other != i and self._counts(draft, other)}
        return tuple(sorted(found))

    def _note(self, i: int, draft: Draft) -> None:
        self._at[draft.unit, draft.action].append(i)
        if draft.action in _GIVES_NUMBER:
            self._numbers[draft.unit].append(i)
        if draft.action is Action.MOVE_NUMBER:
            self._handing_over[str(_before(draft, "unit"))].append(i)
        if draft.action is Action.MOVE:
            self._leaving[str(_before(draft, "parent"))].append(i)
        if draft.action is Action.CLOSE and draft.unit in self._state.units:
            self._leaving[str(self._state.units[draft.unit].parent)].append(i)

    def _counts(self, draft: Draft, other: int) -> bool:
        """A line waits for nothing that takes effect later than itself."""
        return _day(self._drafts[other]) <= _day(draft)

    def _reasons(self, draft: Draft) -> Iterator[int]:
        if draft.action is not Action.CREATE:
            yield from self._at[draft.unit, Action.CREATE]
        if draft.action in (Action.CREATE, Action.MOVE):
            yield from self._parent_reasons(draft)
        if draft.action is Action.REOPEN:
            yield from self._reopening_reasons(draft)
        if draft.action in (Action.CLOSE, Action.REPLACE):
            yield from self._closing_reasons(draft)
        if draft.action in _GIVES_NUMBER:
            yield from self._number_reasons(draft)
        if draft.action is Action.CLOSE_NUMBER:
            yield from self._at[draft.unit, Action.CLOSE]
            yield from self._at[draft.unit, Action.REMOVE_MESSAGE]
        if draft.action is Action.ADD_MESSAGE:
            yield from self._numbers[draft.unit]

    def _parent_reasons(self, draft: Draft) -> Iterator[int]:
        """A new parent must be there, open, and no longer below the unit itself."""
        parent = _after(draft, "parent")
        if not isinstance(parent, str):
            return
        yield from self._at[parent, Action.CREATE]
        yield from self._at[parent, Action.REOPEN]
        if draft.action is Action.MOVE and parent in self._state.units:
            for above in (parent, *self._state.ancestors(parent)):
                yield from (i for i in self._at[above, Action.MOVE] if _before(self._drafts[i], "parent") == draft.unit)

    def _reopening_reasons(self, draft: Draft) -> Iterator[int]:
        yield from self._at[draft.unit, Action.CLOSE]
        unit = self._state.units.get(draft.unit)
        if unit is not None and unit.parent is not None:
            yield from self._at[unit.parent, Action.REOPEN]

    def _closing_reasons(self, draft: Draft) -> Iterator[int]:
        """Everything below has left or closed, the number has been handed over, and who takes over is there."""
        if draft.action is Action.CLOSE:
            yield from self._leaving[draft.unit]
            yield from self._handing_over[draft.unit]
        for change in draft.fields:
            if change.field == "successor":
                yield from self._at[str(change.after), Action.CREATE]

    def _number_reasons(self, draft: Draft) -> Iterator[int]:
        """Who inherits waits for the giver's number."""
        unit = self._state.units.get(draft.unit)
        if unit is not None and unit.number_state is NumberState.INHERITED:
            giver = number_giver(self._state, draft.unit)
            yield from self._numbers[giver] if giver is not None else ()


def in_working_order(drafts: Sequence[Draft], state: State) -> tuple[list[int], list[tuple[int, ...]]]:
    """The drafts in an order that works (creates, edits, moves, closings last), and what each waits for."""
    waiting = Waiting(drafts, state)
    waits = [waiting.of(i) for i in range(len(drafts))]
    places = TreePlaces(state)
    keys = [_rank(draft, places) for draft in drafts]
    return _sorted(sorted(range(len(drafts)), key=keys.__getitem__), waits), waits


def _rank(draft: Draft, places: TreePlaces) -> tuple[int, int, Place, date]:
    place = places.place(draft.unit)
    closing = draft.action is Action.CLOSE
    return _PHASE.get(draft.action, _EDITING), -len(place) if closing else 0, place, _day(draft)


def _sorted(wanted: Sequence[int], waits: Sequence[tuple[int, ...]]) -> list[int]:
    """As wanted, but never before what is waited for. A ring, which no sound plan has, comes last."""
    rank = {i: position for position, i in enumerate(wanted)}
    followers: dict[int, list[int]] = defaultdict(list)
    for i, names in enumerate(waits):
        for name in names:
            followers[name].append(i)
    missing = [len(names) for names in waits]
    ready = [rank[i] for i in wanted if missing[i] == 0]
    done: list[int] = []
    while ready:
        i = wanted[heapq.heappop(ready)]
        done.append(i)
        for follower in followers.get(i, ()):
            missing[follower] -= 1
            if missing[follower] == 0:
                heapq.heappush(ready, rank[follower])
    return done + [i for i in wanted if missing[i] > 0]


def _day(draft: Draft) -> date:
    return draft.day or date.min


def _after(draft: Draft, name: str) -> FieldValue:
    return next((change.after for change in draft.fields if change.field == name), None)


def _before(draft: Draft, name: str) -> FieldValue:
    return next((change.before for change in draft.fields if change.field == name), None)
