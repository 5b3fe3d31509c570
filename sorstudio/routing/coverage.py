"""Who receives what in a municipality: each area and each message as one cell, so that the holes can be seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from sorstudio.model.areas import Ground
from sorstudio.model.codes import Area, CodeLists
from sorstudio.routing.answer import Answer, Reason, Receiver
from sorstudio.routing.book import RoutingBook
from sorstudio.routing.directory import Directory
from sorstudio.routing.numbers import Fit, fit
from sorstudio.routing.question import Question
from sorstudio.routing.route import receiver_at, route


class CellState(StrEnum):
    """How an area stands with a message."""

    ANSWERED = "answered"
    ORDERED = "ordered"
    GAP = "gap"
    SEVERAL = "several"
    NOT_MEANT = "not_meant"
    UNEXPECTED = "unexpected"


FAULTY = frozenset({CellState.GAP, CellState.SEVERAL, CellState.UNEXPECTED})
_NOT_OURS = frozenset({Reason.WRONG_AUTHORITY, Reason.WRONG_AREA, Reason.NOT_BY_NUMBER})


@dataclass(frozen=True, slots=True)
class Column:
    """Message types that serve one purpose, the one that is wanted most first."""

    types: tuple[str, ...]

    @property
    def code(self) -> str:
        """The type that the column is called by."""
        return self.types[0]


@dataclass(frozen=True, slots=True)
class Cell:
    """One area and one message. `types` are the forms that the area takes, `type` is the form that the state is about.

    `receivers` is the one of an answered cell, those among whom a sender cannot choose, or those who take what the area
    does not use.
    """

    area: str
    column: Column
    state: CellState
    type: str
    types: tuple[str, ...] = ()
    answer: Answer | None = None
    receivers: tuple[Receiver, ...] = ()

    @property
    def reason(self) -> Reason | None:
        """Why nobody answers."""
        return self.answer.reason if self.answer is not None else None

    @property
    def is_faulty(self) -> bool:
        """Whether somebody should do something about it."""
        return self.state in FAULTY


@dataclass(frozen=True)
class Coverage:
    """All cells: a row for each area in the order of the headings, a cell for each column."""

    directory: Directory
    columns: tuple[Column, ...]
    areas: tuple[Area, ...]
    cells: Mapping[tuple[str, str], Cell]

    def row(self, area: str) -> tuple[Cell, ...]:
        """The cells of an area in the order of the columns."""
        return tuple(self.cells[area, column.code] for column in self.columns)

    def at(self, area: str, type_: str) -> Cell:
        """The cell of an area where a message type belongs, in whatever form; KeyError where no column has it."""
        column = next((one.code for one in self.columns if type_ in one.types), type_)
        return self.cells[area, column]

    def count(self, state: CellState) -> int:
        """How many cells stand so."""
        return sum(cell.state is state for cell in self.cells.values())

    @cached_property
    def used(self) -> Mapping[tuple[str, str], tuple[Cell, ...]]:
        """The answered cells by whose number answers them, and with which type."""
        found: dict[tuple[str, str], list[Cell]] = defaultdict(list)
        for cell in self.cells.values():
            if cell.state is CellState.ANSWERED:
                found[cell.receivers[0].giver, cell.type].append(cell)
        return {key: tuple(cells) for key, cells in found.items()}


def coverage(directory: Directory) -> Coverage:
    """Every area asked for every message that it is to receive; and what its units take besides."""
    columns = columns_of(directory.codes, directory.book)
    areas = areas_in_order(directory.codes)
    unexpected = _unexpected(directory)
    cells = {
        (area.code, column.code): _cell(directory, area, column, unexpected) for area in areas for column in columns
    }
    return Coverage(directory, columns, areas, cells)


def areas_in_order(codes: CodeLists) -> tuple[Area, ...]:
    """The areas under their headings."""
    order = {heading.code: place for place, heading in enumerate(codes.headings)}
    return tuple(sorted(codes.areas, key=lambda area: order.get(area.heading, len(order))))


def columns_of(codes: CodeLists, book: RoutingBook) -> tuple[Column, ...]:
    """The messages that any area is to receive at a number; what serves one purpose is one column."""
    groups = _purposes(book)
    wanted = dict.fromkeys(type_ for area in areas_in_order(codes) for type_ in meant_for(codes, book, area))
    found = {groups.get(type_, (type_,)): None for type_ in wanted}
    kept = [Column(tuple(one for one in group if one in wanted)) for group in found]
    return tuple(sorted(kept, key=lambda column: column.types == book.correspondence))


def meant_for(codes: CodeLists, book: RoutingBook, area: Area) -> tuple[str, ...]:
    """What an area is to receive at a number; receipts and attachments are left out, for they follow the messages."""
    follows = (one for one in area.receives if one in book.attachments or codes.messages.is_receipt(one))
    left_out = frozenset(follows)
    return tuple(one for one in area.receives if one not in left_out and _goes_to_a_number(codes, one))


def taking(directory: Directory, area: str, type_: str) -> Mapping[str, tuple[str, ...]]:
    """The units among whom a sender finds the receiver, by whose number takes the type; empty where nobody does."""
    version = current(directory.codes, type_)
    for _, group in directory.area(area).tiers:
        found: dict[str, list[str]] = defaultdict(list)
        for key in group:
            giver = directory.places[key].giver
            if giver is not None and fit(directory, giver, type_, version) is Fit.RECEIVES:
                found[giver].append(key)
        if found:
            return {giver: tuple(keys) for giver, keys in found.items()}
    return {}


def current(codes: CodeLists, type_: str) -> str:
    """The version that is asked for where none is named."""
    found = codes.message_versions(type_)
    return found[0].version if found else ""


def _goes_to_a_number(codes: CodeLists, type_: str) -> bool:
    found = codes.message_type(type_)
    return found is not None and found.is_registrable


def _purposes(book: RoutingBook) -> dict[str, tuple[str, ...]]:
    """The group of each type; the type that names the others first leads them."""
    found: dict[str, tuple[str, ...]] = dict.fromkeys(book.correspondence, book.correspondence)
    for lead, others in book.alternatives.items():
        if lead not in found:
            group = (lead, *(one for one in others if one not in found))
            found.update(dict.fromkeys(group, group))
    return found


def _cell(directory: Directory, area: Area, column: Column, unexpected: Mapping[tuple[str, str], list[str]]) -> Cell:
    meant = meant_for(directory.codes, directory.book, area)
    types = tuple(one for one in column.types if one in meant)
    if types:
        return _asked(directory, area.code, column, types)
    for type_ in column.types:
        units = unexpected.get((area.code, type_), ())
        if units:
            version = current(directory.codes, type_)
            receivers = tuple(receiver_at(directory, key, (type_, version)) for key in units)
            return Cell(area.code, column, CellState.UNEXPECTED, type_, receivers=receivers)
    return Cell(area.code, column, CellState.NOT_MEANT, column.code)


def _asked(directory: Directory, area: str, column: Column, types: tuple[str, ...]) -> Cell:
    """The first form that somebody takes; where nobody does, what is said of the form that is wanted most."""
    answers = [(type_, route(directory, Question(area=area, message=type_, day=directory.day))) for type_ in types]
    for type_, answer in answers:
        if answer.receiver is not None:
            return Cell(area, column, CellState.ANSWERED, type_, types, answer, (answer.receiver,))
        if answer.reason is Reason.TWO_CANDIDATES:
            return Cell(area, column, CellState.SEVERAL, type_, types, answer, _several(directory, area, type_))
    waiting = next((one for one in answers if _is_on_its_way(directory, *one)), None)
    if waiting is not None:
        return Cell(area, column, CellState.ORDERED, waiting[0], types, waiting[1])
    type_, answer = answers[0]
    is_gap = answer.reason not in _NOT_OURS and any(directory.book.is_needed(one, area) for one in types)
    state = CellState.GAP if is_gap else CellState.NOT_MEANT
    return Cell(area, column, state, type_, types, answer)


def _several(directory: Directory, area: str, type_: str) -> tuple[Receiver, ...]:
    """One for each number: those who have it as their own where any has, as the route chooses."""
    version = current(directory.codes, type_)
    by_gln: dict[str, Receiver] = {}
    found = taking(directory, area, type_)
    own = {giver: keys for giver, keys in found.items() if giver in keys}
    for keys in (own or found).values():
        one = receiver_at(directory, keys[0], (type_, version))
        by_gln.setdefault(one.gln, one)
    return tuple(by_gln.values())


def _is_on_its_way(directory: Directory, type_: str, answer: Answer) -> bool:
    """Whether the number that is ordered will take the type."""
    if answer.reason is not Reason.NUMBER_ORDERED:
        return False
    givers = (giver for key in answer.units if (giver := directory.places[key].giver) is not None)
    return any(
        (number := directory.number(giver)) is not None and number.gln is None and type_ in directory.received(giver)
        for giver in givers
    )


def _unexpected(directory: Directory) -> Mapping[tuple[str, str], list[str]]:
    """By area and type: the units told of by offer or name whose own number takes what nobody at that number uses."""
    used = _used_at(directory)
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for area, units in directory.areas.items():
        for key in (*units.by_ground.get(Ground.OFFER, ()), *units.by_ground.get(Ground.NAME, ())):
            if directory.places[key].giver == key:
                for type_ in directory.received(key):
                    if type_ not in used[key]:
                        found[area, type_].append(key)
    return found


def _used_at(directory: Directory) -> Mapping[str, set[str]]:
    """What the areas of all units at a number are to receive, with every form of it."""
    groups = _purposes(directory.book)
    found: dict[str, set[str]] = defaultdict(set)
    for giver, area in _areas_at(directory):
        for type_ in area.receives:
            found[giver].update(groups.get(type_, (type_,)))
    return found


def _areas_at(directory: Directory) -> Iterator[tuple[str, Area]]:
    for code, units in directory.areas.items():
        area = directory.codes.area(code)
        for keys in units.by_ground.values():
            for key in keys:
                giver = directory.places[key].giver
                if giver is not None and area is not None:
                    yield giver, area
