"""Who receives what in the example municipality: right, wrong and not at all, and a finding for all that is not right.

The register file has faults on purpose, one of each kind that keeps a sender from the receiver; the acts of the example
mend some of them.
"""

from functools import cache

import pytest

from sorstudio.cli.example import DAY, EXTRACT
from sorstudio.formats.reading import read_baseline
from sorstudio.model.plan import Plan
from sorstudio.resources import code_lists, example
from sorstudio.routing.answer import Answer, Reason
from sorstudio.routing.confusing import confusions
from sorstudio.routing.directory import Directory
from sorstudio.routing.play_set import StandardPlay, standard_plays
from sorstudio.routing.plays import Days, Outcome, run_all
from sorstudio.routing.question import Question, Sender
from sorstudio.routing.route import route
from sorstudio.rules.check import check
from sorstudio.rules.finding import Finding, message
from tests.rules.findings import DANISH
from tests.ui.example_kit import example_plan

LISTS = code_lists()
GP, HOSPITAL, MUNICIPALITY = Sender

EXPLAINS = {
    Reason.NO_UNIT: {"SOR-103"},
    Reason.NO_NUMBER: {"SOR-103"},
    Reason.NOT_IN_FORCE: {"SOR-103"},
    Reason.NUMBER_LACKS_TYPE: {"SOR-070", "SOR-071", "SOR-082", "SOR-083", "SOR-086"},
    Reason.VERSION_DIFFERS: {"SOR-073"},
    Reason.TWO_CANDIDATES: {"SOR-085"},
    Reason.NUMBER_NOT_IN_USE: {"SOR-127"},
    Reason.NUMBER_ORDERED: {"SOR-121", "SOR-128"},
}
"""Rules that speak of what a sender is told."""
AT_THE_OWNER = {"SOR-080", "SOR-085", "SOR-103"}
"""Rules on the whole municipality: their findings name the area, or the unit, in their sentence."""


@cache
def register() -> Plan:
    baseline = read_baseline([example(EXTRACT)], codes=LISTS, day=DAY, today=DAY)
    return Plan([baseline], LISTS, today=DAY, author="Prøve")


@cache
def planned() -> Plan:
    return example_plan()


@cache
def findings(plan: Plan) -> tuple[Finding, ...]:
    return check(plan)


@cache
def directory(plan: Plan) -> Directory:
    """The register on its day, the plan after everything planned."""
    day = DAY if plan is register() else None
    return Directory(plan.state(day) if day else plan.state(), LISTS, day)


def said(plan: Plan, asked: Question) -> str:
    """The receiver, with whose number it is where it is inherited; or the reason."""
    answer, units = route(directory(plan), asked), directory(plan).state.units
    if answer.receiver is None:
        return str(answer.reason)
    told = f"{answer.receiver.type} {units[answer.receiver.unit].name}"
    return f"{told} < {units[answer.receiver.giver].name}" if answer.receiver.is_inherited else told


CARE, PREVENTION = "Sundhed og Omsorg, Eksempelby", "Sundhed og Forebyggelse, Eksempelby"
ACUTE_NOW, ACUTE = "AKUT TEAMET", "Akutfunktionen, Eksempelby"
CENTRE, TRAINING = "Sundhedscenter Eksempelby", "Træning og Rehabilitering"
VISITORS, DENTAL = "Sundhedsplejen Eksempelby", "Tandplejen Eksempelby"
SOCIAL, DRUGS = "Socialpsykiatrien", "Rusmiddelcenter Eksempelby"
FORMS = "LÆ- blanketter, suppl. kommunikation, Eksempelby"
COORDINATORS, ASSESSMENT = "Udskrivningskoordinatorerne", "Visitation og Hjælpemidler"
LACKS, NO_UNIT, OUT_OF_USE, ORDERED = "number_lacks_type", "no_unit", "number_not_in_use", "number_ordered"

# Sender, area or offer, message (none: the usual one), answer of the register, answer of the plan (none: the same).
ROUTES = [
    # ældre- og hjemmepleje
    (HOSPITAL, "hjemmesygepleje", None, "XDIS18 Hjemmesygeplejen", None),
    (HOSPITAL, "hjemmesygepleje", "XDIS16", LACKS, None),
    (GP, "hjemmesygepleje", None, "FDIS91 Hjemmesygeplejen", None),
    (HOSPITAL, "hjemmesygepleje", "GGOP", "wrong_area", None),
    (HOSPITAL, "hjemmepleje", None, f"XDIS18 Hjemmepleje og Sygepleje < {CARE}", None),
    (HOSPITAL, "plejehjem", None, f"XDIS18 Plejecentre < {CARE}", None),
    (HOSPITAL, "visitation", None, "XDIS18 Visitationen", "XDIS18 Visitationen, Eksempelby"),
    (
        HOSPITAL,
        "visitation",
        "XDIS21",
        f"XDIS21 {ASSESSMENT} < {CARE}",
        None,
    ),  # wrong: an old version on their own number
    (HOSPITAL, "sygehusadvis", None, "FDIS20 Sygehusadviser,  Eksempelby", None),
    (GP, "akutfunktion", None, LACKS, f"XREF22 {ACUTE}"),
    (HOSPITAL, "akutfunktion", "FDIS91", f"FDIS91 {ACUTE_NOW}", f"FDIS91 {ACUTE}"),
    (HOSPITAL, "udskrivningskoordination", None, "not_in_force", f"FDIS91 {COORDINATORS} < Visitationen, Eksempelby"),
    # forebyggelsestilbud
    (GP, "forebyggelse", None, f"XREF15 {CENTRE}", None),
    (GP, "forebyggelse", "REF01", "version_differs", LACKS),
    (GP, "forebyggelse", "FDIS91", LACKS, None),
    (GP, "tele-kol", None, NO_UNIT, None),
    # træning og rehabilitering
    (HOSPITAL, "traening", None, f"GGOP {TRAINING}", None),
    (MUNICIPALITY, "traening", None, f"FDIS91 {TRAINING}", None),
    # tandlæge
    (GP, "boernetandpleje", None, f"DIS91 {DENTAL}", None),
    (GP, "omsorgstandpleje", None, OUT_OF_USE, f"DIS91 Omsorgstandplejen < {DENTAL}"),
    # sundhedspleje
    (HOSPITAL, "sundhedspleje", None, "two_candidates", f"XDIS32 {VISITORS}"),
    (GP, "sundhedspleje", None, f"DIS91 {VISITORS}", None),
    # socialpsykiatri
    (GP, "socialpsykiatri", None, f"DIS91 {SOCIAL}", None),
    (HOSPITAL, "socialpsykiatri", None, LACKS, None),
    # jobcentre
    (GP, "jobcenter", None, f"DIS91 {FORMS}", None),
    # hjælpemidler: a wheelchair goes to those who have bandages, until the centre can receive
    (HOSPITAL, "hjaelpemidler", None, "DIS91 Kropsbårne hjælpemidler", "FDIS91 Hjælpemiddelcentret"),
    # misbrugscentre
    (GP, "misbrug", None, f"DIS91 {DRUGS}", None),
    # PPR-samarbejde
    (GP, "ppr", None, "DIS91 PPR", None),
    (GP, "boernfamilie", None, "no_number", ORDERED),
]


def question(sender: Sender, about: str, message_type: str | None) -> Question:
    area = about if LISTS.area(about) else None
    return Question(area=area, offer=None if area else about, message=message_type, sender=sender)


@pytest.mark.parametrize(("sender", "about", "type_", "now", "then"), ROUTES)
def test_each_sender_is_answered_as_the_register_and_the_plan_have_it(
    sender: Sender, about: str, type_: str | None, now: str, then: str | None
) -> None:
    asked = question(sender, about, type_)
    assert (said(register(), asked), said(planned(), asked)) == (now, then or now)


def test_each_heading_has_a_right_answer_in_the_register_file() -> None:
    passed = {one.play.heading for one in outcomes(register()) if one.passed and isinstance(one.play, StandardPlay)}
    assert passed == {heading.code for heading in LISTS.headings}


def test_every_kind_of_fault_is_met_in_the_register_file() -> None:
    missed = {one.answer.reason for one in outcomes(register()) if not one.passed}
    others = {said(register(), question(*asked)) for *asked, _, _ in ROUTES}  # type: ignore[arg-type]
    assert missed | {Reason(one) for one in others if one in list(Reason)} >= set(EXPLAINS) - {Reason.NUMBER_ORDERED}


def test_a_rehabilitation_plan_is_easily_sent_to_home_care_until_the_plan_has_taken_it_off_that_number() -> None:
    asked = Question(area="traening", sender=HOSPITAL)

    def taking(plan: Plan) -> set[str]:
        found = confusions(directory(plan), route(directory(plan), asked))
        return {directory(plan).state.units[one.unit].name for one in found if one.takes}

    assert (taking(register()), taking(planned())) == ({"Hjemmesygeplejen"}, set())
    assert [one.code for one in findings(register()) if one.code == "SOR-080"] == ["SOR-080"]
    assert not any(one.code == "SOR-080" for one in findings(planned()))


@cache
def outcomes(plan: Plan) -> tuple[Outcome, ...]:
    day = DAY if plan is register() else None
    days = Days(lambda day: plan.state(day) if day else plan.state(), LISTS, day)
    return run_all(days, standard_plays())


def test_the_plan_answers_more_than_the_register() -> None:
    before, after = ({one.play.code for one in outcomes(plan) if one.passed} for plan in (register(), planned()))  # type: ignore[union-attr]
    assert before < after


@pytest.mark.parametrize("plan", [register, planned])
def test_each_play_that_fails_is_explained_by_a_finding(plan: object) -> None:
    work = plan()  # type: ignore[operator]
    failed = [one for one in outcomes(work) if not one.passed]
    assert failed
    assert [name(one) for one in failed if not explained(work, one.answer)] == []


@pytest.mark.parametrize(("sender", "about", "type_", "code", "unit"), [
    (HOSPITAL, "visitation", "XDIS21", "SOR-073", "Visitationen"),
    (HOSPITAL, "hjaelpemidler", None, "SOR-070", "Hjælpemiddelcentret"),
    (GP, "forebyggelse", "REF01", "SOR-073", CENTRE),
])  # fmt: skip
def test_each_wrong_answer_is_explained_by_a_finding_at_the_unit_that_is_meant(
    sender: Sender, about: str, type_: str | None, code: str, unit: str
) -> None:
    answer = route(directory(register()), question(sender, about, type_))
    told = {(one.code, one.unit_name.partition(",")[0]) for one in findings(register()) if one.unit in answer.units}
    assert (code, unit) in told


def test_an_explanation_is_none_where_the_findings_are_of_something_else() -> None:
    answer = route(directory(planned()), Question(area="telemedicin", message="XREF01"))
    assert answer.reason is Reason.NO_UNIT
    assert explained(planned(), answer)
    assert not explained(planned(), route(directory(planned()), Question(area="ppr", message="XREF22")))


def explained(plan: Plan, answer: Answer) -> bool:
    """Whether a rule that speaks of the reason has a finding at a unit concerned, or one that names the area."""
    codes = EXPLAINS[answer.reason] if answer.reason else set()
    places = directory(plan).places
    givers = {places[key].giver for key in answer.units if key in places}
    concerned = {*answer.units, *givers}
    area = LISTS.area(answer.area or "")
    for one in findings(plan):
        if one.code in codes and one.code in AT_THE_OWNER:
            if area and area.name_da in message(one, DANISH):
                return True
        elif one.code in codes and one.unit in concerned and _is_about(one, answer):
            return True
    return False


def _is_about(found: Finding, answer: Answer) -> bool:
    """Whether the finding speaks of the message too, where the reason is that message."""
    by_message = {Reason.NUMBER_LACKS_TYPE, Reason.VERSION_DIFFERS}
    return answer.reason not in by_message or any(type_ in message(found, DANISH) for type_ in answer.types)


def name(one: Outcome) -> str:
    return f"{one.play.code if isinstance(one.play, StandardPlay) else one.play.key}: {one.answer.reason}"
