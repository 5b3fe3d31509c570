"""Writes a file whole or not at all: beside, flushed to the disk, and then put in its place."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A name next to `path` to write to; whatever is left under it afterwards is taken away."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        yield draft
    finally:
        for leftover in (draft, draft.with_name(f"{draft.name}-journal")):
            leftover.unlink(missing_ok=True)


def clear_drafts(path: Path) -> None:
    """Take away what a killed program left beside `path`; only for who holds it, so that nobody is still writing."""
    for draft in path.parent.glob(f".{escape(path.name)}.*.new*"):
        draft.unlink(missing_ok=True)


def flush_file(path: Path) -> None:
    """Return when the file's content is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(path: Path) -> None:
    """Return when the folder knows its files, where the system can say so."""
    if sys.platform == "win32":
        return
    folder = os.open(path, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
