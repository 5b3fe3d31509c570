"""Pictures of the window."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from sorstudio.model.errors import Unusable
from sorstudio.model.plan import Plan
from sorstudio.ui.shots import render_window


def test_a_plan_is_drawn_in_the_size_asked_for(tmp_path: Path, small: Plan, qtbot: QtBot) -> None:
    render_window(small, tmp_path / "a.png", theme="dark", language="en", size=(1400, 900))
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (1400, 900)
    assert image.pixelColor(700, 880).lightness() < 80


def test_the_start_page_is_drawn_without_a_plan(tmp_path: Path, qtbot: QtBot) -> None:
    render_window(None, tmp_path / "start.png")
    assert (tmp_path / "start.png").stat().st_size > 10_000


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    with pytest.raises(Unusable):
        render_window(None, tmp_path / "nowhere" / "a.png")
