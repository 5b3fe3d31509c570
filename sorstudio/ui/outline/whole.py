"""Every row of a tree at once, in arrays, of which any choice is quickly made: what is open, what leads to a hit."""

from __future__ import annotations

from array import array
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from sorstudio.ui.outline.rows import Rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Places = NDArray[np.intp]


class Whole:
    """The rows as if every branch were open. They cost one pass over the tree; every choice of them a millisecond."""

    def __init__(self, rows: Rows) -> None:
        import numpy as np

        self.rows = rows
        self._keys = np.array(rows.keys, dtype=object)
        self._depths = np.array(rows.depths, dtype=np.uint16)
        self._above = np.full(len(rows.keys), -1, dtype=np.intp)
        self._ends = np.full(len(rows.keys), len(rows.keys), dtype=np.intp)
        self._relate()
        branches = np.flatnonzero(self._ends > np.arange(1, len(rows.keys) + 1))
        self._branches = dict(zip(self._keys[branches].tolist(), branches.tolist(), strict=True))

    def under(self, opened: Set[str]) -> Rows:
        """The rows that no closed branch hides."""
        import numpy as np

        if self._branches.keys() <= opened:
            return self.rows
        closed = np.array([place for key, place in self._branches.items() if key not in opened])
        size = len(self._keys)
        hiding = np.bincount(closed + 1, minlength=size + 1) - np.bincount(self._ends[closed], minlength=size + 1)
        return self._picked(np.flatnonzero(np.cumsum(hiding[:size]) == 0))

    def towards(self, hits: Sequence[int]) -> Rows:
        """These rows and all above them."""
        import numpy as np

        kept = np.zeros(len(self._keys), dtype=bool)
        at = np.array(hits, dtype=np.intp)
        while at.size:
            kept[at] = True
            higher = np.zeros(len(kept) + 1, dtype=bool)
            higher[self._above[at]] = True
            at = np.flatnonzero(higher[:-1] & ~kept)
        return self._picked(np.flatnonzero(kept))

    def _picked(self, at: Places) -> Rows:
        return _Picked(self._keys[at].tolist(), array("H", self._depths[at].tobytes()), of=self.rows, at=at)

    def _relate(self) -> None:
        """A row stands below the nearest higher one before it; its branch ends ahead of the next one no deeper."""
        import numpy as np

        levels = [np.flatnonzero(self._depths == depth) for depth in range(int(self._depths.max(initial=0)) + 1)]
        for upper, lower in pairwise(levels):
            self._above[lower] = upper[np.searchsorted(upper, lower) - 1]
        for level in levels:
            self._ends[level[:-1]] = level[1:]
            inside = self._above[level] >= 0
            within = level[inside]
            self._ends[within] = np.minimum(self._ends[within], self._ends[self._above[within]])


@dataclass(frozen=True)
class _Picked(Rows):
    """Some rows of all; where one stands is looked up among all, so that nothing is counted anew for each choice."""

    of: Rows = field(default_factory=Rows)
    at: Places | Sequence[int] = ()

    def row(self, key: str) -> int:
        import numpy as np

        place = self.of.row(key)
        row = int(np.searchsorted(self.at, place))
        return row if place >= 0 and row < len(self.at) and self.at[row] == place else -1
