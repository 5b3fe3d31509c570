"""Whole files in, baselines out: owners, several files, versions, laws and real data."""

import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.formats.reading import kind_of
from sorstudio.formats.recognise import Kind
from sorstudio.model.records import NumberState, RecordKind, UnitKind
from tests.formats.registers import (
    CENTRE,
    EER_HEADER,
    HOME,
    OWNER,
    PLAIN_ROWS,
    TEAM,
    TODAY,
    Node,
    capabilities,
    count,
    eer,
    expected_tree,
    gln,
    numbers,
    places,
    problems,
    problems_of,
    read,
    read_text,
    sor2,
    sor_id,
    tree_of,
    trees,
    units,
    write,
)

OTHER = sor_id(50)
SUPPLIER_HEADER = "CodeSOR;ParentCodeSOR;FromDate;ToDate;Name;Type;Level;Niv1;Niv2"


def national(tmp_path: Path) -> Path:
    others = (f"{OTHER};1;IE;;Nabo Kommune;;;;", f"{sor_id(51)};2;SI;;;{OTHER};;;", f"12;3;OE;;Skæv;{sor_id(99)};;;")
    return write(tmp_path, eer(*others, *PLAIN_ROWS))


@pytest.mark.parametrize("owner", [OWNER, "Prøvekøbing Kommune", "prøvekøbing  kommune"])
def test_one_owner_is_picked_and_the_faults_of_others_do_not_refuse(tmp_path: Path, owner: str) -> None:
    assert set(units(read(national(tmp_path), owner=owner))) == {OWNER, CENTRE, HOME, TEAM}


def test_an_owner_that_is_not_there_is_refused(tmp_path: Path) -> None:
    found = problems(national(tmp_path), owner="Nabo Kommnue")
    assert [one.code for one in found] == ["owner.not_found_near"]
    assert "Nabo Kommune" in str(found[0].params["names"])


def test_the_faults_of_the_owner_itself_refuse(tmp_path: Path) -> None:
    assert {one.code for one in problems(national(tmp_path), owner=OTHER)} == {"row.name_empty"}


@pytest.mark.parametrize("owner", ["0751", "Aarhus", "Århus Kommune", "aarhus kommune"])
def test_a_municipality_is_found_by_code_and_by_any_form_of_its_name(tmp_path: Path, owner: str) -> None:
    rows = [PLAIN_ROWS[0].replace("Prøvekøbing", "Aarhus"), *PLAIN_ROWS[1:], f"{OTHER};1;IE;;Aarhus;;;;"]
    assert read(write(tmp_path, eer(*rows)), owner=owner).unit_count() == 4


# Several files


def zipped(tmp_path: Path, **members: str) -> Path:
    path = tmp_path / "SOR_complete.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(f"{name}.csv", text.encode("utf-8-sig"))
    return path


UNITS = sor2(
    f"{OWNER};IE;Prøvekøbing Kommune;kommune;;;;;",
    f"{CENTRE};SI;Sundhed;;{OWNER};;;;{gln(1)}",
    f"{HOME};OE;Plejehjemmet;plejehjem;{CENTRE};;;;",
)
LOCATIONS = (
    "LocationCode;SystemTypeName;SystemSupplierName;FromDate;ToDate;SorId\n"
    f"{gln(1)};KMD Nexus;KMD;2020-01-01;;{CENTRE}\n"
)
EDI = f"LocationCode;EDIType;Version\n{gln(1)};DIS91;D9134L\n{gln(7)};DIS91;D9134L\n"


def test_a_zip_joins_units_numbers_and_message_types(tmp_path: Path) -> None:
    baseline = read(
        zipped(tmp_path, SOREntity=UNITS, LocationsCode=LOCATIONS, LocationsCodeEDITypeMap=EDI, Andet="a;b\n1;2\n")
    )
    number = numbers(baseline)[CENTRE]
    assert (number.system, number.vendor, number.valid_from) == ("KMD Nexus", "KMD", date(2020, 1, 1))
    assert number.messages_known
    assert [(one.type, one.version, one.direction) for one in capabilities(baseline)] == [("DIS91", "D9134L", "in")]


def test_the_code_lists_in_the_zip_of_sor_xml_are_no_tree(tmp_path: Path) -> None:
    owner = f"<SorIdentifier>{OWNER}</SorIdentifier><EntityName>Ejer</EntityName>"
    tree = f"<InstitutionOwnerEntity><InstitutionOwner>{owner}</InstitutionOwner></InstitutionOwnerEntity>"
    path = zipped(tmp_path, SorTree=f"<SorTree>{tree}</SorTree>", SorDataTypes="<SorDataTypes/>")
    assert list(units(read(path))) == [OWNER]


def test_a_folder_is_read_like_a_zip(tmp_path: Path) -> None:
    write(tmp_path, UNITS, "enheder.csv")
    write(tmp_path, EDI, "typer.csv")
    assert len(capabilities(read(tmp_path))) == 1


def test_without_the_table_of_types_they_are_not_known(tmp_path: Path) -> None:
    assert not numbers(read(write(tmp_path, UNITS)))[CENTRE].messages_known


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bombe.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("SOREntity.csv", b"0" * (70 << 20))
    assert [one.code for one in problems(path)] == ["zip.bomb"]


def test_the_history_is_read_rather_than_the_day_beside_it(tmp_path: Path) -> None:
    history = UNITS + f"{HOME};OE;Plejehjemmet igen;plejehjem;{CENTRE};;2030-01-01;;\r\n"
    baseline = read(zipped(tmp_path, SOREntity=history, SorEntity_daily=UNITS))
    assert units(baseline)[HOME].name == "Plejehjemmet igen"


def test_two_registers_in_a_folder_are_not_quietly_one(tmp_path: Path) -> None:
    write(tmp_path, eer(), "a.csv")
    write(tmp_path, eer(f"{OTHER};1;IE;;Nabo Kommune;;;;"), "b.csv")
    assert [one.code for one in problems(tmp_path)] == ["register.two_roots"]


def workbook(path: Path, *rows: tuple[str, ...]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_a_register_in_a_workbook_is_read(tmp_path: Path) -> None:
    head = ("SOR-kode", "Navn", "Overordnet", "Type")
    path = workbook(tmp_path / "a.xlsx", head, (OWNER, "A", "", "IE"), (CENTRE, "B", OWNER, "SI"))
    assert kind_of(path) is Kind.REGISTER
    assert read(path).unit_count() == 2


def test_a_workbook_without_ids_is_a_list(tmp_path: Path) -> None:
    assert kind_of(workbook(tmp_path / "a.xlsx", ("Navn", "Type"), ("A", "plejehjem"))) is Kind.TABLE


# Versions


def test_several_versions_of_a_unit_become_today_and_the_future(tmp_path: Path) -> None:
    text = sor2(
        f"{OWNER};IE;A;;;;2010-01-01;;",
        f"{CENTRE};SI;Før;;{OWNER};2010-01-01;2010-01-01;2027-01-31;{gln(1)}",
        f"{CENTRE};SI;Efter;;{OWNER};2010-01-01;2027-02-01;;{gln(1)}",
    )
    baseline = read_text(tmp_path, text)
    assert units(baseline, TODAY)[CENTRE].name == "Før"
    assert units(baseline, TODAY)[CENTRE].valid_to is None
    assert units(baseline, date(2027, 2, 1))[CENTRE].name == "Efter"
    assert count(baseline, RecordKind.NUMBER) == 1


def test_a_future_unit_starts_in_the_future(tmp_path: Path) -> None:
    text = sor2(f"{OWNER};IE;A;;;;;;", f"{CENTRE};SI;B;;{OWNER};;2027-03-01;;")
    versions = read_text(tmp_path, text).by_key[RecordKind.UNIT, CENTRE]
    assert [version.start for version in versions] == [date(2027, 3, 1)]


def test_a_closed_unit_stays_in_the_baseline(tmp_path: Path) -> None:
    text = sor2(f"{OWNER};IE;A;;;;;;", f"{CENTRE};SI;B;;{OWNER};;2010-01-01;2020-12-31;")
    assert units(read_text(tmp_path, text))[CENTRE].valid_to == date(2021, 1, 1)


def test_an_end_before_the_start_is_refused(tmp_path: Path) -> None:
    text = sor2(f"{OWNER};IE;A;;;;2020-01-01;2019-01-01;")
    assert places(problems_of(tmp_path, text)) == [("row.period", 2, "ToDate", "2019-01-01")]


# Laws


def as_eer(node: Node) -> str:
    return f'{node.sor_id};{node.level};{node.kind};;"{node.name}";{node.parent or ""};;;'


def as_supplier(node: Node) -> str:
    return f'{node.sor_id};{node.parent or ""};;;"{node.name}";;{node.level};SOR;'


def as_sor2(node: Node) -> str:
    parent = f'="{node.parent}"' if node.parent else ""
    return f'="{node.sor_id}";{node.kind};"{node.name}";;{parent};;;;'


def as_sor_csv(node: Node) -> str:
    return f"{node.name};;{node.kind};{node.sor_id};{node.parent or ''}"


SOR_CSV_HEADER = "Enhedsnavn;Enhedstype;SOR-type;SOR-kode;Parent-SOR-kode"
WRITERS = {
    EER_HEADER: as_eer,
    SUPPLIER_HEADER: as_supplier,
    sor2().strip(): as_sor2,
    SOR_CSV_HEADER: as_sor_csv,
}


@given(trees(), st.sampled_from(list(WRITERS)), st.randoms(use_true_random=False))
def test_a_tree_written_in_any_layout_and_order_is_read_back_equal(
    tmp_path_factory: pytest.TempPathFactory, nodes: list[Node], header: str, random: object
) -> None:
    rows = [WRITERS[header](node) for node in nodes]
    random.shuffle(rows)  # type: ignore[attr-defined]
    encoding = "latin-1" if header == SOR_CSV_HEADER else "utf-8-sig"
    path = write(tmp_path_factory.mktemp("træ"), "\n".join((header, *rows)), encoding=encoding)
    assert tree_of(read(path)) == expected_tree(nodes)


@given(st.binary(max_size=300), st.sampled_from([b"", EER_HEADER.encode() + b"\n", b"PK\x03\x04", b"\xef\xbb\xbf"]))
def test_no_bytes_whatever_bring_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, start: bytes
) -> None:
    found = problems(write(tmp_path_factory.mktemp("støj"), start + noise))
    assert all(one.code for one in found)


# Real data


def test_aarhus(shared: Path) -> None:
    baseline = read(shared / "domain/data/eer/aarhus-kommune.csv")
    found = units(baseline)
    assert Counter(unit.kind for unit in found.values()) == {UnitKind.IE: 1, UnitKind.SI: 5, UnitKind.OE: 549}
    assert len({number.gln for number in numbers(baseline).values()}) == 19
    assert Counter(unit.number_state for unit in found.values())[NumberState.INHERITED] == 1
    assert found["1437191000016005"].number_state is NumberState.OWN
    assert found["1467791000016004"].number_state is NumberState.INHERITED


def test_the_regional_fragment_is_no_tree(shared: Path) -> None:
    found = problems(shared / "domain/data/regional/kip-sor-fragment.csv")
    assert found[0].code == "table.no_parent_column"
