"""Every reason to refuse a register file, with line, column and value."""

from pathlib import Path

import pytest

from sorstudio.formats.problems import Cancelled
from sorstudio.formats.reading import read_baseline
from sorstudio.model.records import RecordKind
from tests.formats.registers import (
    CENTRE,
    CODES,
    EER_HEADER,
    HOME,
    OWNER,
    PLAIN_ROWS,
    TEAM,
    TODAY,
    eer,
    gln,
    places,
    problems,
    problems_of,
    read_text,
    replaced,
    sor_id,
    units,
    write,
)

OTHER = sor_id(50)


def test_a_missing_parent_column_is_refused_in_words(tmp_path: Path) -> None:
    found = problems_of(tmp_path, eer().replace("parent_sor_id", "andet"))
    assert places(found) == [("table.no_parent_column", 1, "", "")]
    assert "andet" in str(found[0].params["headers"])


def test_every_missing_column_is_named(tmp_path: Path) -> None:
    found = problems_of(tmp_path, "sor_id;shak;cvr\n1;2;3\n")
    assert [one.code for one in found] == [
        "table.no_name_column",
        "table.no_parent_column",
        "table.no_level_column",
    ]


def test_a_wrong_check_digit_is_refused(tmp_path: Path) -> None:
    wrong = TEAM[:-1] + str((int(TEAM[-1]) + 1) % 10)
    found = problems_of(tmp_path, replaced(5, f"{wrong};4;OE;;Nathold;{HOME};;;"))
    assert places(found) == [("sor_id.check_digit", 5, "sor_id", wrong)]


def test_an_id_in_scientific_notation_is_refused(tmp_path: Path) -> None:
    found = problems_of(tmp_path, replaced(5, f"9,00000E+15;4;OE;;Nathold;{HOME};;;"))
    assert places(found) == [("sor_id.scientific", 5, "sor_id", "9,00000E+15")]


def test_an_id_that_a_spreadsheet_cut_to_fifteen_digits_is_refused(tmp_path: Path) -> None:
    whole = next(unit for unit in map(sor_id, range(60, 80)) if not unit.endswith("0"))
    cut = whole[:15] + "0" * (len(whole) - 15)
    found = problems_of(tmp_path, replaced(5, f"{cut};4;OE;;Nathold;{HOME};;;"))
    assert [one.code for one in found] == ["sor_id.excel_zeros"]


def test_a_damaged_parent_is_called_damaged_and_not_unknown(tmp_path: Path) -> None:
    found = problems_of(tmp_path, replaced(5, f"{TEAM};4;OE;;Nathold;9,0E+15;;;"))
    assert places(found) == [("sor_id.scientific", 5, "parent_sor_id", "9,0E+15")]


def test_a_duplicate_id_names_both_lines(tmp_path: Path) -> None:
    found = problems_of(tmp_path, eer(*PLAIN_ROWS, PLAIN_ROWS[3]))
    assert places(found) == [("register.duplicate", 6, "sor_id", TEAM)]
    assert found[0].params["first"] == 5


def test_an_unknown_parent_is_refused(tmp_path: Path) -> None:
    found = problems_of(tmp_path, replaced(5, f"{TEAM};4;OE;;Nathold;{OTHER};;;"))
    assert places(found) == [("register.parent_unknown", 5, "parent_sor_id", OTHER)]


def test_a_loop_is_named_once_with_its_members(tmp_path: Path) -> None:
    third = sor_id(9)
    rows = [*PLAIN_ROWS[:3], f"{TEAM};;OE;;Nathold;{third};;;", f"{third};;OE;;Daghold;{TEAM};;;"]
    found = problems_of(tmp_path, eer(*rows))
    assert places(found) == [("register.loop", 5, "parent_sor_id", third)]
    assert found[0].params["path"] == "Nathold → Daghold → Nathold"


def test_a_unit_below_itself_is_a_loop(tmp_path: Path) -> None:
    found = problems_of(tmp_path, replaced(5, f"{TEAM};;OE;;Nathold;{TEAM};;;"))
    assert [one.code for one in found] == ["register.loop"]


def test_two_roots_name_the_line_of_the_second_and_how_to_pick(tmp_path: Path) -> None:
    found = problems_of(tmp_path, eer(*PLAIN_ROWS, f"{OTHER};1;IE;;Nabo Kommune;;;;"))
    assert places(found) == [("register.two_roots", 6, "", OTHER)]
    assert found[0].params["first_id"] == OWNER


def test_a_level_that_does_not_fit_its_parent_is_refused(tmp_path: Path) -> None:
    found = problems_of(tmp_path, replaced(5, f"{TEAM};5;OE;;Nathold;{HOME};;;"))
    assert places(found) == [("register.level_under_level", 5, "level", "5")]


def test_a_level_that_does_not_fit_the_kind_is_refused(tmp_path: Path) -> None:
    found = problems_of(tmp_path, replaced(5, f"{TEAM};4;SI;;Nathold;{HOME};;;"))
    assert "row.level_kind" in {one.code for one in found}


def test_a_kind_that_does_not_fit_its_parent_is_refused(tmp_path: Path) -> None:
    rows = [row.replace(";1;IE", ";;IE").replace(";2;SI", ";;OE") for row in PLAIN_ROWS]
    found = problems_of(tmp_path, eer(*rows))
    assert places(found) == [("register.kind_under_kind", 3, "entity_type", "OE")]


@pytest.mark.parametrize("name", ["", "   ", "\u00a0"])
def test_an_empty_name_is_refused(tmp_path: Path, name: str) -> None:
    found = problems_of(tmp_path, replaced(4, f"{HOME};3;OE;plejehjem;{name};{CENTRE};;;"))
    assert places(found) == [("row.name_empty", 4, "name", "")]


@pytest.mark.parametrize("text", ["2024-13-45", "31-02-2024", "i går", "45000", "2024-01-01 ca."])
def test_a_bad_date_is_refused(tmp_path: Path, text: str) -> None:
    row = f"{HOME};3;OE;plejehjem;Plejehjemmet;{CENTRE};;{gln(1)};{text}"
    assert places(problems_of(tmp_path, replaced(4, row))) == [("row.date", 4, "gln_valid_from", text)]


def test_a_row_that_lacks_mandatory_cells_is_refused(tmp_path: Path) -> None:
    found = problems_of(tmp_path, replaced(5, f"{TEAM};4;OE"))
    assert places(found) == [("row.cells_missing", 5, "name", "")]
    assert found[0].params["columns"] == "name, parent_sor_id"


def test_a_row_with_neither_kind_nor_level_is_refused(tmp_path: Path) -> None:
    found = problems_of(tmp_path, replaced(5, f"{TEAM};;;;Nathold;{HOME};;;"))
    assert places(found) == [("row.kind_empty", 5, "entity_type", "")]


def test_a_unit_without_parent_that_is_no_owner_is_refused(tmp_path: Path) -> None:
    found = problems_of(tmp_path, replaced(5, f"{TEAM};4;OE;;Nathold;;;;"))
    assert places(found) == [("register.parent_missing", 5, "parent_sor_id", "")]


def test_a_row_with_a_delimiter_too_many_is_refused(tmp_path: Path) -> None:
    found = problems_of(tmp_path, replaced(5, f"{TEAM};4;OE;;Nathold;{HOME};;;;;x"))
    assert places(found) == [("row.cells_extra", 5, "", "")]


def test_a_location_number_that_a_spreadsheet_damaged_is_refused(tmp_path: Path) -> None:
    found = problems_of(tmp_path, replaced(4, f"{HOME};3;OE;;Plejehjemmet;{CENTRE};;5,79E+12;"))
    assert places(found) == [("gln.scientific", 4, "gln", "5,79E+12")]


def test_a_location_number_with_a_wrong_check_digit_is_read_for_the_rules_to_judge(tmp_path: Path) -> None:
    wrong = gln(1)[:-1] + str((int(gln(1)[-1]) + 1) % 10)
    path = write(tmp_path, replaced(4, f"{HOME};3;OE;;Plejehjemmet;{CENTRE};;{wrong};"))
    found = read_baseline([path], codes=CODES, today=TODAY)
    assert (RecordKind.NUMBER, f"{HOME}:{wrong}") in found.by_key


def test_no_parent_links_at_all_is_refused_in_words(tmp_path: Path) -> None:
    rows = [";".join([*row.split(";")[:5], "", "", "", ""]) for row in PLAIN_ROWS]
    found = problems_of(tmp_path, eer(*rows))
    assert [(one.code, one.params["count"]) for one in found] == [("file.no_parent_links", 4)]


def test_latin_1_in_a_utf_8_layout_is_refused_with_its_line(tmp_path: Path) -> None:
    found = problems_of(tmp_path, eer(), encoding="latin-1")
    assert places(found) == [("file.not_utf8", 2, "", "Prøvekøbing Kommune")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_refused(tmp_path: Path, encoding: str) -> None:
    assert [one.code for one in problems_of(tmp_path, eer(), encoding=encoding)] in (
        ["file.utf16"],
        ["file.not_a_register"],
    )


@pytest.mark.parametrize("content", [b"", b"  \r\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    assert [one.code for one in problems_of(tmp_path, content)] == ["file.empty"]


def test_a_header_without_rows_is_refused(tmp_path: Path) -> None:
    assert [one.code for one in problems_of(tmp_path, EER_HEADER + "\n;;;;;;;;\n")] == ["file.no_rows"]


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7 ...", b"<!DOCTYPE html><html><body>404</body></html>", b'{"a": 1}', b"\0\1\2\3" * 30, b"kun een linje"],
)
def test_what_is_no_register_is_refused(tmp_path: Path, content: bytes) -> None:
    codes = {one.code for one in problems_of(tmp_path, content)}
    assert codes <= {"file.not_a_register", "file.binary", "file.utf16", "file.nul"}
    assert codes


def test_a_list_without_ids_is_never_a_baseline(tmp_path: Path) -> None:
    assert [one.code for one in problems_of(tmp_path, "Herlev\n\tTræning\n\tPleje\n")] == ["file.is_outline"]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert [one.code for one in problems(tmp_path / "ingen.csv")] == ["file.not_there"]


def test_a_huge_cell_is_refused(tmp_path: Path) -> None:
    row = f'{TEAM};4;OE;;"{"x" * 200_000}";{HOME};;;'
    assert places(problems_of(tmp_path, replaced(5, row))) == [("file.cell_too_long", 5, "", "")]


def test_a_quote_that_is_never_closed_does_not_swallow_the_file(tmp_path: Path) -> None:
    assert units(read_text(tmp_path, replaced(4, f'{HOME};3;OE;;"Åen;{CENTRE};;;')))[HOME].name == '"Åen'


def test_a_huge_line_is_refused(tmp_path: Path) -> None:
    found = problems_of(tmp_path, eer() + "x" * 2_000_000)
    assert places(found) == [("file.line_too_long", 6, "", "")]


def test_all_problems_are_found_at_once_in_order_of_lines(tmp_path: Path) -> None:
    rows = [PLAIN_ROWS[0], PLAIN_ROWS[1], f"{HOME};3;XX;;;{CENTRE};;;", f"{TEAM};x;OE;;Nathold;{OTHER};;5,79E+12;"]
    found = problems_of(tmp_path, eer(*rows))
    assert [one.line for one in found] == sorted(one.line for one in found)
    assert {one.code for one in found} == {
        "row.kind_unknown",
        "row.name_empty",
        "row.level_unknown",
        "gln.scientific",
        "register.parent_unknown",
    }


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    path = write(tmp_path, eer())
    with pytest.raises(Cancelled):
        read_baseline([path], codes=CODES, today=TODAY, progress=lambda part: False)


def test_progress_ends_at_one(tmp_path: Path) -> None:
    heard: list[float] = []
    path = write(tmp_path, eer())
    read_baseline([path], codes=CODES, today=TODAY, progress=lambda part: not heard.append(part))
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
