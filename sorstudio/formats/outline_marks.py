"""The marks that open a line of an outline: 1.2.3, a., ii., bullets and the signs of a heading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Style(Enum):
    """The families of marks; a number is read by how many parts it has, a bullet by its indentation."""

    NUMBER = "number"
    LOWER = "lower"
    UPPER = "upper"
    LOWER_ROMAN = "lower_roman"
    UPPER_ROMAN = "upper_roman"
    BULLET = "bullet"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way of reading a mark: `i.` is the letter i and the Roman one."""

    style: Style
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """What opens a line, as it stands, and everything it can mean."""

    text: str
    readings: tuple[Reading, ...]

    @property
    def is_bullet(self) -> bool:
        """Whether the mark only says that a line begins."""
        return self.readings[0].style is Style.BULLET

    @property
    def opens(self) -> bool:
        """Whether a list can begin with this mark."""
        return any(reading.parts[-1] == 1 for reading in self.readings)


_NUMBER = re.compile(r"\(?(\d{1,3}(?:\.\d{1,3})*)(?:\.?\)|\.)(?:\s+(?=\S)|(?=[^\W\d]))")
_DOTTED = re.compile(r"(\d{1,3}(?:\.\d{1,3})+)\s+(?=\S)")
_BARE = re.compile(r"(\d{1,3})\s+(?=\S)")
_LETTERS = re.compile(r"\(?([A-Za-z]|[ivxlc]{2,8}|[IVXLC]{2,8})[.)](?:\s+(?=\S)|(?=[A-ZÆØÅ][a-zæøå]))")
_HEADING = re.compile(r"(#{1,9})\s+(?=\S)")
# Word's bullets arrive from PDF as signs of the private area.
_BULLET = re.compile(r"(?:[-*•–—·‣▪◦●○■□►➢\uf0b7\uf0a7\uf0d8](?:\s+(?=\S)|(?=[^\W\d]))|o\s+(?=[^\W_]))")
_ORDINAL = re.compile(
    r"\d{1,2}\.\s*(?:(?:-|–|og\b|til\b|\+)\s*\d{1,2}\.\s*)?"
    r"(?:sal|sals|etage|klasse|kreds|gang|distrikt|kvartal|halvår|januar|februar|marts|april|maj|juni|juli"
    r"|august|september|oktober|november|december)\b",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def split_mark(text: str, bare: bool = False) -> tuple[Mark | None, str]:
    """The mark of a line and what is left; `bare` lets a number without a full stop count."""
    found = _number_mark(text, bare) or _letter_mark(text) or _heading_mark(text) or _bullet_mark(text)
    return found if found else (None, text)


def uses_bare_numbers(texts: list[str]) -> bool:
    """Whether this outline writes `1 Sundhed` and `1.1 Pleje` without closing full stops."""
    closed = any(_NUMBER.match(text) and not _ORDINAL.match(text) for text in texts)
    dotted = sum(bool(_DOTTED.match(text)) for text in texts)
    return dotted >= 2 and not closed


def roman_value(text: str) -> int | None:
    """The value of a Roman number up to 399, or None for letters that are none."""
    lower = text.lower()
    if not _ROMAN.fullmatch(lower):
        return None
    values = [_ROMAN_VALUES[letter] for letter in lower]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _number_mark(text: str, bare: bool) -> tuple[Mark, str] | None:
    if _ORDINAL.match(text):
        return None
    match = _NUMBER.match(text) or _DOTTED.match(text) or (_BARE.match(text) if bare else None)
    if match is None:
        return None
    parts = tuple(int(part) for part in re.sub(r"(?:\.0+)+$", "", match.group(1)).split("."))
    return Mark(match.group().strip(), (Reading(Style.NUMBER, parts),)), text[match.end() :]


def _letter_mark(text: str) -> tuple[Mark, str] | None:
    match = _LETTERS.match(text)
    if match is None:
        return None
    readings = _letter_readings(match.group(1))
    return (Mark(match.group().strip(), readings), text[match.end() :]) if readings else None


def _letter_readings(letters: str) -> tuple[Reading, ...]:
    lower = letters.islower()
    readings = []
    if len(letters) == 1:
        position = ord(letters.lower()) - ord("a") + 1
        readings.append(Reading(Style.LOWER if lower else Style.UPPER, (position,)))
    value = roman_value(letters)
    if value is not None:
        readings.append(Reading(Style.LOWER_ROMAN if lower else Style.UPPER_ROMAN, (value,)))
    return tuple(readings)


def _heading_mark(text: str) -> tuple[Mark, str] | None:
    match = _HEADING.match(text)
    if match is None:
        return None
    return Mark(match.group(1), (Reading(Style.HEADING, (1,) * len(match.group(1))),)), text[match.end() :]


def _bullet_mark(text: str) -> tuple[Mark, str] | None:
    match = _BULLET.match(text)
    if match is None:
        return None
    sign = match.group().strip()
    return Mark(sign, (Reading(Style.BULLET, (ord(sign), 1)),)), text[match.end() :]
