"""The whole window: its start beside a bare one, and how long an edit, a key and a frame take on large plans.

Run: QT_QPA_PLATFORM=offscreen python -m benchmarks.window [units ...]
"""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QTreeView
from rich.console import Console
from rich.table import Table

from benchmarks.plan_file import TODAY, invented
from sorstudio.model.edits import units
from sorstudio.model.plan import Plan
from sorstudio.resources import code_lists
from sorstudio.storage.plan_file import create
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.outline.rows_view import RowsView
from sorstudio.ui.shots import shown_window
from sorstudio.ui.workspace import Workspace

SCREEN = QSize(1600, 1000)
STARTS = 7
EDITS, STROKES, FRAMES = 120, 16, 60
SMALL, LARGE = 5_000, 100_000
WORDS = "hjemmepl"
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

# Each process ends after its first round of events, in which the first paint is made.
BARE = """
import os
import sys
from PySide6.QtWidgets import QApplication, QMainWindow, QTreeView
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1600, 1000)
window.setCentralWidget(QTreeView())
window.show()
app.processEvents()
os._exit(0)
"""
OURS = """
import os
import sys
from pathlib import Path
from sorstudio.ui.app import application
from sorstudio.ui.appearance import remembered_language
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.preferences import Preferences
from sorstudio.ui.theme import Look, Theme
from sorstudio.ui.translate import Tongue
app = application()
preferences = Preferences(Path(sys.argv[1]))
window = MainWindow(Look(app, Theme()), Tongue(app, remembered_language(preferences)), preferences)
window.resize(1600, 1000)
window.show()
if len(sys.argv) > 2:
    window.files.open_path(sys.argv[2])
app.processEvents()
os._exit(0)
"""


@dataclass(frozen=True)
class Row:
    """One measurement with what was aimed at; `kept` is None where nothing was."""

    what: str
    p50: float
    p99: float
    target: str
    kept: bool | None = None


def row(what: str, times: list[float], p50: float = 0, p99: float = 0) -> Row:
    """A row whose targets are milliseconds; 0 means none."""
    middle, high = statistics.median(times), float(np.percentile(times, 99))
    target = ", ".join(f"{name} {limit:g} ms" for name, limit in (("p50", p50), ("p99", p99)) if limit)
    return Row(what, middle, high, target, (not p50 or middle <= p50) and (not p99 or high <= p99))


def ratio_row(what: str, ours: list[float], peer: list[float], most: float, name: str) -> Row:
    """A row whose target is a share of a peer measured in the same run."""
    share = statistics.median(ours) / statistics.median(peer)
    words = f"{share:.3f} x {name}, at most {most:g}"
    return Row(what, statistics.median(ours), float(np.percentile(ours, 99)), words, share <= most)


def timed(act: Callable[[], object], repeats: int) -> list[float]:
    """Milliseconds of each repetition."""
    times = []
    for _ in range(repeats):
        begin = time.perf_counter()
        act()
        times.append((time.perf_counter() - begin) * 1e3)
    return times


def settle() -> None:
    """Until nothing is left to do: timers of no length fire and what they changed is painted."""
    for _ in range(4):
        QApplication.processEvents()


def start_rows(folder: Path) -> Iterator[Row]:
    """Whole processes, from nothing to painted; taken turn by turn so that both meet the same machine.

    The modules are compiled beforehand, as those of an installed program are.
    """
    plan = folder / "start.sorplan"
    create(plan, invented(SMALL), code_lists(), today=TODAY).close()
    settings = str(folder / "window.ini")
    runs = {"bare": [BARE], "empty": [OURS, settings], "plan": [OURS, settings, str(plan)]}
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiled["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    for arguments in runs.values():
        _process(arguments, compiled)
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(STARTS):
        for name, arguments in runs.items():
            times[name] += timed(partial(_process, arguments, compiled), 1)
    yield Row("bare PySide6 window, whole process", statistics.median(times["bare"]), max(times["bare"]), "")
    yield ratio_row("start to the start page", times["empty"], times["bare"], 1.2, "bare")
    yield ratio_row(f"start to a plan of {SMALL:,} units", times["plan"], times["bare"], 4, "bare")


def _process(arguments: list[str], environment: dict[str, str]) -> None:
    subprocess.run([sys.executable, "-c", *arguments], check=True, capture_output=True, env=environment)


@contextmanager
def window_on(size: int) -> Iterator[MainWindow]:
    """A window with an invented plan that lives in no file, checked and quiet."""
    plan = Plan([invented(size)], code_lists(), today=TODAY)
    with shown_window(plan, size=(SCREEN.width(), SCREEN.height())) as window:
        workspace = _space(window)
        while workspace.findings.checking.is_busy:
            QApplication.processEvents()
        settle()
        gc.collect()
        yield window


def window_rows(size: int) -> Iterator[Row]:
    """What a hand does, in a window with everything open."""
    with window_on(size) as window:
        space = _space(window)
        small = size <= SMALL
        yield from edit_rows(space, small=small)
        yield row("filter keystroke, painted", _keystrokes(space), p99=20 if small else 50)
        space.outline.filter.clear()
        settle()
        frame = 8 if small else 16
        yield row("pan, one frame", timed(partial(_pan, space), FRAMES), p99=frame)
        yield row("zoom, one frame", timed(partial(_zoom, space), FRAMES), p99=frame)
        if not small:
            yield from expand_rows(space)


def edit_rows(space: Workspace, *, small: bool) -> Iterator[Row]:
    """A renamed unit and the way back, until every pane is up to date and painted."""
    editor = space.editor
    keys = list(editor.plan.state().units)
    editor.select([keys[len(keys) // 2]])
    settle()
    times, undone = [], []
    for number in range(EDITS if small else EDITS // 6):
        key = keys[1 + number * 37 % (len(keys) - 1)]
        times += timed(lambda k=key, n=number: _edit(space, k, f"Navn {n}"), 1)
        undone += timed(lambda: (editor.undo(), settle()), 1)
    yield row("one edit until all panes are up to date", times, 16 if small else 0, 33 if small else 0)
    yield row("undo until all panes are up to date", undone, p99=33 if small else 0)


def _edit(space: Workspace, key: str, name: str) -> None:
    space.editor.do(partial(units.rename, unit=key, name=name))
    settle()


def _keystrokes(space: Workspace) -> list[float]:
    """A word typed letter by letter, several times."""
    times = []
    for _ in range(STROKES):
        for end in range(1, len(WORDS) + 1):
            times += timed(lambda typed=WORDS[:end]: (space.outline.filter.setText(typed), settle()), 1)
        space.outline.filter.clear()
        settle()
    return times


def _pan(space: Workspace) -> None:
    space.canvas.desk.pan(-7, -5)
    space.canvas.repaint()


def _zoom(space: Workspace) -> None:
    space.canvas.desk.zoom(1.06, QPointF(300, 300))
    space.canvas.repaint()


def expand_rows(space: Workspace) -> Iterator[Row]:
    """Every branch opened and painted, beside Qt's tree on a model in Python."""
    view = space.outline.view
    peer = _tree_times(space.editor.plan)
    times = []
    for _ in range(5):
        view.outline.close_all()
        settle()
        times += timed(lambda: (view.outline.open_all(), _paint(view)), 1)
    yield Row("QTreeView with a tree model: expand all", statistics.median(peer), max(peer), "")
    yield ratio_row("expand all", times, peer, 0.02, "QTreeView")


def _paint(view: RowsView) -> QImage:
    return view.viewport().grab(QRect(0, 0, 400, 600)).toImage()


def _tree_times(plan: Plan) -> list[float]:
    view = QTreeView()
    model = TreeModel(plan, view)
    view.setUniformRowHeights(True)
    view.setModel(model)
    view.resize(600, 800)
    view.show()
    settle()
    times = timed(lambda: (view.expandAll(), view.viewport().grab()), 1)
    view.close()
    return times


class TreeModel(QAbstractItemModel):
    """The peer: the same tree as an item model of the usual kind."""

    def __init__(self, plan: Plan, parent: QObject) -> None:
        super().__init__(parent)
        state = plan.state()
        self._keys = list(state.units)
        self._place = {key: at for at, key in enumerate(self._keys)}
        self._names = [unit.name for unit in state.units.values()]
        self._parent = [self._place.get(unit.parent or "", -1) for unit in state.units.values()]
        self._below: dict[int, list[int]] = {}
        for at, above in enumerate(self._parent):
            self._below.setdefault(above, []).append(at)
        self._row = {at: row for one in self._below.values() for row, at in enumerate(one)}

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        above = parent.internalId() if parent.isValid() else -1
        return self.createIndex(row, column, self._below[above][row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        above = self._parent[index.internalId()]
        return QModelIndex() if above < 0 else self.createIndex(self._row[above], 0, above)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return len(self._below.get(parent.internalId() if parent.isValid() else -1, ()))

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return self._names[index.internalId()] if role == Qt.ItemDataRole.DisplayRole else None


def _space(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def report(title: str, rows: Iterator[Row]) -> None:
    """Print one table."""
    table = Table(title=f"{title}, {SCREEN.width()} x {SCREEN.height()}, milliseconds")
    for name in ("what", "p50", "p99", "target", ""):
        table.add_column(name, justify="right" if name.startswith("p") else "left")
    for one in rows:
        word = "" if one.kept is None else "kept" if one.kept else "missed"
        table.add_row(one.what, f"{one.p50:.1f}", f"{one.p99:.1f}", one.target, word if one.target else "")
    Console(width=120).print(table)


def main(sizes: list[int]) -> None:
    """The start, then each size."""
    with tempfile.TemporaryDirectory() as folder:
        report("start", start_rows(Path(folder)))
    for size in sizes:
        report(f"{size:,} units", window_rows(size))


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [SMALL, LARGE])
