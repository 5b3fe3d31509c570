"""An answer in words and as JSON."""

import json

import pytest

from sorstudio.model.records import UNKNOWN
from sorstudio.model.texts import Texts
from sorstudio.resources import texts
from sorstudio.routing.confusing import Confusion, Lure
from sorstudio.routing.question import Question, Sender
from sorstudio.routing.telling import alternative_line, answer_json, confusion_line, headline, number_line, steps
from tests.model.outline import gln, key, plan
from tests.routing.asking import ask, place, take_off, town
from tests.rules.findings import with_values

DA = Texts(texts("da"), "da")


def test_a_receiver_in_words() -> None:
    work = town()
    place(work, "Rygestop", "rygestop")
    answer = ask(work, Question(offer="rygestop", sender=Sender.GP))
    assert headline(answer, work.state(), DA) == f"XREF15 (XH1530R) sendes til »Rygestop«, lokationsnummer {gln(4)}."
    assert answer.receiver is not None
    assert number_line(answer.receiver, work.state(), DA) == f"{gln(4)}, arvet fra »Sundhedscenter«"
    assert steps(answer, DA)[-1] == f"{gln(4)} modtager XREF15 (XH1530R)."


def test_a_reason_in_words() -> None:
    work = town()
    take_off(work, "Genoptræningen", "GGOP")
    answer = ask(work, Question(area="traening"))
    assert headline(answer, work.state(), DA) == "Lokationsnummeret modtager ikke den meddelelsestype."
    assert [alternative_line(one, work.state(), DA) for one in answer.alternatives] == [
        f"Skriv FDIS91 til »Genoptræningen« på {gln(3)}"
    ]


@pytest.mark.parametrize(
    ("is_known", "one", "several"),
    [
        (True, "Den har intet lokationsnummer", "Ingen af dem har et lokationsnummer"),
        (False, "om den har et lokationsnummer", "om de har et lokationsnummer"),
    ],
)
def test_one_unit_without_a_number_is_not_told_as_several(is_known: bool, one: str, several: str) -> None:
    for names, said in ((["Genoptræningen"], one), (["Genoptræningen", "Fysioterapien"], several)):
        work = plan("\n    ".join(["Kommune\n  Sundhed", *names]))
        for name in () if is_known else names:
            work = with_values(work, name, number_state=UNKNOWN)
        told = steps(ask(work, Question(area="traening")), DA)
        assert any(said in line for line in told), told


def test_the_object_has_exactly_the_fields_that_are_promised() -> None:
    work = town()
    found = answer_json(ask(work, Question(area="traening")), work.state())
    assert json.loads(json.dumps(found)) == {
        "unit": key(work, "Genoptræningen"),
        "unit_name": "Genoptræningen",
        "path": ["Kommune", "Sundhed og Omsorg", "Genoptræningen"],
        "location_number": gln(3),
        "location_number_from": key(work, "Genoptræningen"),
        "message_type": "GGOP",
        "version": "GGOP100",
        "phone": None,
        "reason": None,
        "alternatives": [],
    }


def test_a_reason_leaves_the_receiver_empty() -> None:
    work = town()
    found = answer_json(ask(work, Question(area="telemedicin")), work.state())
    assert (found["unit"], found["location_number"], found["reason"]) == (None, None, "no_unit")
    assert found["message_type"] == "XREF01"


def test_a_confusion_in_words() -> None:
    work = town()
    place = key(work, "Genoptræningen")
    told = [
        confusion_line(one, work.state(), DA)
        for one in (
            Confusion(place, Lure.TAKES_TYPE, gln(3), takes=True),
            Confusion(place, Lure.SAME_WORD, None, takes=False),
            Confusion(place, Lure.LOOKS_ALIKE, None, takes=False, is_unknown=True),
        )
    ]
    assert told == [
        f"»Genoptræningen« ({gln(3)}) modtager den samme meddelelse. Meddelelsen ville nå frem dertil.",
        "»Genoptræningen« (intet lokationsnummer) har samme ord i navnet.",
        "»Genoptræningen« (ukendt lokationsnummer) ligner i navnet.",
    ]
