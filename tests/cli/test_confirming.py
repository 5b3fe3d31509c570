"""sorstudio confirm: outcomes for people and programs, refusals with figures, and the plan put on the new file."""

import json
import shutil
from pathlib import Path

import pytest

from sorstudio.cli.confirming import days_in
from sorstudio.resources import example
from tests.cli.conftest import Call

NEWER = example("eksempelby/2026-12-14")


@pytest.fixture
def path(call: Call, tmp_path: Path) -> Path:
    path = tmp_path / "by.sorplan"
    call("new", path, "--from", example("eksempelby/2026-11-02"), "--date", "2026-11-02")
    assert call("apply", path, example("eksempelby/handlinger.jsonl")).code == 0
    return path


def test_programs_get_one_entry_for_each_change(call: Call, path: Path) -> None:
    entries = json.loads(call("confirm", path, "--with", NEWER, "--format", "json").out)
    assert {"unit", "change", "outcome", "detail"} <= set(entries[0])
    assert {one["outcome"] for one in entries} == {"done", "different", "pending", "foreign"}


def test_people_get_them_by_outcome_with_how_many(call: Call, path: Path) -> None:
    answer = call("confirm", path, "--with", NEWER)
    assert "Udført anderledes: 4" in answer.out
    assert "Andre har oprettet »Rygskolen«." in answer.out


def test_a_confirmation_alone_changes_nothing(call: Call, path: Path) -> None:
    before = path.read_bytes()
    call("confirm", path, "--with", NEWER)
    assert path.read_bytes() == before


def test_adopting_carries_what_is_open_and_can_be_undone_and_said_twice(call: Call, path: Path) -> None:
    open_before = call("changes", path).out
    told = call("confirm", path, "--with", NEWER, "--adopt").out
    assert "Planen bygger nu på udtrækket fra 14. december 2026" in told
    entries = json.loads(call("confirm", path, "--with", NEWER, "--format", "json").out)
    assert {one["outcome"] for one in entries} == {"pending"}
    assert "allerede" in call("confirm", path, "--with", NEWER, "--adopt").out
    call("undo", path)
    assert call("changes", path).out == open_before


def test_an_older_file_is_refused_with_both_days(call: Call, path: Path) -> None:
    answer = call("confirm", path, "--with", example("eksempelby/2026-11-02"), "--date", "2026-10-01")
    assert (answer.code, "1. oktober 2026" in answer.err, "2. november 2026" in answer.err) == (2, True, True)


def test_a_truncated_file_is_refused_until_forced(call: Call, path: Path, tmp_path: Path) -> None:
    lines = (example("eksempelby/2026-12-14") / "SorEntity_daily.csv").read_bytes().splitlines(keepends=True)
    short = tmp_path / "kort.csv"
    short.write_bytes(b"".join(lines[:60]))
    answer = call("confirm", path, "--with", short, "--date", "2026-12-14")
    assert (answer.code, "59" in answer.err) == (2, True)
    assert call("confirm", path, "--with", short, "--date", "2026-12-14", "--force").code == 0


def test_a_folder_of_days_is_gone_through_and_tells_when(call: Call, path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "dage"
    for day, of in (("2026-11-20", "2026-11-02"), ("2026-12-14", "2026-12-14"), ("2026-12-15", "2026-12-14")):
        shutil.copytree(example(f"eksempelby/{of}"), folder / day)
    assert len(days_in(folder)) == 3
    entries = json.loads(call("confirm", path, "--with", folder, "--format", "json").out)
    assert {one["seen"] for one in entries if one["outcome"] == "done"} == {"2026-12-14"}


@pytest.mark.parametrize("more", [("--take", "mine"), ("--match", "x"), ("--date", "i går")])
def test_what_cannot_be_read_is_refused_in_a_sentence(call: Call, path: Path, more: tuple[str, ...]) -> None:
    assert call("confirm", path, "--with", NEWER, *more).code == 2


def test_a_unit_that_is_not_planned_cannot_be_matched(call: Call, path: Path) -> None:
    assert call("confirm", path, "--with", NEWER, "--match", "Findes ikke=90001491000016006").code == 1
