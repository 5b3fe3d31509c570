"""Workbooks as rows of text."""

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from sorstudio.formats.problems import UnreadableFile
from sorstudio.formats.workbook import Formula, cell_text, read_sheets, rows

HEAD = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def workbook(*given: list[object]) -> bytes:
    book = Workbook()
    for row in given:
        book.worksheets[0].append(row)
    return saved(book)


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    """The same workbook with one part exchanged."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, content if member == name else old.read(member))
    return file.getvalue()


def with_sheet(inner: str) -> bytes:
    return with_member(workbook(["a"]), "xl/worksheets/sheet1.xml", (HEAD + inner + "</worksheet>").encode())


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_sheets(data, "liste.xlsx")
    return caught.value.problems[0].code


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (311000016009, "311000016009"),
        (3.11000016009e11, "311000016009"),
        (1.053211000016007e15, "1053211000016007"),
        (2.5, "2,5"),
        (True, "true"),
        (datetime(2026, 3, 4), "2026-03-04"),
        (date(2026, 3, 4), "2026-03-04"),
        ("  Pleje ", "Pleje"),
    ],
)
def test_a_cell_becomes_the_text_it_was_meant_to_be(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_rows_keep_their_place_and_lose_empty_ends() -> None:
    assert rows(workbook(["Navn", "GLN", None], [], ["Pleje", 5790000000012])) == [
        ("Navn", "GLN"),
        (),
        ("Pleje", "5790000000012"),
    ]


def test_a_formula_is_text_and_is_told() -> None:
    (sheet,) = read_sheets(workbook(["Navn"], ["=A1&B1"]), "liste.xlsx")
    assert (sheet.rows[1], sheet.formulas) == (("=A1&B1",), (Formula(2, 0, "=A1&B1"),))


def test_a_formula_that_only_guards_a_number_is_the_number() -> None:
    (sheet,) = read_sheets(workbook(["SOR"], ['="311000016009"']), "liste.xlsx")
    assert (sheet.rows[1], sheet.formulas) == (("311000016009",), ())


def test_hidden_sheets_are_not_read() -> None:
    book = Workbook()
    book.worksheets[0].append(["synlig"])
    hidden = book.create_sheet("Skjult")
    hidden.append(["skjult"])
    hidden.sheet_state = "hidden"
    assert [sheet.rows for sheet in read_sheets(saved(book), "liste.xlsx")] == [(("synlig",),)]


def test_a_huge_claim_of_size_costs_nothing() -> None:
    cell = '<c r="A1" t="inlineStr"><is><t>Navn</t></is></c>'
    data = with_sheet(f'<dimension ref="A1:XFD1048576"/><sheetData><row r="1">{cell}</row></sheetData>')
    assert rows(data) == [("Navn",)]


def test_a_stray_cell_far_down_is_read() -> None:
    cell = '<c r="A1048576" t="inlineStr"><is><t>Navn</t></is></c>'
    found = rows(with_sheet(f'<sheetData><row r="1048576">{cell}</row></sheetData>'))
    assert (len(found), found[-1]) == (1_048_576, ("Navn",))


def test_a_row_number_beyond_every_sheet_ends() -> None:
    cell = '<c r="A99999999999" t="inlineStr"><is><t>Navn</t></is></c>'
    assert refusal(with_sheet(f'<sheetData><row r="99999999999">{cell}</row></sheetData>')) in (
        "xlsx.empty",
        "xlsx.damaged",
    )


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    assert refusal(with_member(workbook(["a"]), "xl/worksheets/sheet1.xml", b" " * 410_000_000)) == "xlsx.too_large"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(encoding: str) -> None:
    bomb = f'<!DOCTYPE x [<!ENTITY a "{"x" * 50}"><!ENTITY b "{"&a;" * 50}">]><worksheet>&b;</worksheet>'
    data = with_member(workbook(["a"]), "xl/worksheets/sheet1.xml", bomb.encode(encoding))
    assert refusal(data) == "xlsx.doctype"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "xlsx.damaged"),
        (b"PK\x03\x04 no zip at all", "xlsx.damaged"),
        (workbook(["a"])[:-200], "xlsx.damaged"),
        (with_member(workbook(["a"]), "xl/worksheets/sheet1.xml", b"<worksheet><sheetData>"), "xlsx.damaged"),
        (with_member(workbook(["a"]), "xl/workbook.xml", b"<nothing/>"), "xlsx.empty"),
        (workbook(), "xlsx.empty"),
        (workbook([None, " "]), "xlsx.empty"),
    ],
)
def test_what_is_no_sound_workbook_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == code
