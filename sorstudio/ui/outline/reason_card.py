"""The small card that says why something cannot be, beside the pointer or the field."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sorstudio.ui.icons import draw_icon
from sorstudio.ui.paint import box, smooth
from sorstudio.ui.theme import Theme, Weight

WIDEST = 420


class ReasonCard(QWidget):
    """Red, with the ban sign and words; it never takes the pointer."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self._theme = theme
        self.words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme

    def show_at(self, words: str, where: QPoint) -> None:
        """Say it below a point, inside the parent."""
        self.words = words
        self.setAccessibleName(words)
        self.resize(self._wanted())
        room = self._room.rect()
        left = max(0, min(where.x(), room.width() - self.width()))
        top = where.y() + self._theme.px(4)
        if top + self.height() > room.height():
            top = where.y() - self._theme.size("row") - self.height()
        self.move(left, max(0, top))
        self.raise_()
        self.show()
        self.update()

    def put_away(self) -> None:
        """Nothing stands in the way any more."""
        self.words = ""
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        smooth(painter)
        box(painter, theme, QRectF(self.rect()), fill="error", radius=theme.size("control_radius"))
        draw_icon(painter, theme, "ban", QPointF(theme.px(10), theme.px(7)), "surface", 14, 2)
        painter.setFont(theme.font("small", Weight.MEDIUM))
        painter.setPen(theme.color("surface"))
        painter.drawText(self._text_area(), int(_FLAGS), self.words)
        painter.end()

    def _text_area(self) -> QRectF:
        theme = self._theme
        return QRectF(self.rect()).adjusted(theme.px(32), theme.px(5), -theme.px(10), -theme.px(5))

    def _wanted(self) -> QSize:
        theme = self._theme
        sides, around = theme.px(42), theme.px(12)
        most = min(theme.px(WIDEST), self._room.width()) - sides - 2
        metrics = theme.font("small", Weight.MEDIUM)
        self.setFont(metrics)
        needed = self.fontMetrics().boundingRect(0, 0, most, 1000, int(_FLAGS), self.words)
        return QSize(needed.width() + sides + 2, needed.height() + around)


_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
