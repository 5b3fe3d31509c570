"""A file says at once whether it is a plan, and of which format."""

import sqlite3
from pathlib import Path

import pytest

from sorstudio.model.errors import SorError, TooNew
from sorstudio.storage.connecting import APPLICATION_ID
from sorstudio.storage.header import CURRENT, Format, is_plan, read_format


def database(path: Path, version: int, application: int = APPLICATION_ID) -> Path:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id={application}")
    connection.execute(f"PRAGMA user_version={version}")
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    return path


def test_a_plan_has_the_current_format(plan_path: Path) -> None:
    assert read_format(plan_path) == CURRENT


def test_a_newer_major_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TooNew) as refusal:
        read_format(database(tmp_path / "a", Format(CURRENT.major + 1, 0).number()))
    assert refusal.value.code == "storage.too_new"


def test_a_newer_minor_format_is_read(tmp_path: Path) -> None:
    newer = Format(CURRENT.major, CURRENT.minor + 1)
    assert read_format(database(tmp_path / "a", newer.number())) == newer


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SorError) as refusal:
        read_format(database(tmp_path / "a", 1000, application=7))
    assert refusal.value.code == "storage.other_database"


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "storage.empty_file"), (b"Enhedsnavn;SOR-ID\n", "storage.not_a_plan"), (b"x" * 500, "storage.not_a_plan")],
)
def test_what_is_no_database_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "a.sorplan"
    path.write_bytes(content)
    with pytest.raises(SorError) as refusal:
        read_format(path)
    assert refusal.value.code == code


def test_a_plan_of_any_format_is_one(tmp_path: Path, plan_path: Path) -> None:
    assert is_plan(plan_path)
    assert is_plan(database(tmp_path / "newer", Format(CURRENT.major + 1, 0).number()))
    assert not is_plan(database(tmp_path / "other", 1000, application=7))
