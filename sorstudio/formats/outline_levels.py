"""How deep each line of an outline lies, from its mark and its indentation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sorstudio.formats.outline_items import Item
from sorstudio.formats.outline_marks import Mark, Reading, Style

_SLACK = 1


@dataclass(frozen=True, slots=True)
class _Open:
    """A line that can still get children; `reading` is None for a line without a mark."""

    reading: Reading | None
    indent: int

    @property
    def style(self) -> Style | None:
        return self.reading.style if self.reading else None

    @property
    def parts(self) -> tuple[int, ...]:
        return self.reading.parts if self.reading else ()


_Stack = list[_Open]


def levels(items: Sequence[Item]) -> list[int]:
    """One depth for each item, from 0; a line is at most one deeper than the line above."""
    stack: _Stack = []
    depths = []
    for at, item in enumerate(items):
        following = items[at + 1].mark if at + 1 < len(items) else None
        reading = _choose(item, stack, following) if item.mark else None
        _climb(stack, reading, item.indent)
        depths.append(len(stack))
        stack.append(_Open(reading, item.indent))
    return depths


def _choose(item: Item, stack: _Stack, following: Mark | None) -> Reading:
    """Which of its meanings the mark has here: the next of an open list, the first of a new one, or the likeliest."""
    readings = item.mark.readings if item.mark else ()
    if len(readings) == 1:
        return readings[0]
    roman = next(reading for reading in readings if reading.style in (Style.LOWER_ROMAN, Style.UPPER_ROMAN))
    if following and any(
        next_.style is roman.style and next_.parts == (roman.parts[0] + 1,) for next_ in _two(following)
    ):
        return roman
    for wanted in (_continues, _opens):
        fitting = [reading for reading in readings if wanted(reading, stack)]
        if fitting:
            return fitting[0]
    return next((reading for reading in readings if reading.style in {one.style for one in stack}), readings[0])


def _two(mark: Mark) -> tuple[Reading, ...]:
    """The readings of a mark that can only be Roman when it has two letters or more."""
    return mark.readings if len(mark.text.strip("().")) > 1 else ()


def _continues(reading: Reading, stack: _Stack) -> bool:
    return any(one.style is reading.style and one.parts == (reading.parts[0] - 1,) for one in stack)


def _opens(reading: Reading, stack: _Stack) -> bool:
    return reading.parts == (1,)


def _climb(stack: _Stack, reading: Reading | None, indent: int) -> None:
    """Closes what cannot be above a line with this mark and indentation."""
    if reading is None:
        _pop_while(stack, lambda one: one.style is not Style.HEADING and one.indent >= indent)
    elif reading.style is Style.HEADING:
        _pop_while(stack, lambda one: one.style is not Style.HEADING or len(one.parts) >= len(reading.parts))
    elif reading.style is Style.BULLET:
        _climb_bullets(stack, reading, indent)
    elif len(reading.parts) > 1:
        _climb_numbers(stack, len(reading.parts))
    else:
        _climb_list(stack, reading, indent)


def _pop_while(stack: _Stack, closes: Callable[[_Open], bool]) -> None:
    while stack and closes(stack[-1]):
        stack.pop()


def _climb_bullets(stack: _Stack, reading: Reading, indent: int) -> None:
    """Bullets nest by indentation; on the same indentation by their sign, as PDF pages lose the blanks."""
    _pop_while(
        stack, lambda one: one.style is not Style.HEADING and one.indent > indent + _SLACK * (one.reading is not None)
    )
    twin = [at for at, one in enumerate(stack) if one.reading == reading and abs(one.indent - indent) <= _SLACK]
    if twin:
        del stack[twin[-1] :]
        return
    _pop_while(stack, lambda one: one.style is Style.BULLET and one.indent > indent)


def _climb_numbers(stack: _Stack, count: int) -> None:
    """1.2.3 lies below the nearest open number with fewer parts, whatever stands between."""
    shorter = [at for at, one in enumerate(stack) if one.style is Style.NUMBER and len(one.parts) < count]
    if shorter:
        del stack[shorter[-1] + 1 :]
        return
    longer = [at for at, one in enumerate(stack) if one.style is Style.NUMBER]
    if longer:
        del stack[longer[0] :]


def _climb_list(stack: _Stack, reading: Reading, indent: int) -> None:
    """A simple mark: back to the list that it continues, or a new list below the line above."""
    same = [at for at, one in enumerate(stack) if one.style is reading.style]
    alike = [at for at in same if len(stack[at].parts) == 1]
    before = [at for at in alike if stack[at].parts[0] == reading.parts[0] - 1]
    if before:
        del stack[_nearest(stack, before, indent) :]
    elif alike and not _opens_below(stack, reading, indent):
        del stack[_nearest(stack, alike, indent) :]
    elif same and not alike:
        del stack[same[0] :]
    else:
        _pop_while(stack, lambda one: one.reading is None and one.indent > indent + _SLACK)


def _opens_below(stack: _Stack, reading: Reading, indent: int) -> bool:
    """Whether a list that begins anew lies below the line above instead of beside it."""
    if reading.parts != (1,):
        return False
    top = stack[-1]
    return indent > top.indent + _SLACK or top.style is not reading.style


def _nearest(stack: _Stack, places: Sequence[int], indent: int) -> int:
    """The open line whose indentation is closest; of equals the innermost."""
    return min(reversed(places), key=lambda at: abs(stack[at].indent - indent))
