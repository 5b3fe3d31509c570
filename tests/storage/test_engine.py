"""The file is opened so that what is committed is on the disk."""

from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from sorstudio.storage.engine import open_engine


def test_the_disk_is_waited_for(plan_path: Path) -> None:
    with open_engine(plan_path, writing=True).connect() as connection:
        extra = 3
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == extra
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "delete"


def test_reading_cannot_write(plan_path: Path) -> None:
    with open_engine(plan_path).connect() as connection, pytest.raises(OperationalError):
        connection.exec_driver_sql("DELETE FROM changes")


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(OperationalError):
        open_engine(tmp_path / "no.sorplan").connect()
    assert list(tmp_path.iterdir()) == []


def test_a_second_writer_waits_at_the_start(plan_path: Path) -> None:
    first, second = open_engine(plan_path, writing=True), open_engine(plan_path, writing=True)
    with second.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=1")
    with first.begin(), pytest.raises(OperationalError, match="locked"), second.begin():
        pass
