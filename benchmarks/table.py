"""The referral table of all municipalities of an invented national register, and single answers on one of them.

Reading, laying out and asking are told apart; the aim is for the table, and the reading of the file stands beside it.

Run: python -m benchmarks.table [municipalities]
"""

from __future__ import annotations

import gc
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.national import MUNICIPALITIES, UNITS, national, write
from sorstudio.formats.owners import read_municipalities
from sorstudio.model.bulk import without_collection
from sorstudio.resources import code_lists
from sorstudio.routing.directory import Directory
from sorstudio.routing.question import Question, Sender
from sorstudio.routing.route import route
from sorstudio.routing.table import joined, table

TODAY = date(2026, 11, 2)
TABLE_AIM, ANSWER_AIM = 5.0, 1.0
"""Seconds for the whole table, milliseconds for one answer in a hundred."""


def main() -> int:
    """Print both tables; the exit code says whether the aims are kept."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else MUNICIPALITIES
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder), national(wanted, UNITS))
        directories, is_kept = _whole(path)
    largest = max(directories, key=lambda one: len(one.places))
    return 0 if _answers(largest) and is_kept else 1


def _whole(path: Path) -> tuple[list[Directory], bool]:
    codes = code_lists()
    with without_collection():
        begun = time.perf_counter()
        read = list(read_municipalities(path, codes, TODAY, TODAY))
        is_read = time.perf_counter()
        directories = [Directory(one.state, codes, TODAY, one.municipality) for one in read]
        for one in directories:
            _ = one.areas, one.offering, one.takers
        is_laid_out = time.perf_counter()
        found = joined(table(one) for one in directories)
        is_done = time.perf_counter()
    shown = Table(title=f"{len(read)} municipalities: {len(found.rows)} rows, {len(found.holes)} holes", min_width=60)
    for name in ("part", "seconds"):
        shown.add_column(name, justify="left" if name == "part" else "right")
    whole = is_done - is_read
    shown.add_row("reading the register file", f"{is_read - begun:.2f}")
    shown.add_row("laying out the municipalities", f"{is_laid_out - is_read:.2f}")
    shown.add_row("asking for the rows", f"{is_done - is_laid_out:.2f}")
    shown.add_row(f"the table (aim {TABLE_AIM:.0f}{_kept(whole, TABLE_AIM)})", f"{whole:.2f}")
    shown.add_row("with the reading", f"{is_done - begun:.2f}")
    Console().print(shown)
    return directories, whole <= TABLE_AIM


def _answers(directory: Directory) -> bool:
    """Every area, sender and message that any area receives, each asked once; processor time, without the other 97."""
    gc.freeze()
    codes = directory.codes
    messages = list(dict.fromkeys(type_ for area in codes.areas for type_ in area.receives))
    asked = [
        Question(area.code, None, message, None, sender)
        for area in codes.areas
        for sender in (None, *Sender)
        for message in (None, *messages)
    ]
    times = []
    for one in asked:
        begun = time.thread_time()
        route(directory, one)
        times.append(1000 * (time.thread_time() - begun))
    cuts = statistics.quantiles(times, n=100)
    title = f"one answer on a municipality of {len(directory.places)} units, {len(asked)} questions"
    shown = Table(title=title, min_width=60)
    for name in ("p50 ms", f"p99 ms (aim {ANSWER_AIM:.0f}{_kept(cuts[98], ANSWER_AIM)})", "slowest ms"):
        shown.add_column(name, justify="right")
    shown.add_row(f"{cuts[49]:.3f}", f"{cuts[98]:.3f}", f"{max(times):.3f}")
    Console().print(shown)
    return cuts[98] <= ANSWER_AIM


def _kept(value: float, aim: float) -> str:
    return "" if value <= aim else ", missed"


if __name__ == "__main__":
    sys.exit(main())
