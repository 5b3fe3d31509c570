"""Before and after side by side on wide pages: each unit a card in its place, what changes with sign, colour and words.

Long branches are set on A3, all others on A4, in the same size of type: nothing is shrunk to fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from sorstudio.requests.branches import BranchPages, Mark, Row
from sorstudio.ui.paper.application import ensure_application
from sorstudio.ui.paper.layout import CELL, FOOT, HEADING, TITLE, UNITS, Style
from sorstudio.ui.paper.pages import POINTS, RESOLUTION
from sorstudio.ui.theme import Mode, Theme

_MARGIN = 36.0
_HEAD, _FOOT, _LEGEND = 62.0, 16.0, 20.0
_ROW, _CARD, _INDENT, _GAP = 29.0, 25.0, 15.0, 20.0
_MANY_ROWS = 26
_NAME = Style(9, strong=True)
_TOKENS = {Mark.NEW: "new", Mark.CLOSED: "closed", Mark.MOVED: "moved", Mark.EDITED: "changed", Mark.PATH: "muted"}
_SIGNS = {Mark.NEW: "+", Mark.CLOSED: "×", Mark.MOVED: "→", Mark.EDITED: "≠", Mark.PATH: ""}


@dataclass(frozen=True, slots=True)
class _Page:
    """A part of a branch that fits on one page."""

    title: str
    before: tuple[Row, ...]
    after: tuple[Row, ...]


def branches_pdf(pages: BranchPages) -> bytes:
    """The pages as a PDF file in memory."""
    ensure_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, pages)
    area = writer.pageLayout().paintRect(QPageLayout.Unit.Point)
    painter = QPainter(writer)
    painter.scale(RESOLUTION / POINTS / UNITS, RESOLUTION / POINTS / UNITS)
    drawing = _Drawing(painter, pages, area.width() * UNITS, area.height() * UNITS)
    found = list(_cut(pages, drawing.rows))
    for number, page in enumerate(found, start=1):
        if number > 1:
            writer.newPage()
        drawing.page(page, number, len(found))
    painter.end()
    return bytes(buffer.data().data())


def _writer(buffer: QBuffer, pages: BranchPages) -> QPdfWriter:
    longest = max((max(len(one.before), len(one.after)) for one in pages.branches), default=0)
    size = QPageSize.PageSizeId.A3 if longest > _MANY_ROWS else QPageSize.PageSizeId.A4
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(QPageLayout(QPageSize(size), QPageLayout.Orientation.Landscape, margins))
    writer.setTitle(pages.title)
    writer.setCreator("SOR Studio")
    return writer


def _cut(pages: BranchPages, rows: int) -> Iterator[_Page]:
    """Each branch begins a page; a long one goes on over several, and each repeats the way down to its first unit."""
    for branch in pages.branches:
        sides = (_pieces(branch.before, rows), _pieces(branch.after, rows))
        for number, (before, after) in enumerate(zip_longest(*sides, fillvalue=())):
            title = branch.title if number == 0 else f"{branch.title} ({pages.continued})"
            yield _Page(title, before, after)


def _pieces(rows: Sequence[Row], most: int) -> list[tuple[Row, ...]]:
    pieces: list[tuple[Row, ...]] = []
    start = 0
    while start < len(rows):
        way = _way(rows, start) if start else ()
        end = start + max(1, most - len(way))
        pieces.append((*way, *rows[start:end]))
        start = end
    return pieces


def _way(rows: Sequence[Row], start: int) -> tuple[Row, ...]:
    """The units above the row, without what happens to them: that is said where they stand themselves."""
    way: list[Row] = []
    depth = rows[start].depth
    for row in reversed(rows[:start]):
        if row.depth < depth:
            way.insert(0, Row(row.depth, row.name))
            depth = row.depth
    return tuple(way)


class _Drawing:
    """Draws pages in layout units."""

    def __init__(self, painter: QPainter, pages: BranchPages, width: float, height: float) -> None:
        self._painter, self._pages = painter, pages
        self._width, self._height = width, height
        self._theme = Theme(Mode.LIGHT)
        self.rows = int((height - (_HEAD + _LEGEND + _FOOT) * UNITS) / (_ROW * UNITS))

    def page(self, page: _Page, number: int, count: int) -> None:
        """One page: head, both sides, the legend and the foot."""
        half = (self._width - _GAP * UNITS) / 2
        self._words(QRectF(0, 0, self._width, 20 * UNITS), page.title, TITLE)
        self._words(QRectF(0, 22 * UNITS, self._width, 12 * UNITS), self._pages.intro, FOOT)
        for x, title, rows in (
            (0.0, self._pages.before, page.before),
            (half + _GAP * UNITS, self._pages.after, page.after),
        ):
            self._words(QRectF(x, 42 * UNITS, half, 15 * UNITS), title, HEADING)
            self._side(x, half, rows)
        middle = half + _GAP * UNITS / 2
        self._painter.setPen(QPen(self._theme.color("line"), 0.6 * UNITS))
        self._painter.drawLine(QPointF(middle, 42 * UNITS), QPointF(middle, self._height - (_LEGEND + _FOOT) * UNITS))
        self._legend()
        words = self._pages.page_words.format(page=number, pages=count)
        foot = QRectF(0, self._height - 12 * UNITS, self._width, 12 * UNITS)
        self._words(foot, self._pages.title, FOOT)
        self._words(foot, words, FOOT, Qt.AlignmentFlag.AlignRight)

    def _side(self, x: float, width: float, rows: Sequence[Row]) -> None:
        least = min((row.depth for row in rows), default=0)
        above: dict[int, float] = {}
        for place, row in enumerate(rows):
            depth = row.depth - least
            left, top = x + depth * _INDENT * UNITS, (_HEAD + place * _ROW) * UNITS
            if depth - 1 in above:
                self._edge(left, top, above[depth - 1])
            above[depth] = top + _CARD * UNITS
            self._card(QRectF(left, top, width - depth * _INDENT * UNITS, _CARD * UNITS), row)

    def _edge(self, left: float, top: float, above: float) -> None:
        """A line down from the parent's card and across to the child's."""
        x, y = left - _INDENT * UNITS / 2, top + _CARD * UNITS / 2
        self._painter.setPen(QPen(self._theme.color("muted"), 0.7 * UNITS))
        self._painter.drawLine(QPointF(x, above), QPointF(x, y))
        self._painter.drawLine(QPointF(x, y), QPointF(left, y))

    def _card(self, box: QRectF, row: Row) -> None:
        color = self._theme.color(_TOKENS[row.mark])
        self._frame(box, row.mark, color)
        inner = box.adjusted(18 * UNITS, 1.5 * UNITS, -4 * UNITS, -1.5 * UNITS)
        sign = QRectF(box.x() + 5 * UNITS, inner.y(), 12 * UNITS, 12 * UNITS)
        self._words(sign, _SIGNS[row.mark], HEADING, color=color)
        name = inner if not row.note else QRectF(inner.x(), inner.y(), inner.width(), 12 * UNITS)
        style = _NAME if row.mark is not Mark.PATH else Style(_NAME.size)
        side = Qt.AlignmentFlag.AlignLeft | (Qt.AlignmentFlag.AlignTop if row.note else Qt.AlignmentFlag.AlignVCenter)
        self._words(name, row.name, style, side, struck=row.mark is Mark.CLOSED)
        if row.note:
            self._words(inner.adjusted(0, 11.5 * UNITS, 0, 0), row.note, CELL, color=color)

    def _frame(self, box: QRectF, mark: Mark, color: QColor) -> None:
        """A filled card for what changes; the way down to it only a thin line."""
        soft = {Mark.PATH: "canvas"}.get(mark, f"{_TOKENS[mark]}_soft")
        line = QPen(color, (1.2 if mark is not Mark.PATH else 0.5) * UNITS)
        if mark is Mark.CLOSED:
            line.setDashPattern([3.0, 2.0])
        self._painter.setPen(line)
        self._painter.setBrush(self._theme.color(soft))
        self._painter.drawRoundedRect(box, 3 * UNITS, 3 * UNITS)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def _legend(self) -> None:
        x, y = 0.0, self._height - (_LEGEND + _FOOT - 6) * UNITS
        for mark, words in self._pages.legend:
            color = self._theme.color(_TOKENS[mark])
            box = QRectF(x, y, 16 * UNITS, 12 * UNITS)
            self._frame(box, mark, color)
            self._words(box, _SIGNS[mark], CELL, Qt.AlignmentFlag.AlignCenter, color=color)
            self._words(QRectF(x + 20 * UNITS, y, 130 * UNITS, 12 * UNITS), words, FOOT)
            x += (30 + 5.2 * len(words)) * UNITS

    def _words(
        self,
        box: QRectF,
        text: str,
        style: Style,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        *,
        color: QColor | None = None,
        struck: bool = False,
    ) -> None:
        """One line; what is longer than its box ends in dots."""
        font = style.font()
        font.setStrikeOut(struck)
        self._painter.setFont(font)
        self._painter.setPen(color or QColor(Qt.GlobalColor.black))
        shown = self._painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        self._painter.drawText(box, side.value | Qt.TextFlag.TextSingleLine.value, shown)
