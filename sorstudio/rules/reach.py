"""How far a check looks from the unit where it reports, and so which units to look at again after an act.

A check that reads a unit's parent must look again at the children of whatever an act has touched, and so on. The units
are found in the state before the act as well as in the one after it: a unit that moves leaves relatives behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Flag, auto

from sorstudio.model.records import RecordKind, Unit
from sorstudio.model.state import State
from sorstudio.rules.indexes import Indexes, Ref


class Reach(Flag):
    """What a check reads besides the unit itself and what hangs on it (number, message types, offers).

    `ABOVE` and `BELOW` mean how the units there stand: parents, periods, numbers, message types. A check that also
    reads their names, types or offers says `WORDS`. Names that it only tells, by `Bench.name`, need not be mentioned.
    """

    SELF = 0
    PARENT = auto()
    ABOVE = auto()
    CHILDREN = auto()
    BELOW = auto()
    SIBLINGS = auto()
    WORDS = auto()
    NAMES = auto()
    """Open units of the same name or one alike, or units with the same SOR-ID."""
    FIRST_WORDS = auto()
    """The types of open units whose names begin with the same word."""
    NUMBERS = auto()
    """Units with the same location number, and whoever inherits it."""
    ENDS = auto()
    """How things stand on the day when the unit closes: looked at again at every unit that closes."""
    SETTINGS = auto()
    """The plan's settings and the owner's name: looked at again everywhere when one of them changes."""
    WHOLE = auto()
    """The whole tree; such a check reports at the owner alone."""


_FAR = Reach.ABOVE | Reach.BELOW
_UNREAD_SETTINGS = frozenset({"working_date"})
_STANDING = frozenset({RecordKind.UNIT, RecordKind.NUMBER, RecordKind.CAPABILITY})
_ENDED = frozenset({RecordKind.NUMBER, RecordKind.CAPABILITY, RecordKind.PLACEMENT, RecordKind.SUCCESSION})
"""What a closing ends: it may be gone from both states, and yet have changed on a day before."""


_RECEIVING = frozenset({RecordKind.NUMBER, RecordKind.CAPABILITY, RecordKind.PLACEMENT, RecordKind.OFFER})


class Circle:
    """The units around what an act touched; each ring is worked out once, when the first check asks for it.

    `differing` holds at least all that the two states do not share; a change may also be felt only on an earlier day.
    `since` is the day of the register file: units that were closed by then are over.
    """

    def __init__(self, before: Indexes, after: Indexes, differing: Iterable[Ref], since: date) -> None:
        self._before, self.after, self._since = before, after, since
        self._states = (before.state, after.state)
        self._rings: dict[tuple[Reach, bool], frozenset[str]] = {}
        self._unions: dict[Reach, frozenset[str]] = {}
        differing = tuple(dict.fromkeys(differing))
        self.kinds = frozenset(kind for kind, _ in differing)
        moved: set[str] = set()
        worded: set[str] = set()
        self._is_set_anew = self._bears_on_ends = False
        for kind, key in differing:
            self._is_set_anew |= kind is RecordKind.SETTING and key not in _UNREAD_SETTINGS
            self._bears_on_ends |= kind in _ENDED
            is_worded = kind not in _STANDING or (kind is RecordKind.UNIT and self._stands_as_before(key))
            (worded if is_worded else moved).update(_owners(self._states, kind, key))
        self._moved = frozenset(moved)
        self.units = frozenset(moved | worded)

    def bears_on_receivers(self) -> bool:
        """Whether numbers, message types, offers or settings are others, or units stand otherwise than before."""
        return bool(self.kinds & _RECEIVING or self._is_set_anew or self._moved)

    def touched(self) -> Iterator[tuple[State, Unit]]:
        """The units that are touched, as they were and as they are."""
        for state in self._states:
            yield from ((state, state.units[key]) for key in self.units if key in state.units)

    def is_wider_than(self, most: int) -> bool:
        """Whether a check that looks far has more units than this to look at again."""
        return len(self.again(_FAR | Reach.NUMBERS | Reach.WORDS)) > most

    def again(self, reach: Reach) -> frozenset[str]:
        """The units that a check of this reach looks at again; some may be gone."""
        if reach not in self._unions:
            self._unions[reach] = self._union(reach)
        return self._unions[reach]

    def _union(self, reach: Reach) -> frozenset[str]:
        found = self.units
        with_words = Reach.WORDS in reach
        for one in reach & ~Reach.WORDS:
            place = one, with_words or one not in _FAR
            if place not in self._rings:
                self._rings[place] = frozenset(self._ring(*place))
            found |= self._rings[place]
        return found

    def _ring(self, reach: Reach, with_words: bool) -> Iterator[str]:
        if reach is Reach.WHOLE:
            yield from self.after.state.roots()[:1]
        elif reach is Reach.SETTINGS:
            owners = {*self._states[0].roots()[:1], *self._states[1].roots()[:1]}
            yield from self.after.state.units if self._is_set_anew or owners & self.units else ()
        elif reach is Reach.ENDS:
            yield from self._closing() if self._moved or self._bears_on_ends else ()
        else:
            for state in self._states:
                for key in self.units if with_words else self._moved:
                    if key in state.units:
                        yield from self._around(state, state.units[key], reach)

    def _around(self, state: State, unit: Unit, reach: Reach) -> Iterable[str]:
        if reach is Reach.PARENT:
            return state.children(unit.key)
        if reach is Reach.ABOVE:
            return units_below(state, unit.key)
        if reach is Reach.NUMBERS:
            return self._same_number(state, unit.key)
        if reach is Reach.CHILDREN:
            return () if unit.parent is None else (unit.parent,)
        if reach is Reach.BELOW:
            return state.ancestors(unit.key)
        if reach is Reach.SIBLINGS:
            return state.roots() if unit.parent is None else state.children(unit.parent)
        if reach is Reach.FIRST_WORDS:
            return (*self._before.untyped_alike(unit), *self.after.untyped_alike(unit))
        return (*self._before.fellows(unit), *self.after.fellows(unit))

    def _same_number(self, state: State, key: str) -> Iterator[str]:
        number = state.number_of(key)
        if number is not None:
            yield from self._before.owners(number.gln)
            yield from self.after.owners(number.gln)
        if key in self._moved:
            yield from units_below(state, key)

    def _closing(self) -> Iterator[str]:
        since = self._since.isoformat()
        for side in (self._before, self.after):
            yield from (key for day, keys in side.by_end.items() if day > since for key in keys)

    def _stands_as_before(self, key: str) -> bool:
        old, new = (state.units.get(key) for state in self._states)
        return old is not None and new is not None and old is not new and _standing(old) == _standing(new)


def _standing(unit: Unit) -> tuple[object, ...]:
    return unit.parent, unit.kind, unit.valid_to, unit.number_state, unit.rank


def units_below(state: State, key: str) -> Iterator[str]:
    """As `State.below`, but a faulty register may hold units in a loop."""
    seen, ahead = {key}, [key]
    while ahead:
        for child in state.children(ahead.pop()):
            if child not in seen:
                seen.add(child)
                ahead.append(child)
                yield child


def _owners(states: Iterable[State], kind: RecordKind, key: str) -> Iterator[str]:
    """The units that a record belongs to, before and after."""
    if kind is RecordKind.UNIT:
        yield key
        return
    for state in states:
        record = state.record(kind, key)
        if kind is RecordKind.OFFER:
            yield from state.providers(key)
        if kind is RecordKind.CAPABILITY:
            record = state.numbers.get(getattr(record, "number", ""))
        owner = getattr(record, "unit", None)
        if isinstance(owner, str):
            yield owner
