from pathlib import Path

import pytest
from pypdf import PdfReader

from sorstudio.requests.letter import Letter
from sorstudio.requests.paper import Print
from sorstudio.ui.paper.drawing import draw_paper


@pytest.mark.usefixtures("qapp")
def test_every_paper_is_drawn(tmp_path: Path) -> None:
    papers = (Letter(("Afsender",), (), "i dag", "Brev på Ærø", (), (), ()), Print("Arbejdsliste på Ærø", (), ()))
    for paper, title in zip(papers, ("Brev på Ærø", "Arbejdsliste på Ærø"), strict=True):
        draw_paper(paper, tmp_path / "papir.pdf")
        assert title in PdfReader(tmp_path / "papir.pdf").pages[0].extract_text()
