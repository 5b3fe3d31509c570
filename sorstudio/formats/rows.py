"""One row of a register table made into a raw unit; what is wrong with its cells is noted by line and column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from operator import itemgetter
from typing import TypeVar

from sorstudio.formats import cells as read
from sorstudio.formats.columns import Columns, Layout
from sorstudio.formats.id_checks import gln_damage, id_problems
from sorstudio.formats.problems import Problem
from sorstudio.formats.raw import RawUnit
from sorstudio.model.identifiers import IdProblem, clean_id, sor_id_problem
from sorstudio.model.records import UNKNOWN, Address, AddressUse, Contact, NumberState, UnitKind, Value

ADDRESS_PARTS = tuple(Address.__dataclass_fields__)
CONTACT_PARTS = tuple(Contact.__dataclass_fields__)
TEXT_FIELDS = (
    "cvr",
    "p_number",
    "provider_number",
    "shak",
    "local_code",
    "pharmacy_number",
    "organisational_level",
    "geographic_relation",
    "geographic_parent",
)
NUMBER_TEXTS = ("system", "vendor", "net_operator", "region", "administrator", "note")
NUMBER_TRUTHS = ("internal_only", "inactive")
_ID_FIELDS = frozenset({"cvr", "p_number", "provider_number", "shak", "geographic_parent"})
_MOST_SPECIALITIES = 8
_T = TypeVar("_T")


def fast_id(text: str) -> str:
    """The bare identifier; nearly all of them are digits only already."""
    if text.isdigit():
        return text
    if text[:2] == '="' and text[2:-1].isdigit() and text[-1] == '"':
        return text[2:-1]
    return clean_id(text)


def carried(columns: Columns) -> frozenset[str]:
    """The canonical fields that a table with these columns carries."""
    places = columns.places
    found = {"name", "parent", "kind"} | (places.keys() & {*TEXT_FIELDS, "gln", "valid_from", "valid_to", "first_from"})
    found |= {use for use in AddressUse if any(f"{use}_{part}" in places for part in ADDRESS_PARTS)}
    found |= {name for name in (*NUMBER_TEXTS, *NUMBER_TRUTHS) if f"number_{name}" in places}
    derived = {
        "unit_type": {"unit_type", "unit_type_code"},
        "cvr": {"owner_cvr"},
        "contact": set(CONTACT_PARTS),
        "number_state": {"gln", "number_flag"},
        "specialities": {f"{room}_{i}" for room in ("speciality", "speciality_name") for i in range(1, 9)},
        "successors": {"successors"},
    }
    found |= {name for name, sources in derived.items() if sources & places.keys()}
    return frozenset(str(name) for name in found)


class RowReader:
    """Reads the rows of one file; `problems` grows as it goes."""

    def __init__(self, columns: Columns, layout: Layout, source: str) -> None:
        self.problems: list[Problem] = []
        self._columns = columns
        self._layout = layout
        self._source = source
        self._width = len(columns.header)
        self._sor_id = columns.place("sor_id")
        self._parent = columns.place("parent")
        self._name = columns.place("name")
        self._kind = columns.place("kind")
        self._level = columns.place("level")
        self._gln = columns.place("gln")
        self._flag = columns.place("number_flag")
        self._mandatory = [name for name in ("sor_id", "name", "parent", "kind", "level") if name in columns]
        self._texts = [(name, columns.place(name), name in _ID_FIELDS) for name in TEXT_FIELDS if name in columns]
        self._types = [columns.place(name) for name in ("unit_type_code", "unit_type") if name in columns]
        self._addresses = [(str(use), parts) for use in AddressUse if (parts := self._parts(f"{use}_", ADDRESS_PARTS))]
        self._contact = self._parts("", CONTACT_PARTS)
        self._number_texts = self._parts("number_", NUMBER_TEXTS)
        self._number_truths = self._parts("number_", NUMBER_TRUTHS)
        self._specialities = self._speciality_places()
        # Nearly every row has none: looked at in one go.
        self._speciality_cells = itemgetter(*([place for places in self._specialities for place in places] or [0]))
        self._successors = columns.place("successors")

    def id_of(self, cells: Sequence[str]) -> str:
        """The unit's own SOR-ID as it stands, cleaned."""
        return fast_id(cells[self._sor_id]) if self._sor_id < len(cells) else ""

    def parent_of(self, cells: Sequence[str]) -> str | None:
        """The parent's SOR-ID, None where the cell is empty."""
        return (fast_id(cells[self._parent]) or None) if self._parent < len(cells) else None

    def name_of(self, cells: Sequence[str]) -> str:
        """The unit's name as it stands, cleaned; empty where the row is too short."""
        return read.one_line(cells[self._name]) if self._name < len(cells) else ""

    def unit(self, line: int, cells: Sequence[str]) -> RawUnit | None:
        """The unit of one row; None where the row is too short or has no SOR-ID to call it by."""
        if not self._is_whole(line, cells):
            return None
        if len(cells) < self._width:
            cells = [*cells, *[""] * (self._width - len(cells))]
        sor_id = fast_id(cells[self._sor_id])
        self._check(line, "sor_id", cells[self._sor_id], sor_id_problem(sor_id))
        name = read.one_line(cells[self._name])
        if not name:
            self._note("row.name_empty", line, "name")
        kind, level = self._kind_and_level(line, cells)
        gln, state = self._number(line, cells)
        start = self._date(line, cells, "valid_from")
        return RawUnit(
            line=line,
            sor_id=sor_id,
            name=name,
            parent=fast_id(cells[self._parent]) or None,
            kind=kind,
            level=level,
            gln=gln,
            number_state=state,
            fields=self._fields(cells, kind),
            number=self.number_fields(line, cells) if gln else {},
            specialities=self._speciality_codes(cells),
            successors=self._successor_ids(cells),
            valid_from=start,
            valid_to=self._end(line, cells, start),
            first_from=self._date(line, cells, "first_from"),
        )

    def _is_whole(self, line: int, cells: Sequence[str]) -> bool:
        """Missing cells at the end are fine, unless a mandatory one is among them; so are empty ones too many."""
        lacking = [name for name in self._mandatory if self._columns.place(name) >= len(cells)]
        if lacking:
            titles = ", ".join(self._columns.title(name) for name in lacking)
            self._note("row.cells_missing", line, lacking[0], columns=titles)
        if not self._layout.is_ragged and any(cell.strip() for cell in cells[self._width :]):
            self._note("row.cells_extra", line, "", count=len(cells), expected=self._width)
        return not lacking

    def _kind_and_level(self, line: int, cells: Sequence[str]) -> tuple[UnitKind | None, int | None]:
        kind = self._one_of(line, cells, self._kind, read.parse_kind, "kind")
        level = self._one_of(line, cells, self._level, read.parse_level, "level")
        is_told = self._kind >= 0 or self._level >= 0
        has_neither = (
            is_told
            and not (self._kind >= 0 and cells[self._kind].strip())
            and not (self._level >= 0 and cells[self._level].strip())
        )
        if has_neither:
            self._note("row.kind_empty", line, "kind" if self._kind >= 0 else "level")
        if kind is not None and level is not None and kind is not read.kind_of_level(level):
            self._note("row.level_kind", line, "level", str(level), kind=kind.value)
        return kind or (read.kind_of_level(level) if level is not None else None), level

    def _one_of(
        self, line: int, cells: Sequence[str], place: int, parse: Callable[[str], _T | None], name: str
    ) -> _T | None:
        text = read.bare(cells[place]) if place >= 0 else ""
        value = parse(text) if text else None
        if text and value is None:
            self._note(f"row.{name}_unknown", line, name, text)
        return value

    def _number(self, line: int, cells: Sequence[str]) -> tuple[str | None, NumberState | None]:
        gln = (fast_id(cells[self._gln]) or None) if self._gln >= 0 else None
        if gln:
            self._check(line, "gln", cells[self._gln], gln_damage(gln))
        text = read.bare(cells[self._flag]) if self._flag >= 0 else ""
        state = read.parse_flag(text) if text else None
        if text and state is None:
            self._note("row.flag_unknown", line, "number_flag", text)
        if state is NumberState.OWN and not gln:
            state = NumberState.NONE
        return gln, state

    def _fields(self, cells: Sequence[str], kind: UnitKind | None) -> dict[str, Value]:
        found: dict[str, Value] = {
            name: (fast_id(cells[place]) if is_id else read.bare(cells[place])) or None
            for name, place, is_id in self._texts
        }
        if self._types:
            found["unit_type"] = next((text for place in self._types if (text := read.bare(cells[place]))), None)
            if found["unit_type"] is None and "unit_type" in self._layout.unknown_when_empty:
                found["unit_type"] = UNKNOWN
        for use, parts in self._addresses:
            block = {part: text for part, place in parts if cells[place] and (text := read.bare(cells[place]))}
            found[use] = Address(**block) if block else None
        if self._contact:
            block = {part: text for part, place in self._contact if cells[place] and (text := read.bare(cells[place]))}
            found["contact"] = Contact(**block) if block else None
        self._add_owner_cvr(found, cells, kind)
        return found

    def _add_owner_cvr(self, found: dict[str, Value], cells: Sequence[str], kind: UnitKind | None) -> None:
        """The owner's CVR number stands on every row; it is the unit's own only on the owner's."""
        place = self._columns.place("owner_cvr")
        if place >= 0 and "cvr" not in found:
            found["cvr"] = (fast_id(cells[place]) or None) if kind is UnitKind.IE else UNKNOWN

    def number_fields(self, line: int, cells: Sequence[str]) -> dict[str, Value]:
        """What stands in a whole row about its location number."""
        found: dict[str, Value] = {name: read.bare(cells[place]) or None for name, place in self._number_texts}
        for name, place in self._number_truths:
            found[name] = read.parse_truth(read.bare(cells[place]))
        for name in ("valid_from", "valid_to"):
            if f"number_{name}" in self._columns:
                parse = read.first_day_after if name == "valid_to" else read.parse_date
                found[name] = self._day(line, cells, f"number_{name}", parse)
        return found

    def _speciality_codes(self, cells: Sequence[str]) -> tuple[str, ...]:
        if not self._specialities or not any(self._speciality_cells(cells)):
            return ()
        chosen = (next((text for p in places if (text := read.bare(cells[p]))), "") for places in self._specialities)
        return tuple(dict.fromkeys(code for code in chosen if code))

    def _successor_ids(self, cells: Sequence[str]) -> tuple[str, ...]:
        if self._successors < 0 or not cells[self._successors].strip():
            return ()
        listed = cells[self._successors].replace(",", " ").replace("|", " ").split()
        return tuple(found for part in listed if (found := clean_id(part)))

    def _date(self, line: int, cells: Sequence[str], name: str) -> date | None:
        return self._day(line, cells, name, read.parse_date) if name in self._columns else None

    def _end(self, line: int, cells: Sequence[str], start: date | None) -> date | None:
        if "valid_to" not in self._columns:
            return None
        end = self._day(line, cells, "valid_to", read.first_day_after)
        if end and start and end <= start:
            self._note("row.period", line, "valid_to", read.bare(cells[self._columns.place("valid_to")]))
        return end

    def _day(self, line: int, cells: Sequence[str], name: str, parse: Callable[[str], date | None]) -> date | None:
        text = read.bare(cells[self._columns.place(name)])
        if not text:
            return None
        try:
            return parse(text)
        except (ValueError, OverflowError):
            self._note("row.date", line, name, text)
            return None

    def _check(self, line: int, name: str, written: str, found: IdProblem | None) -> None:
        value = found.params.get("value") or written.strip() if found else ""
        self.problems.extend(id_problems(found, line, self._columns.title(name), value, self._source))

    def _note(self, code: str, line: int, name: str, value: str = "", **params: object) -> None:
        column = self._columns.title(name) if name else ""
        self.problems.append(Problem(code, line, column, value, self._source, params))

    def _parts(self, room: str, names: Sequence[str]) -> list[tuple[str, int]]:
        return [(name, self._columns.place(room + name)) for name in names if room + name in self._columns]

    def _speciality_places(self) -> list[list[int]]:
        rooms = [
            [self._columns.place(f"{room}_{i}") for room in ("speciality", "speciality_name")]
            for i in range(1, _MOST_SPECIALITIES + 1)
        ]
        return [found for places in rooms if (found := [place for place in places if place >= 0])]
