"""The fingerprints by which reading a plan sees that it is what was written, and the names that both sides know."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable

HEAD = "head"
BEGINNING = ""
"""Stands for "no change" where a table needs a key."""


def digest(rows: Iterable[Iterable[str | int | None]]) -> str:
    """A fingerprint of stored rows, by which opening sees that they are whole."""
    found = hashlib.sha256()
    for row in rows:
        found.update("\x1f".join(map(str, row)).encode() + b"\x1e")
    return found.hexdigest()


def checksum(content: str) -> int:
    """Tells a changed byte, which SQLite itself does not see."""
    return zlib.crc32(content.encode())
