"""The application: what is made once, how it starts, and the one net under errors nobody foresaw."""

from __future__ import annotations

import sys
import threading
from importlib import import_module
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from sorstudio.ui.appearance import remembered_language, remembered_theme
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.preferences import TOUR, Preferences
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue

_HEAVY = ("sorstudio.ui.workspace", "sorstudio.storage.plan_file", "sorstudio.storage.engine", "sorstudio.storage.rows")

SWITCH_S = 0.0005
"""How long a thread may keep the interpreter from the window, which asks for it often. Python has 0.005."""


def run(path: Path | None = None) -> int:
    """Open the window, on a plan file or on the start page; answers when it is closed."""
    app = application()
    preferences = Preferences()
    window = MainWindow(
        Look(app, remembered_theme(preferences)), Tongue(app, remembered_language(preferences)), preferences
    )
    net = Net(window)
    sys.excepthook, threading.excepthook = net, net.in_thread
    window.is_first_time = not preferences.has_seen(TOUR)
    window.show()
    QTimer.singleShot(0, load_the_rest)
    if path is not None:
        window.files.open_path(str(path))
    return app.exec()


def load_the_rest() -> None:
    """The heavy modules behind the first plan, read beside the window once it is painted."""
    threading.Thread(target=_load, args=(_HEAVY,), daemon=True).start()


def application() -> QApplication:
    """The one application of this process; its window need not wait long for threads that check or read."""
    sys.setswitchinterval(SWITCH_S)
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("sorstudio")
    app.setApplicationDisplayName("SOR Studio")
    app.setDesktopFileName("sorstudio")
    return app


class Net(QObject):
    """Called for an error that nothing caught: the report is shown, the window lives on, the plan file has the work."""

    caught = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_open = False
        self.caught.connect(self._show)

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        from sorstudio.ui.failure import report_of

        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
        else:
            self.caught.emit(report_of(kind, error, trace))

    def in_thread(self, fallen: threading.ExceptHookArgs) -> None:
        """The same for an error in a thread; the signal carries the report to the window's own."""
        if fallen.exc_value is not None:
            self(fallen.exc_type, fallen.exc_value, fallen.exc_traceback)

    def _show(self, report: str) -> None:
        from sorstudio.ui.failure import FailureDialog

        if not self._is_open:
            self._is_open = True
            dialog = FailureDialog(report, self._window)
            dialog.finished.connect(self._closed)
            dialog.open()

    def _closed(self) -> None:
        self._is_open = False


def _load(modules: tuple[str, ...]) -> None:
    for module in modules:
        import_module(module)
