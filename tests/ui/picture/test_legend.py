"""Only what occurs is explained."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.picture.colouring import ColourBy, colour
from sorstudio.ui.picture.detail import Detail
from sorstudio.ui.picture.legend import Entry, Legend, entries, legend_size
from sorstudio.ui.picture.words import Words
from sorstudio.ui.theme import Theme
from tests.ui.picture.sample import picture

UNITS = "a\n  b\n  c"


def words_of(by: ColourBy, detail: Detail, **columns: object) -> list[str]:
    data = picture(UNITS, **columns)
    return [entry.words for entry in entries(data, colour(data, by), detail, Words())]


def test_near_numbers_and_changes_are_explained() -> None:
    found = words_of(ColourBy.CHANGES, Detail.NEAR, number_signs=[1, 2, 2], changes=[0, 0, 4])
    assert found == ["Eget nummer", "Nedarvet nummer", "Lukkes"]


def test_findings_take_the_place_of_changes() -> None:
    found = words_of(ColourBy.FINDINGS, Detail.NAMES, number_signs=[1, 1, 1], changes=[1, 1, 1], findings=[0, 3, 0])
    assert found == ["Eget nummer", "Fejl"]


def test_far_the_blocks_are_explained() -> None:
    found = words_of(ColourBy.NUMBER, Detail.FAR, number_signs=[1, 0, 3])
    assert found == ["Intet nummer", "Eget nummer", "Nummer ikke i udtrækket"]


def test_types_are_named() -> None:
    assert words_of(ColourBy.TYPE, Detail.NEAR, types=["Kommune", "", "Plejehjem"]) == [
        *("Ingen enhedstype", "Kommune", "Plejehjem")
    ]


@pytest.fixture
def shown() -> tuple[Entry, ...]:
    data = picture(UNITS, number_signs=[1, 2, 0])
    return entries(data, colour(data, ColourBy.NUMBER), Detail.FAR, Words())


@pytest.mark.parametrize("scale", [1.0, 2.5])
def test_what_has_no_room_beside_goes_below(shown: tuple[Entry, ...], scale: float) -> None:
    theme = Theme(scale=scale)
    beside = legend_size(theme, shown)
    below = legend_size(theme, shown, beside.width() - 1)
    assert below.width() < beside.width()
    assert below.height() == beside.height() + theme.size("legend_row")


def test_nothing_of_the_picture_is_reached_through_it(canvas: Canvas) -> None:
    legend = canvas.findChild(Legend)
    before = canvas.selection
    assert canvas.childAt(legend.geometry().center()) is legend
    QTest.mouseClick(legend, Qt.MouseButton.LeftButton)
    assert canvas.selection == before


@pytest.mark.parametrize("height", [300, 800])
@pytest.mark.parametrize("detail", Detail)
def test_everything_shown_stands_above_it(canvas: Canvas, detail: Detail, height: int) -> None:
    canvas.resize(420, height)
    canvas.zoom_to(detail)
    canvas.fit()
    lowest = canvas.stage.view.rect(canvas.stage.scene.bounds).bottom()
    assert lowest <= canvas.findChild(Legend).y() or not canvas.findChild(Legend).isVisible()


def test_where_it_would_take_too_much_room_it_comes_on_demand(canvas: Canvas) -> None:
    canvas.resize(420, 150)
    legend = canvas.findChild(Legend)
    key = next(one for one in canvas.findChildren(QPushButton) if one.accessibleName() == "Signaturforklaring")
    seen = [legend.isVisible()]
    for _ in range(2):
        QTest.mouseClick(key, Qt.MouseButton.LeftButton)
        seen.append(legend.isVisible())
    assert seen == [False, True, False]
