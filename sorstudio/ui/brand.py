"""The program's sign, one parent with two children, and the button that says whose plan this is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from sorstudio.ui.icons import draw_icon
from sorstudio.ui.paint import Ink, box, smooth, text
from sorstudio.ui.theme import Theme, Weight

WIDTH, NARROWEST = 262, 170


def paint_sign(painter: QPainter, theme: Theme, area: QRectF) -> None:
    """The sign in a filled square."""
    side = area.width()
    box(painter, theme, area, fill="accent", radius=side * 0.26)
    pen = QPen(theme.color("on_accent"), max(1.5, side / 15), Qt.PenStyle.SolidLine)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle, u = area.center(), side / 6
    across, up = QPointF(u, 0), QPointF(0, u)
    painter.drawPolyline(QPolygonF([middle + across - up, middle - up, middle + up, middle + across + up]))
    painter.drawLine(middle - across * 1.3, middle)


def window_icon(theme: Theme) -> QIcon:
    """The sign for the window's frame."""
    made = QIcon()
    for side in (16, 32, 64, 128):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        smooth(painter)
        paint_sign(painter, theme, QRectF(0, 0, side, side))
        painter.end()
        made.addPixmap(picture)
    return made


class PlanButton(QPushButton):
    """Whose plan, and of when the data are; pressed it gives the menu of plans."""

    def __init__(self, theme: Theme, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "quiet")
        self._title = self._detail = ""
        self._menu = menu
        self.clicked.connect(self._open)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self.setFixedHeight(theme.px(44))
        self.setMinimumWidth(theme.px(NARROWEST))
        self.setMaximumWidth(theme.px(WIDTH))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), self._theme.px(44))

    def tell(self, title: str, detail: str) -> None:
        """Another plan."""
        self._title, self._detail = title, detail
        self.setAccessibleName(f"{title}. {detail}")
        self.setToolTip(title)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        theme, middle = self._theme, self.height() / 2
        if self.underMouse():
            box(painter, theme, QRectF(self.rect()), fill="hover", radius=theme.size("control_radius"))
        paint_sign(painter, theme, QRectF(theme.px(4), middle - theme.px(15), theme.px(30), theme.px(30)))
        left, room = theme.px(44), self.width() - theme.px(66)
        wide = min(theme.width(self._title, "body", Weight.STRONG), room)
        title = QRectF(left, middle - theme.px(19), room, theme.px(20))
        text(painter, theme, title, self._title, Ink("body", Weight.STRONG))
        draw_icon(
            painter, theme, "chevron-down", QPointF(left + wide + theme.px(4), middle - theme.px(16)), "muted", 14
        )
        detail = QRectF(left, middle + theme.px(1), room + theme.px(16), theme.px(16))
        text(painter, theme, detail, self._detail, Ink("caption", color="muted"))
        if self.hasFocus():
            box(painter, theme, QRectF(self.rect()), line="accent", radius=theme.size("control_radius"), width=2)
        painter.end()

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
