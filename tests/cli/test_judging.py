"""The quality and the readiness of a plan on the command line."""

from collections.abc import Callable
from pathlib import Path

from sorstudio.resources import example
from tests.cli.conftest import Call

Acts = Callable[..., Path]


def test_the_quality_is_told_in_words_and_by_part(call: Call, plan_path: Path) -> None:
    found = call("quality", plan_path)
    assert found.code == 0
    assert found.out.startswith("Eksempelby Kommune: ")
    assert "Navne: " in found.out
    assert "Før planen" in found.out


def test_programs_get_scores_before_and_after(call: Call, plan_path: Path, keys: dict[str, str], acts: Acts) -> None:
    before = call("quality", plan_path, "--format", "json").json()["score"]
    call("apply", plan_path, acts({"act": "rename", "unit": keys["Hjemmepleje Nord"], "name": "Flyt" * 20}))
    found = call("quality", plan_path, "--format", "json").json()
    assert found["before"]["score"] == before
    assert {one["unit_name"] for one in found["branches"]} == {"Sundhed og Omsorg", "Socialforvaltning"}
    assert set(found["parts"]) == {"names", "types", "numbers", "messages", "offers", "structure"}


def test_one_branch_alone(call: Call, plan_path: Path, keys: dict[str, str]) -> None:
    found = call("quality", plan_path, "--branch", keys["Sundhed og Omsorg"], "--format", "json").json()
    assert (found["unit_name"], found["branches"]) == ("Sundhed og Omsorg", [])


def test_a_branch_that_is_not_there_is_told(call: Call, plan_path: Path) -> None:
    found = call("quality", plan_path, "--branch", "xyz")
    assert found.code != 0
    assert "xyz" in found.err


def test_register_files_of_other_days(call: Call, plan_path: Path) -> None:
    folders = [example(f"eksempelby/{day}") for day in ("2026-12-14", "2026-11-02")]
    found = call("quality", plan_path, "--snapshots", folders[0], "--snapshots", folders[1], "--format", "json")
    assert [one["day"] for one in found.json()["snapshots"]] == ["2026-11-02", "2026-12-14"]
    assert "Dagsudtræk:" in call("quality", plan_path, "--snapshots", folders[0]).out


def test_a_register_file_that_is_none_is_told(call: Call, plan_path: Path, tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text("Kære SOR", encoding="utf-8")
    assert call("quality", plan_path, "--snapshots", tmp_path / "brev.txt").code != 0


def test_what_is_red_has_exit_code_1(call: Call, plan_path: Path, keys: dict[str, str], acts: Acts) -> None:
    assert "Gul: Afsenderen mangler" in call("ready", plan_path).out
    call("apply", plan_path, acts({"act": "rename", "unit": keys["Hjemmepleje Nord"], "name": "Hjemmeplejen Nord"}))
    found = call("ready", plan_path)
    assert (found.code, "Rød: Afsenderen mangler" in found.out) == (1, True)
    assert call("ready", plan_path, "--format", "json").json()["light"] == "red"
