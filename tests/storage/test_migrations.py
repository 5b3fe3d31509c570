"""An older file is carried forward in a copy, step by step."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from sorstudio.model.errors import Unreadable
from sorstudio.storage.header import CURRENT, Format, read_format
from sorstudio.storage.migrations import Migration, migrate, steps_from, take_steps

OLD, OLDER = Format(0, 9), Format(0, 8)


def add_colour(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE meta ADD COLUMN colour TEXT")


def fail(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE nothing ADD COLUMN x")


FIRST = Migration("add colour", OLDER, OLD, add_colour)
SECOND = Migration("nothing more", OLD, CURRENT, lambda connection: None)
FAILING = Migration("fail", OLD, CURRENT, fail)


@pytest.fixture
def old_path(plan_path: Path) -> Path:
    with sqlite3.connect(plan_path) as connection:
        connection.execute(f"PRAGMA user_version={OLDER.number()}")
        connection.execute("DROP TABLE migrations")
    connection.close()
    return plan_path


def test_a_current_file_needs_no_step() -> None:
    assert steps_from(CURRENT, ()) == ()


def test_the_way_goes_over_every_format() -> None:
    assert steps_from(OLDER, (SECOND, FIRST)) == (FIRST, SECOND)


def test_without_a_way_it_says_so() -> None:
    with pytest.raises(Unreadable) as refusal:
        steps_from(OLDER, (SECOND,))
    assert refusal.value.code == "storage.too_old"


def test_the_original_is_kept_untouched(old_path: Path) -> None:
    before = old_path.read_bytes()
    kept = migrate(old_path, OLDER, (FIRST, SECOND))
    assert kept.read_bytes() == before
    assert (kept.name, read_format(old_path)) == ("ærø (format 0.8).sorplan", CURRENT)


def test_an_earlier_original_is_not_overwritten(old_path: Path) -> None:
    (old_path.parent / "ærø (format 0.8).sorplan").write_text("earlier")
    assert migrate(old_path, OLDER, (FIRST, SECOND)).name == "ærø (format 0.8, 2).sorplan"


def test_each_step_leaves_its_name(old_path: Path) -> None:
    take_steps(old_path, (FIRST, SECOND))
    with sqlite3.connect(old_path) as connection:
        assert connection.execute("SELECT name FROM migrations").fetchall() == [("add colour",), ("nothing more",)]


def test_a_failing_step_leaves_the_file_as_it_was(old_path: Path) -> None:
    before = old_path.read_bytes()
    with pytest.raises(OperationalError):
        migrate(old_path, OLDER, (FIRST, FAILING))
    assert old_path.read_bytes() == before
    assert [path.name for path in old_path.parent.iterdir()] == [old_path.name]


def test_a_failing_step_stays_pending(old_path: Path) -> None:
    with pytest.raises(OperationalError):
        take_steps(old_path, (FIRST, FAILING))
    assert read_format(old_path) == OLD
