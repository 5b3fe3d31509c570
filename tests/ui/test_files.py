"""The acts of the file menu, without the system's own dialogs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from sorstudio.resources import example
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.plans import new_session
from sorstudio.ui.start.page import StartPage
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue
from tests.model.outline import baseline
from tests.ui.window_kit import open_window, work


@pytest.fixture
def window(tmp_path: Path, look: Look, tongue: Tongue, qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window(tmp_path, look, tongue) as window:
        yield window


@pytest.fixture
def plan_path(tmp_path: Path) -> Path:
    path = tmp_path / "ærø.sorplan"
    new_session(path, baseline("Ærø Kommune\n  Sundhed")).close()
    return path


def test_a_plan_is_opened_and_remembered(window: MainWindow, plan_path: Path) -> None:
    window.files.open_path(str(plan_path))
    assert window.windowTitle() == "Ærø Kommune – ærø – SOR Studio"
    assert [one.path for one in window.preferences.recent()] == [str(plan_path)]


def test_a_plan_that_is_gone_is_told_and_forgotten(window: MainWindow, tmp_path: Path, plan_path: Path) -> None:
    window.files.open_path(str(plan_path))
    window.close_plan()
    plan_path.unlink()
    window.files.open_path(str(plan_path))
    assert "findes ikke" in window.notice.words.text()
    assert window.preferences.recent() == ()
    assert isinstance(window.pages.currentWidget(), StartPage)


def test_a_file_that_is_no_plan_is_told_in_words(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "x.sorplan").write_text("ikke en plan")
    window.files.open_path(str(tmp_path / "x.sorplan"))
    assert not window.notice.isHidden()
    assert window.workspace is None


def test_who_has_the_plan_is_told(window: MainWindow, plan_path: Path) -> None:
    from sorstudio.ui.plans import open_session

    first = open_session(plan_path)
    window.files.open_path(str(plan_path))
    assert "er åben hos" in window.notice.words.text()
    assert work(window).editor.read_only
    assert work(window).status.state.text().startswith("Kun læsning")
    window.close_plan()
    first.close()


def test_the_exercise_opens(window: MainWindow) -> None:
    window.files.open_example()
    assert work(window).editor.plan.state().units
    window.close_plan()


def test_a_plan_dropped_on_the_window_is_opened(window: MainWindow, plan_path: Path) -> None:
    window.files.take_in([str(plan_path)])
    assert window.workspace is not None


def test_a_register_file_over_an_open_plan_asks_what_it_is_for(window: MainWindow, qtbot: QtBot) -> None:
    window.files.open_example()
    later = example("eksempelby/2026-12-14")
    window.files.take_in([str(later)])
    box = window.findChildren(QMessageBox)[-1]
    confirms = next(one for one in box.buttons() if one.text() == "Bekræft den åbne plan")
    qtbot.mouseClick(confirms, Qt.MouseButton.LeftButton)
    pane = work(window).requests.confirming
    qtbot.waitUntil(lambda: pane.rows is not None, timeout=20_000)
    assert work(window).strip.stack.currentWidget() is work(window).requests
    window.close_plan()
