"""The rows of the outline: the visible units in pre-order, as flat lists, for any number of units."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from sorstudio.model.records import Unit
from sorstudio.model.state import State, sort_key

NO_GHOSTS: Mapping[str, Sequence[str]] = {}
IsShown = Callable[[str], bool]
DRAFT = "draft\0"
"""Before the key of a row that is no unit yet: a name is being written for one beside the unit of that key."""
GHOST = "ghost\0"
"""Before the key of a row that stands where a moved unit stood."""


@dataclass(frozen=True)
class Rows:
    """Keys and depths (0 at the top) of the visible units, in the order of the rows."""

    keys: list[str] = field(default_factory=list)
    depths: array[int] = field(default_factory=lambda: array("H"))

    _places: dict[str, int] = field(default_factory=dict, compare=False, repr=False)

    def row(self, key: str) -> int:
        """The row of a key, or -1 where it has none."""
        self.number(len(self.keys))
        return self._places.get(key, -1)

    def number(self, most: int) -> bool:
        """Learn where the next keys stand, at most so many; answers whether there are more."""
        start = len(self._places)
        if start < len(self.keys):
            self._places.update((key, row) for row, key in enumerate(self.keys[start : start + most], start))
        return len(self._places) < len(self.keys)


@dataclass(frozen=True)
class Draft:
    """A new unit whose name is being written: below `parent`, behind the branch of `behind`."""

    behind: str
    parent: str


def unit_of(row: str) -> str:
    """The unit that a row is about."""
    return row.rpartition("\0")[2]


def with_draft(rows: Rows, draft: Draft) -> Rows:
    """The rows with one more, behind everything visible below a unit; the same rows where the unit is hidden."""
    if draft.behind not in rows.keys:
        return rows
    start = rows.keys.index(draft.behind)
    depth, at = rows.depths[start], start + 1
    while at < len(rows.keys) and rows.depths[at] > depth:
        at += 1
    depths = rows.depths[:at] + array("H", [depth + (draft.parent == draft.behind)]) + rows.depths[at:]
    return Rows([*rows.keys[:at], DRAFT + draft.behind, *rows.keys[at:]], depths)


FEW = 500
"""How many units are dealt with between two stops: about a millisecond."""


class Step(Enum):
    """The ways in which one list of rows becomes another that Qt can be told without starting anew."""

    SAME = "same"
    INSERT = "insert"
    REMOVE = "remove"
    MOVE = "move"
    RESET = "reset"


@dataclass(frozen=True)
class Passage:
    """How the old rows become the new ones: `first` to `last` are inserted, removed, or moved ahead of row `to`."""

    step: Step
    first: int = 0
    last: int = -1
    to: int = 0


def visible_rows(
    state: State,
    opened: Container[str] | None,
    is_shown: IsShown,
    ghosts: Mapping[str, Sequence[str]] = NO_GHOSTS,
) -> Rows:
    """The units that no closed branch hides; every branch is open where `opened` is None.

    `ghosts` holds, for each unit that others have left, its rows with the places that they have left.
    """
    rows = Rows()
    for _ in growing_rows(rows, state, opened, is_shown, ghosts):
        pass
    return rows


def growing_rows(
    rows: Rows,
    state: State,
    opened: Container[str] | None,
    is_shown: IsShown,
    ghosts: Mapping[str, Sequence[str]] = NO_GHOSTS,
) -> Iterator[None]:
    """The same rows while they come, with a stop after each few, for whoever has no time for all at once."""
    keys, depths = rows.keys, rows.depths
    stack = [(0, key) for key in reversed(state.roots())]
    while stack:
        depth, key = stack.pop()
        is_ghost = key.startswith(GHOST)
        if not is_ghost and not is_shown(key):
            continue
        keys.append(key)
        depths.append(depth)
        if not is_ghost and (opened is None or key in opened):
            stack.extend((depth + 1, child) for child in reversed(ghosts.get(key) or state.children(key)))
        if not len(keys) % FEW:
            yield


def ghosts_of(state: State, was: Mapping[str, Unit]) -> Mapping[str, Sequence[str]]:
    """For each unit that others have left, its children with the places that they have left, in the old order."""
    left: dict[str, list[Unit]] = {}
    for key, old in was.items():
        if old.parent is not None and old.parent in state.units and state.units[key].parent != old.parent:
            left.setdefault(old.parent, []).append(old)
    return {parent: _with_ghosts(state, parent, gone) for parent, gone in left.items()}


def _with_ghosts(state: State, parent: str, gone: Sequence[Unit]) -> list[str]:
    rows = [(sort_key(state.units[key]), key) for key in state.children(parent)]
    rows.extend((sort_key(old), GHOST + old.key) for old in gone)
    return [row for _, row in sorted(rows)]


def passage(old: Sequence[str], new: Sequence[str]) -> Passage:
    """The one block that was inserted, removed or moved, or a reset where it was more than that."""
    if old == new:
        return Passage(Step.SAME)
    start = _common(old, new)
    room = min(len(old), len(new)) - start
    end = _common_at_end(old, new, room)
    if len(old) != len(new) and start + end < min(len(old), len(new)):
        return Passage(Step.RESET)
    before, after = old[start : len(old) - end], new[start : len(new) - end]
    if not before:
        return Passage(Step.INSERT, start, start + len(after) - 1)
    if not after:
        return Passage(Step.REMOVE, start, start + len(before) - 1)
    return _moved(before, after, start)


def _moved(before: Sequence[str], after: Sequence[str], start: int) -> Passage:
    """A block that moved down leaves the rest of the stretch turned round: AB becomes BA."""
    if before[0] not in after:
        return Passage(Step.RESET)
    turn = after.index(before[0])
    if [*after[turn:], *after[:turn]] != list(before):
        return Passage(Step.RESET)
    size = len(before) - turn
    return Passage(Step.MOVE, start, start + size - 1, start + len(before))


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """How many are alike at the start; whole blocks are compared first, which costs next to nothing."""
    most, place = min(len(old), len(new)), 0
    while place < most and old[place : place + FEW] == new[place : place + FEW]:
        place += FEW
    while place < most and old[place] == new[place]:
        place += 1
    return min(place, most)


def _common_at_end(old: Sequence[str], new: Sequence[str], most: int) -> int:
    place, shift = 0, len(new) - len(old)
    end = len(old)
    while place + FEW <= most and old[end - place - FEW : end - place] == _block(new, end + shift - place):
        place += FEW
    while place < most and old[-1 - place] == new[-1 - place]:
        place += 1
    return place


def _block(rows: Sequence[str], end: int) -> Sequence[str]:
    return rows[end - FEW : end]


def first_opened(state: State, room: int = 40) -> set[str]:
    """The branches to open at first: level by level as long as everything open still fits in `room` rows."""
    opened: set[str] = set()
    level = list(state.roots())
    shown = len(level)
    while level:
        below = [child for key in level for child in state.children(key)]
        shown += len(below)
        if opened and shown > room:
            break
        opened.update(level)
        level = below
    return opened
