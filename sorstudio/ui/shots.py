"""Pictures of the whole window, drawn without a screen: for `make run`, `make shots` and for looking at."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from sorstudio.model.errors import Unusable
from sorstudio.model.plan import Plan
from sorstudio.ui.app import application
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.plans import Session, open_session
from sorstudio.ui.preferences import Preferences
from sorstudio.ui.theme import Look, Mode, Theme
from sorstudio.ui.translate import Language, Tongue


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
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        look = Look(app, Theme(Mode(theme), scale))
        preferences = Preferences(Path(folder) / "window.ini")
        tongue = Tongue(app, Language(language))
        window = MainWindow(look, tongue, preferences)
        window.resize(*size)
        window.show()
        if plan is not None:
            window.show_session(Session(plan) if isinstance(plan, Plan) else open_session(Path(plan)))
        if offers and window.workspace is not None:
            window.workspace.toggle_offers()
        _settle()
        saved = window.grab().save(str(png_path))
        window.close()
        tongue.speak(Language.ENGLISH)
        for made in (window, tongue, look):
            made.deleteLater()
        _settle()
    if not saved:
        raise Unusable("ui.picture_not_saved", path=png_path)


def _settle() -> None:
    """Let everything that was put off happen."""
    for _ in range(4):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
