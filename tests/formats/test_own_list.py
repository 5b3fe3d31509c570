"""A municipality's own list."""

import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from sorstudio.formats.own_list import OwnList, read_list, sheet_rows
from sorstudio.formats.problems import UnreadableFile
from sorstudio.model.identifiers import make_gln, make_sor_id

GLN, SOR_ID = make_gln("579000000001"), make_sor_id(900_001)


def workbook(*rows: tuple[object, ...], more: tuple[tuple[object, ...], ...] = ()) -> bytes:
    book, file = Workbook(), io.BytesIO()
    for sheet, content in ((book.worksheets[0], rows), (book.create_sheet("Andet"), more)):
        for row in content:
            sheet.append(row)
    book.save(file)
    return file.getvalue()


def read(text: str, **mapping: str) -> OwnList:
    return read_list(text.encode(), "liste.csv", mapping)


def refusal(data: bytes, **mapping: str) -> list[tuple[str, int, str]]:
    with pytest.raises(UnreadableFile) as caught:
        read_list(data, "liste", mapping)
    return [(problem.code, problem.line, problem.column) for problem in caught.value.problems]


def test_a_text_table_is_read_with_its_lines() -> None:
    found = read("Enhed;Hører under;Enhedstype;Telefon\nPleje;;hjemmepleje;99999999\n\nNord;Pleje;;\n")
    assert [(row.line, row.name, row.parent, row.unit_type, row.phone) for row in found.rows] == [
        (2, "Pleje", None, "hjemmepleje", "99999999"),
        (4, "Nord", 0, "", ""),
    ]


def test_a_western_table_keeps_its_letters() -> None:
    assert read_list("Enhed;By\nÆldre på Ø;Åby\n".encode("cp1252"), "liste.csv").rows[0].name == "Ældre på Ø"


def test_a_workbook_gives_numbers_as_text() -> None:
    data = workbook(("Vores enheder",), (), ("Enhed", "GLN", "Tilbud"), ("Pleje", int(GLN), "Madservice; Nødkald"))
    (row,) = read_list(data, "liste.xlsx").rows
    assert (row.line, row.gln, row.offers) == (4, GLN, ("Madservice", "Nødkald"))


def test_the_sheet_with_most_known_headers_is_the_list() -> None:
    data = workbook(("Navn", "x"), ("Forkert", ""), more=(("Navn", "Telefon", "By"), ("Rigtig", "1", "Åby")))
    assert [row.name for row in read_list(data, "liste.xlsx").rows] == ["Rigtig"]


def test_the_owner_at_the_top_is_no_unit() -> None:
    found = read("Niveau 1;Niveau 2\nNordby Kommune;Sundhed\n;Social\n")
    assert (found.owner, [(row.name, row.parent) for row in found.rows]) == (
        "Nordby Kommune",
        [("Sundhed", None), ("Social", None)],
    )


def test_headers_that_nothing_was_made_of_are_told() -> None:
    found = read("Enhed;Leder;By\nA;B;C\n")
    assert (found.used, found.unused) == ({"name": "Enhed", "city": "By"}, ("Leder",))


def test_a_long_name_is_shortened_and_kept_in_the_note() -> None:
    (row,) = read("Enhed;Note\n" + "Afdelingen for særlige opgaver. Alt det som ingen andre vil have;Husk\n").rows
    assert (row.name, row.note) == ("Afdelingen for særlige opgaver", "Alt det som ingen andre vil have. Husk")


def test_the_user_may_say_which_column_is_which() -> None:
    assert [row.name for row in read("Foo;Bar\nA;B\n", name="Bar").rows] == ["B"]


@pytest.mark.parametrize(
    ("data", "mapping", "expected"),
    [
        (b"Foo;Bar\nA;B\n", {}, [("list.no_name_column", 0, "")]),
        (b"Enhed;By\n", {}, [("list.no_rows", 1, "")]),
        (b"Enhed;By\nA;B\n", {"name": "Titel"}, [("list.no_header", 1, "")]),
        (b"Enhed;By\nA;B\n", {"farve": "By"}, [("list.no_field", 0, "")]),
        (b"Enhed;GLN\nA;5790000000000\n", {}, [("gln.check_digit", 2, "GLN")]),
        (b"Enhed;SOR-id\nA;1,05321E+15\n", {}, [("sor_id.scientific", 2, "SOR-id")]),
        (workbook(("Enhed", "By"), ("=B2", "X")), {}, [("xlsx.formula", 2, "Enhed")]),
        (b"Enhed;GLN\n;\n;x\nA;123\n", {}, [("row.name_empty", 3, "Enhed"), ("gln.length", 4, "GLN")]),
    ],
)
def test_every_reason_is_told_with_line_and_column(
    data: bytes, mapping: dict[str, str], expected: list[tuple[str, int, str]]
) -> None:
    assert refusal(data, **mapping) == expected


def test_a_register_table_is_found_below_its_title() -> None:
    head = ("SOR-id", "Navn", "Overordnet SOR-id", "Type")
    data = workbook(("Udtræk",), head, (SOR_ID, "Nordby", None, "IE"), more=(("Navn", "a"),))
    assert sheet_rows(data, "udtræk.xlsx") == [(), head, (SOR_ID, "Nordby", "", "IE")]


def test_a_formula_in_a_register_column_is_refused() -> None:
    with pytest.raises(UnreadableFile) as caught:
        sheet_rows(workbook(("SOR-id", "Navn", "Sum"), (SOR_ID, "=A2", "=B2")), "udtræk.xlsx")
    assert [(one.code, one.line, one.column) for one in caught.value.problems] == [("xlsx.formula", 2, "Navn")]


HEADERS = ["Enhed", "Niveau 1", "Niveau 2", "Niveau", "Sti", "Under", "GLN", "SOR-id", "Tilbud", ""]
CELLS = ["", "A", "B", "1", "2", "A > B", "x / y", '"', "=1"]


@given(
    st.lists(st.sampled_from(HEADERS), min_size=1, max_size=5),
    st.lists(st.lists(st.sampled_from(CELLS), max_size=5), max_size=6),
)
def test_whatever_the_table_parents_stand_before_their_children(header: list[str], rows: list[list[str]]) -> None:
    text = "\n".join(";".join(row) for row in [header, *rows])
    with suppress(UnreadableFile):
        assert all(row.parent is None or row.parent < at for at, row in enumerate(read(text).rows))
