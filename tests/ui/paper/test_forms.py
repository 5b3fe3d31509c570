"""Forms on paper, read with a program that is not ours."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from sorstudio.requests.form_pages import FormPage, FormPages
from sorstudio.requests.letter import LetterTable
from sorstudio.ui.paper.forms import forms_pdf

pytestmark = pytest.mark.usefixtures("qapp")


def pages(*rows: int) -> list[str]:
    def page(number: int, count: int) -> FormPage:
        facts = tuple((f"Felt {i}", f"værdi {i}\nog mere") for i in range(count))
        return FormPage(
            f"Skema {number}", "Nyt lokationsnummer", "Åkanden", (LetterTable("", ("A", ""), facts, (30, 70)),)
        )

    made = FormPages(
        "Skemaer", tuple(page(i, count) for i, count in enumerate(rows, start=1)), "Side {page} af {pages}"
    )
    return [" ".join(one.extract_text().split()) for one in PdfReader(BytesIO(forms_pdf(made))).pages]


def test_each_form_begins_on_a_page_of_its_own_and_no_page_is_empty() -> None:
    found = pages(3, 5, 2)
    assert [text.split(" Nyt")[0] for text in found] == ["Skema 1", "Skema 2", "Skema 3"]
    assert all(f"Side {i} af 3" in text for i, text in enumerate(found, start=1))


def test_every_line_of_a_cell_is_there() -> None:
    (text,) = pages(4)
    assert text.count("og mere") == 4


def test_a_form_longer_than_a_page_goes_on_and_loses_nothing() -> None:
    found = pages(60)
    assert len(found) > 1
    assert all(f"værdi {i} " in " ".join(found) for i in range(60))
