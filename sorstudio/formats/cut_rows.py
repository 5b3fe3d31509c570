"""A table of units held small: only the columns that finding receivers needs, as text until somebody asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from sorstudio.formats import tabular
from sorstudio.formats.cells import bare, parse_kind
from sorstudio.formats.columns import Columns
from sorstudio.formats.problems import Problem
from sorstudio.formats.raw import RawExtract
from sorstudio.formats.rows import CONTACT_PARTS, RowReader, carried, fast_id
from sorstudio.formats.table import Table
from sorstudio.model.records import UnitKind

COLUMNS = frozenset(
    {
        *("sor_id", "name", "parent", "kind", "level", "unit_type_code", "unit_type", "gln", "number_flag"),
        *("valid_from", "valid_to", "first_from"),
        *CONTACT_PARTS,
    }
)
_OF_NUMBERS = "number_"
_HEAD = 1 << 21
Line = tuple[int, Sequence[str]]


class CutRows:
    """Every row of a table, whoever's it is, by its place among the rows."""

    def __init__(self, table: Table) -> None:
        head = replace(table, text=table.text[: table.text.rfind("\n", 0, _HEAD) + 1 or None])
        whole = tabular.find_columns(head, {})
        tabular.refuse_missing(head, whole)
        names = [name for name in whole.places if name in COLUMNS or name.startswith(_OF_NUMBERS)]
        header = tuple(whole.title(name) for name in names)
        self.columns = Columns(header, {name: place for place, name in enumerate(names)})
        self.layout = table.layout
        titles = {name: whole.title(name) for name in names}
        self.form = RawExtract(table.source, table.layout.name, carries=carried(self.columns), titles=titles)
        self._odd: dict[int, tuple[Problem, ...]] = {}
        self._lines = self._cut(table, whole, [whole.place(name) for name in names])

    def _cut(self, table: Table, whole: Columns, places: Sequence[int]) -> list[Line]:
        found: list[Line] = []
        width = len(whole.header)
        for line, cells in table.picked(places):
            if isinstance(cells, list):
                reader = RowReader(whole, table.layout, table.source)
                reader.unit(line, cells)
                if reader.problems:
                    self._odd[len(found)] = tuple(reader.problems)
                padded = [*cells, *[""] * (width - len(cells))]
                cells = tuple(padded[place] for place in places)
            found.append((line, cells))
        return found

    def links(self) -> list[tuple[str, str | None]]:
        """The unit and the parent of each row."""
        unit, parent = self.columns.place("sor_id"), self.columns.place("parent")
        above = cache(lambda text: fast_id(text) or None)  # one stands on many rows
        return [(fast_id(cells[unit]), above(cells[parent])) for _, cells in self._lines]

    def top(self, place: int) -> tuple[str, UnitKind | None, str | None]:
        """Name, kind and unit type of a row."""
        cells = self._lines[place][1]
        found = {name: bare(cells[at]) for name, at in self.columns.places.items()}
        type_ = found.get("unit_type_code") or found.get("unit_type")
        return found["name"], parse_kind(found.get("kind", "")), type_

    def plain(self, places: Sequence[int]) -> list[Line] | None:
        """Some rows as they are; None where one of them is damaged."""
        if self._odd and not self._odd.keys().isdisjoint(places):
            return None
        return [self._lines[place] for place in places]

    def extracts(self, places: Sequence[int]) -> list[RawExtract]:
        """Some rows read carefully, as a file of their own."""
        reader = self.reader()
        units = [reader.unit(*self._lines[place]) for place in places if place not in self._odd]
        problems = [*reader.problems, *(one for place in places for one in self._odd.get(place, ()))]
        return [replace(self.form, units=tuple(unit for unit in units if unit), problems=tuple(problems))]

    def numbers(self, places: Iterable[int] | None = None) -> set[str]:
        """The location numbers that stand in some rows, or in all."""
        at = self.columns.place("gln")
        lines = self._lines if places is None else (self._lines[place] for place in places)
        return set(map(fast_id, {cells[at] for _, cells in lines})) - {""} if at >= 0 else set()

    def reader(self) -> RowReader:
        """A reader of the cut rows that notes faults of its own."""
        return RowReader(self.columns, self.layout, self.form.source)
