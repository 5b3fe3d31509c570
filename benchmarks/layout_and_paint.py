"""Layout and painting of 5,000 and 100,000 units, beside named peers in the same run.

Run: QT_QPA_PLATFORM=offscreen python -m benchmarks.layout_and_paint [units ...]
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication
from rich.console import Console
from rich.table import Table

from benchmarks.generated import municipality
from sorstudio.ui.picture.arrays import PictureData, folded_to_level, visible_part
from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.picture.deep import tidy_deep
from sorstudio.ui.picture.detail import Detail, Direction
from sorstudio.ui.picture.layout import bands, tidy
from sorstudio.ui.picture.scene import build_scene
from sorstudio.ui.theme import Look, Mode, Theme

SCREEN = QSize(1600, 1000)
FRAMES = 60
REPEATS = 5
PEER_BUDGET_S = 12.0


@dataclass(frozen=True)
class Row:
    """One measurement: what, how long, against whom, and what was aimed at."""

    what: str
    p50: float
    p99: float
    peer: str = ""
    ratio: float = 0.0
    target: str = ""


def timed(act: Callable[[], object], repeats: int = REPEATS) -> list[float]:
    """Milliseconds of each repetition."""
    times = []
    for _ in range(repeats):
        begin = time.perf_counter()
        act()
        times.append((time.perf_counter() - begin) * 1e3)
    return times


def row(what: str, times: list[float], peer: str = "", peer_times: list[float] | None = None, target: str = "") -> Row:
    p50 = statistics.median(times)
    ratio = p50 / statistics.median(peer_times) if peer_times else 0.0
    return Row(what, p50, float(np.percentile(times, 99)), peer, ratio, target)


def layout_rows(data: PictureData) -> Iterator[Row]:
    shape, breadth = data.shape, np.where(data.number_signs == 1, 64.0, 28.0)
    plain = timed(lambda: tidy_deep(shape, breadth, 14))
    yield row("layout: tidy, by levels", timed(lambda: tidy(shape, breadth, 14)), "van der Ploeg", plain, "16 ms")
    yield row("layout: bands", timed(lambda: bands(shape, breadth, 14)), "van der Ploeg", plain)
    yield row("layout: van der Ploeg, pure Python", plain)
    if find_spec("igraph"):
        peer = timed(lambda: igraph_layout(data), 1)
        yield row("layout: igraph Reingold-Tilford", peer)
        yield row("layout: tidy, again", timed(lambda: tidy(shape, breadth, 14)), "igraph", peer, "<= 0.01 x")
    visible = visible_part(data, frozenset())
    for detail in Detail:
        yield row(f"scene: {detail}", timed(lambda d=detail: build_scene(visible, d, Direction.RIGHT)))


def igraph_layout(data: PictureData) -> object:
    import igraph

    edges = np.column_stack((data.shape.parent[1:], np.arange(1, data.size)))
    return igraph.Graph(edges=edges.tolist()).layout_reingold_tilford(root=[0])


def paint_rows(look: Look, data: PictureData) -> Iterator[Row]:
    blank = timed(lambda: fill(look.theme), FRAMES)
    peer_pan, peer_zoom = scatter(data)
    canvas = Canvas(look)
    canvas.resize(SCREEN)
    canvas.show()
    QApplication.processEvents()
    yield row("first picture, layout and all", timed(lambda: first_picture(canvas, data), 1), target="60 ms + layout")
    canvas.fit()
    pan_target = "p99 16 ms, 0.05 x"
    yield row("pan: everything in sight", pan(canvas), "pyqtgraph pan", peer_pan, pan_target)
    for detail in Detail:
        canvas.zoom_to(detail)
        canvas.desk.select((data.keys[data.size // 2],))
        canvas.reveal(data.keys[data.size // 2])
        yield row(f"pan: {detail}", pan(canvas), "pyqtgraph pan", peer_pan, "p99 16 ms")
    canvas.fit()
    yield row("zoom through all scales", zoom(canvas), "pyqtgraph zoom", peer_zoom, "p99 16 ms")
    canvas.fit()
    yield row("pan again", pan(canvas), "blank fill", blank, "10 x")
    yield row("fold to two levels and open", timed(lambda: fold_and_open(canvas, data)))
    canvas.close()


def fill(theme: Theme) -> None:
    pixels = QPixmap(SCREEN)
    painter = QPainter(pixels)
    painter.fillRect(pixels.rect(), theme.color("canvas"))
    painter.end()


def first_picture(canvas: Canvas, data: PictureData) -> None:
    canvas.set_data(data)
    canvas.fit()
    canvas.repaint()


def pan(canvas: Canvas) -> list[float]:
    def step() -> None:
        canvas.desk.pan(-7, -5)
        canvas.repaint()

    return timed(step, FRAMES)


def zoom(canvas: Canvas) -> list[float]:
    middle = QPointF(SCREEN.width() / 2, SCREEN.height() / 2)
    factor = (2.0 / canvas.stage.view.zoom) ** (1 / FRAMES)

    def step() -> None:
        canvas.desk.zoom(factor, middle)
        canvas.repaint()

    return timed(step, FRAMES)


def fold_and_open(canvas: Canvas, data: PictureData) -> None:
    for folded in (folded_to_level(data, 2), frozenset[str]()):
        canvas.set_folded(folded)
        canvas.repaint()


def scatter(data: PictureData) -> tuple[list[float], list[float]]:
    """The peer: the same tree as points and lines in pyqtgraph."""
    import pyqtgraph

    scene = build_scene(visible_part(data, frozenset()), Detail.NAMES, Direction.RIGHT)
    x, y = scene.depth + scene.deep / 2, scene.start + scene.breadth / 2
    plot = pyqtgraph.PlotWidget()
    plot.resize(SCREEN)
    box = plot.getViewBox()
    box.disableAutoRange()
    ends = np.repeat(np.arange(1, scene.size), 2)
    ends[0::2] = scene.visible.shape.parent[1:]
    plot.addItem(pyqtgraph.PlotCurveItem(x[ends], y[ends], connect="pairs", skipFiniteCheck=True))
    plot.addItem(pyqtgraph.ScatterPlotItem(x, y, size=8, symbol="s", pen=None, pxMode=True))
    plot.show()
    QApplication.processEvents()
    area = QRectF(float(x.min()), float(y.min()), float(np.ptp(x)) + 1, float(np.ptp(y)) + 1)
    pans = [area.translated(area.width() * part / 500, area.height() * part / 500) for part in range(FRAMES)]
    factors = np.geomspace(1, 0.01, FRAMES)
    zooms = [QRectF(area.center(), area.size() * float(factor)) for factor in factors]
    times = views(plot, pans), views(plot, zooms)
    plot.close()
    return times


def views(plot: object, areas: list[QRectF]) -> list[float]:
    from pyqtgraph import PlotWidget

    assert isinstance(plot, PlotWidget)
    times: list[float] = []
    begin = time.perf_counter()
    for area in areas:
        if time.perf_counter() - begin > PEER_BUDGET_S:
            break
        times += timed(lambda a=area: (plot.getViewBox().setRange(a, padding=0), plot.viewport().repaint()), 1)
    return times


def report(size: int, rows: Iterator[Row]) -> None:
    table = Table(title=f"{size:,} units, {SCREEN.width()} x {SCREEN.height()}, milliseconds")
    for title in ("what", "p50", "p99", "x peer", "peer", "target"):
        table.add_column(title, justify="left" if title in ("what", "peer", "target") else "right")
    for one in rows:
        ratio = f"{one.ratio:.3f}" if one.peer else ""
        table.add_row(one.what, f"{one.p50:.2f}", f"{one.p99:.2f}", ratio, one.peer, one.target)
    Console(width=110).print(table)


def main(sizes: list[int]) -> None:
    app = QApplication([])
    look = Look(app, Theme(Mode.LIGHT))
    for size in sizes:
        data = municipality(size)
        report(size, layout_rows(data))
        report(size, paint_rows(look, data))


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [5_000, 100_000])
