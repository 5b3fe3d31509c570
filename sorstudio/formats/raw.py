"""What every reader of a register file hands over: rows as the file has them, before they become a tree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sorstudio.formats.problems import Problem
from sorstudio.model.records import Direction, NumberState, UnitKind, Value


@dataclass(frozen=True, slots=True)
class RawUnit:
    """One row (one version) of a unit.

    `number_state` is None where the file has no inheritance flag for the row; `fields` holds canonical fields of
    `Unit` beyond those named here, `number` those of `LocationNumber`. Dates are half-open already.
    """

    line: int
    sor_id: str
    name: str
    parent: str | None
    kind: UnitKind | None = None
    level: int | None = None
    gln: str | None = None
    number_state: NumberState | None = None
    fields: Mapping[str, Value] = field(default_factory=dict)
    number: Mapping[str, Value] = field(default_factory=dict)
    specialities: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    first_from: date | None = None


@dataclass(frozen=True, slots=True)
class RawNumber:
    """A row about a location number; `unit` is the SOR-ID of its owner where the file says so."""

    line: int
    gln: str
    unit: str | None = None
    fields: Mapping[str, Value] = field(default_factory=dict)
    valid_from: date | None = None
    valid_to: date | None = None


def added_up(first: RawNumber, second: RawNumber) -> RawNumber:
    """Two endpoints of one number: in use while one of them is."""
    starts = [one.valid_from for one in (first, second)]
    ends = [one.valid_to for one in (first, second)]
    return replace(
        first,
        fields=first.fields if first.fields == second.fields else {},
        valid_from=min(start for start in starts if start) if all(starts) else None,
        valid_to=max(end for end in ends if end) if all(ends) else None,
    )


@dataclass(frozen=True, slots=True)
class RawCapability:
    """A row that gives a location number a message type."""

    line: int
    gln: str
    type: str
    version: str
    direction: Direction
    unit: str | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class RawExtract:
    """One file read: its rows, what its layout carries (canonical fields), and what is wrong with it so far.

    `carries` names fields of `Unit`, those of `LocationNumber` except its dates, and `gln`, `specialities`,
    `successors` and `message_types` (every number's types are here). `successions` are pairs (unit, successor) that
    stand in a table of their own. `titles` is each field's header in the file. `other_units` and `other_faults` count
    what a narrowing to one owner left out.
    """

    source: str
    layout: str
    units: tuple[RawUnit, ...] = ()
    numbers: tuple[RawNumber, ...] = ()
    capabilities: tuple[RawCapability, ...] = ()
    carries: frozenset[str] = frozenset()
    day: date | None = None
    problems: tuple[Problem, ...] = ()
    successions: tuple[tuple[str, str], ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    other_units: int = 0
    other_faults: int = 0
