"""A damaged file gives what is sound and says what is missing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from sorstudio.model.change import Change
from sorstudio.model.codes import CodeLists
from sorstudio.model.edits.units import rename
from sorstudio.storage.connecting import connect
from sorstudio.storage.engine import open_engine
from sorstudio.storage.loading import Contents, load
from sorstudio.storage.plan_file import open_plan
from tests.storage.conftest import TODAY


def read(path: Path) -> Contents:
    with closing(connect(path)) as connection:
        return load(connection)


@contextmanager
def tampering(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path)
    yield connection
    connection.commit()
    connection.close()


@pytest.fixture
def renamed(plan_path: Path) -> Path:
    """Three renames, one after the other."""
    with open_plan(plan_path, CodeLists(), today=TODAY) as opened:
        for name in ("Et", "To", "Tre"):
            opened.plan.apply(rename(opened.plan, "oe", name))
    return plan_path


def codes(contents: Contents) -> list[str]:
    return [damage.code for damage in contents.damage]


def names(contents: Contents) -> list[str]:
    return [change.params["after"] for change in contents.journal.path()]


def test_a_sound_file_is_whole(renamed: Path) -> None:
    contents = read(renamed)
    assert (codes(contents), names(contents)) == ([], ["Et", "To", "Tre"])


def test_a_lost_change_takes_those_after_it(renamed: Path) -> None:
    with tampering(renamed) as file:
        file.execute("UPDATE changes SET content = replace(content, 'To', 'Ti') WHERE position = 2")
    contents = read(renamed)
    assert names(contents) == ["Et"]
    assert codes(contents) == ["storage.lost.changes", "storage.lost.place"]
    assert contents.damage[0].params == {"count": 2}


def test_a_change_that_is_no_json_is_lost(renamed: Path) -> None:
    with tampering(renamed) as file:
        file.execute("UPDATE changes SET content = '{' WHERE position = 3")
    assert names(read(renamed)) == ["Et", "To"]


def test_a_removed_change_is_seen(renamed: Path) -> None:
    with tampering(renamed) as file:
        file.execute("DELETE FROM changes WHERE position = 1")
    contents = read(renamed)
    assert (names(contents), contents.damage[0].params) == ([], {"count": 2})


def test_a_missing_row_of_the_register_file_is_counted(renamed: Path) -> None:
    with tampering(renamed) as file:
        file.execute("DELETE FROM versions WHERE key = 'oe'")
    contents = read(renamed)
    assert codes(contents) == ["storage.lost.baseline_rows"]
    assert contents.damage[0].params == {"count": 1, "of": 3}
    assert len(contents.baselines[0].versions) == 2


def test_an_unreadable_row_of_the_register_file_is_left_out(renamed: Path) -> None:
    with tampering(renamed) as file:
        file.execute("UPDATE versions SET content = '[' WHERE key = 'oe'")
    contents = read(renamed)
    assert (codes(contents), len(contents.baselines[0].versions)) == (["storage.lost.baseline_rows"], 2)


def test_an_altered_row_of_the_register_file_is_seen(renamed: Path) -> None:
    with tampering(renamed) as file:
        file.execute("UPDATE versions SET content = replace(content, 'Nord', 'Syd')")
    assert codes(read(renamed)) == ["storage.lost.baseline_altered"]


def test_a_lost_head_stands_at_the_latest_change(renamed: Path) -> None:
    with tampering(renamed) as file:
        file.execute("DELETE FROM meta")
    contents = read(renamed)
    assert (codes(contents), names(contents)) == (["storage.lost.place"], ["Et", "To", "Tre"])


def test_a_branch_to_a_lost_change_is_left_out(renamed: Path) -> None:
    with tampering(renamed) as file:
        file.execute("INSERT INTO branches VALUES ('Plan B', 'gone')")
    assert read(renamed).journal.names == {}


def test_broken_pages_are_told_of(renamed: Path) -> None:
    content = bytearray(renamed.read_bytes())
    content[-4096:] = b"\xff" * 4096
    renamed.write_bytes(content)
    assert "storage.lost.pages" in codes(read(renamed))


def test_a_change_of_an_unknown_baseline_is_lost(renamed: Path) -> None:
    from sorstudio.storage.rows import write_change

    with open_engine(renamed, writing=True).begin() as connection:
        write_change(connection, Change("x", "adopted", baseline="gone"))
    assert read(renamed).damage[0].params == {"count": 1}
