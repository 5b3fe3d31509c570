"""What speaks for a unit type, as data: words of names, the type above, message types; and what has been measured."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from sorstudio.model.naming import fold

MOST_KEPT = 100_000
_NO_WORD = re.compile(r"[^\w.&]+")


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A piece of a unit's name that speaks for a unit type; blanks at its ends are the ends of words."""

    word: str
    unit_type: str
    is_sure: bool = True


class InName(NamedTuple):
    """A word that stands in a name: sure ones come first, then those that stand first, then the longer ones."""

    word: str
    unit_type: str
    is_sure: bool


@dataclass(frozen=True)
class TypeClues:
    """The clues by which unit types are suggested, all by the codes of types.

    `below` has the type of a unit above and the types that the units under it probably have, `messages` a message type
    received on a unit's own number and the types of those who receive it; `nested` are types that a unit shares with
    those below it. A suggestion of a type in `measured` with a confidence of `safe_from` or more has been measured to
    be right nine times in ten.
    """

    words: tuple[TypeWord, ...] = ()
    below: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    messages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nested: frozenset[str] = frozenset()
    safe_from: float = 1.0
    measured: frozenset[str] = frozenset()
    _found: dict[str, tuple[InName, ...]] = field(default_factory=dict, repr=False)

    def in_name(self, name: str) -> tuple[InName, ...]:
        """The words that stand in a name. Names are looked at once; nothing but the name is kept of a unit."""
        found = self._found.get(name)
        if found is None:
            found = tuple(self._look(bare(name)))
            if len(self._found) < MOST_KEPT:
                self._found[name] = found
        return found

    def is_safe(self, unit_type: str, confidence: float) -> bool:
        """Whether suggestions like this one have been measured to be right nine times in ten."""
        return confidence >= self.safe_from and unit_type in self.measured

    def _look(self, name: str) -> Iterable[InName]:
        stands = [(name.find(word), one) for word, one in self._edged if word in name]
        stands.sort(key=lambda found: (not found[1].is_sure, found[0], -len(found[1].word.strip())))
        return (InName(one.word.strip(), one.unit_type, one.is_sure) for _, one in stands)

    @cached_property
    def _edged(self) -> tuple[tuple[str, TypeWord], ...]:
        return tuple((edges(one.word), one) for one in self.words)


def bare(name: str) -> str:
    """Folded, with single blanks for all that is no letter or digit, and one at each end."""
    return f" {' '.join(_NO_WORD.sub(' ', fold(name)).split())} "


def edges(word: str) -> str:
    """Folded, with the blanks at the ends that say where a word begins or ends."""
    return (" " if word.startswith(" ") else "") + fold(word) + (" " if word.endswith(" ") else "")
