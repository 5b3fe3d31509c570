"""All areas and messages at once, what hangs on one unit, and the graph: on the command line."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import networkx
import pytest

from sorstudio.resources import example
from tests.cli.conftest import Call

REGISTER = example("eksempelby/2026-11-02")


@pytest.fixture
def plan(call: Call, tmp_path: Path) -> Path:
    made = tmp_path / "e.sorplan"
    assert call("new", made, "--from", REGISTER).code == 0
    return made


def test_the_coverage_as_json_can_be_repaired_by_its_own_acts(call: Call, plan: Path, tmp_path: Path) -> None:
    before = call("coverage", plan, "--format", "json").json()
    assert list(before) == ["areas", "answered", "gaps"]
    row = next(one for one in before["areas"] if one["area"] == "akutfunktion")
    cell = next(one for one in row["cells"] if one["message_type"] == "XREF22")
    assert (cell["state"], cell["reason"], cell["receivers"]) == ("gap", "number_lacks_type", [])
    assert cell["explanation"].startswith("Ingen modtager XREF22.")
    acts = tmp_path / "acts.jsonl"
    acts.write_text("\n".join(json.dumps(act) for act in cell["repairs"][0]["acts"]), "utf-8")
    assert call("apply", plan, acts).code == 0
    after = call("coverage", plan, "--format", "json").json()
    assert after["gaps"] == before["gaps"] - 1


def test_a_register_file_in_words(call: Call) -> None:
    found = call("coverage", REGISTER, "--municipality", "Eksempelby")
    assert found.code == 0
    assert "Kommunal akutfunktion\n  Ingen modtager XREF22." in found.out
    assert "har en modtager." in found.out.splitlines()[-1]


def test_a_spreadsheet_keeps_the_numbers(call: Call) -> None:
    found = call("coverage", REGISTER, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(found.out.removeprefix("\ufeff")), delimiter=";"))
    (training,) = [row for row in rows if (row["area"], row["message_type"]) == ("traening", "GGOP")]
    assert (training["state"], training["unit_name"]) == ("answered", "Træning og Rehabilitering")
    assert training["location_number"].startswith('="57')


def test_a_day_is_asked_about(call: Call, plan: Path) -> None:
    found = call("coverage", plan, "--date", "2027-01-01", "--format", "json").json()
    row = next(one for one in found["areas"] if one["area"] == "akutfunktion")
    assert {cell["state"] for cell in row["cells"]} == {"not_meant"}


def test_the_graph_opens_elsewhere(call: Call, plan: Path, tmp_path: Path) -> None:
    out = tmp_path / "net.graphml"
    found = call("graph", plan, "--out", out)
    assert found.code == 0
    made = networkx.read_graphml(out)
    assert "area:traening" in made
    assert f"{made.number_of_nodes()} knuder" in found.out


def test_what_breaks_when_a_unit_closes(call: Call, plan: Path) -> None:
    found = call("graph", plan, "--single-points", "--format", "json").json()
    unit = next(one for one in found if one["name"] == "Træning og Rehabilitering")
    assert {"area": "traening", "message_type": "GGOP", "unit": unit["key"]} in unit["lost"]
    told = call("graph", plan, "--breaks", unit["key"], "--format", "json").json()
    assert (told["unit_name"], told["lost"]) == ("Træning og Rehabilitering", unit["lost"])
    words = call("graph", REGISTER, "--breaks", unit["key"]).out
    assert words.startswith(f"Lukkes »Træning og Rehabilitering«, mister {unit['count']} slags meddelelser")
    assert "  GGOP · Genoptræning og træning" in words


def test_a_unit_is_known_by_a_name_that_only_it_has(call: Call, plan_path: Path, keys: dict[str, str]) -> None:
    found = call("graph", plan_path, "--breaks", "hjemmepleje nord", "--format", "json")
    assert found.json()["unit"] == keys["Hjemmepleje Nord"]


def test_a_name_of_several_units_or_of_none_is_unusable(
    call: Call, plan_path: Path, keys: dict[str, str], acts: Callable[..., Path]
) -> None:
    twin = {"act": "rename", "unit": keys["Hjemmepleje Syd"], "name": "Hjemmepleje Nord"}
    assert call("apply", plan_path, acts(twin)).code == 0
    found = call("graph", plan_path, "--breaks", "Hjemmepleje Nord")
    assert (found.code, found.out) == (2, "")
    assert all(keys[name] in found.err for name in ("Hjemmepleje Nord", "Hjemmepleje Syd"))
    for asked in ("Intet", ""):
        assert call("graph", plan_path, "--breaks", asked).code == 2


def test_the_single_points_in_words(call: Call) -> None:
    found = call("graph", REGISTER, "--single-points").out
    assert "kan ikke undværes" in found
    assert "Lokationsnummer 57" in found


def test_a_folder_is_no_file_for_the_graph(call: Call, tmp_path: Path) -> None:
    found = call("graph", REGISTER, "--out", tmp_path)
    assert (found.code, found.err) == (2, f"{tmp_path} er en mappe. Angiv en fil.\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Vælg én af"),
        (("--single-points", "--breaks", "1"), "Vælg én af"),
        (("--breaks", "nowhere"), "nowhere"),
        (("--single-points", "--date", "i går"), "i går"),
        (("--out", "/nowhere/at/all.graphml"), "nowhere"),
    ],
)
def test_what_cannot_be_done_is_said(call: Call, words: tuple[str, ...], said: str) -> None:
    found = call("graph", REGISTER, *words)
    assert found.code != 0
    assert said in found.err
