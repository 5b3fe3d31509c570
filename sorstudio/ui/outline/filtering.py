"""Finds units by words: name, SOR-ID, own number and type in both languages, in any order, however they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sorstudio.model.codes import CodeLists
from sorstudio.model.naming import fold
from sorstudio.model.state import State

_BREAK = "\x1f"
_ALIKE = (("æ", "ae"), ("ø", "oe"), ("å", "aa"), ("-", " "), ("_", " "))
_BLANKS = re.compile("  +")


class UnitTexts:
    """What the words are sought in, for each unit: folded, kept between keystrokes and edits, read anew where told."""

    def __init__(self, state: State, codes: CodeLists | None = None) -> None:
        self._state = state
        self._types = {one.code: f"{one.name_da} {one.name_en}" for one in codes.unit_types} if codes else {}
        self._texts: dict[str, str] = {}

    def stand_on(self, state: State, touched: Iterable[str] | None) -> None:
        """Another state; all texts but those of the touched units are kept, none where that is not known."""
        self._state = state
        if touched is None:
            self._texts = {}
            return
        for key in touched:
            self._texts.pop(key, None)

    def read(self, keys: Iterable[str]) -> list[str]:
        """The texts of these units; many at once take a fraction of the time that one after the other takes."""
        wanted = list(keys)
        fresh = [key for key in dict.fromkeys(wanted) if key not in self._texts]
        self._texts.update(zip(fresh, _folded([self._text(key) for key in fresh]), strict=True))
        return [self._texts[key] for key in wanted]

    def is_hit(self, key: str, words: str) -> bool:
        """Whether the unit itself matches, not only something below it."""
        text = self.read([key])[0] if key in self._state.units else ""
        return all(word in text for word in _words(words))

    def _text(self, key: str) -> str:
        unit, number = self._state.units[key], self._state.number_of(key)
        written = unit.unit_type if isinstance(unit.unit_type, str) else ""
        gln = (number.gln if number else None) or ""
        return f"{unit.name} {unit.sor_id or ''} {gln} {self._types.get(written, '')}"


class Sought:
    """The hits among texts that stand in rows. Words that only grew are sought among the last hits alone."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts
        self._last: tuple[list[str], list[int]] = ([], [])

    def replace(self, row: int, text: str) -> None:
        """Another text in a row."""
        self._texts[row], self._last = text, ([], [])

    def hits(self, words: str) -> list[int]:
        """The rows whose texts hold every word."""
        wanted, (before, found) = fold(words).split(), self._last
        grew = bool(before) and all(any(old in new for new in wanted) for old in before)
        hits = places_of(words, self._texts, found if grew else None)
        self._last = wanted, hits
        return hits


def places_of(words: str, texts: Sequence[str], among: Sequence[int] | None = None) -> list[int]:
    """Where the texts stand that hold every word; the longest word is sought first, because it is the rarest."""
    first, *others = sorted(fold(words).split(), key=len, reverse=True) or [""]
    if among is None:
        found = [place for place, text in enumerate(texts) if first in text]
    else:
        found = [place for place in among if first in texts[place]]
    for word in others:
        found = [place for place in found if word in texts[place]]
    return found


@lru_cache(maxsize=4096)
def spans(name: str, words: str) -> Sequence[tuple[int, int]]:
    """Where in a name the words stand, as starts and ends, for whoever emphasises them."""
    folded, places = "", list[int]()
    for place, letter in enumerate(name):
        piece = _letter(letter)
        folded += piece
        places.extend([place] * len(piece))
    found = []
    for word in _words(words):
        at = folded.find(word)
        while at >= 0:
            found.append((places[at], places[at + len(word) - 1] + 1))
            at = folded.find(word, at + len(word))
    return sorted(found)


@lru_cache(maxsize=16)
def _words(words: str) -> Sequence[str]:
    return fold(words).split()


@lru_cache(maxsize=1024)
def _letter(letter: str) -> str:
    return fold(letter) or " "


def _folded(texts: Sequence[str]) -> list[str]:
    """All at once, which takes a fraction of the time that one after the other takes."""
    if not texts:
        return []
    whole = _BREAK.join(text.replace(_BREAK, " ") for text in texts).casefold()
    for letter, written in _ALIKE:
        whole = whole.replace(letter, written)
    return _BLANKS.sub(" ", whole).split(_BREAK)
