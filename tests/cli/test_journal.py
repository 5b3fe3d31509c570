"""Back and forth in the journal."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Call

Keys = dict[str, str]


@pytest.fixture
def renamed(call: Call, plan_path: Path, keys: Keys, acts: Callable[..., Path]) -> Path:
    """Three renames of one unit."""
    unit = keys["Hjemmepleje Nord"]
    call("apply", plan_path, acts(*({"act": "rename", "unit": unit, "name": name} for name in ("Et", "To", "Tre"))))
    return plan_path


def name(call: Call, plan: Path, key: str) -> str:
    return next(row["name"] for row in call("tree", plan, "--format", "json").json() if row["key"] == key)


def test_undo_and_redo(call: Call, renamed: Path, keys: Keys) -> None:
    unit = keys["Hjemmepleje Nord"]
    assert call("undo", renamed, "2").code == 0
    assert name(call, renamed, unit) == "Et"
    assert call("redo", renamed).code == 0
    assert name(call, renamed, unit) == "To"


def test_undo_to_the_baseline_gives_the_baseline(call: Call, renamed: Path, plan_path: Path) -> None:
    call("undo", renamed, "3")
    assert call("changes", renamed, "--format", "json").json() == []


def test_more_than_there_is_cannot_be_undone(call: Call, renamed: Path) -> None:
    refused = call("undo", renamed, "4")
    assert (refused.code, refused.out) == (1, "")
    assert "3" in refused.err


@pytest.mark.parametrize("count", ["0", "-1", "x"])
def test_an_odd_count_is_unusable(call: Call, renamed: Path, count: str) -> None:
    assert call("undo", renamed, count).code == 2


def test_history_shows_what_was_undone_too(call: Call, renamed: Path) -> None:
    call("undo", renamed)
    entries = call("history", renamed, "--format", "json").json()
    assert [(entry["on_path"], entry["is_head"]) for entry in entries] == [(True, False), (True, True), (False, False)]
    assert [entry["position"] for entry in entries] == [1, 2, 3]
    assert entries[1]["follows"] == [entries[0]["id"]]


def test_history_as_text_marks_the_place(call: Call, renamed: Path) -> None:
    call("undo", renamed)
    assert [line[0] for line in call("history", renamed).out.splitlines()] == [" ", ">", "-"]


def test_the_old_branch_is_reached_after_a_new_act(
    call: Call, renamed: Path, keys: Keys, acts: Callable[..., Path]
) -> None:
    unit = keys["Hjemmepleje Nord"]
    call("branch", renamed, "Plan A")
    call("undo", renamed, "3")
    call("apply", renamed, acts({"act": "rename", "unit": unit, "name": "B"}))
    assert name(call, renamed, unit) == "B"
    assert call("goto", renamed, "Plan A").code == 0
    assert name(call, renamed, unit) == "Tre"


def test_goto_takes_the_first_characters_and_the_baseline(call: Call, renamed: Path, keys: Keys) -> None:
    first = call("history", renamed, "--format", "json").json()[0]["id"]
    call("goto", renamed, first[:8])
    assert name(call, renamed, keys["Hjemmepleje Nord"]) == "Et"
    call("goto", renamed, "baseline")
    assert name(call, renamed, keys["Hjemmepleje Nord"]) == "Hjemmepleje Nord"


def test_goto_nowhere_is_refused(call: Call, renamed: Path) -> None:
    assert call("goto", renamed, "nowhere").code == 1


def test_an_empty_history_says_so(call: Call, plan_path: Path) -> None:
    assert call("history", plan_path).out == "Der er ingen handlinger endnu.\n"


@pytest.mark.parametrize("name", ["", "  ", "baseline", "a\nb"])
def test_an_odd_name_of_a_branch_is_unusable(call: Call, renamed: Path, name: str) -> None:
    assert call("branch", renamed, name).code == 2


def test_one_older_act_is_taken_back_and_the_later_ones_stay(
    call: Call, plan_path: Path, keys: Keys, acts: Callable[..., Path]
) -> None:
    north, south = keys["Hjemmepleje Nord"], keys["Hjemmepleje Syd"]
    lines = ({"act": "rename", "unit": unit, "name": new} for unit, new in ((north, "N"), (south, "S")))
    call("apply", plan_path, acts(*lines))
    first = call("history", plan_path, "--format", "json").json()[0]["id"]
    taken = call("take-back", plan_path, first[:12])
    assert (taken.code, taken.out) == (0, "Taget tilbage: Hjemmepleje Nord hedder nu N.\n")
    assert (name(call, plan_path, north), name(call, plan_path, south)) == ("Hjemmepleje Nord", "S")


def test_what_later_acts_build_on_is_refused_and_they_are_named(call: Call, renamed: Path) -> None:
    first, second, third = (entry["id"] for entry in call("history", renamed, "--format", "json").json())
    refused = call("take-back", renamed, first)
    assert (refused.code, refused.out) == (1, "")
    assert second[:8] in refused.err
    assert third[:8] in refused.err
    assert len(call("history", renamed, "--format", "json").json()) == 3


def test_an_act_that_is_not_there_cannot_be_taken_back(call: Call, renamed: Path) -> None:
    assert call("take-back", renamed, "nowhere").code == 1


def test_branches_are_listed_and_two_places_compared(
    call: Call, renamed: Path, keys: Keys, acts: Callable[..., Path]
) -> None:
    call("branch", renamed, "Plan A")
    call("undo", renamed, "3")
    call("apply", renamed, acts({"act": "rename", "unit": keys["Hjemmepleje Nord"], "name": "B"}))
    call("branch", renamed, "Plan B")
    listed = call("branches", renamed, "--format", "json").json()
    assert [(one["name"], one["current"], one["acts"]) for one in listed] == [("Plan A", False, 3), ("Plan B", True, 1)]
    compared = call("branches", renamed, "Plan A", "Plan B").out
    assert "1 forskel mellem »Plan A« og »Plan B«" in compared
    assert "navn er Tre i »Plan A« og B i »Plan B«." in compared
    assert call("branches", renamed, "baseline").out.count("navn er Hjemmepleje Nord i udgangspunktet") == 1
    assert "ingen forskel" in call("branches", renamed, "here", "Plan B").out


def test_a_place_that_is_not_there_cannot_be_compared(call: Call, renamed: Path) -> None:
    assert call("branches", renamed, "Plan X").code == 1
