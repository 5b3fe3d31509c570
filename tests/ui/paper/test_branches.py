from io import BytesIO

import pytest
from pypdf import PdfReader

from sorstudio.requests.branches import Branch, BranchPages, Mark, Row
from sorstudio.ui.paper.branches import branches_pdf

pytestmark = pytest.mark.usefixtures("qapp")


def pages(rows: int) -> PdfReader:
    found = (Row(0, "Kommunen"), *(Row(1, f"Enhed {i}", Mark.NEW, f"note {i}") for i in range(rows)))
    branch = Branch("Sundhed på Ærø", found[:2], found)
    legend = ((Mark.NEW, "ny"),)
    document = BranchPages("Titel", "Intro", "Før", "Efter", "fortsat", legend, (branch,), "Side {page} af {pages}")
    return PdfReader(BytesIO(branches_pdf(document)))


def test_a_short_branch_is_one_wide_a4_page() -> None:
    (page,) = pages(5).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (842, 595)
    text = page.extract_text()
    assert all(words in text for words in ("Sundhed på Ærø", "Før", "Efter", "note 4", "Side 1 af 1"))


def test_a_long_branch_is_a3_and_goes_on_under_its_way() -> None:
    found = pages(80).pages
    assert len(found) > 1
    assert round(found[0].mediabox.width) == 1191
    texts = [page.extract_text() for page in found]
    assert all("Kommunen" in text for text in texts)
    assert "fortsat" in texts[1]
    assert sum(text.count("note ") for text in texts) == 81
