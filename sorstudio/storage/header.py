"""Reads from a file's first bytes whether it is a plan, and which version of the format it has."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from sorstudio.model.errors import TooNew, Unreadable
from sorstudio.storage.connecting import APPLICATION_ID

_MAGIC = b"SQLite format 3\0"
_LENGTH = 100
_MINORS = 1000


@dataclass(frozen=True, slots=True, order=True)
class Format:
    """A newer major part is refused; a newer minor part only adds what this program can leave alone."""

    major: int
    minor: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}"

    def number(self) -> int:
        """As SQLite's user_version."""
        return self.major * _MINORS + self.minor


CURRENT = Format(1, 0)


def read_format(path: Path) -> Format:
    """The format of a plan file; refuses what is not one, and what a newer program wrote."""
    start = _start(path)
    if not start:
        raise Unreadable("storage.empty_file", path=path)
    if len(start) < _LENGTH or not start.startswith(_MAGIC):
        raise Unreadable("storage.not_a_plan", path=path)
    version, application = _numbers(start)
    if application != APPLICATION_ID:
        raise Unreadable("storage.other_database", path=path)
    found = Format(*divmod(version, _MINORS))
    if found.major > CURRENT.major:
        raise TooNew("storage.too_new", path=path, version=found, known=CURRENT)
    return found


def is_plan(path: Path) -> bool:
    """Whether a file is a plan of any format, sound or not."""
    start = _start(path)
    return len(start) == _LENGTH and start.startswith(_MAGIC) and _numbers(start)[1] == APPLICATION_ID


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LENGTH)


def _numbers(start: bytes) -> tuple[int, int]:
    """SQLite's file format, section 1.3: user version at offset 60, application id at 68."""
    version, application = struct.unpack(">I4xI", start[60:72])
    return version, application
