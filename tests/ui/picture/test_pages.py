"""The picture on several sheets of paper."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QApplication

from sorstudio.ui.picture.pages import UnknownPaper, cut_lines, page_count, print_pages, tiling
from sorstudio.ui.theme import Theme
from tests.ui.picture.sample import picture

MANY = "top*\n" + "\n".join(f"  unit {number}*" for number in range(60))


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Fonts need an application."""


def test_a_small_picture_takes_one_sheet() -> None:
    assert tiling(QSizeF(800, 500), QSizeF(1000, 600)).count == 1
    assert tiling(QSizeF(1200, 600), QSizeF(1000, 600)).scale == pytest.approx(1000 / 1200)


@pytest.mark.parametrize("width", [900, 2400, 2533, 9999])
def test_the_tiles_cover_the_picture_and_none_is_empty(width: int) -> None:
    cut, room = tiling(QSizeF(width, 4000), QSizeF(1000, 600)), QSizeF(1000, 600)
    covered = (cut.columns - 1) * cut.step.width() + room.width()
    assert covered >= width * cut.scale - 0.1
    assert (cut.columns - 1) * cut.step.width() < width * cut.scale


def test_every_sheet_is_written_and_says_which_it_is(tmp_path: Path) -> None:
    count = print_pages(picture(MANY), tmp_path / "ark.pdf", "A4", Theme())
    pages = PdfReader(tmp_path / "ark.pdf").pages
    assert len(pages) == count == page_count(picture(MANY), "A4", Theme())
    assert count > 2
    assert f"ark 2 af {count}" in " ".join(pages[1].extract_text().split())


def test_the_pages_are_paper_on_its_side(tmp_path: Path) -> None:
    print_pages(picture(MANY), tmp_path / "ark.pdf", "A3", Theme())
    box = PdfReader(tmp_path / "ark.pdf").pages[0].mediabox
    assert (round(box.width / 72 * 25.4), round(box.height / 72 * 25.4)) == (420, 297)


def test_larger_paper_takes_fewer_sheets() -> None:
    assert page_count(picture(MANY), "A3", Theme()) < page_count(picture(MANY), "A4", Theme())


def test_a_sheet_is_cut_where_it_lies_over_the_one_before_and_only_there() -> None:
    room = QSizeF(1000, 600)
    cut = tiling(QSizeF(2400, 1600), room)
    first, inner = cut_lines(cut, (0, 0), room), cut_lines(cut, (1, 1), room)
    assert (cut.count > 4, first, len(inner)) == (True, [], 2)
    across = next(line for line in inner if line.dx() == 0)
    end_of_the_one_before = room.width() - cut.step.width()
    assert across.x1() == pytest.approx(end_of_the_one_before / 2)


def test_another_paper_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(UnknownPaper):
        print_pages(picture(), tmp_path / "ark.pdf", "B7", Theme())
    assert list(tmp_path.iterdir()) == []
