"""A long day in the window: 10,000 edits and undos, and what is left of them in objects, memory and bytes.

Run: QT_QPA_PLATFORM=offscreen python -m benchmarks.endurance [edits [units]]
"""

from __future__ import annotations

import gc
import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from rich.console import Console
from rich.table import Table

from benchmarks.plan_file import TODAY, invented
from sorstudio.model.change import Change
from sorstudio.model.edits import units
from sorstudio.model.plan import Plan
from sorstudio.resources import code_lists
from sorstudio.storage.plan_file import create
from sorstudio.ui.editor import Editor
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.shots import shown_window

EDITS, UNITS, STOPS = 5_000, 150, 10
PAINTED = 10
"""Every so many edits are painted too; every pane follows each of them."""
MOST_BYTES = 4_096
_PAGE = os.sysconf("SC_PAGE_SIZE")
Edit = Callable[[Plan], Change]


@dataclass(frozen=True)
class Left:
    """What is there after some edits: objects of Qt, memory in MiB, and the plan file in bytes."""

    edits: int
    objects: int
    memory: float
    bytes: int


def day(path: Path, edits: int) -> Iterator[Left]:
    """Edits, each taken back, and what is left of them at each stop."""
    with shown_window(path) as window:
        chance = random.Random(5)
        _round(window, chance, edits // STOPS // 5)
        yield _left(window, path, 0)
        for stop in range(1, STOPS + 1):
            _round(window, chance, edits // STOPS)
            yield _left(window, path, edits * stop // STOPS)


def _round(window: MainWindow, chance: random.Random, edits: int) -> None:
    editor = _editor(window)
    for number in range(edits):
        window.setUpdatesEnabled(number % PAINTED == 0)
        state = editor.state()
        keys = list(state.units)
        unit = chance.choice(keys[1:])
        editor.select([unit])
        editor.do(_edit(chance, unit, chance.choice(state.roots()), number))
        _settle()
        editor.undo()
        _settle()
    window.setUpdatesEnabled(True)
    editor.select(editor.state().roots())
    _settle()


def _edit(chance: random.Random, unit: str, top: str, number: int) -> Edit:
    kinds: tuple[Edit, ...] = (
        partial(units.rename, unit=unit, name=f"Hjemmesygeplejen på Æblegården, afdeling {number}"),
        partial(units.create, parent=unit, name=f"Team {number}"),
        partial(units.move, units=[unit], parent=top),
    )
    return chance.choice(kinds)


def _left(window: MainWindow, path: Path, edits: int) -> Left:
    gc.collect()
    _settle()
    objects = len(window.findChildren(QObject)) + len(QApplication.allWidgets())
    resident = int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE / 2**20
    return Left(edits, objects, resident, sum(part.stat().st_size for part in path.parent.glob(f"{path.name}*")))


def _settle() -> None:
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _editor(window: MainWindow) -> Editor:
    assert window.workspace is not None
    return window.workspace.editor


def report(found: list[Left]) -> None:
    """Print what was left at each stop, and whether it stayed within what was aimed at."""
    table = Table(title=f"{found[-1].edits:,} edits in the window and as many undos")
    for name in (
        "edits",
        "Qt objects",
        "memory, MiB",
        "plan file, KiB",
        "bytes of the file for each edit and its undo",
    ):
        table.add_column(name, justify="right")
    first = found[0]
    for one in found:
        each = f"{(one.bytes - first.bytes) / one.edits:,.0f}" if one.edits else ""
        table.add_row(f"{one.edits:,}", f"{one.objects:,}", f"{one.memory:.0f}", f"{one.bytes / 1024:,.0f}", each)
    console = Console(width=120)
    console.print(table)
    grown = found[-1].objects - first.objects
    each = (found[-1].bytes - first.bytes) / found[-1].edits
    console.print(
        f"objects {grown:+d} (aim 0), {each:,.0f} bytes for each edit and its undo (aim below {MOST_BYTES:,})"
    )


def main(edits: int = EDITS, size: int = UNITS) -> None:
    """One day on an invented municipality."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "day.sorplan"
        create(path, invented(size), code_lists(), today=TODAY).close()
        report(list(day(path, edits)))


if __name__ == "__main__":
    main(*[int(argument) for argument in sys.argv[1:3]])
