"""Which message types the offers of a unit let one expect on its number, one form of each message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sorstudio.model.codes import Area, CatalogueOffer, CodeLists, Flow, MessageType
from sorstudio.model.inherit import inheritors, number_at, number_giver
from sorstudio.model.plan import Plan
from sorstudio.model.records import Direction, MessageCapability, Offer, RecordKind
from sorstudio.model.state import State
from sorstudio.ui.inspector.tick import Tick

_FORMS = {"FHIR": 0, "OIOXML": 1, "EDIFACT": 2}
_FLOW = {Direction.IN: (Flow.IN, Flow.BOTH), Direction.OUT: (Flow.OUT, Flow.BOTH)}


Asked = Mapping[tuple[str, Direction], str]
"""Type and direction, and the area that asks for them."""


@dataclass(frozen=True, slots=True)
class MessageRow:
    """One line of the table: a type in one version, what stands under In and Out, and the area that expects it."""

    code: str
    version: str
    name: str
    ticks: Mapping[Direction, Tick]
    area: str = ""

    @property
    def expected(self) -> int:
        """How many of its ticks are expected and not given."""
        return sum(tick is Tick.EXPECTED for tick in self.ticks.values())


def message_rows(plan: Plan, unit: str, language: str) -> tuple[MessageRow, ...]:
    """What the number that holds at a unit gives, and what is expected of it, area by area and the rest last."""
    state, codes = plan.shown(), plan.codes
    number = number_at(state, unit)
    given = state.capabilities(number.key) if number is not None else ()
    wanted = expected(plan, unit)
    there = {(item.type, item.version) for item in given}
    kin_there = {(kin(codes, item.type), item.direction) for item in given}
    missing = [(code, way) for code, way in wanted if (kin(codes, code), way) not in kin_there]
    fresh = {(found.code, found.version) for code, _ in missing if (found := codes.message_type(code)) is not None}
    areas = {kin(codes, code): area for (code, _), area in sorted(wanted.items(), reverse=True)}
    rows = [
        replace(_row(codes, pair, given, missing, language), area=areas.get(kin(codes, pair[0]), ""))
        for pair in there | fresh
    ]
    order = {area.code: place for place, area in enumerate(codes.areas)}
    last = len(order)
    return tuple(sorted(rows, key=lambda row: (order.get(row.area, last), row.name.casefold(), row.code, row.version)))


def missing_types(rows: Iterable[MessageRow]) -> frozenset[tuple[str, Direction]]:
    """Type and direction of every ghost in the table."""
    return frozenset((one.code, way) for one in rows for way, tick in one.ticks.items() if tick is Tick.EXPECTED)


def expected(plan: Plan, unit: str) -> Asked:
    """What the areas ask for: of the offers of the unit that gives the number and of all who use it.

    Where none of them provides anything yet, the unit type tells the area.
    """
    state = plan.shown()
    giver = number_giver(state, unit) or unit
    users = (giver, *inheritors(state, giver))
    asked: dict[tuple[str, Direction], str] = {}
    for key in users:
        for placement in state.placements(key):
            for one, area in _asked_by(plan, state, placement.offer).items():
                asked.setdefault(one, area)
    if not asked and not any(state.placements(key) for key in users):
        asked.update(_asked_by_type(plan.codes, state.units[giver].unit_type))
    return _newest_forms(plan.codes, asked)


def kin(codes: CodeLists, code: str) -> str:
    """DIS91, XDIS91 and FDIS91 are one message in three forms."""
    bare = code[1:] if code[:1] in ("X", "F") else code
    return bare if codes.message_type(bare) is not None else code


def _asked_by(plan: Plan, state: State, offer: str) -> Asked:
    entry = plan.codes.offer(offer)
    own = state.record(RecordKind.OFFER, offer)
    area = plan.codes.area(own.area) if isinstance(own, Offer) and own.area else None
    if entry is not None:
        return _asked(entry, entry.area_code)
    return _asked(area, area.code) if area is not None else {}


def _asked_by_type(codes: CodeLists, unit_type: object) -> Asked:
    """The areas whose first unit type it is; where there are several, only what all of them ask for."""
    areas = [area for area in codes.areas if unit_type in area.unit_types[:1]]
    if not areas:
        return {}
    first, *others = (_asked(area, area.code) for area in areas)
    return {one: area for one, area in first.items() if all(one in other for other in others)}


def _asked(source: CatalogueOffer | Area, area: str) -> Asked:
    return {(code, Direction.IN): area for code in source.receives} | {
        (code, Direction.OUT): area for code in source.sends
    }


def _newest_forms(codes: CodeLists, asked: Asked) -> Asked:
    best: dict[tuple[str, Direction], tuple[MessageType, str]] = {}
    for (code, way), area in sorted(asked.items()):
        message = codes.message_type(code)
        if message is None:
            continue
        place = (kin(codes, code), way)
        if place not in best or _newness(message) < _newness(best[place][0]):
            best[place] = (message, area)
    return {(message.code, way): area for (_, way), (message, area) in best.items()}


def _newness(message: MessageType) -> tuple[bool, int]:
    return bool(message.replaced_by), _FORMS.get(message.family, len(_FORMS))


def _row(
    codes: CodeLists,
    pair: tuple[str, str],
    given: Iterable[MessageCapability],
    missing: Iterable[tuple[str, Direction]],
    language: str,
) -> MessageRow:
    code, version = pair
    message = codes.message_type(code, version)
    has = {item.direction for item in given if (item.type, item.version) == pair}
    current = codes.message_type(code)
    wants = {way for one, way in missing if one == code and current is not None and current.version == version}
    ticks = {way: _tick(message, way, has, wants) for way in Direction}
    return MessageRow(code, version, message.name(language) if message else code, ticks)


def _tick(message: MessageType | None, way: Direction, has: set[Direction], wants: set[Direction]) -> Tick:
    if way in has:
        return Tick.GIVEN
    if way in wants:
        return Tick.EXPECTED
    return Tick.EMPTY if message is None or message.direction in _FLOW[way] else Tick.IMPOSSIBLE
