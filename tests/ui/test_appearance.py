"""Look and language, chosen and remembered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from sorstudio.ui.appearance import SYSTEM, Appearance, remembered_language, remembered_theme, wants_motion
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.preferences import Preferences
from sorstudio.ui.theme import LEAST_SCALE, Look, Mode, Theme
from sorstudio.ui.translate import Language, Tongue
from sorstudio.ui.workspace import Workspace
from tests.model.outline import key
from tests.ui.example_kit import example_plan
from tests.ui.window_kit import open_window, work


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


def test_as_the_system_the_look_goes_dark_and_light_with_the_desktop(
    appearance: Appearance, look: Look, preferences: Preferences
) -> None:
    appearance.set_mode(SYSTEM)
    appearance.enlarge(3)
    told = QGuiApplication.styleHints().colorSchemeChanged
    told.emit(Qt.ColorScheme.Dark)
    assert (look.theme.mode, look.theme.scale) == (Mode.DARK, 1.3)
    assert preferences.text("mode", "") == SYSTEM
    told.emit(Qt.ColorScheme.Light)
    assert look.theme.mode is Mode.LIGHT


def test_a_chosen_mode_does_not_follow_the_desktop(appearance: Appearance, look: Look) -> None:
    appearance.set_mode("contrast")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.theme.mode is Mode.CONTRAST


@pytest.fixture
def space(tmp_path: Path, look: Look, tongue: Tongue, qtbot: QtBot) -> Iterator[Workspace]:
    """A large plan with branches opened and closed, scrolled, with a unit chosen."""
    with open_window(tmp_path, look, tongue, example_plan()) as window:
        made = work(window)
        view = made.outline.view
        view.outline.open_all()
        view.outline.set_open(key(made.editor.plan, "Plejecentre"), False)
        made.editor.select([key(made.editor.plan, "Socialpsykiatrien")])
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
        made.strip.show_pane(2)
        qtbot.wait(20)
        yield made


def standing(space: Workspace) -> tuple[object, ...]:
    """What is open, what is at the top, what is chosen, what is filtered, which pane is in front."""
    view = space.outline.view
    rows = [view.outline.key(row) for row in range(view.outline.rowCount())]
    top = view.outline.key(view.indexAt(QPoint(4, 4)).row())
    filtered, pane = space.outline.filter.text(), space.strip.tabs.currentIndex()
    return rows, top, space.editor.selection, space.canvas.selection, filtered, pane


def test_another_language_leaves_everything_as_it_stands(space: Workspace, tongue: Tongue, qtbot: QtBot) -> None:
    before = standing(space)
    for language, title in ((Language.ENGLISH, "Units"), (Language.DANISH, "Enheder")):
        tongue.speak(language)
        qtbot.waitUntil(lambda title=title: space.outline.title.text() == title)  # type: ignore[misc]
        qtbot.wait(20)
        assert standing(space) == before


def test_another_language_leaves_the_filter(space: Workspace, tongue: Tongue, qtbot: QtBot) -> None:
    space.outline.filter.setText("plejecenter")
    qtbot.wait(50)
    before = standing(space)
    assert before[4] == "plejecenter"
    tongue.speak(Language.ENGLISH)
    qtbot.waitUntil(lambda: space.outline.title.text() == "Units")
    assert standing(space) == before


@pytest.mark.parametrize("mode", [Mode.DARK, Mode.CONTRAST])
def test_another_look_leaves_everything_as_it_stands(space: Workspace, look: Look, qtbot: QtBot, mode: Mode) -> None:
    before = standing(space)
    look.apply(Theme(mode))
    qtbot.wait(20)
    assert standing(space) == before


@pytest.mark.parametrize("scale", [0.8, 1.5, 2.0])
def test_another_text_size_leaves_everything_as_it_stands(
    space: Workspace, look: Look, qtbot: QtBot, scale: float
) -> None:
    before = standing(space)
    look.apply(Theme(Mode.LIGHT, scale))
    qtbot.wait(50)
    assert standing(space) == before
    look.apply(Theme(Mode.LIGHT, 1.0))
    qtbot.wait(50)
    assert standing(space) == before


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1280, 700)), (2.0, (1600, 900)), (2.5, (1600, 900))])
def test_the_window_fits_the_screen_with_the_guide_open_too(
    space: Workspace, look: Look, qtbot: QtBot, scale: float, size: tuple[int, int]
) -> None:
    window = space.window()
    assert isinstance(window, MainWindow)
    look.apply(Theme(Mode.LIGHT, scale))
    for acts in ((), (window.show_help,), (window.guide.put_away, space.toggle_offers)):
        for act in acts:
            act()
        qtbot.wait(20)
        window.resize(*size)
        qtbot.wait(20)
        assert (window.width(), window.height()) == size
