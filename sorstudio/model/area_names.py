"""Areas read from the names of units: the first area whose words stand in a name."""

from __future__ import annotations

from collections.abc import Iterable

from sorstudio.model.naming import fold

MOST_KEPT = 100_000


class AreaNames:
    """Words and the area that each speaks for, the narrow areas before the wide ones. Names are looked at once."""

    def __init__(self, words: Iterable[tuple[str, str]] = ()) -> None:
        self._words = tuple((_edged(word), area) for word, area in words)
        self._found: dict[str, tuple[str, ...]] = {}

    def find(self, name: str) -> tuple[str, ...]:
        """The code of the area that a name speaks of; empty where it speaks of none."""
        found = self._found.get(name)
        if found is None:
            padded = f" {fold(name)} "
            found = next(((area,) for word, area in self._words if word in padded), ())
            if len(self._found) < MOST_KEPT:
                self._found[name] = found
        return found


def _edged(word: str) -> str:
    return f"{' ' * word.startswith(' ')}{fold(word)}{' ' * word.endswith(' ')}"
