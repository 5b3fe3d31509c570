from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from sorstudio.requests.line import Addressee
from sorstudio.requests.sheets import Sheet, sheets
from sorstudio.requests.workbook import workbook_bytes
from tests.requests.asked import busy_request


def opened(*found: Sheet) -> Any:
    return load_workbook(BytesIO(workbook_bytes(found)))


def test_identifiers_are_text() -> None:
    page = opened(Sheet("Ark", ("SOR-id",), (("90000031000016005",), ("0751",)))).active
    assert [(page[f"A{row}"].value, page[f"A{row}"].data_type, page[f"A{row}"].number_format) for row in (2, 3)] == [
        ("90000031000016005", "s", "@"),
        ("0751", "s", "@"),
    ]


@pytest.mark.parametrize("text", ["=SUM(A1:A9)", "+45 12345678", "-KUN INTERNT BRUG", "@navn", "=cmd|'/c calc'!A1"])
def test_nothing_that_was_typed_becomes_a_formula(text: str) -> None:
    cell = opened(Sheet("Ark", ("Navn",), ((text,),))).active["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_no_cell_of_a_real_request_is_a_formula_or_a_number() -> None:
    for addressee in Addressee:
        for page in opened(*sheets(busy_request(), addressee)):
            kinds = {cell.data_type for row in page.iter_rows() for cell in row if cell.value is not None}
            assert kinds <= {"s", "d"}


def test_dates_are_dates() -> None:
    cell = opened(Sheet("Ark", ("Dato",), ((date(2026, 12, 1),),))).active["A2"]
    assert (cell.value, cell.number_format) == (datetime(2026, 12, 1), "DD-MM-YYYY")


def test_the_header_stays_in_sight_and_is_repeated_on_paper() -> None:
    page = opened(Sheet("Ark", ("Linje", "Navn"), (("L1", "æøå"),))).active
    assert page.freeze_panes == "A2"
    assert page.print_title_rows == "$1:$1"
    assert page.page_setup.orientation == "landscape"
    assert page["B2"].alignment.wrap_text


def test_columns_are_as_wide_as_their_content_within_reason() -> None:
    page = opened(Sheet("Ark", ("A", "B"), (("x" * 20, "y" * 500),))).active
    assert page.column_dimensions["A"].width == 22
    assert page.column_dimensions["B"].width == 46


def test_characters_that_a_workbook_cannot_hold_are_left_out() -> None:
    assert opened(Sheet("A/B", ("N",), (("a\x00b",),))).active["A2"].value == "ab"


def test_a_row_is_high_enough_for_its_wrapped_lines() -> None:
    sheet = Sheet("Ark", ("Kort", "Lang"), (("a", "ord " * 40), ("b", "c")))
    page = load_workbook(BytesIO(workbook_bytes([sheet]))).worksheets[0]
    assert page.row_dimensions[3].height == 15
    assert page.row_dimensions[2].height >= 4 * 15
