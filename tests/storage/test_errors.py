"""The world's faults get words; our own stay bugs."""

import errno
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from sorstudio.model.errors import SorError
from sorstudio.storage.engine import open_engine
from sorstudio.storage.errors import in_words

PATH = Path("a.sorplan")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "storage.disk_full"),
        (errno.EROFS, "storage.not_writable"),
        (errno.EACCES, "storage.not_allowed"),
        (errno.ENOENT, "storage.no_such_file"),
    ],
)
def test_the_systems_complaint_has_words(number: int, code: str) -> None:
    with pytest.raises(SorError) as refusal, in_words(PATH):
        raise OSError(number, "?")
    assert refusal.value.code == code


def test_an_odd_complaint_of_the_system_is_a_bug() -> None:
    with pytest.raises(OSError, match="odd"), in_words(PATH):
        raise OSError(errno.EBADF, "odd")


def test_a_full_disk_has_words(plan_path: Path) -> None:
    with open_engine(plan_path, writing=True).connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1")
        with pytest.raises(SorError) as refusal, in_words(plan_path):
            connection.exec_driver_sql("INSERT INTO branches VALUES (hex(zeroblob(100000)), 'x')")
    assert refusal.value.code == "storage.disk_full"


def test_a_mistake_in_our_sql_is_a_bug(plan_path: Path) -> None:
    with (
        open_engine(plan_path).connect() as connection,
        pytest.raises(OperationalError),
        in_words(plan_path),
    ):
        connection.exec_driver_sql("SELECT nonsense FROM nowhere")


def test_everything_is_in_the_words_of_both_languages() -> None:
    import tomllib

    root = Path(__file__).parents[2] / "resources" / "texts"
    danish, english = (tomllib.loads((root / name / "storage.toml").read_text("utf-8")) for name in ("da", "en"))
    source = "".join(path.read_text("utf-8") for path in (root.parents[1] / "sorstudio/storage").glob("*.py"))
    assert set(danish) == set(english)
    assert [code for code in danish if f'"{code}"' not in source] == ["storage.migrated"]
