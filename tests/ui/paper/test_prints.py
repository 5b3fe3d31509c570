from io import BytesIO

import pytest
from pypdf import PdfReader

from sorstudio.requests.letter import LetterTable
from sorstudio.requests.paper import Block, Print
from sorstudio.ui.paper.prints import print_pdf

pytestmark = pytest.mark.usefixtures("qapp")


def block(number: int, rows: int = 12) -> Block:
    table = LetterTable("", ("Felt", "Værdi"), tuple((f"felt {i}", f"værdi {i}") for i in range(rows)), (30, 70))
    return Block(f"{number}. Omdøb", ("En note",), table, frozenset({0}), has_tick_box=True)


def pages(document: Print) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(print_pdf(document))).pages]


def test_a_block_with_a_box_is_not_torn_apart() -> None:
    for text in pages(Print("Liste", (), tuple(block(number) for number in range(1, 10)))):
        assert text.count("En note") == text.count("felt 11")


def test_a_block_longer_than_a_page_goes_on_under_its_header() -> None:
    found = pages(Print("Liste", (), (block(1, 150),)))
    assert len(found) > 1
    assert all("Værdi" in text for text in found)


def test_one_page_is_one_page() -> None:
    long = tuple(Block(f"Afsnit {number}", ("Ord " * 60,) * 2) for number in range(8))
    assert len(pages(Print("Resumé", (), long))) > 1
    assert len(pages(Print("Resumé", (), long, one_page=True))) == 1
