"""What the outline's rows are answered from: every row and every text. Made bit by bit, kept while units are edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from time import perf_counter

from sorstudio.model.state import State
from sorstudio.ui.outline.filtering import Sought, UnitTexts
from sorstudio.ui.outline.rows import FEW, GHOST, IsShown, Rows, growing_rows, unit_of
from sorstudio.ui.outline.whole import Whole

Clock = Callable[[], float]


class OutlineIndex:
    """One tree with its ghosts. Where the tree changes its shape a new index is made; other edits are `note`d."""

    def __init__(self, state: State, is_shown: IsShown, ghosts: Mapping[str, Sequence[str]], texts: UnitTexts) -> None:
        self._texts = texts
        self._whole: Whole | None = None
        self._sought: Sought | None = None
        self._stale: set[str] = set()
        self._steps = self._make(state, is_shown, ghosts)

    def is_ready(self) -> bool:
        """Whether it is made."""
        return self._sought is not None

    def make_some(self, seconds: float, clock: Clock = perf_counter) -> bool:
        """Go on making it for about that long; answers whether there is more to do."""
        until = clock() + seconds
        return any(clock() >= until for _ in self._steps)

    def whole(self) -> Whole:
        """Every row; what is not made yet is made now."""
        for _ in self._steps:
            pass
        assert self._whole is not None
        return self._whole

    def rows(self, words: str) -> Rows:
        """The rows that match and all above them."""
        whole = self.whole()
        assert self._sought is not None
        self._read_stale(whole, self._sought)
        return whole.towards(self._sought.hits(words))

    def note(self, touched: Iterable[str]) -> None:
        """Other records of these units, in the same places."""
        self._stale.update(touched)

    def _read_stale(self, whole: Whole, sought: Sought) -> None:
        while self._stale:
            key = self._stale.pop()
            for row in map(whole.rows.row, (key, GHOST + key)):
                if row >= 0:
                    sought.replace(row, self._texts.read([key])[0])

    def _make(self, state: State, is_shown: IsShown, ghosts: Mapping[str, Sequence[str]]) -> Iterator[None]:
        rows = Rows()
        yield from growing_rows(rows, state, None, is_shown, ghosts)
        whole = Whole(rows)
        yield
        while rows.number(FEW):
            yield
        texts: list[str] = []
        for start in range(0, len(rows.keys), FEW):
            texts.extend(self._texts.read(map(unit_of, rows.keys[start : start + FEW])))
            yield
        self._whole, self._sought = whole, Sought(texts)
