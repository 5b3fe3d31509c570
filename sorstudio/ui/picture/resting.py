"""Resting on a folded unit with something in the hand unfolds it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

RESTS_AFTER_MS = 600


class Resting(QObject):
    """Waits while the hand stays over the same unit."""

    def __init__(self, parent: QObject, unfold: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._unfold = unfold
        self._over = ""
        self._wait = QTimer(self, singleShot=True, interval=RESTS_AFTER_MS)
        self._wait.timeout.connect(self._rested)

    def watch(self, over: str) -> None:
        """The hand is over this unit now; empty for none."""
        if over == self._over:
            return
        self._over = over
        if over:
            self._wait.start()
        else:
            self._wait.stop()

    def _rested(self) -> None:
        if self._over:
            self._unfold(self._over)
