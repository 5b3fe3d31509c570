"""The five steps point at controls that are there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sorstudio.model.plan import Plan
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.theme import Look
from sorstudio.ui.tour.steps import steps
from sorstudio.ui.translate import Language, Tongue
from tests.ui.window_kit import open_window, work


@pytest.fixture
def window(tmp_path: Path, look: Look, tongue: Tongue, small: Plan, qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window(tmp_path, look, tongue, small) as window:
        yield window


def test_there_are_five_in_both_languages(tongue: Tongue) -> None:
    danish = steps()
    tongue.speak(Language.ENGLISH)
    english = steps()
    assert len(danish) == len(english) == 5
    assert all(one.title and one.words for one in (*danish, *english))
    assert not {one.words for one in danish} & {one.words for one in english}


@pytest.mark.parametrize("at", range(5))
def test_what_a_step_points_at_is_opened(window: MainWindow, at: int) -> None:
    workspace = work(window)
    workspace.picture_alone()
    workspace.outline.view.clearSelection()
    step = steps()[at]
    step.open(workspace)
    target = step.find(workspace)
    assert target.isVisible()
    assert not target.visibleRegion().isEmpty()


def test_they_are_the_outline_offers_type_changes_and_request(window: MainWindow) -> None:
    workspace = work(window)
    found = [step.find(workspace) for step in steps()]
    assert found[0] is workspace.outline
    assert found[1] is workspace.offers
    assert found[2].accessibleName().startswith("Enhedstype")
    assert found[3:] == [workspace.strip, workspace.top.request]


def test_the_type_field_is_scrolled_into_sight(window: MainWindow, qtbot: QtBot) -> None:
    workspace = work(window)
    step = steps()[2]
    scroll = next(one for one in _above(step.find(workspace)) if hasattr(one, "verticalScrollBar"))
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    step.open(workspace)
    qtbot.waitUntil(lambda: not step.find(workspace).visibleRegion().isEmpty())


def _above(widget: object) -> Iterator[object]:
    while widget is not None:
        widget = widget.parentWidget()  # type: ignore[attr-defined]
        yield widget
