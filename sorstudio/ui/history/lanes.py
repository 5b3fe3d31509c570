"""The journal as rows, newest first, with the lanes of its branches: pure, drawn elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sorstudio.model.change import Change
from sorstudio.model.journal import Journal, parent_of


@dataclass(frozen=True)
class HistoryRow:
    """One act, or the baseline (`change` is None).

    `through` are lanes whose line passes the row, `joins` the lanes that come down to it from above, `has_parent`
    whether its own line goes on below.
    """

    change: Change | None
    lane: int
    through: frozenset[int] = frozenset()
    joins: frozenset[int] = frozenset()
    is_here: bool = False
    is_done: bool = True
    branch: str = ""
    is_alone: bool = False
    """Whether the rows beside it are filtered out, so that no line can lead on."""

    @property
    def has_parent(self) -> bool:
        """Everything but the baseline stands on something."""
        return self.change is not None and not self.is_alone

    @property
    def key(self) -> str | None:
        """What `go_to` takes."""
        return self.change.id if self.change else None


def alone(row: HistoryRow) -> HistoryRow:
    """The same row without the lines to others."""
    return replace(row, through=frozenset(), joins=frozenset(), is_alone=True)


@dataclass
class _Edges:
    through: dict[int, set[int]] = field(default_factory=dict)
    joins: dict[int, set[int]] = field(default_factory=dict)


def history_rows(journal: Journal) -> tuple[HistoryRow, ...]:
    """Newest first, the baseline last; the line that the plan stands on has lane 0."""
    order: list[str | None] = [*reversed(journal.changes), None]
    places = {key: place for place, key in enumerate(order)}
    lanes = _lanes(journal)
    edges = _edges(journal, places, lanes)
    done = {change.id for change in journal.path()} if journal.head is not None else set()
    names = {tip: name for name, tip in journal.names.items()}
    return tuple(
        HistoryRow(
            journal.changes[key] if key is not None else None,
            lanes[key],
            frozenset(edges.through.get(place, ())),
            frozenset(edges.joins.get(place, ())),
            is_here=key == journal.head,
            is_done=key is None or key in done,
            branch=names.get(key, "") if key is not None else "",
        )
        for key, place in places.items()
    )


def _lanes(journal: Journal) -> Mapping[str | None, int]:
    """Lane 0 for the branch that the plan stands on or can redo, then a lane for each other tip."""
    lanes: dict[str | None, int] = {None: 0}
    branches = sorted(journal.branches(), key=lambda branch: not branch.current)
    for lane, branch in enumerate(branches):
        at: str | None = branch.tip
        while at is not None and at not in lanes:
            lanes[at] = lane
            at = parent_of(journal.changes[at])
    return lanes


def _edges(journal: Journal, places: Mapping[str | None, int], lanes: Mapping[str | None, int]) -> _Edges:
    edges = _Edges()
    for key, change in journal.changes.items():
        parent, lane = parent_of(change), lanes[key]
        for place in range(places[key] + 1, places[parent]):
            edges.through.setdefault(place, set()).add(lane)
        edges.joins.setdefault(places[parent], set()).add(lane)
    return edges
