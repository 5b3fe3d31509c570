"""Who receives, on the command line."""

import json
from pathlib import Path

import pytest

from sorstudio.resources import example
from tests.cli.conftest import Call

FIELDS = [
    "unit",
    "unit_name",
    "path",
    "location_number",
    "location_number_from",
    "message_type",
    "version",
    "phone",
    "reason",
    "alternatives",
]
REGISTER = example("eksempelby/2026-11-02")


def test_a_register_file_answers(call: Call) -> None:
    asked = ("--area", "traening", "--sender", "hospital", "--format", "json")
    found = call("route", REGISTER, "--municipality", "Eksempelby", *asked).json()
    assert list(found) == FIELDS
    assert (found["unit_name"], found["message_type"], found["reason"]) == ("Træning og Rehabilitering", "GGOP", None)
    assert found["path"][0] == "Eksempelby Kommune"
    assert found["location_number_from"] == found["unit"]


def test_a_plan_answers_in_words(call: Call, tmp_path: Path) -> None:
    plan = tmp_path / "e.sorplan"
    assert call("new", plan, "--from", REGISTER).code == 0
    found = call("route", plan, "--offer", "rygestop", "--sender", "gp")
    assert found.code == 0
    assert found.out.startswith("XREF15 (XH1530R) sendes til »")
    assert "Sådan er det fundet:" in found.out


def test_a_reason_is_told_with_what_comes_nearest(call: Call) -> None:
    found = call("route", REGISTER, "--area", "socialpsykiatri", "--sender", "hospital")
    assert found.code == 0
    assert "Det nærmeste i stedet:" in found.out
    as_json = call("route", REGISTER, "--area", "socialpsykiatri", "--sender", "hospital", "--format", "json").json()
    assert (as_json["location_number"], as_json["reason"]) == (None, "number_lacks_type")
    assert as_json["alternatives"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Vælg et område"),
        (("--area", "rumfart"), "rumfart"),
        (("--offer", "rumfart"), "rumfart"),
        (("--area", "traening", "--message", "XREF99"), "XREF99"),
        (("--area", "traening", "--date", "i går"), "i går"),
        (("--area", ""), "Der står ikke noget efter --area"),
        (("--offer", ""), "Der står ikke noget efter --offer"),
        (("--area", "traening", "--message", ""), "Der står ikke noget efter --message"),
        (("--area", "traening", "--category", ""), "Der står ikke noget efter --category"),
        (("--area", "traening", "--municipality", ""), "Der står ikke noget efter --municipality"),
        (("--area", "traening", "--date", ""), "Datoen er tom"),
        (("--area", "ppr", "--offer", "rygestop"), "Rygestop"),
        (("--category", "rumfart"), "rumfart"),
        (("--category", "training", "--area", "traening"), "--category"),
        (("--area", "traening", "--municipality", "Aarhus"), "Aarhus"),
    ],
)
def test_what_cannot_be_answered_is_said(call: Call, words: tuple[str, ...], said: str) -> None:
    found = call("route", REGISTER, *words)
    assert (found.code, found.out) == (2, "")
    assert said in found.err
    assert "Traceback" not in found.err


def test_json_stands_alone_on_the_output(call: Call) -> None:
    found = call("route", REGISTER, "--area", "akutfunktion", "--date", "2027-01-01", "--format", "json")
    assert json.loads(found.out)["reason"] == "wrong_authority"


def test_a_category_of_a_letter(call: Call) -> None:
    found = call("route", REGISTER, "--category", "Træning", "--format", "json").json()
    assert (found["unit_name"], found["message_type"]) == ("Træning og Rehabilitering", "FDIS91")
