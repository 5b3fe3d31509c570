"""The parts of the score as bars, each with its number and its word; a mark shows where it stood before the plan."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sorstudio.rules.quality import FULL, PartScore, Score
from sorstudio.rules.telling import Telling
from sorstudio.rules.weights import FAIR, GOOD, POOR, core_weights
from sorstudio.ui.paint import RIGHT, Ink, box, smooth, text
from sorstudio.ui.theme import Theme, Weight

ROW = 22
_FILL = {GOOD: "new", FAIR: "warning", POOR: "error"}


@dataclass(frozen=True)
class Bar:
    """One row: its name, the score now and before the plan, and the words at its right."""

    name: str
    score: float | None
    before: float | None
    words: str


class PartBars(QWidget):
    """Painted; the reader hears the same line by line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_score(self, before: Score, after: Score, telling: Telling) -> None:
        """Show the parts before and after the plan."""
        self.bars = tuple(_bar(before.part(one.code), one, telling) for one in after.parts)
        told = "\n".join(f"{bar.name}: {bar.words}" for bar in self.bars)
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self.theme
        width = self._wide([bar.name for bar in self.bars]) + self._wide([bar.words for bar in self.bars])
        return QSize(round(width + theme.px(120)), theme.px(ROW) * len(self.bars))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        names = self._wide([bar.name for bar in self.bars])
        words = self._wide([bar.words for bar in self.bars])
        height = self.theme.px(ROW)
        for place, bar in enumerate(self.bars):
            area = QRectF(0, place * height, self.width(), height)
            text(painter, self.theme, area, bar.name, Ink("small", Weight.MEDIUM))
            text(painter, self.theme, area, bar.words, Ink("small", align=RIGHT))
            self._paint_bar(painter, area.adjusted(names, 0, -words, 0), bar)
        painter.end()

    def _paint_bar(self, painter: QPainter, area: QRectF, bar: Bar) -> None:
        theme = self.theme
        thick = theme.px(10)
        well = QRectF(area.left(), area.center().y() - thick / 2, area.width(), thick)
        box(painter, theme, well, fill="sunken", line="line_control", radius=theme.px(2))
        if bar.score is not None:
            part = QRectF(well.left(), well.top(), well.width() * bar.score / FULL, thick)
            box(painter, theme, part, fill=_FILL[core_weights().level(bar.score)], radius=theme.px(2))
        if bar.before is not None and bar.before != bar.score:
            at = well.left() + well.width() * bar.before / FULL
            side = theme.px(2)
            painter.fillRect(QRectF(at - side / 2, well.top() - side, side, thick + 2 * side), theme.color("text"))

    def _wide(self, words: list[str]) -> float:
        widest = max((self.theme.width(one, "small", Weight.MEDIUM) for one in words), default=0)
        return widest + self.theme.size("m")


def _bar(before: PartScore | None, after: PartScore, telling: Telling) -> Bar:
    was = before.score if before is not None else None
    number = telling.number(after.score)
    words = [f"{telling.number(was)} → {number}" if was is not None and telling.number(was) != number else number]
    if after.score is None:
        words = []
    else:
        words.append(telling.level(after.score))
    beside = telling.beside(after) or ("" if words else telling.level(None))
    return Bar(telling.part_name(after.code), after.score, was, ", ".join(filter(None, (*words, beside))))
