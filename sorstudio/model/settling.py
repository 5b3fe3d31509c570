"""What became of each thing that a plan changes, seen from a newer register file: baseline, plan and file, by value.

Shown as the plan has it: done. As it was: still to come. Anything else: done differently. What the file cannot tell
is said to be so. Values count, not dates: what a later day was asked for may be there already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sorstudio.model.baseline import Baseline
from sorstudio.model.change import Change, Edit, EditAct
from sorstudio.model.net import IN_SOR
from sorstudio.model.records import OWNER_FIELD, UNKNOWN, LocationNumber, Record, RecordKind, Unit, Value
from sorstudio.model.state import State
from sorstudio.model.timeline import START, Timeline

Ref = tuple[RecordKind, str]
GIVEN_BY_SOR = frozenset({"sor_id", "valid_from", "first_from", "specialities_known", "messages_known"})
"""Fields that a planned record leaves to the register, as it does with all that the plan leaves empty."""


class Standing(StrEnum):
    """How one field of one edit stands; GONE and CLOSED: what it alters or names is not there to be altered."""

    DONE = "done"
    PENDING = "pending"
    UNSEEN = "unseen"
    DIFFERENT = "different"
    GONE = "gone"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Judged:
    """One field of an edit of a change (empty: the whole edit), and the value that the file shows."""

    change: Change
    edit: Edit
    field: str
    standing: Standing
    found: Value = None


@dataclass(frozen=True, slots=True)
class _Item:
    """One edit with the day and position that decide its order."""

    day: date
    position: int
    change: Change
    edit: Edit


def judged(changes: Sequence[Change], old: Baseline, new: Baseline) -> tuple[Judged, ...]:
    """Every field of every edit of `changes`, which were made on `old`, seen from `new`."""
    return tuple(_Court(changes, old, new).all())


class _Court:
    """One pass over the records that the changes touch."""

    def __init__(self, changes: Sequence[Change], old: Baseline, new: Baseline) -> None:
        self._old, self._new = Timeline(old, ()), Timeline(new, ())
        self._day = new.day
        grouped: dict[Ref, list[_Item]] = defaultdict(list)
        for position, change in enumerate(changes):
            for edit in change.edits:
                grouped[edit.kind, edit.key].append(_Item(change.day or START, position, change, edit))
        self._items = {ref: sorted(items, key=lambda one: (one.day, one.position)) for ref, items in grouped.items()}
        self._planned = {ref for ref, items in self._items.items() if items[-1].edit.act is not EditAct.REMOVE}
        self._carries_successions = any(kind is RecordKind.SUCCESSION for kind, _ in new.by_key)

    def all(self) -> Iterator[Judged]:
        for ref, items in self._items.items():
            if self._ended_as_asked(self._unit_of(*ref)):
                yield from _each(items, Standing.DONE)
            elif self._now().record(*ref) is None and not self._is_to_come(ref):
                yield from self._absent(ref, items)
            elif items[-1].edit.act is EditAct.REMOVE:
                yield from self._still_there(ref, items)
            else:
                yield from self._altered(ref, items)

    def _now(self, day: date = START) -> State:
        return self._new.plain(max(day, self._day))

    def _was(self, day: date = START) -> State:
        return self._old.plain(max(day, self._day))

    def _is_to_come(self, ref: Ref) -> bool:
        """A record that the file has, but only from a later day."""
        return any(one.start is not None and one.start > self._day for one in self._new.baseline.by_key.get(ref, ()))

    # Whose record it is, and whether that unit is there.

    def _owner(self, kind: RecordKind, key: str) -> str | None:
        name = OWNER_FIELD.get(kind)
        if name is None:
            return None
        last = next((one.edit for one in self._items.get((kind, key), ()) if one.edit.act is EditAct.CREATE), None)
        if last is not None:
            owner = last.after().get(name)
            return owner if isinstance(owner, str) else None
        record = self._was().record(kind, key) or self._now().record(kind, key)
        return getattr(record, name) if record is not None else None

    def _unit_of(self, kind: RecordKind, key: str) -> str | None:
        if kind is RecordKind.UNIT:
            return key
        owner = self._owner(kind, key)
        if kind is RecordKind.CAPABILITY and owner is not None:
            return self._owner(RecordKind.NUMBER, owner)
        return owner if kind is not RecordKind.ANSWER else None

    def _ended_as_asked(self, unit: str | None) -> bool:
        """A closing that was asked for or foretold, and that the file shows: closed by its day, or gone from it."""
        if unit is None or (self._asked_end(unit) is None and not self._foretold(unit)):
            return False
        found = self._now().units.get(unit)
        if found is None:
            end = self._asked_end(unit)
            return unit in self._was().units or (isinstance(end, date) and end <= self._day)
        return found.valid_to is not None and found.valid_to <= self._day

    def _foretold(self, unit: str) -> bool:
        """Whether the older file said that the unit would be closed by now, and the plan did not say otherwise."""
        was = self._was().units.get(unit)
        reopened = any("valid_to" in one.edit.after() for one in self._items.get((RecordKind.UNIT, unit), ()))
        return was is not None and was.valid_to is not None and was.valid_to <= self._day and not reopened

    def _asked_end(self, unit: str) -> Value:
        ends = [
            one.edit.after()["valid_to"]
            for one in self._items.get((RecordKind.UNIT, unit), ())
            if one.edit.act is EditAct.UPDATE and "valid_to" in one.edit.after()
        ]
        return ends[-1] if ends else None

    def _is_missing(self, kind: RecordKind, key: object) -> bool:
        """Whether something that an edit names is neither in the file nor planned."""
        if not isinstance(key, str):
            return False
        return (kind, key) not in self._new.baseline.by_key and (kind, key) not in self._planned_new()

    def _planned_new(self) -> set[Ref]:
        return {ref for ref in self._planned if any(one.edit.act is EditAct.CREATE for one in self._items[ref])}

    def _is_closed(self, unit: str | None) -> bool:
        found = self._now().units.get(unit or "")
        return found is not None and found.valid_to is not None and found.valid_to <= self._day

    def _can_be_told(self, kind: RecordKind, key: str) -> bool:
        """Whether the file says which members the owner of a record has."""
        unit = self._now().units.get(self._unit_of(kind, key) or "")
        match kind:
            case RecordKind.CAPABILITY:
                number = self._now().numbers.get(self._owner(kind, key) or "")
                return number.messages_known if number is not None else _knows_numbers(unit)
            case RecordKind.NUMBER:
                return _knows_numbers(unit)
            case RecordKind.SPECIALITY:
                return unit is None or unit.specialities_known
            case RecordKind.SUCCESSION:
                return self._carries_successions or bool({"successors", "successor"} & self._new.baseline.carries)
            case _:
                return kind in IN_SOR

    # The three ways in which a record can stand in the file.

    def _absent(self, ref: Ref, items: Sequence[_Item]) -> Iterator[Judged]:
        last = max((i for i, one in enumerate(items) if one.edit.act is EditAct.REMOVE), default=-1)
        pending = Standing.PENDING if self._can_be_told(*ref) or ref[0] not in IN_SOR else Standing.UNSEEN
        if ref in self._old.baseline.by_key:
            if not self._can_be_told(*ref) and ref[0] is not RecordKind.UNIT:
                yield from _each(items, Standing.UNSEEN)
            elif last < 0:
                yield from _each(items, Standing.GONE)
            else:
                yield from _each(items[: last + 1], Standing.DONE)
                yield from _each(items[last + 1 :], Standing.PENDING)
            return
        if last == len(items) - 1:
            yield from _each(items, Standing.DONE if self._came_and_went(ref, items) else Standing.PENDING)
        else:
            yield from _each(items, self._owner_standing(ref) or pending)

    def _came_and_went(self, ref: Ref, items: Sequence[_Item]) -> bool:
        """Whether a planned record is rightly missing, because the day is past on which the plan took it away again.

        A number belongs together with what its unit says of numbers: neither is over before the other.
        """
        key = self._unit_of(*ref)
        is_past = ref[0] in IN_SOR - {RecordKind.UNIT} and items[-1].day <= self._day
        if not is_past or key is None or key not in self._now().units:
            return False
        if ref[0] is not RecordKind.NUMBER:
            return self._can_be_told(*ref)
        unit = (RecordKind.UNIT, key)
        told = [one for one in self._items.get(unit, ()) if "number_state" in one.edit.after()]
        found = self._field(unit, "number_state", told)
        return all(one.standing is Standing.DONE for one in found if (one.change.day or START) <= items[-1].day)

    def _owner_standing(self, ref: Ref) -> Standing | None:
        """Why a planned record cannot come to its owner, or None."""
        kind, key = ref
        owner = self._owner(kind, key)
        above = RecordKind.NUMBER if kind is RecordKind.CAPABILITY else RecordKind.UNIT
        if kind in OWNER_FIELD and kind is not RecordKind.ANSWER and self._is_missing(above, owner):
            return Standing.GONE
        if kind in (RecordKind.UNIT, RecordKind.NUMBER, RecordKind.PLACEMENT, RecordKind.SPECIALITY) and (
            self._is_closed(owner)
        ):
            return Standing.CLOSED
        return None

    def _still_there(self, ref: Ref, items: Sequence[_Item]) -> Iterator[Judged]:
        was, now = self._was().record(*ref), self._now().record(*ref)
        earlier = items[:-1]
        if was is None and not any(one.edit.act is EditAct.REMOVE for one in earlier):
            yield from self._by_field(ref, earlier)
        else:
            yield from _each(earlier, Standing.PENDING)
        asked = {was.gln, *(one.edit.after().get("gln") for one in earlier)} if isinstance(was, LocationNumber) else ()
        is_other = isinstance(now, LocationNumber) and bool(asked) and now.gln not in asked
        yield from _each(items[-1:], Standing.DIFFERENT if is_other else Standing.PENDING, _gln(now))

    def _altered(self, ref: Ref, items: Sequence[_Item]) -> Iterator[Judged]:
        last = max((i for i, one in enumerate(items) if one.edit.act is EditAct.REMOVE), default=-1)
        if last >= 0 and self._was().record(*ref) == self._now().record(*ref):
            yield from _each(items, Standing.PENDING)
            return
        yield from _each(items[: last + 1], Standing.DONE)
        closes = any("valid_to" in one.edit.after() for one in items)
        if not closes and self._is_closed(self._unit_of(*ref)) and ref[0] is not RecordKind.NOTE:
            yield from _each(items[last + 1 :], Standing.CLOSED)
            return
        yield from self._by_field(ref, items[last + 1 :])

    def _by_field(self, ref: Ref, items: Sequence[_Item]) -> Iterator[Judged]:
        chains: dict[str, list[_Item]] = defaultdict(list)
        for one in items:
            if not one.edit.fields:
                yield Judged(one.change, one.edit, "", Standing.DONE)
            for field in one.edit.fields:
                chains[field.field].append(one)
        for name, chain in chains.items():
            yield from self._field(ref, name, chain)

    def _field(self, ref: Ref, name: str, chain: Sequence[_Item]) -> Iterator[Judged]:
        found = [_value(self._now(one.day).record(*ref), name) for one in chain]
        standings = self._standings(ref, name, chain, found)
        for one, standing, value in zip(chain, standings, found, strict=True):
            missing = standing not in (Standing.DONE, Standing.DIFFERENT) and self._names_missing(name, one.edit)
            yield Judged(one.change, one.edit, name, Standing.GONE if missing else standing, value)

    def _names_missing(self, name: str, edit: Edit) -> bool:
        wanted = edit.after()[name]
        if name in ("parent", "unit", "successor"):
            return self._is_missing(RecordKind.UNIT, wanted)
        return name == "number" and self._is_missing(RecordKind.NUMBER, wanted)

    def _standings(self, ref: Ref, name: str, chain: Sequence[_Item], found: Sequence[Value]) -> list[Standing]:
        wanted = [one.edit.after()[name] for one in chain]
        if name == "rank":
            return self._of_rank(ref, chain)
        was = [_value_or_missing(self._was(one.day).record(*ref), name) for one in chain]
        stays = all(a == b for a, b in zip(was, found, strict=True)) and UNKNOWN not in found
        if stays and not _is_there_and_back(self._day, chain, wanted, found):
            return [Standing.PENDING] * len(chain)
        last = max((i for i, pair in enumerate(zip(wanted, found, strict=True)) if pair[0] == pair[1]), default=-1)
        after = range(last + 1, len(chain))
        rest = [self._later(i, name, (chain[i], wanted[i], was[i], found[i]), last) for i in after]
        return [Standing.DONE] * (last + 1) + rest

    def _later(self, i: int, name: str, one: tuple[_Item, Value, object, Value], last: int) -> Standing:
        item, wanted, was, found = one
        is_left_to_sor = was is _MISSING and (wanted is None or name in GIVEN_BY_SOR)
        if wanted is UNKNOWN or is_left_to_sor:
            return Standing.DONE
        if name == "valid_to" and wanted is not None and isinstance(found, date) and found <= self._day:
            return Standing.DONE
        if found is UNKNOWN:
            return Standing.UNSEEN
        if last >= 0 or was is UNKNOWN:
            return Standing.PENDING
        return Standing.DIFFERENT if i == 0 or item.day <= self._day else Standing.PENDING

    def _of_rank(self, ref: Ref, chain: Sequence[_Item]) -> list[Standing]:
        """The order is the plan's own; it goes with a move or a creation that has been made."""
        moves = [one for one in self._items[ref] if "parent" in one.edit.after()]
        found = [_value(self._now(one.day).record(*ref), "parent") for one in moves]
        standings = self._standings(ref, "parent", moves, found) if moves else []
        made = {id(one) for one, standing in zip(moves, standings, strict=True) if standing is Standing.DONE}
        came = [one.edit.act is EditAct.CREATE or id(one) in made for one in chain]
        return [Standing.DONE if done else Standing.PENDING for done in came]


def _is_there_and_back(today: date, chain: Sequence[_Item], wanted: Sequence[Value], found: Sequence[Value]) -> bool:
    """Whether a value that was to be changed for a time is rightly what it was, because that time is past."""
    past = [i for i, one in enumerate(chain) if one.day <= today]
    return len(past) > 1 and wanted[past[-1]] == found[past[-1]]


class _Missing:
    """What a record that is not there has in a field; equal to nothing but itself."""


_MISSING = _Missing()


def _value(record: Record | None, name: str) -> Value:
    value: Value = getattr(record, name) if record is not None else None
    return value


def _value_or_missing(record: Record | None, name: str) -> object:
    return getattr(record, name) if record is not None else _MISSING


def _gln(record: Record | None) -> str | None:
    return record.gln if isinstance(record, LocationNumber) else None


def _knows_numbers(unit: Unit | None) -> bool:
    return unit is None or unit.number_state is not UNKNOWN


def _each(items: Sequence[_Item], standing: Standing, found: Value = None) -> Iterator[Judged]:
    for one in items:
        yield Judged(one.change, one.edit, "", standing, found)
