"""How a referral table is laid out in a file: columns, words and dates, all from resources/tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from sorstudio.formats.columns import fold_header
from sorstudio.model.errors import Unusable
from sorstudio.resources import read_toml, resource

STANDARD = "henvisningstabel"
_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class LayoutColumn:
    """One column: the header that is written, and others that are understood when a file is read."""

    field: str
    header: str
    also: tuple[str, ...] = ()

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header of the column, folded."""
        return tuple(fold_header(one) for one in (self.header, self.field, *self.also))


@dataclass(frozen=True, slots=True)
class TableLayout:
    """The columns in their order; `words` are the words for the codes of a field, `language` that of names."""

    name: str
    columns: tuple[LayoutColumn, ...]
    language: str = "da"
    has_danish_dates: bool = False
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)

    def written(self, name: str, code: str) -> str:
        """A code in the word of this layout."""
        return self.words.get(name, _NOTHING).get(code, code)

    def code(self, name: str, written: str) -> str:
        """The code for a word; what is no word of the layout stays as it is."""
        folded = fold_header(written)
        found = self.words.get(name, _NOTHING).items()
        return next((code for code, word in found if folded in (fold_header(word), code)), written)

    def places(self, header: Sequence[str]) -> dict[str, int]:
        """Where each field stands in a file; the first column counts where several have a header of it."""
        folded = [fold_header(cell) for cell in header]
        found = {one.field: [folded.index(name) for name in one.headers if name in folded] for one in self.columns}
        return {name: places[0] for name, places in found.items() if places}


def table_layout(name: str) -> TableLayout:
    """A layout by name; Unusable names those that there are."""
    found = next((one for one in table_layouts() if one.name == name.strip().casefold()), None)
    if found is None:
        raise Unusable("reftable.no_layout", layout=name, known=", ".join(one.name for one in table_layouts()))
    return found


@cache
def table_layouts() -> tuple[TableLayout, ...]:
    """Every layout in resources/tables, by name."""
    return tuple(_load(path.name) for path in sorted(resource("tables").glob("*.toml")))


def _load(file: str) -> TableLayout:
    raw = read_toml(f"tables/{file}")
    columns = tuple(LayoutColumn(one["field"], one["header"], tuple(one.get("also", ()))) for one in raw["column"])
    return TableLayout(raw["name"], columns, raw["language"], raw["dates"] == "danish", raw.get("words", {}))
