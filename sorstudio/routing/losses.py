"""What falls silent: the messages without a receiver once a unit closes, or a number or a system is gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sorstudio.model.codes import CodeLists
from sorstudio.model.records import LocationNumber, MessageCapability, Unit, Unknown
from sorstudio.model.state import State
from sorstudio.routing.coverage import Cell, CellState, Coverage, coverage
from sorstudio.routing.directory import Directory
from sorstudio.routing.question import Question
from sorstudio.routing.route import route


class PointKind(StrEnum):
    """What may be gone."""

    NUMBER = "number"
    UNIT = "unit"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class SinglePoint:
    """Something that messages hang on alone: a unit by its key, a number by the unit that has it, a system by name.

    `cells` had a receiver and have none without it.
    """

    kind: PointKind
    key: str
    name: str
    cells: tuple[Cell, ...]


class _Without(Directory):
    """The same municipality as if some units and numbers were no longer in force."""

    def __init__(self, directory: Directory, gone: Collection[str]) -> None:
        self._gone = gone
        super().__init__(directory.state, directory.codes, directory.day, directory.municipality, directory.book)

    def is_in_force(self, one: Unit | LocationNumber | MessageCapability) -> bool:
        return one.key not in self._gone and super().is_in_force(one)


def lost_between(before: Coverage, after: Directory) -> tuple[Cell, ...]:
    """The cells that had a receiver and have none any more; a choice that nobody can make is none."""
    return tuple(
        cell for cell in before.cells.values() if cell.state is CellState.ANSWERED and not _is_answered(after, cell)
    )


def breaks_when_closed(state: State, unit: str, codes: CodeLists) -> tuple[Cell, ...]:
    """Which messages to which areas have no receiver once a unit closes, and all below it. Nothing for no unit."""
    return breaks(Directory(state, codes), unit) if unit in state.units else ()


def breaks(directory: Directory, unit: str) -> tuple[Cell, ...]:
    """The same on the day of a directory."""
    return _lost_without(coverage(directory), _branch(directory.state, unit))


def single_points(directory: Directory) -> tuple[SinglePoint, ...]:
    """The numbers, units and systems that messages hang on alone, those first that most hang on."""
    found = coverage(directory)
    points = (SinglePoint(kind, key, name, _lost_without(found, gone)) for kind, key, name, gone in _candidates(found))
    order = list(PointKind)
    kept = [one for one in points if one.cells]
    return tuple(sorted(kept, key=lambda one: (-len(one.cells), order.index(one.kind), one.name, one.key)))


def _lost_without(found: Coverage, gone: Collection[str]) -> tuple[Cell, ...]:
    return lost_between(found, _Without(found.directory, gone))


def _is_answered(directory: Directory, cell: Cell) -> bool:
    asked = (Question(area=cell.area, message=type_, day=directory.day) for type_ in cell.types)
    return any(route(directory, one).receiver is not None for one in asked)


def _candidates(found: Coverage) -> Iterator[tuple[PointKind, str, str, frozenset[str]]]:
    """What is in use: only that can be missed."""
    state = found.directory.state
    receivers = [cell.receivers[0] for cell in found.cells.values() if cell.state is CellState.ANSWERED]
    systems: dict[str, set[str]] = defaultdict(set)
    for giver in dict.fromkeys(one.giver for one in receivers):
        number = found.directory.number(giver)
        if number is not None:
            yield PointKind.NUMBER, giver, number.gln or "", frozenset({number.key})
            if number.system and not isinstance(number.system, Unknown):
                systems[number.system].add(number.key)
    for unit in dict.fromkeys(one.unit for one in receivers):
        yield PointKind.UNIT, unit, state.units[unit].name, _branch(state, unit)
    for system, keys in systems.items():
        yield PointKind.SYSTEM, system, system, frozenset(keys)


def _branch(state: State, unit: str) -> frozenset[str]:
    """A unit and everything below it, with their numbers."""
    units = (unit, *state.below(unit))
    numbers = (number.key for key in units if (number := state.number_of(key)) is not None)
    return frozenset((*units, *numbers))
