"""Endpoint resources as numbers and message types."""

from datetime import date

import pytest

from sorstudio.formats.fhir_endpoint import EndpointReader, endpoint_owners
from sorstudio.formats.fhir_json import Located, Node
from sorstudio.formats.fhir_organization import Directory
from sorstudio.model.identifiers import make_gln, make_sor_id
from sorstudio.resources import code_lists

OE, OTHER = make_sor_id(900_002), make_sor_id(900_003)
GLN = make_gln("579000000001")
URI = "urn:dk:healthcare:medcom:messaging:"
DIS91 = f"{URI}edifact:meddis:dis91:d9134l"


def resource(**more: object) -> Located:
    value: dict[str, object] = {
        "id": "e1",
        "status": "active",
        "identifier": [{"type": {"coding": [{"code": "GLN"}]}, "system": "http://odd", "value": GLN}],
        "managingOrganization": {"reference": f"Organization/{OE}"},
        "payloadType": [{"coding": [{"code": DIS91}]}],
    }
    return Located(3, "", Node(value | more))


def read(*located: Located, owners: dict[str, str] | None = None) -> EndpointReader:
    reader = EndpointReader("b.json", code_lists(), Directory([]), owners or {})
    for one in located:
        reader.read(one)
    return reader


def problems(reader: EndpointReader) -> list[tuple[str, str, str]]:
    return [(one.code, one.column, one.value) for one in reader.problems]


def payload(code: str) -> list[dict[str, object]]:
    return [{"coding": [{"code": code}]}]


@pytest.mark.parametrize(
    ("names", "direction"),
    [
        ({}, "in"),
        ({"id": "EP.MSG.VANS.OIOXML.OUT"}, "out"),
        ({"name": "Endpoint Nord_IN"}, "in"),
        ({"address": "http://aar.example/vans/out"}, "out"),
        ({"name": "Checkin"}, "in"),
    ],
)
def test_the_direction_stands_at_the_end_of_a_name(names: dict[str, object], direction: str) -> None:
    assert [str(one.direction) for one in read(resource(**names)).capabilities] == [direction]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (DIS91, ("DIS91", "D9134L")),
        (f"{URI}fhir:structuredefinition:acknowledgement:2.0", ("FCTL", "2.0")),
        (
            f"{URI}fhir:structuredefinition::acknowledgement-message##urn:dk:medcom:fhir:acknowledgement-message::2.0",
            ("FCTL", "2.0"),
        ),
        (f"{URI}edifact:meddis:dis99:d9901x", ("DIS99", "D9901X")),
    ],
)
def test_message_uris_become_type_and_version(code: str, expected: tuple[str, str]) -> None:
    assert [(one.type, one.version) for one in read(resource(payloadType=payload(code))).capabilities] == [expected]


def test_a_message_uri_that_says_nothing_is_a_problem() -> None:
    reader = read(resource(payloadType=payload("urn:dk:healthcare:medcom:noget")))
    assert problems(reader) == [("fhir.payload_unknown", "payloadType", "urn:dk:healthcare:medcom:noget")]


def test_other_payloads_are_not_ours() -> None:
    reader = read(resource(payloadType=payload("any")))
    assert (reader.capabilities, reader.problems) == ((), [])


def test_several_endpoints_of_one_number_are_one_number() -> None:
    early = resource(period={"start": "2023-01-01", "end": "2023-12-31"})
    late = resource(period={"start": "2024-05-06T00:00:00+02:00", "end": "2025-12-31"})
    reader = read(early, late)
    (number,) = reader.numbers
    assert (number.valid_from, number.valid_to) == (date(2023, 1, 1), date(2026, 1, 1))
    assert len(reader.capabilities) == 1


def test_a_year_alone_begins_in_january() -> None:
    assert read(resource(period={"start": "2023"})).numbers[0].valid_from == date(2023, 1, 1)


def test_a_bad_date_is_a_problem() -> None:
    assert problems(read(resource(period={"start": "i morgen!"}))) == [("row.date", "period", "i morgen!")]


@pytest.mark.parametrize("status", ["off", "suspended"])
def test_an_endpoint_out_of_use_receives_nothing(status: str) -> None:
    reader = read(resource(status=status))
    assert (reader.numbers[0].fields, reader.capabilities) == ({"inactive": True}, ())


def test_an_endpoint_entered_by_mistake_is_none() -> None:
    assert read(resource(status="entered-in-error")).numbers == ()


def test_an_endpoint_without_number_is_a_problem_where_it_should_have_one() -> None:
    assert problems(read(resource(identifier=[]))) == [("fhir.endpoint_without_gln", "identifier", "e1")]
    assert problems(read(resource(identifier=[], connectionType={"code": "hl7-fhir-rest"}))) == []


def test_a_damaged_number_is_a_problem() -> None:
    reader = read(resource(identifier=[{"system": "http://www.gs1.org/gln", "value": "5.79E+12"}]))
    assert problems(reader)[0][0] == "gln.scientific"


@pytest.mark.parametrize(
    ("more", "owners", "unit"),
    [
        ({"managingOrganization": {"identifier": {"system": "urn:oid:1.2.208.176.1.1", "value": OE}}}, {}, OE),
        ({"managingOrganization": {}}, {"e1": OTHER}, OTHER),
        ({"managingOrganization": {}, "name": f"Viby J.{OE} FHIR Endpoint"}, {}, OE),
        ({"managingOrganization": {}}, {}, None),
    ],
)
def test_the_unit_is_found_in_every_place_it_can_stand(
    more: dict[str, object], owners: dict[str, str], unit: str | None
) -> None:
    assert read(resource(**more), owners=owners).numbers[0].unit == unit


def test_what_several_units_list_belongs_to_none() -> None:
    listing = Node({"endpoint": [{"reference": "Endpoint/e1"}, {"reference": "Endpoint/e2"}]})
    both = Node({"endpoint": [{"reference": "Endpoint/e1"}]})
    assert endpoint_owners([(listing, OE), (both, OTHER)]) == {"e2": OE, "Endpoint/e2": OE}
