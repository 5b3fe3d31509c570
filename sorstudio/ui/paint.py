"""The shared painters: text, boxes, marks, numbers and rings, the same in outline, picture, export and print."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPaintEngine, QPainter, QPen, QPixmap, QPolygonF

from sorstudio.ui.icons import draw_icon
from sorstudio.ui.signs import CHANGE_TOKEN, ChangeSign, FindingSign, NumberSign
from sorstudio.ui.theme import Mode, Theme, Weight

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTER = Qt.AlignmentFlag.AlignHCenter

_MARK_ICON = {
    ChangeSign.NEW: "plus",
    ChangeSign.CHANGED: "pencil",
    ChangeSign.MOVED: "arrow-narrow-right",
    ChangeSign.CLOSED: "x",
}
MARK_SIDE = 16
FINDING_SIDE = 14
ARROW_SIDE = 12


@dataclass(frozen=True)
class Ink:
    """How a text looks: size and colour are tokens."""

    size: str = "small"
    weight: Weight = Weight.REGULAR
    color: str = "text"
    align: Qt.AlignmentFlag = field(default=LEFT)
    tabular: bool = False
    struck: bool = False


def smooth(painter: QPainter) -> None:
    """The render hints that every painter of ours expects."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)


def text(painter: QPainter, theme: Theme, area: QRectF, words: str, ink: Ink = Ink()) -> None:
    """One line, elided at its end; numbers (tabular) are never elided."""
    tabular = ink.tabular and not _is_pdf(painter)
    painter.setFont(theme.font(ink.size, ink.weight, tabular=tabular, struck=ink.struck))
    painter.setPen(theme.color(ink.color))
    shown = words if ink.tabular else theme.elide(words, area.width(), ink.size, ink.weight)
    painter.drawText(area, _flags(ink.align, ink.tabular), shown)


@cache
def _flags(align: Qt.AlignmentFlag, tabular: bool) -> int:
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    return int(flags | Qt.TextFlag.TextDontClip if tabular else flags)


def _is_pdf(painter: QPainter) -> bool:
    """Figures of one width have no letter of their own in a PDF: a number could not be searched or copied there."""
    return painter.isActive() and painter.paintEngine().type() == QPaintEngine.Type.Pdf


def box(
    painter: QPainter,
    theme: Theme,
    area: QRectF,
    *,
    fill: str = "",
    line: str = "",
    radius: float = 0,
    width: float = 1,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """A rounded box with its line inside the area; radius in the units of the painter."""
    painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color(line), width, style) if line else Qt.PenStyle.NoPen)
    inset = width / 2 if line else 0
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)


def ring(painter: QPainter, theme: Theme, area: QRectF, radius: float | None = None) -> None:
    """The focus ring: accent, with a gap of one pixel."""
    width = theme.size("focus")
    away = width + 1
    around = area.adjusted(-away, -away, away, away)
    corner = theme.size("control_radius") if radius is None else radius
    box(painter, theme, around, line="accent", radius=corner + away, width=width)


def quiet_line(theme: Theme) -> str:
    """The line of a card or panel that has nothing to say: hairline, or full line in contrast."""
    return "line_control" if theme.mode is Mode.CONTRAST else "line"


def finding_mark(
    painter: QPainter, theme: Theme, sign: FindingSign, corner: QPointF, side: float = FINDING_SIDE
) -> None:
    """Severity by shape: filled octagon, outlined triangle, open ring. The sign inside is drawn, not typed."""
    if sign is FindingSign.NONE:
        return
    size = theme.px(side)
    area = QRectF(corner.x(), corner.y(), size, size)
    _FINDING_SHAPE[sign](painter, theme, area)


def _octagon(painter: QPainter, theme: Theme, area: QRectF) -> None:
    side, cut = area.width(), area.width() * 0.3
    rest = side - cut
    corners = ((cut, 0), (rest, 0), (side, cut), (side, rest), (rest, side), (cut, side), (0, rest), (0, cut))
    painter.setBrush(theme.color("error"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygonF([area.topLeft() + QPointF(x, y) for x, y in corners]))
    _stroke(painter, theme, area, "surface", (0.25, 0.58, 0.76))


def _triangle(painter: QPainter, theme: Theme, area: QRectF) -> None:
    line = area.width() / 10
    tip = QPointF(area.center().x(), area.top() + line / 2)
    foot = area.bottom() - line
    corners = [tip, QPointF(area.right() - line / 2, foot), QPointF(area.left() + line / 2, foot)]
    painter.setBrush(theme.color("warning_soft"))
    painter.setPen(_round_pen(theme, "warning", line))
    painter.drawPolygon(QPolygonF(corners))
    _stroke(painter, theme, area, "warning", (0.38, 0.62, 0.79))


def _open_ring(painter: QPainter, theme: Theme, area: QRectF) -> None:
    line = area.width() / 10
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_round_pen(theme, "info", line))
    painter.drawEllipse(area.adjusted(line, line, -line, -line))
    _stroke(painter, theme, area, "info", (0.46, 0.74, 0.27))


_FINDING_SHAPE = {FindingSign.ERROR: _octagon, FindingSign.WARNING: _triangle, FindingSign.INFO: _open_ring}


def _round_pen(theme: Theme, token: str, width: float) -> QPen:
    return QPen(theme.color(token), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _stroke(painter: QPainter, theme: Theme, area: QRectF, token: str, at: tuple[float, float, float]) -> None:
    """The exclamation mark or the i: a line from the first to the second height, a dot at the third."""
    top, bottom, dot = (area.top() + area.height() * share for share in at)
    middle = area.center().x()
    painter.setPen(_round_pen(theme, token, area.width() * 0.11))
    painter.drawLine(QPointF(middle, top), QPointF(middle, bottom))
    painter.drawPoint(QPointF(middle, dot))


def change_mark(painter: QPainter, theme: Theme, sign: ChangeSign, corner: QPointF, side: float = MARK_SIDE) -> None:
    """What happens to a unit: plus, pencil, arrow or cross in a soft square."""
    if sign is ChangeSign.NONE:
        return
    token, size = CHANGE_TOKEN[sign], theme.px(side)
    area = QRectF(corner.x(), corner.y(), size, size)
    line = token if theme.mode is Mode.CONTRAST else ""
    box(painter, theme, area, fill=f"{token}_soft", line=line, radius=theme.size("tick_radius"))
    inner = corner + QPointF(size * 0.12, size * 0.12)
    draw_icon(painter, theme, _MARK_ICON[sign], inner, token, side * 0.76, 2.4)


def number_text(
    painter: QPainter,
    theme: Theme,
    area: QRectF,
    words: str,
    sign: NumberSign,
    *,
    size: str = "small",
    align: Qt.AlignmentFlag = LEFT,
    hanging: bool = True,
) -> None:
    """Own: semibold. Inherited: grey, with an arrow that hangs before the digits so that digits line up.

    `words` is the number, or the word for none or unknown, which the caller has in the right language.
    """
    own, inherited = sign is NumberSign.OWN, sign is NumberSign.INHERITED
    indent = theme.px(ARROW_SIDE + 2) if hanging or inherited else 0
    digits = area.adjusted(indent, 0, 0, 0)
    if inherited:
        corner = QPointF(area.left(), area.center().y() - theme.px(ARROW_SIDE) / 2)
        draw_icon(painter, theme, "arrow-narrow-up", corner, "muted", ARROW_SIDE)
    weight = Weight.STRONG if own else Weight.REGULAR
    ink = Ink(size, weight, "text" if own else "muted", align, tabular=own or inherited)
    text(painter, theme, digits, words, ink)


def number_dot(painter: QPainter, theme: Theme, center: QPointF, sign: NumberSign) -> None:
    """Own: filled dot; inherited: open dot; none: short dash; unknown: dotted ring."""
    radius = theme.px(3)
    line = theme.px(1)
    if sign is NumberSign.NONE:
        painter.setPen(QPen(theme.color("muted"), line * 1.4))
        painter.drawLine(center - QPointF(radius, 0), center + QPointF(radius, 0))
        return
    own = sign is NumberSign.OWN
    style = Qt.PenStyle.DotLine if sign is NumberSign.UNKNOWN else Qt.PenStyle.SolidLine
    painter.setBrush(theme.color("text") if own else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("text" if own else "muted"), line * 1.4, style))
    painter.drawEllipse(center, radius, radius)


def badge(painter: QPainter, theme: Theme, area: QRectF, words: str, *, strong: bool = False) -> None:
    """A count in a rounded well; strong where it is the chosen one."""
    ground, ink = ("select", "accent") if strong else ("sunken", "muted")
    line = "line_control" if theme.mode is Mode.CONTRAST else ""
    box(painter, theme, area, fill=ground, line=line, radius=area.height() / 2)
    text(painter, theme, area, words, Ink("caption", Weight.STRONG, ink, CENTER, tabular=True))


def badge_width(theme: Theme, words: str) -> float:
    """Room for a badge with these words."""
    return theme.width(words, "caption", Weight.STRONG, tabular=True) + theme.px(10)


def pill(painter: QPainter, theme: Theme, area: QRectF, words: str, icon: str, *, is_own: bool) -> None:
    """The chip beside a field: own (filled) or inherited (dashed), with icon and word."""
    if is_own:
        box(painter, theme, area, fill="sunken", radius=area.height() / 2)
    else:
        dashed = Qt.PenStyle.DashLine
        box(painter, theme, area, line="line_control", radius=area.height() / 2, style=dashed)
    color = "text" if is_own else "muted"
    corner = QPointF(area.left() + theme.px(7), area.center().y() - theme.px(ARROW_SIDE) / 2)
    draw_icon(painter, theme, icon, corner, color, ARROW_SIDE)
    weight = Weight.STRONG if is_own else Weight.REGULAR
    text(painter, theme, area.adjusted(theme.px(22), 0, -theme.px(8), 0), words, Ink("caption", weight, color))


def soft_shadow(painter: QPainter, theme: Theme, area: QRectF, radius: float) -> None:
    """Lifts a card off the ground; in the light theme only."""
    if theme.mode is not Mode.LIGHT:
        return
    shade = theme.color("text")
    shade.setAlphaF(0.04)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    for away in (3, 1):
        painter.drawRoundedRect(area.adjusted(1 - away, 3 - away, away - 1, away + 1), radius + 1, radius + 1)


def dot_grid(painter: QPainter, theme: Theme, area: QRectF, offset: QPointF) -> None:
    """The ground of the picture: quiet dots that move with it."""
    tile = _dot_tile(theme, painter.device().devicePixelRatio())
    painter.drawTiledPixmap(area, tile, QPointF(-round(offset.x()), -round(offset.y())))


@lru_cache(maxsize=8)
def _dot_tile(theme: Theme, ratio: float) -> QPixmap:
    step = theme.size("grid")
    tile = QPixmap(round(step * ratio), round(step * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(theme.color("canvas"))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("line"), 1.4))
    painter.drawPoint(QPointF(step / 2 + 0.5, step / 2 + 0.5))
    painter.end()
    return tile
