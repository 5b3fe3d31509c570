"""The municipality's records as a register file showed them: frozen, with every version and what the layout carried."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sorstudio.model.records import Record, RecordKind, Unit


@dataclass(frozen=True, slots=True)
class Version:
    """A record as it holds from `start` until, not including, `end`; None is without limit."""

    kind: RecordKind
    record: Record
    start: date | None = None
    end: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether this version is in force on `day`."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True)
class Baseline:
    """What one or several register files said about one owner.

    `day` is the day the data show, `carries` the canonical fields that the layout has (a field not in it is UNKNOWN
    in every record), `fingerprint` a SHA-256 over the files, `sources` their names, `breakpoints` the days on which
    a version comes into force or ends.
    """

    id: str
    day: date
    layout: str
    fingerprint: str = ""
    carries: frozenset[str] = frozenset()
    sources: tuple[str, ...] = ()
    versions: tuple[Version, ...] = ()
    by_key: Mapping[tuple[RecordKind, str], tuple[Version, ...]] = field(init=False, repr=False, compare=False)
    breakpoints: tuple[date, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Group the versions of each record in order of start."""
        groups: dict[tuple[RecordKind, str], list[Version]] = defaultdict(list)
        for version in self.versions:
            groups[version.kind, version.record.key].append(version)
        ordered = {key: tuple(sorted(group, key=_start)) for key, group in groups.items()}
        object.__setattr__(self, "by_key", ordered)
        days = {day for version in self.versions for day in (version.start, version.end) if day is not None}
        object.__setattr__(self, "breakpoints", tuple(sorted(days)))

    def on(self, day: date) -> list[tuple[RecordKind, Record]]:
        """The records of that day; a unit is always there, in the version nearest to the day."""
        chosen = ((kind, _choose(kind, group, day)) for (kind, _), group in self.by_key.items())
        return [(kind, version.record) for kind, version in chosen if version is not None]

    def unit_count(self) -> int:
        """How many units the register file shows, each counted once."""
        return sum(kind is RecordKind.UNIT for kind, _ in self.by_key)


def _start(version: Version) -> date:
    return version.start or date.min


def _choose(kind: RecordKind, group: tuple[Version, ...], day: date) -> Version | None:
    holding = [version for version in group if version.holds_on(day)]
    if holding:
        return holding[-1]
    if kind is not RecordKind.UNIT:
        return None
    earlier = [version for version in group if _start(version) <= day]
    return earlier[-1] if earlier else group[0]


def unit_versions(baseline: Baseline, key: str) -> tuple[Unit, ...]:
    """Every version of one unit that the file holds, oldest first."""
    group = baseline.by_key.get((RecordKind.UNIT, key), ())
    return tuple(version.record for version in group if isinstance(version.record, Unit))
