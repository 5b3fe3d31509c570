import pytest

from sorstudio.requests.letter import LetterTable
from sorstudio.ui.paper.layout import CELL, CELL_HEAD, UNITS, Flow, Text

pytestmark = pytest.mark.usefixtures("qapp")


def flow(points: float = 400) -> Flow:
    return Flow(300.0 * UNITS, points * UNITS)


def texts(page: list[object]) -> list[str]:
    return [item.text for item in page if isinstance(item, Text)]


def test_longer_text_takes_more_room_and_stays_in_the_width() -> None:
    short, long = flow(), flow()
    short.text("kort")
    long.text("meget længere tekst " * 20)
    assert long.y > 3 * short.y
    assert all(item.box.right() <= long.width for item in long.pages[0] if isinstance(item, Text))


def test_what_does_not_fit_goes_to_the_next_page() -> None:
    page = flow(40)
    for word in ("en", "to", "tre", "fire"):
        page.text(word)
    assert len(page.pages) == 2
    assert [word for one in page.pages for word in texts(list(one))] == ["en", "to", "tre", "fire"]


def test_no_row_is_broken_and_the_header_is_repeated() -> None:
    page = flow(70)
    rows = tuple((f"L{i}", "Øst " * 30) for i in range(8))
    page.table(LetterTable("T", ("Linje", "Enhed"), rows, (20, 80)))
    assert len(page.pages) > 2
    for one in page.pages:
        found = [item for item in one if isinstance(item, Text)]
        assert [item.text for item in found if item.style == CELL_HEAD] == ["Linje", "Enhed"]
        assert all(item.box.bottom() <= page.height for item in found)
    assert sum(item.style == CELL for one in page.pages for item in one if isinstance(item, Text)) == 16


def test_a_long_number_without_blanks_is_wrapped_not_cut() -> None:
    page = flow()
    page.table(LetterTable("T", ("A", "B"), (("9" * 60, ""),), (10, 90)))
    cell = next(item for item in page.pages[0] if isinstance(item, Text) and item.text.startswith("9"))
    assert cell.box.height() > 5 * CELL.size * UNITS


def test_a_heading_keeps_together_with_what_follows() -> None:
    page = flow(100)
    page.space(60)
    page.text("før")
    page.together(70)
    page.text("overskrift")
    assert [texts(list(one)) for one in page.pages] == [["før"], ["overskrift"]]
