"""Which lines of the changes are shown: by words, by envelope, by branch of the tree, and by the acts behind them."""

from __future__ import annotations

from dataclasses import dataclass

from sorstudio.model.state import State
from sorstudio.requests.line import Addressee, Line

ENVELOPES: tuple[Addressee | None, ...] = (*Addressee, None)
_LIKE = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


@dataclass(frozen=True)
class LineFilter:
    """What a line must have; `branch` is the unit at whose place or below it stands, `acts` of which it needs one."""

    words: str = ""
    envelopes: tuple[Addressee | None, ...] = ENVELOPES
    branch: str = ""
    acts: frozenset[str] = frozenset()

    def keeps(self, line: Line, said: str, state: State) -> bool:
        """Whether a line that is said like this is shown."""
        if line.addressee not in self.envelopes or (self.branch and not stands_in(state, line.unit, self.branch)):
            return False
        if self.acts and self.acts.isdisjoint(change.id for change in line.changes):
            return False
        return has_words(self.words, " ".join(filter(None, (said, line.unit_name, line.sor_id, line.gln))))


def has_words(words: str, text: str) -> bool:
    """Whether every word is somewhere in a text; small and large, æ and ae, ø and oe, å and aa are alike."""
    found = alike(text)
    return all(word in found for word in alike(words).split())


def alike(text: str) -> str:
    """A text as it is compared."""
    return text.casefold().translate(_LIKE)


def stands_in(state: State, unit: str, branch: str) -> bool:
    """Whether a unit is the top of a branch or stands below it."""
    at: str | None = unit
    while at is not None and at != branch:
        found = state.units.get(at)
        at = found.parent if found else None
    return at == branch
