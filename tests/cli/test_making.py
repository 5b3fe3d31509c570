"""A new plan, or none at all."""

from pathlib import Path

import pytest

from sorstudio.model.identifiers import make_sor_id
from sorstudio.resources import example
from tests.cli.conftest import Call

EXTRACT = example("eksempelby/2026-11-02")


def test_a_register_becomes_a_plan(call: Call, tmp_path: Path) -> None:
    made = call("new", tmp_path / "a.sorplan", "--from", EXTRACT, "--date", "2026-11-02")
    assert (made.code, made.err) == (0, "")
    facts = call("info", tmp_path / "a.sorplan", "--format", "json").json()
    assert (facts["owner"], facts["day"], facts["ie"], facts["si"]) == ("Eksempelby Kommune", "2026-11-02", 1, 6)


def test_a_trial_writes_nothing(call: Call, tmp_path: Path) -> None:
    trial = call("new", tmp_path / "a.sorplan", "--from", EXTRACT, "--dry-run")
    assert (trial.code, "Eksempelby Kommune" in trial.out) == (0, True)
    assert list(tmp_path.iterdir()) == []


def test_a_refused_file_leaves_nothing_and_all_is_in_the_report(call: Call, tmp_path: Path) -> None:
    source, report = tmp_path / "x.csv", tmp_path / "problemer.txt"
    source.write_text("CodeSOR;ParentCodeSOR;Name;Type;Level\n1;;Kommune;IE;1\n", encoding="utf-8")
    refused = call("new", tmp_path / "a.sorplan", "--from", source, "--report", report)
    assert (refused.code, refused.out) == (2, "")
    assert not (tmp_path / "a.sorplan").exists()
    assert report.read_text("utf-8").strip()


def test_more_problems_than_are_shown_stand_in_a_report_among_temporary_files(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    source = tmp_path / "x.csv"
    source.write_text("CodeSOR;ParentCodeSOR;Name;Type;Level\n" + "1;;Kommune;IE;1\n" * 60, encoding="utf-8")
    refused = call("new", tmp_path / "a.sorplan", "--from", source)
    (report,) = (tmp_path / "tmp").iterdir()
    assert str(report) in refused.err
    assert report.read_text("utf-8").count("Linje") >= 60
    assert not (tmp_path / "a.sorplan").exists()


def test_an_existing_plan_is_replaced_only_when_asked(call: Call, plan_path: Path) -> None:
    before = plan_path.read_bytes()
    assert call("new", plan_path, "--from", EXTRACT).code == 2
    assert plan_path.read_bytes() == before
    assert call("new", plan_path, "--from", EXTRACT, "--force").code == 0


def test_a_plan_never_replaces_its_own_source(call: Call, tmp_path: Path) -> None:
    source = tmp_path / "liste.txt"
    source.write_text("Sundhed\n  Nord\n", encoding="utf-8")
    assert call("new", source, "--from", source, "--owner", "Herlev", "--force").code == 2
    assert source.read_text("utf-8").startswith("Sundhed")


def test_a_missing_file_is_unusable(call: Call, tmp_path: Path) -> None:
    missing = call("new", tmp_path / "a.sorplan", "--from", tmp_path / "no.csv")
    assert (missing.code, "no.csv" in missing.err, list(tmp_path.iterdir())) == (2, True, [])


def test_markup_is_no_plan(call: Call, tmp_path: Path) -> None:
    source = tmp_path / "side.txt"
    source.write_text("<html><body>\n<p>Nord</p>\n</body></html>\n", encoding="utf-8")
    assert call("new", tmp_path / "a.sorplan", "--from", source).code == 2
    assert not (tmp_path / "a.sorplan").exists()


def test_an_outline_becomes_proposed_units(call: Call, tmp_path: Path) -> None:
    made = call("new", tmp_path / "a.sorplan", "--from", example("herlev.txt"))
    rows = {row["name"]: row for row in call("tree", tmp_path / "a.sorplan", "--format", "json").json()}
    assert made.code == 0
    assert (rows["Herlev Kommune"]["kind"], rows["Hørkær"]["status"]) == ("IE", "planned")


def test_an_outline_without_an_owner_asks_for_one(call: Call, tmp_path: Path) -> None:
    source = tmp_path / "liste.txt"
    source.write_text("Sundhed\n  Hjemmepleje\n  Sygepleje\n", encoding="utf-8")
    refused = call("new", tmp_path / "a.sorplan", "--from", source)
    assert (refused.code, "--owner" in refused.err) == (2, True)
    assert call("new", tmp_path / "a.sorplan", "--from", source, "--owner", "Herlev").code == 0


def test_aarhus_has_its_known_size(call: Call, tmp_path: Path, shared: Path) -> None:
    plan = tmp_path / "a.sorplan"
    call("new", plan, "--from", shared / "domain/data/eer/aarhus-kommune.csv")
    facts = call("info", plan, "--format", "json").json()
    assert [facts[name] for name in ("units", "levels", "ie", "si", "oe", "numbers")] == [555, 8, 1, 5, 549, 19]
    assert "unit_type" in facts["unknown_fields"]


def test_the_bundle_gives_the_same_tree_and_the_endpoints_their_message_types(
    call: Call, tmp_path: Path, shared: Path
) -> None:
    data = shared / "domain/data/eer"
    plan, other = tmp_path / "a.sorplan", tmp_path / "b.sorplan"
    call("new", plan, "--from", data / "aarhus-kommune.csv")
    bundles = (data / "aarhus-kommune.fhir-bundle.json", data / "aarhus-kommune-endpoints.fhir-bundle.json")
    call("new", other, "--from", bundles[0], "--from", bundles[1])
    first, second = (call("tree", one, "--format", "json").json() for one in (plan, other))
    fields = ("sor_id", "kind", "name", "parent", "level", "unit_type")
    assert [[row[name] for name in fields] for row in first] == [[row[name] for name in fields] for row in second]
    assert sum(row["location_number_state"] == "own" and bool(row["message_types"]) for row in second) == 19


@pytest.mark.parametrize("name", ["ONE_SYGEHUS.xml", "ONE_PRAKSIS.xml"])
def test_the_samples_of_sor_xml_load(call: Call, tmp_path: Path, shared: Path, name: str) -> None:
    made = call("new", tmp_path / "a.sorplan", "--from", shared / "domain/data/sor-xml-v1" / name)
    assert (made.code, made.err) == (0, "")


def test_of_two_owners_one_must_be_picked(call: Call, tmp_path: Path) -> None:
    first, second, unit = (make_sor_id(9_000_001 + number) for number in range(3))
    rows = [
        f"{first};;20200101;;A Kommune;IE;1",
        f"{second};;20200101;;B Kommune;IE;1",
        f"{unit};{second};20200101;;Nord;SI;2",
    ]
    source = tmp_path / "to.csv"
    source.write_text("\n".join(["CodeSOR;ParentCodeSOR;FromDate;ToDate;Name;Type;Level", *rows]), encoding="utf-8")
    refused = call("new", tmp_path / "a.sorplan", "--from", source)
    assert (refused.code, "Linje 3" in refused.err, "--owner" in refused.err) == (2, True, True)
    assert call("new", tmp_path / "a.sorplan", "--from", source, "--owner", second).code == 0
