"""A plan or a register file, opened for asking."""

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest

from sorstudio.cli.net import told
from sorstudio.cli.opened import Opened, open_for_asking
from sorstudio.cli.session import Session, texts_of
from sorstudio.model.errors import SorError, Unreadable, Unusable
from sorstudio.model.identifiers import make_sor_id
from sorstudio.resources import code_lists
from sorstudio.storage.plan_file import create
from tests.model.outline import TODAY, baseline

HEADER = (
    "SorId;SorType;EntityName;EntityTypeName;ParentSorId;FirstFromDate;FromDate;ToDate;PostalAddressMunicipalityCode"
)
IE, SI, OTHER, OTHER_SI = (make_sor_id(80_000_000 + at) for at in range(4))
SESSION = Session(texts_of("da"), TODAY)
HERLEV = f"{IE};IE;Herlev Kommune;;;;2007-01-01;;"
HEALTH = f"{SI};SI;Sundhed;;{IE};;2007-01-01;;"
NEIGHBOUR = (f"{OTHER};IE;Odense Kommune;;;;2007-01-01;;", f"{OTHER_SI};SI;Ældre;;{OTHER};;2007-01-01;;")


def register(folder: Path, *rows: str) -> Path:
    path = folder / "udtræk.csv"
    path.write_text("\n".join((HEADER, *rows)), encoding="utf-8")
    return path


def plan(folder: Path, name: str) -> Path:
    path = folder / "plan.sorplan"
    create(path, baseline(f"{name}\n  Sundhed\n  Ældre (closed 2026-01-01)\n"), code_lists(), today=TODAY).close()
    return path


def opened(path: Path, municipality: str | None = None, day: date | None = None) -> Opened:
    return open_for_asking(SESSION, path, municipality, day)


def refusal(path: Path, municipality: str) -> str:
    with pytest.raises(SorError) as caught:
        opened(path, municipality)
    assert isinstance(caught.value, Unusable | Unreadable)
    return " ".join(told(caught.value, SESSION.texts))


def code(found: Opened) -> str | None:
    return found.municipality.code if found.municipality else None


@pytest.mark.parametrize("asked", [None, "163", "0163", "Herlev", "Herlevs Kommune"])
def test_a_plan_is_opened_after_everything(tmp_path: Path, asked: str | None) -> None:
    found = opened(plan(tmp_path, "Herlev Kommune"), asked)
    assert found.plan is not None
    assert (code(found), found.day, found.state == found.plan.state()) == ("0163", None, True)


def test_a_plan_is_opened_on_a_day(tmp_path: Path) -> None:
    path, day = plan(tmp_path, "Herlev Kommune"), date(2025, 1, 1)
    found = opened(path, day=day)
    assert found.plan is not None
    assert (found.day, found.state) == (day, found.plan.state(day))


def test_opening_a_plan_changes_nothing(tmp_path: Path) -> None:
    path = plan(tmp_path, "Herlev Kommune")
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    opened(path, "Herlev")
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_another_municipality_than_the_plans_is_refused_with_both_names(tmp_path: Path) -> None:
    said = refusal(plan(tmp_path, "Herlev Kommune"), "Odense")
    assert "Herlev Kommune" in said
    assert "Odense" in said


def test_an_invented_municipality_is_known_by_its_name(tmp_path: Path) -> None:
    path = plan(tmp_path, "Eksempelby Kommune")
    assert code(opened(path, "Eksempelby")) is None
    assert "Eksempelby Kommune" in refusal(path, "Herlev")


@pytest.mark.parametrize("asked", ["163", "Herlev", IE])
def test_a_register_is_narrowed_to_the_municipality(tmp_path: Path, asked: str) -> None:
    found = opened(register(tmp_path, *NEIGHBOUR, HERLEV, HEALTH), asked)
    assert (code(found), found.plan, found.day) == ("0163", None, TODAY)
    assert list(found.state.units) == [IE, SI]


def test_a_register_is_read_as_on_the_day(tmp_path: Path) -> None:
    renamed = f"{SI};SI;Sundhed og Ældre;;{IE};;2027-01-01;;"
    path = register(tmp_path, HERLEV, HEALTH.replace(";;2007-01-01;;", ";;2007-01-01;2026-12-31;"), renamed)
    assert opened(path).state.units[SI].name == "Sundhed"
    assert opened(path, day=date(2027, 1, 1)).state.units[SI].name == "Sundhed og Ældre"


def test_a_register_of_another_municipality_is_refused_with_both_names(tmp_path: Path) -> None:
    said = refusal(register(tmp_path, HERLEV, HEALTH), "Odense")
    assert "Herlev Kommune" in said
    assert "Odense" in said


def test_a_part_that_does_not_say_whose_it_is_is_taken_with_a_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = opened(register(tmp_path, HEALTH), "751")
    said = capsys.readouterr()
    assert (code(found), list(found.state.units)) == ("0751", [SI])
    assert said.out == ""
    assert "Aarhus Kommune" in said.err


def test_nothing_is_said_where_nothing_was_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert code(opened(register(tmp_path, HEALTH))) is None
    assert capsys.readouterr().err == ""


def test_a_part_may_say_by_its_address_whose_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = register(tmp_path, f"{HEALTH}0163")
    assert code(opened(path, "Herlev")) == "0163"
    assert capsys.readouterr().err == ""
    assert "Herlev Kommune" in refusal(path, "Odense")


def test_a_register_of_several_owners_needs_the_municipality(tmp_path: Path) -> None:
    path = register(tmp_path, *NEIGHBOUR, HERLEV, HEALTH)
    with pytest.raises(Unreadable) as caught:
        opened(path)
    (said,) = told(caught.value, SESSION.texts)
    assert "flere ejere (2), bl.a. Odense Kommune og Herlev Kommune" in said
    assert "--municipality" in said
    assert "--owner" not in said


def test_a_part_of_several_owners_needs_the_municipality(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        opened(register(tmp_path, NEIGHBOUR[1], HEALTH))
    assert caught.value.code == "cli.opened.several"


@pytest.mark.parametrize("asked", [None, "Herlev"])
def test_endpoints_without_units_are_refused_for_that_by_the_name_of_the_file(
    tmp_path: Path, asked: str | None
) -> None:
    path = tmp_path / "endpoints.json"
    entry = {"resource": {"resourceType": "Endpoint", "id": "e1", "status": "active"}}
    path.write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": [entry]}), encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        opened(path, asked)
    assert "endpoints.json" in told(caught.value, SESSION.texts)[0]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        opened(tmp_path / "intet.csv")
    assert caught.value.code == "storage.no_such_file"
