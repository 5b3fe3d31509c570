"""What is missing is asked for before the request is written, and own texts are used."""

from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from tests.cli.conftest import Call

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def ordering(call: Call, plan_path: Path, keys: dict[str, str], acts: object) -> Path:
    file = acts({"act": "order_location_number", "unit": keys["Hjemmepleje Syd"]})  # type: ignore[operator]
    assert call("apply", plan_path, file).err == ""
    return plan_path


def test_what_is_missing_is_told_with_its_line_and_where_to_give_it(call: Call, ordering: Path, tmp_path: Path) -> None:
    written = call("request", ordering, "--out", tmp_path / "ud")
    assert written.code == 0
    assert "Før anmodningen sendes, mangler:" in written.err
    assert "Navnet på den SOR-ansvarlige mangler. Angives i planens indstillinger: SOR-ansvarlig." in written.err
    assert "L1: Journalsystemet mangler" in written.err


def test_strict_writes_nothing_while_something_is_missing(call: Call, ordering: Path, tmp_path: Path) -> None:
    refused = call("request", ordering, "--out", tmp_path / "ud", "--strict")
    assert refused.code == 1
    assert "--strict" in refused.err
    assert not (tmp_path / "ud").exists()


def test_a_new_folder_of_templates_gets_the_shipped_texts_and_an_edited_one_is_used(
    call: Call, ordering: Path, tmp_path: Path
) -> None:
    own = tmp_path / "skabeloner"
    assert "skabeloner" in call("request", ordering, "--out", tmp_path / "ud", "--templates", own).err
    (own / "subject-sds.txt").write_text("Vores emne", "utf-8")
    call("request", ordering, "--out", tmp_path / "ud", "--templates", own)
    mail = message_from_bytes((tmp_path / "ud" / "2-sundhedsdatastyrelsen.eml").read_bytes(), policy=default)
    assert mail["Subject"] == "Vores emne"


def test_a_template_with_an_unknown_blank_is_told_by_its_file(call: Call, ordering: Path, tmp_path: Path) -> None:
    (tmp_path / "egne").mkdir()
    (tmp_path / "egne" / "mail-sds.txt").write_text("Kære $modtager", "utf-8")
    told = call("request", ordering, "--out", tmp_path / "ud", "--templates", tmp_path / "egne")
    assert told.code != 0
    assert "mail-sds.txt" in told.err
    assert "Kære $modtager" in told.err
