"""Look and language, chosen and remembered."""

from pathlib import Path

import pytest

from sorstudio.ui.appearance import Appearance, remembered_language, remembered_theme, wants_motion
from sorstudio.ui.preferences import Preferences
from sorstudio.ui.theme import LEAST_SCALE, Look, Mode
from sorstudio.ui.translate import Language, Tongue


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def appearance(look: Look, tongue: Tongue, preferences: Preferences) -> Appearance:
    return Appearance(look, tongue, preferences)


def test_a_mode_holds_at_once_and_the_next_day(appearance: Appearance, look: Look, preferences: Preferences) -> None:
    appearance.set_mode("contrast")
    assert look.theme.mode is Mode.CONTRAST
    assert remembered_theme(preferences).mode is Mode.CONTRAST


def test_text_grows_shrinks_and_stops(appearance: Appearance, look: Look, preferences: Preferences) -> None:
    appearance.enlarge(1)
    assert look.theme.scale == 1.1
    assert remembered_theme(preferences).scale == 1.1
    for _ in range(9):
        appearance.enlarge(-1)
    assert look.theme.scale == LEAST_SCALE
    appearance.enlarge(0)
    assert look.theme.scale == 1.0


def test_less_motion_is_remembered_and_taken_back(appearance: Appearance, preferences: Preferences) -> None:
    before = wants_motion(preferences)
    appearance.toggle_motion()
    less = wants_motion(preferences)
    appearance.toggle_motion()
    assert (before, less, wants_motion(preferences)) == (True, False, True)


def test_the_language_is_danish_until_another_is_chosen(appearance: Appearance, preferences: Preferences) -> None:
    assert remembered_language(preferences) is Language.DANISH
    appearance.speak(Language.ENGLISH)
    assert remembered_language(preferences) is Language.ENGLISH
