"""What a path holds, as bytes in memory: one file, the files of a folder, or the members of a zip."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from sorstudio.formats.problems import Problem, UnreadableFile

LARGEST = 1 << 30
MOST_FILES = 1_000
_HIGHEST_RATIO = 250
_SMALL_ENOUGH = 64 << 20
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_SHEET_MARK = "xl/"
_READABLE = frozenset({".csv", ".txt", ".tsv", ".xml", ".json", ".dat", ""})


@dataclass(frozen=True, slots=True)
class Part:
    """The bytes of one file and the name to call it by."""

    name: str
    data: bytes = field(repr=False)


def load(path: Path, largest: int = LARGEST) -> list[Part]:
    """Every part of a path; a workbook is one part although it is a zip."""
    try:
        return list(_parts(path, largest))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableFile([Problem("file.not_there", value=reason, source=path.name)], path.name) from None


def is_container(data: bytes) -> bool:
    """Whether the bytes are a zip that is not a workbook."""
    return data.startswith((_ZIP, _EMPTY_ZIP)) and not is_workbook(data)


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are an xlsx file."""
    if not data.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(name.startswith(_SHEET_MARK) for name in archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def _parts(path: Path, largest: int) -> Iterator[Part]:
    if path.is_dir():
        yield from _of_folder(path, largest)
        return
    part = _of_file(path, path.name, largest)
    if is_container(part.data):
        yield from _of_zip(part, largest)
    else:
        yield part


def _of_folder(path: Path, largest: int) -> Iterator[Part]:
    found = [one for one in sorted(path.iterdir()) if one.is_file() and one.suffix.lower() in _READABLE]
    if not found:
        raise UnreadableFile([Problem("folder.empty", source=path.name)], path.name)
    for one in found[:MOST_FILES]:
        yield _of_file(one, f"{path.name}/{one.name}", largest)


def _of_file(path: Path, name: str, largest: int) -> Part:
    if path.stat().st_size > largest:
        raise UnreadableFile([_too_large(name, largest)], name)
    return Part(name, path.read_bytes())


def _of_zip(part: Part, largest: int) -> Iterator[Part]:
    try:
        with zipfile.ZipFile(io.BytesIO(part.data)) as archive:
            members = [one for one in archive.infolist() if _is_wanted(one)]
            _refuse_bomb(members, part.name, largest)
            for member in members:
                name = PurePosixPath(member.filename).name
                yield Part(f"{part.name}/{name}", archive.read(member))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError):
        raise UnreadableFile([Problem("zip.damaged", source=part.name)], part.name) from None
    except RuntimeError:
        raise UnreadableFile([Problem("zip.encrypted", source=part.name)], part.name) from None


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    return not member.is_dir() and Path(member.filename).suffix.lower() in _READABLE


def _refuse_bomb(members: list[zipfile.ZipInfo], name: str, largest: int) -> None:
    """Refuse before anything is unpacked: sizes in a zip's own list are also the most that is ever read."""
    size = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if not members:
        raise UnreadableFile([Problem("zip.empty", source=name)], name)
    if size > largest or len(members) > MOST_FILES:
        raise UnreadableFile([_too_large(name, largest)], name)
    if size > _SMALL_ENOUGH and size > _HIGHEST_RATIO * max(1, packed):
        raise UnreadableFile([Problem("zip.bomb", source=name, params={"size": size >> 20})], name)


def _too_large(name: str, largest: int) -> Problem:
    return Problem("file.too_large", source=name, params={"limit": largest >> 20})
