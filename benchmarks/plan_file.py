"""Plan files: make, open, apply a thousand acts, load Aarhus; beside plain sqlite3, write + fsync and file copy.

Run: python -m benchmarks.plan_file [units ...]
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from sorstudio.formats.reading import read_baseline
from sorstudio.model.baseline import Baseline, Version
from sorstudio.model.edits.units import rename
from sorstudio.model.identifiers import make_sor_id
from sorstudio.model.records import UNKNOWN, Address, RecordKind, Unit, UnitKind
from sorstudio.resources import code_lists
from sorstudio.storage.codec import encode_record, to_text
from sorstudio.storage.plan_file import create, open_plan

TODAY = date(2026, 3, 1)
ACTS = 1_000
REPEATS = 5
FAN_OUT = 8
AARHUS = Path(__file__).parents[1] / ".." / "shared" / "domain" / "data" / "eer" / "aarhus-kommune.csv"


@dataclass(frozen=True)
class Row:
    """One measurement beside its peer, both in milliseconds."""

    what: str
    ours: float
    peer: str = ""
    theirs: float = 0.0
    target: str = ""


def timed(act: Callable[[], object], repeats: int = REPEATS) -> float:
    """The median of some repetitions, in milliseconds."""
    times = []
    for _ in range(repeats):
        begin = time.perf_counter()
        act()
        times.append((time.perf_counter() - begin) * 1e3)
    return statistics.median(times)


def invented(size: int) -> Baseline:
    """A municipality of this many units with the fields of SOR's own file."""
    units = (
        Unit(
            key := make_sor_id(9_000_001 + at),
            UnitKind.IE if at == 0 else UnitKind.SI if at <= FAN_OUT else UnitKind.OE,
            f"Hjemmeplejen Æblegården {at}",
            make_sor_id(9_000_001 + (at - 1) // FAN_OUT) if at else None,
            float(at),
            sor_id=key,
            unit_type="550621000005101",
            postal=Address("Torvet", str(at % 200), postcode="9999", city="Eksempelby"),
            kombit_id=UNKNOWN,
            valid_from=date(2020, 1, 1),
        )
        for at in range(size)
    )
    versions = tuple(Version(RecordKind.UNIT, unit, date(2020, 1, 1)) for unit in units)
    return Baseline(f"invented-{size}", TODAY, "sor2_csv", carries=frozenset({"name"}), versions=versions)


def file_rows(folder: Path, size: int) -> Iterator[Row]:
    """Making, opening and saving a plan of this size."""
    path, codes, baseline = folder / "a.sorplan", code_lists(), invented(size)

    def make() -> None:
        create(path, baseline, codes, today=TODAY, force=True).close()

    def open_it() -> None:
        open_plan(path, codes, today=TODAY).close()

    yield Row("make the file", timed(make), "file copy + fsync", timed(lambda: copy(path)), "≤ 25 ×")
    yield Row(
        "open the file", timed(open_it), "sqlite3 executemany of the rows", timed(lambda: plain_rows(folder, baseline))
    )
    yield from act_rows(folder, path, size)


def act_rows(folder: Path, path: Path, size: int) -> Iterator[Row]:
    """A thousand acts, each committed by itself."""
    keys = [make_sor_id(9_000_001 + at) for at in range(size)]
    with open_plan(path, code_lists(), today=TODAY) as opened:
        plan = opened.plan

        def act(number: int) -> None:
            plan.apply(rename(plan, keys[1 + number % (size - 1)], f"Navn {number}", day=None))

        ours = timed(lambda: [act(number) for number in range(ACTS)], 1) / ACTS
        undo = timed(lambda: (plan.undo(), plan.redo())) / 2
    limit = timed(lambda: write_and_flush(folder, ACTS), 1) / ACTS
    yield Row(f"one act of {ACTS}, checked and committed", ours, "4 KiB write + fsync", limit)
    yield Row("undo or redo, committed", undo, "4 KiB write + fsync", limit)


def aarhus_rows(folder: Path) -> Iterator[Row]:
    """The real file, read and stored."""
    if not AARHUS.exists():
        return
    codes = code_lists()
    yield Row("read Aarhus (555 units)", timed(lambda: read_baseline([AARHUS], codes=codes, today=TODAY)))
    baseline = read_baseline([AARHUS], codes=codes, today=TODAY)
    path = folder / "aarhus.sorplan"
    yield Row("store it", timed(lambda: create(path, baseline, codes, today=TODAY, force=True).close()))
    yield Row("open it", timed(lambda: open_plan(path, codes, today=TODAY).close()))


def copy(path: Path) -> None:
    target = path.with_suffix(".copy")
    shutil.copyfile(path, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def plain_rows(folder: Path, baseline: Baseline) -> None:
    """The same rows into a bare table, without reading them back."""
    path = folder / "plain.db"
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE versions (position INTEGER PRIMARY KEY, key TEXT, content TEXT)")
        rows = ((at, one.record.key, to_text(encode_record(one.record))) for at, one in enumerate(baseline.versions))
        connection.executemany("INSERT INTO versions VALUES (?, ?, ?)", rows)
    connection.close()


def write_and_flush(folder: Path, times: int) -> None:
    with (folder / "limit").open("wb", buffering=0) as file:
        for _ in range(times):
            file.write(b"x" * 4096)
            os.fsync(file.fileno())


def report(title: str, rows: Iterator[Row]) -> None:
    table = Table("ms", "ours", "peer", "theirs", "×", "target", title=title)
    for row in rows:
        ratio = f"{row.ours / row.theirs:.2f}" if row.theirs else ""
        theirs = f"{row.theirs:.2f}" if row.theirs else ""
        table.add_row(row.what, f"{row.ours:.2f}", row.peer, theirs, ratio, row.target)
    Console().print(table)


def main(sizes: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        report("Aarhus", aarhus_rows(Path(folder)))
        for size in sizes:
            report(f"{size:,} units", file_rows(Path(folder), size))


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [5_000])
