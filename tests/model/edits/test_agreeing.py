"""What has been agreed locally is kept by an act like every other."""

from __future__ import annotations

import pytest

from sorstudio.model.change import Change
from sorstudio.model.edits.agreeing import drop_agreement, keep_agreement, known_agreement
from sorstudio.model.plan import Plan
from sorstudio.model.records import Agreement
from sorstudio.model.texts import Texts
from sorstudio.requests.lines import change_lines
from sorstudio.resources import texts
from tests.model.outline import plan
from tests.model.refusing import refused


@pytest.fixture
def found() -> Plan:
    return plan("Kommune\n  Sundhed")


def kept(work: Plan, text: str = "Svar inden tre dage", **more: object) -> Change:
    return work.apply(keep_agreement(work, text, **more))  # type: ignore[arg-type]


def said(change: Change) -> str:
    return Texts(texts("da")).sentence(change.code, change.params)


def test_an_agreement_is_kept_with_all_that_it_says(found: Plan) -> None:
    change = kept(
        found, " Svar inden tre dage ", area="traening", message="CareCommunication", topic=" Træning ",
        category="Træning", answer_days=3, key="a1",
    )  # fmt: skip
    expected = Agreement("a1", "Svar inden tre dage", "traening", "FDIS91", "Træning", "training", 3)
    assert found.state().agreements() == (expected,)
    assert (said(change), change.day) == ("En lokal aftale er gemt: Svar inden tre dage", None)


def test_another_form_takes_its_place_and_the_same_is_nothing(found: Plan) -> None:
    kept(found, key="a1")
    kept(found, "Svar inden to dage", answer_days=2, agreement="a1")
    assert found.state().agreements() == (Agreement("a1", "Svar inden to dage", answer_days=2),)
    with refused("edit.nothing_changes"):
        kept(found, "Svar inden to dage", answer_days=2, agreement="a1")


def test_it_is_dropped_and_that_is_undone(found: Plan) -> None:
    kept(found, key="a1")
    change = found.apply(drop_agreement(found, "a1"))
    assert (found.state().agreements(), said(change)) == ((), "En lokal aftale er fjernet: Svar inden tre dage")
    found.undo()
    assert known_agreement(found.state(), "a1").text == "Svar inden tre dage"


def test_it_is_named_by_key_or_by_a_text_that_only_one_has(found: Plan) -> None:
    kept(found, key="a1")
    assert known_agreement(found.state(), "Svar inden tre dage").key == "a1"
    kept(found, key="a2")
    with refused("agreement.several", "Svar inden tre dage"):
        drop_agreement(found, "Svar inden tre dage")
    with refused("agreement.unknown", "a3"):
        drop_agreement(found, "a3")


@pytest.mark.parametrize(
    ("more", "code", "word"),
    [
        ({"text": " "}, "agreement.no_text", "aftalt"),
        ({"area": "månen"}, "offer.area_unknown", "månen"),
        ({"message": "XYZ99"}, "message.unknown", "XYZ99"),
        ({"category": "månen"}, "agreement.category", "training"),
        ({"answer_days": 0}, "agreement.answer_days", "365"),
        ({"answer_days": 366}, "agreement.answer_days", "366"),
        ({"agreement": "månen"}, "agreement.unknown", "månen"),
    ],
)
def test_what_cannot_be_agreed_is_refused(found: Plan, more: dict[str, object], code: str, word: str) -> None:
    with refused(code, word):
        kept(found, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("days", [1, 365])
def test_a_year_is_the_longest_to_answer(found: Plan, days: int) -> None:
    kept(found, answer_days=days)
    assert found.state().agreements()[0].answer_days == days


def test_nobody_is_sent_anything_of_it(found: Plan) -> None:
    kept(found, key="a1")
    kept(found, "Andet")
    found.apply(drop_agreement(found, "a1"))
    assert change_lines(found) == ()
