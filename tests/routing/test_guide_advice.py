"""What the guide answers: the context rules, MedCom's order of decision, and local agreements on top."""

import pytest

from sorstudio.model.errors import Unusable
from sorstudio.model.records import Agreement
from sorstudio.resources import code_lists
from sorstudio.routing.book import routing_book
from sorstudio.routing.guide import Agreed, way
from sorstudio.routing.guide_advice import Advice, leaves, result, unused
from sorstudio.routing.guide_book import message_guide

CODES = code_lists()
GUIDE = message_guide()
CORRESPONDENCE = ("FDIS91", "XDIS91", "DIS91")


def ask(text: str, *agreements: Agreed, topic: str | None = None) -> Advice:
    """The advice for "sender urgent about ...", each answer in the order in which the guide asks."""
    answers: dict[str, str] = {}
    for value in text.split():
        question = way(GUIDE, answers).open
        assert question is not None
        answers[question.key] = value
    return result(GUIDE, {**answers, "topic": topic} if topic else answers, CODES, agreements)


def standard(advice: Advice) -> str:
    return advice.message.code if advice.message else advice.channel


def refused(advice: Advice) -> set[str]:
    return {one.message.code for one in advice.not_this if not one.areas}


def needs(advice: Advice) -> str:
    return " ".join(one.name_en for one in advice.must_have)


DECISIONS = [
    # Acute and an answer is needed now: phone, then XREF22 if the acute function takes the task.
    ("gp yes no", "phone", "akutfunktion", []),
    ("hospital yes no", "phone", "akutfunktion", []),
    ("municipality yes", "phone", None, []),
    ("gp yes yes", "XREF22", "akutfunktion", ["XDIS22"]),
    ("hospital yes yes", "XREF22", "akutfunktion", ["XDIS22"]),
    ("gp no referral acute_function", "XREF22", "akutfunktion", ["XDIS22"]),
    ("hospital no birth", "XDIS32", "sundhedspleje", []),
    ("hospital no rehabilitation general", "GGOP", "traening", []),
    ("hospital no rehabilitation specialised", "GGOP", "traening", []),
    ("hospital no rehabilitation specialised_level", "GGOP", "traening", []),
    # Admitted: by phase.
    ("hospital no stay notice", "FDIS20", "sygehusadvis", ["XDIS16"]),
    ("municipality no stay", "XDIS16", None, ["XDIS21"]),
    ("hospital no stay needs", "XDIS21", "visitation", ["XDIS19"]),
    ("hospital no stay treated", "XDIS19", "visitation", ["XDIS18"]),
    ("hospital no stay discharge", "XDIS18", "hjemmesygepleje", []),
    # A municipal offer.
    ("gp no referral prevention", "XREF15", "forebyggelse", ["XDIS15"]),
    ("hospital no referral prevention", "XREF15", "forebyggelse", ["XDIS15"]),
    ("gp no referral tele_copd", "REF01", "telemedicin", []),
    ("gp no certificate", "DDB", "jobcenter", []),
    ("municipality no certificate", "DDB", None, []),
    ("municipality no prescription", "PRE60", None, []),
    ("gp no attachment", "BIN02", "forebyggelse", []),
    ("municipality no closing prevention", "XDIS15", None, []),
    ("municipality no closing acute_function", "XDIS22", None, []),
    ("hospital no letter inpatient", "DIS01", "sundhedspleje", []),
    ("hospital no letter outpatient", "DIS02", "sundhedspleje", []),
    ("municipality no test_results", "HomeCareObservation", None, []),
    ("municipality no move", "FS3X100", None, []),
    # Everything else about one citizen.
    ("gp no other nursing", "FDIS91", "hjemmesygepleje", []),
    ("hospital no referral other_offer assistive-devices", "FDIS91", "hjaelpemidler", []),
    ("municipality no other medicine", "FDIS91", None, []),
]


@pytest.mark.parametrize(("asked", "expected", "area", "follows"), DECISIONS, ids=[one[0] for one in DECISIONS])
def test_the_order_of_decision(asked: str, expected: str, area: str | None, follows: list[str]) -> None:
    advice = ask(asked)
    assert (standard(advice), advice.area, [one.code for one in advice.follows]) == (expected, area, follows)
    assert advice.sources


def test_prevention_is_referred_to_and_not_written_to() -> None:
    advice = ask("gp no referral prevention")
    assert refused(advice) == {*CORRESPONDENCE, "REF01", "XREF01"}
    assert [one.message.code for one in advice.fallback] == ["XREF01", "REF01"]
    assert "clarifying conversation" in needs(advice)
    assert {"seed", "KH", "SDCO"} <= advice.sources.keys()


def test_the_acute_function_is_phoned_before_it_is_referred_to() -> None:
    advice = ask("gp yes yes")
    assert "Phone the acute function first" in needs(advice)
    assert "treatment plan" in needs(advice)
    assert set(CORRESPONDENCE) <= refused(advice)
    assert {"seed", "KA"} <= advice.sources.keys()


def test_tele_copd_is_the_exception_that_uses_the_hospital_referral() -> None:
    advice = ask("gp no referral tele_copd")
    assert "XREF15" in refused(advice)
    assert [one.message.code for one in advice.fallback] == ["XREF01"]
    assert advice.areas == ("telemedicin", "hjemmesygepleje")


@pytest.mark.parametrize("level", ["general", "specialised", "specialised_level"])
def test_a_rehabilitation_plan_never_goes_to_home_care(level: str) -> None:
    advice = ask(f"hospital no rehabilitation {level}")
    kept_away = {area for one in advice.not_this if one.message.code == "GGOP" for area in one.areas}
    assert {"hjemmepleje", "hjemmesygepleje"} <= kept_away
    assert not kept_away & set(advice.areas)
    assert "copy to the citizen's general practitioner" in needs(advice)
    assert ("hospital that the citizen has chosen" in needs(advice)) is (level == "specialised")


@pytest.mark.parametrize("asked", ["hospital no stay needs", "hospital no stay discharge", "municipality no stay"])
def test_what_the_hospital_messages_cover_is_not_correspondence(asked: str) -> None:
    advice = ask(asked)
    assert set(CORRESPONDENCE) <= refused(advice)
    assert {"seed", "HS"} <= advice.sources.keys()


def test_a_stay_goes_from_message_to_message_to_the_last_of_them() -> None:
    chain = ["hospital no stay notice", "municipality no stay", "hospital no stay needs", "hospital no stay treated"]
    found = [ask(one) for one in (*chain, "hospital no stay discharge")]
    assert [one.follows[0].code for one in found[:-1]] == [standard(one) for one in found[1:]]
    assert found[-1].follows == ()


def test_correspondence_is_for_one_citizen_and_never_urgent() -> None:
    advice = ask("gp no other nursing")
    assert advice.category is not None
    assert advice.category.key == "nursing"
    assert "one citizen" in needs(advice)
    assert [one.message.code for one in advice.fallback] == ["XDIS91", "DIS91"]
    assert refused(advice) == {"XDIS91", "DIS91", "XBIN01", "BIN01"}
    assert refused(ask("gp yes no")) == set(CORRESPONDENCE)


def test_the_category_other_needs_a_topic() -> None:
    assert "Write a topic" in needs(ask("gp no other other"))
    assert "Write a topic" not in needs(ask("gp no other nursing"))
    assert ask("gp no other other", topic="Tandpleje").topic == "Tandpleje"


def test_a_priority_is_for_what_regards_a_referral() -> None:
    allowed = [one for one in GUIDE.categories if "priority" in needs(ask(f"gp no other {one}"))]
    assert allowed == ["regarding-referral"]


@pytest.mark.parametrize("category", GUIDE.categories)
def test_a_category_goes_to_the_areas_that_have_it(category: str) -> None:
    advice = ask(f"hospital no other {category}")
    assert advice.category is not None
    assert advice.category.key == category
    having = {one.code for one in CODES.areas if category in one.categories}
    assert having <= set(advice.areas)


def test_the_version_is_the_current_one_of_the_code_list() -> None:
    for advice in leaves(GUIDE, CODES):
        if advice.message is not None:
            assert advice.message == CODES.message_type(advice.message.code)


def test_the_guide_and_the_routes_keep_the_same_things_apart() -> None:
    book = routing_book()
    wrong = [
        (one.leaf, area)
        for one in leaves(GUIDE, CODES)
        for area in one.areas
        if one.message and book.instead(one.message.code, area)
    ]
    assert wrong == []


def test_an_open_question_is_no_advice() -> None:
    with pytest.raises(Unusable) as refused_:
        result(GUIDE, {"sender": "gp"}, CODES)
    assert (refused_.value.code, refused_.value.params["key"]) == ("guide.open", "urgent")


FITTING = [
    (Agreement("a", "Alle"), True),
    (Agreement("a", "Området", area="hjemmesygepleje"), True),
    (Agreement("a", "Et andet", area="traening"), False),
    (Agreement("a", "Typen", message="FDIS91"), True),
    (Agreement("a", "Den ældre type", message="DIS91"), True),
    (Agreement("a", "En anden", message="XREF15"), False),
    (Agreement("a", "Kategorien", category="nursing"), True),
    (Agreement("a", "En anden", category="training"), False),
    (Agreement("a", "Emnet", topic="Sårpleje", category="nursing"), True),
]


@pytest.mark.parametrize(("agreement", "fits"), FITTING, ids=[one[0].text + str(one[1]) for one in FITTING])
def test_local_agreements_lie_on_top_where_they_fit(agreement: Agreement, fits: bool) -> None:
    assert (ask("gp no other nursing", agreement).agreements == (agreement,)) is fits


def test_what_is_agreed_for_a_category_says_nothing_about_a_referral() -> None:
    general, categorised = Agreement("a", "Alle", answer_days=3), Agreement("b", "Emne", topic="KOL")
    assert ask("gp no referral prevention", general, categorised).agreements == (general,)


def test_a_topic_word_brings_its_own_agreement_and_category() -> None:
    mine = Agreement("a", "Skriv »Sårpleje«", topic="Sårpleje", category="nursing")
    other = Agreement("b", "Skriv »Kateter«", topic="Kateter", category="nursing")
    answers = {"sender": "gp", "urgent": "no", "about": "other", "topic": "sårpleje"}
    advice = result(GUIDE, answers, CODES, [other, mine])
    assert advice.category is not None
    assert (advice.category.key, advice.agreements, advice.topic) == ("nursing", (mine,), "sårpleje")
    assert advice.answers == {**answers, "category": "nursing"}


def test_answers_that_did_not_count_are_named() -> None:
    answers = {"sender": "hospital", "urgent": "no", "about": "birth", "phase": "needs", "topic": "Barn"}
    assert unused(way(GUIDE, answers), answers) == ("phase", "topic")
