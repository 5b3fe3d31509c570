"""Stands before moves and closings: where somebody would lose or gain by one, the card asks first."""

from __future__ import annotations

from sorstudio.model.change import Change
from sorstudio.model.impact import impact
from sorstudio.ui.asking.bar import AskBar, Question
from sorstudio.ui.editor import Editor, Make
from sorstudio.ui.impact.weighing import is_grave
from sorstudio.ui.translate import tr


class Gate:
    """Set as the editor's gate; what nobody loses or gains by passes at once."""

    def __init__(self, editor: Editor, bar: AskBar) -> None:
        self._editor = editor
        self._bar = bar

    def __call__(self, change: Change, make: Make) -> bool:
        """Whether the act is held back, because the card now asks about it."""
        if not is_grave(change) or not impact(self._editor.plan, change).matters:
            return False
        closes = change.code.startswith("unit.closed")
        verb = tr("Close unit") if closes else tr("Move") if "moved" in change.code else tr("Do it")
        words = self._editor.texts.sentence("impact.ask", {"what": self._sentence(change)})
        self._bar.ask(Question(words, verb, lambda: [make], keep=tr("Keep"), weighs=True))
        return True

    def _sentence(self, change: Change) -> str:
        return self._editor.texts.sentence(change.code, change.params)
