"""Tables as files, and what is read of them again."""

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from sorstudio import resources
from sorstudio.model.errors import Unusable
from sorstudio.model.texts import Texts
from sorstudio.requests.table_files import ENDINGS, TableFile, guarded, table_bytes, unguarded
from sorstudio.requests.table_layout import STANDARD, table_layout, table_layouts
from sorstudio.requests.table_reading import read_table
from sorstudio.routing.table import Table
from sorstudio.routing.table_cells import FIELDS, cells
from sorstudio.routing.table_remarks import remarks
from tests.model.outline import TODAY
from tests.routing.asking import town
from tests.routing.test_table import of_town

CODES = resources.code_lists()
DANISH = Texts(resources.texts("da"), "da")
TABLE = of_town(town(), TODAY)


def content(table: Table = TABLE) -> TableFile:
    return TableFile(table, remarks(table, TODAY), TODAY, TODAY)


def written(folder: Path, name: str, layout: str = STANDARD, table: Table = TABLE) -> Path:
    path = folder / name
    path.write_bytes(table_bytes(content(table), path, table_layout(layout), CODES, DANISH))
    return path


@pytest.mark.parametrize("suffix", ENDINGS)
def test_what_is_written_is_read_again(tmp_path: Path, suffix: str) -> None:
    read = read_table(written(tmp_path, f"tabel{suffix}"), CODES)
    assert read.fields == set(FIELDS)
    expected = [cells(row, CODES, DANISH) for row in TABLE.rows]
    assert [{name: row.text(name) for name in FIELDS} for row in read.rows] == [
        {name: row[name] for name in FIELDS} for row in expected
    ]


LINES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), max_size=20)


@given(st.lists(LINES, min_size=3, max_size=3), st.sampled_from(["=1+1", "+45 70 10", "'", "'=x", "-", "@a", '="12"']))
def test_a_text_table_is_read_back_exactly(tmp_path_factory: pytest.TempPathFactory, said: list[str], odd: str) -> None:
    first, second, third = (one.strip() for one in said)
    row = replace(TABLE.rows[0], phone=odd, criteria=first, phrase=f"{second}\n{third}".strip(), phone_hours=third)
    path = written(tmp_path_factory.mktemp("t"), "t.csv", table=Table((row,)))
    read = read_table(path, CODES, table_layout(STANDARD)).rows[0]
    told = (read.text("phone"), read.text("criteria"), read.text("phrase"), read.text("phone_hours"))
    assert told == (row.phone, row.criteria, row.phrase, row.phone_hours)


@given(st.text(max_size=30).map(str.strip))
def test_a_guarded_cell_is_harmless_and_not_lost(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in ("+", "-", "@", "=")


def test_numbers_stand_as_they_are_and_are_read_as_a_spreadsheet_keeps_them() -> None:
    assert guarded("5790990000030") == "5790990000030"
    assert unguarded('="5790990000030"') == "5790990000030"


def test_a_text_table_is_what_a_danish_spreadsheet_opens(tmp_path: Path) -> None:
    data = written(tmp_path, "t.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfkommunekode;omraade_kode;")
    assert b"\r\n0101;" in data


def test_a_workbook_has_ids_as_text_no_formulas_a_frozen_header_and_the_holes(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(written(tmp_path, "t.xlsx").read_bytes()))
    assert book.sheetnames == ["Henvisningstabel", "Huller"]
    page = book["Henvisningstabel"]
    assert page.freeze_panes == "A2"
    found = {page.cell(1, at).value: page.cell(2, at) for at in range(1, page.max_column + 1)}
    assert (found["kommunekode"].value, found["kommunekode"].data_type) == ("0101", "s")
    assert (found["lokationsnummer"].value, found["lokationsnummer"].number_format) == (TABLE.rows[0].gln, "@")
    assert all(cell.data_type != "f" for sheet in book for line in sheet for cell in line)
    assert book["Huller"].max_row == 1 + len(content().remarks)


def test_json_has_codes_and_the_holes_with_reasons(tmp_path: Path) -> None:
    read = json.loads(written(tmp_path, "t.json").read_text("utf-8"))
    assert (read["layout"], read["day"], read["made"]) == (STANDARD, TODAY.isoformat(), TODAY.isoformat())
    assert len(read["rows"]) == len(TABLE.rows)
    assert read["rows"][0]["source"] == "own"
    assert [one["reason"] for one in read["holes"]] == [one.reason.value for one in TABLE.holes]
    assert {one["code"] for one in read["remarks"]} >= {"hole", "no_criteria"}


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_another_layout_is_another_file(tmp_path: Path, suffix: str) -> None:
    read = read_table(written(tmp_path, f"t{suffix}", "modtageroversigt"), CODES)
    assert read.layout.name == "modtageroversigt"
    assert [row.text("municipality") for row in read.rows] == ["0101"] * len(TABLE.rows)
    assert [row.text("area") for row in read.rows] == [row.area for row in TABLE.rows]


def test_danish_dates_are_read_as_the_same_day(tmp_path: Path) -> None:
    row = replace(TABLE.rows[0], valid_to=date(2027, 1, 1))
    path = written(tmp_path, "t.csv", "modtageroversigt", Table((row,)))
    assert "31-12-2026" in path.read_text("utf-8-sig")
    assert read_table(path, CODES).rows[0].text("valid_to") == "2026-12-31"


def test_another_suffix_is_refused_in_words() -> None:
    with pytest.raises(Unusable) as caught:
        table_bytes(content(), Path("tabel.pdf"), table_layouts()[0], CODES, DANISH)
    assert ".xlsx" in str(caught.value.params["known"])
