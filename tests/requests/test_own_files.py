import csv
import shutil
import subprocess
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtGui import QImage

from sorstudio.requests.own_files import FK_ORG_TABLE, OWN_FILES, WORK_LIST, WORKBOOK, own_files
from sorstudio.requests.paper import Paper, Print
from sorstudio.ui.paper.prints import print_pdf
from tests.requests.asked import busy_request


def drawn(paper: Paper) -> bytes:
    assert isinstance(paper, Print)
    return print_pdf(paper)


@pytest.mark.usefixtures("qapp")
def test_every_file_opens_in_a_program_that_is_not_ours() -> None:
    files = own_files(busy_request(), drawn)
    assert tuple(files) == OWN_FILES
    book = load_workbook(BytesIO(files[WORKBOOK]))
    assert book.sheetnames == ["Vejledning", "Rettelser", "Komplet ny tilstand", "Nye enheder", "FK-ORG"]
    assert {row[-1] for row in list(book["Rettelser"].values)[1:]} == {"☐"}
    rows = list(csv.reader(StringIO(files[FK_ORG_TABLE].decode("utf-8-sig")), delimiter=";"))
    assert list(next(iter(book["FK-ORG"].values))) == rows[0]
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(files[WORK_LIST])).pages)
    for words in ("1. Opret: Øst", "2. Ret kontaktoplysninger: Nord", "3. Luk: Træning", "+45 87654321"):
        assert words in " ".join(text.split())


def test_without_a_drawer_there_is_no_paper() -> None:
    assert WORK_LIST not in own_files(busy_request(), None)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.timeout(180)
@pytest.mark.usefixtures("qapp")
def test_libreoffice_opens_workbook_and_table(tmp_path: Path) -> None:
    files = own_files(busy_request(), None)
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=150, check=True)
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "1-egne-rettelser.pdf").pages)
    for words in ("Vejledning", "Komplet ny tilstand", "☐", "Øst"):
        assert words in text
    assert (tmp_path / "1-fk-org.pdf").is_file()


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="pdftoppm is not installed")
@pytest.mark.usefixtures("qapp")
def test_every_page_of_the_work_list_has_ink_inside_its_margins(tmp_path: Path) -> None:
    (tmp_path / "liste.pdf").write_bytes(own_files(busy_request(), drawn)[WORK_LIST])
    command = ["pdftoppm", "-r", "40", "-png", "liste.pdf", "side"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=60, check=True)
    found = sorted(tmp_path.glob("side*.png"))
    assert found
    for path in found:
        picture = QImage(str(path))
        dark = [
            (x, y)
            for x in range(picture.width())
            for y in range(picture.height())
            if picture.pixelColor(x, y).lightness() < 128
        ]
        assert dark
        assert min(x for x, _ in dark) > 20
        assert max(x for x, _ in dark) < picture.width() - 20
