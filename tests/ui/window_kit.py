"""A whole window with nobody's settings."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from sorstudio.model.plan import Plan
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.plans import Session
from sorstudio.ui.preferences import Preferences
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue
from sorstudio.ui.workspace import Workspace


@contextmanager
def open_window(folder: Path, look: Look, tongue: Tongue, plan: Plan | None = None) -> Iterator[MainWindow]:
    window = MainWindow(look, tongue, Preferences(folder / "window.ini"))
    window.resize(1600, 1000)
    window.show()
    if plan is not None:
        window.show_session(Session(plan))
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def work(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace
