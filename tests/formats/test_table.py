"""Delimited text as rows."""

import pytest

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
