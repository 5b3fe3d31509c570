"""Everything that can be found by words, ranked: units, offers, acts, settings, chapters of the guide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from sorstudio.model.naming import fold

CLOSE_ENOUGH = 82
"""Of a hundred: how like a name must be to what was typed to be offered as a near miss."""
LEAST_FOR_NEAR = 4
FEW = 4
"""With fewer hits than these, near misses are offered too."""


class Sort(IntEnum):
    """What a line leads to; the order in which equals are shown."""

    UNIT = 0
    ACT = 1
    OFFER = 2
    SETTING = 3
    HELP = 4


MOST = {Sort.UNIT: 8, Sort.ACT: 4, Sort.OFFER: 4, Sort.SETTING: 3, Sort.HELP: 3}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line: what it is called, what stands beside it, and what else it is found by."""

    sort: Sort
    words: str
    value: str
    beside: str = ""
    also: str = ""


class Index:
    """Finds entries from the first character; made anew when the entries are others."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._names = [fold(entry.words) for entry in self.entries]
        self._all = [f" {name} {fold(entry.also)}" for name, entry in zip(self._names, self.entries, strict=True)]

    def find(self, words: str) -> list[Entry]:
        """The best entries of each sort; near misses last, where little else is found."""
        terms = fold(words).split()
        if not terms:
            return []
        ranked = sorted(self._ranked(terms))
        best = list(_spread(self.entries[at] for *_, at in ranked))
        if len(best) < FEW and len(words.strip()) >= LEAST_FOR_NEAR:
            best.extend(self._near(" ".join(terms), {at for *_, at in ranked}))
        return best

    def _ranked(self, terms: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
        whole, starts = " ".join(terms), [f" {term}" for term in terms]
        for at, text in enumerate(self._all):
            if not all(term in text for term in terms):
                continue
            name = self._names[at]
            if name.startswith(whole):
                rank = 0 if name == whole else 1
            else:
                rank = 2 if all(start in text for start in starts) else 3
            yield rank, self.entries[at].sort, len(name), at

    def _near(self, wanted: str, found: set[int]) -> Iterator[Entry]:
        from rapidfuzz import fuzz, process

        hits = process.extract(wanted, self._names, scorer=fuzz.ratio, limit=FEW * 2, score_cutoff=CLOSE_ENOUGH)
        if not hits:
            hits = process.extract(wanted, self._names, scorer=fuzz.partial_ratio, limit=FEW, score_cutoff=CLOSE_ENOUGH)
        return (self.entries[at] for name, _, at in hits if at not in found and len(name) >= len(wanted) - 2)


def _spread(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The first of each sort, so that many units do not hide the one act."""
    left = dict(MOST)
    for entry in entries:
        if left[entry.sort]:
            left[entry.sort] -= 1
            yield entry
