"""What the signs in the picture mean: only those that occur at this level of detail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sorstudio.ui import paint
from sorstudio.ui.paint import Ink
from sorstudio.ui.picture.blocks import paint_blocks
from sorstudio.ui.picture.colouring import BY_BLOCKS, ColourBy, Colouring, Swatch
from sorstudio.ui.picture.detail import Detail
from sorstudio.ui.picture.words import Words
from sorstudio.ui.signs import CHANGE_TOKEN, FINDING_TOKEN, ChangeSign, FindingSign, NumberSign
from sorstudio.ui.theme import Theme, measure

if TYPE_CHECKING:
    from sorstudio.ui.picture.arrays import PictureData
    from sorstudio.ui.picture.canvas import Canvas

_SIGN_ROOM = 34
_PAD = 8
_MOST_WIDE = 260
_NUMBERS = {
    NumberSign.OWN: "picture.number.own",
    NumberSign.INHERITED: "picture.number.inherited",
    NumberSign.NONE: "picture.number.none",
    NumberSign.UNKNOWN: "picture.number.unknown",
}

PaintSign = Callable[[QPainter, Theme, QRectF], None]


@dataclass(frozen=True)
class Entry:
    """A sign and its words."""

    words: str
    paint_sign: PaintSign


def entries(data: PictureData, colouring: Colouring, detail: Detail, words: Words) -> tuple[Entry, ...]:
    """Far, the blocks; nearer, the signs on cards, and blocks where colour is by type."""
    if detail is Detail.FAR or colouring.by in BY_BLOCKS:
        return tuple(Entry(swatch.words or words(swatch.code), _block(swatch)) for swatch in colouring.used)
    has = data.number_signs[~data.is_ghost]
    numbers = [Entry(words(code), _dot(sign)) for sign, code in _NUMBERS.items() if np.any(has == sign)]
    changes = [
        Entry(words(f"picture.change.{token}"), _change(sign))
        for sign, token in CHANGE_TOKEN.items()
        if np.any(data.changes == sign)
    ]
    findings = [
        Entry(words(f"picture.finding.{token}"), _finding(sign))
        for sign, token in FINDING_TOKEN.items()
        if np.any(data.findings == sign)
    ]
    left = [Entry(words("picture.ghost"), _ghost)] if data.ghosts else []
    return tuple(numbers + (findings if colouring.by is ColourBy.FINDINGS else changes) + left)


def _ghost(painter: QPainter, theme: Theme, area: QRectF) -> None:
    side = QPointF(theme.px(paint.MARK_SIDE) / 2, theme.px(paint.MARK_SIDE) / 3)
    dashed = QRectF(area.center() - side, area.center() + side)
    paint.box(painter, theme, dashed, line="moved", radius=theme.size("tick_radius"), style=Qt.PenStyle.DashLine)


def _block(swatch: Swatch) -> PaintSign:
    def paint_sign(painter: QPainter, theme: Theme, area: QRectF) -> None:
        wide, high = theme.size("block_w") * 0.8, theme.size("block_h") * 0.8
        corner = area.center() - QPointF(wide / 2, high / 2)
        paint_blocks(painter, theme, swatch, np.array([[corner.x(), corner.y(), wide, high]]))

    return paint_sign


def _dot(sign: NumberSign) -> PaintSign:
    return lambda painter, theme, area: paint.number_dot(painter, theme, area.center(), sign)


def _change(sign: ChangeSign) -> PaintSign:
    def paint_sign(painter: QPainter, theme: Theme, area: QRectF) -> None:
        half = theme.px(paint.MARK_SIDE) / 2
        paint.change_mark(painter, theme, sign, area.center() - QPointF(half, half))

    return paint_sign


def _finding(sign: FindingSign) -> PaintSign:
    def paint_sign(painter: QPainter, theme: Theme, area: QRectF) -> None:
        half = theme.px(paint.FINDING_SIDE) / 2
        paint.finding_mark(painter, theme, sign, area.center() - QPointF(half, half))

    return paint_sign


def legend_size(theme: Theme, shown: tuple[Entry, ...], *, in_a_row: bool) -> QSize:
    """Room for all entries below each other, or beside each other."""
    widths = [_entry_width(theme, entry) for entry in shown] or [0]
    row = theme.size("legend_row")
    if in_a_row:
        return QSize(sum(widths) + theme.px(_PAD), row + theme.px(_PAD))
    return QSize(max(widths) + theme.px(_PAD), row * len(shown) + theme.px(_PAD))


def _entry_width(theme: Theme, entry: Entry) -> int:
    return min(theme.px(_MOST_WIDE), round(theme.width(entry.words, "caption")) + theme.px(_SIGN_ROOM + _PAD))


def paint_legend(painter: QPainter, theme: Theme, shown: tuple[Entry, ...], area: QRectF, *, in_a_row: bool) -> None:
    """A raised panel with all entries."""
    paint.smooth(painter)
    paint.box(painter, theme, area, fill="raised", line=paint.quiet_line(theme), radius=theme.size("card_radius"))
    x, y = area.left() + theme.px(_PAD) / 2, area.top() + theme.px(_PAD) / 2
    row = theme.size("legend_row")
    for entry in shown:
        wide = _entry_width(theme, entry)
        sign = QRectF(x, y, theme.px(_SIGN_ROOM - 4), row)
        entry.paint_sign(painter, theme, sign)
        words = QRectF(sign.right() + theme.px(2), y, wide - theme.px(_SIGN_ROOM), row)
        paint.text(painter, theme, words, entry.words, Ink("caption"))
        x, y = (x + wide, y) if in_a_row else (x, y + row)


class Legend(QWidget):
    """The panel in the corner of the canvas; it does not catch the mouse."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._entries: tuple[Entry, ...] = ()
        self._in_a_row = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def refresh(self) -> None:
        """Follow detail, colouring, theme and language."""
        canvas, picture = self._canvas, self._canvas.picture()
        detail = canvas.stage.view.detail
        self._entries = entries(canvas.stage.data, picture.colouring, detail, canvas.words)
        row = legend_size(canvas.theme, self._entries, in_a_row=True)
        free = canvas.width() - canvas.theme.px(measure("minimap_w")) - 4 * canvas.theme.size("m")
        self._in_a_row = detail is Detail.FAR and row.width() <= free
        self.resize(legend_size(canvas.theme, self._entries, in_a_row=self._in_a_row))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        paint_legend(painter, self._canvas.theme, self._entries, area, in_a_row=self._in_a_row)
        painter.end()
