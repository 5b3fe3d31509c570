"""Reads a plan file back, as far as it is sound, and says what is missing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, Row, Select, select
from sqlalchemy.exc import DatabaseError

from sorstudio.model.baseline import Baseline, Version
from sorstudio.model.bulk import without_collection
from sorstudio.model.change import Change
from sorstudio.model.journal import Journal
from sorstudio.model.records import RecordKind
from sorstudio.storage.codec import DAMAGED, Tagged, decode_change, decode_record
from sorstudio.storage.rows import BEGINNING, HEAD, checksum, digest
from sorstudio.storage.tables import BASELINES, BRANCHES, CHANGES, LEFT, META, VERSIONS


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


def load(connection: Connection) -> Contents:
    """Everything in the file; nothing is guessed, what cannot be read is named."""
    damage = _page_damage(connection)
    with without_collection():
        baselines = tuple(_baselines(connection, damage))
        journal = _journal(connection, {baseline.id for baseline in baselines}, damage)
    return Contents(baselines, journal, tuple(damage))


def _page_damage(connection: Connection) -> list[Damage]:
    try:
        found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA quick_check(3)")]
    except DatabaseError as error:
        found = [str(error.orig)]
    return [] if found == ["ok"] else [Damage("storage.lost.pages", {"detail": found[0]})]


def _fetch(connection: Connection, statement: Select[tuple[object, ...]]) -> list[Row[tuple[object, ...]]]:
    """The rows up to where the file is broken."""
    rows: list[Row[tuple[object, ...]]] = []
    try:
        rows.extend(connection.execute(statement))
    except DatabaseError:
        # quick_check has already said that pages are broken; the counts say what is missing.
        return rows
    return rows


def _baselines(connection: Connection, damage: list[Damage]) -> Iterator[Baseline]:
    for row in connection.execute(select(BASELINES).order_by(BASELINES.c.position)):
        columns = (VERSIONS.c[name] for name in ("position", "kind", "key", "start", "end", "content"))
        stored = _stored_versions(connection, select(*columns).where(VERSIONS.c.baseline == row.id))
        versions = _versions(stored)
        if len(versions) < row.row_count:
            lost = row.row_count - len(versions)
            damage.append(Damage("storage.lost.baseline_rows", {"count": lost, "of": row.row_count}))
        elif digest(stored) != row.digest:
            damage.append(Damage("storage.lost.baseline_altered", {"day": row.day}))
        yield Baseline(
            id=row.id,
            day=date.fromisoformat(row.day),
            layout=row.layout,
            fingerprint=row.fingerprint,
            carries=frozenset(json.loads(row.carries)),
            sources=tuple(json.loads(row.sources)),
            versions=versions,
        )


StoredVersion = tuple[int, str, str, str | None, str | None, str]


def _stored_versions(connection: Connection, statement: Select[tuple[object, ...]]) -> list[StoredVersion]:
    rows = _fetch(connection, statement.order_by(VERSIONS.c.position))
    return [(row.position, row.kind, row.key, row.start, row.end, row.content) for row in rows]


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


def _journal(connection: Connection, baselines: set[str], damage: list[Damage]) -> Journal:
    rows = _fetch(connection, select(CHANGES).order_by(CHANGES.c.position))
    sound: dict[str, Change] = {}
    lost: dict[str, str | None] = {}
    for row in rows:
        change = _sound_change(row, sound, baselines)
        if change is not None:
            sound[change.id] = change
        else:
            lost[str(row.id)] = _first_followed(row)
    if lost:
        damage.append(Damage("storage.lost.changes", {"count": len(lost)}))
    head = _head(connection, sound, lost, damage)
    return Journal(sound.values(), head, _left(connection, sound), _names(connection, sound))


def _sound_change(row: Row[tuple[object, ...]], sound: Mapping[str, Change], baselines: set[str]) -> Change | None:
    """A change that reads, is what was written, and whose forerunners are there too."""
    try:
        if checksum(row.content) != row.checksum:
            return None
        change = decode_change(json.loads(row.content))
    except DAMAGED:
        return None
    is_chained = change.id == row.id and all(one in sound for one in change.follows)
    return change if is_chained and (change.baseline is None or change.baseline in baselines) else None


def _first_followed(row: Row[tuple[object, ...]]) -> str | None:
    try:
        follows = json.loads(row.follows)
        return str(follows[0]) if follows else None
    except DAMAGED:
        return None


def _head(
    connection: Connection, sound: Mapping[str, Change], lost: Mapping[str, str | None], damage: list[Damage]
) -> str | None:
    """Where the plan stood; behind a lost change, the last sound one before it."""
    rows = _fetch(connection, select(META).where(META.c.name == HEAD))
    head: str | None = rows[0].value if rows else _last(sound)
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


def _left(connection: Connection, sound: Mapping[str, Change]) -> dict[str | None, str]:
    rows = _fetch(connection, select(LEFT))
    pairs = ((None if row.parent == BEGINNING else row.parent, row.child) for row in rows)
    return {parent: child for parent, child in pairs if child in sound and (parent is None or parent in sound)}


def _names(connection: Connection, sound: Mapping[str, Change]) -> dict[str, str]:
    return {row.name: row.tip for row in _fetch(connection, select(BRANCHES)) if row.tip in sound}
