"""The trend as a curve, drawn by a library that is loaded only when the curve is first seen; and the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sorstudio.rules.quality import FULL
from sorstudio.ui.fields import label
from sorstudio.ui.theme import Theme

LEAST_SPAN = 10
MOST_DOTS = 60


@dataclass(frozen=True)
class Curve:
    """Scores in order, what stands below each, what the axis is called, and all of it in a sentence."""

    scores: Sequence[float | None]
    names: Sequence[str]
    axis: str
    told: str


class TrendCurve(QWidget):
    """A sentence above, the curve below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._curve = Curve((), (), "", "")
        self.words = label("", "muted", wraps=True)
        self.plot: Any = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.words)
        self._column.addStretch(1)

    def show_curve(self, curve: Curve) -> None:
        """Draw another curve."""
        self._curve = curve
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self._draw()

    def _draw(self) -> None:
        curve = self._curve
        self.words.setText(curve.told)
        known = [(place, score) for place, score in enumerate(curve.scores) if score is not None]
        if len(known) > 1 and self.plot is None:
            self._make_plot()
        if self.plot is not None:
            self.plot.setVisible(len(known) > 1)
            self.plot.setAccessibleName(curve.told)
            self._fill(known)

    def _make_plot(self) -> None:
        import pyqtgraph

        self.plot = pyqtgraph.PlotWidget(self)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=False, y=False)
        self._column.insertWidget(1, self.plot, 1)
        self._column.setStretch(2, 0)

    def _fill(self, known: Sequence[tuple[int, float]]) -> None:
        import pyqtgraph

        theme, plot = self._theme, self.plot
        plot.clear()
        plot.setBackground(theme.color("surface"))
        for side, words in (("left", self.tr("Quality")), ("bottom", self._curve.axis)):
            axis = plot.getAxis(side)
            axis.setPen(theme.color("line_control"))
            axis.setTextPen(theme.color("text"))
            axis.setTickFont(theme.font("caption"))
            axis.setLabel(words, **{"color": theme.hex("text"), "font-size": f"{theme.font('caption').pixelSize()}px"})
        plot.getAxis("bottom").setTicks([_ticks(self._curve.names)])
        places, scores = [one for one, _ in known], [score for _, score in known]
        pen = pyqtgraph.mkPen(theme.color("accent"), width=theme.px(2))
        symbol = "o" if len(known) <= MOST_DOTS else None
        plot.plot(places, scores, pen=pen, symbol=symbol, symbolBrush=theme.color("accent"), symbolSize=theme.px(6))
        least = max(0.0, min(*scores, FULL - LEAST_SPAN) - 1)
        # The outermost names need room beside them, or they are left out.
        plot.setXRange(0, max(1, len(self._curve.names) - 1), padding=0.15)
        plot.setYRange(least, FULL, padding=0.04)


def _ticks(names: Sequence[str], most: int = 5) -> list[tuple[int, str]]:
    """A few names along the axis, the first and the last among them."""
    step = max(1, -(-(len(names) - 1) // (most - 1))) if len(names) > 1 else 1
    return [(place, name) for place, name in enumerate(names) if place % step == 0 or place == len(names) - 1]
