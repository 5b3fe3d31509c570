"""The parameters of a check: what a rule book may say in them, and how that is read.

A parameter that a rule book gets wrong raises `BadParameter`; the reader of the book adds the file and the line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Protocol, TypeAlias

from sorstudio.model.naming import fold

_folded = lru_cache(maxsize=100_000)(fold)
ParamValue: TypeAlias = int | float | bool | str | tuple[str, ...] | Mapping[str, str] | Mapping[str, tuple[str, ...]]


class BadParameter(Exception):
    """A value that a check cannot use: `code` and `params` become the sentence."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


class Parameter(Protocol):
    """One kind of parameter."""

    @property
    def word(self) -> str:
        """What a person is told that it wants: a code of a sentence."""

    def read(self, value: object) -> ParamValue:
        """The value as the check uses it; raises `BadParameter`."""

    def join(self, old: ParamValue, new: ParamValue) -> ParamValue:
        """What an edition adds to what the book has; raises `BadParameter` where nothing can be added."""


@dataclass(frozen=True)
class Whole:
    """A whole number between two bounds, both included."""

    least: int = 0
    most: int = 100_000
    word: str = "rulebook.wants.whole"

    def read(self, value: object) -> int:
        """The number."""
        if not isinstance(value, int) or isinstance(value, bool):
            raise BadParameter("rulebook.not_a_whole_number")
        if not self.least <= value <= self.most:
            raise BadParameter("rulebook.out_of_bounds", least=self.least, most=self.most)
        return value

    def join(self, old: ParamValue, new: ParamValue) -> ParamValue:
        """Nothing can be added to a number."""
        raise BadParameter("rulebook.cannot_add")


@dataclass(frozen=True)
class Share:
    """A share between 0 and 1."""

    word: str = "rulebook.wants.share"

    def read(self, value: object) -> float:
        """The share."""
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
            raise BadParameter("rulebook.not_a_share")
        return float(value)

    def join(self, old: ParamValue, new: ParamValue) -> ParamValue:
        """Nothing can be added to a share."""
        raise BadParameter("rulebook.cannot_add")


@dataclass(frozen=True)
class Day:
    """A date; kept as text, as in a plan file."""

    word: str = "rulebook.wants.day"

    def read(self, value: object) -> str:
        """The date as 2027-01-01."""
        try:
            return date.fromisoformat(value if isinstance(value, str) else str(value)).isoformat()
        except ValueError:
            raise BadParameter("rulebook.not_a_day") from None

    def join(self, old: ParamValue, new: ParamValue) -> ParamValue:
        """Nothing can be added to a date."""
        raise BadParameter("rulebook.cannot_add")


@dataclass(frozen=True)
class Words:
    """A list of words or codes, each once."""

    word: str = "rulebook.wants.words"

    def read(self, value: object) -> tuple[str, ...]:
        """The words in the order of the book."""
        if not isinstance(value, list | tuple) or not all(isinstance(one, str) and one.strip() for one in value):
            raise BadParameter("rulebook.not_words")
        return tuple(dict.fromkeys(value))

    def join(self, old: ParamValue, new: ParamValue) -> tuple[str, ...]:
        """The old words and then the new ones."""
        return tuple(dict.fromkeys((*self.read(old), *self.read(new))))


@dataclass(frozen=True)
class Pairs:
    """Words and what stands for each: a table of text to text."""

    word: str = "rulebook.wants.pairs"

    def read(self, value: object) -> Mapping[str, str]:
        """The table."""
        if not isinstance(value, Mapping) or not all(
            isinstance(name, str) and name.strip() and isinstance(text, str) for name, text in value.items()
        ):
            raise BadParameter("rulebook.not_pairs")
        return dict(value)

    def join(self, old: ParamValue, new: ParamValue) -> Mapping[str, str]:
        """The new pairs over the old ones."""
        return {**self.read(old), **self.read(new)}


@dataclass(frozen=True)
class Table:
    """Words and the list that belongs to each."""

    word: str = "rulebook.wants.table"

    def read(self, value: object) -> Mapping[str, tuple[str, ...]]:
        """The table."""
        if not isinstance(value, Mapping):
            raise BadParameter("rulebook.not_a_table")
        try:
            return {str(name): Words().read(words) for name, words in value.items()}
        except BadParameter as problem:
            raise BadParameter("rulebook.not_a_table") from problem

    def join(self, old: ParamValue, new: ParamValue) -> Mapping[str, tuple[str, ...]]:
        """The new lists over the old ones."""
        return {**self.read(old), **self.read(new)}


@dataclass(frozen=True)
class Folded:
    """Words made ready for search in folded names; see `holds`."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, words: tuple[str, ...]) -> Folded:
        """Blanks at the ends of a word stay: there they ask for the end of a word."""
        return cls(tuple(_edges(word) for word in words))

    def first_in(self, name: str) -> int | None:
        """The place in the list of the first word that stands in a name, given as written."""
        padded = f" {_folded(name)} "
        return next((place for place, word in enumerate(self.words) if word in padded), None)


def _edges(word: str) -> str:
    left, right = " " * word.startswith(" "), " " * word.endswith(" ")
    return f"{left}{fold(word)}{right}"
