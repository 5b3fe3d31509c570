"""The picture on several sheets of paper: tiles that overlap a little, with marks to join them by."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from pathlib import Path

from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from sorstudio.ui import paint
from sorstudio.ui.paint import Ink
from sorstudio.ui.picture.arrays import PictureData
from sorstudio.ui.picture.export import Choice, Sheet, must_be, render, write_beside
from sorstudio.ui.theme import Theme

PAPERS = {"A4": QPageSize.PageSizeId.A4, "A3": QPageSize.PageSizeId.A3}
_MARGIN_MM = 10.0
_DOTS_PER_INCH = 96
_OVERLAP = 24.0
_FOOT = 20.0
_ARM = 8.0
_SCALE = 0.75
_HAIR = 0.4
_DASHES = [16.0, 12.0]


class UnknownPaper(ValueError):
    """No paper of this name."""


@dataclass(frozen=True)
class Tiling:
    """How a sheet is cut: columns and rows of tiles, each `step` after the one before, at a scale."""

    columns: int
    rows: int
    step: QSizeF
    scale: float

    @property
    def count(self) -> int:
        return self.columns * self.rows


def tiling(size: QSizeF, room: QSizeF, scale: float = _SCALE) -> Tiling:
    """As few tiles as cover the picture; a picture that nearly fits is made to fit on one."""
    whole = min(room.width() / size.width(), room.height() / size.height())
    scale = min(whole, 1.0) if whole >= scale * 0.8 else scale
    step = QSizeF(room.width() - _OVERLAP, room.height() - _OVERLAP)
    across = ceil(max(0.0, size.width() * scale - room.width()) / step.width() - 1e-6)
    down = ceil(max(0.0, size.height() * scale - room.height()) / step.height() - 1e-6)
    return Tiling(across + 1, down + 1, step, scale)


def page_count(data: PictureData, paper: str, theme: Theme, choice: Choice | None = None) -> int:
    """How many sheets the picture takes."""
    return tiling(render(data, theme, choice).size, _room(_layout(paper))).count


def print_pages(data: PictureData, path: Path, paper: str, theme: Theme, choice: Choice | None = None) -> int:
    """Write the picture as a PDF of sheets of this paper; says how many they are."""
    sheet, layout = render(data, theme, choice), _layout(paper)
    cut = tiling(sheet.size, _room(layout))
    write_beside(path, lambda beside: _write(sheet, beside, layout, cut))
    return cut.count


def _layout(paper: str) -> QPageLayout:
    if paper.upper() not in PAPERS:
        raise UnknownPaper(paper)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(PAPERS[paper.upper()])
    return QPageLayout(size, QPageLayout.Orientation.Landscape, margins, QPageLayout.Unit.Millimeter)


def _room(layout: QPageLayout) -> QSizeF:
    """What a tile has on the page, above its foot."""
    area = layout.paintRectPixels(_DOTS_PER_INCH)
    return QSizeF(area.width(), area.height() - _FOOT)


def _write(sheet: Sheet, path: Path, layout: QPageLayout, cut: Tiling) -> None:
    writer = QPdfWriter(str(path))
    writer.setPageLayout(layout)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(sheet.title)
    painter = QPainter()
    must_be(painter.begin(writer), path)
    for number in range(cut.count):
        if number:
            must_be(writer.newPage(), path)
        _paint_tile(painter, sheet, cut, number, _room(layout))
    must_be(painter.end(), path)


def _paint_tile(painter: QPainter, sheet: Sheet, cut: Tiling, number: int, room: QSizeF) -> None:
    row, column = divmod(number, cut.columns)
    painter.save()
    painter.setClipRect(QRectF(QPointF(0, 0), room))
    painter.translate(-column * cut.step.width(), -row * cut.step.height())
    painter.scale(cut.scale, cut.scale)
    sheet.paint(painter)
    painter.restore()
    _paint_marks(painter, sheet, cut, (row, column), room)


def _paint_marks(painter: QPainter, sheet: Sheet, cut: Tiling, at: tuple[int, int], room: QSizeF) -> None:
    """A line to cut along and a cross at each joint with another sheet, and below which sheet this is."""
    theme, words = sheet.picture.theme, sheet.picture.words
    row, column = at
    if cut.count > 1:
        dashed = QPen(theme.color("muted"), _HAIR)
        dashed.setDashPattern(_DASHES)
        painter.setPen(dashed)
        for line in cut_lines(cut, at, room):
            painter.drawLine(line)
        painter.setPen(QPen(theme.color("muted"), 0.8))
        for across in _joints(column, cut.columns, room.width()):
            for down in _joints(row, cut.rows, room.height()):
                _cross(painter, QPointF(across, down))
    number = row * cut.columns + column + 1
    foot = QRectF(0, room.height() + 2, room.width(), _FOOT - 2)
    place = words("picture.sheet", number=number, count=cut.count, row=row + 1, column=column + 1)
    paint.text(painter, theme, foot, f"{sheet.title} · {place}", Ink("caption", color="muted"))


def cut_lines(cut: Tiling, at: tuple[int, int], room: QSizeF) -> list[QLineF]:
    """Where to cut: the left and upper side of a tile that lies over the one before, in the middle of the overlap."""
    row, column = at
    middle = _OVERLAP / 2
    across = [QLineF(middle, 0, middle, room.height())] if column else []
    down = [QLineF(0, middle, room.width(), middle)] if row else []
    return across + down


def _joints(place: int, count: int, length: float) -> list[float]:
    """Where a tile is joined to its neighbours, along one side; in the middle of a side that has none."""
    before = [_OVERLAP / 2] if place else []
    after = [length - _OVERLAP / 2] if place < count - 1 else []
    return [*before, *after] or [length / 2]


def _cross(painter: QPainter, at: QPointF) -> None:
    painter.drawLine(at - QPointF(_ARM, 0), at + QPointF(_ARM, 0))
    painter.drawLine(at - QPointF(0, _ARM), at + QPointF(0, _ARM))
