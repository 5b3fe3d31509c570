"""The referral table: which number takes which message for each offer, worked out from routes and never typed again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from sorstudio.model.areas import area_of_offer
from sorstudio.model.codes import Municipality
from sorstudio.model.records import Direction, LocationNumber, MessageCapability, OfferText, RecordKind, Unit
from sorstudio.model.state import State
from sorstudio.routing.answer import Alternative, Answer, Reason, Receiver
from sorstudio.routing.book import Move
from sorstudio.routing.directory import Directory
from sorstudio.routing.question import Question
from sorstudio.routing.route import route

_Part: TypeAlias = Unit | LocationNumber | MessageCapability


class NumberSource(StrEnum):
    """Whether the receiver has the number itself or uses one from above."""

    OWN = "own"
    INHERITED = "inherited"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One offer, or one area without offers, in one municipality for one message type.

    `municipality`, `area`, `offer` and `message` are codes, an empty `offer` is the area as such. `valid_to` is the
    first day on which the row no longer holds. `moves` is who takes over the task on that day or later. `unit` and
    `giver` are keys for those who look further; they are not part of the table.
    """

    municipality: str
    area: str
    offer: str
    offer_name: str
    message: str
    version: str
    direction: Direction
    sor_id: str
    gln: str
    source: NumberSource
    receiver: str
    phone: str = ""
    phone_hours: str = ""
    description_url: str = ""
    patient_url: str = ""
    criteria: str = ""
    phrase: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    authority: str = ""
    moves: Move | None = None
    checked: date | None = None
    unit: str = ""
    giver: str = ""

    @property
    def question(self) -> Question:
        """What a sender asks to get this row."""
        return Question(None if self.offer else self.area, self.offer or None, self.message, self.version)


@dataclass(frozen=True, slots=True)
class Hole:
    """An offer or area and a message type that it is to receive, with no receiver; `answer` says why and how."""

    municipality: str
    area: str
    offer: str
    offer_name: str
    message: str
    answer: Answer

    @property
    def question(self) -> Question:
        """What a sender asks in vain."""
        return self.answer.question

    @property
    def reason(self) -> Reason:
        """Why there is no receiver."""
        if self.answer.reason is None:
            raise ValueError("a hole has a reason")
        return self.answer.reason

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """What comes nearest."""
        return self.answer.alternatives


@dataclass(frozen=True, slots=True)
class Table:
    """The rows and the holes, each in the order of the catalogue."""

    rows: tuple[TableRow, ...] = ()
    holes: tuple[Hole, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One offer, or one area as such, with the message types that it is to receive."""

    area: str
    offer: str
    name: str
    messages: tuple[str, ...] = ()

    def asked(self, message: str) -> Question:
        """The question for one of the messages."""
        return Question(None if self.offer else self.area, self.offer or None, message)


def table(directory: Directory, later: State | None = None) -> Table:
    """The table of one municipality on the directory's day: one row or one hole for every entry and message.

    `later` is the state after everything that is planned; it knows the ends that the state of a day does not.
    """
    rows: list[TableRow] = []
    holes: list[Hole] = []
    maker = _Maker(directory, later)
    for entry in entries(directory):
        for message in entry.messages:
            found = maker.answer(entry, entry.asked(message))
            if isinstance(found, TableRow):
                rows.append(found)
            else:
                holes.append(Hole(maker.municipality, entry.area, entry.offer, entry.name, message, found))
    return Table(tuple(rows), tuple(holes))


def joined(tables: Iterable[Table]) -> Table:
    """The tables of several municipalities as one."""
    found = tuple(tables)
    return Table(tuple(row for one in found for row in one.rows), tuple(hole for one in found for hole in one.holes))


def entries(directory: Directory) -> Iterator[Entry]:
    """Every offer that a unit provides or provided; and every area that has units and none of them an offer of it."""
    placed = _placed(directory)
    for offer in directory.codes.offers:
        if offer.code in placed:
            yield Entry(offer.area_code, offer.code, offer.name_da, offer.receives)
    for own in directory.state.offers():
        if own.key in placed:
            area = directory.codes.area(own.area or "")
            yield Entry(own.area or "", own.key, own.name, area.receives if area else directory.book.correspondence)
    covered = {area_of_offer(directory.codes, directory.state, offer) for offer in placed}
    for one in directory.codes.areas:
        if one.code not in covered and directory.area(one.code).by_ground:
            yield Entry(one.code, "", one.name_da, one.receives)


def _placed(directory: Directory) -> frozenset[str]:
    ended = {one.offer for unit in directory.ended for one in directory.state.placements(unit.key)}
    return frozenset(ended.union(directory.offering))


class _Maker:
    """Makes rows of receivers; what is the same for a whole municipality is found once."""

    def __init__(self, directory: Directory, later: State | None) -> None:
        self._directory = directory
        self._states = (directory.state, later) if later is not None else (directory.state,)
        own: Municipality | None = directory.municipality
        self.municipality = own.code if own else ""
        self._authority = own.official_name if own else ""

    def answer(self, entry: Entry, asked: Question) -> TableRow | Answer:
        """The row of a receiver, or the answer that there is none.

        After everything planned a unit may begin when its task has moved already: its row would never hold.
        """
        answer = route(self._directory, asked)
        if answer.receiver is None:
            return answer
        row = self._row(entry, answer.receiver)
        if row.valid_from is not None and row.moves is not None and row.valid_from >= row.moves.day:
            return route(self._directory, replace(asked, day=row.valid_from))
        return row

    def _row(self, entry: Entry, found: Receiver) -> TableRow:
        unit = self._directory.state.units[found.unit]
        text = self._text(entry)
        moves = self._directory.book.move_of(entry.area, entry.offer, date.max)
        begin, end = self._period(unit, found, moves)
        return TableRow(
            municipality=self.municipality,
            area=entry.area,
            offer=entry.offer,
            offer_name=entry.name,
            message=found.type,
            version=found.version,
            direction=Direction.IN,
            sor_id=unit.sor_id or "",
            gln=found.gln,
            source=NumberSource.INHERITED if found.is_inherited else NumberSource.OWN,
            receiver=unit.name,
            phone=text.phone or found.phone or "",
            phone_hours=text.phone_hours or "",
            description_url=text.description_url or "",
            patient_url=text.patient_url or "",
            criteria=text.criteria or "",
            phrase=text.phrase or "",
            valid_from=begin,
            valid_to=end,
            authority=text.authority or self._authority,
            moves=moves,
            checked=text.checked,
            unit=found.unit,
            giver=found.giver,
        )

    def _text(self, entry: Entry) -> OfferText:
        """What senders are told of an offer; of an area as such what they are told of its main offer."""
        main = self._directory.codes.main_offer(entry.area)
        return self._directory.state.offer_text(entry.offer or (main.code if main else "")) or OfferText("")

    def _period(self, unit: Unit, found: Receiver, moves: Move | None) -> tuple[date | None, date | None]:
        """As long as all hold that the row is made of: unit, number, message type, and the task itself."""
        ends = [moves.day] if moves is not None else []
        begins: list[date] = []
        for kind, one in self._parts(unit, found):
            if one.valid_from is not None:
                begins.append(one.valid_from)
            ends.extend(self._ends(kind, one.key))
        return max(begins, default=None), min(ends, default=None)

    def _ends(self, kind: RecordKind, key: str) -> Iterator[date]:
        for state in self._states:
            record = state.record(kind, key)
            if isinstance(record, Unit | LocationNumber | MessageCapability) and record.valid_to is not None:
                yield record.valid_to

    def _parts(self, unit: Unit, found: Receiver) -> Iterator[tuple[RecordKind, _Part]]:
        yield RecordKind.UNIT, unit
        if found.giver != found.unit:
            yield RecordKind.UNIT, self._directory.state.units[found.giver]
        number = self._directory.number(found.giver)
        if number is None:
            return
        yield RecordKind.NUMBER, number
        for one in self._directory.state.capabilities(number.key):
            if one.direction is Direction.IN and (one.type, one.version) == (found.type, found.version):
                yield RecordKind.CAPABILITY, one
