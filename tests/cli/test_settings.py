"""Settings, issued ids, and the catalogue."""

from collections.abc import Callable
from pathlib import Path

from sorstudio.model.identifiers import make_sor_id
from sorstudio.resources import code_lists
from tests.cli.conftest import Call


def test_settings_are_set_and_shown(call: Call, plan_path: Path) -> None:
    call("settings", plan_path, "responsible_name=Åse", "own_edits_route=fk_org")
    shown = call("settings", plan_path, "--format", "json").json()
    assert (shown["responsible_name"], shown["own_edits_route"]) == ("Åse", "fk_org")


def test_a_refused_setting_sets_none(call: Call, plan_path: Path) -> None:
    refused = call("settings", plan_path, "responsible_name=Åse", "mail_medcom=nonsense")
    assert refused.code == 1
    assert call("settings", plan_path, "--format", "json").json()["responsible_name"] is None


def test_an_empty_value_takes_a_setting_away(call: Call, plan_path: Path) -> None:
    call("settings", plan_path, "responsible_name=Åse")
    call("settings", plan_path, "responsible_name=")
    assert call("settings", plan_path, "--format", "json").json()["responsible_name"] is None


def test_setting_the_same_again_does_no_harm(call: Call, plan_path: Path) -> None:
    call("settings", plan_path, "responsible_name=Åse")
    assert call("settings", plan_path, "responsible_name=Åse").code == 0
    assert len(call("history", plan_path, "--format", "json").json()) == 1


def test_a_setting_without_a_value_is_unusable(call: Call, plan_path: Path) -> None:
    assert call("settings", plan_path, "responsible_name").code == 2


def test_an_issued_id_is_filled_in_and_the_key_stays(
    call: Call, plan_path: Path, keys: dict[str, str], acts: Callable[..., Path]
) -> None:
    parent = keys["Sundhed og Omsorg"]
    call("apply", plan_path, acts({"act": "create", "parent": parent, "name": "Akutteam"}))
    before = next(r for r in call("tree", plan_path, "--format", "json").json() if r["name"] == "Akutteam")
    issued = make_sor_id(9_100_000)
    assert call("sor-id", plan_path, before["key"], issued).code == 0
    after = next(r for r in call("tree", plan_path, "--format", "json").json() if r["name"] == "Akutteam")
    assert (before["sor_id"], after["sor_id"], after["key"]) == (None, issued, before["key"])


def test_a_wrong_id_is_refused(call: Call, plan_path: Path, keys: dict[str, str]) -> None:
    assert call("sor-id", plan_path, keys["Hjemmepleje Nord"], "123").code == 1


def test_the_catalogue_is_listed(call: Call) -> None:
    listed = call("offers", "--format", "json").json()
    assert [one["code"] for one in listed] == [offer.code for offer in code_lists().offers]
    assert "vurderingspladser" in call("offers").out
