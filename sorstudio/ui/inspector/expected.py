"""Which message types the offers of a unit let one expect on its number, one form of each message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sorstudio.model.codes import CodeLists, Flow, MessageType
from sorstudio.model.inherit import inheritors, number_at, number_giver
from sorstudio.model.plan import Plan
from sorstudio.model.records import Direction, MessageCapability, Offer
from sorstudio.model.state import State
from sorstudio.ui.inspector.tick import Tick

_FORMS = {"FHIR": 0, "OIOXML": 1, "EDIFACT": 2}
_FLOW = {Direction.IN: (Flow.IN, Flow.BOTH), Direction.OUT: (Flow.OUT, Flow.BOTH)}


@dataclass(frozen=True, slots=True)
class MessageRow:
    """One line of the table: a type in one version, and what stands under In and Out."""

    code: str
    version: str
    name: str
    ticks: Mapping[Direction, Tick]

    @property
    def expected(self) -> int:
        """How many of its ticks are expected and not given."""
        return sum(tick is Tick.EXPECTED for tick in self.ticks.values())


def message_rows(plan: Plan, unit: str, language: str) -> tuple[MessageRow, ...]:
    """What the number that holds at a unit gives, and what is expected of it."""
    state, codes = plan.state(), plan.codes
    number = number_at(state, unit)
    given = state.capabilities(number.key) if number is not None else ()
    wanted = expected(plan, unit)
    there = {(item.type, item.version) for item in given}
    kin_there = {(kin(codes, item.type), item.direction) for item in given}
    missing = [(code, way) for code, way in wanted if (kin(codes, code), way) not in kin_there]
    fresh = {(found.code, found.version) for code, _ in missing if (found := codes.message_type(code)) is not None}
    rows = (_row(codes, pair, given, missing, language) for pair in there | fresh)
    return tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.code, row.version)))


def expected(plan: Plan, unit: str) -> frozenset[tuple[str, Direction]]:
    """Type and direction that the offers ask for, of the unit that gives the number and of all who use it."""
    state = plan.state()
    giver = number_giver(state, unit) or unit
    asked: set[tuple[str, Direction]] = set()
    for key in (giver, *inheritors(state, giver)):
        for placement in state.placements(key):
            asked |= _asked_by(plan, state, placement.offer)
    return frozenset(_newest_forms(plan.codes, asked))


def kin(codes: CodeLists, code: str) -> str:
    """DIS91, XDIS91 and FDIS91 are one message in three forms."""
    bare = code[1:] if code[:1] in ("X", "F") else code
    return bare if codes.message_type(bare) is not None else code


def _asked_by(plan: Plan, state: State, offer: str) -> set[tuple[str, Direction]]:
    entry = plan.codes.offer(offer)
    own = next((one for one in state.offers() if one.key == offer), None)
    area = plan.codes.area(own.area) if isinstance(own, Offer) and own.area else None
    source = entry or area
    if source is None:
        return set()
    return {(code, Direction.IN) for code in source.receives} | {(code, Direction.OUT) for code in source.sends}


def _newest_forms(codes: CodeLists, asked: Iterable[tuple[str, Direction]]) -> set[tuple[str, Direction]]:
    best: dict[tuple[str, Direction], MessageType] = {}
    for code, way in sorted(asked):
        message = codes.message_type(code)
        if message is None:
            continue
        place = (kin(codes, code), way)
        if place not in best or _newness(message) < _newness(best[place]):
            best[place] = message
    return {(message.code, way) for (_, way), message in best.items()}


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
