"""Outlines and own lists on the command line."""

from pathlib import Path

import pytest

from sorstudio.resources import example
from tests.cli.conftest import Call

OUTLINE = "Herlev Kommune\n\n1. Sundhed\n1.1. Akutteam\n1.2. Støtte til bil\n1.3. Budgetopgaver\n"


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    path = tmp_path / "herlev.txt"
    path.write_text(OUTLINE, encoding="utf-8")
    return path


def test_every_line_is_shown_with_what_it_is(call: Call, tmp_path: Path, outline: Path) -> None:
    shown = call("new", tmp_path / "a.sorplan", "--from", outline).out
    lines = [line.split() for line in shown.splitlines()]
    assert ["4", "ny", "enhed", "Akutteam"] in lines
    assert ["6", "ikke", "i", "SOR", "Budgetopgaver"] in lines


def test_a_trial_of_an_outline_writes_nothing(call: Call, tmp_path: Path, outline: Path) -> None:
    assert call("new", tmp_path / "a.sorplan", "--from", outline, "--dry-run").code == 0
    assert not (tmp_path / "a.sorplan").exists()


def test_offers_are_taken_over_when_asked_for(call: Call, tmp_path: Path, outline: Path) -> None:
    plan = tmp_path / "a.sorplan"
    call("new", plan, "--from", outline, "--take", "all")
    rows = {row["name"]: row for row in call("tree", plan, "--format", "json").json()}
    assert rows["Sundhed"]["offers"] == ["bilstoette"]


def test_an_odd_choice_is_unusable(call: Call, tmp_path: Path, outline: Path) -> None:
    assert call("new", tmp_path / "a.sorplan", "--from", outline, "--take", "some").code == 2
    assert not (tmp_path / "a.sorplan").exists()


def test_nobody_is_asked_to_create_the_owner(call: Call, tmp_path: Path, outline: Path) -> None:
    plan = tmp_path / "a.sorplan"
    call("new", plan, "--from", outline)
    asked = [line["unit_name"] for line in call("changes", plan, "--format", "json").json()]
    assert sorted(asked) == ["Akutteam", "Sundhed"]
    rows = {row["name"]: row for row in call("tree", plan, "--format", "json").json()}
    assert (rows["Herlev Kommune"]["status"], "cvr" in rows["Herlev Kommune"]["unknown"]) == ("active", True)


def test_the_plan_of_an_outline_can_be_undone_to_the_owner(call: Call, tmp_path: Path, outline: Path) -> None:
    plan = tmp_path / "a.sorplan"
    call("new", plan, "--from", outline)
    call("goto", plan, "baseline")
    assert [row["name"] for row in call("tree", plan, "--format", "json").json()] == ["Herlev Kommune"]


def test_the_same_outline_twice_adds_nothing(call: Call, tmp_path: Path) -> None:
    plan = tmp_path / "a.sorplan"
    call("new", plan, "--from", example("koebenhavn-amager.txt"))
    before = call("info", plan, "--format", "json").json()["units"]
    call("apply", plan, example("koebenhavn-amager.txt"), "--yes")
    assert call("info", plan, "--format", "json").json()["units"] == before
