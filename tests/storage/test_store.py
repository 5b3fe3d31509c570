"""Steps go to the file that was opened, or nowhere."""

import os
from pathlib import Path

import pytest

from sorstudio.model.change import Change
from sorstudio.model.errors import Conflict, Refused, SorError
from sorstudio.model.journal import Step
from sorstudio.storage.engine import open_engine
from sorstudio.storage.rows import stored_head, write_step
from sorstudio.storage.store import FileStore, ReadOnlyStore
from tests.storage.conftest import small_baseline

STEP = Step("c", Change("c", "x"))


def store(path: Path) -> FileStore:
    return FileStore(path, None)


def head(path: Path) -> str | None:
    with open_engine(path).connect() as connection:
        return stored_head(connection)


def test_a_step_is_on_the_disk(plan_path: Path) -> None:
    store(plan_path).commit(STEP)
    assert head(plan_path) == "c"


def test_a_file_that_is_gone_takes_no_step(plan_path: Path) -> None:
    writer = store(plan_path)
    plan_path.unlink()
    with pytest.raises(SorError) as refusal:
        writer.commit(STEP)
    assert refusal.value.code == "storage.gone"


def test_a_replaced_file_takes_no_step(plan_path: Path, tmp_path: Path) -> None:
    writer = store(plan_path)
    other = tmp_path / "other"
    other.write_bytes(plan_path.read_bytes())
    os.replace(other, plan_path)
    with pytest.raises(Conflict) as refusal:
        writer.commit(STEP)
    assert refusal.value.code == "storage.replaced"


def test_a_file_that_somebody_went_on_with_takes_no_step(plan_path: Path) -> None:
    writer = store(plan_path)
    with open_engine(plan_path, writing=True).begin() as connection:
        write_step(connection, Step("other", Change("other", "x")))
    with pytest.raises(Conflict) as refusal:
        writer.commit(STEP)
    assert refusal.value.code == "storage.changed_elsewhere"
    assert head(plan_path) == "other"


def test_a_further_baseline_is_kept(plan_path: Path) -> None:
    second = small_baseline()
    object.__setattr__(second, "id", "b2")
    store(plan_path).add_baseline(second)
    with open_engine(plan_path).connect() as connection:
        found = connection.exec_driver_sql("SELECT id FROM baselines ORDER BY position").scalars().all()
    assert found == ["b1", "b2"]


def test_reading_says_why_it_only_reads() -> None:
    reason = Refused("storage.opened_for_reading")
    with pytest.raises(Refused) as refusal:
        ReadOnlyStore(reason).commit(STEP)
    assert refusal.value is reason
    with pytest.raises(Refused):
        ReadOnlyStore(reason).add_baseline(small_baseline())
