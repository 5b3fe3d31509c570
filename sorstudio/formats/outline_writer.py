"""Writes a tree of names as an outline text that the reader reads back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from sorstudio.formats.outline_marks import split_mark
from sorstudio.formats.outline_titles import is_page_line

Row = tuple[int, str]


class OutlineStyle(StrEnum):
    """How the depth of a line is shown."""

    NUMBERED = "numbered"
    TABS = "tabs"


def write_outline(rows: Iterable[Row], style: OutlineStyle | str = OutlineStyle.NUMBERED, title: str = "") -> str:
    """One line for each (depth, name), depth from 0; `title` names the owner on a line of its own."""
    listed = [(depth, " ".join(name.split())) for depth, name in rows]
    body = _numbered(listed) if OutlineStyle(style) is OutlineStyle.NUMBERED else _tabbed(listed)
    head = [title, ""] if title else []
    return "\n".join([*head, *body, ""])


def _numbered(rows: Sequence[Row]) -> Iterator[str]:
    counts: list[int] = []
    for depth, name in rows:
        del counts[depth + 1 :]
        counts += [0] * (depth + 1 - len(counts))
        counts[depth] += 1
        yield f"{'.'.join(map(str, counts))}. {name}"


def _tabbed(rows: Sequence[Row]) -> Iterator[str]:
    """With a dash before every name when one of them would be read as a number or a mark."""
    dash = "- " if any(split_mark(name)[0] or is_page_line(name) or name[:1].islower() for _, name in rows) else ""
    return ("\t" * depth + dash + name for depth, name in rows)
