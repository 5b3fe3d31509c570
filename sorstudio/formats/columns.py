"""Column dictionaries: which canonical field stands under which header, and how each layout is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from functools import cache

from sorstudio.resources import read_toml, resource

GENERIC = "table"
_SERVANTS = frozenset({"sor2_numbers", "sor2_messages", "sor2_replacements"})
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
# Words a person may use with --map beside the canonical names.
FIELD_WORDS: Mapping[str, str] = {
    "id": "sor_id",
    "sorid": "sor_id",
    "navn": "name",
    "parent_id": "parent",
    "overordnet": "parent",
    "niveau": "level",
    "sor_type": "kind",
    "location_number": "gln",
    "lokationsnummer": "gln",
    "speciality": "speciality_name_1",
}


@dataclass(frozen=True, slots=True)
class Layout:
    """One column dictionary. `columns` holds folded headers per canonical field, `*` standing for anything."""

    name: str
    columns: Mapping[str, tuple[str, ...]]
    signature: tuple[frozenset[str], ...] = ()
    ignore: tuple[str, ...] = ()
    encodings: tuple[str, ...] = ("utf-8",)
    is_quoted: bool = True
    is_ragged: bool = False
    unknown_when_empty: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the canonical fields stand in one file; `number_places` are headers that may hold the location number."""

    header: tuple[str, ...]
    places: Mapping[str, int] = field(default_factory=dict)
    number_places: tuple[int, ...] = ()

    def __contains__(self, name: str) -> bool:
        return name in self.places

    def title(self, name: str) -> str:
        """The header as the file writes it; the canonical name where there is no such column."""
        place = self.places.get(name)
        return self.header[place] if place is not None else name

    def place(self, name: str) -> int:
        """The index of a column, -1 where the file does not have it."""
        return self.places.get(name, -1)

    def with_place(self, name: str, place: int) -> Columns:
        """The same columns with one more of them named."""
        return replace(self, places={**self.places, name: place})


def fold_header(text: str) -> str:
    """A header without regard to case, blanks, marks, and the ways to write æ, ø and å."""
    folded = text.casefold().translate(_LETTERS)
    return "".join(sign for sign in folded if sign.isalnum() or sign == "*")


@cache
def layout(name: str) -> Layout:
    """The dictionary of one layout."""
    return next(one for one in all_layouts() if one.name == name)


@cache
def all_layouts() -> tuple[Layout, ...]:
    """Every dictionary in resources/columns."""
    return tuple(_load(path.name) for path in sorted(resource("columns").glob("*.toml")))


def _load(file_name: str) -> Layout:
    raw = read_toml(f"columns/{file_name}")
    return Layout(
        name=raw["name"],
        columns={name: _folded(headers) for name, headers in raw["columns"].items()},
        signature=tuple(frozenset(_folded(headers)) for headers in raw["signature"]),
        ignore=_folded(raw.get("ignore", ())),
        encodings=tuple(raw["encodings"]),
        is_quoted=raw["quoting"] == "double",
        is_ragged=raw.get("ragged", False),
        unknown_when_empty=frozenset(raw.get("unknown_when_empty", ())),
    )


def _folded(headers: Sequence[str]) -> tuple[str, ...]:
    return tuple(fold_header(header) for header in headers)


def recognise_layout(header: Sequence[str]) -> Layout:
    """The layout whose characteristic headers are all there; else the dictionary for any table."""
    present = {fold_header(cell) for cell in header}
    fitting = [(len(signature), one) for one in all_layouts() for signature in one.signature if signature <= present]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else layout(GENERIC)


def match(header: Sequence[str], chosen: Layout, mapping: Mapping[str, str] | None = None) -> Columns:
    """Find each field's column: what the user named first, then the layout's headers, then those of any table."""
    folded = [fold_header(cell) for cell in header]
    places = _mapped(folded, mapping or {})
    ignored = {i for i, cell in enumerate(folded) if any(fnmatchcase(cell, mark) for mark in chosen.ignore)}
    _assign(folded, chosen, places, ignored)
    if chosen.name not in _SERVANTS | {GENERIC}:
        _assign(folded, layout(GENERIC), places, ignored)
    if {"kind", "unit_type"} <= places.keys():
        places.pop("type", None)
    return Columns(tuple(header), places, _number_places(folded, chosen, places, ignored))


def field_name(word: str) -> str:
    """The canonical field that a person means by a word in --map."""
    lowered = word.strip().casefold().replace("-", "_").replace(" ", "_")
    return FIELD_WORDS.get(lowered, lowered)


@cache
def known_fields() -> frozenset[str]:
    """Every canonical field that a column can be mapped to."""
    return frozenset(name for one in all_layouts() if one.name not in _SERVANTS for name in one.columns)


def _mapped(folded: Sequence[str], mapping: Mapping[str, str]) -> dict[str, int]:
    wanted = {field_name(word): fold_header(header) for word, header in mapping.items()}
    return {name: folded.index(header) for name, header in wanted.items() if header in folded}


def _assign(folded: Sequence[str], chosen: Layout, places: dict[str, int], ignored: set[int]) -> None:
    """Headers written out win over patterns; a header serves one field only."""
    for with_patterns in (False, True):
        for name, headers in chosen.columns.items():
            if name in places or (name == "gln" and with_patterns):
                continue
            taken = ignored | set(places.values())
            found = _find(folded, [header for header in headers if ("*" in header) is with_patterns], taken)
            if found is not None:
                places[name] = found


def _find(folded: Sequence[str], headers: Sequence[str], taken: set[int]) -> int | None:
    for header in headers:
        for place, cell in enumerate(folded):
            if place not in taken and cell and fnmatchcase(cell, header):
                return place
    return None


def _number_places(
    folded: Sequence[str], chosen: Layout, places: Mapping[str, int], ignored: set[int]
) -> tuple[int, ...]:
    """Headers that only look like the number's; what they hold decides."""
    if "gln" in places:
        return ()
    marks = [*chosen.columns.get("gln", ()), *layout(GENERIC).columns["gln"]]
    taken = ignored | set(places.values())
    return tuple(
        place
        for place, cell in enumerate(folded)
        if place not in taken and any(fnmatchcase(cell, mark) for mark in marks)
    )
