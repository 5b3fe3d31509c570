"""A request and a check of the real Aarhus tree."""

from datetime import date
from pathlib import Path

import pytest

from sorstudio.formats.reading import read_baseline
from sorstudio.model.edits import messages, numbers, units
from sorstudio.model.plan import Plan
from sorstudio.model.records import Direction
from sorstudio.requests.envelope import make_request
from sorstudio.requests.line import Addressee
from sorstudio.requests.writing import request_files
from sorstudio.resources import code_lists
from sorstudio.rules.check import check
from tests.model.outline import key
from tests.requests.plans import DANISH

TODAY = date(2026, 11, 23)
DAY = date(2026, 12, 1)


@pytest.fixture
def aarhus(shared: Path) -> Plan:
    folder = shared / "domain/data/eer"
    files = [folder / "aarhus-kommune.csv", folder / "aarhus-kommune-endpoints.fhir-bundle.json"]
    baseline = read_baseline(files, codes=code_lists(), today=TODAY)
    return Plan([baseline], code_lists(), today=TODAY)


def test_the_known_faults_are_found_and_unknown_types_are_said_once(aarhus: Plan) -> None:
    found = check(aarhus)
    assert {one.unit_name for one in found if one.code == "SOR-031"} == {"Sygehusadviser,  Aarhus", "CBB  Myrholmsvej."}
    assert len([one for one in found if one.code == "SOR-032"]) == 6
    assert [one.unit_name for one in found if one.code == "SOR-071"] == ["AKUT TEAMET"]
    assert [one.params["count"] for one in found if one.code == "SOR-060"] == [276]


def test_a_request_on_real_units_splits_in_three(aarhus: Plan) -> None:
    acute = key(aarhus, "AKUT TEAMET")
    aarhus.apply(units.rename(aarhus, acute, "Kommunal akutfunktion", day=DAY))
    aarhus.apply(numbers.order_location_number(aarhus, acute, system="Cura", day=DAY))
    aarhus.apply(messages.add_message_type(aarhus, acute, "XREF22", None, [Direction.IN], day=DAY))
    request = make_request(aarhus, DANISH, TODAY)
    assert [(one.addressee, len(one.lines)) for one in request.envelopes] == [(one, 1) for one in Addressee]
    assert len(request_files(request, None)) == 12


def test_a_file_without_addresses_has_them_preserved(aarhus: Plan) -> None:
    aarhus.apply(units.rename(aarhus, key(aarhus, "AKUT TEAMET"), "Akutteam", day=DAY))
    request = make_request(aarhus, DANISH, TODAY)
    complete = request.complete(request.lines[0])
    assert complete is not None
    assert {"postal", "visiting", "contact"} <= set(complete.missing)
