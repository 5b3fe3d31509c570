"""Each layout of a register table, written as its documentation says."""

from datetime import date
from pathlib import Path

import pytest

from sorstudio.model.records import UNKNOWN, NumberState, UnitKind
from tests.formats.registers import (
    CENTRE,
    HOME,
    OWNER,
    TEAM,
    TODAY,
    eer,
    gln,
    numbers,
    problems,
    read,
    read_text,
    replaced,
    sor2,
    sor_id,
    tree_of,
    units,
    write,
)

OTHER = sor_id(50)


def test_sor2_reads_ids_written_for_spreadsheets_and_every_date_form(tmp_path: Path) -> None:
    text = sor2(
        f'="{OWNER}";IO;Prøvekøbing Kommune;kommune;;2010-01-31;31-01-2011 00:00:00;;',
        f'="{CENTRE}";HI;Sundhed;;="{OWNER}";31.01.2010;2011-01-31T00:00:00;;="{gln(1)}"',
        f'="{HOME}";OU;Plejehjemmet Åen;plejehjem;="{CENTRE}";31/01/2010;20110131;31-12-9999;="{gln(1)}"',
    )
    baseline = read_text(tmp_path, text, encoding="utf-8-sig")
    found = units(baseline)
    assert [unit.kind for unit in found.values()] == [UnitKind.IE, UnitKind.SI, UnitKind.OE]
    assert {unit.first_from for unit in found.values()} == {date(2010, 1, 31)}
    assert {unit.valid_from for unit in found.values()} == {date(2011, 1, 31)}
    assert found[HOME].valid_to is None
    assert [unit.number_state for unit in found.values()] == [
        NumberState.NONE,
        NumberState.OWN,
        NumberState.INHERITED,
    ]


def test_sor2_finds_parent_and_number_under_headers_never_seen(tmp_path: Path) -> None:
    text = (
        sor2(
            f"{OWNER};IE;A;;;;;;;",
            f"{CENTRE};SI;B;;{OWNER};;;;{gln(1)};Hovedstaden",
        )
        .replace("ParentSorId", "Entity_Parent-SorIdentifier")
        .replace("EanLocationCode", "EanLocationCodeNumberId;EanLocationCodeRegionName")
    )
    baseline = read_text(tmp_path, text)
    assert numbers(baseline)[CENTRE].gln == gln(1)
    assert numbers(baseline)[CENTRE].region == "Hovedstaden"


def test_sor_csv_is_latin_1_unquoted_and_ragged(tmp_path: Path) -> None:
    text = (
        "Enhedsnavn;Enhedstype;SOR-type;SOR-kode;Parent-SOR-kode;CVR;Lokationsnummer;Nedarvningsstatus;P_By;Telefon\n"
        f"Prøvekøbing Kommune;kommune;IE;{OWNER};;12345678;;;Prøvekøbing;12345678\n"
        f'"Åen" og Søen;sundhedscenter;SI;{CENTRE};{OWNER};;{gln(1)};egen\n'
        f'12" rør;plejehjem;OE;{HOME};{CENTRE};;{gln(1)};nedarvet;;;;for meget\n'
        f"Nathold;;OE;{TEAM};{HOME}\n"
    )
    baseline = read_text(tmp_path, text, encoding="latin-1")
    found = units(baseline)
    assert [unit.name for unit in found.values()] == ["Prøvekøbing Kommune", '"Åen" og Søen', '12" rør', "Nathold"]
    assert found[CENTRE].unit_type == "264361005"
    assert found[TEAM].unit_type is None
    assert found[HOME].number_state is NumberState.INHERITED
    assert found[OWNER].contact.phone == "12345678"  # type: ignore[union-attr]


def test_sor_csv_saved_again_as_utf_8_is_read_too(tmp_path: Path) -> None:
    text = f"Enhedsnavn;Enhedstype;SOR-type;SOR-kode;Parent-SOR-kode\nPrøve;kommune;IE;{OWNER};\n"
    assert units(read_text(tmp_path, text))[OWNER].name == "Prøve"


SUPPLIER_HEADER = "CodeSOR;ParentCodeSOR;FromDate;ToDate;Name;Type;Level;Niv1;Niv2"


def test_the_supplier_dump_is_read_with_its_blanks_and_open_ends(tmp_path: Path) -> None:
    opening, never = "20100101 00:00:00 ", "99991231 23:59:00 "
    text = "\r\n".join(
        (
            SUPPLIER_HEADER,
            f"{HOME} ;{CENTRE};{opening};20271231 23:59:00 ; Plejehjemmet Åen ;plejehjem;3;SOR;",
            f"{CENTRE};{OWNER};20150101 00:00:00 ;{never};Sundhed;;2",
            f"{OWNER};;{opening};{never};Prøvekøbing Kommune;kommune;1;SOR;Prøvekøbing Kommune",
        )
    )
    found = units(read_text(tmp_path, text, encoding="utf-8-sig"))
    assert found[HOME].name == "Plejehjemmet Åen"
    assert found[HOME].valid_to == date(2028, 1, 1)
    assert found[HOME].kind is UnitKind.OE
    assert found[OWNER].valid_to is None
    assert found[OWNER].number_state is UNKNOWN
    assert found[OWNER].postal is UNKNOWN


def test_a_type_column_that_holds_the_three_kinds_is_the_kind(tmp_path: Path) -> None:
    text = f"CodeSOR;ParentCodeSOR;Name;Type\n{OWNER};;A;IE\n{CENTRE};{OWNER};B;SI\n"
    assert [unit.kind for unit in units(read_text(tmp_path, text)).values()] == [UnitKind.IE, UnitKind.SI]


@pytest.mark.parametrize("sign", [",", "\t", "|"])
def test_other_delimiters_are_found(tmp_path: Path, sign: str) -> None:
    assert read_text(tmp_path, eer().replace(";", sign)).unit_count() == 4


def test_any_table_is_read_by_common_words(tmp_path: Path) -> None:
    text = f"SOR-nr.;Navn;Overordnet enhed;Niveau\n{OWNER};A;;1\n{CENTRE};B;{OWNER};2\n{HOME};C;{CENTRE};3\n"
    assert tree_of(read_text(tmp_path, text))[HOME] == ("C", CENTRE, "OE")


def test_headers_that_nobody_knows_are_mapped_by_the_user(tmp_path: Path) -> None:
    text = f"Nøgle;Hvad;Op;Lag nr\n{OWNER};A;;1\n{CENTRE};B;{OWNER};2\n"
    mapping = {"sor_id": "Nøgle", "name": "hvad", "parent": "OP", "level": "Lag nr"}
    path = write(tmp_path, text)
    assert read(path, mapping=mapping).unit_count() == 2
    assert problems(path)


def test_a_mapping_to_a_header_that_is_not_there_is_refused(tmp_path: Path) -> None:
    found = problems(write(tmp_path, eer()), mapping={"name": "Titel", "farve": "name"})
    assert [one.code for one in found] == ["mapping.unknown_field", "mapping.no_header"]


def test_a_formula_stays_text(tmp_path: Path) -> None:
    formula = '=HYPERLINK("http://x";"y")'.replace(";", ",")
    assert units(read_text(tmp_path, replaced(5, f"{TEAM};4;OE;;{formula};{HOME};;;")))[TEAM].name == formula


def test_inner_blanks_of_a_name_are_kept(tmp_path: Path) -> None:
    row = f"{TEAM};4;OE;;  Sygehusadviser,  Prøvekøbing ;{HOME};;;"
    assert units(read_text(tmp_path, replaced(5, row)))[TEAM].name == "Sygehusadviser,  Prøvekøbing"


def test_an_empty_type_in_the_endpoint_register_is_unknown(tmp_path: Path) -> None:
    found = units(read_text(tmp_path, eer()))
    assert found[TEAM].unit_type is UNKNOWN
    assert found[HOME].unit_type == "42665001" or isinstance(found[HOME].unit_type, str)


def test_a_type_without_code_is_kept_as_it_stands(tmp_path: Path) -> None:
    assert units(read_text(tmp_path, replaced(5, f"{TEAM};4;OE;sært sted;N;{HOME};;;")))[TEAM].unit_type == "sært sted"


def test_the_day_is_the_users_and_else_today(tmp_path: Path) -> None:
    path = write(tmp_path, eer())
    assert read(path).day == TODAY
    assert read(path, day=date(2026, 1, 2)).day == date(2026, 1, 2)


def test_the_fingerprint_changes_with_the_bytes(tmp_path: Path) -> None:
    first, second = write(tmp_path, eer(), "a.csv"), write(tmp_path, eer() + "\n", "b.csv")
    assert read(first).fingerprint != read(second).fingerprint
    assert len(read(first).id) == 12
