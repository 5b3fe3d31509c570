"""Opens the SQLite file so that a committed transaction is on the disk, also on a network drive."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

APPLICATION_ID = 0x534F5250
"""The letters SORP, by which `file` and other programs know a plan."""
BUSY_SECONDS = 5.0


def open_engine(path: Path, *, writing: bool = False, mode: str = "rw") -> Engine:
    """One connection to the file; `mode` is SQLite's own (ro, rw, rwc)."""
    uri = f"file:{quote(str(path.resolve()))}?mode={mode}"

    def connect() -> sqlite3.Connection:
        # A worker may close what the window opened; SQLAlchemy hands the one connection to one thread at a time.
        return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False)

    def set_up(connection: sqlite3.Connection, _record: object) -> None:
        # Beyond FULL: the folder too is flushed, so that what is reported done stays done when the power goes.
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute(f"PRAGMA query_only={'OFF' if writing else 'ON'}")

    def begin(connection: Connection) -> None:
        # The driver's own late BEGIN would let another writer in between reading and writing.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", begin)
    return engine


def pragma(connection: Connection, name: str) -> int:
    """The number that SQLite keeps in the file's header under `name`."""
    return int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())
