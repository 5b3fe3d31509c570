"""A unit as a card with all its facts, or as a pill with its name; in the lengths of the layout."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from sorstudio.ui import paint
from sorstudio.ui.icons import draw_icon
from sorstudio.ui.paint import Ink
from sorstudio.ui.picture.arrays import PictureData
from sorstudio.ui.picture.blocks import paint_blocks
from sorstudio.ui.picture.colouring import Swatch
from sorstudio.ui.picture.words import Words
from sorstudio.ui.signs import ChangeSign, FindingSign, NumberSign
from sorstudio.ui.theme import Mode, Theme, Weight, measure

_PAD = 10
_GAP = 4
_STACK = 4
_LEAST_OLD_NAME = 36
OLD_NAME = Ink("caption", color="changed", struck=True)


@dataclass(frozen=True)
class Dress:
    """How one unit looks just now. `accent` is the token of its line by the chosen colouring, `sign` its block."""

    accent: str = ""
    sign: Swatch | None = None
    is_selected: bool = False
    is_hovered: bool = False
    is_folded: bool = False
    is_allowed: bool = False
    is_refused: bool = False
    is_open: bool = False
    has_focus: bool = False

    @property
    def line(self) -> str:
        if self.is_refused:
            return "error"
        return "accent" if self.is_selected or self.is_allowed else self.accent

    @property
    def width(self) -> float:
        return 2 if self.is_selected or self.is_allowed or self.is_refused else 1

    @property
    def style(self) -> Qt.PenStyle:
        return Qt.PenStyle.DashLine if self.is_refused else Qt.PenStyle.SolidLine


@dataclass(frozen=True)
class Brush:
    """A painter with what all cards of one picture share; the theme is at full size."""

    painter: QPainter
    theme: Theme
    data: PictureData
    words: Words
    is_rightward: bool = True
    casts_shadows: bool = True

    def text(self, area: QRectF, words: str, ink: Ink) -> None:
        paint.text(self.painter, self.theme, area, words, ink)


def paint_card(brush: Brush, area: QRectF, row: int, dress: Dress) -> None:
    """Name; type and marks; number, message types and offers."""
    data = brush.data
    _ground(brush, area, dress, measure("card_radius"))
    closed = data.changes[row] == ChangeSign.CLOSED
    left, wide = area.left() + _PAD, area.width() - 2 * _PAD
    name = Ink("small", Weight.STRONG, "closed" if closed else "text", struck=bool(closed))
    brush.text(QRectF(left, area.top() + 7, wide, 17), data.names[row], name)
    right = _marks(brush, row, area.right() - _PAD, area.top() + 33, dress.sign)
    type_area = QRectF(left, area.top() + 25, right - left, 16)
    old = data.old_names.get(data.keys[row])
    if old is not None:
        brush.text(type_area, old, OLD_NAME)
    elif data.type_missing[row]:
        brush.text(type_area, brush.words("picture.card.type_missing"), Ink("caption", color="error"))
    else:
        brush.text(type_area, data.types[row], Ink("caption", color="muted"))
    _bottom_line(brush, QRectF(left, area.bottom() - 22, wide, 16), row)


def paint_pill(brush: Brush, area: QRectF, row: int, dress: Dress) -> None:
    """Where the number comes from, the name, marks, and how many units there are below."""
    data = brush.data
    _ground(brush, area, dress, area.height() / 2)
    middle = area.center().y()
    paint.number_dot(brush.painter, brush.theme, QPointF(area.left() + 14, middle), _number_sign(data, row))
    right = area.right() - _PAD
    if data.shape.count[row]:
        count = count_area(area, badge_width(brush.theme, brush.data.below[row]))
        paint.badge(brush.painter, brush.theme, count, str(data.below[row]))
        right = count.left() - _GAP
    right = _marks(brush, row, right, middle, dress.sign)
    closed = bool(data.changes[row] == ChangeSign.CLOSED)
    name = Ink("small", Weight.MEDIUM, "closed" if closed else "text", struck=closed)
    room = QRectF(area.left() + 23, area.top(), right - area.left() - 23, area.height())
    brush.text(room, data.names[row], name)
    _old_name_beside(brush, room, row)


def _old_name_beside(brush: Brush, room: QRectF, row: int) -> None:
    """The name in the register after the new one, where there is room for some of it."""
    old = brush.data.old_names.get(brush.data.keys[row])
    used = brush.theme.width(brush.data.names[row], "small", Weight.MEDIUM) + _GAP
    if old is not None and room.width() - used >= _LEAST_OLD_NAME:
        brush.text(room.adjusted(used, 0, 0, 0), old, OLD_NAME)


def paint_handle(brush: Brush, area: QRectF, row: int, *, is_folded: bool) -> None:
    """What folds a card: a count where it is folded, a small minus where it is open."""
    wide = badge_width(brush.theme, brush.data.below[row]) if is_folded else measure("handle")
    where = handle_area(area, wide, is_rightward=brush.is_rightward)
    painter, theme = brush.painter, brush.theme
    paint.box(painter, theme, where, fill="raised", line="line_control", radius=where.height() / 2)
    if is_folded:
        words = str(brush.data.below[row])
        brush.text(where, words, Ink("caption", Weight.STRONG, "text", paint.CENTER, tabular=True))
        return
    draw_icon(painter, theme, "minus", where.center() - QPointF(5, 5), "text", 10)


def badge_width(theme: Theme, below: int) -> float:
    """Room for the number of units below; the theme is at full size."""
    return max(measure("handle"), paint.badge_width(theme, str(below)))


def count_area(area: QRectF, wide: float) -> QRectF:
    """Where a pill has its count."""
    high = measure("handle")
    return QRectF(area.right() - wide - 6, area.center().y() - high / 2, wide, high)


def handle_area(area: QRectF, wide: float, *, is_rightward: bool) -> QRectF:
    """Where a card has its handle: over the edge from which its children go out."""
    side = measure("handle")
    if is_rightward:
        return QRectF(area.right() - side / 2, area.center().y() - side / 2, wide, side)
    return QRectF(area.center().x() - wide / 2, area.bottom() - side / 2, wide, side)


def _ground(brush: Brush, area: QRectF, dress: Dress, radius: float) -> None:
    painter, theme = brush.painter, brush.theme
    quiet = paint.quiet_line(theme)
    line = dress.line or quiet
    if dress.is_folded:
        stacked = area.adjusted(_STACK, _STACK, _STACK, _STACK)
        paint.box(painter, theme, stacked, fill="raised", line=dress.accent or quiet, radius=radius)
    if brush.casts_shadows:
        paint.soft_shadow(painter, theme, area, radius)
    fill = "raised"
    if dress.is_hovered:
        fill = "hover"
    if dress.is_selected and theme.mode is not Mode.LIGHT:
        fill = "select"
    paint.box(painter, theme, area, fill=fill, line=line, radius=radius, width=dress.width, style=dress.style)


def _marks(brush: Brush, row: int, right: float, middle: float, sign: Swatch | None) -> float:
    """Sign of the colouring, finding and change, from the right; gives the room that is left."""
    if sign is not None:
        wide, high = measure("block_w"), measure("block_h")
        right -= wide
        block = np.array([[right, middle - high / 2, wide, high]])
        paint_blocks(brush.painter, brush.theme, sign, block)
        right -= _GAP
    finding, change = FindingSign(brush.data.findings[row]), ChangeSign(brush.data.changes[row])
    if finding:
        right -= paint.FINDING_SIDE
        corner = QPointF(right, middle - paint.FINDING_SIDE / 2)
        paint.finding_mark(brush.painter, brush.theme, finding, corner)
        right -= _GAP
    if change:
        right -= paint.MARK_SIDE
        paint.change_mark(brush.painter, brush.theme, change, QPointF(right, middle - paint.MARK_SIDE / 2))
        right -= _GAP
    return right


def _number_sign(data: PictureData, row: int) -> NumberSign:
    return NumberSign(data.number_signs[row])


def _number_words(brush: Brush, row: int, sign: NumberSign) -> str:
    if sign is NumberSign.NONE:
        return brush.words("picture.card.none")
    if sign is NumberSign.UNKNOWN:
        return brush.words("picture.card.unknown")
    return brush.data.numbers[row] or brush.words("picture.card.ordered")


def _bottom_line(brush: Brush, area: QRectF, row: int) -> None:
    """The number is never cut: counts that find no room beside it are left out."""
    data, theme = brush.data, brush.theme
    sign = _number_sign(data, row)
    words = _number_words(brush, row, sign)
    weight = Weight.STRONG if sign is NumberSign.OWN else Weight.REGULAR
    used = theme.width(words, "caption", weight, tabular=True) + 2 * _GAP
    used += paint.ARROW_SIDE if sign is NumberSign.INHERITED else 0
    paint.number_text(brush.painter, theme, area, words, sign, size="caption", hanging=False)
    right = area.right()
    for count, icon in _counts(data, row):
        wide = theme.width(count, "caption", Weight.MEDIUM, tabular=True)
        if right - wide - paint.ARROW_SIDE - 2 < area.left() + used:
            return
        ink = Ink("caption", Weight.MEDIUM, "muted", tabular=True)
        brush.text(QRectF(right - wide, area.top(), wide, area.height()), count, ink)
        corner = QPointF(right - wide - paint.ARROW_SIDE - 2, area.center().y() - paint.ARROW_SIDE / 2)
        draw_icon(brush.painter, theme, icon, corner, "muted", paint.ARROW_SIDE)
        right = corner.x() - 2 * _GAP


def _counts(data: PictureData, row: int) -> list[tuple[str, str]]:
    """From the right: offers, then message types received and sent."""
    counts = []
    if data.offers[row]:
        counts.append((str(data.offers[row]), "heart-handshake"))
    if data.received[row] or data.sent[row]:
        counts.append((f"{data.received[row]}/{data.sent[row]}", "message-2"))
    return counts
