"""Repairs are shown, asked for and made as one; a finding is accepted with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from sorstudio.storage.plan_file import create
from tests.cli.conftest import Call
from tests.model.outline import TODAY
from tests.model.outline import plan as drawn
from tests.rules.findings import with_values

RULE = ("--rule", "SOR-031")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A plan with two names that have blanks too many."""
    path = tmp_path / "fejl.sorplan"
    work = drawn("Kommune\n  Sundhed\n    Nord\n    Syd")
    work = with_values(with_values(work, "Nord", name="Hjemmepleje  Nord"), "Syd", name="Hjemmepleje  Syd")
    create(path, work.baseline, work.codes, today=TODAY, author="Bo").close()
    return path


def names(call: Call, path: Path) -> list[str]:
    return [row["name"] for row in call("tree", path, "--format", "json").json()][2:]


def test_repairs_are_shown_and_asked_for(call: Call, faulty: Path) -> None:
    asked = call("repair", faulty, *RULE, "--all", stdin="j\n")
    assert "Skal 2 udbedringer gøres? [j/n]" in asked.out
    assert (asked.code, asked.out.splitlines()[-1].endswith("Udbedret: 2.")) == (0, True)
    assert names(call, faulty) == ["Hjemmepleje Nord", "Hjemmepleje Syd"]
    assert call("check", faulty, *RULE).out == "Bemærkninger: 0.\n"


@pytest.mark.parametrize("answer", ["n\n", "", "måske\n"])
def test_any_other_answer_is_no(call: Call, faulty: Path, answer: str) -> None:
    asked = call("repair", faulty, *RULE, "--all", stdin=answer)
    assert "Intet er skrevet." in asked.out
    assert names(call, faulty) == ["Hjemmepleje  Nord", "Hjemmepleje  Syd"]


def test_all_alike_are_undone_as_one(call: Call, faulty: Path) -> None:
    assert call("repair", faulty, *RULE, "--all", "--yes").code == 0
    assert call("undo", faulty).code == 0
    assert names(call, faulty) == ["Hjemmepleje  Nord", "Hjemmepleje  Syd"]


def test_a_dry_run_writes_nothing(call: Call, faulty: Path) -> None:
    shown = call("repair", faulty, *RULE, "--all", "--yes", "--dry-run")
    assert (shown.code, "Hjemmepleje Nord" in shown.out, "Skal" in shown.out) == (0, True, False)
    assert names(call, faulty) == ["Hjemmepleje  Nord", "Hjemmepleje  Syd"]


def test_for_programs_nothing_is_written_without_yes(call: Call, faulty: Path) -> None:
    shown = call("repair", faulty, *RULE, "--all", "--format", "json").json()
    assert (shown["made"], len(shown["repairs"]), shown["refused"]) == (False, 2, [])
    assert set(shown["repairs"][0]) == {"code", "unit", "unit_name", "repair", "message", "acts", "safe"}
    assert call("repair", faulty, *RULE, "--all", "--yes", "--format", "json").json()["made"] is True
    assert names(call, faulty) == ["Hjemmepleje Nord", "Hjemmepleje Syd"]


def test_where_there_is_nothing_to_mend_it_says_so(call: Call, faulty: Path) -> None:
    assert "Der er intet at udbedre." in call("repair", faulty, "--rule", "SOR-020").out


def test_a_rule_must_be_named_and_be_there(call: Call, faulty: Path) -> None:
    assert call("repair", faulty).code == 2
    assert "ingen regel XYZ-1" in call("repair", faulty, "--rule", "XYZ-1").err


def test_an_accepted_finding_is_not_mended(call: Call, faulty: Path) -> None:
    nord = call("tree", faulty, "--format", "json").json()[2]["key"]
    accepted = call("accept", faulty, *RULE, "--unit", nord, "--reason", "Aftalt")
    assert accepted.out.splitlines()[-1] == "Hjemmepleje  Nord: fundet SOR-031 er accepteret."
    call("repair", faulty, *RULE, "--all", "--yes")
    assert names(call, faulty) == ["Hjemmepleje  Nord", "Hjemmepleje Syd"]


def test_an_acceptance_is_withdrawn(call: Call, faulty: Path) -> None:
    nord = call("tree", faulty, "--format", "json").json()[2]["key"]
    call("accept", faulty, *RULE, "--unit", nord, "--reason", "Aftalt")
    assert call("accept", faulty, *RULE, "--unit", nord, "--withdraw").code == 0
    assert call("check", faulty, *RULE).out.endswith("Bemærkninger: 2.\n")
    assert call("accept", faulty, *RULE, "--unit", nord, "--withdraw").code == 1


def test_without_a_reason_nothing_is_accepted(call: Call, faulty: Path) -> None:
    nord = call("tree", faulty, "--format", "json").json()[2]["key"]
    assert call("accept", faulty, *RULE, "--unit", nord).code == 2
    assert call("accept", faulty, *RULE, "--unit", nord, "--reason", " ").code == 1


def test_what_is_not_found_cannot_be_accepted(call: Call, faulty: Path) -> None:
    owner = call("tree", faulty, "--format", "json").json()[0]["key"]
    asked = call("accept", faulty, *RULE, "--unit", owner, "--reason", "Aftalt")
    assert (asked.code, asked.err) == (1, "Der er ikke fundet noget at acceptere.\n")


def test_an_act_of_a_file_accepts_what_is_found_now(call: Call, faulty: Path, tmp_path: Path) -> None:
    nord = call("tree", faulty, "--format", "json").json()[2]["key"]
    acts = tmp_path / "a.jsonl"
    acts.write_text(f'{{"act": "accept_finding", "unit": "{nord}", "rule": "SOR-031", "reason": "Aftalt"}}\n', "utf-8")
    assert call("apply", faulty, acts).code == 0
    assert "Accepterede: 1." in call("check", faulty, *RULE).out
