"""Text and tables set on pages: what stands where is worked out first, so that every page can say how many there are.

A row of a table is never broken over two pages, and the header row is repeated on each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from sorstudio.requests.letter import LetterTable
from sorstudio.ui.paper.application import paper_family

UNITS = 10
"""Layout units to the point: type is measured large, so that rounding does not show."""
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_PADDING = 3.0 * UNITS
_HEADER_FILL = "#ECEEF1"
_RULE_FILL = "#C8CDD3"
_RULE = 0.5 * UNITS
_BOX = 10.0 * UNITS
_BOX_LINE = 0.8 * UNITS
_BOX_FILL = "#000000"


@dataclass(frozen=True, slots=True)
class Style:
    """A size in points, and whether it is strong."""

    size: float
    strong: bool = False

    def font(self) -> QFont:
        """The font in layout units."""
        font = QFont(paper_family())
        font.setPixelSize(round(self.size * UNITS))
        font.setWeight(QFont.Weight.DemiBold if self.strong else QFont.Weight.Normal)
        # The raised hyphens and brackets beside capitals have no letter of their own in a PDF, and are lost in a copy.
        font.setFeature(QFont.Tag.fromString("calt"), 0)
        return font


BODY, TITLE, HEADING = Style(10), Style(15, strong=True), Style(11, strong=True)
CELL, CELL_HEAD, FOOT = Style(7.5), Style(7.5, strong=True), Style(8)


@dataclass(frozen=True, slots=True)
class Text:
    """Text in a box."""

    box: QRectF
    text: str
    style: Style
    side: Qt.AlignmentFlag = LEFT


@dataclass(frozen=True, slots=True)
class Fill:
    """A box filled with one colour."""

    box: QRectF
    colour: str


@dataclass(slots=True)
class Flow:
    """Sets one thing under the other on pages of `width` and `height` layout units."""

    width: float
    height: float
    pages: list[list[Text | Fill]] = field(default_factory=lambda: [[]])
    y: float = 0.0

    def space(self, points: float) -> None:
        """Leave some room."""
        self.y += points * UNITS

    def text(self, text: str, style: Style = BODY, side: Qt.AlignmentFlag = LEFT) -> None:
        """A paragraph over the whole width."""
        height = _height(text, style, self.width)
        self._make_room(height)
        self.pages[-1].append(Text(QRectF(0, self.y, self.width, height), text, style, side))
        self.y += height

    def together(self, points: float) -> None:
        """Begin a new page unless so much room is left on this one."""
        self._make_room(points * UNITS)

    def ticked(self, text: str, style: Style) -> None:
        """A paragraph after an empty box to put a tick in."""
        indent = _BOX + 5 * UNITS
        height = max(_height(text, style, self.width - indent), _BOX)
        self._make_room(height)
        box = QRectF(0, self.y + 1.5 * UNITS, _BOX, _BOX)
        self.pages[-1].extend(Fill(side, _BOX_FILL) for side in _frame(box))
        self.pages[-1].append(Text(QRectF(indent, self.y, self.width - indent, height), text, style))
        self.y += height

    def table(self, table: LetterTable, marked: frozenset[int] = frozenset(), scale: float = 1.0) -> None:
        """The header row and every row whole; the header comes again on each new page. Marked rows are strong."""
        widths = [self.width * width / sum(table.widths) for width in table.widths]
        plain, strong = replace(CELL, size=CELL.size * scale), replace(CELL_HEAD, size=CELL_HEAD.size * scale)
        head = _row_height(table.header, strong, widths)
        first = _row_height(table.rows[0], plain, widths) if table.rows else 0.0
        self._make_room(head + first)
        self._row(table.header, strong, widths, head, filled=True)
        for place, row in enumerate(table.rows):
            style = strong if place in marked else plain
            height = _row_height(row, style, widths)
            if self.y + height > self.height:
                self._new_page()
                self._row(table.header, strong, widths, head, filled=True)
            self._row(row, style, widths, height, filled=False)

    def _row(self, cells: Sequence[str], style: Style, widths: Sequence[float], height: float, *, filled: bool) -> None:
        page, x = self.pages[-1], 0.0
        if filled:
            page.append(Fill(QRectF(0, self.y, self.width, height), _HEADER_FILL))
        for cell, width in zip(cells, widths, strict=True):
            box = QRectF(x + _PADDING, self.y + _PADDING, width - 2 * _PADDING, height - 2 * _PADDING)
            page.append(Text(box, cell, style))
            x += width
        self.y += height
        page.append(Fill(QRectF(0, self.y - _RULE, self.width, _RULE), _RULE_FILL))

    def _make_room(self, height: float) -> None:
        if self.y + height > self.height and self.pages[-1]:
            self._new_page()

    def _new_page(self) -> None:
        self.pages.append([])
        self.y = 0.0


def _frame(box: QRectF) -> tuple[QRectF, ...]:
    """The four sides of a box."""
    line = _BOX_LINE
    return (
        QRectF(box.x(), box.y(), box.width(), line),
        QRectF(box.x(), box.bottom() - line, box.width(), line),
        QRectF(box.x(), box.y(), line, box.height()),
        QRectF(box.right() - line, box.y(), line, box.height()),
    )


def _row_height(cells: Sequence[str], style: Style, widths: Sequence[float]) -> float:
    inner = (_height(cell, style, width - 2 * _PADDING) for cell, width in zip(cells, widths, strict=True))
    return max(inner) + 2 * _PADDING


def _height(text: str, style: Style, width: float) -> float:
    # A line that ends by itself is one to the layout only with a separator of its own.
    layout = QTextLayout((text or " ").replace("\n", "\u2028"), style.font())
    layout.setTextOption(wrapping(LEFT))
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        height += line.height()
    layout.endLayout()
    return height


def wrapping(side: Qt.AlignmentFlag) -> QTextOption:
    """Lines break between words; only what is longer than a line, such as an identifier, is broken inside."""
    option = QTextOption(side | Qt.AlignmentFlag.AlignTop)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
