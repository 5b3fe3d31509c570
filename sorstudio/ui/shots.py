"""Pictures of the whole window, drawn without a screen: for `make run`, `make shots` and for looking at."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

from sorstudio.model.errors import Unusable
from sorstudio.model.plan import Plan
from sorstudio.ui.app import application
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.plans import Session, open_session
from sorstudio.ui.preferences import Preferences
from sorstudio.ui.theme import Look, Mode, Theme
from sorstudio.ui.translate import Language, Tongue

_OF_THE_PLATFORM = "This plugin does not support "
"""Qt's platform without a screen says so of itself for each window or list that is shown; it means nothing."""


def render_window(
    plan: Plan | Path | str | None,
    png_path: Path | str,
    *,
    theme: str = "light",
    language: str = "da",
    size: tuple[int, int] = (1600, 1000),
    scale: float = 1.0,
    offers: bool = False,
) -> None:
    """The window on a plan (or the start page without one) as a PNG; nobody's own settings are read or written."""
    with shown_window(plan, theme=theme, language=language, size=size, scale=scale) as window:
        if offers and window.workspace is not None:
            window.workspace.toggle_offers()
        save_picture(window, png_path)


@contextmanager
def shown_window(
    plan: Plan | Path | str | None,
    *,
    theme: str = "light",
    language: str = "da",
    size: tuple[int, int] = (1600, 1000),
    scale: float = 1.0,
) -> Iterator[MainWindow]:
    """A window of its own on a plan or on the start page, taken down again afterwards."""
    app = application()
    with tempfile.TemporaryDirectory() as folder, _without_platform_talk():
        look = Look(app, Theme(Mode(theme), scale))
        tongue = Tongue(app, Language(language))
        window = MainWindow(look, tongue, Preferences(Path(folder) / "window.ini"))
        window.resize(*size)
        window.show()
        if plan is not None:
            window.show_session(Session(plan) if isinstance(plan, Plan) else open_session(Path(plan)))
        settle()
        try:
            yield window
        finally:
            _take_down(window, tongue, look)


def save_picture(widget: QWidget, path: Path | str) -> None:
    """What a widget shows, with the lists and menus that have popped up over it, as a PNG."""
    settle()
    picture = widget.grab()
    painter = QPainter(picture)
    for popup in QApplication.topLevelWidgets():
        if popup.isVisible() and popup.windowType() is Qt.WindowType.Popup:
            painter.drawPixmap(widget.mapFromGlobal(popup.pos()), popup.grab())
    painter.end()
    if not picture.save(str(path)):
        raise Unusable("ui.picture_not_saved", path=path)


def settle() -> None:
    """Let everything that was put off happen."""
    for _ in range(4):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _take_down(window: MainWindow, tongue: Tongue, look: Look) -> None:
    window.close()
    tongue.speak(Language.ENGLISH)
    for made in (window, tongue, look):
        made.deleteLater()
    settle()


@contextmanager
def _without_platform_talk() -> Iterator[None]:
    def listen(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if message.startswith(_OF_THE_PLATFORM):
            return
        if earlier is not None:
            earlier(kind, context, message)
        else:
            sys.stderr.write(f"{message}\n")

    earlier = qInstallMessageHandler(listen)
    try:
        yield
    finally:
        qInstallMessageHandler(earlier)
