"""What floats over the picture: colour by, inheritance, direction, zoom, legend and the small map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton

from sorstudio.ui.icons import icon, icon_size
from sorstudio.ui.picture.colouring import ColourBy
from sorstudio.ui.picture.detail import Direction
from sorstudio.ui.picture.legend import Legend
from sorstudio.ui.picture.minimap import Minimap

if TYPE_CHECKING:
    from sorstudio.ui.picture.canvas import Canvas

_ZOOM = 1.25
_ROOMY_WIDTH = 480
_ROOMY_HEIGHT = 420
_MOST_LEGEND = 0.15
"""The share of the picture's height that the legend may take unasked."""


class Controls(QObject):
    """Puts the floating controls in their corners and keeps them true."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._arranged: tuple[object, ...] = ()
        self._colour = _chip(canvas)
        self._menu = QMenu(self._colour)
        self._choices = {by: self._choice(by) for by in ColourBy}
        self._colour.setMenu(self._menu)
        self._inheritance = _chip(canvas)
        self._inheritance.setCheckable(True)
        self._inheritance.toggled.connect(canvas.set_shows_inheritance)
        self._direction = _chip(canvas)
        self._direction.setCheckable(True)
        self._direction.toggled.connect(self._turn)
        self._zoom = _ZoomBar(canvas)
        self._legend = Legend(canvas)
        self._key = _chip(canvas)
        self._key.setCheckable(True)
        self._key.toggled.connect(self._arrange)
        self._map = Minimap(canvas)
        canvas.installEventFilter(self)
        self.rename()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.StyleChange):
            self._arranged = ()
            self._arrange()
        return False

    def rename(self) -> None:
        """The words in the language of the canvas."""
        words = self._canvas.words
        for by, choice in self._choices.items():
            choice.setText(words(f"picture.by.{by}"))
        for chip, code in self._named():
            chip.setAccessibleName(words(code))
            chip.setToolTip(words(code))
        self._zoom.rename()
        self._legend.setAccessibleName(words("picture.legend"))
        self._map.setAccessibleName(words("picture.map"))
        self.restyle()

    def restyle(self) -> None:
        """Icons and sizes of the theme of the canvas."""
        theme = self._canvas.theme
        chips = (self._colour, "eye"), (self._inheritance, "link"), (self._direction, "hierarchy-2")
        for chip, name in (*chips, (self._key, "info-circle")):
            chip.setIcon(icon(theme, name))
            chip.setIconSize(icon_size(theme))
        self._zoom.restyle()
        self.refresh()

    def refresh(self) -> None:
        """Follow what the canvas shows."""
        by = self._canvas.colour_by
        self._choices[by].setChecked(True)
        words = self._canvas.words
        chosen = words("picture.colour_by", by=words(f"picture.by.{by}"))
        if self._colour.toolTip() != chosen:
            self._colour.setToolTip(chosen)
            self._colour.setAccessibleName(chosen)
        self._zoom.refresh()
        self._legend.refresh()
        self._map.refresh()
        self._arrange()

    def _choice(self, by: ColourBy) -> QAction:
        group = self._menu.findChild(QActionGroup) or QActionGroup(self._menu)
        choice = QAction(self._menu, checkable=True)
        choice.triggered.connect(lambda: self._canvas.set_colour_by(by))
        group.addAction(choice)
        self._menu.addAction(choice)
        return choice

    def _turn(self, is_downward: bool) -> None:
        self._canvas.set_direction(Direction.DOWN if is_downward else Direction.RIGHT)

    def _named(self) -> tuple[tuple[QPushButton, str], ...]:
        return (
            (self._inheritance, "picture.show_inheritance"),
            (self._direction, "picture.downward"),
            (self._key, "picture.legend"),
        )

    def _arrange(self) -> None:
        """Chips and zoom on top, map and legend at the foot; words go before signs, and the map before both."""
        self._arrange_top()
        theme, area = self._canvas.theme, self._canvas.rect()
        edge = theme.size("m")
        foot = self._arrange_legend()
        roomy = area.width() >= theme.px(_ROOMY_WIDTH) and area.height() >= theme.px(_ROOMY_HEIGHT)
        self._map.move(area.right() - edge - self._map.width(), foot - edge - self._map.height())
        self._map.setVisible(roomy and self._map.is_needed)

    def _arrange_top(self) -> None:
        theme, area = self._canvas.theme, self._canvas.rect()
        chips = (self._colour, self._inheritance, self._direction)
        now = (area.width(), theme, *(chip.toolTip() for chip in chips))
        if now == self._arranged:
            return
        self._arranged = now
        edge, gap = theme.size("m"), theme.size("s")
        self._zoom.show_percent(True)
        self._zoom.resize(self._zoom.sizeHint())
        most = area.right() - edge - self._zoom.width()
        ends = (self._place(chips, edge, gap, worded) for worded in range(len(chips), -1, -1))
        end = next((end for end in ends if end < most), most)
        if end >= most:
            self._zoom.show_percent(False)
            self._zoom.resize(self._zoom.sizeHint())
        self._zoom.move(area.right() - edge - self._zoom.width(), edge)
        for chip in chips:
            chip.setVisible(chip.geometry().right() < self._zoom.x())

    def _place(self, chips: tuple[QPushButton, ...], edge: int, gap: int, worded: int) -> int:
        """One after the other, the first of them with words, the others as signs; gives where the next would begin."""
        left = edge
        for number, chip in enumerate(chips):
            words = _beside_icon(chip.toolTip()) if number < worded else ""
            if chip.text() != words:
                chip.setText(words)
            chip.resize(chip.sizeHint())
            chip.move(left, edge)
            left += chip.width() + gap
        return left

    def _arrange_legend(self) -> int:
        """Along the foot, or on demand where it would take too much of the picture; gives where it begins."""
        canvas, legend, key = self._canvas, self._legend, self._key
        edge, has_units = canvas.theme.size("m"), canvas.stage.data.size > 0
        is_small = legend.height() <= canvas.height() * _MOST_LEGEND
        is_shown = has_units and (is_small or key.isChecked())
        foot = canvas.height() - (legend.height() if is_shown else 0)
        legend.move(0, foot)
        legend.setVisible(is_shown)
        canvas.stage.foot = canvas.height() - foot
        self._place((key,), edge, 0, 1)
        key.move(edge, foot - edge - key.height())
        key.setVisible(has_units and not is_small)
        return foot


def _beside_icon(text: str) -> str:
    """Qt leaves no room between the icon and the text of a button."""
    return f" {text}"


def _chip(canvas: Canvas) -> QPushButton:
    chip = QPushButton(canvas)
    chip.setProperty("kind", "chip")
    chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return chip


class _ZoomBar(QFrame):
    """Minus, percent, plus, and everything."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setObjectName("floating")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._out, self._in, self._fit = (_tool(self) for _ in range(3))
        self._percent = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter)
        line = QHBoxLayout(self)
        line.setContentsMargins(1, 1, 1, 1)
        line.setSpacing(0)
        for part in (self._out, self._percent, self._in, self._fit):
            line.addWidget(part)
        self._out.clicked.connect(lambda: canvas.desk.zoom(1 / _ZOOM))
        self._in.clicked.connect(lambda: canvas.desk.zoom(_ZOOM))
        self._fit.clicked.connect(canvas.fit)

    def rename(self) -> None:
        words = self._canvas.words
        named = (
            (self._out, "picture.zoom_out"),
            (self._in, "picture.zoom_in"),
            (self._fit, "picture.fit"),
        )
        for button, code in named:
            button.setToolTip(words(code))
            button.setAccessibleName(words(code))

    def show_percent(self, shows: bool) -> None:
        """Where room is scarce the buttons do without."""
        self._percent.setVisible(shows)

    def restyle(self) -> None:
        theme = self._canvas.theme
        for button, name in ((self._out, "minus"), (self._in, "plus"), (self._fit, "maximize")):
            button.setIcon(icon(theme, name, "text"))
            button.setIconSize(icon_size(theme))
        self._percent.setFont(theme.font("small", tabular=True))
        self._percent.setFixedWidth(theme.px(52))

    def refresh(self) -> None:
        zoom = self._canvas.stage.view.zoom * 100
        self._percent.setText(f"{zoom:.0f} %" if zoom >= 1 else "< 1 %")


def _tool(parent: QFrame) -> QPushButton:
    button = QPushButton(parent)
    button.setProperty("kind", "tool")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
