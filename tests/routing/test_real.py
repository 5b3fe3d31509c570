"""A real municipality as senders meet it: with its own endpoints of today, and with the numbers of MedCom's examples.

The endpoints in production carry two pilot types only, so that nothing that is usual today can be sent; MedCom's
example of the care administration has the hospital set and the referral to the acute function.
"""

from functools import cache
from pathlib import Path

import pytest

from sorstudio.cli.opened import open_for_asking
from sorstudio.cli.session import Session, texts_of
from sorstudio.formats.reading import read_baseline
from sorstudio.model.plan import Plan
from sorstudio.resources import code_lists
from sorstudio.routing.answer import Answer, Reason
from sorstudio.routing.directory import Directory
from sorstudio.routing.question import Question, Sender
from sorstudio.routing.route import route
from sorstudio.rules.check import check
from tests.model.outline import DAY, TODAY

LISTS = code_lists()
AREAS = [one.code for one in LISTS.areas]
TREES = ("eer/aarhus-kommune.csv", "eer/aarhus-kommune.fhir-bundle.json")
PRODUCTION = "eer/aarhus-kommune-endpoints.fhir-bundle.json"
VANS = "fhir/examples/eer-poc-0.3.0/aarhus-sundhed-og-omsorg-vans.bundle.json"
CARE = "5790000123117"
HOSPITAL_SET = ("XDIS18", "XDIS19", "XDIS21")
CARED_FOR = ("hjemmesygepleje", "hjemmepleje", "plejehjem", "forvaltning")
BY_CARE = [
    *((area, type_) for area in CARED_FOR for type_ in HOSPITAL_SET),
    ("akutfunktion", "XREF22"),
    ("forvaltning", "XREF22"),
]


@cache
def planned(shared: Path, *names: str) -> Plan:
    data = shared / "domain" / "data"
    baseline = read_baseline([data / name for name in names], codes=LISTS, day=DAY, today=TODAY)
    return Plan([baseline], LISTS, today=TODAY, author="Test")


@cache
def directory(shared: Path, *names: str) -> Directory:
    return Directory(planned(shared, *names).state(), LISTS)


def has_number(found: Directory, area: str) -> bool:
    """Whether a unit that is taken for the area has a number of its own, or inherits one."""
    units = [key for keys in found.area(area).by_ground.values() for key in keys]
    return any(found.places[key].giver is not None for key in units)


def number(answer: Answer) -> str | None:
    return answer.receiver.gln if answer.receiver else None


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize("sender", [None, *Sender])
def test_every_area_with_a_number_is_told_that_it_lacks_the_type(
    shared: Path, tree: str, sender: Sender | None
) -> None:
    found = directory(shared, tree, PRODUCTION)
    reasons = {area: route(found, Question(area=area, sender=sender)).reason for area in AREAS}
    numbered = [area for area in AREAS if has_number(found, area)]
    assert len(numbered) >= 8
    assert {area: reasons[area] for area in numbered} == dict.fromkeys(numbered, Reason.NUMBER_LACKS_TYPE)
    rest = {reasons[area] for area in AREAS if area not in numbered}
    assert rest <= {Reason.NO_UNIT, Reason.NO_NUMBER, Reason.NUMBER_LACKS_TYPE}


def test_a_pilot_type_is_found_in_its_version_alone(shared: Path) -> None:
    found = directory(shared, TREES[1], PRODUCTION)
    held = [found.received(key) for key in found.places]
    carried = {(type_, version) for types in held for type_, versions in types.items() for version in versions}
    assert len(carried) == 2
    for type_, version in carried:
        answer = route(found, Question(message=type_, version=version))
        assert answer.receiver is not None or answer.reason is Reason.TWO_CANDIDATES
        assert route(found, Question(message=type_, version="0.1")).reason is Reason.VERSION_DIFFERS


@pytest.mark.parametrize("files", [*((tree, VANS) for tree in TREES), (TREES[1], PRODUCTION, VANS)])
def test_the_hospital_set_and_the_acute_referral_go_to_the_number_of_the_care_administration(
    shared: Path, files: tuple[str, ...]
) -> None:
    found = directory(shared, *files)
    answers = {(area, type_): route(found, Question(area=area, message=type_)) for area, type_ in BY_CARE}
    assert {asked: number(answer) for asked, answer in answers.items()} == dict.fromkeys(BY_CARE, CARE)


def test_alone_it_is_the_receiver_of_every_area_that_is_nobodys(shared: Path) -> None:
    session = Session(texts_of("da"), TODAY)
    opened = open_for_asking(session, shared / "domain" / "data" / VANS, "Aarhus")
    found = Directory(opened.state, LISTS, opened.day)
    asked = [*BY_CARE, *(("visitation", type_) for type_ in HOSPITAL_SET)]
    assert {number(route(found, Question(area=area, message=type_))) for area, type_ in asked} == {CARE}


def test_what_another_administration_assesses_is_not_answered_by_the_care_one_but_named_beside(shared: Path) -> None:
    found = directory(shared, TREES[1], PRODUCTION, VANS)
    answer = route(found, Question(area="visitation", message="XDIS21"))
    assert answer.reason is Reason.NUMBER_LACKS_TYPE
    assert CARE in {one.gln for one in answer.alternatives}


def test_the_rules_tell_of_the_areas_that_nobody_has(shared: Path) -> None:
    plan = planned(shared, TREES[1], PRODUCTION)
    missing = {area for area in AREAS if directory(shared, TREES[1], PRODUCTION).area(area).by_ground == {}}
    (told,) = [one for one in check(plan) if one.code == "SOR-103"]
    assert told.params["areas"] == tuple(one for one in LISTS.areas if one.code in missing)
