"""The only bridge between the plan and the window: verbs in, signals out, refusals shown in one place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from sorstudio.model.change import Change
from sorstudio.model.errors import SorError
from sorstudio.model.plan import Effect, Plan
from sorstudio.model.state import State
from sorstudio.model.texts import Texts

Make = Callable[[Plan], Change]
Gate = Callable[[Change, Make], bool]
"""Whether an act is held back until somebody has agreed to what it means."""


class Editor(QObject):
    """One open plan and one selection, shared by every pane. Panes never keep a second truth.

    `effect` carries the `Effect` of an act, undo, redo or switch. `said` carries a sentence and whether it can be
    undone at once. `refused` carries why nothing happened. `selected` carries the keys of the chosen units, in order.
    `day_shown` carries the day looked at, None for after everything. `retexted` tells that
    the language has changed. `reason` goes with every act until it is emptied.
    """

    effect = Signal(object)
    said = Signal(str, bool)
    refused = Signal(str)
    selected = Signal(tuple)
    retexted = Signal()
    day_shown = Signal(object)

    def __init__(self, plan: Plan, texts: Texts, *, read_only: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        self.texts = texts
        self.read_only = read_only
        self.selection: tuple[str, ...] = ()
        self.left_hints: set[str] = set()
        self.reason = ""
        self.gate: Gate | None = None
        self._end = plan.subscribe(self._took_effect)

    def close(self) -> None:
        """Stop listening to the plan."""
        self._end()

    def do(self, make: Make, *, sure: bool = False) -> Change | None:
        """Make a change and apply it; a refusal is told and answered with None.

        So is an act that the gate holds back, because it asks first; it does not ask who is `sure`.
        """
        try:
            self._check_writable()
            wanted = self._reasoned(make(self.plan))
            if not sure and self.gate is not None and self.gate(wanted, make):
                return None
            change = self.plan.apply(wanted)
        except SorError as error:
            self.refused.emit(self.sentence(error))
            return None
        self.said.emit(self.texts.sentence(change.code, change.params), True)
        return change

    def ask(self, make: Make) -> str | None:
        """Why a change cannot be made, or None where it can; nothing happens."""
        try:
            self._check_writable()
            make(self.plan)
        except SorError as error:
            return self.sentence(error)
        return None

    def undo(self) -> None:
        """Take back the latest act."""
        self._step(self.plan.undo, "ui.undone")

    def redo(self) -> None:
        """Make the act again that was taken back last."""
        self._step(self.plan.redo, "ui.redone")

    def go_to(self, change: str | None) -> None:
        """Stand at another place in the history."""
        self._step(lambda: self.plan.go_to(change), "ui.gone_to")

    def can_undo(self) -> bool:
        """Whether there is anything to take back."""
        return self.plan.head is not None and not self.read_only

    def can_redo(self) -> bool:
        """Whether there is anything to make again."""
        return self.plan.journal.left.get(self.plan.head) is not None and not self.read_only

    def state(self) -> State:
        """What the panes show: the tree on the day looked at, or after everything."""
        return self.plan.shown()

    def show_day(self, day: date | None) -> None:
        """Look at the tree as of a day, which acts take from now on; None shows everything again."""
        if day != self.plan.shown_day:
            self.plan.show(day)
            self.day_shown.emit(day)

    def select(self, keys: Sequence[str]) -> None:
        """Choose units; every pane follows. One that is not there on the day looked at shows everything again."""
        if any(key not in self.state().units and key in self.plan.state().units for key in keys):
            self.show_day(None)
        wanted = tuple(key for key in dict.fromkeys(keys) if key in self.state().units)
        if wanted != self.selection:
            self.selection = wanted
            self.selected.emit(wanted)

    def sentence(self, error: SorError) -> str:
        """An error in words."""
        return self.texts.sentence(error.code, error.params)

    def retext(self, texts: Texts) -> None:
        """Speak another language from now on."""
        self.texts = texts
        self.retexted.emit()

    def _reasoned(self, change: Change) -> Change:
        """The reason that was written for the acts to come, on a change that brings none."""
        return change if change.reason or not self.reason else replace(change, reason=self.reason)

    def _step(self, step: Callable[[], None], code: str) -> None:
        try:
            self._check_writable()
            step()
        except SorError as error:
            self.refused.emit(self.sentence(error))
            return
        self.said.emit(self.texts.sentence(code), False)

    def _check_writable(self) -> None:
        if self.read_only:
            raise SorError("plan.read_only")

    def _took_effect(self, effect: Effect) -> None:
        kept = tuple(key for key in self.selection if key in effect.after.units)
        self.effect.emit(effect)
        if kept != self.selection:
            self.selection = kept
            self.selected.emit(kept)
