"""What the signs in the picture mean: only those that occur at this level of detail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
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
from sorstudio.ui.theme import Theme

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


def legend_size(theme: Theme, shown: tuple[Entry, ...], within: float = inf) -> QSize:
    """Room for all entries beside each other, in as many rows as this width needs."""
    rows = _rows(theme, shown, within)
    widest = max(sum(_entry_width(theme, entry) for entry in row) for row in rows)
    return QSize(widest + theme.px(_PAD), theme.size("legend_row") * len(rows) + theme.px(_PAD))


def _rows(theme: Theme, shown: tuple[Entry, ...], within: float) -> list[list[Entry]]:
    rows: list[list[Entry]] = [[]]
    used = float(theme.px(_PAD))
    for entry in shown:
        wide = _entry_width(theme, entry)
        if rows[-1] and used + wide > within:
            rows.append([])
            used = theme.px(_PAD)
        rows[-1].append(entry)
        used += wide
    return rows


def _entry_width(theme: Theme, entry: Entry) -> int:
    return min(theme.px(_MOST_WIDE), round(theme.width(entry.words, "caption")) + theme.px(_SIGN_ROOM + _PAD))


def paint_legend(painter: QPainter, theme: Theme, shown: tuple[Entry, ...], area: QRectF) -> None:
    """A raised panel with all entries."""
    paint.smooth(painter)
    paint.box(painter, theme, area, fill="raised", line=paint.quiet_line(theme), radius=theme.size("card_radius"))
    paint_entries(painter, theme, shown, area)


def paint_entries(painter: QPainter, theme: Theme, shown: tuple[Entry, ...], area: QRectF) -> None:
    """Row by row, as wide as the area is."""
    high, y = theme.size("legend_row"), area.top() + theme.px(_PAD) / 2
    for row in _rows(theme, shown, area.width()):
        x = area.left() + theme.px(_PAD) / 2
        for entry in row:
            wide = _entry_width(theme, entry)
            sign = QRectF(x, y, theme.px(_SIGN_ROOM - 4), high)
            entry.paint_sign(painter, theme, sign)
            words = QRectF(sign.right() + theme.px(2), y, wide - theme.px(_SIGN_ROOM), high)
            paint.text(painter, theme, words, entry.words, Ink("caption"))
            x += wide
        y += high


class Legend(QWidget):
    """A bar along the foot of the canvas, where the picture ends; nothing of the picture lies below it unseen."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._entries: tuple[Entry, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)

    def refresh(self) -> None:
        """Follow detail, colouring, theme and language."""
        canvas = self._canvas
        self._entries = self._now()
        high = legend_size(canvas.theme, self._entries, canvas.width()).height()
        self.resize(canvas.width(), high)
        self.update()

    def _now(self) -> tuple[Entry, ...]:
        canvas = self._canvas
        return entries(canvas.stage.data, canvas.picture().colouring, canvas.stage.view.detail, canvas.words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._canvas.theme
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.color("line"))
        paint.smooth(painter)
        paint_entries(painter, theme, self._entries, QRectF(self.rect()))
        painter.end()
