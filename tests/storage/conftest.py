"""A small plan and its file, for the tests of this room."""

from datetime import date
from pathlib import Path

import pytest

from sorstudio.model.baseline import Baseline, Version
from sorstudio.model.codes import CodeLists
from sorstudio.model.records import UNKNOWN, Address, Record, RecordKind, Unit, UnitKind
from sorstudio.storage.plan_file import create

TODAY = date(2026, 3, 1)


def small_baseline() -> Baseline:
    records: list[tuple[RecordKind, Record]] = [
        (RecordKind.UNIT, Unit("ie", UnitKind.IE, "Ærø Kommune", sor_id="325571000016003")),
        (RecordKind.UNIT, Unit("si", UnitKind.SI, "Sundhed", "ie", postal=Address("Torvet", "1"), cvr=UNKNOWN)),
        (RecordKind.UNIT, Unit("oe", UnitKind.OE, "Hjemmepleje Nord", "si", rank=1.0, valid_from=date(2020, 1, 1))),
    ]
    versions = tuple(Version(kind, record, date(2020, 1, 1)) for kind, record in records)
    return Baseline("b1", date(2026, 2, 1), "sor2", "f", frozenset({"name"}), ("fil.csv",), versions)


@pytest.fixture
def baseline() -> Baseline:
    return small_baseline()


@pytest.fixture
def plan_path(tmp_path: Path, baseline: Baseline) -> Path:
    """A plan file that nobody has open."""
    path = tmp_path / "ærø.sorplan"
    create(path, baseline, CodeLists(), today=TODAY, author="Bo").close()
    return path
