"""The tables beside the units in SOR's zip."""

from datetime import date

import pytest

from sorstudio.formats.number_tables import MESSAGES, NUMBERS, REPLACEMENTS, parse_directions, read, servant_of
from sorstudio.formats.problems import UnreadableFile
from sorstudio.formats.raw import RawExtract
from sorstudio.formats.table import read_table
from sorstudio.model.records import Direction
from tests.formats.registers import CODES, SOR2_HEADER, gln, sor_id


def extract(text: str) -> RawExtract:
    table = read_table(text.encode(), "fil.csv")
    kind = servant_of(table.header)
    assert kind is not None
    return read(table, kind, CODES)


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("EanLocationCode;SystemTypeName;SystemSupplierName", NUMBERS),
        ("LocationsCode;ITSystem;NetOperator;FromDate", NUMBERS),
        ("Code;SorId;SystemTypeIdentifier;RegionCode", NUMBERS),
        ("EanLocationCode;SorId;EntityName;SystemTypeName", NUMBERS),
        ("EanLocationCodeId;EDIType;EDITypeVersion", MESSAGES),
        ("Lokationsnummer;Meddelelsestype;Version", MESSAGES),
        ("SorId;ReplacedBySorId", REPLACEMENTS),
        ("ReplacedSorId;ReplacingSorId", REPLACEMENTS),
        (SOR2_HEADER, None),
        ("Dato;Beløb;Tekst", None),
        ("sor_id;navn;gln", None),
    ],
)
def test_each_table_is_known_by_its_header(header: str, kind: str | None) -> None:
    assert servant_of(header.split(";")) == kind


def test_a_number_has_its_system_owner_and_dates() -> None:
    (number,) = extract(
        "EanLocationCode;SystemTypeName;SystemSupplierName;CommunicationSupplier;OnlyInternal;FromDate;ToDate;SorId\n"
        f'="{gln(1)}";Nexus;KMD;TrueCommerce;false;2020-01-01;2020-12-31;="{sor_id(1)}"\n'
    ).numbers
    assert (number.gln, number.unit) == (gln(1), sor_id(1))
    assert (number.valid_from, number.valid_to) == (date(2020, 1, 1), date(2021, 1, 1))
    assert number.fields == {"system": "Nexus", "vendor": "KMD", "net_operator": "TrueCommerce", "internal_only": False}


def test_the_number_is_found_by_its_content_where_its_header_says_something_else() -> None:
    text = f"EanLocationCode;SystemTypeName;Nr\n7;Nexus;{gln(1)}\n8;Columna;{gln(2)}\n"
    assert [number.gln for number in extract(text).numbers] == [gln(1), gln(2)]


def test_a_table_without_any_number_is_refused() -> None:
    with pytest.raises(UnreadableFile) as refused:
        extract("EanLocationCode;SystemTypeName\n7;Nexus\n")
    assert refused.value.problems[0].code == "table.no_gln_column"


def test_a_type_has_its_version_and_receives_where_nothing_is_said() -> None:
    (one,) = extract(f"EanLocationCode;EDIType;Version\n{gln(1)};DIS91;D9134L\n").capabilities
    assert (one.gln, one.type, one.version, one.direction) == (gln(1), "DIS91", "D9134L", Direction.IN)


def test_a_version_alone_names_its_type() -> None:
    (one,) = extract(f"EanLocationCode;EDITypeVersion\n{gln(1)};D9134L\n").capabilities
    assert one.type == "DIS91"


def test_a_known_version_tells_the_type_that_is_only_named_in_words() -> None:
    (one,) = extract(f"EanLocationCode;EDITypeName;Version\n{gln(1)};Et fint brev;D9134L\n").capabilities
    assert one.type == "DIS91"


def test_a_type_that_nobody_knows_is_kept() -> None:
    (one,) = extract(f"EanLocationCode;EDIType;Version\n{gln(1)};SÆR01;Z9\n").capabilities
    assert (one.type, one.version) == ("SÆR01", "Z9")


def test_rows_that_are_no_use_are_counted() -> None:
    found = extract(f"EanLocationCode;EDIType;Version\n12;DIS91;D9134L\n{gln(1)};;\n{gln(1)};DIS91;D9134L\n")
    assert (len(found.capabilities), found.other_faults) == (1, 2)


def test_replacements_are_pairs() -> None:
    text = f"SorId;ReplacedBySorId\n{sor_id(1)};{sor_id(2)}\n{sor_id(3)};\n"
    assert extract(text).successions == ((sor_id(1), sor_id(2)),)


@pytest.mark.parametrize(
    ("text", "directions"),
    [
        ("", (Direction.IN,)),
        ("Modtager", (Direction.IN,)),
        ("afsender", (Direction.OUT,)),
        ("ud", (Direction.OUT,)),
        ("S", (Direction.OUT,)),
        ("begge", (Direction.IN, Direction.OUT)),
    ],
)
def test_directions_have_several_words(text: str, directions: tuple[Direction, ...]) -> None:
    assert parse_directions(text) == directions
