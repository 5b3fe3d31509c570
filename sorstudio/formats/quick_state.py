"""The state of one owner made straight from plain rows, where nothing about them needs a closer look."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from operator import itemgetter

from sorstudio.formats import cells as read
from sorstudio.formats.cut_rows import CutRows, Line
from sorstudio.formats.id_checks import gln_damage
from sorstudio.formats.raw import RawUnit
from sorstudio.formats.rows import CONTACT_PARTS, fast_id
from sorstudio.formats.structure import Placed, fits_below
from sorstudio.formats.versions import NUMBER_WORDS, Builder, Told
from sorstudio.model.codes import CodeLists
from sorstudio.model.records import UNKNOWN, Contact, NumberState, Record, RecordKind, Text, Unit, UnitKind, Unknown
from sorstudio.model.state import State, build_state

Pick = Callable[[Sequence[str]], tuple[str, ...]]
_SORT = ("kind", "level", "unit_type_code", "unit_type")
_DAYS = ("valid_from", "valid_to", "first_from")
_DIGITS = 13
Link = tuple[str, str | None]


class NotPlainError(Exception):
    """Something in the rows that the careful readers must judge."""


class QuickReader:
    """Makes states of rows, each unit one row: cells that say the same are judged once for the whole file."""

    def __init__(self, rows: CutRows, told: Told, codes: CodeLists, shown: date) -> None:
        self._rows, self._told, self._codes, self._shown = rows, told, codes, shown
        self._reader = rows.reader()
        columns, carries = rows.columns, rows.form.carries
        self._name, self._gln = columns.place("name"), columns.place("gln")
        self._sort_names = [name for name in _SORT if name in columns]
        self._day_names = [name for name in _DAYS if name in columns]
        self._contact_names = [name for name in CONTACT_PARTS if name in columns]
        self._sort_cells, self._day_cells, self._contact_cells = (
            _picked([columns.place(name) for name in names])
            for names in (self._sort_names, self._day_names, self._contact_names)
        )
        self._flag = columns.place("number_flag")
        self._has_numbers = bool(NUMBER_WORDS & carries)
        self._has_contact = "contact" in carries
        self._is_unknown = "unit_type" not in carries or "unit_type" in rows.layout.unknown_when_empty
        self._sort, self._days, self._state_of = cache(self._sort_of), cache(self._days_of), cache(_flag)
        self._sound_gln = cache(_sound_gln)

    def state(self, lines: Sequence[Line], links: Sequence[Link], day: date) -> State:
        """The state on a day, from rows with their SOR-IDs and parents.

        Raises NotPlainError where the rows are not as plain as that. Check digits are not looked at, nor are inherited
        numbers.
        """
        units: dict[str, Unit] = {}
        own: dict[str, Line] = {}
        for rank, ((line, cells), (key, parent)) in enumerate(zip(lines, links, strict=True)):
            if key in units or not key.isdigit():
                raise NotPlainError
            number_state = self._number_state(key, cells)
            units[key] = self._unit(cells, key, parent, float(rank), number_state)
            if number_state is NumberState.OWN:
                own[key] = line, cells
        self._check_tree(units)
        return build_state([*((RecordKind.UNIT, unit) for unit in units.values()), *self._numbers(own, units, day)])

    def _unit(
        self, cells: Sequence[str], key: str, parent: str | None, rank: float, number_state: NumberState | Unknown
    ) -> Unit:
        name = read.one_line(cells[self._name])
        if not name:
            raise NotPlainError
        kind, type_ = self._sort(self._sort_cells(cells))
        days = self._days(self._day_cells(cells))
        contact = self._contact(cells)
        return Unit(
            key, kind, name, parent, rank, key, type_, number_state, *_ADDRESSES, contact, *_OTHERS, False, *days
        )

    def _contact(self, cells: Sequence[str]) -> Contact | Unknown | None:
        if not self._has_contact:
            return UNKNOWN
        texts = self._contact_cells(cells)
        if not any(texts):
            return None
        parts = {name: text for name, text in zip(self._contact_names, map(read.bare, texts), strict=True) if text}
        return Contact(**parts) if parts else None

    def _sort_of(self, cells: tuple[str, ...]) -> tuple[UnitKind, Text]:
        """Kind and unit type. A level beside the kind, or instead of it, is for the careful readers."""
        told = dict(zip(self._sort_names, map(read.bare, cells), strict=True)).get
        kind = read.parse_kind(told("kind", ""))
        if kind is None or told("level"):
            raise NotPlainError
        text = told("unit_type_code") or told("unit_type")
        if not text:
            return kind, UNKNOWN if self._is_unknown else None
        known = self._codes.unit_type(text)
        return kind, known.code if known else text

    def _days_of(self, cells: tuple[str, ...]) -> tuple[date | None, date | None, date | None]:
        """First day, end and first day of all."""
        told = dict(zip(self._day_names, map(read.bare, cells), strict=True)).get
        start, end = _day(told("valid_from"), read.parse_date), _day(told("valid_to"), read.first_day_after)
        if start is not None and end is not None and end <= start:
            raise NotPlainError
        return start, end, _day(told("first_from"), read.parse_date)

    def _number_state(self, key: str, cells: Sequence[str]) -> NumberState | Unknown:
        state = self._state_of(cells[self._flag]) if self._flag >= 0 else None
        if state is not None and state is not NumberState.OWN:
            return state
        gln = self._sound_gln(cells[self._gln]) if self._gln >= 0 else None
        if state is NumberState.OWN:
            return state if gln else NumberState.NONE
        if gln or key in self._told.by_owner:
            raise NotPlainError  # whose number it is depends on the unit above, or on another file
        return NumberState.NONE if self._has_numbers else UNKNOWN

    def _check_tree(self, units: Mapping[str, Unit]) -> None:
        for unit in units.values():
            above = units.get(unit.parent) if unit.parent is not None else None
            if not fits_below(unit.kind, above.kind if above else None):
                raise NotPlainError

    def _numbers(
        self, own: Mapping[str, Line], units: Mapping[str, Unit], day: date
    ) -> list[tuple[RecordKind, Record]]:
        """Numbers and their message types, as the careful readers make them: much can be told of each."""
        form = self._rows.form
        rows = {key: [Placed(form, self._raw(units[key], *line))] for key, line in own.items()}
        states = {(key, 0): (NumberState.OWN, found[0].unit.gln) for key, found in rows.items()}
        builder = Builder(rows, states, self._told, self._codes, self._shown)
        found: list[tuple[RecordKind, Record]] = []
        for key in rows:
            made = builder.number_on(key, day)
            if made is not None:
                found.append((RecordKind.NUMBER, made[0]))
                found.extend((RecordKind.CAPABILITY, one) for one in made[1])
        return found

    def _raw(self, unit: Unit, line: int, cells: Sequence[str]) -> RawUnit:
        faults = len(self._reader.problems)
        told = self._reader.number_fields(line, cells)
        end = told.get("valid_to")
        if len(self._reader.problems) > faults or (isinstance(end, date) and end <= self._shown):
            raise NotPlainError
        gln = self._sound_gln(cells[self._gln])
        return RawUnit(line, unit.key, unit.name, unit.parent, number=told, gln=gln, valid_from=unit.valid_from)


_ADDRESSES = (UNKNOWN,) * 3
_OTHERS = (UNKNOWN,) * 13
"""From the CVR number to the level of reporting, which no route asks for."""


def _picked(places: Sequence[int]) -> Pick:
    """The cells at some places as a tuple."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda cells: tuple(cells[place] for place in places)


def _day(written: str | None, parse: Callable[[str], date | None]) -> date | None:
    try:
        return parse(written) if written else None
    except (ValueError, OverflowError):
        raise NotPlainError from None


def _flag(text: str) -> NumberState | None:
    written = read.bare(text)
    found = read.parse_flag(written) if written else None
    if written and found is None:
        raise NotPlainError
    return found


def _sound_gln(text: str) -> str | None:
    gln = fast_id(text) or None
    if gln and not (len(gln) == _DIGITS and gln.isdigit()) and gln_damage(gln) is not None:
        raise NotPlainError
    return gln
