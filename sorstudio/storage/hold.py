"""The hold on a plan file: a lock of the operating system on a small file beside it, which dies with its process.

The plan file itself is not locked, because SQLite has locks of its own there, and on network drives all kinds are one.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import socket
import sys
import time
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, BinaryIO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_BEYOND = 1 << 30
"""Windows locks bytes against reading too; one far behind the text lets others read who has the file."""
_PAUSE = 0.05


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a plan open for writing, on which machine, in which process, and since when."""

    user: str
    host: str
    pid: int
    since: str


class Hold:
    """A plan file held for writing until `release`, or until the process ends in any way."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self._path = path
        self._file: BinaryIO | None = file

    def release(self) -> None:
        """Let others write. The lock file goes first, while nobody else can have it."""
        if self._file is None:
            return
        file, self._file = self._file, None
        with contextlib.suppress(OSError):
            if sys.platform != "win32":
                self._path.unlink()
        _unlock(file)
        file.close()


def lock_path(plan: Path) -> Path:
    """The file beside a plan that carries the lock."""
    return plan.with_name(f".{plan.name}.lock")


def take_hold(plan: Path, *, wait: float = 0.0) -> Hold | Holder:
    """The hold, or who has it; tries for `wait` seconds before giving up."""
    until = time.monotonic() + wait
    while (found := _try(lock_path(plan.resolve()))) is None:
        if time.monotonic() >= until:
            return read_holder(plan)
        time.sleep(_PAUSE)
    return found


def read_holder(plan: Path) -> Holder:
    """What the lock file says; its text may be missing for an instant after the lock was taken."""
    nobody = Holder("?", "?", 0, "")
    try:
        return Holder(**json.loads(lock_path(plan.resolve()).read_text(encoding="utf-8").rstrip("\0")))
    except (OSError, ValueError, TypeError):
        return nobody


def current_holder(plan: Path) -> Holder | None:
    """Who has the plan open for writing right now; a lock file that a dead process left counts for nothing."""
    path = lock_path(plan.resolve())
    try:
        with path.open("rb+") as file:
            if _lock(file):
                _unlock(file)
                return None
    except OSError:
        return None
    return read_holder(plan)


def _try(path: Path) -> Hold | None:
    file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o644), "r+b", buffering=0)
    if not _lock(file):
        file.close()
        return None
    if not _is_still(path, file):
        # Whoever had it took the file away between our opening and locking; what we hold means nothing.
        _unlock(file)
        file.close()
        return _try(path)
    file.truncate()
    file.write(json.dumps(asdict(_ourselves())).encode())
    return Hold(path, file)


def _is_still(path: Path, file: BinaryIO) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


def _ourselves() -> Holder:
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):
        user = "?"
    return Holder(user, socket.gethostname(), os.getpid(), datetime.now().astimezone().isoformat(timespec="seconds"))


def _lock(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            file.seek(_BEYOND)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            file.seek(0)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _unlock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        file.seek(_BEYOND)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_UN)
