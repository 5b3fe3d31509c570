"""Which units the outline shows: open branches, the filter, and whether units closed long ago are there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sorstudio.model.codes import CodeLists
from sorstudio.model.state import State
from sorstudio.ui.outline.filtering import FilteredRows, UnitFilter
from sorstudio.ui.outline.rows import NO_GHOSTS, Draft, Rows, first_opened, unit_of, visible_rows, with_draft
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
        self._filter = UnitFilter(state, codes)
        self._whole: FilteredRows | None = None

    def stand_on(self, state: State, day: date, changes: Mapping[str, ChangeSign]) -> None:
        """Another state; what was open stays open."""
        self.state, self.day, self.changes = state, day, changes
        self._filter.stand_on(state)
        self._whole = None

    def set_ghosts(self, ghosts: Mapping[str, Sequence[str]]) -> None:
        """The places that units have left."""
        self.ghosts, self._whole = ghosts, None

    def set_show_closed(self, show: bool) -> None:
        """Whether units that the register closed long ago are there."""
        self.show_closed, self._whole = show, None

    def wanted(self) -> Rows:
        """The rows to show."""
        if self.words:
            rows = self._all().rows(self.words)
        else:
            rows = visible_rows(self.state, self.opened, self.is_shown, self.ghosts)
        return rows if self.draft is None else with_draft(rows, self.draft)

    def is_hit(self, key: str) -> bool:
        """Whether the unit itself holds the words of the filter; without a filter every unit does."""
        return not self.words or self._filter.is_hit(key, self.words)

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
        tops = self.state.units if top is None else (top, *self.state.below(top))
        self.opened.update(key for key in tops if self.state.children(key))

    def close_all(self) -> None:
        """Leave only the owner open."""
        self.opened = set(self.state.roots())

    def reveal(self, key: str) -> None:
        """Open what hides a unit."""
        self.opened.update(self.state.ancestors(key))

    def shown_count(self) -> int:
        """How many units there are, without those closed long ago."""
        return sum(map(self.is_shown, self.state.units))

    def _all(self) -> FilteredRows:
        if self._whole is None:
            rows = visible_rows(self.state, None, self.is_shown, self.ghosts)
            self._whole = FilteredRows(rows, self._filter.texts(map(unit_of, rows.keys)))
        return self._whole
