"""Every municipality of a national register, one after the other, read for what finding receivers needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from sorstudio.formats import number_tables
from sorstudio.formats.assemble import assemble, day_of, told_of
from sorstudio.formats.container import Part, load
from sorstudio.formats.cut_rows import CutRows, Line
from sorstudio.formats.dated import day_in_name
from sorstudio.formats.mentions import without_mentions
from sorstudio.formats.narrow import belongs, problems_of
from sorstudio.formats.problems import Cancelled, Problem, UnreadableFile
from sorstudio.formats.quick_state import NotPlainError, QuickReader
from sorstudio.formats.raw import RawExtract, RawUnit
from sorstudio.formats.reading import chosen_parts, extract_part
from sorstudio.formats.recognise import Kind, sniff_bytes
from sorstudio.formats.table import read_table
from sorstudio.formats.tabular import Progress, Wanted
from sorstudio.model.bulk import without_collection
from sorstudio.model.codes import CodeLists, Municipality, fold
from sorstudio.model.records import UnitKind
from sorstudio.model.state import EMPTY, State
from sorstudio.model.timeline import Timeline

_OWNER_TYPE = "kommune"
_READ = 0.6
"""The share of the work that is done when the rows are there."""


@dataclass(frozen=True, slots=True)
class Municipal:
    """One municipality as a register shows it; addresses and other fields that no route asks for may be unknown.

    `municipality` is None for an owner of the type that the code lists do not know. With `problems` its rows could not
    be read, and `state` is empty.
    """

    municipality: Municipality | None
    owner: str
    name: str
    state: State
    problems: tuple[Problem, ...] = ()


def read_municipalities(
    path: Path, codes: CodeLists, today: date, day: date | None = None, progress: Progress | None = None
) -> Iterator[Municipal]:
    """The municipalities of a register file, folder or zip in the order of the file, as on `day` or today.

    `progress` answers False to stop. Raises UnreadableFile for what is no register; a municipality with faulty rows is
    told by itself and keeps none of the others back.
    """
    _tell(progress, 0.0)
    with without_collection():
        register = _read(path, codes, today)
        for place, owner in enumerate(register.owners):
            _tell(progress, _READ + (1 - _READ) * place / len(register.owners))
            yield register.municipal(owner, day or today)
    _tell(progress, 1.0)


def _tell(progress: Progress | None, value: float) -> None:
    if progress is not None and not progress(value):
        raise Cancelled


def _read(path: Path, codes: CodeLists, today: date) -> _Register:
    """A table of units alone is cut down, anything else is read by the careful readers."""
    parts = chosen_parts(load(path), has_mapping=False)
    kinds = {id(part): sniff_bytes(part.data) for part in parts}
    tables = [part for part in parts if kinds[id(part)] is Kind.REGISTER]
    servants = [part for part in parts if kinds[id(part)] is Kind.SERVANT]
    careful = [part for part in parts if part not in tables and part not in servants]
    beside = [extract_part(part, codes, Wanted()) for part in careful]
    is_cut = len(tables) == 1 and not any(extract.units for extract in beside)
    if is_cut:
        rows: _Rows = CutRows(read_table(tables[0].data, tables[0].name))
    else:
        beside = without_mentions([*(extract_part(part, codes, Wanted()) for part in tables), *beside])
        rows = _CarefulRows([extract for extract in beside if extract.units])
    register = _Register(rows, codes)
    others = register.others()
    beside += [_servant(part, codes, others) for part in servants]
    problems = [problem for extract in beside if not extract.units for problem in extract.problems]
    if problems:
        raise UnreadableFile(problems, path.name)
    register.tell(beside, day_of(beside) or day_in_name(path) or today)
    return register


def _servant(part: Part, codes: CodeLists, others: Set[str]) -> RawExtract:
    table = read_table(part.data, part.name)
    return number_tables.read(table, number_tables.servant_of(table.header) or number_tables.NUMBERS, codes, others)


class _Rows(Protocol):
    """The rows of all owners by their places in the file."""

    def links(self) -> list[tuple[str, str | None]]:
        """The unit and the parent of each row."""

    def top(self, place: int) -> tuple[str, UnitKind | None, str | None]:
        """Name, kind and unit type of a row."""

    def numbers(self, places: Iterable[int] | None = None) -> set[str]:
        """The location numbers that stand in some rows, or in all."""

    def plain(self, places: Sequence[int]) -> list[Line] | None:
        """Some rows as they are, where they are kept so."""

    def extracts(self, places: Sequence[int]) -> list[RawExtract]:
        """Some rows, as files of their own."""


class _CarefulRows:
    """Rows that the readers of whole files have read."""

    def __init__(self, extracts: Sequence[RawExtract]) -> None:
        self._extracts = extracts
        self._units = [(at, unit) for at, extract in enumerate(extracts) for unit in extract.units]

    def links(self) -> list[tuple[str, str | None]]:
        return [(unit.sor_id, unit.parent) for _, unit in self._units]

    def top(self, place: int) -> tuple[str, UnitKind | None, str | None]:
        unit = self._units[place][1]
        type_ = unit.fields.get("unit_type")
        return unit.name, unit.kind, type_ if isinstance(type_, str) else None

    def numbers(self, places: Iterable[int] | None = None) -> set[str]:
        return set()

    def plain(self, places: Sequence[int]) -> None:
        return None

    def extracts(self, places: Sequence[int]) -> list[RawExtract]:
        chosen: dict[int, list[RawUnit]] = defaultdict(list)
        for place in places:
            at, unit = self._units[place]
            chosen[at].append(unit)
        return [
            replace(self._extracts[at], units=tuple(units), problems=problems_of(self._extracts[at], units))
            for at, units in sorted(chosen.items())
        ]


@dataclass(frozen=True, slots=True)
class _Owner:
    sor_id: str
    name: str
    municipality: Municipality | None


class _Register:
    """The rows of all owners, and what is told of their numbers."""

    def __init__(self, rows: _Rows, codes: CodeLists) -> None:
        self._rows, self._codes = rows, codes
        self._quick: QuickReader | None = None
        self._links = rows.links()
        self._first: dict[str, int] = {}
        self._more: dict[str, list[int]] = defaultdict(list)
        self._below: dict[str, list[str]] = defaultdict(list)
        for place, (unit, parent) in enumerate(self._links):
            if self._first.setdefault(unit, place) != place:
                self._more[unit].append(place)
            if parent:
                self._below[parent].append(unit)
        self.owners = self._owners()
        self._places = {owner.sor_id: self._rows_of(owner.sor_id) for owner in self.owners}

    def others(self) -> Set[str]:
        """The numbers that stand with other owners only: most of what a national file tells is about them."""
        own = self._rows.numbers(place for places in self._places.values() for place in places)
        return self._rows.numbers() - own

    def tell(self, extracts: Sequence[RawExtract], shown: date) -> None:
        """What other files say about numbers, and the day of it all."""
        self._shown, self._told = shown, told_of(extracts, shown)
        if isinstance(self._rows, CutRows):
            self._quick = QuickReader(self._rows, self._told, self._codes, shown)

    def _owners(self) -> list[_Owner]:
        """The municipalities; of several owners with the name of one the likeliest."""
        found: dict[str, tuple[int, _Owner | None]] = {}
        for place, (unit, parent) in enumerate(self._links):
            if parent:
                continue
            name, kind, type_ = self._rows.top(place)
            known = self._codes.municipality(name)
            likely = self._likeliness(name, type_, known) if kind in (UnitKind.IE, None) else 0
            if likely > found.get(key := known.code if known else unit, (0, None))[0]:
                found[key] = likely, _Owner(unit, name, known)
        return [owner for _, owner in found.values() if owner is not None]

    def _likeliness(self, name: str, type_: str | None, known: Municipality | None) -> int:
        """0 is none: a practice may be named like the town that it is in."""
        is_type = type_ is not None and self._codes.unit_type(type_) == self._codes.unit_type(_OWNER_TYPE)
        is_called_so = known is not None and fold(name).endswith("kommune")
        is_silent = known is not None and type_ is None
        return 4 * is_called_so + 2 * is_type + is_silent

    def municipal(self, owner: _Owner, day: date) -> Municipal:
        """One municipality: quickly where its rows are plain, else as carefully as if it were read alone."""
        places = self._places[owner.sor_id]
        state = self._quickly(places, day)
        if state is not None:
            return Municipal(owner.municipality, owner.sor_id, owner.name, state)
        try:
            extracts = self._rows.extracts(places)
            baseline = assemble(extracts, codes=self._codes, day=self._shown, today=self._shown, told=self._told)
        except UnreadableFile as refusal:
            return Municipal(owner.municipality, owner.sor_id, owner.name, EMPTY, refusal.problems)
        return Municipal(owner.municipality, owner.sor_id, owner.name, Timeline(baseline, ()).state(day))

    def _quickly(self, places: Sequence[int], day: date) -> State | None:
        lines = self._rows.plain(places)
        if self._quick is None or lines is None:
            return None
        try:
            return self._quick.state(lines, [self._links[place] for place in places], day)
        except NotPlainError:
            return None

    def _rows_of(self, top: str) -> list[int]:
        """The places of an owner's rows in the order of the file."""
        inside, waiting = {top}, [top]
        while waiting:
            for unit in self._below.get(waiting.pop(), ()):
                if unit not in inside:
                    inside.add(unit)
                    waiting.append(unit)
        found = [self._first[unit] for unit in inside if unit in self._first]
        found += [place for unit in inside & self._more.keys() for place in self._more[unit]]
        return sorted(place for place in found if belongs(*self._links[place], inside, top))
