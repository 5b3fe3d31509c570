"""A branch on the clipboard: our own keys, indented text and an HTML list; and what others put there, read as units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QMimeData

from sorstudio.formats.outline import Outline, parents, parse_outline
from sorstudio.formats.problems import UnreadableFile
from sorstudio.model.edits.branches import Sprout
from sorstudio.model.errors import Refused, SorError
from sorstudio.model.records import NumberState, Unit
from sorstudio.model.state import State
from sorstudio.ui.picture import mime

BRANCH = "application/x-sorstudio-branch"


@dataclass(frozen=True)
class Clip:
    """Units of one plan that were cut or copied; `plan` tells this plan from that of another window."""

    plan: str
    keys: tuple[str, ...]
    is_cut: bool = False


def tops(state: State, keys: Sequence[str]) -> tuple[str, ...]:
    """The chosen units whose ancestors are not chosen too, in the order of the tree."""
    chosen = {key for key in keys if key in state.units}
    found = [key for key in chosen if chosen.isdisjoint(state.ancestors(key))]
    return tuple(sorted(found, key=lambda key: _place(state, key)))


def packed(state: State, clip: Clip) -> QMimeData:
    """What goes on the clipboard."""
    data = mime.pack(BRANCH, (clip.plan, "cut" if clip.is_cut else "copy", *clip.keys))
    data.setText("\n".join(_lines(state, clip.keys)))
    data.setHtml("".join(("<ul>", *(_item(state, key) for key in clip.keys), "</ul>")))
    return data


def unpacked(data: QMimeData) -> Clip | None:
    """The units of ours that the clipboard holds."""
    parts = mime.unpack(data, BRANCH)
    return Clip(parts[0], parts[2:], parts[1] == "cut") if len(parts) > 2 else None


def copied(state: State, keys: Sequence[str]) -> list[Sprout]:
    """The branches anew: name, type and whether the number is inherited; what names one unit only stays behind."""
    return [_sprout(state, state.units[key]) for key in keys if state.units[key].valid_to is None]


def read_text(text: str) -> list[Sprout]:
    """Indented, bulleted or numbered text as units to be; raises what a person can act on."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise Refused("branch.nothing_to_paste")
    if len(lines) == 1:
        return [Sprout(lines[0].strip(" \t-*•·"))]
    try:
        return _tree(parse_outline(text, ""))
    except UnreadableFile as error:
        raise _first(error) from error


def _first(error: UnreadableFile) -> SorError:
    problem = error.problems[0]
    return Refused(problem.code, **{**problem.params, "source": problem.source, "line": problem.line})


def _tree(outline: Outline) -> list[Sprout]:
    above = parents(outline.lines)
    below: dict[int | None, list[Sprout]] = {}
    for place in range(len(outline.lines) - 1, -1, -1):
        sprout = Sprout(outline.lines[place].title, below=tuple(below.get(place, ())))
        below.setdefault(above[place], []).insert(0, sprout)
    return below.get(None, [])


def _sprout(state: State, unit: Unit) -> Sprout:
    return Sprout(
        unit.name,
        unit.unit_type if isinstance(unit.unit_type, str) else None,
        unit.number_state is NumberState.INHERITED,
        tuple(copied(state, state.children(unit.key))),
    )


def _lines(state: State, keys: Sequence[str]) -> list[str]:
    return ["\t" * (depth - 1) + unit.name for key in keys for depth, unit in state.walk(key)]


def _item(state: State, key: str) -> str:
    below = "".join(_item(state, child) for child in state.children(key))
    return f"<li>{escape(state.units[key].name)}{f'<ul>{below}</ul>' if below else ''}</li>"


def _place(state: State, key: str) -> tuple[int, ...]:
    chain = [key, *state.ancestors(key)]
    siblings = [(state.children(above) if above else state.roots()) for above in [*chain[1:], None]]
    return tuple(order.index(one) for one, order in reversed(list(zip(chain, siblings, strict=True))))
