"""What is in the hand during a drag, which unit is below it, and whether that may be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF

from sorstudio.ui import paint
from sorstudio.ui.icons import draw_icon
from sorstudio.ui.paint import Ink
from sorstudio.ui.picture.cards import Brush, Dress, paint_card
from sorstudio.ui.theme import Theme, Weight, measure

Judge = Callable[[tuple[str, ...], str], str | None]
"""Why these may not be dropped on that unit, or None where they may."""

_UNDER = 12
_BAR = 28
_TEXT_FROM = 31
_EDGE = 8


def anything(_codes: tuple[str, ...], _target: str) -> str | None:
    """The judge that allows everything."""
    return None


@dataclass
class Hand:
    """Units or offers on their way. The judge is asked once for each target."""

    codes: tuple[str, ...]
    judge: Judge
    are_offers: bool = False
    at: QPointF = field(default_factory=QPointF)
    target: str = ""
    _reasons: dict[str, str | None] = field(default_factory=dict)

    def move(self, at: QPointF, over: str) -> None:
        """Over which unit the hand is now; a dragged unit is no target for itself."""
        self.at = at
        self.target = "" if over in self.codes and not self.are_offers else over

    @property
    def reason(self) -> str | None:
        """Why the target refuses, if it does."""
        if not self.target:
            return None
        if self.target not in self._reasons:
            self._reasons[self.target] = self.judge(self.codes, self.target)
        return self._reasons[self.target]

    @property
    def may_drop(self) -> bool:
        return bool(self.target) and self.reason is None


def paint_hand(brush: Brush, theme: Theme, hand: Hand, size: QSizeF) -> None:
    """What is carried, and why the target refuses it; the theme is the one of the screen, with its text size."""
    below = QRectF(hand.at, QSizeF(1, theme.size("l")))
    row = brush.data.index.get(hand.codes[0], -1)
    if row >= 0 and not hand.are_offers:
        below = paint_unit_in_hand(brush, hand.at, row, len(hand.codes))
    if hand.reason is not None:
        paint_reason(replace(brush, theme=theme), hand.reason, below, size)


def paint_unit_in_hand(brush: Brush, at: QPointF, row: int, count: int) -> QRectF:
    """The card in the hand, with the number of the others; gives its rectangle."""
    area = QRectF(at.x() + _UNDER, at.y() + _UNDER, measure("card_w"), measure("card_h"))
    paint_card(brush, area, row, Dress(accent="accent"))
    if count > 1:
        words = str(count)
        wide = paint.badge_width(brush.theme, words)
        corner = QRectF(area.right() - wide / 2, area.top() - _EDGE, wide, measure("handle"))
        paint.box(brush.painter, brush.theme, corner, fill="accent", radius=corner.height() / 2)
        ink = Ink("caption", Weight.STRONG, "on_accent", paint.CENTER, tabular=True)
        paint.text(brush.painter, brush.theme, corner, words, ink)
    return area


def paint_reason(brush: Brush, reason: str, below: QRectF, size: QSizeF) -> QRectF:
    """The refusal in words below what is in the hand, always wholly on the screen."""
    theme, painter = brush.theme, brush.painter
    edge, high, indent = theme.px(_EDGE), theme.px(_BAR), theme.px(_TEXT_FROM)
    wide = theme.width(reason, "small", Weight.MEDIUM) + indent + theme.px(_PADDING)
    wide = min(wide, size.width() - 2 * edge)
    left = min(max(edge, below.left()), size.width() - wide - edge)
    top = below.bottom() + edge
    if top + high > size.height() - edge:
        top = below.top() - edge - high
    bar = QRectF(left, max(edge, top), wide, high)
    paint.box(painter, theme, bar, fill="error", radius=theme.size("control_radius"))
    draw_icon(painter, theme, "ban", QPointF(bar.left() + edge, bar.center().y() - edge), "surface")
    words = bar.adjusted(indent, 0, -edge, 0)
    paint.text(painter, theme, words, reason, Ink("small", Weight.MEDIUM, "surface"))
    return bar


_PADDING = 14
