"""Every file to Sundhedsdatastyrelsen and MedCom opened with a program that is not ours."""

import csv
import shutil
import subprocess
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from sorstudio.requests.writing import write_request
from tests.requests.asked import TODAY, busy_plan
from tests.requests.plans import DANISH

WORKBOOKS = ("2-sundhedsdatastyrelsen.xlsx", "3-medcom.xlsx")
LETTER, FORMS = "2-sundhedsdatastyrelsen.pdf", "2-sundhedsdatastyrelsen-skemaer.pdf"
LONGEST = 120


def program(name: str, package: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed ({package})")
    return found


@pytest.fixture
def written(qapp: object, tmp_path: Path) -> Path:
    from sorstudio.ui.paper.drawing import draw_paper

    write_request(busy_plan(), tmp_path / "ud", DANISH, today=TODAY, draw_pdf=draw_paper)
    return tmp_path / "ud"


def run(*words: object) -> str:
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=LONGEST, check=True)
    return done.stdout


@pytest.mark.parametrize("name", WORKBOOKS)
def test_libreoffice_reads_each_sheet_with_danish_letters_and_whole_identifiers(
    written: Path, tmp_path: Path, name: str
) -> None:
    office = program("soffice", "libreoffice-calc")
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    filter_ = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    run(office, profile, "--headless", "--convert-to", filter_, "--outdir", tmp_path / "csv", written / name)
    sheets = sorted((tmp_path / "csv").glob("*.csv"))
    text = "\n".join(path.read_text("utf-8") for path in sheets)
    assert len(sheets) >= 2
    assert "Eksempelby Kommune" in text
    (table,) = (path for path in sheets if path.stem.endswith(("Skemaer", "Meddelelsestyper")))
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) > 1
    assert all(len(row) == len(rows[0]) for row in rows)
    assert "5790990000" in text
    assert "E+" not in text


def test_pdftotext_reads_the_letter_and_each_form_on_a_page_of_its_own(written: Path) -> None:
    reader = program("pdftotext", "poppler-utils")
    letter = run(reader, "-layout", written / LETTER, "-")
    assert "• 1 nyt lokationsnummer" in letter
    assert "• 1 ændring af en institution" in letter
    assert "3 skemaer" in letter
    pages = run(reader, "-layout", written / FORMS, "-").split("\f")[:-1]
    assert [f"Skema {i} af 3" in page for i, page in enumerate(pages, start=1)] == [True] * 3
    assert all("Kontaktperson" in page and "Åse Ærø" in page for page in pages)


@pytest.mark.parametrize("name", [LETTER, FORMS])
def test_no_page_is_empty_when_it_is_drawn_and_nothing_touches_its_edge(
    written: Path, tmp_path: Path, name: str
) -> None:
    from PySide6.QtGui import QImage

    run(program("pdftoppm", "poppler-utils"), "-r", "40", "-gray", "-png", written / name, tmp_path / "side")
    drawn = sorted(tmp_path.glob("side*.png"))
    assert drawn
    for path in drawn:
        image = QImage(str(path))
        dark = [
            (x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).lightness() < 128
        ]
        assert len(dark) > 200
        edge = image.width() * 0.08
        assert edge < min(x for x, _ in dark)
        assert max(x for x, _ in dark) < image.width() - edge


def test_pythons_mail_reader_finds_subject_text_and_whole_attachments(written: Path) -> None:
    mail = message_from_bytes((written / "2-sundhedsdatastyrelsen.eml").read_bytes(), policy=default)
    files = {part.get_filename(): part.get_content() for part in mail.iter_attachments()}
    assert list(files) == [LETTER, FORMS, WORKBOOKS[0]]
    assert all(content == (written / name).read_bytes() for name, content in files.items() if name)
    assert (mail["To"], mail["Subject"]) == ("SORpost@sundhedsdata.dk", "Ændringer i SOR: Eksempelby Kommune")
    body = mail.get_body()
    assert body is not None
    assert body.get_content_type() == "text/plain"
    assert all(name in body.get_content() for name in files if name)
