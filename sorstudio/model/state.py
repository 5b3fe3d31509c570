"""The records as they stand on one day, with the tree they form. A state never changes; edits make a new one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import compress
from operator import is_not
from typing import TypeVar, cast

from sorstudio.model.change import Edit, EditAct
from sorstudio.model.records import (
    CLASS_OF,
    OWNER_FIELD,
    Acceptance,
    Agreement,
    Answer,
    LocationNumber,
    MessageCapability,
    Note,
    Offer,
    OfferText,
    Placement,
    Play,
    Record,
    RecordKind,
    SentRequest,
    Setting,
    SpecialityMember,
    Succession,
    Unit,
)

Owner = tuple[RecordKind, str | None]
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class _Records:
    """Records by kind and key, and who belongs to whom in order."""

    records: Mapping[RecordKind, Mapping[str, Record]]
    owned: Mapping[Owner, tuple[str, ...]]

    units: Mapping[str, Unit] = field(init=False, repr=False, compare=False)
    """Every unit by key."""
    numbers: Mapping[str, LocationNumber] = field(init=False, repr=False, compare=False)
    """Every own location number by key."""

    def __post_init__(self) -> None:
        """Keep the two tables that everybody asks for at hand."""
        object.__setattr__(self, "units", self.records[RecordKind.UNIT])
        object.__setattr__(self, "numbers", self.records[RecordKind.NUMBER])

    def record(self, kind: RecordKind, key: str) -> Record | None:
        """One record, or None where there is none."""
        return self.records[kind].get(key)

    def number_of(self, unit: str) -> LocationNumber | None:
        """The unit's own number (issued or ordered), or None."""
        keys = self.owned.get((RecordKind.NUMBER, unit))
        return self.numbers[keys[0]] if keys else None

    def capabilities(self, number: str) -> tuple[MessageCapability, ...]:
        """What a number receives and sends, by type, version and direction."""
        return cast("tuple[MessageCapability, ...]", self._members(RecordKind.CAPABILITY, number))

    def specialities(self, unit: str) -> tuple[SpecialityMember, ...]:
        """A unit's specialities in order of priority."""
        return cast("tuple[SpecialityMember, ...]", self._members(RecordKind.SPECIALITY, unit))

    def successions(self, unit: str) -> tuple[Succession, ...]:
        """Who takes over from a unit."""
        return cast("tuple[Succession, ...]", self._members(RecordKind.SUCCESSION, unit))

    def placements(self, unit: str) -> tuple[Placement, ...]:
        """The offers that a unit provides."""
        if (RecordKind.PLACEMENT, unit) not in self.owned:  # most units, and every rule on offers asks
            return ()
        return cast("tuple[Placement, ...]", self._members(RecordKind.PLACEMENT, unit))

    def providers(self, offer: str) -> tuple[str, ...]:
        """The units that provide an offer."""
        placements = cast("Iterable[Placement]", self.records[RecordKind.PLACEMENT].values())
        return tuple(item.unit for item in placements if item.offer == offer)

    def offers(self) -> tuple[Offer, ...]:
        """The offers that the municipality added itself."""
        return cast("tuple[Offer, ...]", tuple(self.records[RecordKind.OFFER].values()))

    def offer_text(self, offer: str) -> OfferText | None:
        """What a sender is told about an offer (a code of the catalogue or the key of an own one), or None."""
        return cast("OfferText | None", self.records[RecordKind.OFFER_TEXT].get(offer))

    def offer_texts(self) -> tuple[OfferText, ...]:
        """What senders are told about all offers."""
        return cast("tuple[OfferText, ...]", tuple(self.records[RecordKind.OFFER_TEXT].values()))

    def notes(self, unit: str) -> tuple[Note, ...]:
        """The remarks on a unit."""
        return cast("tuple[Note, ...]", self._members(RecordKind.NOTE, unit))

    def acceptances(self, unit: str) -> tuple[Acceptance, ...]:
        """What has been accepted at a unit, by rule."""
        return cast("tuple[Acceptance, ...]", self._members(RecordKind.ACCEPTANCE, unit))

    def requests(self) -> tuple[SentRequest, ...]:
        """The requests that have been sent, in the order in which that was noted."""
        return cast("tuple[SentRequest, ...]", tuple(self.records[RecordKind.REQUEST].values()))

    def answers(self, request: str) -> tuple[Answer, ...]:
        """What has been answered to a request, wish by wish."""
        return cast("tuple[Answer, ...]", self._members(RecordKind.ANSWER, request))

    def plays(self) -> tuple[Play, ...]:
        """The messages that are sent to see what comes of them, in the order in which they were kept."""
        return cast("tuple[Play, ...]", tuple(self.records[RecordKind.PLAY].values()))

    def agreements(self) -> tuple[Agreement, ...]:
        """What has been agreed locally, in the order in which it was kept."""
        return cast("tuple[Agreement, ...]", tuple(self.records[RecordKind.AGREEMENT].values()))

    def setting(self, name: str) -> str | None:
        """The value of a plan setting."""
        found = cast(Setting | None, self.records[RecordKind.SETTING].get(name))
        return found.value if found else None

    def _members(self, kind: RecordKind, owner: str) -> tuple[Record, ...]:
        keys = self.owned.get((kind, owner))
        if not keys:
            return ()
        table = self.records[kind]
        return tuple(table[key] for key in keys)


@dataclass(frozen=True, slots=True)
class State(_Records):
    """The records with the tree that they form.

    States of which the one came from the other share the very same `owned` as long as nothing came, went or moved.
    """

    def roots(self) -> tuple[str, ...]:
        """The units without a parent (one, the owner, in a sound plan)."""
        return self.owned.get((RecordKind.UNIT, None), ())

    def children(self, unit: str) -> tuple[str, ...]:
        """The units right below, in order."""
        return self.owned.get((RecordKind.UNIT, unit), ())

    def ancestors(self, unit: str) -> Iterator[str]:
        """The units above, nearest first; stops at a loop."""
        units, seen = self.units, {unit}
        parent = units[unit].parent
        while parent is not None and parent not in seen and parent in units:
            yield parent
            seen.add(parent)
            parent = units[parent].parent

    def path(self, unit: str) -> tuple[str, ...]:
        """The names from the owner down to the unit itself."""
        chain = [unit, *self.ancestors(unit)]
        return tuple(self.units[key].name for key in reversed(chain))

    def level(self, unit: str) -> int:
        """1 for the owner, 2 for an institution, 3 and more below."""
        return 1 + sum(1 for _ in self.ancestors(unit))

    def walk(self, top: str | None = None) -> Iterator[tuple[int, Unit]]:
        """Depth (1 at the top) and unit in tree order, parents first; from `top`, or everything."""
        stack = [(1, key) for key in reversed(self.roots() if top is None else (top,))]
        while stack:
            depth, key = stack.pop()
            yield depth, self.units[key]
            stack.extend((depth + 1, child) for child in reversed(self.children(key)))

    def below(self, unit: str) -> Iterator[str]:
        """Every unit below, not the unit itself."""
        walk = self.walk(unit)
        next(walk)
        return (found.key for _, found in walk)

    def with_edits(self, edits: Iterable[Edit]) -> State:
        """The state after the edits; an edit of a record that is not there does nothing."""
        draft = _Draft(self)
        for edit in edits:
            draft.make(edit)
        return draft.state()

    def differing(self, other: State) -> Iterator[tuple[RecordKind, str]]:
        """Every record that the two states do not share."""
        for kind in RecordKind:
            changed = changed_records(self.records[kind], other.records[kind])
            yield from ((kind, key) for key, before, after in changed if before != after)


class _Draft:
    """Copies of only the tables that edits touch."""

    def __init__(self, state: State) -> None:
        self._records: dict[RecordKind, Mapping[str, Record]] = dict(state.records)
        self._owned = state.owned
        self._copied: dict[RecordKind, dict[str, Record]] = {}
        self._stale: set[Owner] = set()
        self._joined: dict[Owner, set[str]] = defaultdict(set)

    def make(self, edit: Edit) -> None:
        before = self._records[edit.kind].get(edit.key)
        after = apply_edit(before, edit)
        if before is after:
            return
        table = self._table(edit.kind)
        if after is None:
            del table[edit.key]
        else:
            table[edit.key] = after
        self._note_owner(edit.kind, before)
        self._note_owner(edit.kind, after)

    def state(self) -> State:
        groups = {owner: self._regroup(owner) for owner in self._stale}
        others = {owner: group for owner, group in groups.items() if group != self._owned.get(owner, ())}
        if not others:
            return State(self._records, self._owned)
        owned = {**self._owned, **others}
        for owner in (owner for owner, group in others.items() if not group):
            del owned[owner]
        return State(self._records, owned)

    def _table(self, kind: RecordKind) -> dict[str, Record]:
        if kind not in self._copied:
            self._copied[kind] = dict(self._records[kind])
            self._records[kind] = self._copied[kind]
        return self._copied[kind]

    def _note_owner(self, kind: RecordKind, record: Record | None) -> None:
        if record is not None and kind in OWNER_FIELD:
            owner = (kind, getattr(record, OWNER_FIELD[kind]))
            self._stale.add(owner)
            self._joined[owner].add(record.key)

    def _regroup(self, owner: Owner) -> tuple[str, ...]:
        kind, key = owner
        table, name = self._records[kind], OWNER_FIELD[kind]
        candidates = self._joined[owner].union(self._owned.get(owner, ()))
        members = [table[one] for one in candidates if one in table and getattr(table[one], name) == key]
        return tuple(record.key for record in sorted(members, key=sort_key))


def apply_edit(record: Record | None, edit: Edit) -> Record | None:
    """The record after one edit, field by field; None where it is gone."""
    if edit.act is EditAct.REMOVE:
        return None
    if record is None:
        return _construct(edit) if edit.act is EditAct.CREATE else None
    return replace(record, **edit.after())  # type: ignore[arg-type]


def _construct(edit: Edit) -> Record:
    return CLASS_OF[edit.kind](key=edit.key, **edit.after())  # type: ignore[arg-type]


def sort_key(record: Record) -> tuple[float, str, str]:
    """The order in which members of one owner are shown."""
    if isinstance(record, Unit):
        return (record.rank, record.name, record.key)
    if isinstance(record, SpecialityMember):
        return (record.priority, "", record.key)
    if isinstance(record, MessageCapability):
        return (0.0, record.type, record.key)
    return (0.0, "", record.key)


def build_state(records: Iterable[tuple[RecordKind, Record]]) -> State:
    """A state from loose records."""
    tables: dict[RecordKind, dict[str, Record]] = {kind: {} for kind in RecordKind}
    groups: dict[Owner, list[Record]] = defaultdict(list)
    for kind, record in records:
        tables[kind][record.key] = record
    for kind, name in OWNER_FIELD.items():
        for record in tables[kind].values():
            groups[kind, getattr(record, name)].append(record)
    owned = {owner: tuple(item.key for item in sorted(group, key=sort_key)) for owner, group in groups.items()}
    return State(tables, owned)


def changed_records(old: Mapping[str, R], new: Mapping[str, R]) -> Iterator[tuple[str, R | None, R | None]]:
    """Key, before and after of everything that is not the very same thing in both tables."""
    if old is new:
        return
    come = 0
    for key in compress(new, map(is_not, new.values(), map(old.get, new))):
        before = old.get(key)
        come += before is None
        yield key, before, new[key]
    if len(old) + come > len(new):
        yield from ((key, before, None) for key, before in old.items() if key not in new)


EMPTY = build_state(())
