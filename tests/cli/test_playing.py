"""Plays on the command line: in words, as data, kept in the plan, and what decides the exit code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sorstudio.resources import example
from tests.cli.conftest import Call

REGISTER = example("eksempelby/2026-11-02")
HOSPITAL_SET = ("udskrivningsrapport-hjemmesygepleje", "plejeforloebsplan", "faerdigbehandlet")
FIELDS = ["title", "sender", "area", "offer", "message", "day", "expected", "must", "standard"]


@pytest.fixture
def town(call: Call, tmp_path: Path) -> Path:
    path = tmp_path / "e.sorplan"
    assert call("new", path, "--from", REGISTER).code == 0
    return path


def test_the_standard_set_is_told_in_words(call: Call, town: Path) -> None:
    found = call("plays", town)
    assert found.code == 0
    assert "bestået: En afdeling i Hvidovre har en genoptræningsplan til en borger i kommunen [genoptr" in found.out
    assert "»Træning og Rehabilitering« modtager GGOP" in found.out
    assert "prøver består" in found.out.splitlines()[-1]


def test_a_register_file_is_played_as_well(call: Call) -> None:
    found = call("plays", REGISTER, "--municipality", "Eksempelby", "--format", "json").json()
    assert found["passed"] + found["failed"] == len(found["plays"]) >= 45


def test_programs_get_everything(call: Call, town: Path) -> None:
    found = call("plays", town, "--format", "json").json()
    assert list(found) == ["plays", "passed", "failed"]
    assert list(found["plays"][0]) == ["code", *FIELDS, "passed", "answer", "explanation"]
    one = next(play for play in found["plays"] if play["code"] == "akut-2027")
    assert (one["day"], one["expected"]) == (
        "2027-01-01",
        {"unit": None, "message_types": [], "reason": "wrong_authority"},
    )
    assert (one["passed"], one["answer"]["reason"], one["must"]) == (True, "wrong_authority", False)


def test_a_standard_play_decides_only_where_there_is_no_other_and_it_is_asked_for(call: Call, town: Path) -> None:
    assert "ikke bestået" in call("plays", town).out
    assert call("plays", town).code == 0
    assert call("plays", town, "--strict").code == 1
    assert call("plays", town, "--keep", "genoptraeningsplan").code == 0
    assert call("plays", town, "--strict").code == 0


def test_a_play_is_kept_with_its_receiver(call: Call, town: Path) -> None:
    kept = call("plays", town, "--keep", "genoptraeningsplan", "--kind", "own", "--author", "Eva")
    assert kept.code == 0
    assert "En afdeling i Hvidovre" in kept.err
    (one,) = call("plays", town, "--kind", "own", "--format", "json").json()["plays"]
    assert list(one) == ["key", *FIELDS, "passed", "answer", "explanation"]
    assert (one["standard"], one["must"]) == ("genoptraeningsplan", True)
    assert one["expected"]["unit"] == one["answer"]["unit"]
    assert one["expected"]["message_types"] == ["GGOP"]
    assert call("history", town, "--format", "json").json()[-1]["author"] == "Eva"


def test_those_that_pass_are_kept_in_one_act(call: Call, town: Path) -> None:
    passed = call("plays", town, "--format", "json").json()["passed"]
    kept = call("plays", town, "--keep-passing", "--kind", "own", "--format", "json").json()
    assert (kept["passed"], kept["failed"]) == (passed, 0)
    assert len(call("history", town, "--format", "json").json()) == 1
    assert "er gemt allerede" in call("plays", town, "--keep-passing").err


def test_a_play_that_must_pass_decides(call: Call, town: Path, acts: Callable[..., Path]) -> None:
    told = acts({"act": "keep_play", "title": "Rumfart", "message": "XREF22", "area": "ppr"})
    assert call("apply", town, told).code == 0
    assert call("plays", town).code == 1
    assert call("plays", town, "--kind", "own").code == 1
    assert call("plays", town, "--kind", "standard").code == 0


def test_a_play_that_fails_is_kept_with_what_it_expects(call: Call, town: Path) -> None:
    failing = [one for one in call("plays", town, "--format", "json").json()["plays"] if not one["passed"]]
    assert call("plays", town, "--keep", failing[0]["code"], "--kind", "own").code == 1
    (one,) = call("plays", town, "--kind", "own", "--format", "json").json()["plays"]
    assert (one["expected"]["unit"], one["passed"]) == (None, False)


def test_a_play_that_may_fail_says_so(call: Call, town: Path, acts: Callable[..., Path]) -> None:
    told = acts({"act": "keep_play", "title": "Rumfart", "message": "XREF22", "area": "ppr", "must": False})
    assert call("apply", town, told).code == 0
    found = call("plays", town, "--kind", "own")
    assert found.code == 0
    assert "ikke bestået: Rumfart (må gerne fejle)" in found.out


@pytest.mark.parametrize(
    ("words", "said"),
    [(("--keep", "rumfart"), "rumfart"), (("--municipality", "Aarhus"), "Aarhus")],
)
def test_what_cannot_be_is_said(call: Call, town: Path, words: tuple[str, ...], said: str) -> None:
    found = call("plays", town, *words)
    assert (found.code, found.out) == (2, "")
    assert said in found.err


def test_nothing_is_kept_in_a_register_file(call: Call) -> None:
    found = call("plays", REGISTER, "--keep-passing")
    assert found.code == 2
    assert "registerfil" in found.err


def test_a_real_hospital_set_is_answered(call: Call, shared: Path) -> None:
    bundle = shared / "domain/data/fhir/examples/eer-poc-0.3.0/aarhus-sundhed-og-omsorg-vans.bundle.json"
    found = {one["code"]: one for one in call("plays", bundle, "--format", "json").json()["plays"]}
    assert all(found[code]["passed"] for code in (*HOSPITAL_SET, "akut-fra-laege", "akut-2027", "laeattest"))
    assert len({found[code]["answer"]["location_number"] for code in HOSPITAL_SET}) == 1
    assert found["genoptraeningsplan"]["answer"]["reason"] == "no_unit"


def test_real_endpoints_with_pilot_types_only_lack_the_type(call: Call, tmp_path: Path, shared: Path) -> None:
    data, plan = shared / "domain/data/eer", tmp_path / "a.sorplan"
    files = (data / "aarhus-kommune.csv", data / "aarhus-kommune-endpoints.fhir-bundle.json")
    assert call("new", plan, "--from", files[0], "--from", files[1]).code == 0
    found = {one["code"]: one["answer"] for one in call("plays", plan, "--format", "json").json()["plays"]}
    lacking = ("genoptraeningsplan", "forebyggelse", "foedselsanmeldelse", "sygehusadvis-indlagt")
    assert {found[code]["reason"] for code in lacking} == {"number_lacks_type"}
    assert found["laeattest"]["reason"] == "not_by_number"
