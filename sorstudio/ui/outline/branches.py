"""What is done with the chosen branches by key: indent, outdent, up, down, cut, copy, paste."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from sorstudio.model.change import Change
from sorstudio.model.edits import units
from sorstudio.model.edits.branches import Shift, Sprout, create_branch, move_all
from sorstudio.model.errors import Refused, SorError
from sorstudio.model.plan import Plan
from sorstudio.ui.asking.bar import AskBar, Question
from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.clip import Clip, copied, packed, read_text, tops, unpacked
from sorstudio.ui.translate import tr

MOST_NAMED = 4
Make = Callable[[Plan, Sequence[str]], Change]


class Branches:
    """Each is one act through the verbs; what cannot be is said in the status line."""

    def __init__(self, editor: Editor, bar: AskBar) -> None:
        self._editor = editor
        self._bar = bar

    def indent(self) -> None:
        """Below the nearest sibling above."""
        self._move(indented)

    def outdent(self) -> None:
        """Out to the level of the unit above, right after it."""
        self._move(outdented)

    def up(self) -> None:
        """Ahead of the sibling above."""
        self._move(partial(stepped, by=-1))

    def down(self) -> None:
        """Behind the sibling below."""
        self._move(partial(stepped, by=1))

    def cut(self) -> None:
        """Into the hand; nothing moves before it is put down."""
        self._take(is_cut=True)

    def copy(self) -> None:
        """The branches, their indented text and an HTML list on the clipboard."""
        self._take(is_cut=False)

    def paste(self) -> None:
        """Below the chosen unit: what was cut moves, what was copied comes anew, text is shown before it is created."""
        target, data = self._chosen()[:1], _held()
        clip = unpacked(data)
        if not target:
            return
        if clip is None or clip.plan != self._plan_name():
            self._offer_text(target[0], data)
        elif clip.is_cut:
            self._put_down(target[0], clip)
        else:
            self._create_copy(target[0], clip)

    def _move(self, make: Make) -> None:
        keys = tops(self._editor.plan.shown(), self._chosen())
        if keys and self._editor.do(lambda plan: make(plan, keys)) is not None:
            self._editor.select(keys)

    def _take(self, *, is_cut: bool) -> None:
        state = self._editor.plan.shown()
        keys = tops(state, self._chosen())
        if not keys:
            return
        QGuiApplication.clipboard().setMimeData(packed(state, Clip(self._plan_name(), keys, is_cut)))
        count = len(keys) if is_cut else sum(1 for key in keys for _ in state.walk(key))
        names = {"unit": state.units[keys[0]].name, "count": count}
        self._editor.said.emit(self._editor.texts.sentence("branch.cut" if is_cut else "branch.copied", names), False)

    def _put_down(self, target: str, clip: Clip) -> None:
        """Once only: what was cut and put down is a copy from then on."""
        if self._editor.do(lambda plan: units.move(plan, clip.keys, target)) is not None:
            state = self._editor.plan.shown()
            QGuiApplication.clipboard().setMimeData(packed(state, Clip(clip.plan, clip.keys)))
            self._editor.select(clip.keys)

    def _create_copy(self, target: str, clip: Clip) -> None:
        state = self._editor.plan.shown()
        self._create(target, copied(state, [key for key in clip.keys if key in state.units]))

    def _create(self, target: str, sprouts: Sequence[Sprout]) -> None:
        if self._editor.do(lambda plan: _created(plan, target, sprouts)) is not None:
            self._editor.select([sprout.key for sprout in sprouts])

    def _offer_text(self, target: str, data: QMimeData) -> None:
        """Say what the text would become before anything is made."""
        try:
            sprouts = read_text(data.text())
            _created(self._editor.plan, target, sprouts)
        except SorError as error:
            self._editor.refused.emit(self._editor.sentence(error))
            return
        count = sum(sprout.count() for sprout in sprouts)
        words = (
            tr("Create 1 unit below {unit}: {names}")
            if count == 1
            else tr("Create {count} units below {unit}: {names}")
        )
        named = ", ".join(sprout.name for sprout in sprouts[:MOST_NAMED])
        said = words.format(
            count=count,
            unit=self._editor.plan.shown().units[target].name,
            names=named + (" …" if count > min(len(sprouts), MOST_NAMED) else ""),
        )
        self._bar.ask(Question(said, tr("Create"), lambda: [lambda plan: _created(plan, target, sprouts)]))

    def _chosen(self) -> tuple[str, ...]:
        return self._editor.selection

    def _plan_name(self) -> str:
        return f"{id(self._editor.plan):x}"


def _held() -> QMimeData:
    """What is on the clipboard; Qt answers None, not empty data, where there is nothing."""
    held: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return held if held is not None else QMimeData()


def indented(plan: Plan, keys: Sequence[str]) -> Change:
    """Each run of chosen siblings goes below the unit right above the run."""
    state = plan.shown()
    shifts: list[Shift] = []
    for parent, group in _by_parent(plan, keys):
        siblings = _standing(plan, parent, group)
        runs: dict[str, list[str]] = {}
        for key in group:
            above = [one for one in siblings[: siblings.index(key)] if one not in group]
            if not above:
                raise Refused("branch.no_sibling", unit=state.units[key].name)
            runs.setdefault(above[-1], []).append(key)
        shifts.extend(Shift(tuple(run), target) for target, run in runs.items())
    return move_all(plan, shifts, "branch.moved_in")


def outdented(plan: Plan, keys: Sequence[str]) -> Change:
    """The chosen units of each parent come right after it."""
    state = plan.shown()
    shifts: list[Shift] = []
    for parent, group in _by_parent(plan, keys):
        above = state.units[parent].parent if parent is not None else None
        if parent is None or above is None:
            raise Refused("branch.at_the_top", unit=state.units[group[0]].name)
        siblings = state.children(above)
        after = [one for one in siblings[siblings.index(parent) + 1 :] if one not in keys]
        shifts.append(Shift(tuple(group), above, after[0] if after else None))
    return move_all(plan, shifts, "branch.moved_out")


def stepped(plan: Plan, keys: Sequence[str], *, by: int) -> Change:
    """The chosen units of each parent, as one block, past one sibling."""
    shifts = [_step(plan, parent, group, by) for parent, group in _by_parent(plan, keys)]
    return move_all(plan, shifts, "unit.reordered")


def _step(plan: Plan, parent: str | None, group: Sequence[str], by: int) -> Shift:
    state, siblings = plan.shown(), _standing(plan, parent, group)
    edge = siblings.index(group[0] if by < 0 else group[-1]) + by
    if parent is None or not 0 <= edge < len(siblings):
        raise Refused("branch.is_first" if by < 0 else "branch.is_last", unit=state.units[group[0]].name)
    if by < 0:
        return Shift(tuple(group), parent, siblings[edge])
    after = state.children(parent)
    behind = after[after.index(siblings[edge]) + 1 :]
    return Shift(tuple(group), parent, behind[0] if behind else None)


def _standing(plan: Plan, parent: str | None, group: Sequence[str]) -> list[str]:
    """The siblings in order, without those closed long ago, which nobody sees."""
    state, day = plan.shown(), plan.baseline.day
    order = state.children(parent) if parent is not None else state.roots()
    return [key for key in order if key in group or (closed := state.units[key].valid_to) is None or closed > day]


def _by_parent(plan: Plan, keys: Sequence[str]) -> list[tuple[str | None, list[str]]]:
    state = plan.shown()
    groups: dict[str | None, list[str]] = {}
    for key in keys:
        groups.setdefault(state.units[key].parent, []).append(key)
    return list(groups.items())


def _created(plan: Plan, target: str, sprouts: Sequence[Sprout]) -> Change:
    if not sprouts:
        raise Refused("branch.nothing_to_paste")
    return create_branch(plan, target, sprouts)
