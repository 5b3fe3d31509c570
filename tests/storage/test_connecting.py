"""A plan is opened and read without the database library, and what is read cannot be written by mistake."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from sorstudio.storage.connecting import begin, connect

OPENS = """
import sys
from datetime import date
from pathlib import Path
from sorstudio.model.codes import CodeLists
from sorstudio.storage.plan_file import open_plan
with open_plan(Path(sys.argv[1]), CodeLists(), today=date(2026, 11, 2)) as opened:
    assert opened.plan.state().units and not opened.read_only
    print(*sys.modules)
"""


def test_a_plan_is_opened_without_the_database_library(plan_path: Path) -> None:
    run = subprocess.run([sys.executable, "-c", OPENS, str(plan_path)], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "sqlite3" in loaded
    assert not {"sqlalchemy", "numpy", "PySide6"} & loaded


def test_a_connection_for_reading_cannot_write(plan_path: Path) -> None:
    with closing(connect(plan_path)) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM changes")


def test_one_for_writing_keeps_other_writers_out_from_the_start(plan_path: Path) -> None:
    with closing(connect(plan_path, writing=True)) as first, closing(connect(plan_path, writing=True)) as second:
        second.execute("PRAGMA busy_timeout=1")
        first.execute(begin(writing=True))
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            second.execute(begin(writing=True))


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        connect(tmp_path / "no.sorplan")
    assert list(tmp_path.iterdir()) == []
