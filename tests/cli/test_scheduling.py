"""What happens when, on the command line."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Call

Acts = Callable[..., Path]


def test_the_timeline_in_words(call: Call, plan_path: Path, keys: dict[str, str], acts: Acts) -> None:
    unit = keys["Hjemmepleje Nord"]
    new = {"act": "create", "parent": keys["Sundhed og Omsorg"], "name": "Akutteam", "date": "2020-01-02"}
    call("apply", plan_path, acts({"act": "rename", "unit": unit, "name": "Nord", "date": "2099-01-01"}, new))
    found = call("schedule", plan_path)
    assert found.code == 0
    assert "1. januar 2099" in found.out
    assert "! En ny enhed skal anmeldes mindst 7 dage før" in found.out
    assert "Flyt til" in found.out


def test_programs_get_days_and_lines(call: Call, plan_path: Path, keys: dict[str, str], acts: Acts) -> None:
    rename = {"act": "rename", "unit": keys["Hjemmepleje Nord"], "name": "Nord", "date": "2099-01-01"}
    call("apply", plan_path, acts(rename))
    found = call("schedule", plan_path, "--format", "json").json()
    assert found["works_from"] is None
    assert [day["date"] for day in found["days"]] == ["2099-01-01"]


def test_a_plan_that_changes_nothing_says_so(call: Call, plan_path: Path) -> None:
    assert call("schedule", plan_path).out == "Planen ændrer intet endnu.\n"
