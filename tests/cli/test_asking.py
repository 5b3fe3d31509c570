"""What has changed, and the change request."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Call

pytestmark = pytest.mark.usefixtures("qapp")

Acts = Callable[..., Path]
Keys = dict[str, str]


@pytest.fixture
def changed(call: Call, plan_path: Path, keys: Keys, acts: Acts) -> Path:
    """One act for each addressee, and one for nobody's."""
    sundhed, nord = keys["Sundhed og Omsorg"], keys["Hjemmepleje Nord"]
    file = acts(
        {"act": "rename", "unit": nord, "name": "Hjemmeplejen Nord", "reason": "klarhed", "date": None},
        {"act": "order_location_number", "unit": keys["Hjemmepleje Syd"], "system": "Cura"},
        {"act": "add_message_type", "unit": sundhed, "type": "XDIS20", "version": None, "direction": "in"},
        {"act": "place_offer", "unit": nord, "offer": "hjemmepleje"},
    )
    assert call("apply", plan_path, file).err == ""
    return plan_path


def test_every_change_has_its_addressee(call: Call, changed: Path) -> None:
    lines = call("changes", changed, "--format", "json").json()
    assert [line["addressee"] for line in lines] == ["municipality", "sds", "medcom", None]
    wanted = {"unit", "unit_name", "action", "addressee", "fields", "sentence", "reason", "date", "waits_for"}
    assert all(wanted <= set(line) for line in lines)


def test_a_change_names_its_fields_before_and_after(call: Call, changed: Path, keys: Keys) -> None:
    line = call("changes", changed, "--format", "json").json()[0]
    assert (line["unit"], line["reason"], line["date"]) == (keys["Hjemmepleje Nord"], "klarhed", None)
    assert line["fields"] == [{"field": "name", "before": "Hjemmepleje Nord", "after": "Hjemmeplejen Nord"}]


def test_changes_as_text_stand_under_their_addressee(call: Call, changed: Path) -> None:
    heads = [line for line in call("changes", changed).out.splitlines() if not line.startswith(" ")]
    assert heads == [
        "Kommunen retter selv:",
        "Sundhedsdatastyrelsen:",
        "MedCom:",
        "Kun i planen (SOR rummer det ikke):",
    ]


def test_a_plan_without_changes_says_so(call: Call, plan_path: Path) -> None:
    assert call("changes", plan_path).out == "Planen ændrer intet i forhold til udgangspunktet.\n"


def test_the_request_is_written_to_a_folder(call: Call, changed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "anmodning"
    written = call("request", changed, "--out", folder)
    names = {path.name for path in folder.iterdir()}
    assert written.code == 0
    assert {"request.json", "1-egne-rettelser.xlsx", "2-sundhedsdatastyrelsen.pdf", "3-medcom.xlsx"} <= names
    assert sorted(Path(line).name for line in written.out.splitlines()) == sorted(names)
    assert json.loads((folder / "request.json").read_text("utf-8"))["envelopes"]


def test_the_files_of_one_addressee_are_written_alone(call: Call, changed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "egne"
    written = call("request", changed, "--out", folder, "--only", "municipality")
    assert written.code == 0
    assert {path.name for path in folder.iterdir()} == {
        "README.txt",
        "1-egne-rettelser.xlsx",
        "1-egne-rettelser.pdf",
        "1-fk-org.csv",
    }


def test_a_request_without_changes_says_so(call: Call, plan_path: Path, tmp_path: Path) -> None:
    asked = call("request", plan_path, "--out", tmp_path / "tom")
    assert (asked.code, "ingen ændringsanmodning" in asked.err) == (0, True)
