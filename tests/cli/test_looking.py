"""The tree and the facts about a plan."""

from pathlib import Path

from sorstudio.formats.outline import parse_outline
from tests.cli.conftest import Call
from tests.model.outline import gln

FIELDS = {
    "key", "sor_id", "kind", "name", "parent", "level", "unit_type", "unit_type_code", "location_number",
    "location_number_state", "location_number_from", "message_types", "offers", "status", "unknown",
}  # fmt: skip


def test_the_tree_is_a_list_in_order(call: Call, plan_path: Path) -> None:
    rows = call("tree", plan_path, "--format", "json").json()
    assert [(row["level"], row["kind"], row["name"]) for row in rows] == [
        (1, "IE", "Eksempelby Kommune"),
        (2, "SI", "Sundhed og Omsorg"),
        (3, "OE", "Hjemmepleje Nord"),
        (3, "OE", "Hjemmepleje Syd"),
        (3, "OE", "Sygepleje"),
        (2, "SI", "Socialforvaltning"),
    ]
    assert all(set(row) == FIELDS for row in rows)


def test_an_inherited_number_says_where_it_is_from(call: Call, plan_path: Path, keys: dict[str, str]) -> None:
    rows = {row["name"]: row for row in call("tree", plan_path, "--format", "json").json()}
    told = [
        (rows[name]["location_number"], rows[name]["location_number_state"], rows[name]["location_number_from"])
        for name in ("Sundhed og Omsorg", "Hjemmepleje Nord", "Hjemmepleje Syd")
    ]
    owner = keys["Sundhed og Omsorg"]
    assert told == [(gln(1), "own", owner), (gln(1), "inherited", owner), (None, "none", None)]


def test_closed_units_are_listed_with_their_status(call: Call, plan_path: Path) -> None:
    rows = {row["name"]: row["status"] for row in call("tree", plan_path, "--format", "json").json()}
    assert (rows["Sygepleje"], rows["Hjemmepleje Nord"]) == ("closed", "active")


def test_the_tree_of_a_day(call: Call, plan_path: Path) -> None:
    rows = {
        row["name"]: row["status"] for row in call("tree", plan_path, "--on", "2025-12-31", "--format", "json").json()
    }
    assert rows["Sygepleje"] == "closing"


def test_an_odd_day_is_unusable(call: Call, plan_path: Path) -> None:
    odd = call("tree", plan_path, "--on", "31-12-2025")
    assert (odd.code, odd.out, "31-12-2025" in odd.err) == (2, "", True)


def test_the_outline_reads_back(call: Call, plan_path: Path) -> None:
    outline = parse_outline(call("outline", plan_path).out, "x")
    assert outline.owner == "Eksempelby Kommune"
    assert [(line.depth, line.title) for line in outline.lines] == [
        (0, "Sundhed og Omsorg"),
        (1, "Hjemmepleje Nord"),
        (1, "Hjemmepleje Syd"),
        (0, "Socialforvaltning"),
    ]


def test_info_counts_open_units(call: Call, plan_path: Path) -> None:
    facts = call("info", plan_path, "--format", "json").json()
    counts = [facts[name] for name in ("units", "ie", "si", "oe", "levels", "numbers", "closed")]
    assert counts == [5, 1, 2, 2, 3, 1, 1]
    assert (facts["owner"], facts["holder"], facts["settings"]["mail_sds"]) == (
        "Eksempelby Kommune",
        None,
        "SORpost@sundhedsdata.dk",
    )


def test_info_tells_who_has_the_plan(call: Call, plan_path: Path) -> None:
    import os

    from sorstudio.storage.hold import Hold, take_hold

    hold = take_hold(plan_path)
    assert call("info", plan_path, "--format", "json").json()["holder"]["pid"] == os.getpid()
    assert isinstance(hold, Hold)
    hold.release()


def test_info_as_text_has_a_line_for_each_fact(call: Call, plan_path: Path) -> None:
    facts = call("info", plan_path, "--format", "json").json()
    lines = call("info", plan_path).out.splitlines()
    assert len(lines) == len(facts)
    assert not any(line.startswith("cli.") for line in lines)


def test_the_answer_follows_the_language(call: Call, plan_path: Path) -> None:
    assert call("--language", "en", "info", plan_path).out.startswith("Municipality: ")
    assert call("info", plan_path, "--language=en").out.startswith("Municipality: ")
    assert call("info", plan_path).out.startswith("Kommune: ")
