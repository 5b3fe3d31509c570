"""Organization resources as units."""

import pytest

from sorstudio.formats.fhir_json import Located, Node
from sorstudio.formats.fhir_organization import Directory, UnitReader, organization, sor_id_in
from sorstudio.formats.raw import RawUnit
from sorstudio.model.identifiers import make_gln, make_sor_id
from sorstudio.model.records import UNKNOWN, Address, Contact, UnitKind
from sorstudio.resources import code_lists

IE, OE = make_sor_id(900_001), make_sor_id(900_002)
GLN = make_gln("579000000001")
SOR = {"system": "urn:oid:1.2.208.176.1.1", "value": OE}


def resource(**more: object) -> Located:
    return Located(7, "https://x/Organization/b", Node({"id": "b", "name": "Pleje", "identifier": [SOR], **more}))


def read_all(located: Located) -> tuple[RawUnit, list[tuple[str, str]]]:
    above = Node({"id": "a", "identifier": [{"system": "1.2.208.176.1.1", "value": IE}]})
    organizations = [organization(Located(1, "https://x/Organization/a", above)), organization(located)]
    reader = UnitReader("b.json", code_lists(), Directory(organizations))
    unit = reader.read(organizations[1])
    return unit, [(problem.code, problem.column) for problem in reader.problems]


def read(**more: object) -> RawUnit:
    unit, problems = read_all(resource(**more))
    assert problems == []
    return unit


def coded(system: str, code: str) -> list[dict[str, object]]:
    return [{"coding": [{"system": f"http://medcomehmi.dk/ig/terminology/CodeSystem/{system}", "code": code}]}]


@pytest.mark.parametrize(
    "reference",
    [
        {"reference": "Organization/a"},
        {"reference": "https://x/Organization/a"},
        {"reference": "https://y/fhir/Organization/a/_history/4"},
        {"reference": f"Organization/Eer.Sor.IO-Kommune.{IE}"},
        {"reference": "Organization/z", "identifier": {"system": "urn:oid:1.2.208.176.1.1", "value": IE}},
    ],
)
def test_the_parent_is_found_by_every_kind_of_reference(reference: dict[str, object]) -> None:
    assert read(partOf=reference).parent == IE


def test_a_parent_that_is_nowhere_is_a_problem() -> None:
    assert read_all(resource(partOf={"reference": "Organization/z"}))[1] == [("fhir.reference_unresolved", "partOf")]


@pytest.mark.parametrize(
    ("code", "kind"),
    [("IO", UnitKind.IE), ("IE", UnitKind.IE), ("HI", UnitKind.SI), ("SI", UnitKind.SI), ("OU", UnitKind.OE)],
)
def test_both_spellings_of_the_hierarchy_are_known(code: str, kind: UnitKind) -> None:
    assert read(type=coded("eer-sor-organization-type", code)).kind is kind


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        (coded("eer-sor-unit-type", "plejehjem"), "42665001"),
        ([{"coding": [{"system": "http://snomed.info/sct", "code": "554221000005108"}]}], "554221000005108"),
        (coded("ehmi-sor-io-organization-type", "Municipality"), "547211000005108"),
        (coded("eer-sor-unit-type", "ny-type"), "ny-type"),
        (coded("eer-sor-organization-type", "OE"), UNKNOWN),
        ([], UNKNOWN),
    ],
)
def test_a_type_that_is_not_there_is_unknown(type_: object, expected: object) -> None:
    assert read(type=type_).fields["unit_type"] == expected


@pytest.mark.parametrize(
    ("system", "value", "field", "expected"),
    [
        ("http://cvr.dk", "64942212", "cvr", "64942212"),
        ("urn:oid:2.16.840.1.113883.2.24.1.1", "64942212", "cvr", "64942212"),
        ("https://kombit.dk/sts/organisation", "urn:uuid:5f", "kombit_id", "5f"),
        ("urn:oid:1.2.208.176.1.4", "061654", "provider_number", "061654"),
    ],
)
def test_identifiers_are_told_apart_by_system(system: str, value: str, field: str, expected: str) -> None:
    assert read(identifier=[SOR, {"system": system, "value": value}]).fields[field] == expected


@pytest.mark.parametrize("system", ["http://www.gs1.org/gln", "https://www.gs1.org/gln", "urn:oid:1.3.88", ""])
def test_a_location_number_is_known_under_all_its_systems(system: str) -> None:
    assert read(identifier=[SOR, {"system": system, "value": GLN}]).gln == GLN


def test_the_sor_id_in_brackets_is_no_part_of_the_name() -> None:
    assert read(name=f"Hjemmepleje (nord) ({OE})").name == "Hjemmepleje (nord)"


def test_address_and_contact_are_read() -> None:
    fields = read(
        address=[
            {"line": ["Åvej 1", "Bygning 2"], "postalCode": "9999", "city": "Øby"},
            {"type": "physical", "line": ["B"]},
        ],
        telecom=[{"system": "phone", "value": "99999999"}, {"system": "url", "value": "x.example"}],
    ).fields
    assert fields["postal"] == Address("Åvej 1", extra="Bygning 2", postcode="9999", city="Øby")
    assert (fields["visiting"], fields["contact"]) == (Address("B"), Contact("99999999", website="x.example"))


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"identifier": []}, ("sor_id.empty", "identifier")),
        ({"identifier": [SOR | {"value": "311000016001"}]}, ("sor_id.check_digit", "identifier")),
        ({"identifier": [SOR, {"system": "1.3.88", "value": "5,79E+12"}]}, ("gln.scientific", "identifier")),
        ({"name": ""}, ("row.name_empty", "name")),
    ],
)
def test_what_is_wrong_is_noted(more: dict[str, object], problem: tuple[str, str]) -> None:
    assert read_all(resource(**more))[1] == [problem]


def test_a_location_number_in_a_name_is_no_sor_id() -> None:
    assert sor_id_in(f"EP.MSG.{OE}.GLN.{GLN}.IN") == OE
    assert sor_id_in(f"GLN.{GLN}") is None
