"""Reading SOR XML."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.formats import sor_xml
from sorstudio.formats.problems import UnreadableFile
from sorstudio.formats.raw import RawExtract
from sorstudio.model.codes import CodeLists
from sorstudio.model.identifiers import make_sor_id
from sorstudio.model.records import NumberState, UnitKind

SAMPLES = Path(__file__).parents[3] / "shared" / "domain" / "data" / "sor-xml-v1"
V1 = "urn:oio:sundhedsstyrelsen:organisation:1.0.0"
IE, SI, OE, SUB, OTHER = (make_sor_id(item) for item in range(900_001, 900_006))
STATUS = "<SorStatus><FromDate>2020-01-01</FromDate><FirstFromDate>2015-02-03</FirstFromDate></SorStatus>"


def record(tag: str, sor_id: str, name: str, more: str = STATUS) -> str:
    return f"<{tag}><SorIdentifier>{sor_id}</SorIdentifier><EntityName>{name}</EntityName>{more}</{tag}>"


def owner(sor_id: str, inner: str, name: str = "Nordby Kommune") -> str:
    owned = record("InstitutionOwner", sor_id, name)
    return f"<InstitutionOwnerEntity>{owned}{inner}</InstitutionOwnerEntity>"


def institution(inner: str, more: str = STATUS) -> str:
    held = record("HealthInstitution", SI, "Sundhed", more)
    return f"<HealthInstitutionEntity>{held}{inner}</HealthInstitutionEntity>"


def unit(sor_id: str, name: str = "Pleje", more: str = STATUS, inner: str = "") -> str:
    held = record("OrganizationalUnit", sor_id, name, more)
    return f"<OrganizationalUnitEntity>{held}{inner}</OrganizationalUnitEntity>"


def tree(*parts: str, namespace: str = V1) -> bytes:
    head = f"<SorTree xmlns='{namespace}'>\n<SnapshotDate>2026-03-04</SnapshotDate>\n"
    return (head + "\n".join(parts) + "\n</SorTree>").encode()


def small(namespace: str = V1) -> bytes:
    return tree(owner(IE, institution(unit(OE, inner=unit(SUB, "Team")))), namespace=namespace)


def read(data: bytes) -> RawExtract:
    return sor_xml.read(data, "sor.xml", CodeLists())


def refusal(data: bytes) -> tuple[str, int]:
    with pytest.raises(UnreadableFile) as caught:
        read(data)
    return caught.value.problems[0].code, caught.value.problems[0].line


@pytest.mark.parametrize("namespace", [V1, V1.replace("1.0.0", "2.0.0"), "urn:sor:9", ""])
def test_the_nesting_is_the_tree_in_every_namespace(namespace: str) -> None:
    extract = read(small(namespace))
    assert [(one.sor_id, one.parent, one.kind) for one in extract.units] == [
        (IE, None, UnitKind.IE),
        (SI, IE, UnitKind.SI),
        (OE, SI, UnitKind.OE),
        (SUB, OE, UnitKind.OE),
    ]


def test_siblings_have_the_same_parent() -> None:
    extract = read(tree(owner(IE, institution(unit(OE, inner=unit(SUB)) + unit(OTHER)))))
    assert [one.parent for one in extract.units] == [None, IE, SI, OE, SI]


def test_the_snapshot_gives_the_day() -> None:
    assert read(small()).day == date(2026, 3, 4)


def test_a_byte_order_mark_and_utf16_are_fine() -> None:
    wide = '<?xml version="1.0" encoding="utf-16"?>' + small().decode()
    for data in (b"\xef\xbb\xbf" + small(), wide.encode("utf-16")):
        assert len(read(data).units) == 4


def test_a_replacement_stands_on_the_unit_that_is_replaced_whichever_names_it() -> None:
    takes = f"<ReplacesEntityCollection><SorIdentifier>{OE}</SorIdentifier></ReplacesEntityCollection>"
    gives = f"<ReplacedByEntityCollection><SorIdentifier>{OTHER}</SorIdentifier></ReplacedByEntityCollection>"
    extract = read(tree(owner(IE, institution(unit(OE, more=gives) + unit(SUB) + unit(OTHER, more=takes)))))
    assert {one.sor_id: one.successors for one in extract.units if one.successors} == {OE: (OTHER,)}


def test_only_the_wanted_owner_is_read() -> None:
    data = tree(owner(IE, institution(unit(OE))), owner(OTHER, unit(SUB), "Sydby Kommune"))
    extract = sor_xml.read(data, "sor.xml", CodeLists(), lambda sor_id, name: name == "Sydby Kommune")
    assert ([one.sor_id for one in extract.units], extract.other_units) == ([OTHER, SUB], 3)


def test_an_owner_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnreadableFile) as caught:
        sor_xml.read(small(), "sor.xml", CodeLists(), lambda sor_id, name: False)
    assert caught.value.problems[0].code == "xml.owner_not_found"


def test_the_owners_are_found_first() -> None:
    data = tree(owner(IE, institution(unit(OE))), owner(OTHER, "", "Sydby Kommune"))
    assert [one.name for one in sor_xml.owners(data, "sor.xml")] == ["Nordby Kommune", "Sydby Kommune"]


def test_a_missing_flag_and_block_is_no_number() -> None:
    assert {one.number_state for one in read(small()).units} == {NumberState.NONE}


BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE SorTree [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<SorTree>&b;</SorTree>"""
OUTSIDE = b'<!-- a -->\n<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>\n<SorTree>&e;</SorTree>'


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (BOMB, ("xml.doctype", 2)),
        (OUTSIDE, ("xml.doctype", 2)),
        (b"\xef\xbb\xbf" + BOMB, ("xml.doctype", 2)),
        (BOMB.decode().encode("utf-16"), ("xml.doctype", 2)),
        (b"", ("xml.empty", 0)),
        (b"<?xml version='1.0'?>\n", ("xml.empty", 0)),
        (small()[:-12], ("xml.syntax", 3)),
        (b"<SorTree>\n<A>\n</B>", ("xml.syntax", 3)),
        (b"<SorTree>\n&unknown;</SorTree>", ("xml.syntax", 2)),
        (b"<a>" * 5_000, ("xml.syntax", 1)),
        (b"<html><body/></html>", ("xml.no_units", 0)),
        (tree(), ("xml.no_units", 0)),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(data: bytes, expected: tuple[str, int]) -> None:
    assert refusal(data) == expected


def test_a_bad_snapshot_date_is_a_problem_with_its_line() -> None:
    problems = read(small().replace(b"2026-03-04", b"i dag")).problems
    assert [(one.code, one.line, one.column, one.value) for one in problems] == [
        ("row.date", 2, "SnapshotDate", "i dag")
    ]


@given(st.binary(max_size=400))
def test_whatever_is_in_the_file_the_answer_is_rows_or_a_refusal(noise: bytes) -> None:
    with suppress(UnreadableFile):
        assert read(small()[:60] + noise + small()[60:]).units


@pytest.mark.skipif(not SAMPLES.exists(), reason="the real samples are not here")
@pytest.mark.parametrize(
    ("name", "kinds", "states"),
    [
        ("ONE_SYGEHUS.xml", "IE SI OE OE", {NumberState.NONE}),
        ("ONE_PRAKSIS.xml", "IE SI OE", {NumberState.OWN, NumberState.INHERITED}),
    ],
)
def test_real_files_are_read_without_a_problem(name: str, kinds: str, states: set[NumberState]) -> None:
    extract = read((SAMPLES / name).read_bytes())
    assert " ".join(one.kind for one in extract.units if one.kind) == kinds
    assert {one.number_state for one in extract.units} == states
    assert (extract.day, extract.problems) == (date(2010, 1, 26), ())
