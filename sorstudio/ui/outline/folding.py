"""Which units the outline shows: open branches, the filter, and whether units closed long ago are there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sorstudio.model.codes import CodeLists
from sorstudio.model.records import RecordKind
from sorstudio.model.state import State
from sorstudio.ui.outline.filtering import UnitTexts
from sorstudio.ui.outline.index import OutlineIndex
from sorstudio.ui.outline.rows import NO_GHOSTS, Draft, Rows, first_opened, visible_rows, with_draft
from sorstudio.ui.signs import ChangeSign


class Folding:
    """Keeps what is open by key, so that it survives every change of the tree."""

    def __init__(
        self, state: State, day: date, changes: Mapping[str, ChangeSign], codes: CodeLists | None = None
    ) -> None:
        self.state, self.day, self.changes = state, day, changes
        self.opened = first_opened(state)
        self.words = ""
        self.show_closed = False
        self.ghosts = NO_GHOSTS
        self.draft: Draft | None = None
        self._texts = UnitTexts(state, codes)
        self._branches: frozenset[str] | None = None
        self._count: int | None = None
        self.index = self._made()

    def stand_on(
        self, state: State, day: date, changes: Mapping[str, ChangeSign], touched: Iterable[str] | None = None
    ) -> None:
        """Another state; what was open stays open. Where only the `touched` units are others, the rest is kept."""
        stood = _Standing(self.state, self.is_shown)
        marked = self.changes.keys() ^ changes.keys()
        is_other_day = day != self.day
        before = {} if touched is None else stood.of({*touched, *marked})
        self.state, self.day, self.changes = state, day, changes
        self._texts.stand_on(state, touched)
        if touched is None or is_other_day or before != _Standing(state, self.is_shown).of(before):
            self._renew()
        else:
            self.index.note(before)

    def set_ghosts(self, ghosts: Mapping[str, Sequence[str]]) -> None:
        """The places that units have left."""
        if ghosts != self.ghosts:
            self.ghosts = ghosts
            self._renew()

    def set_show_closed(self, show: bool) -> None:
        """Whether units that the register closed long ago are there."""
        self.show_closed = show
        self._renew()

    def wanted(self) -> Rows:
        """The rows to show."""
        if self.words:
            rows = self.index.rows(self.words)
        elif self.index.is_ready():
            rows = self.index.whole().under(self.opened)
        else:
            rows = visible_rows(self.state, self.opened, self.is_shown, self.ghosts)
        return rows if self.draft is None else with_draft(rows, self.draft)

    def is_hit(self, key: str) -> bool:
        """Whether the unit itself holds the words of the filter; without a filter every unit does."""
        return not self.words or self._texts.is_hit(key, self.words)

    def is_shown(self, key: str) -> bool:
        """Units that the register closed before the day of the data are left out unless they are asked for."""
        closed = self.state.units[key].valid_to
        return closed is None or self.show_closed or closed > self.day or key in self.changes

    def is_open(self, key: str) -> bool:
        """Whether the units below are shown; a filter shows every path it keeps."""
        return bool(self.words) or key in self.opened

    def has_children(self, key: str) -> bool:
        """Whether anything is shown below the unit when it is open."""
        return key in self.ghosts or any(self.is_shown(child) for child in self.state.children(key))

    def set_open(self, key: str, is_open: bool) -> None:
        """Open or close one branch."""
        if is_open:
            self.opened.add(key)
        else:
            self.opened.discard(key)

    def open_all(self, top: str | None = None) -> None:
        """Open every branch, or every branch from one unit down."""
        if top is None:
            self.opened |= self._parents()
        else:
            self.opened.update(key for key in (top, *self.state.below(top)) if self.state.children(key))

    def close_all(self) -> None:
        """Leave only the owner open."""
        self.opened = set(self.state.roots())

    def reveal(self, key: str) -> None:
        """Open what hides a unit."""
        self.opened.update(self.state.ancestors(key))

    def shown_count(self) -> int:
        """How many units there are, without those closed long ago."""
        if self._count is None:
            self._count = sum(map(self.is_shown, self.state.units))
        return self._count

    def _parents(self) -> frozenset[str]:
        """Every unit with something below it."""
        if self._branches is None:
            owners = (owner for kind, owner in self.state.owned if kind is RecordKind.UNIT)
            self._branches = frozenset(owner for owner in owners if owner is not None)
        return self._branches

    def _renew(self) -> None:
        self._branches = self._count = None
        self.index = self._made()

    def _made(self) -> OutlineIndex:
        return OutlineIndex(self.state, self.is_shown, self.ghosts, self._texts)


@dataclass(frozen=True)
class _Standing:
    """How units stand in a tree: below which unit, among which siblings, and whether they are shown."""

    state: State
    is_shown: Callable[[str], bool]

    def of(self, keys: Iterable[str]) -> dict[str, tuple[str | None, tuple[str, ...], bool] | None]:
        """The standing of each unit; None where there is no such unit."""
        return {key: self._one(key) if key in self.state.units else None for key in keys}

    def _one(self, key: str) -> tuple[str | None, tuple[str, ...], bool]:
        parent = self.state.units[key].parent
        siblings = self.state.roots() if parent is None else self.state.children(parent)
        return parent, siblings, self.is_shown(key)
