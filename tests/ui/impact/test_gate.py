"""The card that asks before somebody loses or gains by a move or a closing, by mouse and by keys."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.model.plan import Plan
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue
from tests.model.outline import gln, key
from tests.ui.window_kit import open_window, work


@pytest.fixture
def window(tmp_path: Path, look: Look, tongue: Tongue, small: Plan, qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window(tmp_path, look, tongue, small) as window:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        yield window


def drop(window: MainWindow, unit: str, target: str) -> None:
    plan = work(window).editor.plan
    work(window).canvas.dropped.emit((key(plan, unit),), key(plan, target))


def parent_of(small: Plan, unit: str) -> str:
    return small.state().units[small.state().units[key(small, unit)].parent or ""].name


def test_a_drop_that_changes_a_number_asks_first(window: MainWindow, small: Plan) -> None:
    drop(window, "Team Lind", "Plejehjem")
    bar = work(window).outline.bar
    assert bar.isVisible()
    assert (bar.yes.text(), bar.no.text()) == ("Flyt", "Behold")
    assert bar.follows.sentences == [f"Team Lind får lokationsnummer {gln(1)} i stedet for {gln(2)}."]
    assert parent_of(small, "Team Lind") == "Hjemmesygepleje"


def test_enter_does_it(window: MainWindow, small: Plan, qtbot: QtBot) -> None:
    drop(window, "Team Lind", "Plejehjem")
    qtbot.keyClick(work(window).outline.bar.yes, Qt.Key.Key_Return)
    assert parent_of(small, "Team Lind") == "Plejehjem"
    assert work(window).outline.bar.isHidden()


def test_escape_keeps(window: MainWindow, small: Plan, qtbot: QtBot) -> None:
    drop(window, "Team Lind", "Plejehjem")
    qtbot.keyClick(work(window).outline.bar.yes, Qt.Key.Key_Escape)
    assert parent_of(small, "Team Lind") == "Hjemmesygepleje"
    assert small.head is None


def test_the_mouse_keeps(window: MainWindow, small: Plan, qtbot: QtBot) -> None:
    drop(window, "Team Lind", "Plejehjem")
    qtbot.mouseClick(work(window).outline.bar.no, Qt.MouseButton.LeftButton)
    assert small.head is None


def test_a_drop_nobody_loses_by_is_made_at_once(window: MainWindow, small: Plan) -> None:
    drop(window, "Åkanden", "Børn og Unge")
    assert parent_of(small, "Åkanden") == "Børn og Unge"
    assert work(window).outline.bar.isHidden()


def test_whoever_is_sure_is_not_asked(window: MainWindow, small: Plan) -> None:
    move = partial(units.move, units=[key(small, "Team Lind")], parent=key(small, "Plejehjem"))
    work(window).editor.do(move, sure=True)
    assert parent_of(small, "Team Lind") == "Plejehjem"


def test_delete_shows_what_a_closing_means_before_it_is_made(window: MainWindow, small: Plan, qtbot: QtBot) -> None:
    view = work(window).outline.view
    work(window).editor.select([key(small, "Tandplejen")])
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    bar = work(window).outline.bar
    assert bar.yes.text() == "Luk enheden"
    assert "Lokationsnummeret på Tandplejen ophører." in bar.follows.sentences
    qtbot.keyClick(bar.yes, Qt.Key.Key_Return)
    assert small.state().units[key(small, "Tandplejen")].valid_to is not None
