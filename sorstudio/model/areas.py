"""Which municipal areas a unit belongs to: told by its offers, otherwise read from its name or its type."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sorstudio.model.codes import Area, CodeLists
from sorstudio.model.records import Offer, RecordKind, Unit
from sorstudio.model.state import State


class Ground(StrEnum):
    """Why a unit is said to belong to an area, the surest first."""

    OFFER = "offer"
    NAME = "name"
    TYPE = "type"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Areas:
    """The areas of one unit, and on what ground. Areas read from a type may be several: a type serves more than one."""

    areas: tuple[Area, ...]
    ground: Ground

    @property
    def codes(self) -> tuple[str, ...]:
        """The areas by code."""
        return tuple(area.code for area in self.areas)

    def has(self, code: str) -> bool:
        """Whether this area is among them."""
        return code in self.codes


def areas_of(state: State, codes: CodeLists, unit: Unit) -> Areas:
    """The areas of a unit. What it offers decides; then its name; then its type."""
    placements = state.placements(unit.key)
    if placements:
        offered = _known(codes, (area_of_offer(codes, state, placement.offer) for placement in placements))
        if offered:
            return Areas(offered, Ground.OFFER)
    words = codes.area_names.find(unit.name)
    if words:
        named = _known(codes, words)
        if named:
            return Areas(named, Ground.NAME)
    typed = codes.areas_by_type.get(unit.unit_type, ()) if isinstance(unit.unit_type, str) else ()
    return Areas(typed, Ground.TYPE) if typed else _NOWHERE


_NOWHERE = Areas((), Ground.NONE)


def area_of_offer(codes: CodeLists, state: State, offer: str) -> str:
    """The code of the area that an offer belongs to, of the catalogue or the municipality's own; empty for none."""
    found = codes.offer(offer)
    if found is not None:
        return found.area_code
    own = state.record(RecordKind.OFFER, offer)
    return (own.area or "") if isinstance(own, Offer) else ""


def _known(codes: CodeLists, found: Iterable[str]) -> tuple[Area, ...]:
    areas = (codes.area(code) for code in dict.fromkeys(found))
    return tuple(area for area in areas if area is not None)
