"""Reads a plan file back, as far as it is sound, and says what is missing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sorstudio.model.baseline import Baseline, Version
from sorstudio.model.bulk import without_collection
from sorstudio.model.change import Change
from sorstudio.model.journal import Journal
from sorstudio.model.records import RecordKind
from sorstudio.storage.codec import DAMAGED, Tagged, decode_change, decode_record
from sorstudio.storage.sums import BEGINNING, HEAD, checksum, digest


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that a damaged file has lost; code and parameters become a sentence."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a plan file holds, and what it should hold and does not."""

    baselines: tuple[Baseline, ...]
    journal: Journal
    damage: tuple[Damage, ...] = ()


def load(connection: sqlite3.Connection) -> Contents:
    """Everything in the file; nothing is guessed, what cannot be read is named."""
    damage = _page_damage(connection)
    with without_collection():
        baselines = tuple(_baselines(connection, damage))
        journal = _journal(connection, {baseline.id for baseline in baselines}, damage)
    return Contents(baselines, journal, tuple(damage))


def _page_damage(connection: sqlite3.Connection) -> list[Damage]:
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA quick_check(3)")]
    except sqlite3.DatabaseError as error:
        found = [str(error)]
    return [] if found == ["ok"] else [Damage("storage.lost.pages", {"detail": found[0]})]


def _fetch(connection: sqlite3.Connection, statement: str, *values: object) -> list[Any]:
    """The rows up to where the file is broken; whoever asks knows the columns."""
    rows: list[Any] = []
    try:
        rows.extend(connection.execute(statement, values))
    except sqlite3.DatabaseError:
        # quick_check has already said that pages are broken; the counts say what is missing.
        return rows
    return rows


def _baselines(connection: sqlite3.Connection, damage: list[Damage]) -> Iterator[Baseline]:
    for row in connection.execute(_BASELINES):
        identity, day, layout, fingerprint, carries, sources, count, written = row
        stored: list[StoredVersion] = _fetch(connection, _VERSIONS, identity)
        versions = _versions(stored)
        if len(versions) < count:
            damage.append(Damage("storage.lost.baseline_rows", {"count": count - len(versions), "of": count}))
        elif digest(stored) != written:
            damage.append(Damage("storage.lost.baseline_altered", {"day": day}))
        yield Baseline(
            id=identity,
            day=date.fromisoformat(day),
            layout=layout,
            fingerprint=fingerprint,
            carries=frozenset(json.loads(carries)),
            sources=tuple(json.loads(sources)),
            versions=versions,
        )


_BASELINES = "SELECT id, day, layout, fingerprint, carries, sources, row_count, digest FROM baselines ORDER BY position"
_VERSIONS = 'SELECT position, kind, key, start, "end", content FROM versions WHERE baseline = ? ORDER BY position'
_CHANGES = "SELECT id, follows, content, checksum FROM changes ORDER BY position"
StoredVersion = tuple[int, str, str, str | None, str | None, str]
StoredChange = tuple[str, str, str, int]


def _versions(rows: Sequence[StoredVersion]) -> tuple[Version, ...]:
    """All at once, which is quickest; one by one only where a row is broken."""
    try:
        contents = json.loads("[" + ",".join(row[-1] for row in rows) + "]")
        return tuple(_version(row, content) for row, content in zip(rows, contents, strict=True))
    except DAMAGED:
        return tuple(version for row in rows if (version := _sound_version(row)) is not None)


def _version(row: StoredVersion, content: Tagged) -> Version:
    _, kind_text, key, start, end, _ = row
    kind = RecordKind(kind_text)
    record = decode_record(kind, key, content)
    return Version(kind, record, date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None)


def _sound_version(row: StoredVersion) -> Version | None:
    try:
        return _version(row, json.loads(row[-1]))
    except DAMAGED:
        return None


def _journal(connection: sqlite3.Connection, baselines: set[str], damage: list[Damage]) -> Journal:
    rows: list[StoredChange] = _fetch(connection, _CHANGES)
    sound: dict[str, Change] = {}
    lost: dict[str, str | None] = {}
    for row in rows:
        change = _sound_change(row, sound, baselines)
        if change is not None:
            sound[change.id] = change
        else:
            lost[str(row[0])] = _first_followed(row)
    if lost:
        damage.append(Damage("storage.lost.changes", {"count": len(lost)}))
    head = _head(connection, sound, lost, damage)
    return Journal(sound.values(), head, _left(connection, sound), _names(connection, sound))


def _sound_change(row: StoredChange, sound: Mapping[str, Change], baselines: set[str]) -> Change | None:
    """A change that reads, is what was written, and whose forerunners are there too."""
    identity, _, content, written = row
    try:
        if checksum(content) != written:
            return None
        change = decode_change(json.loads(content))
    except DAMAGED:
        return None
    is_chained = change.id == identity and all(one in sound for one in change.follows)
    return change if is_chained and (change.baseline is None or change.baseline in baselines) else None


def _first_followed(row: StoredChange) -> str | None:
    try:
        follows = json.loads(row[1])
        return str(follows[0]) if follows else None
    except DAMAGED:
        return None


def _head(
    connection: sqlite3.Connection, sound: Mapping[str, Change], lost: Mapping[str, str | None], damage: list[Damage]
) -> str | None:
    """Where the plan stood; behind a lost change, the last sound one before it."""
    rows = _fetch(connection, "SELECT value FROM meta WHERE name = ?", HEAD)
    head: str | None = rows[0][0] if rows else _last(sound)
    wanted = head
    while head is not None and head in lost:
        head = lost[head]
    if head is not None and head not in sound:
        head = _last(sound)
    if not rows or head != wanted:
        damage.append(Damage("storage.lost.place"))
    return head


def _last(sound: Mapping[str, Change]) -> str | None:
    return next(reversed(list(sound)), None)


def _left(connection: sqlite3.Connection, sound: Mapping[str, Change]) -> dict[str | None, str]:
    rows = _fetch(connection, "SELECT parent, child FROM left_children")
    pairs = ((None if parent == BEGINNING else parent, child) for parent, child in rows)
    return {parent: child for parent, child in pairs if child in sound and (parent is None or parent in sound)}


def _names(connection: sqlite3.Connection, sound: Mapping[str, Change]) -> dict[str, str]:
    return {name: tip for name, tip in _fetch(connection, "SELECT name, tip FROM branches") if tip in sound}
