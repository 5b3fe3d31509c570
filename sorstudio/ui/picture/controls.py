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
_ROOMY_HEIGHT = 320


class Controls(QObject):
    """Puts the floating controls in their corners and keeps them true."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
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
        self._map = Minimap(canvas)
        canvas.installEventFilter(self)
        self.rename()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._arrange()
        return False

    def rename(self) -> None:
        """The words in the language of the canvas."""
        words = self._canvas.words
        for by, choice in self._choices.items():
            choice.setText(words(f"picture.by.{by}"))
        self._inheritance.setText(_beside_icon(words("picture.show_inheritance")))
        self._direction.setText(_beside_icon(words("picture.downward")))
        self._zoom.rename()
        self._legend.setAccessibleName(words("picture.legend"))
        self._map.setAccessibleName(words("picture.map"))
        self.restyle()

    def restyle(self) -> None:
        """Icons and sizes of the theme of the canvas."""
        theme = self._canvas.theme
        for chip, name in ((self._colour, "eye"), (self._inheritance, "link"), (self._direction, "hierarchy-2")):
            chip.setIcon(icon(theme, name))
            chip.setIconSize(icon_size(theme))
        self._zoom.restyle()
        self.refresh()

    def refresh(self) -> None:
        """Follow what the canvas shows."""
        by = self._canvas.colour_by
        self._choices[by].setChecked(True)
        words = self._canvas.words
        chosen = _beside_icon(words("picture.colour_by", by=words(f"picture.by.{by}")))
        if self._colour.text() != chosen:
            self._colour.setText(chosen)
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

    def _arrange(self) -> None:
        """Chips and zoom on top, legend and map at the bottom; what finds no room goes."""
        theme, area = self._canvas.theme, self._canvas.rect()
        edge, gap = theme.size("m"), theme.size("s")
        for one in (self._colour, self._inheritance, self._direction, self._zoom):
            one.resize(one.sizeHint())
        self._zoom.move(area.right() - edge - self._zoom.width(), edge)
        left = edge
        for chip in (self._colour, self._inheritance, self._direction):
            chip.move(left, edge)
            left += chip.width() + gap
            chip.setVisible(left < self._zoom.x())
        roomy = area.width() >= theme.px(_ROOMY_WIDTH) and area.height() >= theme.px(_ROOMY_HEIGHT)
        self._legend.move(edge, area.bottom() - edge - self._legend.height())
        self._legend.setVisible(roomy and self._canvas.stage.data.size > 0)
        self._map.move(area.right() - edge - self._map.width(), area.bottom() - edge - self._map.height())
        self._map.setVisible(roomy and self._map.is_needed)


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
