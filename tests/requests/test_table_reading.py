"""Tables of others, read by their headers and never trusted."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio import resources
from sorstudio.formats.problems import UnreadableFile
from sorstudio.requests.sheets import Sheet
from sorstudio.requests.table_layout import table_layout
from sorstudio.requests.table_reading import ReadTable, read_table
from sorstudio.requests.workbook import workbook_bytes
from sorstudio.routing.table_cells import FIELDS

CODES = resources.code_lists()


def read(folder: Path, text: str, encoding: str = "utf-8") -> ReadTable:
    path = folder / "tabel.csv"
    path.write_bytes(text.encode(encoding))
    return read_table(path, CODES)


def refusal(folder: Path, text: str) -> list[str]:
    with pytest.raises(UnreadableFile) as caught:
        read(folder, text)
    return [one.code for one in caught.value.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_the_headers_of_others_are_understood(tmp_path: Path, sign: str, encoding: str) -> None:
    lines = ("Kommune;Pakkenavn;Område;Besked;EAN-nummer", "101;Rygestop;Forebyggelse;x;5790 9900 0003 0")
    text = "\n".join(lines).replace("Besked", "Meddelelse").replace(";x;", ";XREF15 (XH1530R);").replace(";", sign)
    found = read(tmp_path, text, encoding)
    row = found.rows[0]
    assert (row.line, row.text("municipality"), row.text("offer_name")) == (2, "0101", "Rygestop")
    assert (row.text("message"), row.text("version"), row.text("gln")) == ("XREF15", "XH1530R", "5790990000030")
    assert "phone" not in found.fields


def test_what_is_not_understood_stays_as_it_is_written(tmp_path: Path) -> None:
    found = read(tmp_path, "tilbud;meddelelse;gyldig til;Kilde\nX;XREF99;til jul;avisen\n")
    row = found.rows[0]
    assert (row.text("message"), row.text("valid_to")) == ("XREF99", "til jul")
    assert found.unused == ("Kilde",)


def test_what_stands_above_the_header_of_a_workbook_is_passed_over(tmp_path: Path) -> None:
    rows = (("Henvisninger 2026", None), (None, None), ("Tilbud", "Meddelelsestype"), ("Rygestop", "XREF15"))
    path = tmp_path / "t.xlsx"
    path.write_bytes(workbook_bytes((Sheet("Ark1", (), rows),)))
    assert [(one.line, one.text("offer_name")) for one in read_table(path, CODES).rows] == [(4, "Rygestop")]


def test_dates_and_words_become_codes(tmp_path: Path) -> None:
    text = "tilbud_navn;meddelelsestype;lokationsnummer_kilde;retning;gyldig_fra\nA;GGOP;Nedarvet;Ind;1.2.2026\n"
    row = read(tmp_path, text).rows[0]
    assert (row.text("source"), row.text("direction"), row.text("valid_from")) == ("inherited", "in", "2026-02-01")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a;b;c\n1;2;3\n", "reftable.file.no_columns"),
        ("tilbud_navn;telefon\nA;1\n", "reftable.file.no_key"),
        ("meddelelsestype;telefon\nGGOP;1\n", "reftable.file.no_key"),
        ("{", "reftable.file.json"),
        ('{"rows": 3}', "reftable.file.json"),
        ("[" * 100_000, "reftable.file.json"),
        ("[1, 2]", "reftable.file.json"),
        ("", "file.empty"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_what_is_missing(tmp_path: Path, text: str, code: str) -> None:
    assert code in refusal(tmp_path, text)


def test_json_of_others_is_text_whatever_it_holds(tmp_path: Path) -> None:
    rows = [{"offer_name": "A", "message": "GGOP", "gln": 5790990000030, "phone": None, "criteria": ["x"]}]
    row = read(tmp_path, json.dumps(rows)).rows[0]
    assert (row.text("gln"), row.text("phone"), row.text("criteria")) == ("5790990000030", "", "")


def test_a_layout_that_is_told_is_the_one_that_counts(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Tilbud;Meddelelse;Gælder til\nA;GGOP;31-12-2026\n", "utf-8")
    found = read_table(path, CODES, table_layout("modtageroversigt"))
    assert (found.layout.name, found.rows[0].text("valid_to")) == ("modtageroversigt", "2026-12-31")


@given(st.binary(max_size=300))
def test_no_file_stops_the_program(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("t") / "t.csv"
    path.write_bytes(b"tilbud;meddelelse\n" + data)
    try:
        told = read_table(path, CODES).fields <= set(FIELDS)
    except UnreadableFile as refused:
        told = bool(refused.problems)
    assert told
