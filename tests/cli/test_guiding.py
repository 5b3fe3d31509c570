"""The message guide on the command line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sorstudio.cli.guiding import parse_answers
from sorstudio.model.errors import Unusable
from tests.cli.conftest import Call

PREVENTION = (
    "--answer",
    "sender=gp",
    "--answer",
    "urgent=no",
    "--answer",
    "about=referral",
    "--answer",
    "offer=prevention",
)
CORRESPONDENCE = ("--answer", "sender=gp", "--answer", "urgent=no", "--answer", "about=other")  # fmt: skip
KEYS = {
    "message_type", "version", "name", "area", "areas", "category", "topic", "channel", "must_have", "follows",
    "fallback", "not_this", "sources", "agreements", "explanation", "answers",
}  # fmt: skip


def test_without_answers_the_first_question_is_asked(call: Call) -> None:
    found = call("guide")
    assert found.code == 0
    assert found.out.startswith("Hvem sender?\n")
    assert "--answer sender=hospital" in found.out


def test_programs_get_the_question_with_its_answers(call: Call) -> None:
    found = call("guide", "--answer", "sender=gp", "--format", "json").json()
    assert found["answers"] == {"sender": "gp"}
    assert found["question"]["key"] == "urgent"
    assert found["question"]["answers"] == [{"key": "yes", "text": "Ja"}, {"key": "no", "text": "Nej"}]


def test_with_enough_answers_it_advises(call: Call) -> None:
    found = call("guide", *PREVENTION)
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("XREF15 (XH1530R) ")
    assert "Modtager: Forebyggelse og sundhedsfremme" in found.out
    assert "FDIS91, XDIS91, DIS91: Korrespondance har ingen felter" in found.out
    assert "Derefter følger: XDIS15" in found.out


def test_programs_get_the_whole_advice(call: Call) -> None:
    found = call("--language", "en", "guide", *PREVENTION, "--format", "json").json()
    assert found.keys() == KEYS
    assert (found["message_type"], found["version"], found["name"]) == ("XREF15", "XH1530R", "MunicipalityReferral")
    assert (found["area"], found["follows"], found["category"]) == ("forebyggelse", ["XDIS15"], None)
    assert {one["message_type"] for one in found["not_this"]} >= {"FDIS91", "REF01"}
    assert all(one["reason"] for one in found["not_this"])


def test_a_phone_call_has_no_message_type(call: Call) -> None:
    answers = ("--answer", "sender=gp", "--answer", "urgent=yes", "--answer", "acute_task=no")
    found = call("guide", *answers, "--format", "json").json()
    assert (found["channel"], found["message_type"], found["version"], found["name"]) == ("phone", None, None, None)
    assert call("guide", *answers).out.startswith("Telefon\n")


def test_what_is_not_known_is_told_with_what_is(call: Call) -> None:
    unknown = call("guide", "--answer", "afsender=gp")
    assert (unknown.code, "sender, urgent" in unknown.err) == (2, True)
    wrong = call("guide", "--answer", "sender=dentist")
    assert (wrong.code, "gp, hospital, municipality" in wrong.err) == (2, True)


@pytest.mark.parametrize("pair", ["sender", "=gp", "sender="])
def test_an_answer_is_a_pair(call: Call, pair: str) -> None:
    found = call("guide", "--answer", pair)
    assert (found.code, "sender=gp" in found.err) == (2, True)


def test_two_answers_to_one_question_are_refused() -> None:
    assert parse_answers(["a=1", "a = 1", "b=x=y"]) == {"a": "1", "b": "x=y"}
    with pytest.raises(Unusable):
        parse_answers(["a=1", "a=2"])


def test_an_answer_that_is_not_used_is_told_beside(call: Call) -> None:
    found = call("guide", *PREVENTION, "--answer", "phase=needs")
    assert (found.code, "phase" in found.err) == (0, True)


def test_everything_is_listed_for_print(call: Call) -> None:
    lines = call("guide", "--all").out.splitlines()
    assert lines[0].split() == ["Afsender", "Om", "Standard", "Modtager"]
    assert sum("FDIS91" in line for line in lines) == 18
    assert any("Almen genoptræning" in line and "GGOP (GGOP100)" in line and "traening" in line for line in lines)
    listed = call("guide", "--all", "--format", "json").json()
    assert {"XREF22", "XDIS16", "PRE60", None} <= {one["message_type"] for one in listed}


def test_the_agreements_of_the_plan_lie_on_top(call: Call, plan_path: Path, acts: Callable[..., Path]) -> None:
    act = {
        "act": "keep_agreement", "text": "Skriv emne.", "message": "FDIS91", "topic": "Sårpleje", "category": "nursing",
        "answer_days": 3,
    }  # fmt: skip
    assert call("apply", plan_path, acts(act)).code == 0
    asked = (*CORRESPONDENCE, "--answer", "topic=Sårpleje", "--plan", plan_path)
    found = call("guide", *asked, "--format", "json").json()
    assert (found["category"], found["topic"]) == ("nursing", "Sårpleje")
    assert [(one["text"], one["answer_days"]) for one in found["agreements"]] == [("Skriv emne.", 3)]
    assert "Skriv emne. (Emne: Sårpleje.) Svar inden 3 hverdage." in call("guide", *asked).out
    assert call("guide", *PREVENTION, "--plan", plan_path, "--format", "json").json()["agreements"] == []
