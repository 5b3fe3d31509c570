"""The whole picture as a file: PNG, SVG or PDF by the file's ending, written beside and then put in place."""

from __future__ import annotations

import base64
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from sorstudio.resources import resource
from sorstudio.ui import paint
from sorstudio.ui.paint import Ink
from sorstudio.ui.picture.arrays import PictureData, visible_part
from sorstudio.ui.picture.colouring import ColourBy, colour
from sorstudio.ui.picture.detail import Detail, Direction
from sorstudio.ui.picture.edges import edges_of
from sorstudio.ui.picture.legend import Entry, entries, legend_size, paint_legend
from sorstudio.ui.picture.painting import Marks, Picture, paint_picture
from sorstudio.ui.picture.scene import Box, build_scene
from sorstudio.ui.picture.view import View
from sorstudio.ui.picture.words import Words
from sorstudio.ui.theme import Theme, Weight, install_fonts, measure

_MOST_PIXELS = 16_000
_MOST_AREA = 80_000_000
_SHARPNESS = 2.0
_DOTS_PER_INCH = 96
_MOST_CARDS = 250
_MOST_NAMES = 1_000
_HEAD = 48


class UnknownPictureFormat(ValueError):
    """The file's ending is none of .png, .svg, .pdf."""


@dataclass(frozen=True)
class Choice:
    """What of the picture is exported, and how. Without a detail the number of units decides."""

    detail: Detail | None = None
    direction: Direction = Direction.RIGHT
    colour_by: ColourBy = ColourBy.CHANGES
    language: str = "da"
    title: str = ""
    area: Box | None = None
    """Only this part of the layout; everything without one."""


@dataclass(frozen=True)
class Sheet:
    """A picture with title and legend, ready for any painter; `size` is in pixels at 96 to the inch."""

    picture: Picture
    title: str
    legend: tuple[Entry, ...]
    size: QSizeF
    shown: Box

    def paint(self, painter: QPainter) -> None:
        """Everything, from the corner at 0, 0."""
        paint.smooth(painter)
        theme = self.picture.theme
        painter.fillRect(QRectF(QPointF(0, 0), self.size), theme.color("canvas"))
        margin = measure("margin")
        head = QRectF(margin, margin / 2, self.size.width() - 2 * margin, _HEAD)
        paint.text(painter, theme, head, self.title, Ink("page", Weight.STRONG))
        part = QRectF(margin, margin + _HEAD, self.shown.width, self.shown.height)
        view = View(own_scale=1.0).with_point_at(self.shown.x, self.shown.y, part.topLeft())
        painter.save()
        if self.shown != self.picture.scene.bounds:
            painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
        paint_picture(painter, self.picture, view, self.size, Marks())
        painter.restore()
        panel = QSizeF(legend_size(theme, self.legend))
        corner = QPointF(margin, self.size.height() - margin / 2 - panel.height())
        paint_legend(painter, theme, self.legend, QRectF(corner, panel))


def render(data: PictureData, theme: Theme, choice: Choice | None = None) -> Sheet:
    """Lay out the picture, or the part of it that is wanted."""
    choice = choice or Choice()
    install_fonts()
    words, theme = Words(choice.language), theme.at_full_size()
    visible = visible_part(data, data.folded)
    detail = choice.detail or _detail_for(len(visible.rows))
    scene = build_scene(visible, detail, choice.direction)
    picture = Picture(scene, edges_of(scene), colour(data, choice.colour_by), theme, words)
    legend = entries(data, picture.colouring, detail, words)
    title = choice.title or (data.names[0] if data.size else words("picture.title"))
    row = legend_size(theme, legend)
    margin, bounds = measure("margin"), _part(scene.bounds, choice.area)
    titled = theme.width(title, "page", Weight.STRONG)
    wide = max(bounds.width, row.width(), titled) + 2 * margin
    size = QSizeF(wide, bounds.height + _HEAD + row.height() + 3 * margin)
    return Sheet(picture, title, legend, size, bounds)


def _part(bounds: Box, area: Box | None) -> Box:
    """What of the picture lies in the area; everything where nothing does."""
    if area is None:
        return bounds
    x, y = max(bounds.x, area.x), max(bounds.y, area.y)
    right = min(bounds.x + bounds.width, area.x + area.width)
    bottom = min(bounds.y + bounds.height, area.y + area.height)
    return Box(x, y, right - x, bottom - y) if right > x and bottom > y else bounds


def export_picture(data: PictureData, path: Path, theme: Theme, choice: Choice | None = None) -> Path:
    """Write the whole picture; an existing file is replaced only when the new one is complete."""
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise UnknownPictureFormat(path.suffix)
    sheet = render(data, theme, choice)
    write_beside(path, lambda beside: write(sheet, beside))
    return path


def write_beside(path: Path, write: Callable[[Path], None]) -> None:
    """A file beside is written and flushed, and only then put in place."""
    handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=path.suffix, dir=path.parent)
    os.close(handle)
    beside = Path(name)
    try:
        write(beside)
        _flush(beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _detail_for(units: int) -> Detail:
    if units <= _MOST_CARDS:
        return Detail.NEAR
    return Detail.NAMES if units <= _MOST_NAMES else Detail.FAR


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    path.chmod(0o644)


def _write_png(sheet: Sheet, path: Path) -> None:
    """Twice as sharp as a screen, as far as the picture is not too large for that."""
    longest = max(sheet.size.width(), sheet.size.height())
    area = sheet.size.width() * sheet.size.height()
    factor = min(_SHARPNESS, _MOST_PIXELS / longest, (_MOST_AREA / area) ** 0.5)
    size = (sheet.size * factor).toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(sheet.picture.theme.color("canvas")))
    painter = QPainter(image)
    painter.scale(factor, factor)
    sheet.paint(painter)
    painter.end()
    must_be(image.save(str(path)), path)


def _write_svg(sheet: Sheet, path: Path) -> None:
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(sheet.size.toSize())
    generator.setViewBox(QRectF(QPointF(0, 0), sheet.size))
    generator.setResolution(_DOTS_PER_INCH)
    generator.setTitle(sheet.title)
    _paint_on(sheet, lambda painter: painter.begin(generator), path)
    drawn = path.read_text("utf-8")
    path.write_text(drawn.replace("<defs>", f"<defs>{_font_faces()}", 1), "utf-8")


def _font_faces() -> str:
    """The shipped font inside the drawing, so that texts are as wide on every machine as they were measured here."""
    faces = []
    for path in sorted(resource("look/fonts").glob("*.ttf")):
        weight = _WEIGHTS[path.stem.removeprefix("Inter-")]
        data = base64.b64encode(path.read_bytes()).decode()
        source = f"src:url(data:font/ttf;base64,{data})"
        faces.append(f"@font-face{{font-family:Inter;font-weight:{weight};{source}}}")
    return f'<style type="text/css">{"".join(faces)}</style>'


_WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600}


def _write_pdf(sheet: Sheet, path: Path) -> None:
    """One page as large as the picture: it can be printed on any paper, and searched."""
    writer = QPdfWriter(str(path))
    points = sheet.size * (72 / _DOTS_PER_INCH)
    scale = min(1.0, _MOST_POINTS / max(points.width(), points.height()))
    writer.setPageSize(QPageSize(points * scale, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF())
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(sheet.title)
    _paint_on(sheet, lambda painter: painter.begin(writer), path, scale)


_MOST_POINTS = 14_400


def _paint_on(sheet: Sheet, begin: Callable[[QPainter], bool], path: Path, scale: float = 1.0) -> None:
    painter = QPainter()
    must_be(begin(painter), path)
    painter.scale(scale, scale)
    sheet.paint(painter)
    must_be(painter.end(), path)


def must_be(done: bool, path: Path) -> None:
    """Qt says only whether it could write."""
    if not done:
        raise OSError(f"cannot write {path}")


_WRITERS = {".png": _write_png, ".svg": _write_svg, ".pdf": _write_pdf}
