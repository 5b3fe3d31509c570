"""Drawing needs a Qt application; on a machine without a screen one is made that draws into memory only."""

from __future__ import annotations

import os
import sys
from functools import cache

from PySide6.QtGui import QFontDatabase, QGuiApplication

from sorstudio.resources import resource

FAMILY = "Inter"
_FALLBACK = "Noto Sans"


def ensure_application() -> QGuiApplication:
    """The running application, or a new one that needs no screen."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    if not _has_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return _own_application()


@cache
def _own_application() -> QGuiApplication:
    """Kept for as long as the program runs: Qt must not lose its application."""
    return QGuiApplication([sys.argv[0]])


def _has_screen() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@cache
def paper_family() -> str:
    """The shipped typeface, so that a page looks the same on every machine."""
    files = sorted(resource("look/fonts").glob("*.ttf"))
    loaded = [QFontDatabase.addApplicationFont(str(path)) for path in files]
    families = [family for font in loaded if font >= 0 for family in QFontDatabase.applicationFontFamilies(font)]
    return FAMILY if any(family.startswith(FAMILY) for family in families) else _FALLBACK
