from pathlib import Path

import pytest
from pypdf import PdfReader

from sorstudio.requests.letter import Letter, LetterTable
from sorstudio.ui.paper.letter import draw_letter


def letter(rows: int = 2) -> Letter:
    table = LetterTable(
        "Lokationsnumre",
        ("Linje", "Enhed", "Lokationsnummer"),
        tuple((f"L{i}", "Sygepleje Øst & Ærø", f"57909900{i:05d}") for i in range(rows)),
        (10, 60, 30),
    )
    return Letter(
        ("Eksempelby Kommune",),
        ("Sundhedsdatastyrelsen",),
        "1. december 2026",
        "Ændringer på Ærø",
        ("Må vi bede om <dette>? Nøglen er (NY-1).",),
        (table,),
        ("Med venlig hilsen", "Åse"),
        "Side {page} af {pages}",
    )


def pages(tmp_path: Path, rows: int) -> list[str]:
    draw_letter(letter(rows), tmp_path / "brev.pdf")
    return [" ".join(page.extract_text().split()) for page in PdfReader(tmp_path / "brev.pdf").pages]


@pytest.mark.usefixtures("qapp")
def test_the_letter_can_be_read_with_its_danish_letters(tmp_path: Path) -> None:
    (text,) = pages(tmp_path, 2)
    wanted = ("Ændringer på Ærø", "Sygepleje Øst & Ærø", "5790990000001", "Må vi bede om <dette>?", "(NY-1)")
    for words in (*wanted, "Side 1 af 1"):
        assert words in text


@pytest.mark.usefixtures("qapp")
def test_a_long_table_goes_on_over_numbered_a4_pages_and_loses_no_row(tmp_path: Path) -> None:
    found = pages(tmp_path, 150)
    assert len(found) > 1
    assert all(f"Side {i} af {len(found)}" in text for i, text in enumerate(found, start=1))
    assert [f"57909900{i:05d}" for i in range(150) if f"57909900{i:05d}" not in "".join(found)] == []
    box = PdfReader(tmp_path / "brev.pdf").pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (595, 842)


@pytest.mark.usefixtures("qapp")
def test_a_file_that_cannot_be_written_is_an_error_of_the_world(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        draw_letter(letter(), tmp_path / "mangler" / "brev.pdf")
