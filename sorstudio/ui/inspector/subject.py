"""The units that the inspector shows, read from the plan as it stands, with what they share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sorstudio.model.change import Change
from sorstudio.model.edits.branches import together
from sorstudio.model.plan import Plan
from sorstudio.model.records import Unit
from sorstudio.model.state import State
from sorstudio.model.texts import Texts
from sorstudio.ui.editor import Editor, Make

T = TypeVar("T")


@dataclass(frozen=True)
class Subject:
    """The chosen units; `unit` is the first of them and the only one that every group can edit."""

    plan: Plan
    texts: Texts
    keys: tuple[str, ...]

    @property
    def state(self) -> State:
        """Everything planned, taken effect."""
        return self.plan.shown()

    @property
    def key(self) -> str:
        """The first unit's key."""
        return self.keys[0]

    @property
    def unit(self) -> Unit:
        """The first unit."""
        return self.state.units[self.keys[0]]

    @property
    def units(self) -> tuple[Unit, ...]:
        """All of them."""
        return tuple(self.state.units[key] for key in self.keys)

    @property
    def is_single(self) -> bool:
        """Whether one unit is shown."""
        return len(self.keys) == 1

    def is_shared(self, read: Callable[[Unit], object]) -> bool:
        """Whether all the units say the same."""
        first = read(self.unit)
        return all(read(unit) == first for unit in self.units[1:])

    def say(self, code: str, **params: object) -> str:
        """A sentence in the language of the plan."""
        return self.texts.sentence(code, params)


def attempt(editor: Editor, keys: Sequence[str], make_for: Callable[[str], Make]) -> str | None:
    """Make the same change on every unit as one act; answers why it cannot be, or None where it was made."""
    makes = [make_for(key) for key in keys]
    reason = editor.ask(lambda plan: together(plan, makes)[0])
    if reason is None:
        for change in together(editor.plan, makes):
            editor.do(_given(change))
    return reason


def _given(change: Change) -> Make:
    return lambda _plan: change
