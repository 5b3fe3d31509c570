import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from sorstudio.requests.overview import BRANCHES, MINUTES, OVERVIEW, SUMMARY, overview_files
from sorstudio.requests.paper import Paper
from sorstudio.ui.paper.drawing import draw_paper
from tests.requests.asked import busy_request


def files(folder: Path) -> dict[str, bytes]:
    def drawn(paper: Paper) -> bytes:
        draw_paper(paper, folder / "paper.pdf")
        return (folder / "paper.pdf").read_bytes()

    return overview_files(busy_request(), drawn)


def text(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


@pytest.mark.usefixtures("qapp")
def test_summary_pictures_and_minutes_can_be_read(tmp_path: Path) -> None:
    found = files(tmp_path)
    assert tuple(found) == OVERVIEW
    assert len(PdfReader(BytesIO(found[SUMMARY])).pages) == 1
    assert "Hvem der udfører hvad" in text(found[SUMMARY])
    assert "ny fra 01.12.2026" in text(found[BRANCHES])
    assert found[MINUTES].decode("utf-8-sig").startswith("Ændringer i SOR for")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.usefixtures("qapp")
def test_another_reader_sees_the_same_words(tmp_path: Path) -> None:
    (tmp_path / "billede.pdf").write_bytes(files(tmp_path)[BRANCHES])
    command = ["pdftotext", "-layout", "billede.pdf", "-"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True)
    assert "Før og efter" in done.stdout
    assert "lukkes fra 01.01.2027" in done.stdout


def test_without_a_drawer_there_are_only_words() -> None:
    assert set(overview_files(busy_request(), None)) == {MINUTES}
