"""The touched branches before and after, row by row; how they are drawn is another matter.

Only units that a line concerns are shown, with the way down to them. A branch is what lies under one institution, or
under the owner where a line concerns it alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sorstudio.model.records import Unit
from sorstudio.model.state import State
from sorstudio.requests.envelope import Request
from sorstudio.requests.line import MESSAGE_ACTIONS, NOWHERE_ACTIONS, NUMBER_ACTIONS, Action, Line


class Mark(StrEnum):
    """What happens to a unit, the most visible first."""

    NEW = "new"
    CLOSED = "closed"
    MOVED = "moved"
    EDITED = "edited"
    PATH = "path"


@dataclass(frozen=True, slots=True)
class Row:
    """A unit in a branch: how deep it stands, what happens to it, and that in a few words."""

    depth: int
    name: str
    mark: Mark = Mark.PATH
    note: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """One branch before and after."""

    title: str
    before: tuple[Row, ...]
    after: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class BranchPages:
    """Before and after as pages: the words at the head and foot, the legend, and a branch after the other."""

    title: str
    intro: str
    before: str
    after: str
    continued: str
    legend: tuple[tuple[Mark, str], ...]
    branches: tuple[Branch, ...]
    page_words: str
    language: str = field(default="da")


_ORDER = tuple(Mark)
_MARKS = {Action.CREATE: Mark.NEW, Action.CLOSE: Mark.CLOSED, Action.MOVE: Mark.MOVED}


def branch_pages(request: Request) -> BranchPages:
    """What the request changes in the tree, as pages of before and after."""
    texts = request.texts
    words = {
        "municipality": request.sender.municipality,
        "data": texts.day(request.plan.baseline.day),
        "today": texts.day(request.today),
    }
    return BranchPages(
        title=texts.sentence("request.branches.title", words),
        intro=texts.sentence("request.branches.intro", words),
        before=texts.sentence("request.branches.before", words),
        after=texts.sentence("request.branches.after"),
        continued=texts.value("request.branches.continued"),
        legend=tuple((mark, texts.sentence(f"request.branches.mark.{mark}")) for mark in Mark),
        branches=tuple(_branches(request)),
        page_words=texts.sentences.get("request.worklist.page", "{page} / {pages}"),
        language=texts.language,
    )


def _branches(request: Request) -> Iterator[Branch]:
    """In tree order; a unit that moves to another branch stands in both."""
    lines: dict[str, list[Line]] = {}
    for line in request.lines:
        if line.action not in NOWHERE_ACTIONS and line.unit:
            lines.setdefault(line.unit, []).append(line)
    before, after = request.plan.timeline.plain(request.plan.baseline.day), request.state
    open_after = {key for key in after.units if not _closes(lines.get(key, ()))}
    tops: dict[str, set[str]] = {}
    for state in (after, before):
        for key in lines:
            if key in state.units:
                tops.setdefault(_top(state, key), set()).add(key)
    places = _places(after, before)
    for top in sorted(tops, key=places.__getitem__):
        unit = after.units.get(top) or before.units[top]
        old = _rows(request, before, top, lines, None, is_after=False)
        yield Branch(unit.name, old, _rows(request, after, top, lines, open_after, is_after=True))


def _closes(lines: Iterable[Line]) -> bool:
    return any(line.action is Action.CLOSE for line in lines)


def _top(state: State, key: str) -> str:
    """The institution that the unit lies under, or the owner itself."""
    way = [key, *state.ancestors(key)]
    return way[-2] if len(way) > 1 else way[0]


def _places(after: State, before: State) -> Mapping[str, int]:
    order = dict.fromkeys([*(unit.key for _, unit in after.walk()), *before.units])
    return {key: place for place, key in enumerate(order)}


def _rows(
    request: Request,
    state: State,
    top: str,
    lines: Mapping[str, list[Line]],
    still_open: set[str] | None,
    *,
    is_after: bool,
) -> tuple[Row, ...]:
    touched = {key for key in lines if key in state.units and _top(state, key) == top}
    shown = touched | {above for key in touched for above in state.ancestors(key)}
    if still_open is not None:
        shown = {key for key in shown if key in still_open}
    if top in state.units and (still_open is None or top in still_open):
        shown |= {top, *state.ancestors(top)}
    return tuple(
        _row(request, depth, unit, lines.get(unit.key, []) if unit.key in touched else [], is_after=is_after)
        for depth, unit in state.walk()
        if unit.key in shown
    )


def _row(request: Request, depth: int, unit: Unit, lines: list[Line], *, is_after: bool) -> Row:
    if not lines:
        return Row(depth, unit.name)
    mark = min((_MARKS.get(line.action, Mark.EDITED) for line in lines), key=_ORDER.index)
    return Row(depth, unit.name, mark, "; ".join(dict.fromkeys(_notes(request, lines, is_after=is_after))))


def _notes(request: Request, lines: Iterable[Line], *, is_after: bool) -> Iterator[str]:
    """Before: what will happen. After: what was different."""
    texts = request.texts
    for line in lines:
        name = {Action.MOVE: "parent", Action.RENAME: "name"}.get(line.action)
        if is_after and name is not None:
            was = request.wording.value(name, line.before(name))
            yield texts.sentence(f"request.branches.was.{name}", {"before": was})
        elif is_after and line.action is Action.CREATE:
            yield _day(request, line, "request.branches.new")
        elif line.action is Action.CLOSE:
            yield _day(request, line, "request.branches.closes")
        elif line.action in MESSAGE_ACTIONS | NUMBER_ACTIONS or is_after or line.action is Action.REPLACE:
            yield texts.value(f"word.action.{line.action}").lower()
        else:
            yield _day(request, line, f"request.branches.will.{name or 'edit'}")


def _day(request: Request, line: Line, code: str) -> str:
    day = f"{line.day:%d.%m.%Y}" if line.day else ""
    return request.texts.sentence(code, {"day": day})
