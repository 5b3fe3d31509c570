"""Long work in a thread of its own: tells how far it is, can be stopped, comes back with a result or a reason."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from sorstudio.model.errors import SorError

Tell = Callable[[float], bool]
Work = Callable[[Tell], object]


class Job(QObject):
    """The signals arrive in the window's thread, where the job was made."""

    progressed = Signal(float)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = Event()
        self._thread = Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Ask it to stop at its next step; it then fails with the reason that it was stopped."""
        self._stop.set()

    def wait(self, seconds: float = 10) -> None:
        """Until it has ended, for a window that closes."""
        if self._thread.is_alive():
            self._thread.join(seconds)

    def _run(self) -> None:
        try:
            result = self._work(self._tell)
        except SorError as error:
            self.failed.emit(error)
            return
        self.done.emit(result)

    def _tell(self, part: float) -> bool:
        self.progressed.emit(part)
        return not self._stop.is_set()
