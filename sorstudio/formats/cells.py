"""Single cells of a table made into values: dates, kinds, levels, flags; None or an exception, never a guess."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from sorstudio.formats.columns import fold_header
from sorstudio.model.records import NumberState, UnitKind

OPEN_YEAR = 9999
_YEAR_FIRST = re.compile(r"(\d{4})[-./]?(\d{2})[-./]?(\d{2})(?:[T\s].*)?", re.DOTALL)
_DAY_FIRST = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})(?:[T\s].*)?", re.DOTALL)
_TIME = re.compile(r"[T\s]\s*\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?\s*$")
_WRAPPED = re.compile(r'=?"(.*)"', re.DOTALL)
_KIND_WORDS: Mapping[str, UnitKind] = {
    "ie": UnitKind.IE,
    "io": UnitKind.IE,
    "institutionsejer": UnitKind.IE,
    "institutionowner": UnitKind.IE,
    "ejer": UnitKind.IE,
    "si": UnitKind.SI,
    "hi": UnitKind.SI,
    "sundhedsinstitution": UnitKind.SI,
    "healthinstitution": UnitKind.SI,
    "oe": UnitKind.OE,
    "ou": UnitKind.OE,
    "organisatoriskenhed": UnitKind.OE,
    "organizationalunit": UnitKind.OE,
    "organisationalunit": UnitKind.OE,
}
_FLAG_WORDS: Mapping[str, NumberState] = {
    "egen": NumberState.OWN,
    "eget": NumberState.OWN,
    "own": NumberState.OWN,
    "ikkenedarvet": NumberState.OWN,
    "false": NumberState.OWN,
    "falsk": NumberState.OWN,
    "nej": NumberState.OWN,
    "no": NumberState.OWN,
    "0": NumberState.OWN,
    "nedarvet": NumberState.INHERITED,
    "arvet": NumberState.INHERITED,
    "inherited": NumberState.INHERITED,
    "true": NumberState.INHERITED,
    "sand": NumberState.INHERITED,
    "ja": NumberState.INHERITED,
    "yes": NumberState.INHERITED,
    "1": NumberState.INHERITED,
    "ingen": NumberState.NONE,
    "none": NumberState.NONE,
}
_YES = frozenset({"true", "sand", "ja", "yes", "1"})
_NO = frozenset({"false", "falsk", "nej", "no", "0"})


def bare(text: str) -> str:
    """A cell without the blanks around it and without the ="..." that keeps a spreadsheet from counting."""
    stripped = text.strip()
    if stripped[:2] == '="':
        wrapped = _WRAPPED.fullmatch(stripped)
        return wrapped[1].strip() if wrapped else stripped
    return stripped


def one_line(text: str) -> str:
    """A cell as one line: a line break inside a name is a slip of the spreadsheet, no part of the name."""
    found = bare(text)
    return found if found.isprintable() else " ".join(filter(None, map(str.strip, found.splitlines())))


@lru_cache(maxsize=20_000)
def parse_date(text: str) -> date:
    """A day in any of the forms seen, with or without a time; raises ValueError for anything else."""
    found = _YEAR_FIRST.fullmatch(text)
    year_first = found is not None
    found = found or _DAY_FIRST.fullmatch(text)
    if found is None or not _has_sound_time(text):
        raise ValueError(text)
    first, month, last = (int(part) for part in found.groups())
    return date(first, month, last) if year_first else date(last, month, first)


def _has_sound_time(text: str) -> bool:
    return len(text) <= 10 or _TIME.search(text) is not None


def first_day_after(text: str) -> date | None:
    """The half-open end of a period whose last day the file names; the year 9999 means that it is open."""
    last = parse_date(text)
    return None if last.year == OPEN_YEAR else last + timedelta(days=1)


@lru_cache(maxsize=1_000)
def parse_kind(text: str) -> UnitKind | None:
    """SOR's kind by any of its Danish and English names."""
    return _KIND_WORDS.get(fold_header(text))


def parse_level(text: str) -> int | None:
    """A level is a whole number from 1."""
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 4 and int(text) > 0 else None


def kind_of_level(level: int) -> UnitKind:
    """Level 1 is the owner, 2 a health institution, everything deeper an organisational unit."""
    return {1: UnitKind.IE, 2: UnitKind.SI}.get(level, UnitKind.OE)


@lru_cache(maxsize=1_000)
def parse_flag(text: str) -> NumberState | None:
    """Whether the file says that a location number is the unit's own or inherited."""
    return _FLAG_WORDS.get(fold_header(text))


@lru_cache(maxsize=1_000)
def parse_truth(text: str) -> bool | None:
    """Yes or no in Danish, English and the way programs write it."""
    folded = fold_header(text)
    if folded in _YES:
        return True
    return False if folded in _NO else None
