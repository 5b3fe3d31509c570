"""Writes baselines and steps of the journal into the tables."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from sorstudio.model.baseline import Baseline, Version
from sorstudio.model.change import Change
from sorstudio.model.journal import Journal, Step
from sorstudio.storage.codec import encode_change, encode_record, to_text
from sorstudio.storage.sums import BEGINNING, HEAD, checksum, digest
from sorstudio.storage.tables import BASELINES, BRANCHES, CHANGES, LEFT, META

Row = tuple[str, int, str, str, str | None, str | None, str]
# The driver takes plain tuples four times as fast as Core takes dictionaries.
_INSERT_VERSION = "INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?)"


def write_baseline(connection: Connection, baseline: Baseline, position: int) -> None:
    """One register file, all its rows in one go."""
    rows = [_version_row(baseline.id, at, version) for at, version in enumerate(baseline.versions)]
    connection.execute(
        insert(BASELINES).values(
            id=baseline.id,
            position=position,
            day=baseline.day.isoformat(),
            layout=baseline.layout,
            fingerprint=baseline.fingerprint,
            carries=to_text([*sorted(baseline.carries)]),
            sources=to_text(list(baseline.sources)),
            row_count=len(rows),
            digest=digest(row[1:] for row in rows),
        )
    )
    if rows:
        connection.exec_driver_sql(_INSERT_VERSION, rows)


def _version_row(baseline: str, position: int, version: Version) -> Row:
    content = to_text(encode_record(version.record))
    return baseline, position, version.kind.value, version.record.key, _day(version.start), _day(version.end), content


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def write_step(connection: Connection, step: Step) -> None:
    """One movement of the journal."""
    if step.change is not None:
        write_change(connection, step.change)
    _set(connection, HEAD, step.head)
    _put(connection, step)


def write_journal(connection: Connection, journal: Journal) -> None:
    """A whole journal, into a new file."""
    for change in journal.changes.values():
        write_change(connection, change)
    _set(connection, HEAD, journal.head)
    _put(connection, Step(journal.head, left=journal.left, names=journal.names))


def write_change(connection: Connection, change: Change) -> None:
    """One change at the end of the journal."""
    content = to_text(encode_change(change))
    connection.execute(
        insert(CHANGES).values(
            id=change.id, follows=to_text(list(change.follows)), content=content, checksum=checksum(content)
        )
    )


def stored_head(connection: Connection) -> str | None:
    """Where the file stands in its journal."""
    found: str | None = connection.execute(select(META.c.value).where(META.c.name == HEAD)).scalar()
    return found


def _set(connection: Connection, name: str, value: str | None) -> None:
    statement = upsert(META).values(name=name, value=value)
    connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def _put(connection: Connection, step: Step) -> None:
    for parent, child in step.left.items():
        row = upsert(LEFT).values(parent=parent or BEGINNING, child=child)
        connection.execute(row.on_conflict_do_update(index_elements=["parent"], set_={"child": child}))
    for name, tip in step.names.items():
        row = upsert(BRANCHES).values(name=name, tip=tip)
        connection.execute(row.on_conflict_do_update(index_elements=["name"], set_={"tip": tip}))
