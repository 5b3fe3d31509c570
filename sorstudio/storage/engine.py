"""SQLAlchemy on the one connection to a plan file; only what writes needs it, so opening a plan does not load it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from sorstudio.storage.connecting import begin, connect


def open_engine(path: Path, *, writing: bool = False, mode: str = "rw") -> Engine:
    """One connection to the file; `mode` is SQLite's own (ro, rw, rwc)."""

    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin(writing))

    creator = partial(connect, path, writing=writing, mode=mode)
    engine = create_engine("sqlite://", creator=creator, poolclass=StaticPool)
    event.listen(engine, "begin", start)
    return engine
