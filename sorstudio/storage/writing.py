"""Writes a new plan file: made beside, flushed, read back, and then put in its place."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import func, select

from sorstudio.model.baseline import Baseline
from sorstudio.model.errors import Conflict
from sorstudio.model.journal import Journal
from sorstudio.storage.connecting import APPLICATION_ID
from sorstudio.storage.engine import open_engine
from sorstudio.storage.errors import NotSaved
from sorstudio.storage.header import CURRENT
from sorstudio.storage.replacing import beside, flush_file, flush_folder
from sorstudio.storage.rows import write_baseline, write_journal
from sorstudio.storage.tables import CHANGES, METADATA, VERSIONS


def publish(path: Path, baselines: Sequence[Baseline], journal: Journal, *, force: bool) -> None:
    """The whole plan under `path`, or nothing."""
    with beside(path) as draft:
        _fill(draft, baselines, journal)
        flush_file(draft)
        _read_back(draft, baselines, journal)
        _put_in_place(draft, path, force)
    flush_folder(path.parent)


def _fill(draft: Path, baselines: Sequence[Baseline], journal: Journal) -> None:
    engine = open_engine(draft, writing=True, mode="rwc")
    try:
        with engine.begin() as connection:
            METADATA.create_all(connection)
            for position, baseline in enumerate(baselines):
                write_baseline(connection, baseline, position)
            write_journal(connection, journal)
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={CURRENT.number()}")
    finally:
        engine.dispose()


def _read_back(draft: Path, baselines: Sequence[Baseline], journal: Journal) -> None:
    """What is on the disk counts, not what was sent there."""
    expected = (sum(len(baseline.versions) for baseline in baselines), len(journal.changes), "ok")
    engine = open_engine(draft)
    try:
        with engine.connect() as connection:
            versions = connection.scalar(select(func.count()).select_from(VERSIONS))
            changes = connection.scalar(select(func.count()).select_from(CHANGES))
            found = (versions, changes, connection.exec_driver_sql("PRAGMA quick_check(1)").scalar())
    finally:
        engine.dispose()
    if found != expected:
        raise NotSaved("storage.disk_error", path=draft)


def _put_in_place(draft: Path, path: Path, force: bool) -> None:
    if force:
        os.replace(draft, path)
    elif path.exists():
        raise Conflict("storage.exists", path=path)
    else:
        os.rename(draft, path)
