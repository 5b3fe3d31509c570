"""Questions in people's words."""

import pytest

from sorstudio.model.edits import offers
from sorstudio.model.errors import Unusable
from sorstudio.model.texts import Texts
from sorstudio.resources import texts
from sorstudio.routing.question import Question, Sender, question
from tests.routing.asking import town


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"area": "traening"}, Question(area="traening")),
        ({"area": "Sundhedspleje"}, Question(area="sundhedspleje")),
        ({"offer": "Rygestop", "sender": "gp"}, Question(offer="rygestop", sender=Sender.GP)),
        ({"area": "traening", "message": "ggop"}, Question(area="traening", message="GGOP")),
        ({"message": "XREF15 (XH1530R)"}, Question(message="XREF15", version="XH1530R")),
        ({"message": "CareCommunication"}, Question(message="FDIS91")),
    ],
)
def test_codes_and_names_are_understood(words: dict[str, str], expected: Question) -> None:
    work = town()
    assert question(work.codes, work.state(), **words) == expected


def test_an_own_offer_is_found_by_its_name() -> None:
    work = town()
    work.apply(offers.create_offer(work, "Aftenåbent sundhedshus", area="forebyggelse"))
    own = work.state().offers()[0]
    assert question(work.codes, work.state(), offer="aftenåbent Sundhedshus").offer == own.key


def test_an_offer_may_stand_with_its_own_area() -> None:
    work = town()
    asked = question(work.codes, work.state(), area="forebyggelse", offer="rygestop")
    assert asked == Question(area="forebyggelse", offer="rygestop")


def test_an_own_offer_of_no_area_may_stand_with_any() -> None:
    work = town()
    work.apply(offers.create_offer(work, "Aftenåbent"))
    assert question(work.codes, work.state(), area="ppr", offer="Aftenåbent").area == "ppr"


@pytest.mark.parametrize("own", [False, True])
def test_an_offer_of_another_area_is_refused_with_both_named(own: bool) -> None:
    work = town()
    name = "Aftenåbent sundhedshus" if own else "Rygestop"
    if own:
        work.apply(offers.create_offer(work, name, area="forebyggelse"))
    with pytest.raises(Unusable) as refused:
        question(work.codes, work.state(), area="ppr", offer=name)
    said = Texts(texts("da")).sentence(refused.value.code, refused.value.params)
    right, wrong = work.codes.area("forebyggelse"), work.codes.area("ppr")
    assert right
    assert wrong
    assert all(f"»{one}«" in said for one in (name, right.name("da"), wrong.name("da")))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({}, "routing.ask_something"),
        ({"area": "rumfart"}, "routing.unknown_area"),
        ({"offer": "rumfart"}, "routing.unknown_offer"),
        ({"message": "XREF99"}, "routing.unknown_message"),
        ({"area": "traening", "sender": "apotek"}, "routing.unknown_sender"),
    ],
)
def test_what_is_not_known_is_said(words: dict[str, str], code: str) -> None:
    work = town()
    with pytest.raises(Unusable) as refused:
        question(work.codes, work.state(), **words)
    assert refused.value.code == code
