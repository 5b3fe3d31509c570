"""Delimited text as rows."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.formats.problems import UnreadableFile
from sorstudio.formats.table import Table, find_delimiter, first_line, header_of, read_table


def table(text: str) -> Table:
    return read_table(text.encode(), "fil")


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(sign: str) -> None:
    assert find_delimiter(sign.join(["id", "navn", "parent"])) == sign


def test_known_headers_count_for_more_than_many_signs() -> None:
    assert find_delimiter("sor_id;name;a, b, c, d, e") == ";"


def test_rows_come_with_the_line_they_begin_on() -> None:
    rows = list(table('id;navn\n1;"to\nlinjer"\n\n2;b\n'))
    assert rows == [(2, ["1", "to\nlinjer"]), (5, ["2", "b"])]


def test_a_table_can_be_gone_through_twice() -> None:
    both = table("id;navn\n1;a\n")
    assert list(both) == list(both)


def test_rows_without_content_are_left_out() -> None:
    assert list(table("id;navn\n;\n  ;\n1;a\n")) == [(4, ["1", "a"])]


def test_lines_before_the_header_without_content_are_skipped() -> None:
    assert first_line("\nsep=;\n;;\nid;navn\n") == (4, "id;navn")


def test_a_lone_quote_is_text() -> None:
    rows = list(table('id;navn;x\n1;"Åen;y\n2;b;z\n'))
    assert rows == [(2, ["1", '"Åen', "y"]), (3, ["2", "b", "z"])]


def test_old_line_ends_are_read() -> None:
    assert [cells for _, cells in table("id;navn\r1;a\r2;b\r")] == [["1", "a"], ["2", "b"]]


def test_a_header_in_quotes_is_read() -> None:
    assert header_of('"SOR-kode";"Enhedsnavn"\n') == ["SOR-kode", "Enhedsnavn"]


def test_a_line_without_end_is_refused_with_its_number() -> None:
    with pytest.raises(UnreadableFile) as refused:
        table("id;navn\n1;a\n" + "x" * 2_000_000)
    assert [(one.code, one.line) for one in refused.value.problems] == [("file.line_too_long", 3)]


LINES = st.lists(st.text(st.sampled_from('aå1" =;'), max_size=12), max_size=8)


@given(LINES, st.sampled_from(["\n", "\r\n"]), st.lists(st.integers(0, 2), min_size=1, max_size=4))
def test_picked_cells_are_those_of_the_rows(lines: list[str], end: str, places: list[int]) -> None:
    found = table(end.join(["sor_id;name;parent", *lines]))
    picked = list(found.picked(places))
    rows = list(found)
    assert [line for line, _ in picked] == [line for line, _ in rows]
    for (_, some), (_, cells) in zip(picked, rows, strict=True):
        assert some == (tuple(cells[place] for place in places) if len(cells) == 3 else list(cells))


def test_mixed_line_ends_are_one_kind_of_line() -> None:
    found = table("sor_id;name;parent\r\n1;a;b\n2;c;d\r\n\r\n3;e;f")
    assert list(found.picked([1, 0])) == [(2, ("a", "1")), (3, ("c", "2")), (5, ("e", "3"))]


@given(LINES)
def test_rows_are_those_that_python_reads(lines: list[str]) -> None:
    text = "\n".join(["sor_id;name;parent", *lines])
    if any(line.count('"') % 2 for line in lines):
        return
    expected = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))[1:]
    assert [cells for _, cells in table(text)] == [row for row in expected if any(map(str.strip, row))]


def test_a_very_long_header_is_read_whole() -> None:
    columns = [f"kolonne{at}" for at in range(9_000)]
    text = ";".join(columns) + "\nx\n"
    assert len(text) > 1 << 16
    assert first_line(text) == (1, ";".join(columns))
    assert first_line("\n" * (1 << 16) + "a;b\n") == ((1 << 16) + 1, "a;b")
