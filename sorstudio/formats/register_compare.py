"""Two register files of any layout compared: a unit that moved has moved, it is not gone and new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from pathlib import Path

from sorstudio.formats.narrow import OwnerRow, find_owner
from sorstudio.formats.register_file import Register, Row, read_register
from sorstudio.model.bulk import without_collection
from sorstudio.model.codes import CodeLists
from sorstudio.model.records import UNKNOWN, Value
from sorstudio.model.register_facts import FIELDS, PLACE, Facts, RegisterChange, UnitChange, field_changes

_SUCCESSORS = PLACE["replaced_by"]
_ENDS = frozenset({"valid_from", "valid_to", "successors"})


@dataclass(frozen=True)
class Comparison:
    """Two register files and every change from one to the other; `only_*` are the fields that just one of them has."""

    before: Register
    after: Register
    changes: tuple[UnitChange, ...]
    fields: tuple[str, ...]
    only_before: tuple[str, ...] = ()
    only_after: tuple[str, ...] = ()

    def counts(self) -> Counter[RegisterChange]:
        """How many units each kind of change touches."""
        return Counter(change for _, change in dict.fromkeys((one.unit, one.change) for one in self.changes))

    def owners(self) -> dict[str, Counter[RegisterChange]]:
        """The same for each owner, those with most changes first."""
        found: dict[str, Counter[RegisterChange]] = {}
        for owner, _, change in dict.fromkeys((one.owner, one.unit, one.change) for one in self.changes):
            found.setdefault(owner, Counter())[change] += 1
        return dict(sorted(found.items(), key=lambda pair: (-pair[1].total(), self.name(pair[0]))))

    def name(self, unit: str) -> str:
        """The name of a unit, the newer one where both files have it."""
        return self.after.name(unit) if unit in self.after.rows else self.before.name(unit)


def compare_files(before: Path, after: Path, codes: CodeLists, *, today: date, owner: str | None = None) -> Comparison:
    """Both files read and compared. Raises UnreadableFile where one is no register or neither has the owner."""
    with without_collection():
        old = read_register(before, codes, today=today)
        new = read_register(after, codes, today=today, earlier=old)
        return compare_registers(old, new, codes, owner=owner)


def compare_registers(before: Register, after: Register, codes: CodeLists, *, owner: str | None = None) -> Comparison:
    """Every difference between two registers, or those of one owner's units.

    Raises UnreadableFile where neither file has that owner.
    """
    fields = tuple(name for name in FIELDS if name in before.carries & after.carries)
    with without_collection():
        chosen = _owner(before, after, owner, codes) if owner else None
        changes = tuple(_Comparing(before, after, fields).changes(chosen))
    only_before, only_after = before.carries - after.carries, after.carries - before.carries
    return Comparison(before, after, changes, fields, _ordered(only_before), _ordered(only_after))


def _ordered(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=FIELDS.index))


def _owner(before: Register, after: Register, owner: str, codes: CodeLists) -> str:
    tops: dict[str, OwnerRow] = {top.sor_id: top for register in (before, after) for top in register.tops()}
    return find_owner(list(tops.values()), owner, codes, after.source)


@dataclass
class _Owners:
    """The top of the tree above each unit, found once."""

    register: Register
    known: dict[str, str] = field(default_factory=dict)

    def of(self, unit: str) -> str:
        path: dict[str, None] = {}
        at = unit
        while at not in self.known and at not in path:
            path[at] = None
            above = self.register.parent(at)
            if not above or above not in self.register.rows:
                break
            at = above
        top = self.known.get(at, at)
        self.known.update(dict.fromkeys(path, top))
        return top


class _Comparing:
    """Goes through both files once; a row that is kept once for both is not looked into."""

    def __init__(self, before: Register, after: Register, fields: tuple[str, ...]) -> None:
        self._before, self._after, self._fields = before, after, fields
        self._is_same_layout = before.layout == after.layout
        self._is_alike = all(old.is_like(new) for old, new in product(before.sheets, after.sheets))
        self._numbers, self._units = _touched(before, after)
        self._owners = _Owners(before), _Owners(after)

    def changes(self, owner: str | None) -> Iterator[UnitChange]:
        """The units of the newer file in its order, then those that are gone."""
        before = self._before.rows
        for unit, row in self._after.rows.items():
            earlier = before.get(unit)
            if row is earlier and not self._is_touched(unit, row):
                continue
            if owner is None or self._belongs(unit, owner):
                yield from self._appeared(unit) if earlier is None else self._differing(unit)
        for unit in before:
            if unit not in self._after.rows and (owner is None or self._belongs(unit, owner)):
                yield from self._gone(unit)

    def _is_touched(self, unit: str, row: Row) -> bool:
        """Whether the tables beside the units tell something else of a unit whose own row is the same."""
        return unit in self._units or (bool(self._numbers) and self._after.number_of(row) in self._numbers)

    def _belongs(self, unit: str, owner: str) -> bool:
        registers = zip((self._before, self._after), self._owners, strict=True)
        return any(unit in register.rows and owners.of(unit) == owner for register, owners in registers)

    def _differing(self, unit: str) -> Iterator[UnitChange]:
        columns = self._columns(unit)
        before, after = self._before.facts(unit, columns), self._after.facts(unit, columns)
        if before is None or after is None:
            return
        owner, name = self._owners[1].of(unit), str(after[PLACE["name"]])
        for one in field_changes(before, after, self._fields, is_same_layout=self._is_same_layout):
            yield UnitChange(unit, name, one.change, one.field, one.before, one.after, owner)
        yield from self._ended(unit, before, after)

    def _columns(self, unit: str) -> frozenset[str] | None:
        """What is worth reading of a unit whose rows are written alike; None is everything."""
        before, after = self._before.rows[unit], self._after.rows[unit]
        if before is after or before.sheet is None or after.sheet is None or not self._is_alike:
            return None
        return before.sheet.columns_of(before.text, after.text) | _ENDS

    def _ended(self, unit: str, before: Facts, after: Facts) -> Iterator[UnitChange]:
        """Closed or open again, where only one of the files has days at all."""
        if "valid_to" in self._fields:
            return
        ended = _end(self._before, before), _end(self._after, after)
        if (ended[0] is None) != (ended[1] is None):
            change = RegisterChange.CLOSED if ended[1] else RegisterChange.REOPENED
            owner, name = self._owners[1].of(unit), str(after[PLACE["name"]])
            yield UnitChange(unit, name, change, "valid_to", *ended, owner)

    def _appeared(self, unit: str) -> Iterator[UnitChange]:
        facts = self._after.facts(unit, _ENDS)
        if facts is not None and _end(self._after, facts) is None:
            name, owner = str(facts[PLACE["name"]]), self._owners[1].of(unit)
            yield UnitChange(unit, name, RegisterChange.NEW, after=name, owner=owner)
            yield from self._succession(unit, name, owner, (self._before.teller.replaced_by(unit), facts[_SUCCESSORS]))

    def _gone(self, unit: str) -> Iterator[UnitChange]:
        facts = self._before.facts(unit, _ENDS)
        if facts is not None and _end(self._before, facts) is None:
            name, owner = str(facts[PLACE["name"]]), self._owners[0].of(unit)
            yield UnitChange(unit, name, RegisterChange.CLOSED, before=name, owner=owner)
            yield from self._succession(unit, name, owner, (facts[_SUCCESSORS], self._after.teller.replaced_by(unit)))

    def _succession(self, unit: str, name: str, owner: str, told: tuple[Value, Value]) -> Iterator[UnitChange]:
        """A table of replacements also speaks of units whose own row is gone."""
        if "replaced_by" in self._fields and told[0] != told[1]:
            yield UnitChange(unit, name, RegisterChange.REPLACED_BY, "replaced_by", *told, owner)


def _end(register: Register, facts: Facts) -> Value:
    """The last day of a unit that is over on the register's day."""
    last = facts[PLACE["valid_to"]]
    return last if isinstance(last, str) and last < register.day.isoformat() else None


def _touched(before: Register, after: Register) -> tuple[frozenset[str], frozenset[str]]:
    """The numbers and the units of which the tables beside the units tell something else."""
    old, new = before.told, after.told
    numbers = {gln for gln in old.numbers.keys() | new.numbers.keys() if _number(before, gln) != _number(after, gln)}
    glns = old.capabilities.keys() | new.capabilities.keys() | old.listed | new.listed
    numbers |= {gln for gln in glns if _types(before, gln) != _types(after, gln)}
    units = {one.unit for gln in numbers for told in (old, new) if (one := told.numbers.get(gln)) and one.unit}
    pairs = before.teller.successors.items() ^ after.teller.successors.items()
    return frozenset(numbers), frozenset(units | {unit for unit, _ in pairs})


def _number(register: Register, gln: str) -> Value:
    found = register.told.numbers.get(gln)
    return None if found is None else repr((found.unit, found.fields))


def _types(register: Register, gln: str) -> Value:
    if not register.told.knows(gln):
        return UNKNOWN
    types = {(one.type, one.version, one.direction) for one in register.told.capabilities.get(gln, ())}
    return repr(sorted(types))
