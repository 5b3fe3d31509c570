"""A set of files written as one: all are safely on the disk before any of them appears in the folder."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from sorstudio.model.errors import Unusable


def write_folder(folder: Path, files: Mapping[str, bytes], ours: frozenset[str]) -> tuple[Path, ...]:
    """Write `files` into `folder`; of what lies there already only the names in `ours` are replaced or taken away.

    Everything is written in a folder beside it and flushed first, so that a full disk changes nothing.
    """
    if folder.exists() and not folder.is_dir():
        raise Unusable("request.folder_is_file", folder=str(folder))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as problem:
        raise _unwritable(folder, problem) from problem
    try:
        _stage(staging, files)
        _publish(staging, folder, tuple(files), ours)
    except OSError as problem:
        raise _unwritable(folder, problem) from problem
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return tuple(folder / name for name in files)


def _stage(staging: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = staging / name
        path.write_bytes(content)
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    _flush_folder(staging)


def _publish(staging: Path, folder: Path, names: tuple[str, ...], ours: frozenset[str]) -> None:
    """A new folder appears whole; in an existing one each file is replaced whole and stale ones go last."""
    if not folder.exists():
        staging.chmod(0o755)
        staging.rename(folder)
    else:
        for name in names:
            os.replace(staging / name, folder / name)
        for name in ours.difference(names):
            (folder / name).unlink(missing_ok=True)
        _flush_folder(folder)
    _flush_folder(folder.parent)


def _flush_folder(folder: Path) -> None:
    """Not every system lets a folder be flushed; where it does, the names are safe too."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unwritable(folder: Path, problem: OSError) -> Unusable:
    return Unusable("request.cannot_write", folder=str(folder), reason=problem.strerror or str(problem))
