from io import BytesIO

import pytest
from pypdf import PdfReader

from sorstudio.ui.paper.layout import Flow
from sorstudio.ui.paper.pages import Foot, pages_pdf


@pytest.mark.usefixtures("qapp")
def test_every_page_is_numbered_and_named() -> None:
    def set_on(flow: Flow) -> None:
        for number in range(120):
            flow.text(f"Linje {number}")

    found = [
        page.extract_text()
        for page in PdfReader(BytesIO(pages_pdf(Foot("Ærø", "Side {page} af {pages}"), set_on))).pages
    ]
    assert len(found) > 1
    for number, text in enumerate(found, start=1):
        assert f"Side {number} af {len(found)}" in text
        assert "Ærø" in text
