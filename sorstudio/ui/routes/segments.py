"""One of a few choices beside each other, of which one is chosen; arrows go from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from sorstudio.ui.paint import CENTER, Ink, box, smooth, text
from sorstudio.ui.theme import Theme, Weight

_ROOM = 12


class Segment(QRadioButton):
    """One choice: framed where it is chosen, with the frame of the focus where the keyboard is."""

    def __init__(self, theme: Theme, code: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self.code = theme, code
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = self.theme.width(self.text(), "small", Weight.STRONG)
        return QSize(round(wide) + self.theme.px(_ROOM), self.theme.size("control"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(_ROOM), self.theme.size("control"))

    def hitButton(self, where: QPoint) -> bool:
        return self.rect().contains(where)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, area, on = self.theme, QRectF(self.rect()), self.isChecked()
        painter = QPainter(self)
        smooth(painter)
        if self.hasFocus() or on:
            line, width = ("accent", theme.size("focus")) if self.hasFocus() else ("text", 1.4)
            radius = theme.size("control_radius")
            box(painter, theme, area, fill="surface", line=line, radius=radius, width=width)
        elif self.underMouse():
            box(painter, theme, area.adjusted(2, 2, -2, -2), fill="hover", radius=theme.size("tick_radius"))
        ink = Ink("small", Weight.STRONG if on else Weight.REGULAR, "text" if on else "muted", CENTER)
        text(painter, theme, area.adjusted(2, 0, -2, 0), self.text(), ink)
        painter.end()


class Segments(QWidget):
    """`picked` carries the code of the choice that a person makes; a longer word gets more of the room."""

    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self.segments: dict[str, Segment] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    @property
    def chosen(self) -> str:
        """The code of the choice that holds."""
        return next((code for code, segment in self.segments.items() if segment.isChecked()), "")

    def choose(self, code: str) -> None:
        """Another choice holds; nothing is announced."""
        self.segments[code].setChecked(True)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        for segment in self.segments.values():
            segment.theme = theme
            self._share(segment)
        self.update()

    def offer(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        """What the choice is about, and each choice by its code and its words; at first the first one holds."""
        for code, words in choices:
            segment = self.segments.get(code) or self._add(code)
            segment.setText(words)
            segment.setAccessibleName(f"{name}: {words}")
            self._share(segment)
        if not self.chosen:
            self.choose(choices[0][0])

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        smooth(painter)
        radius = theme.size("control_radius")
        box(painter, theme, QRectF(self.rect()), fill="sunken", line="line_control", radius=radius)
        painter.end()

    def _add(self, code: str) -> Segment:
        made = self.segments[code] = Segment(self._theme, code, self)
        self._group.addButton(made)
        self._row.addWidget(made)
        made.clicked.connect(lambda _checked=False: self.picked.emit(code))
        return made

    def _share(self, segment: Segment) -> None:
        segment.updateGeometry()
        self._row.setStretchFactor(segment, segment.sizeHint().width())
