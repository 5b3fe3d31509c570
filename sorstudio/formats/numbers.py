"""Whether each unit's location number is its own, inherited or none, where the file itself does not say so."""

from __future__ import annotations

from collections.abc import Sequence

from sorstudio.formats.structure import Placed, Versions, start_of, version_on
from sorstudio.model.records import NumberState

Spot = tuple[str, int]
State = tuple[NumberState, str | None]


def number_states(units: Versions) -> dict[Spot, State]:
    """State and effective number of every version of every unit, by SOR-ID and place among its versions.

    A flag wins. Without one a unit that repeats the number in force at its parent inherits it; an empty cell is none.
    """
    found: dict[Spot, State] = {}
    for key, versions in units.items():
        for place in range(len(versions)):
            _settle((key, place), units, found)
    return found


def _settle(spot: Spot, units: Versions, found: dict[Spot, State]) -> None:
    """Walk up to the first ancestor that is known, then down again; no recursion, trees may be deep."""
    chain: list[Spot] = []
    at: Spot | None = spot
    while at is not None and at not in found:
        chain.append(at)
        at = _above(at, units)
    above = found[at] if at is not None else (NumberState.NONE, None)
    for spot_below in reversed(chain):
        above = _state(units[spot_below[0]][spot_below[1]], above[1])
        found[spot_below] = above


def _above(spot: Spot, units: Versions) -> Spot | None:
    row = units[spot[0]][spot[1]]
    versions = units.get(row.unit.parent or "")
    if versions is None or row.unit.parent is None:
        return None
    return row.unit.parent, _place(versions, version_on(versions, start_of(row)))


def _place(versions: Sequence[Placed], wanted: Placed) -> int:
    return next(place for place, row in enumerate(versions) if row is wanted)


def _state(row: Placed, above: str | None) -> State:
    gln, state = row.unit.gln, row.unit.number_state
    if state is None and gln:
        state = NumberState.INHERITED if gln == above else NumberState.OWN
    if state is NumberState.INHERITED:
        return state, above or gln
    if state is NumberState.OWN:
        return state, gln
    return NumberState.NONE, None
