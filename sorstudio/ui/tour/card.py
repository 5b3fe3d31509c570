"""The card of the tour: what the control is for, an arrow towards it, and the keys that walk on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sorstudio.ui.paint import smooth
from sorstudio.ui.theme import Theme, Weight
from sorstudio.ui.tour.placing import Place, Side

WIDTH, ARROW, PAD = 340, 12, 16
_ONWARD = {Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown}
_BACKWARD = {Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp}
_PRESS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TourCard(QWidget):
    """Not modal: whoever clicks beside it works on."""

    onward = Signal()
    backward = Signal()
    skipped = Signal()

    def __init__(self, theme: Theme, work: QWidget) -> None:
        super().__init__(work)
        self._side, self._tip = Side.OVER, QPoint()
        self.step, self.title, self.words = QLabel(), QLabel(), QLabel()
        self.title.setWordWrap(True)
        self.words.setWordWrap(True)
        self.next, self.back, self.skip = QPushButton(), QPushButton(), QPushButton()
        self.next.setProperty("kind", "primary")
        self.skip.setProperty("kind", "quiet")
        for button, signal in ((self.next, self.onward), (self.back, self.backward), (self.skip, self.skipped)):
            button.clicked.connect(signal)
            button.installEventFilter(self)
        self._lay_out()
        self.setFocusProxy(self.next)
        self.set_theme(theme)

    def say(self, number: int, count: int, title: str, words: str) -> None:
        """One step; the last has nothing after it, the first nothing before."""
        self.step.setText(self.tr("{number} of {count}").format(number=number, count=count))
        self.title.setText(title)
        self.words.setText(words)
        self.next.setText(self.tr("Done") if number == count else self.tr("Next"))
        self.back.setText(self.tr("Back"))
        self.skip.setText(self.tr("Skip"))
        self.back.setVisible(number > 1)
        self.skip.setVisible(number < count)
        self.setAccessibleName(f"{self.step.text()}. {title}. {words}")
        # The name of the button that gets the focus is what a screen reader says first.
        self.next.setAccessibleDescription(self.accessibleName())

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self.step.setFont(theme.font("caption"))
        self.step.setProperty("kind", "caption")
        self.title.setFont(theme.font("title", Weight.STRONG))
        self.words.setFont(theme.font("body"))
        self._buttons.setSpacing(theme.size("s"))
        self._column.setSpacing(theme.px(6))
        self._leave_room(Side.OVER)

    def body_size(self, most: int) -> QSize:
        """How large it is without its arrow, at most so wide."""
        self._leave_room(Side.OVER)
        width = min(self._theme.px(WIDTH), most)
        return QSize(width, max(self._column.totalHeightForWidth(width), self._column.minimumSize().height()))

    def stand(self, place: Place) -> None:
        """Go there, with the arrow towards the target."""
        arrow, side = self._theme.px(ARROW), place.side
        area = place.area.adjusted(
            -arrow if side is Side.RIGHT else 0,
            -arrow if side is Side.BELOW else 0,
            arrow if side is Side.LEFT else 0,
            arrow if side is Side.ABOVE else 0,
        )
        self._leave_room(side)
        self.setGeometry(area)
        self._side, self._tip = side, place.tip - area.topLeft()
        self.update()

    def arrow(self) -> int:
        """How far the arrow reaches."""
        return self._theme.px(ARROW)

    def tip(self) -> QPoint:
        """Where the arrow ends, in the card's own measure."""
        return self._tip

    def side(self) -> Side:
        """On which side of its target it stands."""
        return self._side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event.key()):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Buttons have a use of their own for the arrow keys, which walk here."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _PRESS and isinstance(watched, QPushButton):
                watched.click()
                return True
            return self._take_key(event.key())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        painter.setBrush(self._theme.color("raised"))
        painter.setPen(QPen(self._theme.color("line_control"), 1))
        painter.drawPath(self._shape())
        painter.end()

    def _take_key(self, key: int) -> bool:
        if key in _ONWARD | _PRESS:
            self.onward.emit()
        elif key in _BACKWARD:
            self.backward.emit()
        elif key == Qt.Key.Key_Escape:
            self.skipped.emit()
        else:
            return False
        return True

    def _shape(self) -> QPainterPath:
        arrow, radius = self._theme.px(ARROW), self._theme.size("panel_radius")
        body = QRectF(self.rect()).marginsRemoved(self._column.contentsMargins().toMarginsF())
        pad = self._theme.px(PAD)
        body.adjust(0.5 - pad, 0.5 - pad, pad - 0.5, pad - 0.5)
        path = QPainterPath()
        path.addRoundedRect(body, radius, radius)
        if self._side is Side.OVER:
            return path
        tip = QPointF(self._tip)
        foot, along = {
            Side.RIGHT: (QPointF(arrow + 1, 0), QPointF(0, arrow)),
            Side.LEFT: (QPointF(-arrow - 1, 0), QPointF(0, arrow)),
            Side.BELOW: (QPointF(0, arrow + 1), QPointF(arrow, 0)),
            Side.ABOVE: (QPointF(0, -arrow - 1), QPointF(arrow, 0)),
        }[self._side]
        head = QPainterPath()
        head.addPolygon(QPolygonF([tip, tip + foot + along, tip + foot - along, tip]))
        return path.united(head)

    def _leave_room(self, side: Side) -> None:
        pad, arrow = self._theme.px(PAD), self._theme.px(ARROW)
        self._column.setContentsMargins(
            pad + (arrow if side is Side.RIGHT else 0),
            pad + (arrow if side is Side.BELOW else 0),
            pad + (arrow if side is Side.LEFT else 0),
            pad + (arrow if side is Side.ABOVE else 0),
        )

    def _lay_out(self) -> None:
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.skip)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.back)
        self._buttons.addWidget(self.next)
        self._column = QVBoxLayout(self)
        for label in (self.step, self.title, self.words):
            self._column.addWidget(label)
        self._column.addStretch(1)
        self._column.addLayout(self._buttons)
