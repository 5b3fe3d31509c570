"""What was looked at, one after the other: back and forward through it, as in a browser. Not a part of the plan."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sorstudio.ui.editor import Editor

MOST = 100
Chosen = tuple[str, ...]


class Visits(QObject):
    """Listens to the selection; what is no longer there is passed over."""

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._seen: list[Chosen] = [editor.selection] if editor.selection else []
        self._at = len(self._seen) - 1
        self._going = False
        editor.selected.connect(self._note)

    def back(self) -> None:
        """To what was looked at before."""
        self._go(-1)

    def forward(self) -> None:
        """To what was looked at before going back."""
        self._go(1)

    def _go(self, step: int) -> None:
        there = self._editor.plan.state().units
        at = self._at + step
        while 0 <= at < len(self._seen):
            keys = [key for key in self._seen[at] if key in there]
            if keys and tuple(keys) != self._editor.selection:
                self._at, self._going = at, True
                self._editor.select(keys)
                self._going = False
                return
            at += step

    def _note(self, keys: Chosen) -> None:
        if self._going or not keys:
            return
        self._seen = [*self._seen[: self._at + 1], keys][-MOST:]
        self._at = len(self._seen) - 1
