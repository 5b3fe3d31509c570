"""Reading FHIR bundles."""

import csv
import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from sorstudio.formats import fhir
from sorstudio.formats.problems import UnreadableFile
from sorstudio.formats.raw import RawExtract
from sorstudio.model.identifiers import make_gln, make_sor_id
from sorstudio.model.records import UnitKind
from sorstudio.resources import code_lists

DATA = Path(__file__).parents[3] / "shared" / "domain" / "data"
real = pytest.mark.skipif(not DATA.exists(), reason="the real samples are not here")
IE, SI, OE = (make_sor_id(item) for item in (900_001, 900_002, 900_003))
GLN = make_gln("579000000001")


def unit(sor_id: str, parent: str | None = None, **more: object) -> dict[str, object]:
    found: dict[str, object] = {
        "resourceType": "Organization",
        "id": sor_id,
        "identifier": [{"system": "urn:oid:1.2.208.176.1.1", "value": sor_id}],
        "name": f"Enhed ({sor_id})",
    }
    if parent:
        found["partOf"] = {"reference": f"Organization/{parent}"}
    return found | more


def endpoint(**more: object) -> dict[str, object]:
    uri = "urn:dk:healthcare:medcom:messaging:edifact:meddis:dis91:d9134l"
    found: dict[str, object] = {
        "resourceType": "Endpoint",
        "id": "e1",
        "status": "active",
        "identifier": [{"system": "http://www.gs1.org/gln", "value": GLN}],
        "managingOrganization": {"reference": f"Organization/{OE}"},
        "payloadType": [{"coding": [{"code": uri}]}],
    }
    return found | more


def bundle(*resources: object, **more: object) -> bytes:
    entries = [{"fullUrl": f"urn:test:{at}", "resource": one} for at, one in enumerate(resources)]
    return json.dumps({"resourceType": "Bundle", "type": "collection", **more, "entry": entries}, indent=1).encode()


def read(data: bytes) -> RawExtract:
    return fhir.read(data, "b.json", code_lists())


def test_units_without_a_kind_get_it_from_their_place() -> None:
    extract = read(bundle(unit(IE), unit(SI, IE), unit(OE, SI)))
    assert [(one.kind, one.parent) for one in extract.units] == [
        (UnitKind.IE, None),
        (UnitKind.SI, IE),
        (UnitKind.OE, SI),
    ]


def test_a_bundle_of_endpoints_alone_carries_no_units() -> None:
    extract = read(bundle(endpoint()))
    assert (extract.units, len(extract.numbers), extract.carries) == ((), 1, frozenset({"gln", "number_state"}))


def test_a_bundle_of_units_alone_says_nothing_of_numbers() -> None:
    assert not {"gln", "number_state", "contact"} & read(bundle(unit(IE))).carries


def test_a_unit_without_an_endpoint_may_still_have_a_number() -> None:
    assert "number_state" not in read(bundle(unit(IE), unit(SI, IE), unit(OE, SI), endpoint())).carries


def test_the_bundle_names_the_day() -> None:
    assert read(bundle(unit(IE), timestamp="2026-03-04T05:06:07Z")).day == date(2026, 3, 4)


def test_one_resource_a_line_is_read_as_well() -> None:
    text = "\n".join(json.dumps(one) for one in (unit(IE), unit(SI, IE)))
    assert [one.line for one in read(text.encode()).units] == [1, 2]


def test_two_resources_with_one_id_are_refused() -> None:
    problems = read(bundle(unit(IE), unit(SI, IE) | {"id": IE})).problems
    assert [(one.code, one.column) for one in problems] == [("fhir.duplicate_id", "id")]


def test_an_entry_that_is_no_resource_is_named_by_its_line() -> None:
    data = bundle(unit(IE)).replace(b'"entry": [', b'"entry": [\n"tekst",')
    assert [(one.code, one.line) for one in read(data).problems] == [("fhir.not_a_resource", 5)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (bundle({"resourceType": "Patient"}), "fhir.nothing_to_read"),
        (b'{"resourceType": "Device"}', "fhir.nothing_to_read"),
        (b'{"a": 1}', "fhir.not_fhir"),
        (b"[]", "fhir.not_fhir"),
        (bundle(), "fhir.not_fhir"),
    ],
)
def test_what_holds_no_organisation_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(data)
    assert caught.value.problems[0].code == code


@real
def test_the_real_bundle_is_the_tree_of_the_csv() -> None:
    extract = read((DATA / "eer" / "aarhus-kommune.fhir-bundle.json").read_bytes())
    with (DATA / "eer" / "aarhus-kommune.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [(row["name"], row["parent_sor_id"], row["entity_type"]) for row in csv.DictReader(file, delimiter=";")]
    assert [(one.name, one.parent or "", str(one.kind)) for one in extract.units] == rows
    assert (len(rows), extract.problems) == (555, ())


@real
def test_the_real_endpoints_give_nineteen_numbers_two_types_each() -> None:
    extract = read((DATA / "eer" / "aarhus-kommune-endpoints.fhir-bundle.json").read_bytes())
    types = Counter((one.type, one.version, str(one.direction)) for one in extract.capabilities)
    assert (len(extract.numbers), extract.problems) == (19, ())
    assert types == {("HomeCareObservation", "1.1", "in"): 19, ("FCTL", "2.0", "in"): 19}


@real
@pytest.mark.parametrize(
    ("name", "units", "ins", "outs"),
    [("herlev-kommune.bundle.json", 4, 7, 0), ("aarhus-sundhed-og-omsorg-vans.bundle.json", 1, 8, 6)],
)
def test_the_first_drafts_are_read_with_their_old_systems(name: str, units: int, ins: int, outs: int) -> None:
    extract = read((DATA / "fhir" / "examples" / "eer-poc-0.3.0" / name).read_bytes())
    ways = Counter(str(one.direction) for one in extract.capabilities)
    assert (len(extract.units), len(extract.numbers), extract.problems) == (units, 1, ())
    assert (ways["in"], ways["out"]) == (ins, outs)
