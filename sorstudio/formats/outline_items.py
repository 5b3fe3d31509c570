"""The physical lines of an outline made whole: marks found, wrapped lines joined, page noise and prose left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sorstudio.formats.outline_marks import Mark, split_mark, uses_bare_numbers
from sorstudio.formats.outline_titles import is_heading, is_page_line, owner_in

_TAB = 4
_WRAPS_FROM = 40
_UNFINISHED = re.compile(r".*(?:[,(/&-]|\b(?:og|eller|samt|i|på|til|af|for|fra|med|mod|om|ved|inden))$", re.DOTALL)
_SUSPENDED = re.compile(r"(?:og|eller|samt|til)\b")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the tree before it has a depth."""

    line: int
    indent: int
    mark: Mark | None
    text: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that is no part of the tree, kept so that a person can see what was left out."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """The list below one title: an annex with two municipalities has two."""

    titles: tuple[LeftOut, ...]
    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class _Physical:
    line: int
    indent: int
    mark: Mark | None
    text: str
    after_blank: bool

    def as_item(self) -> Item:
        return Item(self.line, self.indent, self.mark, self.text)

    def as_left_out(self) -> LeftOut:
        return LeftOut(self.line, self.text)


def read_sections(text: str) -> list[Section]:
    """The text's lists in order, each with the titles above it."""
    return _Gathering(_physical_lines(text)).sections()


def _physical_lines(text: str) -> list[_Physical]:
    found: list[_Physical] = []
    after_blank = False
    for number, raw in enumerate(text.splitlines(), start=1):
        line = _INVISIBLE.sub("", raw).replace("\u00a0", " ").expandtabs(_TAB).rstrip()
        content = line.lstrip()
        if not any(map(str.isalnum, content)) or is_page_line(content):
            after_blank = True
            continue
        found.append(_Physical(number, len(line) - len(content), None, content, after_blank))
        after_blank = False
    return _marked(found)


def _marked(lines: list[_Physical]) -> list[_Physical]:
    bare = uses_bare_numbers([line.text for line in lines])
    split = [(line, *split_mark(line.text, bare)) for line in lines]
    listed = sum(mark is not None and not mark.is_bullet for _, mark, _ in split)
    numbered = listed >= 2 and 3 * listed >= len(lines)
    return [
        replace(line, mark=mark, text=rest.strip()) if mark and (numbered or mark.is_bullet) else line
        for line, mark, rest in split
    ]


class _Gathering:
    """Walks the lines once; what is plain waits until the next mark shows what it was."""

    def __init__(self, lines: Sequence[_Physical]) -> None:
        self._lines = lines
        self._numbered = any(line.mark and not line.mark.is_bullet for line in lines)
        self._sections: list[Section] = []
        self._titles: list[LeftOut] = []
        self._items: list[Item] = []
        self._left_out: list[LeftOut] = []
        self._waiting: list[_Physical] = []
        self._last: _Physical | None = None
        self._astray = False

    def sections(self) -> list[Section]:
        for line in self._lines:
            if line.mark is None:
                self._waiting.append(line)
            else:
                self._settle(line.mark)
                self._add_marked(line)
        self._settle(None)
        self._close()
        return self._sections

    def _add_marked(self, line: _Physical) -> None:
        """Bullets below a paragraph between two lists belong to the paragraph."""
        if self._astray and line.mark and line.mark.is_bullet:
            self._left_out.append(line.as_left_out())
        else:
            self._add(line)

    def _settle(self, mark: Mark | None) -> None:
        """Places the plain lines that stood before this mark, or before the end."""
        waiting, self._waiting = self._waiting, []
        restarts = self._numbered and mark is not None and mark.opens and self._has(mark)
        owner_at = next((at for at, line in enumerate(waiting) if owner_in(line.text)), None) if restarts else None
        for line in waiting[:owner_at]:
            self._place(line, restarts and line is waiting[-1])
        if owner_at is not None:
            self._close()
            self._titles = [line.as_left_out() for line in waiting[owner_at:]]

    def _place(self, line: _Physical, before_restart: bool) -> None:
        if not self._items and self._is_title(line):
            self._titles.append(line.as_left_out())
        elif any(line.text == title.text for title in self._titles):
            self._left_out.append(line.as_left_out())
        elif not self._items or not self._numbered:
            self._add_or_join(line)
        elif self._is_heading_below(line, before_restart):
            self._add(line)
        elif self._continues(line):
            self._join(line)
        else:
            self._astray = True
            self._left_out.append(line.as_left_out())

    def _is_title(self, line: _Physical) -> bool:
        owner = owner_in(line.text)
        if self._numbered:
            return owner is not None or is_heading(line.text)
        return owner == line.text or (is_heading(line.text) and (owner is not None or line.text[:5].lower() == "bilag"))

    def _add_or_join(self, line: _Physical) -> None:
        if self._items and self._is_wrapped() and line.text[0].islower() and not self._is_outdented(line):
            self._join(line)
        else:
            self._add(line)

    def _is_heading_below(self, line: _Physical, before_restart: bool) -> bool:
        """A plain line in a numbered list that is a line of its own: further out, further in, or above a new list."""
        if self._astray or self._is_wrapped():
            return before_restart and self._astray
        if self._is_outdented(line):
            return True
        deeper = line.indent > self._items[-1].indent + 1 or self._items[-1].mark is None
        return deeper or (before_restart and not line.text[0].islower())

    def _continues(self, line: _Physical) -> bool:
        if self._astray:
            return False
        return not line.after_blank or line.text[0].islower() or self._is_unfinished()

    def _is_outdented(self, line: _Physical) -> bool:
        return line.indent + 2 <= self._items[-1].indent

    def _is_wrapped(self) -> bool:
        """Whether the line above may have been broken by the page."""
        return self._last is not None and (len(self._last.text) >= _WRAPS_FROM or self._is_unfinished())

    def _is_unfinished(self) -> bool:
        text = self._last.text if self._last else ""
        return bool(_UNFINISHED.match(text)) or (len(text) >= _WRAPS_FROM and text[-1] not in ".:!?)")

    def _has(self, mark: Mark) -> bool:
        """Whether this list has already been opened, so that the mark starts another."""
        return any(item.mark is not None and item.mark.readings == mark.readings for item in self._items)

    def _add(self, line: _Physical) -> None:
        self._items.append(line.as_item())
        self._last, self._astray = line, False

    def _join(self, line: _Physical) -> None:
        item = self._items[-1]
        self._items[-1] = replace(item, text=_joined(item.text, line.text))
        self._last = line

    def _close(self) -> None:
        if self._items or self._titles:
            self._sections.append(Section(tuple(self._titles), tuple(self._items), tuple(self._left_out)))
        self._titles, self._items, self._left_out = [], [], []
        self._last, self._astray = None, False


def _joined(above: str, below: str) -> str:
    broken = above.endswith("-") and not above.endswith(" -") and below[0].islower()
    if broken and not _SUSPENDED.match(below):
        return above[:-1] + below
    return f"{above} {below}"
