"""Names taken apart: abbreviations written out, capitals made small, notes cut away, the key of names alike.

Pure functions of text; the words that they look for come from the rule book.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from sorstudio.model.naming import fold

_MARKS = ",;:()"
_FIRST_LETTERS = 3
_LONG = 6
"""Letters that no acronym has."""
DATE = re.compile(r"\d{1,2}[./-] ?\d{1,2}(?:[./-]\d{2,4})?|\d{4}-\d{2}-\d{2}")
"""A day as it is written in names: 14/5, 1.2.2025."""
DATED = re.compile(r"\b(?:pr\.? |d\. ?|den |fra )?[0-3]?\d/1?\d(?:[/-]\d{2,4})?(?![\d-])")
"""The same within a name, with the word before it."""
_WORD = re.compile(r"[^\W\d_]+")
_EDGE_MARKS = " ,;:-–/.()"
_NO_WORD = re.compile(r"[^\w]+")
_VOWELS = str.maketrans("", "", "aeiouyéèü")
_TWICE = re.compile(r"([a-zæøå])\1+")


def tidied(name: str) -> str:
    """No blanks at the ends and never two in a row, nor any before a comma."""
    return " ".join(name.split()).replace(" ,", ",")


def core_of(word: str) -> str:
    """A word without commas and brackets around it."""
    return word.strip(_MARKS)


def short_form(word: str, table: Mapping[str, str]) -> str:
    """The abbreviation of the table that a word is or, as in "f/unge", begins with; empty where there is none."""
    core = core_of(word).casefold()
    if core in table:
        return core
    return core[:2] if "/" in core and core[:2] in table and len(core) > len(core[:2]) else ""


def written_out(name: str, table: Mapping[str, str]) -> str:
    """Each abbreviation of the table in full; a capital at its beginning stays one."""
    return " ".join(_in_full(word, table) for word in name.split())


def _in_full(word: str, table: Mapping[str, str]) -> str:
    short = short_form(word, table)
    if not short:
        return word
    place = word.casefold().index(short)
    found = word[place : place + len(short)]
    long = table[short]
    full = long[:1].upper() + long[1:] if found[:1].isupper() else long
    rest = word[place + len(short) :]
    return f"{word[:place]}{full}{' ' if short.endswith('/') else ''}{rest}"


def shouted(name: str, acronyms: Collection[str], ordinary: Collection[str], least: int) -> tuple[str, ...]:
    """The words in capitals that are no acronyms: also written small elsewhere, or all the name shouts."""
    if not any(len(word) >= least and word.isupper() for word in name.split()):
        return ()
    words = _WORD.findall(name)
    loud = [one for one in words if len(one) >= least and one.isupper() and one.casefold() not in acronyms]
    shouts = name.isupper() and len(words) > 1 and any(len(one) >= _LONG or one.casefold() in ordinary for one in loud)
    return tuple(one for one in loud if shouts or one.casefold() in ordinary)


def calmed(name: str, loud: Collection[str]) -> str:
    """The words small; a capital stays where the name begins."""

    def small(found: re.Match[str]) -> str:
        word = found.group()
        if word not in loud:
            return word
        return word.capitalize() if found.start() == 0 else word.lower()

    return _WORD.sub(small, name)


def phrase_in(name: str, phrases: tuple[str, ...]) -> str:
    """The first phrase that stands in a name as whole words; a star at its end lets its last word go on."""
    words = _words(name)
    firsts = _by_first(phrases)
    for place, word in enumerate(words):
        for phrase, parts in firsts.get(word[:_FIRST_LETTERS], ()):
            if len(words) - place >= len(parts) and all(map(_fits, words[place:], parts)):
                return phrase
    return ""


def cut(name: str, phrases: tuple[str, ...], fillers: tuple[str, ...]) -> str:
    """A name without a phrase, the dates and fillers ("lok.nr.") that follow it, and the marks that stood around it."""
    words = name.replace("(", " ").replace(")", " ").split()
    folded = [fold(word).strip(_EDGE_MARKS) for word in words]
    for place in range(len(words)):
        for _, parts in _by_first(phrases).get(folded[place][:_FIRST_LETTERS], ()):
            if len(words) - place >= len(parts) and all(map(_fits, folded[place:], parts)):
                end = place + len(parts)
                while end < len(words) and (folded[end] in fillers or DATE.fullmatch(words[end].strip(_MARKS))):
                    end += 1
                return _trimmed(" ".join(words[:place]), " ".join(words[end:]))
    return tidied(name)


def _trimmed(before: str, after: str) -> str:
    return tidied(f"{before.rstrip(_EDGE_MARKS)} {after.lstrip(_EDGE_MARKS)}").strip(_EDGE_MARKS)


@lru_cache(maxsize=200_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(word.strip(_EDGE_MARKS) for word in fold(name).split())


@lru_cache(maxsize=100)
def _by_first(phrases: tuple[str, ...]) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """The phrases by the first letters of their first word, so that most names are done with at a glance."""
    found: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for phrase in phrases:
        parts = tuple(fold(phrase).split())
        first = parts[0].rstrip("*")[:_FIRST_LETTERS]
        found[first] = (*found.get(first, ()), (phrase, parts))
    return found


def _fits(word: str, part: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


def without_stop(name: str) -> str:
    """A name without the marks at its end."""
    return name.rstrip(_EDGE_MARKS)


@lru_cache(maxsize=200_000)
def likeness(name: str) -> str:
    """The key that names alike share: words sorted, without vowels, double letters, marks and a plural or definite end.

    Numbers and single letters stay: "Afdeling 1" and "Afdeling 2" are told apart by them.
    """
    words = _NO_WORD.sub(" ", fold(name).replace("&", "og")).split()
    return " ".join(sorted(_skeleton(word) for word in words if word != "og"))


def _skeleton(word: str) -> str:
    if len(word) < _SHORTEST_ALIKE:
        return word
    bare = word[0] + word[1:].translate(_VOWELS)
    return _TWICE.sub(r"\1", bare)


_SHORTEST_ALIKE = 5
