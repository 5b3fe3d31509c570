"""Rows of the register made into versions of records: units, location numbers, message types, specialities."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from sorstudio.formats.numbers import Spot, State
from sorstudio.formats.raw import RawCapability, RawExtract, RawNumber
from sorstudio.formats.structure import Placed, Versions, version_on
from sorstudio.model import records
from sorstudio.model.baseline import Version
from sorstudio.model.codes import CodeLists
from sorstudio.model.records import UNKNOWN, NumberState, Record, RecordKind, UnitKind, Value

UNIT_FIELDS = (
    "unit_type",
    "postal",
    "visiting",
    "activity",
    "contact",
    "cvr",
    "p_number",
    "provider_number",
    "shak",
    "local_code",
    "pharmacy_number",
    "kombit_id",
    "organisational_level",
    "geographic_relation",
    "geographic_parent",
    "ambulant",
    "admits_patients",
    "reporting_level",
)
NUMBER_FIELDS = (
    "system",
    "vendor",
    "net_operator",
    "region",
    "administrator",
    "internal_only",
    "inactive",
    "note",
)
NUMBER_WORDS = frozenset({"gln", "number_state", "location_number"})
# MedCom maps only 20 unit types: an empty one in its files says nothing.
_UNKNOWN_TYPE_WHEN_EMPTY = frozenset({"fhir", "eer_csv"})
Period = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Span:
    """A record and the period in which it holds."""

    start: date | None
    end: date | None
    record: Record


@dataclass(frozen=True, slots=True)
class Told:
    """What other files say about location numbers: their fields, their message types, and for which these are known."""

    numbers: Mapping[str, RawNumber]
    by_owner: Mapping[str, RawNumber]
    number_fields: frozenset[str]
    capabilities: Mapping[str, Sequence[RawCapability]]
    is_complete: bool
    listed: frozenset[str]

    def knows(self, gln: str) -> bool:
        """Whether the message types of a number are known, none included."""
        return self.is_complete or gln in self.listed


class Builder:
    """Builds every version of every record of one register."""

    def __init__(self, units: Versions, states: Mapping[Spot, State], told: Told, codes: CodeLists, day: date) -> None:
        self._units = units
        self._states = states
        self._told = told
        self._day = day
        self._type_code: Callable[[str], str] = cache(lambda text: _code_of(codes.unit_type(text), text))
        self._speciality_code: Callable[[str], str] = cache(lambda text: _code_of(codes.speciality(text), text))
        self._defaults: dict[int, dict[str, Value]] = {}

    def build(self) -> Iterator[Version]:
        """Units first, each followed by what belongs to it."""
        for rank, (key, rows) in enumerate(self._units.items()):
            periods = self._periods(rows)
            for place, (row, period) in enumerate(zip(rows, periods, strict=True)):
                unit = self._unit((key, place), row, float(rank), is_last=place == len(rows) - 1)
                yield Version(RecordKind.UNIT, unit, *period)
            open_ended = [*periods[:-1], (periods[-1][0], None)]
            yield from self._numbers(key, rows, open_ended)
            yield from self._specialities(key, rows, open_ended)

    def number_on(
        self, key: str, day: date
    ) -> tuple[records.LocationNumber, Iterable[records.MessageCapability]] | None:
        """The number of a unit of one version and its message types, where the unit has come by that day."""
        (row,) = self._units[key]
        start = row.unit.valid_from
        if start is not None and start > max(self._day, day):
            return None
        found = self._number(key, row)
        return found, self._types_of(found)

    def _periods(self, rows: Sequence[Placed]) -> list[Period]:
        """A version ends where the next begins; the oldest is without start unless it is still to come."""
        first = rows[0].unit.valid_from
        starts: list[date | None] = [first if first is not None and first > self._day else None]
        starts += [row.unit.valid_from for row in rows[1:]]
        return [*pairwise(starts), (starts[-1], rows[-1].unit.valid_to)]

    def _unit(self, spot: Spot, row: Placed, rank: float, *, is_last: bool) -> records.Unit:
        raw = row.unit
        values = {**self._default_fields(row.extract), **raw.fields}
        values["unit_type"] = self._unit_type(row.extract, values["unit_type"])
        has_numbers = bool(NUMBER_WORDS & row.extract.carries) or raw.gln is not None or raw.number_state is not None
        return records.Unit(
            key=spot[0],
            kind=raw.kind or self._kind_by_depth(row),
            name=raw.name,
            parent=raw.parent,
            rank=rank,
            sor_id=spot[0],
            number_state=self._states[spot][0] if has_numbers else UNKNOWN,
            specialities_known="specialities" in row.extract.carries,
            valid_from=raw.valid_from,
            valid_to=raw.valid_to if is_last else None,
            first_from=raw.first_from,
            **values,  # type: ignore[arg-type]
        )

    def _default_fields(self, extract: RawExtract) -> Mapping[str, Value]:
        """Empty where the layout has the field, unknown where it does not."""
        if id(extract) not in self._defaults:
            self._defaults[id(extract)] = {name: None if name in extract.carries else UNKNOWN for name in UNIT_FIELDS}
        return self._defaults[id(extract)]

    def _unit_type(self, extract: RawExtract, value: Value) -> Value:
        if value is None and extract.layout in _UNKNOWN_TYPE_WHEN_EMPTY:
            return UNKNOWN
        return self._type_code(value) if isinstance(value, str) else value

    def _kind_by_depth(self, row: Placed) -> UnitKind:
        """For files that name neither kind nor level."""
        above = self._units.get(row.unit.parent or "")
        if above is None:
            return UnitKind.IE
        parent = version_on(above, row.unit.valid_from or date.min).unit
        return UnitKind.OE if parent.parent else UnitKind.SI

    def _numbers(self, key: str, rows: Sequence[Placed], periods: Sequence[Period]) -> Iterator[Version]:
        spans = [
            Span(*period, self._number(key, row))
            for place, (row, period) in enumerate(zip(rows, periods, strict=True))
            if self._states[key, place][0] is NumberState.OWN
        ]
        for span in merged(spans):
            yield Version(RecordKind.NUMBER, span.record, span.start, span.end)
        yield from self._capabilities(spans)

    def _number(self, key: str, row: Placed) -> records.LocationNumber:
        gln = row.unit.gln or ""
        told = self._told.numbers.get(gln)
        fields = {name: None if self._carries(row, name) else UNKNOWN for name in NUMBER_FIELDS} | dict(row.unit.number)
        if told is not None:
            fields |= {name: value for name, value in told.fields.items() if value is not None or not fields.get(name)}
        start = fields.pop("valid_from", None) or (told.valid_from if told else None)
        end = fields.pop("valid_to", None) or (told.valid_to if told else None)
        known = {name: value for name, value in fields.items() if name in NUMBER_FIELDS}
        return records.LocationNumber(
            key=records.number_key(key, gln),
            unit=key,
            gln=gln,
            messages_known=self._told.knows(gln),
            valid_from=start if isinstance(start, date) else None,
            valid_to=end if isinstance(end, date) else None,
            **known,  # type: ignore[arg-type]
        )

    def _carries(self, row: Placed, name: str) -> bool:
        gln = row.unit.gln or ""
        return name in row.extract.carries or (gln in self._told.numbers and name in self._told.number_fields)

    def _capabilities(self, spans: Sequence[Span]) -> Iterator[Version]:
        """A number's types hold as long as the file shows the number."""
        for record in {span.record.key: span.record for span in spans}.values():
            own = [Span(span.start, span.end, record) for span in spans if span.record.key == record.key]
            for span in merged(own):
                for capability in self._types_of(span.record):
                    yield Version(RecordKind.CAPABILITY, capability, span.start, span.end)

    def _types_of(self, number: Record) -> Iterable[records.MessageCapability]:
        if not isinstance(number, records.LocationNumber) or number.gln is None:
            return ()
        found: dict[str, records.MessageCapability] = {}
        for raw in self._told.capabilities.get(number.gln, ()):
            key = records.capability_key(number.key, raw.type, raw.version, raw.direction)
            found[key] = records.MessageCapability(key, number.key, raw.type, raw.version, raw.direction)
        return found.values()

    def _specialities(self, key: str, rows: Sequence[Placed], periods: Sequence[Period]) -> Iterator[Version]:
        by_key: dict[str, list[Span]] = {}
        for row, period in zip(rows, periods, strict=True):
            codes = dict.fromkeys(self._speciality_code(text) for text in row.unit.specialities)
            for priority, code in enumerate(codes, start=1):
                member = records.SpecialityMember(records.speciality_key(key, code), key, code, priority)
                by_key.setdefault(member.key, []).append(Span(*period, member))
        for spans in by_key.values():
            for span in merged(spans):
                yield Version(RecordKind.SPECIALITY, span.record, span.start, span.end)


def _code_of(found: object, text: str) -> str:
    code = getattr(found, "code", text)
    return code if isinstance(code, str) else text


def merged(spans: Sequence[Span]) -> list[Span]:
    """Equal records that follow each other without a gap are one."""
    found: list[Span] = []
    for span in spans:
        last = found[-1] if found else None
        if last is not None and last.record == span.record and last.end is not None and last.end == span.start:
            found[-1] = Span(last.start, span.end, span.record)
        else:
            found.append(span)
    return found


def successions(units: Versions, extracts: Iterable[RawExtract]) -> Iterator[Version]:
    """Who took over from whom, where the file holds both."""
    pairs = [(key, successor) for key, rows in units.items() for row in rows for successor in row.unit.successors]
    pairs += [pair for extract in extracts for pair in extract.successions]
    for unit, successor in dict.fromkeys(pairs):
        if unit in units and successor in units and unit != successor:
            key = records.succession_key(unit, successor)
            yield Version(RecordKind.SUCCESSION, records.Succession(key, unit, successor))
