"""The outline's column heads, painted so that each stands over what it heads."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from sorstudio.ui.outline.row_painter import CELL_LEFT, CELL_RIGHT, GUTTER
from sorstudio.ui.outline.wording import Column
from sorstudio.ui.paint import LEFT, RIGHT, Ink, smooth, text
from sorstudio.ui.theme import Theme, Weight

HEIGHT = 26


class OutlineHeader(QHeaderView):
    """Quiet words over the columns, with a hairline below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme = theme

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.theme.px(HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = self.theme
        smooth(painter)
        painter.fillRect(rect, theme.color("surface"))
        painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
        is_count = logicalIndex in (Column.TRAFFIC, Column.OFFERS)
        left = theme.px(GUTTER + 2 if logicalIndex == Column.NAME else CELL_LEFT)
        area = QRectF(rect).adjusted(0 if is_count else left, 0, -theme.px(CELL_RIGHT), 0)
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        text(painter, theme, area, words, Ink("caption", Weight.MEDIUM, "muted", RIGHT if is_count else LEFT))
