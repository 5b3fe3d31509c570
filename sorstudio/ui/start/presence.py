"""Looks in a thread whether files are still there: a network drive that does not answer must not hold the page."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal


class Presence(QObject):
    """Tells each path whose file is gone, in the thread of whoever listens."""

    gone = Signal(str)

    def look(self, paths: Sequence[str], is_there: Callable[[str], bool] | None = None) -> None:
        """Begin; it holds on to itself until all have answered, and nobody need wait for it."""
        threading.Thread(target=self._look, args=(tuple(paths), is_there or exists), daemon=True).start()

    def _look(self, paths: Sequence[str], is_there: Callable[[str], bool]) -> None:
        for path in paths:
            if not is_there(path):
                # At the end of the program there may be nobody left to tell.
                with suppress(RuntimeError):
                    self.gone.emit(path)


def exists(path: str) -> bool:
    """Whether there is a file; a path that cannot be one has none."""
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False
