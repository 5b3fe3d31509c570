"""Acts from a file: all or none, each reported when it is on the disk."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Call

Acts = Callable[..., Path]
Keys = dict[str, str]


def names(call: Call, plan: Path) -> list[str]:
    return [row["name"] for row in call("tree", plan, "--format", "json").json()]


def test_each_act_is_reported_with_its_line(call: Call, plan_path: Path, keys: Keys, acts: Acts) -> None:
    unit = keys["Hjemmepleje Nord"]
    file = acts(
        "# to navne", "", {"act": "rename", "unit": unit, "name": "A"}, {"act": "note", "unit": unit, "text": "x"}
    )
    done = call("apply", plan_path, file)
    assert (done.code, done.out, done.err) == (0, "done 3\ndone 4\n", "")
    assert "A" in names(call, plan_path)


def test_a_refusal_writes_nothing_and_names_the_line(call: Call, plan_path: Path, keys: Keys, acts: Acts) -> None:
    unit = keys["Hjemmepleje Nord"]
    file = acts({"act": "rename", "unit": unit, "name": "A"}, {"act": "move", "unit": unit, "parent": unit})
    refused = call("apply", plan_path, file)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("Linje 2 (move) er afvist: ")
    assert "A" not in names(call, plan_path)


def test_an_unknown_unit_is_a_refused_act(call: Call, plan_path: Path, acts: Acts) -> None:
    assert call("apply", plan_path, acts({"act": "rename", "unit": "nobody", "name": "A"})).code == 1


def test_unusable_lines_are_all_named_and_nothing_is_written(
    call: Call, plan_path: Path, keys: Keys, acts: Acts
) -> None:
    unit = keys["Hjemmepleje Nord"]
    file = acts({"act": "rename", "unit": unit, "name": "A"}, "{nope", {"act": "fly"}, {"act": "rename", "colour": 1})
    unusable = call("apply", plan_path, file)
    assert (unusable.code, unusable.out) == (2, "")
    assert [line.split(":")[0] for line in unusable.err.splitlines()[:3]] == ["Linje 2", "Linje 3", "Linje 4"]
    assert "A" not in names(call, plan_path)


def test_a_missing_field_is_unusable_and_writes_nothing(call: Call, plan_path: Path, keys: Keys, acts: Acts) -> None:
    unit = keys["Hjemmepleje Nord"]
    file = acts({"act": "rename", "unit": unit, "name": "A"}, {"act": "rename", "unit": unit})
    unusable = call("apply", plan_path, file)
    assert (unusable.code, unusable.out) == (2, "")
    assert "Linje 2 (rename)" in unusable.err
    assert "A" not in names(call, plan_path)


def test_an_alias_names_a_unit_made_above(call: Call, plan_path: Path, keys: Keys, acts: Acts) -> None:
    file = acts(
        {"act": "create", "parent": keys["Sundhed og Omsorg"], "kind": "OE", "name": "Akutteam", "as": "akut"},
        {"act": "create", "parent": "akut", "name": "Nat", "as": "nat"},
        {"act": "order_location_number", "unit": "akut", "system": "Cura"},
        {"act": "place_offer", "offer": "akutfunktion", "unit": "akut"},
    )
    assert call("apply", plan_path, file).out == "done 1\ndone 2\ndone 3\ndone 4\n"
    rows = {row["name"]: row for row in call("tree", plan_path, "--format", "json").json()}
    assert rows["Nat"]["parent"] == rows["Akutteam"]["key"]
    assert (rows["Akutteam"]["status"], rows["Akutteam"]["offers"]) == ("planned", ["akutfunktion"])
    assert (rows["Akutteam"]["location_number_state"], rows["Akutteam"]["location_number"]) == ("own", None)


def test_acts_may_come_from_standard_input(call: Call, plan_path: Path, keys: Keys) -> None:
    line = f'{{"act": "rename", "unit": "{keys["Hjemmepleje Nord"]}", "name": "Ærø"}}\n'
    assert call("apply", plan_path, "-", stdin=line).out == "done 1\n"


def test_the_author_signs(call: Call, plan_path: Path, keys: Keys, acts: Acts) -> None:
    file = acts({"act": "rename", "unit": keys["Hjemmepleje Nord"], "name": "A", "reason": "klarhed"})
    call("apply", plan_path, file, "--author", "Åse")
    (entry,) = call("history", plan_path, "--format", "json").json()
    assert (entry["author"], entry["reason"]) == ("Åse", "klarhed")


def test_a_missing_file_of_acts_is_unusable(call: Call, plan_path: Path, tmp_path: Path) -> None:
    missing = call("apply", plan_path, tmp_path / "no.jsonl")
    assert (missing.code, "no.jsonl" in missing.err) == (2, True)


def test_an_outline_is_shown_before_it_is_taken_over(call: Call, plan_path: Path, tmp_path: Path) -> None:
    outline = tmp_path / "ny.txt"
    outline.write_text("Sundhed og Omsorg\n  Akutteam\n  Hjemmepleje Nord\n", encoding="utf-8")
    shown = call("apply", plan_path, outline)
    assert (shown.code, "ny enhed" in shown.out, "findes i planen" in shown.out) == (0, True, True)
    assert "Akutteam" not in names(call, plan_path)
    assert "done 2" in call("apply", plan_path, outline, "--yes").out
    assert "Akutteam" in names(call, plan_path)


def test_a_dry_run_tells_what_each_act_would_mean_and_writes_nothing(
    call: Call, plan_path: Path, keys: Keys, acts: Acts
) -> None:
    unit, other = keys["Hjemmepleje Nord"], keys["Hjemmepleje Syd"]
    file = acts({"act": "close", "unit": unit, "date": "2027-01-01"}, {"act": "rename", "unit": other, "name": "Øst"})
    told = call("apply", plan_path, file, "--dry-run")
    assert told.code == 0
    assert told.out.splitlines()[1:3] == ["    Hjemmepleje Nord lukkes.", "Linje 2: Hjemmepleje Syd hedder nu Øst."]
    assert told.out.splitlines()[3] == "    Ingen mister eller får noget."
    assert "Øst" not in names(call, plan_path)


def test_a_dry_run_of_an_act_that_cannot_be_is_refused(call: Call, plan_path: Path, keys: Keys, acts: Acts) -> None:
    unit = keys["Hjemmepleje Nord"]
    assert call("apply", plan_path, acts({"act": "move", "unit": unit, "parent": unit}), "--dry-run").code == 1
