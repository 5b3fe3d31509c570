"""The whole picture as a file."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from sorstudio.ui.picture.detail import Detail, Direction
from sorstudio.ui.picture.export import Choice, UnknownPictureFormat, export_picture, render
from sorstudio.ui.picture.scene import Box
from sorstudio.ui.theme import Theme
from tests.ui.picture.sample import picture


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Fonts need an application."""


def export(path: Path, choice: Choice | None = None) -> Path:
    return export_picture(picture(), path, Theme(), choice)


def test_a_png_opens_and_is_not_blank(tmp_path: Path) -> None:
    image = QImage(str(export(tmp_path / "picture.png")))
    colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert len(colours) > 20


def test_a_png_is_twice_as_sharp_as_the_screen(tmp_path: Path) -> None:
    image = QImage(str(export(tmp_path / "picture.png")))
    assert image.width() == (render(picture(), Theme()).size * 2).toSize().width()


def test_an_svg_opens_and_carries_text_and_font(tmp_path: Path) -> None:
    path = export(tmp_path / "picture.svg")
    drawn = path.read_text("utf-8")
    assert QSvgRenderer(str(path)).isValid()
    assert ">Team Birk</text>" in drawn
    assert drawn.count("@font-face") == 3


def test_a_pdf_opens_with_one_page_and_its_names(tmp_path: Path) -> None:
    pages = PdfReader(export(tmp_path / "picture.pdf")).pages
    assert len(pages) == 1
    assert "Børn" in pages[0].extract_text()


def test_the_ending_may_be_in_capitals(tmp_path: Path) -> None:
    assert not QImage(str(export(tmp_path / "picture.PNG"))).isNull()


def test_another_ending_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(UnknownPictureFormat):
        export(tmp_path / "picture.gif")
    assert list(tmp_path.iterdir()) == []


def test_an_earlier_file_is_replaced_and_nothing_is_left_beside(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_text("old")
    export(path)
    assert [one.name for one in tmp_path.iterdir()] == ["picture.png"]
    assert not QImage(str(path)).isNull()


def test_a_folder_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError):  # noqa: PT011 - the message is the system's
        export(tmp_path / "nowhere" / "picture.png")


@pytest.mark.parametrize("detail", list(Detail))
@pytest.mark.parametrize("direction", list(Direction))
def test_the_sheet_has_room_for_the_picture(detail: Detail, direction: Direction) -> None:
    sheet = render(picture(), Theme(), Choice(detail, direction))
    bounds = sheet.picture.scene.bounds
    assert sheet.size.width() > bounds.width
    assert sheet.size.height() > bounds.height


def test_only_a_part_can_be_exported() -> None:
    whole = render(picture(), Theme(), Choice(Detail.NEAR))
    part = render(picture(), Theme(), Choice(Detail.NEAR, area=Box(100, 50, 400, 100)))
    assert part.shown == Box(100, 50, 400, 100)
    assert part.size.height() < whole.size.height()


def test_a_part_beside_the_picture_is_everything() -> None:
    sheet = render(picture(), Theme(), Choice(Detail.NEAR, area=Box(-900, -900, 10, 10)))
    assert sheet.shown == sheet.picture.scene.bounds


def test_a_large_picture_is_drawn_with_less_detail() -> None:
    many = picture("top\n" + "\n".join(f"  {number}" for number in range(1200)))
    assert render(many, Theme()).picture.scene.detail is Detail.FAR


def test_folded_branches_stay_folded() -> None:
    sheet = render(picture(folded=frozenset({"Nord"})), Theme())
    assert sheet.picture.scene.visible.place_of("Team Lind") == -1


def test_a_national_picture_can_be_written(tmp_path: Path) -> None:
    many = picture("top\n" + "\n".join(f"  {number}" for number in range(20_000)))
    path = export_picture(many, tmp_path / "picture.png", Theme())
    assert max(QImage(str(path)).width(), QImage(str(path)).height()) <= 16_000
