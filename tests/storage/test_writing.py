"""A new file is there whole or not at all."""

from pathlib import Path

import pytest

from sorstudio.model.baseline import Baseline
from sorstudio.model.errors import Conflict
from sorstudio.model.journal import Journal
from sorstudio.storage.header import CURRENT, read_format
from sorstudio.storage.writing import publish


def test_a_new_file_is_a_plan_of_today(tmp_path: Path, baseline: Baseline) -> None:
    publish(tmp_path / "a.sorplan", (baseline,), Journal(), force=False)
    assert read_format(tmp_path / "a.sorplan") == CURRENT
    assert [path.name for path in tmp_path.iterdir()] == ["a.sorplan"]


def test_a_file_that_is_there_stays(tmp_path: Path, baseline: Baseline) -> None:
    path = tmp_path / "a.sorplan"
    path.write_text("mine")
    with pytest.raises(Conflict):
        publish(path, (baseline,), Journal(), force=False)
    assert path.read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["a.sorplan"]


def test_a_file_is_replaced_when_asked(tmp_path: Path, baseline: Baseline) -> None:
    path = tmp_path / "a.sorplan"
    path.write_text("old")
    publish(path, (baseline,), Journal(), force=True)
    assert read_format(path) == CURRENT


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path, baseline: Baseline) -> None:
    broken = Baseline("b", baseline.day, "x", sources=(object(),))  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        publish(tmp_path / "a.sorplan", (broken,), Journal(), force=False)
    assert list(tmp_path.iterdir()) == []
