"""Only what occurs is explained."""

from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.picture.colouring import ColourBy, colour
from sorstudio.ui.picture.detail import Detail
from sorstudio.ui.picture.legend import Legend, entries, legend_size
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


def test_a_row_is_wide_and_a_column_high() -> None:
    data = picture(UNITS, number_signs=[1, 2, 0])
    shown = entries(data, colour(data, ColourBy.NUMBER), Detail.FAR, Words())
    row, column = (legend_size(Theme(), shown, in_a_row=is_row) for is_row in (True, False))
    assert row.width() > column.width()
    assert row.height() < column.height()


def test_it_lets_the_mouse_through(canvas: Canvas) -> None:
    legend = canvas.findChild(Legend)
    assert canvas.childAt(legend.geometry().center()) is None
