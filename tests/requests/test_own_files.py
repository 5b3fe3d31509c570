import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

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
