"""Paints a row of the outline: ground, guides, fold arrow, name, signs and cells, all with the shared painters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from sorstudio.ui.icons import draw_icon
from sorstudio.ui.outline.filtering import spans
from sorstudio.ui.outline.model import OutlineModel
from sorstudio.ui.outline.wording import Column
from sorstudio.ui.paint import RIGHT, Ink, box, change_mark, finding_mark, number_text, text
from sorstudio.ui.signs import ChangeSign, FindingSign
from sorstudio.ui.theme import Mode, Theme, Weight

GUTTER = 28
INDENT = 14
ARROW = 18
MARK_LEFT = 12
FINDING_ROOM = 20
CELL_LEFT = 8
CELL_RIGHT = 8
HANGING = 14
"""The arrow of an inherited number hangs before the digits, into the margin of its cell."""


@dataclass(frozen=True)
class RowLook:
    """How a row stands: chosen, under the pointer, holding the focus."""

    is_selected: bool = False
    is_hovered: bool = False
    is_focused: bool = False


Cell = Callable[[Column], QRectF]


class RowPainter:
    """One theme, one model; the view says where the cells of a row are."""

    def __init__(self, model: OutlineModel, theme: Theme) -> None:
        self._model = model
        self.theme = theme

    def paint(self, painter: QPainter, row: int, area: QRectF, cell: Cell, look: RowLook) -> None:
        """The whole row, by a smooth painter; `cell` gives the rectangle of a column, an empty one for a hidden one."""
        key = self._model.key(row)
        self._ground(painter, area, look)
        if self._model.is_draft(row):
            self._guides(painter, cell(Column.NAME), self._model.depth(row))
            return
        if self._model.is_ghost(row):
            self._ghost(painter, row, key, cell(Column.NAME))
            return
        change_mark(painter, self.theme, self._model.change_sign(key), self._mark_corner(area))
        self._name(painter, row, key, cell(Column.NAME), look)
        self._type(painter, key, cell(Column.TYPE))
        self._number(painter, key, cell(Column.NUMBER))
        self._count(painter, self._model.cells.traffic_words(key), cell(Column.TRAFFIC))
        self._count(painter, str(self._model.cells.offers(key) or "–"), cell(Column.OFFERS))

    def indent(self, depth: int) -> int:
        """Where the fold arrow of a level begins."""
        return self.theme.px(GUTTER) + depth * self.theme.px(INDENT)

    def name_start(self, depth: int) -> int:
        """Where the name of a level begins."""
        return self.indent(depth) + self.theme.px(ARROW)

    def _ground(self, painter: QPainter, area: QRectF, look: RowLook) -> None:
        theme = self.theme
        inner = area.adjusted(theme.px(6), 0, -theme.px(6), 0)
        radius = theme.size("control_radius")
        if look.is_selected:
            stark = theme.mode is Mode.CONTRAST
            box(painter, theme, inner, fill="select", line="accent" if stark else "", radius=radius)
            bar = QRectF(inner.left(), area.top() + theme.px(5), theme.px(3), area.height() - theme.px(10))
            box(painter, theme, bar, fill="accent", radius=1)
        elif look.is_hovered:
            box(painter, theme, inner, fill="hover", radius=radius)
        if look.is_focused:
            box(painter, theme, inner.adjusted(0, 1, 0, -1), line="accent", radius=radius, width=theme.size("focus"))

    def _mark_corner(self, area: QRectF) -> QPointF:
        return QPointF(area.left() + self.theme.px(MARK_LEFT), area.center().y() - self.theme.px(8))

    def _name(self, painter: QPainter, row: int, key: str, area: QRectF, look: RowLook) -> None:
        theme, depth = self.theme, self._model.depth(row)
        self._guides(painter, area, depth)
        if self._model.folding.has_children(key):
            icon = "chevron-down" if self._model.folding.is_open(key) else "chevron-right"
            corner = QPointF(area.left() + self.indent(depth), area.center().y() - theme.px(7))
            draw_icon(painter, theme, icon, corner, "muted", 14, 2)
        sign = self._model.findings.get(key, FindingSign.NONE)
        finding_mark(painter, theme, sign, self._finding_corner(area))
        room = area.adjusted(self.name_start(depth), 0, -theme.px(FINDING_ROOM), 0)
        name, ink = self._model.state.units[key].name, self._name_ink(key, depth, look)
        self._emphasis(painter, room, name, ink)
        text(painter, theme, room, name, ink)
        old = self._model.old_name(key)
        if old:
            start = theme.width(name, ink.size, ink.weight) + theme.px(CELL_LEFT)
            text(painter, theme, room.adjusted(start, 0, 0, 0), old, Ink(color="closed", struck=True))

    def _ghost(self, painter: QPainter, row: int, key: str, area: QRectF) -> None:
        """The name as it was, in a dashed frame: the unit stands elsewhere now."""
        theme, depth = self.theme, self._model.depth(row)
        self._guides(painter, area, depth)
        name = self._model.was[key].name
        left = self.name_start(depth)
        room = area.adjusted(left, 0, -theme.px(FINDING_ROOM), 0)
        across = min(room.width(), theme.width(name, "small") + theme.px(2 * CELL_LEFT))
        frame = QRectF(room.left() - theme.px(4), area.top() + theme.px(3), across, area.height() - theme.px(6))
        style = Qt.PenStyle.DashLine
        box(painter, theme, frame, line="moved", radius=theme.size("tick_radius"), style=style)
        text(painter, theme, room, name, Ink(color="muted"))

    def _guides(self, painter: QPainter, area: QRectF, depth: int) -> None:
        left, step = area.left() + self.indent(0) + self.theme.px(7), self.theme.px(INDENT)
        color = self.theme.color("line")
        for level in range(depth):
            painter.fillRect(QRectF(left + level * step, area.top(), 1, area.height()), color)

    def _finding_corner(self, area: QRectF) -> QPointF:
        return QPointF(area.right() - self.theme.px(FINDING_ROOM - 2), area.center().y() - self.theme.px(7))

    def _name_ink(self, key: str, depth: int, look: RowLook) -> Ink:
        closed = self._model.change_sign(key) is ChangeSign.CLOSED or self._closed(key)
        weight = Weight.STRONG if depth < 2 else Weight.MEDIUM if look.is_selected else Weight.REGULAR
        color = "closed" if closed else "text" if self._model.folding.is_hit(key) else "muted"
        return Ink("body" if depth < 2 else "small", weight, color, struck=closed)

    def _emphasis(self, painter: QPainter, room: QRectF, name: str, ink: Ink) -> None:
        """A ground and a line below what the filter looks for: no meaning by colour alone."""
        theme = self.theme
        for start, end in spans(name, self._model.folding.words):
            left = room.left() + theme.width(name[:start], ink.size, ink.weight)
            across = min(theme.width(name[start:end], ink.size, ink.weight), room.right() - left)
            if across > 0:
                ground = QRectF(left, room.top() + theme.px(5), across, room.height() - theme.px(10))
                box(painter, theme, ground, fill="warning_soft", radius=2)
                painter.fillRect(QRectF(left, ground.bottom(), across, theme.px(1)), theme.color("accent"))

    def _closed(self, key: str) -> bool:
        return self._model.state.units[key].valid_to is not None

    def _type(self, painter: QPainter, key: str, area: QRectF) -> None:
        if area.isEmpty():
            return
        cells = self._model.cells
        missing = cells.is_type_missing(key)
        words = cells.texts.sentence("ui.type_missing") if missing else cells.unit_type(key)
        room = area.adjusted(self.theme.px(CELL_LEFT), 0, -self.theme.px(HANGING), 0)
        text(painter, self.theme, room, words, Ink(color="error" if missing else "muted"))

    def _number(self, painter: QPainter, key: str, area: QRectF) -> None:
        if area.isEmpty():
            return
        number = self._model.cells.number(key)
        room = area.adjusted(self.theme.px(CELL_LEFT) - self.theme.px(HANGING), 0, 0, 0)
        number_text(painter, self.theme, room, number.words, number.sign)

    def _count(self, painter: QPainter, words: str, area: QRectF) -> None:
        if area.isEmpty():
            return
        ink = Ink(color="muted" if words == "–" else "text", align=RIGHT, tabular=True)
        text(painter, self.theme, area.adjusted(0, 0, -self.theme.px(CELL_RIGHT), 0), words, ink)
