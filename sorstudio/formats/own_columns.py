"""Which column of a municipality's own list holds what: by the dictionary, or as the user says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sorstudio.formats.columns import fold_header
from sorstudio.resources import read_toml

_LEVEL = re.compile(r"(?:niveau|niv|level|trin|lag)(\d{1,2})(?:navn|name)?")
_LINES_SEARCHED = 40


@dataclass(frozen=True, slots=True)
class OwnColumns:
    """The header row and the place of each field; `levels` are the columns of a tree drawn from left to right."""

    line: int
    header: tuple[str, ...]
    places: Mapping[str, int]
    levels: tuple[int, ...] = ()

    @property
    def score(self) -> int:
        """How many headers were understood."""
        return len(self.places) + len(self.levels)

    def text(self, row: Sequence[str], name: str) -> str:
        """The cell of a field, empty where there is none."""
        place = self.places.get(name, -1)
        return " ".join(row[place].split()) if 0 <= place < len(row) else ""

    def title(self, name: str) -> str:
        """The header as the file writes it."""
        place = self.places.get(name)
        return name if place is None else self.header[place]


@cache
def dictionary() -> Mapping[str, str]:
    """The field of every header known, folded."""
    fields: Mapping[str, Sequence[str]] = read_toml("own_list.toml")
    return {fold_header(header): name for name, headers in fields.items() for header in headers}


def fields() -> tuple[str, ...]:
    """Every field that a column can be mapped to."""
    return tuple(dict.fromkeys(dictionary().values()))


def find_columns(rows: Sequence[Sequence[str]], mapping: Mapping[str, str] | None = None) -> OwnColumns | None:
    """The header row with the most headers understood; titles and merged groups above it are passed over."""
    found = [read_header(line, row, mapping or {}) for line, row in enumerate(rows[:_LINES_SEARCHED], start=1)]
    usable = [one for one in found if "name" in one.places or "path" in one.places or one.levels]
    return max(usable, key=lambda one: one.score, default=None)


def read_header(line: int, row: Sequence[str], mapping: Mapping[str, str]) -> OwnColumns:
    """What the cells of one row mean, were they headers; what the user named comes first."""
    folded = [fold_header(cell) for cell in row]
    wanted = {fold_header(header): name for name, header in mapping.items()}
    places: dict[str, int] = {}
    for place, cell in enumerate(folded):
        if cell in wanted:
            places[wanted[cell]] = place
    for place, cell in enumerate(folded):
        name = dictionary().get(cell)
        if name and cell not in wanted and name not in mapping:
            places.setdefault(name, place)
    levels = sorted(
        (int(match.group(1)), place) for place, cell in enumerate(folded) if (match := _LEVEL.fullmatch(cell))
    )
    chosen = tuple(place for _, place in levels if place not in places.values())
    return OwnColumns(line, tuple(cell.strip() for cell in row), places, chosen if len(chosen) > 1 else ())
