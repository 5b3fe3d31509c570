"""What a change means for those who use the units: computed from the states before and after it, kept nowhere.

Both the day on which the change takes effect and the end of the plan are looked at, because a dated change further on
may make the difference larger. What the register file does not carry is not judged.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial

from sorstudio.model.change import Change
from sorstudio.model.codes import CodeLists
from sorstudio.model.inherit import Held, address_at, contact_at, number_at
from sorstudio.model.plan import Plan
from sorstudio.model.records import (
    UNKNOWN,
    AddressUse,
    Direction,
    LocationNumber,
    RecordKind,
    Succession,
    Unit,
    Unknown,
)
from sorstudio.model.state import State
from sorstudio.model.texts import Texts
from sorstudio.model.timeline import END, Timeline

MOST_NAMES = 4
"""More names than these are counted, not written."""
THREADED = "FDIS91"
"""CareCommunication: within a thread the SOR-ID must stay the same (MedCom's governance)."""

_RECEIPTS = ("BIN", "XBIN")
"""Technical receipts follow the messages that they are receipts for."""


class Tone(StrEnum):
    """Whether somebody loses something, gains something, or has it otherwise than before."""

    LOSS = "loss"
    GAIN = "gain"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Consequence:
    """One thing that follows: a sentence's code, the units (by key) and the words it names."""

    code: str
    tone: Tone
    units: tuple[str, ...]
    names: tuple[str, ...]
    messages: tuple[str, ...] = ()
    offer: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Impact:
    """Everything that follows from one change, the gravest first."""

    consequences: tuple[Consequence, ...] = ()

    @property
    def matters(self) -> bool:
        """Whether anybody loses or gains anything, or a partner meets something else than before."""
        return bool(self.consequences)

    def of(self, code: str) -> tuple[Consequence, ...]:
        """The consequences of one sort."""
        return tuple(one for one in self.consequences if one.code == code)


def impact(plan: Plan, change: Change) -> Impact:
    """What follows if the change is made on the plan as it stands."""
    return impact_between(plan.timeline, plan.timeline.with_change(change), plan.codes, [change])


def impact_between(before: Timeline, after: Timeline, codes: CodeLists, changes: Sequence[Change]) -> Impact:
    """What the changes that lie between two forms of a plan come to together."""
    days = dict.fromkeys([*(change.day or before.baseline.day for change in changes), END])
    found: dict[Consequence, list[tuple[str, str]]] = defaultdict(list)
    for day in days:
        for one in _Comparison(before.state(day), after.state(day), day, codes, changes).consequences():
            key = replace(one, units=(), names=())
            found[key].extend(pair for pair in zip(one.units, one.names, strict=True) if pair not in found[key])
    whole = (_with_units(one, pairs) for one, pairs in found.items())
    return ordered(whole)


def ordered(found: Iterable[Consequence]) -> Impact:
    """Consequences as a whole, the gravest first."""
    return Impact(tuple(sorted(found, key=lambda one: _ORDER.index(one.code))))


def sentences(found: Impact, texts: Texts, codes: CodeLists) -> list[str]:
    """The consequences in words, with counts and names."""
    return [sentence(one, texts, codes) for one in found.consequences]


def sentence(one: Consequence, texts: Texts, codes: CodeLists) -> str:
    """One consequence in words."""
    entry = codes.offer(one.offer)
    params = {
        "count": len(one.units),
        "units": listed(one.names, texts),
        "messages": listed(one.messages, texts),
        "offer": entry.name(texts.language) if entry else one.offer,
        "before": listed([texts.value(word) for word in one.before], texts),
        "after": listed([texts.value(word) for word in one.after], texts),
    }
    return texts.sentence(f"impact.{one.code}", params)


def listed(names: Sequence[str], texts: Texts) -> str:
    """Names in a row; of many only the first, and how many more there are."""
    if len(names) > MOST_NAMES + 1:
        shown, rest = ", ".join(names[:MOST_NAMES]), len(names) - MOST_NAMES
        return texts.sentence("impact.and_more", {"names": shown, "count": rest})
    if len(names) > 1:
        return texts.sentence("impact.and", {"names": ", ".join(names[:-1]), "last": names[-1]})
    return "".join(names)


_ORDER = (
    "closes", "succeeded", "threads", "threads_unknown", "number_ends", "silent", "number_lost", "number_changed",
    "number_gained", "messages_lost", "messages_gained", "nobody_receives", "receiver_changed", "receiver_gained",
    "offer_unprovided", "offer_moved", "offer_gained", "address_lost", "address_changed", "address_gained",
    "contact_lost", "contact_changed", "contact_gained",
)  # fmt: skip


def _with_units(one: Consequence, pairs: Sequence[tuple[str, str]]) -> Consequence:
    return replace(one, units=tuple(key for key, _ in pairs), names=tuple(name for _, name in pairs))


class _Comparison:
    """Two states of one day, and the units that the changes can have to do with."""

    def __init__(self, old: State, new: State, day: date, codes: CodeLists, changes: Sequence[Change]) -> None:
        self._old, self._new, self._day, self._codes = old, new, day, codes
        touched = set().union(*(_units_of(change, state) for change in changes for state in (old, new)))
        self._units = [unit.key for _, unit in new.walk() if unit.key in touched]
        self._staying = [key for key in self._units if self._is_open(old, key) and self._is_open(new, key)]
        self._going = [key for key in self._units if self._is_open(old, key) and not self._is_open(new, key)]

    def consequences(self) -> Iterator[Consequence]:
        """Every difference that a person should know."""
        yield from self._endings()
        yield from self._numbers()
        yield from self._messages()
        yield from self._receivers()
        yield from self._offers()
        for use in AddressUse:
            yield from self._blocks("address", partial(_address, use))
        yield from self._blocks("contact", contact_at)

    def _endings(self) -> Iterator[Consequence]:
        if self._going:
            yield self._about("closes", Tone.LOSS, self._going)
        new = self._new.records[RecordKind.SUCCESSION]
        fresh = [one for key, one in new.items() if key not in self._old.records[RecordKind.SUCCESSION]]
        followed: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for one in fresh:
            if isinstance(one, Succession) and not self._is_open(self._new, one.unit):
                followed[(self._name(one.successor),)].append(one.unit)
        for successor, units in followed.items():
            yield replace(self._about("succeeded", Tone.OTHER, units), after=successor)
        yield from self._threads()
        ended = [key for key in self._going if self._ends_number(key)]
        if ended:
            yield self._about("number_ends", Tone.LOSS, ended)

    def _threads(self) -> Iterator[Consequence]:
        """Whoever closes leaves its SOR-ID, and with it the threads that partners have open with it."""
        broken, unknown = [], []
        for key in self._going:
            number = number_at(self._old, key)
            if number is None or self._old.units[key].sor_id is None:
                continue
            if not number.messages_known:
                unknown.append(key)
            elif THREADED in self._received(self._old, number, {Direction.IN, Direction.OUT}):
                broken.append(key)
        if broken:
            yield self._about("threads", Tone.LOSS, broken)
        if unknown:
            yield self._about("threads_unknown", Tone.OTHER, unknown)

    def _numbers(self) -> Iterator[Consequence]:
        groups: dict[Consequence, list[str]] = defaultdict(list)
        for key in self._staying:
            old, new = self._old.units[key], self._new.units[key]
            if old.number_state is UNKNOWN or new.number_state is UNKNOWN:
                continue
            before, after = number_at(self._old, key), number_at(self._new, key)
            if (before and before.key) != (after and after.key):
                groups[_number_step(before, after)].append(key)
        for step, keys in groups.items():
            yield self._named(step, keys)

    def _messages(self) -> Iterator[Consequence]:
        """What the units that stay can no longer receive or send, or can from now on."""
        groups: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
        for key in self._staying:
            before, after = self._handled(self._old, key), self._handled(self._new, key)
            if before is None or after is None:
                continue
            for code, difference in (("messages_lost", before - after), ("messages_gained", after - before)):
                if difference:
                    groups[code, tuple(sorted(difference))].append(key)
        for (code, messages), keys in groups.items():
            tone = Tone.LOSS if code == "messages_lost" else Tone.GAIN
            yield replace(self._about(code, tone, keys), messages=messages)

    def _receivers(self) -> Iterator[Consequence]:
        """Who receives what the areas are there for: only where it is somebody else than before."""
        wanted = {code for area in self._codes.areas for code in area.receives if not code.startswith(_RECEIPTS)}
        everyday = _everyday(self._codes)
        before, after = self._receiving(self._old, wanted), self._receiving(self._new, wanted)
        groups: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[str]] = defaultdict(list)
        for message in sorted(before.keys() | after.keys()):
            old, new = before.get(message, ()), after.get(message, ())
            if old != new and not (new and message in everyday):
                groups[_receiver_step(old, new), old, new].append(message)
        for (code, old, new), messages in groups.items():
            tone = {"nobody_receives": Tone.LOSS, "receiver_gained": Tone.GAIN}.get(code, Tone.OTHER)
            yield Consequence(code, tone, (), (), tuple(messages), before=self._names(old), after=self._names(new))

    def _offers(self) -> Iterator[Consequence]:
        offers = {
            placement.offer
            for state in (self._old, self._new)
            for key in self._units
            if key in state.units
            for placement in state.placements(key)
        }
        for offer in sorted(offers):
            before, after = self._providers(self._old, offer), self._providers(self._new, offer)
            if set(before) == set(after):
                continue
            code = "offer_unprovided" if not after else "offer_moved" if before else "offer_gained"
            tone = Tone.LOSS if not after else Tone.OTHER if before else Tone.GAIN
            own = self._new.record(RecordKind.OFFER, offer) or self._old.record(RecordKind.OFFER, offer)
            yield Consequence(
                code, tone, (), (), (), str(getattr(own, "name", offer)), self._names(before), self._names(after)
            )

    def _blocks(self, what: str, read: Callable[[State, str], Held | Unknown | None]) -> Iterator[Consequence]:
        """Addresses or contact details that hold at a unit, its own or inherited."""
        groups: dict[Consequence, list[str]] = defaultdict(list)
        for key in self._staying:
            old, new = read(self._old, key), read(self._new, key)
            if isinstance(old, Unknown) or isinstance(new, Unknown):
                continue
            before, after = (old.value.line() if old else ""), (new.value.line() if new else "")
            if before != after:
                groups[_block_step(what, before, after)].append(key)
        for step, keys in groups.items():
            yield self._named(step, keys)

    def _handled(self, state: State, key: str) -> set[str] | None:
        number = number_at(state, key)
        if number is None:
            return None if state.units[key].number_state is UNKNOWN else set()
        if not number.messages_known:
            return None
        return self._received(state, number, {Direction.IN, Direction.OUT})

    def _received(self, state: State, number: LocationNumber, ways: set[Direction]) -> set[str]:
        return {self._code(one.type) for one in state.capabilities(number.key) if one.direction in ways}

    def _receiving(self, state: State, wanted: set[str]) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for number in state.numbers.values():
            if self._is_open(state, number.unit):
                for message in self._received(state, number, {Direction.IN}) & wanted:
                    found[message].append(number.unit)
        return {message: tuple(sorted(units)) for message, units in found.items()}

    def _code(self, message: str) -> str:
        entry = self._codes.message_type(message)
        return entry.code if entry else message

    def _providers(self, state: State, offer: str) -> tuple[str, ...]:
        return tuple(unit for unit in state.providers(offer) if self._is_open(state, unit))

    def _ends_number(self, key: str) -> bool:
        number = self._old.number_of(key)
        if number is None or number.gln is None:
            return False
        kept = self._new.numbers.get(number.key)
        return kept is None or not self._is_open(self._new, kept.unit)

    def _is_open(self, state: State, key: str) -> bool:
        unit = state.units.get(key)
        return unit is not None and (unit.valid_to is None or unit.valid_to > self._day)

    def _about(self, code: str, tone: Tone, keys: Iterable[str]) -> Consequence:
        return self._named(Consequence(code, tone, (), ()), keys)

    def _named(self, one: Consequence, keys: Iterable[str]) -> Consequence:
        return _with_units(one, [(key, self._name(key)) for key in keys])

    def _names(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._name(key) for key in keys)

    def _name(self, key: str) -> str:
        unit = self._new.units.get(key) or self._old.units.get(key)
        return unit.name if unit else key


def _everyday(codes: CodeLists) -> set[str]:
    """What most areas receive, so that it is no news who does."""
    counts = Counter(code for area in codes.areas for code in area.receives)
    return {code for code, count in counts.items() if count * 2 > len(codes.areas)}


def _units_of(change: Change, state: State) -> set[str]:
    """The units that a change touches and all below them, which may inherit from them."""
    tops = {unit for edit in change.edits for unit in _owners(edit.kind, edit.key, state)}
    return tops.union(*(set(state.below(key)) for key in tops))


def _owners(kind: RecordKind, key: str, state: State) -> Iterator[str]:
    record = state.record(kind, key)
    if isinstance(record, Unit):
        yield record.key
    elif kind is RecordKind.CAPABILITY and record is not None:
        number = state.numbers.get(str(getattr(record, "number", "")))
        if number is not None and number.unit in state.units:
            yield number.unit
    elif getattr(record, "unit", None) in state.units:
        yield str(getattr(record, "unit", ""))


def _address(use: AddressUse, state: State, key: str) -> Held | Unknown | None:
    return address_at(state, key, use)


def _number_step(before: LocationNumber | None, after: LocationNumber | None) -> Consequence:
    if after is None:
        return Consequence("number_lost", Tone.LOSS, (), (), before=_number_words(before))
    if before is None:
        return Consequence("number_gained", Tone.GAIN, (), (), after=_number_words(after))
    return Consequence("number_changed", Tone.OTHER, (), (), before=_number_words(before), after=_number_words(after))


def _number_words(number: LocationNumber | None) -> tuple[str, ...]:
    return ((number.gln or "word.number_to_come"),) if number else ()


def _receiver_step(old: Sequence[str], new: Sequence[str]) -> str:
    return "receiver_changed" if old and new else "nobody_receives" if old else "receiver_gained"


def _block_step(what: str, before: str, after: str) -> Consequence:
    if not after:
        return Consequence(f"{what}_lost", Tone.LOSS, (), (), before=(before,))
    if not before:
        return Consequence(f"{what}_gained", Tone.GAIN, (), (), after=(after,))
    return Consequence(f"{what}_changed", Tone.OTHER, (), (), before=(before,), after=(after,))
