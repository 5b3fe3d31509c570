"""How the window looks and speaks: mode, text size and language, chosen by the person and remembered."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication

from sorstudio.ui.actions import Actions
from sorstudio.ui.preferences import Preferences
from sorstudio.ui.theme import Look, Mode, Theme, mode_of, system_mode
from sorstudio.ui.translate import Language, Tongue

SYSTEM = "system"
STEP = 0.1
_LESS = "less"


def remembered_theme(preferences: Preferences) -> Theme:
    """The look of the last day; the system's mode at first."""
    mode = preferences.text("mode", SYSTEM)
    return Theme(Mode(mode) if mode in list(Mode) else system_mode(), preferences.number("scale", 1.0))


def remembered_language(preferences: Preferences) -> Language:
    """The language of the last day; Danish at first."""
    language = preferences.text("language", Language.DANISH)
    return Language(language) if language in list(Language) else Language.DANISH


def wants_motion(preferences: Preferences) -> bool:
    """Whether things may glide, as far as the person is concerned."""
    return preferences.text("motion") != _LESS


class Appearance(QObject):
    """Changes look and language at once and everywhere; it ends with the look, and so no longer follows the desktop."""

    def __init__(self, look: Look, tongue: Tongue, preferences: Preferences) -> None:
        super().__init__(look)
        self._look, self._tongue, self._preferences = look, tongue, preferences
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def set_mode(self, mode: str) -> None:
        """Light, dark, contrast, or as the system has it."""
        self._preferences.set_text("mode", mode)
        chosen = Mode(mode) if mode in list(Mode) else system_mode()
        self._look.apply(replace(self._look.theme, mode=chosen))

    def enlarge(self, steps: int) -> None:
        """Larger or smaller text; 0 is the normal size."""
        scale = round(self._look.theme.scale + steps * STEP, 2) if steps else 1.0
        theme = replace(self._look.theme, scale=scale)
        self._preferences.set_text("scale", str(theme.scale))
        self._look.apply(theme)

    def speak(self, language: Language) -> None:
        """Danish or English."""
        self._preferences.set_text("language", language)
        self._tongue.speak(language)

    def toggle_motion(self) -> None:
        """Let nothing glide, or let it again."""
        self._preferences.set_text("motion", _LESS if wants_motion(self._preferences) else "")

    def tick(self, actions: Actions) -> None:
        """Show in the menus what holds now."""
        actions.check(f"mode_{self._preferences.text('mode', SYSTEM)}")
        actions.check(f"language_{self._tongue.language}")
        actions.check("less_motion", not wants_motion(self._preferences))

    @Slot(Qt.ColorScheme)
    def _follow_system(self, scheme: Qt.ColorScheme) -> None:
        if self._preferences.text("mode", SYSTEM) == SYSTEM:
            self._look.apply(replace(self._look.theme, mode=mode_of(scheme)))
