"""What can go wrong with a plan file, sorted in two: the world's fault becomes words here, everything else is a bug."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sorstudio.model.errors import Conflict, SorError, Unreadable


class NotSaved(SorError):
    """It could not be written; the file and the plan are as they were."""


_SQLITE = {
    sqlite3.SQLITE_FULL: (NotSaved, "storage.disk_full"),
    sqlite3.SQLITE_READONLY: (NotSaved, "storage.not_writable"),
    sqlite3.SQLITE_PERM: (NotSaved, "storage.not_writable"),
    sqlite3.SQLITE_IOERR: (NotSaved, "storage.disk_error"),
    sqlite3.SQLITE_BUSY: (Conflict, "storage.busy"),
    sqlite3.SQLITE_LOCKED: (Conflict, "storage.busy"),
    sqlite3.SQLITE_CANTOPEN: (Unreadable, "storage.cannot_open"),
    sqlite3.SQLITE_CORRUPT: (Unreadable, "storage.damaged"),
    sqlite3.SQLITE_NOTADB: (Unreadable, "storage.not_a_plan"),
}
_SYSTEM = {
    errno.ENOSPC: (NotSaved, "storage.disk_full"),
    errno.EDQUOT: (NotSaved, "storage.disk_full"),
    errno.EROFS: (NotSaved, "storage.not_writable"),
    errno.EACCES: (NotSaved, "storage.not_allowed"),
    errno.EPERM: (NotSaved, "storage.not_allowed"),
    errno.EIO: (NotSaved, "storage.disk_error"),
    errno.ENOENT: (Unreadable, "storage.no_such_file"),
    errno.ENOTDIR: (Unreadable, "storage.no_such_file"),
    errno.EISDIR: (Unreadable, "storage.is_a_folder"),
    errno.EEXIST: (Unreadable, "storage.is_a_file"),
    errno.ENAMETOOLONG: (Unreadable, "storage.name_too_long"),
}


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn what a person can act on into an error with words; let everything else through."""
    try:
        yield
    except _complaints() as error:
        known = known_system_error(error, path) if isinstance(error, OSError) else known_database_error(error, path)
        if known is None:
            raise
        raise known from error


def _complaints() -> tuple[type[Exception], ...]:
    # Looked up only once something has gone wrong: opening a plan does without the database library.
    from sqlalchemy.exc import DatabaseError

    return DatabaseError, sqlite3.DatabaseError, OSError


def known_database_error(error: Exception, path: Path) -> SorError | None:
    """The words for SQLite's complaint, or None where it is our own mistake; SQLAlchemy keeps it in `orig`."""
    code = getattr(getattr(error, "orig", error), "sqlite_errorcode", None)
    # SQLite keeps the general kind in the low byte and the detail above it.
    found = _SQLITE.get(code & 0xFF) if isinstance(code, int) else None
    return found[0](found[1], path=path) if found else None


def known_system_error(error: OSError, path: Path) -> SorError | None:
    """The words for the operating system's complaint, or None where it is our own mistake."""
    found = _SYSTEM.get(error.errno or 0)
    return found[0](found[1], path=path) if found else None
