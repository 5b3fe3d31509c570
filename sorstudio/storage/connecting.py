"""Opens the SQLite file so that a committed transaction is on the disk, also on a network drive."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from urllib.parse import quote

APPLICATION_ID = 0x534F5250
"""The letters SORP, by which `file` and other programs know a plan."""
BUSY_SECONDS = 5.0


def connect(path: Path, *, writing: bool = False, mode: str = "rw") -> sqlite3.Connection:
    """A connection that begins no transaction by itself; `mode` is SQLite's own (ro, rw, rwc)."""
    uri = f"file:{quote(str(path.resolve()))}?mode={mode}"
    # A worker may close what the window opened; the one connection is handed to one thread at a time.
    made = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False)
    # Beyond FULL: the folder too is flushed, so that what is reported done stays done when the power goes.
    made.execute("PRAGMA synchronous=EXTRA")
    made.execute("PRAGMA foreign_keys=ON")
    made.execute(f"PRAGMA query_only={'OFF' if writing else 'ON'}")
    return made


def begin(writing: bool) -> str:
    """How a transaction begins: a late BEGIN would let another writer in between reading and writing."""
    return "BEGIN IMMEDIATE" if writing else "BEGIN"
