"""Bundles of endpoints beside a tree that holds their units."""

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from sorstudio.model.baseline import Baseline
from sorstudio.model.records import Address, NumberState, UnitKind
from tests.formats.registers import (
    CENTRE,
    HOME,
    OWNER,
    capabilities,
    eer,
    gln,
    numbers,
    places,
    problems,
    read,
    sor_id,
    units,
    write,
)

GLN = gln(1)
SYSTEM = "urn:oid:1.2.208.176.1.1"
URI = "urn:dk:healthcare:medcom:messaging:edifact:meddis:dis91:d9134l"
OTHER_URI = "urn:dk:healthcare:medcom:messaging:fhir:structuredefinition:homecareobservation:1.1"


def organization(unit: str, parent: str | None, name: str = "MedComs navn", **more: Any) -> dict[str, object]:
    found = {
        "resourceType": "Organization",
        "id": unit,
        "identifier": [{"system": SYSTEM, "value": unit}],
        "name": name,
    }
    above = {"partOf": {"reference": f"Organization/{parent}"}} if parent else {}
    return found | above | more


def endpoint(unit: str, uri: str = URI, number: str = GLN, **more: Any) -> dict[str, object]:
    found: dict[str, object] = {
        "resourceType": "Endpoint",
        "id": f"e-{unit}-{uri[-5:]}",
        "status": "active",
        "identifier": [{"system": "http://www.gs1.org/gln", "value": number}],
        "managingOrganization": {"reference": f"Organization/{unit}"},
        "payloadType": [{"coding": [{"code": uri}]}],
    }
    return found | more


def bundle(folder: Path, name: str, *resources: dict[str, object]) -> Path:
    text = json.dumps({"resourceType": "Bundle", "entry": [{"resource": one} for one in resources]}, indent=1)
    return write(folder, text, name)


def tree(folder: Path) -> Path:
    return write(folder, eer(), "træ.csv")


def types(baseline: Baseline) -> set[tuple[str, str]]:
    return {(one.number, one.type) for one in capabilities(baseline)}


def test_a_mention_ties_its_endpoint_to_the_unit_of_the_tree(tmp_path: Path) -> None:
    mention = bundle(tmp_path, "e.json", organization(CENTRE, OWNER), endpoint(CENTRE))
    for paths in permutations((tree(tmp_path), mention)):
        found = read(*paths)
        unit = units(found)[CENTRE]
        assert (unit.name, unit.parent, unit.kind) == ("Sundhed og Omsorg", OWNER, UnitKind.SI)
        assert (unit.number_state, numbers(found)[CENTRE].gln) == (NumberState.OWN, GLN)
        assert types(found) == {(f"{CENTRE}:{GLN}", "DIS91")}
        assert len(units(found)) == 4


def test_the_tree_may_be_a_bundle_too(tmp_path: Path) -> None:
    whole = bundle(tmp_path, "t.json", organization(OWNER, None, "Ejer"), organization(CENTRE, OWNER, "Centret"))
    mention = bundle(tmp_path, "e.json", organization(CENTRE, OWNER), endpoint(CENTRE))
    found = read(whole, mention)
    assert ([unit.name for unit in units(found).values()], numbers(found)[CENTRE].gln) == (["Ejer", "Centret"], GLN)


def test_a_bundle_with_the_tree_and_endpoints_takes_mentions_of_its_units(tmp_path: Path) -> None:
    upper = (organization(OWNER, None, "Ejer"), organization(CENTRE, OWNER, "Centret"))
    whole = bundle(tmp_path, "t.json", *upper, endpoint(OWNER, number=gln(2)))
    mention = bundle(tmp_path, "e.json", organization(CENTRE, OWNER), endpoint(CENTRE))
    assert {unit: one.gln for unit, one in numbers(read(whole, mention)).items()} == {OWNER: gln(2), CENTRE: GLN}


def test_a_mention_fills_in_what_the_tree_cannot_tell_and_nothing_else(tmp_path: Path) -> None:
    told: dict[str, Any] = {
        "type": [{"coding": [{"code": "plejehjem"}]}],
        "address": [{"type": "physical", "line": ["Åvej 1"], "city": "Prøvekøbing"}],
    }
    above = organization(CENTRE, OWNER, **told)
    below = organization(sor_id(3), HOME, **told)
    found = units(read(tree(tmp_path), bundle(tmp_path, "e.json", above, below, endpoint(CENTRE))))
    assert found[CENTRE].visiting == Address(street="Åvej 1", city="Prøvekøbing")
    assert found[CENTRE].unit_type != found[HOME].unit_type
    assert found[sor_id(3)].unit_type == found[HOME].unit_type


def test_endpoints_of_one_number_in_several_files_add_up(tmp_path: Path) -> None:
    early: dict[str, Any] = {"period": {"start": "2019-01-01"}}
    late: dict[str, Any] = {"period": {"start": "2023-01-01"}, "status": "off"}
    first = bundle(tmp_path, "a.json", organization(CENTRE, OWNER), endpoint(CENTRE, **early))
    second = bundle(tmp_path, "b.json", organization(CENTRE, OWNER), endpoint(CENTRE, OTHER_URI, **early))
    third = bundle(tmp_path, "c.json", endpoint(CENTRE, **late))
    for paths in permutations((tree(tmp_path), first, second, third)):
        found = read(*paths)
        assert types(found) == {(f"{CENTRE}:{GLN}", "DIS91"), (f"{CENTRE}:{GLN}", "HomeCareObservation")}
        number = numbers(found)[CENTRE]
        assert (str(number.valid_from), number.inactive is True) == ("2019-01-01", False)


def test_a_number_on_the_mention_itself_is_the_units(tmp_path: Path) -> None:
    identifiers = [{"system": SYSTEM, "value": HOME}, {"system": "http://www.gs1.org/gln", "value": gln(2)}]
    mention = organization(HOME, CENTRE, identifier=identifiers)
    found = read(tree(tmp_path), bundle(tmp_path, "e.json", mention, endpoint(CENTRE)))
    assert numbers(found)[HOME].gln == gln(2)


def test_a_mention_whose_parent_and_name_are_missing_is_no_fault(tmp_path: Path) -> None:
    mention = organization(CENTRE, "ukendt", name="")
    found = read(tree(tmp_path), bundle(tmp_path, "e.json", mention, endpoint(CENTRE)))
    assert units(found)[CENTRE].name == "Sundhed og Omsorg"


def test_a_unit_that_the_tree_does_not_have_is_still_a_unit(tmp_path: Path) -> None:
    new = organization(sor_id(9), CENTRE, "Ny")
    found = read(tree(tmp_path), bundle(tmp_path, "e.json", organization(CENTRE, OWNER), new, endpoint(CENTRE)))
    assert units(found)[sor_id(9)].parent == CENTRE


def test_two_trees_are_refused(tmp_path: Path) -> None:
    upper = (organization(OWNER, None, "Ejer"), organization(CENTRE, OWNER))
    found = places(problems(tree(tmp_path), bundle(tmp_path, "t.json", *upper)))
    assert [(code, value) for code, _, _, value in found if code == "register.duplicate"] == [
        ("register.duplicate", OWNER),
        ("register.duplicate", CENTRE),
    ]


@pytest.mark.parametrize("with_tree", [True, False])
def test_a_unit_that_stands_twice_in_one_bundle_is_refused(tmp_path: Path, with_tree: bool) -> None:
    twice = (organization(CENTRE, OWNER), organization(CENTRE, OWNER), endpoint(CENTRE))
    paths = [bundle(tmp_path, "e.json", *twice), *([tree(tmp_path)] if with_tree else [])]
    assert "register.duplicate" in {one.code for one in problems(*paths)}


def test_a_bundle_of_endpoints_alone_is_no_plan(tmp_path: Path) -> None:
    mention = bundle(tmp_path, "e.json", organization(CENTRE, OWNER), endpoint(CENTRE))
    assert [one.code for one in problems(mention)] == ["register.parent_unknown"]


@pytest.mark.parametrize("with_production", [True, False])
@pytest.mark.parametrize("tree_file", ["aarhus-kommune.fhir-bundle.json", "aarhus-kommune.csv"])
def test_the_real_tree_takes_the_hospital_messages_of_its_health_office(
    shared: Path, tree_file: str, with_production: bool
) -> None:
    data = shared / "domain/data"
    vans = data / "fhir/examples/eer-poc-0.3.0/aarhus-sundhed-og-omsorg-vans.bundle.json"
    production = [data / "eer/aarhus-kommune-endpoints.fhir-bundle.json"] if with_production else []
    baseline = read(data / "eer" / tree_file, vans, *production)
    unit, number = units(baseline)["937961000016000"], numbers(baseline)["937961000016000"]
    received = {one.type for one in capabilities(baseline) if one.number == number.key and one.direction == "in"}
    assert (unit.name, unit.parent, number.gln) == ("Sundhed og Omsorg", "311000016009", "5790000123117")
    assert {"XDIS18", "XDIS19", "XDIS21", "XREF22"} <= received
    assert ({"HomeCareObservation", "FCTL"} <= received) is with_production
    assert len(units(baseline)) == 555
