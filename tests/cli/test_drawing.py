"""The one place where the command line reaches for the window's room."""

from pathlib import Path

import pytest

from sorstudio.cli.drawing import draw_pages, draw_picture, has_screen, picture_of_window
from sorstudio.cli.session import texts_of
from sorstudio.model.errors import Unusable
from tests.model.outline import plan

pytestmark = pytest.mark.usefixtures("qapp")

DRAWN = plan("Kommune\n  Sundhed\n    Nord")
DANISH = texts_of("da")


def test_a_drawing_into_memory_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert not has_screen()


def test_the_picture_names_the_units(tmp_path: Path) -> None:
    draw_picture(DRAWN, tmp_path / "a.svg", DANISH)
    assert "Sundhed" in (tmp_path / "a.svg").read_text("utf-8")


def test_the_window_is_drawn(tmp_path: Path) -> None:
    picture_of_window(DRAWN, tmp_path / "a.png", DANISH)
    assert (tmp_path / "a.png").stat().st_size > 10_000


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unusable):
        draw_picture(DRAWN, tmp_path / "no" / "a.png", DANISH)


def test_the_sheets_are_counted(tmp_path: Path) -> None:
    assert draw_pages(DRAWN, tmp_path / "a.pdf", DANISH, "A4") == 1
