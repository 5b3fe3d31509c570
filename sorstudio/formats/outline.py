"""An organisation written as an indented or numbered text, read into lines with their depth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sorstudio.formats.outline_items import LeftOut, Section, read_sections
from sorstudio.formats.outline_levels import levels
from sorstudio.formats.outline_titles import owner_in, split_name
from sorstudio.formats.problems import Problem, UnreadableFile

MOST_BYTES = 5_000_000
MOST_LINES = 20_000

_MARKUP_START = re.compile(r"<[!?/A-Za-z]|\{\\rtf|%PDF-|PK\x03\x04|\{\s*[\"}]|\[\s*[\[{\"\]]")
_TAG = re.compile(r"</?[A-Za-z][\w:.-]*(?:\s[^<>]*)?/?>|^\s*\"[^\"]+\"\s*:")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_PROSE = 110


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One line of the tree; `title` fits a SOR name, `note` is what did not."""

    line: int
    depth: int
    title: str
    numbering: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A text read: the owner its title names (or None), its lines in tree order, and what is not part of the tree."""

    source: str
    owner: str | None
    lines: tuple[OutlineLine, ...]
    titles: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def decode_outline(data: bytes, source: str) -> str:
    """The text of a file in UTF-8, UTF-16 with its mark, or Windows' Western encoding."""
    if len(data) > MOST_BYTES:
        raise _unreadable("outline.too_large", source, limit=MOST_BYTES // 1_000_000)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(data, "utf-16", source)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decoded(data, "cp1252", source)


def read_outline(data: bytes, source: str, owner: str | None = None) -> Outline:
    """Decodes and parses; `owner` picks one where the text holds several."""
    return parse_outline(decode_outline(data, source), source, owner)


def parse_outline(text: str, source: str, owner: str | None = None) -> Outline:
    """The tree that the text draws, or UnreadableFile with the reason why it draws none."""
    _refuse_what_is_no_outline(text, source)
    sections = read_sections(text)
    section = _chosen(sections, source, owner)
    lines = _lines(section)
    named = next((name for name in map(owner_in, (title.text for title in section.titles)) if name), None)
    lines, named = _without_owner_line(lines, named)
    titles = tuple(title.text for title in section.titles)
    return Outline(source, named, lines, titles, section.left_out)


def parents(lines: Sequence[OutlineLine]) -> list[int | None]:
    """For each line the place of its parent in the sequence, None at the top."""
    path: list[int] = []
    found: list[int | None] = []
    for at, line in enumerate(lines):
        del path[line.depth :]
        found.append(path[-1] if path else None)
        path.append(at)
    return found


def _decoded(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise _unreadable("outline.binary", source) from None


def _refuse_what_is_no_outline(text: str, source: str) -> None:
    code = _objection(text.lstrip("\ufeff \t\r\n"))
    if code:
        raise _unreadable(code, source, limit=MOST_LINES)


def _objection(text: str) -> str | None:
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        return "outline.empty"
    if len(_CONTROL.findall(text)) * 50 > len(text) or "\x00" in text:
        return "outline.binary"
    if _MARKUP_START.match(text) or 3 * sum(bool(_TAG.search(line)) for line in lines) >= len(lines):
        return "outline.markup"
    if len(lines) > MOST_LINES:
        return "outline.too_long"
    return _objection_to_shape(lines)


def _objection_to_shape(lines: Sequence[str]) -> str | None:
    if len(lines) == 1:
        return "outline.single_line"
    cells = [max(line.count(";"), line.strip().count("\t"), line.count("|")) for line in lines]
    if min(cells) >= 2 and len(set(cells)) <= 2:
        return "outline.table"
    long = sum(len(line.strip()) > _PROSE for line in lines)
    return "outline.prose" if 2 * long > len(lines) else None


def _chosen(sections: Sequence[Section], source: str, owner: str | None) -> Section:
    """The one list, or the one whose title names the owner asked for."""
    filled = [section for section in sections if section.items]
    if not filled:
        raise _unreadable("outline.single_line", source)
    if owner:
        named = [section for section in filled if any(_same(owner_in(title.text), owner) for title in section.titles)]
        return _together(named or filled if len(_owners(filled)) < 2 or named else [], source, owner)
    owners = _owners(filled)
    if len(owners) > 1:
        (first, _), (second, line) = list(owners.items())[:2]
        raise UnreadableFile([Problem("outline.two_owners", line, "", second, source, {"first": first})], source)
    return _together(filled, source, "")


def _owners(sections: Sequence[Section]) -> dict[str, int]:
    """Each owner named by a title, with the line of its first mention."""
    found: dict[str, int] = {}
    for section in sections:
        for title in section.titles:
            name = owner_in(title.text)
            if name:
                found.setdefault(name, title.line)
    return found


def _together(sections: Sequence[Section], source: str, owner: str) -> Section:
    if not sections:
        raise UnreadableFile([Problem("outline.owner_not_found", value=owner, source=source)], source)
    titles = tuple(title for section in sections for title in section.titles)
    items = tuple(item for section in sections for item in section.items)
    return Section(titles, items, tuple(line for section in sections for line in section.left_out))


def _same(name: str | None, wanted: str) -> bool:
    return name is not None and _bare(name) == _bare(wanted)


def _bare(name: str) -> str:
    return name.casefold().removesuffix(" kommune").removesuffix("s").strip()


def _lines(section: Section) -> tuple[OutlineLine, ...]:
    found = []
    for item, depth in zip(section.items, levels(section.items), strict=True):
        title, note = split_name(item.text)
        found.append(OutlineLine(item.line, depth, title, item.mark.text if item.mark else "", note))
    return tuple(found)


def _without_owner_line(
    lines: tuple[OutlineLine, ...], named: str | None
) -> tuple[tuple[OutlineLine, ...], str | None]:
    """A single top line that is the owner's name is its title, not a unit below it."""
    tops = [line for line in lines if line.depth == 0]
    if len(lines) < 2 or len(tops) != 1 or owner_in(tops[0].title) is None:
        return lines, named
    owner = owner_in(tops[0].title) or ""
    if owner.casefold() != tops[0].title.casefold():
        return lines, named
    below = (OutlineLine(one.line, one.depth - 1, one.title, one.numbering, one.note) for one in lines[1:])
    return tuple(below), owner


def _unreadable(code: str, source: str, **params: object) -> UnreadableFile:
    return UnreadableFile([Problem(code, source=source, params=params)], source)
