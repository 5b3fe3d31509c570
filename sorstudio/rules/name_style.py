"""How a municipality names its units: the word for each task, task or place first, and how its own name is added.

Learned from the names of the register file, which stay the same through all acts of a plan.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from sorstudio.model.naming import fold
from sorstudio.model.records import Unit
from sorstudio.model.state import State

_LEAST = 3
"""So many names must share a first or a last word before it counts as the word for a task."""
_SHORTEST_WORD = 4
_KOMMUNE = " kommune"


@dataclass(frozen=True)
class Habit:
    """The word that units of one type share, where it stands, and what stands between it and the place."""

    word: str
    is_first: bool = True
    joiner: str = " "

    def joined(self, place: str) -> str:
        """The name of a unit at a place."""
        return f"{self.word}{self.joiner}{place}" if self.is_first else f"{place}{self.joiner}{self.word}"


@dataclass(frozen=True, eq=False)
class Style:
    """What was learned. `municipality` is its name alone; `suffix` is what it adds to a name to tell itself."""

    municipality: str = ""
    suffix: str = ""
    by_type: Mapping[str, tuple[Habit, ...]] = field(default_factory=dict)
    words: Mapping[str, int] = field(default_factory=dict)
    names: frozenset[str] = frozenset()

    def tasks(self, unit_type: str) -> tuple[Habit, ...]:
        """How units of that type are called here, the most common way first."""
        return self.by_type.get(unit_type, ())

    def form(self, word: str) -> str:
        """The word as it is mostly written here: "hjemmeplejen" where units are called so rather than "hjemmepleje"."""
        forms = (word, *(f"{word}{end}" for end in ("n", "en", "et")))
        return max(forms, key=lambda one: (self.words.get(one, 0), -len(one)))

    def completion(self, stem: str) -> str:
        """The one word of the municipality's other names that begins so; empty where none or several do."""
        found = {one for one in self.words if one.startswith(stem) and len(one) > len(stem)}
        return next(iter(found)) if len(found) == 1 else ""


def municipality_of(owner: str) -> str:
    """ "København" from "Københavns Kommune"; the name as it is where it does not end so."""
    if not owner.casefold().endswith(_KOMMUNE):
        return owner.strip()
    name = owner.strip()[: -len(_KOMMUNE)]
    return name[:-1] if name == "Københavns" else name


def style_of(state: State) -> Style:
    """The style of a state; open units count. What was learned of the latest few states is kept."""
    return _learned(_Same(state))


@lru_cache(maxsize=4)
def _learned(same: _Same) -> Style:
    return learned(same.state)


class _Same:
    """A state that is equal to itself alone: comparing two by content would cost more than learning."""

    __slots__ = ("state",)

    def __init__(self, state: State) -> None:
        self.state = state

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.state is self.state

    def __hash__(self) -> int:
        return id(self.state)


def learned(state: State) -> Style:
    """As `style_of`, worked out anew."""
    roots = state.roots()
    owner = municipality_of(state.units[roots[0]].name) if roots else ""
    units = [unit for unit in state.units.values() if unit.valid_to is None and unit.parent is not None]
    names = frozenset(fold(unit.name) for unit in state.units.values())
    words = Counter(word for unit in units for word in _plain_words(unit.name))
    return Style(owner, _suffix(units, owner), _by_type(units), words, names)


def habits_of(names: Iterable[str]) -> tuple[Habit, ...]:
    """What names of one type agree on: first or last words that several share."""
    counted: Counter[Habit] = Counter(habit for name in names for habit in _read(name))
    return tuple(habit for habit, count in counted.most_common() if count >= _LEAST)


def _read(name: str) -> tuple[Habit, ...]:
    """Both ways in which a name may be a task and a place."""
    first, _, rest = name.partition(" ")
    before, _, last = name.rpartition(" ")
    found = []
    if rest and _is_word(first):
        found.append(Habit(first.rstrip(","), joiner=", " if first.endswith(",") else " "))
    if before and _is_word(last):
        found.append(Habit(last, is_first=False, joiner=", " if before.endswith(",") else " "))
    return tuple(found)


def _is_word(word: str) -> bool:
    bare = word.rstrip(",")
    return len(bare) >= _SHORTEST_WORD and bare.isalpha() and not bare.isupper()


def _by_type(units: Iterable[Unit]) -> dict[str, tuple[Habit, ...]]:
    names: dict[str, list[str]] = defaultdict(list)
    for unit in units:
        if isinstance(unit.unit_type, str) and unit.unit_type:
            names[unit.unit_type].append(unit.name)
    return {code: habit for code, found in names.items() if (habit := habits_of(found))}


def suffixes(owner: str) -> tuple[str, ...]:
    """The ways to add a municipality's name, the longest first."""
    return (f", {owner} Kommune", f" {owner} Kommune", f", {owner}", f" {owner}")


def _suffix(units: Iterable[Unit], owner: str) -> str:
    forms = suffixes(owner)
    counted = Counter(form for unit in units if (form := suffix_in(unit.name, forms)))
    return counted.most_common(1)[0][0] if counted else f", {owner}"


def suffix_in(name: str, forms: Iterable[str]) -> str:
    """The form in which a name ends; empty where it ends in none."""
    tidy = " ".join(name.split())
    return next((form for form in forms if tidy.endswith(form)), "")


def _plain_words(name: str) -> Iterable[str]:
    """The words of a name that are no acronyms, small, without marks."""
    return (word.casefold() for part in name.split() if (word := part.strip(",;:()")).isalpha() and not word.isupper())
