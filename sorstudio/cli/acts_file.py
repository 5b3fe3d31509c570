"""Reads a file of acts: one JSON object a line, blank lines and lines with # left out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sorstudio.model.edits.act import Act
from sorstudio.model.edits.acts import parse_act
from sorstudio.model.errors import SorError, Unusable

_BOM = "\ufeff"
_SUFFIXES = {".jsonl", ".ndjson", ".json"}


@dataclass(frozen=True, slots=True)
class NumberedAct:
    """An act and the line of the file it stands in, counted from 1."""

    line: int
    act: Act


def is_acts_file(path: Path) -> bool:
    """Whether a file is meant to hold acts: by its name, or because its first line that says anything is JSON.

    An outline or a table begins otherwise; a broken file of acts must not pass for one.
    """
    if path.suffix.lower() in _SUFFIXES:
        return True
    text = path.read_bytes().decode("utf-8-sig", "replace")
    lines = (line.strip() for line in text.splitlines())
    first = next((line for line in lines if line and not line.startswith("#")), "{")
    return first.startswith(("{", "["))


def read_acts(data: bytes) -> tuple[list[NumberedAct], list[tuple[int, SorError]]]:
    """The acts, and every line that is none with the reason."""
    acts: list[NumberedAct] = []
    wrong: list[tuple[int, SorError]] = []
    for number, line in _lines(data):
        try:
            acts.append(NumberedAct(number, parse_act(_json(line))))
        except Unusable as error:
            wrong.append((number, error))
    return acts, wrong


def _lines(data: bytes) -> Iterator[tuple[int, str]]:
    # Only line feeds part lines: a name may hold the odd separators that splitlines() also breaks at.
    for number, line in enumerate(_text(data).split("\n"), start=1):
        content = line.strip().removeprefix(_BOM).strip()
        if content and not content.startswith("#"):
            yield number, content


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unusable("cli.acts.encoding", line=data.count(b"\n", 0, error.start) + 1) from None


def _json(line: str) -> object:
    try:
        data: object = json.loads(line)
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise Unusable("cli.acts.letters") from None
    except (ValueError, RecursionError):
        raise Unusable("cli.acts.not_json") from None
    return data
