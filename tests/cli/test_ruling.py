"""What should be looked at, the rules, and the edition that counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from sorstudio.model.texts import Texts
from sorstudio.resources import texts
from sorstudio.rules.editions import read_edition
from sorstudio.rules.reference import book_markdown
from sorstudio.rules.rulebook import core_rules
from sorstudio.storage.plan_file import create
from tests.cli.conftest import Call
from tests.model.outline import TODAY
from tests.model.outline import plan as drawn
from tests.rules.findings import with_values

OFF = '[edition]\nname = "Vores"\nedition = "1"\n\n[[rule]]\ncode = "SOR-031"\non = false\n'
KEYS = {"code", "severity", "unit", "unit_name", "parameters", "message", "repairs", "accepted"}
DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A plan with one name that has blanks too many."""
    path = tmp_path / "fejl.sorplan"
    work = with_values(drawn("Kommune\n  Sundhed\n    Nord\n    Syd"), "Nord", name="No  rd")
    create(path, work.baseline, work.codes, today=TODAY, author="Bo").close()
    return path


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """An edition that has one rule off."""
    path = tmp_path / "vores.toml"
    path.write_text(OFF, encoding="utf-8")
    return path


def blanks(call: Call, path: Path, *more: str | Path) -> list[dict[str, object]]:
    return [one for one in call("check", path, "--format", "json", *more).json() if one["code"] == "SOR-031"]


def test_findings_give_exit_code_1(call: Call, faulty: Path) -> None:
    checked = call("check", faulty, "--format", "json")
    findings = checked.json()
    assert all(set(finding) == KEYS for finding in findings)
    assert (checked.code, {finding["accepted"] for finding in findings}) == (1, {None})


def test_findings_as_text_are_counted(call: Call, faulty: Path) -> None:
    count = len(call("check", faulty, "--format", "json").json())
    assert call("check", faulty).out.splitlines()[-1] == f"Bemærkninger: {count}."


def test_a_rule_is_asked_for_by_its_code(call: Call, faulty: Path) -> None:
    checked = call("check", faulty, "--rule", "sor-031", "--format", "json")
    assert ([one["code"] for one in checked.json()], checked.code) == (["SOR-031"], 1)
    assert call("check", faulty, "--rule", "SOR-020").code == 0


def test_a_rule_that_is_not_there_is_a_clear_error(call: Call, faulty: Path) -> None:
    asked = call("check", faulty, "--rule", "XYZ-1")
    assert (asked.code, asked.out) == (2, "")
    assert "ingen regel XYZ-1" in asked.err


def test_what_is_accepted_stands_apart_and_does_not_count(call: Call, faulty: Path) -> None:
    (finding,) = blanks(call, faulty)
    given = ["--rule", "SOR-031", "--unit", str(finding["unit"]), "--reason", "Aftalt"]
    assert call("accept", faulty, *given, "--author", "Anna").code == 0
    (again,) = blanks(call, faulty)
    accepted = again["accepted"]
    assert isinstance(accepted, dict)
    assert (accepted["reason"], accepted["author"], sorted(accepted)) == (
        "Aftalt",
        "Anna",
        ["author", "reason", "time"],
    )
    shown = call("check", faulty, "--rule", "SOR-031")
    assert (shown.code, shown.out.splitlines()[0], shown.out.splitlines()[-1]) == (
        0,
        "Bemærkninger: 0.",
        "Accepterede: 1.",
    )
    assert "– Aftalt (Anna, " in shown.out


def test_an_edition_of_a_file_is_tried_without_changing_the_plan(call: Call, faulty: Path, edition: Path) -> None:
    assert blanks(call, faulty, "--edition", edition) == []
    assert len(blanks(call, faulty)) == 1
    assert len(blanks(call, faulty, "--edition", edition, "--rule", "SOR-031")) == 1


def test_a_broken_edition_is_told_with_file_and_line_and_the_last_good_one_stays(
    call: Call, faulty: Path, edition: Path, tmp_path: Path
) -> None:
    assert call("edition", faulty, "--set", edition).code == 0
    broken = tmp_path / "brudt.toml"
    for text, line in ((OFF + "=\n", 8), (OFF + 'check = "gone"\n', 8), (OFF + "[rule.parameters]\nx = 1\n", 9)):
        broken.write_text(text, encoding="utf-8")
        asked = call("edition", faulty, "--set", broken)
        assert (asked.code, f"brudt.toml, linje {line}:" in asked.err) == (2, True)
    assert call("edition", faulty, "--format", "json").json()["name"] == "Vores"
    assert blanks(call, faulty) == []


def test_the_edition_of_a_plan_is_set_written_out_and_reset(
    call: Call, faulty: Path, edition: Path, tmp_path: Path
) -> None:
    out = tmp_path / "ud.toml"
    assert "Regelbog: Vores" in call("edition", faulty, "--set", edition, "--author", "Anna").out
    assert blanks(call, faulty) == []
    assert call("edition", faulty, "--export", out).code == 0
    assert out.read_text(encoding="utf-8") == OFF
    assert "Planen tjekkes nu efter regelbogen Vores." in call("history", faulty).out
    assert call("edition", faulty, "--reset").code == 0
    assert len(blanks(call, faulty)) == 1
    assert call("edition", faulty, "--reset").code == 1


def test_one_thing_is_done_to_the_edition_at_a_time(call: Call, faulty: Path, edition: Path) -> None:
    assert call("edition", faulty, "--set", edition, "--reset").code == 2


def test_the_shipped_rules_are_written_out_as_an_edition_that_reads(call: Call, faulty: Path, tmp_path: Path) -> None:
    out = tmp_path / "ud.toml"
    assert call("edition", faulty, "--export", out).code == 0
    assert read_edition(out.read_text(encoding="utf-8"), "ud", core_rules()).entries == core_rules().entries


def test_the_rules_are_shown_for_people_and_for_programs(call: Call, edition: Path) -> None:
    shown = call("rules").out.splitlines()
    assert len(shown) == len(core_rules().entries)
    assert [line for line in call("rules", "--edition", edition).out.splitlines() if " Fra " in line] != []
    assert len(call("rules", "--format", "json").json()["rules"]) == len(shown)


def test_the_reference_in_the_documents_is_the_one_that_the_command_writes(call: Call) -> None:
    written = (DOCS / "regler.md").read_text(encoding="utf-8")
    assert call("rules", "--format", "md").out == book_markdown(core_rules(), Texts(texts("da")))
    assert written == book_markdown(core_rules(), Texts(texts("da"))), "make rules writes it anew"


def test_the_example_of_the_published_format_reads_and_does_what_it_says() -> None:
    document = (DOCS / "regelbog-format.md").read_text(encoding="utf-8")
    text = document.split("```toml\n")[1].split("```")[0]
    book = read_edition(text, "eksempel.toml", core_rules())
    assert (book.edition.name, book.edition.edition) == ("Eksempelby Kommune", "2026-2")
    assert (book.entries["SOR-010"].is_on, book.entries["SOR-031"].severity.value) == (False, "error")
    assert (book.entries["SOR-050"].whole("days"), book.entries["EKS-001"].whole("days")) == (14, 31)
