"""The overview for partners, written from the command line."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from sorstudio.resources import example
from tests.cli.conftest import Call

REGISTER = example("eksempelby/2026-11-02")


@pytest.mark.usefixtures("qapp")
def test_on_paper(call: Call, tmp_path: Path) -> None:
    found = call("partners", REGISTER, "--out", tmp_path / "p.pdf")
    assert found.code == 0
    words = "\n".join(page.extract_text() for page in PdfReader(tmp_path / "p.pdf").pages)
    assert "Sådan når I Eksempelby Kommune" in words
    assert "GGOP (GGOP100) sendes til »Træning og Rehabilitering«" in words


def test_as_a_page_and_as_data(call: Call, tmp_path: Path) -> None:
    assert call("partners", REGISTER, "--municipality", "Eksempelby", "--out", tmp_path / "p.html").code == 0
    assert "<h2>PPR-samarbejde</h2>" in (tmp_path / "p.html").read_text("utf-8")
    assert call("partners", REGISTER, "--out", tmp_path / "p.json").code == 0
    assert len(json.loads((tmp_path / "p.json").read_text("utf-8"))["headings"]) == 10


def test_another_ending_or_folder_is_refused(call: Call, tmp_path: Path) -> None:
    for name in ("p.docx", "ingen/p.html"):
        found = call("partners", REGISTER, "--out", tmp_path / name)
        assert (found.code, found.out) == (2, "")
    assert list(tmp_path.iterdir()) == []
